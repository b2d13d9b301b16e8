// A document's counts as one JSON value, so that merge and resume get exactly what was counted.

internal import Tagging
package import Text

extension DocumentTally {
  /// Appends the tally as a JSON object without line ends.
  package func append(to out: inout ByteWriter) {
    out.append("{\"doc\":")
    out.appendJSON(document.doc)
    for (name, value) in [
      ("title", document.title), ("date", document.date), ("issuer", document.issuer),
      ("genre", document.genre), ("lang", document.lang), ("source", document.source),
      ("issuer_source", issuerSource),
    ] {
      out.append(",\"\(name)\":")
      out.appendJSON(value)
    }
    out.append(",\"counts\":")
    let totals = [
      document.passages, document.withStatements, document.statements, document.unsure,
    ]
    Self.append(totals + document.components, [], to: &out)
    out.append(",\"venues\":[")
    for (index, venue) in venues.sorted(by: { $0.key.asBytes < $1.key.asBytes }).enumerated() {
      if index > 0 { out.append(0x2C) }
      Self.append([venue.value], [venue.key], to: &out)
    }
    out.append("],\"mentioned\":[")
    for (index, actor) in mentioned.enumerated() {
      if index > 0 { out.append(0x2C) }
      out.appendJSON(actor)
    }
    out.append("],\"cells\":[")
    for (index, cell) in cells.enumerated() {
      if index > 0 { out.append(0x2C) }
      Self.append(cell, to: &out)
    }
    out.append("],\"presences\":[")
    for (index, presence) in presences.enumerated() {
      if index > 0 { out.append(0x2C) }
      Self.append(
        [
          presence.component.index, presence.passages, presence.supporting, presence.opposing,
        ], [presence.actor], to: &out)
    }
    out.append("],\"pairs\":[")
    for (index, pair) in pairs.enumerated() {
      if index > 0 { out.append(0x2C) }
      Self.append([pair.joint, pair.apart], [pair.first, pair.second, pair.issue], to: &out)
    }
    out.append("]}")
  }

  /// The same as below without lists: a document has dozens of cells.
  private static func append(_ cell: Cell, to out: inout ByteWriter) {
    let most = ByteCursor.most(cell.actor) + ByteCursor.most(cell.issue)
    out.append(atMost: most + 14 * ByteCursor.mostOfNumber) { out in
      out.put("[")
      out.put(json: cell.actor)
      out.put(",")
      out.put(json: cell.issue)
      out.put(next: cell.component.index)
      out.put(next: cell.counts.support)
      out.put(next: cell.counts.oppose)
      out.put(next: cell.counts.neutral)
      out.put(next: cell.passages)
      out.put(next: cell.fromIssuer)
      out.put(next: cell.joint)
      out.put(next: cell.paths)
      out.put(next: cell.mechanisms)
      out.put(next: cell.confidence.support)
      out.put(next: cell.confidence.oppose)
      out.put(next: cell.confidence.neutral)
      out.put("]")
    }
  }

  private static func append(_ numbers: [Int], _ strings: [String], to out: inout ByteWriter) {
    out.append(0x5B)
    for (index, string) in strings.enumerated() {
      if index > 0 { out.append(0x2C) }
      out.appendJSON(string)
    }
    for (index, number) in numbers.enumerated() {
      if index > 0 || !strings.isEmpty { out.append(0x2C) }
      out.append(decimal: number)
    }
    out.append(0x5D)
  }

