// Who the issuers are where the metadata only say that there are several (issuer `JOINT`): those whom
// the first lines name together, else the group that the text names most.

internal import Ingest
internal import Lexicon
internal import Text

enum JointParties {
  /// The issuer that stands for several.
  static let code = "JOINT"
  /// Passages in which a joint text says who speaks.
  private static let reach = 6

  /// Their codes; empty where the text names none together.
  static func find(_ view: TokenizedDocument, _ lexicon: AttributionLexicon) -> [String] {
    let state = AttributionState()
    var marks = PassageMarks()
    for index in view.document.passages.indices.prefix(reach) {
      marks.read(view, passage: index, lexicon: lexicon)
      let context = AttributionContext(
        tokens: view.tokens, text: view.document.text, lexicon: lexicon, passage: index)
      for mention in marks.mentions {
        let chain = context.chain(from: mention, marks, state)
        if chain.anaphor == nil, chain.actors.count > 1, !chain.isPossessive { return chain.actors }
      }
    }
    var counts: [Int32: Int] = [:]
    for match in view.matches {
      if case .actor(let actor, _, _) = lexicon.marks[Int(match.entry)],
        lexicon.kinds[Int(actor)] == .group
      {
        counts[actor, default: 0] += 1
      }
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most.map { lexicon.codeLists[Int($0.key)] } ?? []
  }
}
