// Sentences behind the shown cells as JSON in the page. '<' is written as an escape, so that no
// text can end the script element; the page's script shows them as text, never as markup.

internal import Positions
internal import Tagging
internal import Text

/// The choice of sentences that fits into the page.
struct PageSentences {
  /// Bytes of all sentences in the page.
  static let budget = 1_150_000

  let json: String
  /// Passages that stand behind the shown actors' positions, and those of them in the page.
  let shown: Int

  init(_ sample: PageSample, _ view: PageView, budget: Int = Self.budget) {
    let cube = view.tables.cube
    let actors = view.actors.map { cube.actors[$0] }
    let issues = view.issues.map { cube.issues[$0] }
    var written = Array(repeating: false, count: sample.sentences.count)
    var order: [Int] = []
    var bytes = 0
    func take(_ own: [Int], _ round: Int) {
      guard round < own.count, !written[own[round]] else { return }
      let sentence = sample.sentences[own[round]]
      let size =
        sentence.text.count + min(sentence.section.utf8.count, 120) + 60
        + sentence.marks.count * 22
      guard bytes + size <= budget else { return }
      bytes += size
      written[own[round]] = true
      order.append(own[round])
    }
    let matrices = Self.matrices(sample, actors, issues)
    let timeline = Self.timeline(sample, actors, issues)
    // In rounds, so that every cell has a sentence before one has two.
    for round in 0..<PageSample.perCell {
      for own in matrices { take(own, round) }
      // Those of the timeline, after the first of every cell.
      guard round < PageSample.perYear else { continue }
      for own in timeline { take(own, round) }
    }
    order.sort()
    shown = order.count
    json = Self.write(order, sample, view)
  }

  /// The sentences of every cell of the two matrices, by actor.
  private static func matrices(
    _ sample: PageSample, _ actors: [String], _ issues: [String]
  ) -> [[Int]] {
    actors.flatMap { actor in
      issues.compactMap { sample.cells[.init(actor: actor, issue: $0)]?.sentences }
        + Component.allCases.compactMap {
          sample.cells[.init(actor: actor, component: $0)]?.sentences
        }
    }
  }

  /// The sentences of every cell of the timeline, by actor, issue and year.
  private static func timeline(
    _ sample: PageSample, _ actors: [String], _ issues: [String]
  ) -> [[Int]] {
    var years: [PageSample.Cell: [String]] = [:]
    for cell in sample.cells.keys {
      guard let year = cell.year else { continue }
      years[.init(actor: cell.actor, issue: cell.issue), default: []].append(year)
    }
    return actors.flatMap { actor in
      issues.flatMap { issue in
        (years[.init(actor: actor, issue: issue)] ?? []).sorted().compactMap {
          sample.cells[.init(actor: actor, issue: issue, year: $0)]?.sentences
        }
      }
    }
  }

  private static func write(_ order: [Int], _ sample: PageSample, _ view: PageView) -> String {
    let cube = view.tables.cube
    let actors = view.actors.map { cube.actors[$0] }
    let issues = view.issues.map { cube.issues[$0] }
    let actorPlace = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1, $0) })
    let issuePlace = Dictionary(uniqueKeysWithValues: issues.enumerated().map { ($1, $0) })
    var documents: [Int] = []
    var documentPlace: [Int: Int] = [:]
    var sections = Names()
    var codes = Names()
    var out = ByteWriter()
    out.append("{\"actors\":[")
    for (index, actor) in view.actors.enumerated() {
      if index > 0 { out.append(0x2C) }
      out.append("[")
      out.appendJSON(cube.actors[actor])
      out.append(",")
      out.appendJSON(view.name(actor))
      out.append("]")
    }
    out.append("]")
    out.appendField("issues", issues)
    out.appendField("components", Component.allCases.map(\.rawValue))
    out.appendField("stances", Stance.allCases.map(\.rawValue))
    out.append(",\"sentences\":[")
    for (index, number) in order.enumerated() {
      let sentence = sample.sentences[number]
      let document = documentPlace[sentence.document] ?? documents.count
      if document == documents.count {
        documentPlace[sentence.document] = document
        documents.append(sentence.document)
      }
      out.append(index == 0 ? "\n[" : ",\n[")
      for value in [
        document, sections[sentence.section], sentence.passage, sentence.component.index,
      ] {
        out.append(decimal: value)
        out.append(0x2C)
      }
      out.appendJSON(sentence.text)
      out.append(",[")
      for (place, mark) in sentence.marks.enumerated() {
        if place > 0 { out.append(0x2C) }
        out.append("\(mark.start),\(mark.end),\(codes[mark.code])")
      }
      out.append("],[")
      var isFirst = true
      for statement in sentence.statements {
        guard let actor = actorPlace[statement.actor], let issue = issuePlace[statement.issue]
        else { continue }
        if !isFirst { out.append(0x2C) }
        isFirst = false
        let stance = Stance.allCases.firstIndex(of: statement.stance) ?? 0
        out.append("\(actor),\(issue),\(stance)")
      }
      out.append("]]")
    }
    out.append("]")
    out.appendField("sections", sections.all)
    out.appendField("codes", codes.all)
    out.append(",\"documents\":[")
    for (index, number) in documents.enumerated() {
      let document = sample.documents[number]
      out.append(index == 0 ? "[" : ",[")
      for (place, text) in [document.doc, document.title, document.date].enumerated() {
        if place > 0 { out.append(0x2C) }
        out.appendJSON(text)
      }
      out.append("]")
    }
    out.append("]}")
    return escaped(out.bytes)
  }

  /// Names by number, each once.
  private struct Names {
    private(set) var all: [String] = []
    private var places: [String: Int] = [:]

    subscript(_ name: String) -> Int {
      mutating get {
        if let place = places[name] { return place }
        places[name] = all.count
        all.append(name)
        return all.count - 1
      }
    }
  }

  private static func escaped(_ bytes: [UInt8]) -> String {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(bytes.count)
    for byte in bytes {
      switch byte {
      case 0x3C: escaped += Array("\\u003c".utf8)
      case 0x26: escaped += Array("\\u0026".utf8)
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
