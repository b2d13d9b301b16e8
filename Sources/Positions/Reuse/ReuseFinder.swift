// Consensus language that documents take over from each other: near-identical sentences, who used
// them first, and who took them over. Such a sentence counts once for each holder.

package import Tagging

/// One use of a sentence that stands in several documents.
package struct ReuseUse: Sendable {
  /// Number of the sentence, from 1, in the order of first uses.
  package var group: Int
  package var doc: String
  package var date: String?
  package var passage: Int
  /// Who holds a statement in it, in the order of codes.
  package var holders: [String]
  package var isFirst: Bool
  /// Jaccard likeness of words and pairs of words with the first use, 0…1.
  package var likeness: Double
  /// Words that were dropped and put in against the first use.
  package var removed: String
  package var added: String
  /// Statements in it, and those of them that count.
  package var statements: Int
  package var counted: Int
  package var text: String
}

/// Collects documents and finds what they took over.
package struct ReuseFinder: Sendable {
  /// From this likeness on two sentences are the same with changes: one word in eleven changed.
  package static let threshold = 0.7
  /// Shorter sentences are alike by chance.
  package static let minimumWords = 8

  private var documents: [CodedDocument] = []

  package init() {}

  /// Takes a document; of its text, only passages with statements are kept.
  package mutating func add(_ document: CodedDocument) {
    var kept = document
    kept.text = []
    for index in kept.passages.indices {
      kept.passages[index].evidence = []
      let passage = kept.passages[index]
      guard !passage.statements.isEmpty else {
        kept.passages[index].textEnd = passage.textStart
        continue
      }
      let start = kept.text.count
      kept.text.append(contentsOf: document.text[passage.textStart..<passage.textEnd])
      kept.passages[index].textStart = start
      kept.passages[index].textEnd = kept.text.count
    }
    documents.append(kept)
  }

  private struct Place {
    var document: Int
    var passage: Int
  }
  /// Uses of a sentence, the first use first.
  private typealias Group = [(place: Place, likeness: Double)]

  /// The documents with statements that count, in the order they came, and all uses of sentences that
  /// stand in two documents or more. The first use is that of the earliest date; documents without a
  /// date come last, equal dates in the order of the documents.
  package consuming func finish() -> (documents: [CodedDocument], uses: [ReuseUse]) {
    let groups = groups().filter { group in
      group.contains { $0.place.document != group[0].place.document }
    }
    var uses: [ReuseUse] = []
    for (number, group) in groups.enumerated() {
      var seen: Set<String> = []
      var first: SentenceWords?
      for (place, likeness) in group {
        let document = documents[place.document]
        let passage = document.passages[place.passage]
        let range = passage.textStart..<passage.textEnd
        let words = SentenceWords(document.text, range: range)
        let changes = first?.changes(to: words)
        let counted = passage.statements.filter {
          seen.insert("\($0.actor)\t\($0.issue)\t\($0.stance.rawValue)").inserted
        }
        documents[place.document].passages[place.passage].statements = counted
        uses.append(
          ReuseUse(
            group: number + 1, doc: document.doc, date: document.date, passage: passage.passage,
            holders: Set(passage.statements.map(\.actor)).sorted { $0.asBytes < $1.asBytes },
            isFirst: first == nil, likeness: likeness, removed: changes?.removed ?? "",
            added: changes?.added ?? "", statements: passage.statements.count,
            counted: counted.count, text: String(decoding: document.text[range], as: UTF8.self)))
        if first == nil { first = words }
      }
    }
    return (documents, uses)
  }

  /// Every sentence goes to the first use that it is most like.
  private func groups() -> [Group] {
    let order = documents.indices.sorted {
      (documents[$0].date == nil ? 1 : 0, (documents[$0].date ?? "").asBytes, $0)
        < (documents[$1].date == nil ? 1 : 0, (documents[$1].date ?? "").asBytes, $1)
    }
    var places: [Place] = []
    var hashes: [UInt64] = []
    var ends: [Int] = []
    for index in order {
      let document = documents[index]
      for (number, passage) in document.passages.enumerated() where !passage.statements.isEmpty {
        let words = SentenceWords(document.text, range: passage.textStart..<passage.textEnd)
        guard words.folded.count >= Self.minimumWords else { continue }
        places.append(Place(document: index, passage: number))
        hashes += words.shingles
        ends.append(hashes.count)
      }
    }
    var index = LikenessIndex(ShingleSets(hashes: hashes, ends: ends), threshold: Self.threshold)
    hashes = []
    var groups: [Group] = []
    for (set, place) in places.enumerated() {
      if let (group, likeness) = index.nearest(to: set) {
        groups[group].append((place, likeness))
      } else {
        index.insert(set)
        groups.append([(place, 1)])
      }
    }
    return groups
  }
}
