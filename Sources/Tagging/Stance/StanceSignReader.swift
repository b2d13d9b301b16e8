// Reads the signs of opposition of one holder in one passage.

internal import Ingest
internal import Lexicon
internal import Text

/// Fills `StanceSigns`. Immutable.
struct StanceSignReader: Sendable {
  private enum Word: UInt8, Sendable {
    case none, person, deontic, future, contrast, anaphor
  }

  private let lexicon: Lexicon
  private let words: [Word]

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    var words: [Word] = []
    func set(_ kind: Word, _ list: [String]) {
      for word in list {
        let id = lexicon.vocabulary.id(of: word)
        guard id != .unknown else { continue }
        let index = Int(id.rawValue)
        if words.count <= index {
          words.append(contentsOf: repeatElement(.none, count: index + 1 - words.count))
        }
        words[index] = kind
      }
    }
    set(.person, ["we", "our", "us", "i", "my"])
    set(.deontic, ["should", "must", "shall"])
    set(.future, ["will"])
    set(.contrast, ["but", "however", "while", "whereas", "instead", "yet"])
    set(.anaphor, ["that", "this", "such", "these", "those", "they", "it"])
    self.words = words
  }

  /// Tokens within which one cue speaks of another.
  private static let reach = 8

  func read(
    _ document: TokenizedDocument, passage: Int, holder: Holder, clause: Range<Int>,
    cues: StanceCoder.Cues,
    before: StanceCoder.Cues, findings: [IssueCoder.Finding], coding: ComponentCoding,
    into signs: inout StanceSigns
  ) {
    signs.clear()
    readIssues(findings, &signs)
    readCues(document, passage, holder, clause, cues, findings, &signs)
    readActors(document, passage, holder, cues, &signs)
    readWords(document, passage, holder, &signs)
    signs[.principle] = coding.scores[.principle]
    signs[.norm] = coding.scores[.norm]
    signs[.rule] = coding.scores[.rule]
    signs[.procedure] = coding.scores[.procedure]
    signs[.none] = coding.scores[.none]
    if before.negative > 0 { signs[.before] = 1 }
    if before.items.contains(where: { $0.value == .creed || $0.value == .measure }) {
      signs[.beforeCreed] = 1
    }
    let metadata = document.document.metadata
    let isOfficial = Manner(genre: metadata.genre, hasIssuer: metadata.issuer != nil).isOfficial
    if let issuer = metadata.issuer, issuer != holder.actor, !issuer.utf8.contains(0x2B), isOfficial
    {
      signs[.foreign] = 1
    }
    signs[.report] = isOfficial ? 0 : 1
    switch holder.attribution {
    case .issuer, .speaker: signs[.issuer] = 1
    case .explicit: signs[.explicit] = 1
    default: break
    }
    switch metadata.genre {
    case .law, .treaty, .resolution: signs[.law] = 1
    case .strategy: signs[.strategy] = 1
    case .jointStatement, .readout: signs[.joint] = 1
    default: break
    }
  }

  private func readIssues(_ findings: [IssueCoder.Finding], _ signs: inout StanceSigns) {
    var best = 0.0
    for finding in findings where finding.raw > best {
      best = finding.raw
      signs[.practice] = finding.isPractice ? 1 : 0
    }
    signs[.issueScore] = min(best, 1.5)
    signs[.listed] = best >= IssueCoder.threshold ? 1 : 0
  }

  private func readCues(
    _ document: TokenizedDocument, _ passage: Int, _ holder: Holder, _ clause: Range<Int>,
    _ cues: StanceCoder.Cues, _ findings: [IssueCoder.Finding], _ signs: inout StanceSigns
  ) {
    let start = document.tokenRanges[passage].lowerBound
    let isListed = signs[.listed] > 0
    for (index, cue) in cues.items.enumerated()
    where clause.contains(cue.tokens.lowerBound) {
      guard let sign = cue.value.sign else { continue }
      let isAgainst = cue.value.isAgainst
      if isAgainst, cues.isConceded(cue.tokens.lowerBound) { continue }
      if cues.isNegated(cue.tokens.lowerBound) {
        if isAgainst || cue.value == .support { signs[.negated] = min(signs[.negated] + 1, 2) }
        if cue.value == .support {
          signs[.refusal] = 1
          if signs.token < 0 { signs.token = cue.tokens.lowerBound }
        }
        continue
      }
      signs[sign] = min(signs[sign] + 1, 2)
      if cue.value == .verdict, signs.token < 0 { signs.token = cue.tokens.lowerBound }
      guard isAgainst else { continue }
      signs[.count] = min(signs[.count] + 1.0 / 3, 2)
      if signs.token < 0 { signs.token = cue.tokens.lowerBound }
      if !isListed, let alone = cue.value.unlisted { signs[alone] = 1 }
      let end = cue.tokens.upperBound
      switch cue.value {
      case .oppose, .criticise, .concern:
        if isFollowed(end, by: findings) { signs[.opposesListed] = 1 }
        for other in cues.items[(index + 1)...] {
          guard other.tokens.lowerBound - end <= Self.reach else { break }
          if other.value == .harm || other.value == .adverse { signs[.opposesHarm] = 1 }
          if other.value == .creed || other.value == .measure { signs[.opposesCreed] = 1 }
        }
        if !holder.mention.isEmpty, cue.tokens.lowerBound >= holder.mention.upperBound,
          cue.tokens.lowerBound - holder.mention.upperBound <= 4
        {
          signs[.holderOpposes] = 1
        }
        // “We cannot support this,” a minister said.
        if holder.attribution == .explicit,
          isFirstPerson(document, before: cue.tokens.lowerBound, start)
        {
          signs[.holderOpposes] = 1
        }
      case .harm:
        if isFollowed(end, by: findings) { signs[.harmsListed] = 1 }
      case .creed, .measure:
        if cue.tokens.lowerBound - start <= 3 { signs[.leadingCreed] = 1 }
        for other in cues.items where other.value == .harm || other.value == .adverse {
          if abs(other.tokens.lowerBound - cue.tokens.lowerBound) <= Self.reach {
            signs[.blamedCreed] = 1
          }
        }
      default: break
      }
    }
    let kinds = [StanceSign.oppose, .criticise, .concern, .harm, .adverse, .creed, .measure]
      .reduce(0) { $0 + (signs[$1] > 0 ? 1 : 0) }
    if kinds > 0 { signs[.against] = 1 }
    if kinds > 1 { signs[.twoKinds] = 1 }
    if kinds > 2 { signs[.threeKinds] = 1 }
  }

  /// "we" or "I" within two words before.
  private func isFirstPerson(_ document: TokenizedDocument, before token: Int, _ start: Int) -> Bool
  {
    (max(start, token - 2)..<token).contains {
      let index = Int(document.tokens[$0].word.rawValue)
      return index >= 0 && index < words.count && words[index] == .person
    }
  }

  private func isFollowed(_ end: Int, by findings: [IssueCoder.Finding]) -> Bool {
    findings.contains {
      $0.raw >= IssueCoder.threshold && $0.tokens.lowerBound >= end - 2
        && $0.tokens.lowerBound - end <= Self.reach
    }
  }

  /// Others than the holder by name, and whether a word of harm follows one of them.
  private func readActors(
    _ document: TokenizedDocument, _ passage: Int, _ holder: Holder, _ cues: StanceCoder.Cues,
    _ signs: inout StanceSigns
  ) {
    for match in document.matches[document.matchRanges[passage]] {
      let entry = lexicon.entries[Int(match.entry)]
      guard entry.kind == .actor, lexicon.actors[Int(entry.target)].code != holder.actor else {
        continue
      }
      signs[.otherActor] = 1
      for cue in cues.items {
        switch cue.value {
        case .harm, .adverse:
          let gap = cue.tokens.lowerBound - Int(match.end)
          if gap >= 0, gap <= 6 { signs[.otherHarms] = 1 }
        case .oppose, .criticise, .concern:
          let gap = Int(match.first) - cue.tokens.upperBound
          if gap >= 0, gap <= Self.reach { signs[.blamesOther] = 1 }
        default: continue
        }
      }
    }
  }

  private func readWords(
    _ document: TokenizedDocument, _ passage: Int, _ holder: Holder, _ signs: inout StanceSigns
  ) {
    let range = document.tokenRanges[passage]
    for token in document.tokens[range] {
      let index = Int(token.word.rawValue)
      guard index >= 0, index < words.count else { continue }
      switch words[index] {
      case .none: continue
      case .person: signs[.firstPerson] = 1
      case .deontic: signs[.deontic] = 1
      case .future: signs[.future] = 1
      case .contrast: signs[.contrast] = 1
      case .anaphor: continue
      }
    }
    if let first = range.first {
      let index = Int(document.tokens[first].word.rawValue)
      if index < words.count, words[index] == .anaphor { signs[.anaphora] = 1 }
    }
    signs[.density] = min(2, signs[.count] * 30 / Double(max(range.count, 1)))
    if range.count < 12 { signs[.short] = 1 }
    if range.count > 40 { signs[.long] = 1 }
    if let last = range.last {
      for index in max(range.lowerBound, last - 1)...last
      where document.document.text[Int(document.tokens[index].start)] == 0x3F {
        signs[.question] = 1
      }
    }
  }
}
