// The documents of the cube, packed: a large job has many, and most of what is known of them is only
// written into a table at the end.

/// Documents in the order they came.
package struct DocumentList: Sendable, RandomAccessCollection {
  private struct Record: Sendable {
    /// Where id, title and source stand in `text`, one after the other; -1 for a length is nil.
    var start: Int
    var lengths: SIMD4<Int32>
    /// Index in `dates`; -1 is nil.
    var date: Int32
    /// Indices of issuer, genre, language and forum; -1 is nil.
    var names: SIMD4<Int32>
    var counts: SIMD4<Int32>
    /// Passages of each component but the last, which has the rest.
    var components: SIMD4<Int32>
  }
  private var text: [UInt8] = []
  private var records: [Record] = []
  private var names: [String] = []
  private var numbers: [String: Int32] = [:]
  private var dates: [String] = []
  private var dateNumbers: [String: Int32] = [:]

  init() {}

  package var startIndex: Int { 0 }
  package var endIndex: Int { records.count }

  /// The same as the document's `date`, without making the rest.
  package func date(_ index: Int) -> String? {
    let date = records[index].date
    return date < 0 ? nil : dates[Int(date)]
  }

  /// All dates in their order, and the place of each document's among them; -1 is no date.
  var datesInOrder: (names: [String], ranks: [Int32]) {
    let order = dates.indices.sorted { dates[$0].asBytes < dates[$1].asBytes }
    var ranks = Array(repeating: Int32(-1), count: dates.count)
    for (rank, date) in order.enumerated() { ranks[date] = Int32(rank) }
    return (order.map { dates[$0] }, records.map { $0.date < 0 ? -1 : ranks[Int($0.date)] })
  }

  package subscript(index: Int) -> CountedDocument {
    let record = records[index]
    var at = record.start
    func next(_ place: Int) -> String? {
      guard record.lengths[place] >= 0 else { return nil }
      let end = at + Int(record.lengths[place])
      defer { at = end }
      return String(decoding: text[at..<end], as: UTF8.self)
    }
    func name(_ place: Int) -> String? {
      record.names[place] < 0 ? nil : names[Int(record.names[place])]
    }
    return CountedDocument(
      doc: next(0) ?? "", title: next(1), date: date(index), issuer: name(0), genre: name(1),
      lang: name(2), source: next(2), venue: name(3) ?? "none", passages: Int(record.counts[0]),
      statements: Int(record.counts[1]), withStatements: Int(record.counts[2]),
      unsure: Int(record.counts[3]), components: components(of: record))
  }

  private func components(of record: Record) -> [Int] {
    let most = (0..<4).map { Int(record.components[$0]) }
    return most + [Int(record.counts[0]) - most.reduce(0, +)]
  }

  mutating func append(_ document: CountedDocument) {
    var record = Record(
      start: text.count, lengths: SIMD4(repeating: -1), date: -1,
      names: SIMD4(repeating: -1),
      counts: SIMD4(
        Int32(clamping: document.passages), Int32(clamping: document.statements),
        Int32(clamping: document.withStatements), Int32(clamping: document.unsure)),
      components: SIMD4(repeating: 0))
    for (place, value) in [document.doc, document.title, document.source].enumerated() {
      guard let value else { continue }
      record.lengths[place] = Int32(clamping: value.utf8.count)
      text.append(contentsOf: value.utf8)
    }
    if let date = document.date { record.date = Self.number(date, in: &dates, &dateNumbers) }
    for (place, value) in [
      document.issuer, document.genre, document.lang, document.venue,
    ].enumerated() {
      if let value { record.names[place] = Self.number(value, in: &names, &numbers) }
    }
    for (place, count) in document.components.prefix(4).enumerated() {
      record.components[place] = Int32(clamping: count)
    }
    records.append(record)
  }

  private static func number(
    _ name: String, in names: inout [String], _ numbers: inout [String: Int32]
  ) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(names.count)
    numbers[name] = number
    names.append(name)
    return number
  }
}