  /// Reads a tally back.
  /// - Parameter names: the codes of the tallies before, so that none is made twice.
  package init(
    json: UnsafeBufferPointer<UInt8>, names: inout NameTable
  ) throws(JSONError) {
    var tally = DocumentTally(doc: "")
    var scanner = JSONScanner(json)
    try scanner.object { scanner, key throws(JSONError) in
      if key == "doc" {
        tally.document.doc = try scanner.string()
      } else if key == "title" {
        tally.document.title = try scanner.optionalString()
      } else if key == "date" {
        tally.document.date = try scanner.optionalString()
      } else if key == "issuer" {
        tally.document.issuer = try scanner.optionalString()
      } else if key == "genre" {
        tally.document.genre = try scanner.optionalString()
      } else if key == "lang" {
        tally.document.lang = try scanner.optionalString()
      } else if key == "source" {
        tally.document.source = try scanner.optionalString()
      } else if key == "issuer_source" {
        tally.issuerSource = try scanner.optionalString()
      } else if key == "counts" {
        try scanner.expect(0x5B)
        for place in 0..<9 {
          if place > 0 { try scanner.expect(0x2C) }
          let count = try scanner.integer()
          switch place {
          case 0: tally.document.passages = count
          case 1: tally.document.withStatements = count
          case 2: tally.document.statements = count
          case 3: tally.document.unsure = count
          default: tally.document.components[place - 4] = count
          }
        }
        try scanner.expect(0x5D)
      } else if key == "venues" {
        try scanner.array { scanner throws(JSONError) in
          try scanner.expect(0x5B)
          let venue = try scanner.name(&names)
          tally.venues[names[venue]] = try Self.next(&scanner)
          try scanner.expect(0x5D)
        }
      } else if key == "mentioned" {
        try scanner.array { scanner throws(JSONError) in
          let actor = try scanner.name(&names)
          tally.mentioned.append(names[actor])
        }
      } else if key == "cells" {
        try scanner.array { scanner throws(JSONError) in
          tally.cells.append(try Self.cell(&scanner, &names))
        }
      } else if key == "presences" {
        try scanner.array { scanner throws(JSONError) in
          try scanner.expect(0x5B)
          let actor = try scanner.name(&names)
          var presence = Presence(actor: names[actor], component: try Self.component(&scanner))
          presence.passages = try Self.next(&scanner)
          presence.supporting = try Self.next(&scanner)
          presence.opposing = try Self.next(&scanner)
          try scanner.expect(0x5D)
          tally.presences.append(presence)
        }
      } else if key == "pairs" {
        try scanner.array { scanner throws(JSONError) in
          try scanner.expect(0x5B)
          let first = try scanner.name(&names)
          try scanner.expect(0x2C)
          let second = try scanner.name(&names)
          try scanner.expect(0x2C)
          let issue = try scanner.name(&names)
          var pair = Pair(first: names[first], second: names[second], issue: names[issue])
          pair.joint = try Self.next(&scanner)
          pair.apart = try Self.next(&scanner)
          try scanner.expect(0x5D)
          tally.pairs.append(pair)
        }
      } else {
        try scanner.skipValue()
      }
    }
    self = tally
  }

  private static func cell(
    _ scanner: inout JSONScanner, _ names: inout NameTable
  ) throws(JSONError) -> Cell {
    try scanner.expect(0x5B)
    let actor = try scanner.name(&names)
    try scanner.expect(0x2C)
    let issue = try scanner.name(&names)
    var cell = Cell(
      actor: names[actor], issue: names[issue], component: try Self.component(&scanner))
    cell.counts = try Self.counts(&scanner)
    cell.passages = try Self.next(&scanner)
    cell.fromIssuer = try Self.next(&scanner)
    cell.joint = try Self.next(&scanner)
    cell.paths = try Self.next(&scanner)
    cell.mechanisms = try Self.next(&scanner)
    cell.confidence = try Self.counts(&scanner)
    try scanner.expect(0x5D)
    return cell
  }

  /// A comma and a number.
  private static func next(_ scanner: inout JSONScanner) throws(JSONError) -> Int {
    try scanner.expect(0x2C)
    return try scanner.integer()
  }

  private static func counts(_ scanner: inout JSONScanner) throws(JSONError) -> StanceCounts {
    let support = try next(&scanner)
    let oppose = try next(&scanner)
    return StanceCounts(support: support, oppose: oppose, neutral: try next(&scanner))
  }

  private static func component(_ scanner: inout JSONScanner) throws(JSONError) -> Component {
    let index = try next(&scanner)
    guard Component.allCases.indices.contains(index) else {
      throw JSONError(offset: scanner.at, reason: "an unknown component in a tally")
    }
    return Component.allCases[index]
  }
}
