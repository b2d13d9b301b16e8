// A document's counts as one JSON value, so that merge and resume get exactly what was counted.

internal import Tagging
package import Text

extension DocumentTally {
  /// Appends the tally as a JSON object without line ends.
  package func append(to out: inout ByteWriter) {
    out.append("{\"doc\":")
    out.appendJSON(doc)
    for (name, value) in [
      ("title", title), ("date", date), ("issuer", issuer), ("genre", genre), ("lang", lang),
      ("source", source), ("issuer_source", issuerSource),
    ] {
      out.append(",\"\(name)\":")
      out.appendJSON(value)
    }
    out.append(",\"counts\":")
    Self.append([passages, withStatements, statements, unsure] + components, [], to: &out)
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
      Self.append(
        [
          cell.component.index, cell.counts.support, cell.counts.oppose, cell.counts.neutral,
          cell.passages, cell.fromIssuer, cell.joint, cell.paths, cell.mechanisms,
          cell.confidence.support, cell.confidence.oppose, cell.confidence.neutral,
        ], [cell.actor, cell.issue], to: &out)
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
  package init(json: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    var tally = DocumentTally(doc: "")
    var scanner = JSONScanner(json)
    try scanner.object { scanner, key throws(JSONError) in
      if key == "doc" {
        tally.doc = try scanner.string()
      } else if key == "title" {
        tally.title = try scanner.optionalString()
      } else if key == "date" {
        tally.date = try scanner.optionalString()
      } else if key == "issuer" {
        tally.issuer = try scanner.optionalString()
      } else if key == "genre" {
        tally.genre = try scanner.optionalString()
      } else if key == "lang" {
        tally.lang = try scanner.optionalString()
      } else if key == "source" {
        tally.source = try scanner.optionalString()
      } else if key == "issuer_source" {
        tally.issuerSource = try scanner.optionalString()
      } else if key == "counts" {
        let n = try Self.row(&scanner, strings: 0, numbers: 9).numbers
        (tally.passages, tally.withStatements, tally.statements, tally.unsure) =
          (n[0], n[1], n[2], n[3])
        tally.components = Array(n[4...])
      } else if key == "venues" {
        try scanner.array { scanner throws(JSONError) in
          let row = try Self.row(&scanner, strings: 1, numbers: 1)
          tally.venues[row.strings[0]] = row.numbers[0]
        }
      } else if key == "mentioned" {
        try scanner.array { scanner throws(JSONError) in
          tally.mentioned.append(try scanner.string())
        }
      } else if key == "cells" {
        try scanner.array { scanner throws(JSONError) in
          let (s, n) = try Self.row(&scanner, strings: 2, numbers: 12)
          tally.cells.append(
            Cell(
              actor: s[0], issue: s[1], component: try Self.component(n[0], &scanner),
              counts: StanceCounts(support: n[1], oppose: n[2], neutral: n[3]),
              confidence: StanceCounts(support: n[9], oppose: n[10], neutral: n[11]),
              passages: n[4],
              fromIssuer: n[5], joint: n[6], paths: n[7], mechanisms: n[8]))
        }
      } else if key == "presences" {
        try scanner.array { scanner throws(JSONError) in
          let (s, n) = try Self.row(&scanner, strings: 1, numbers: 4)
          tally.presences.append(
            Presence(
              actor: s[0], component: try Self.component(n[0], &scanner), passages: n[1],
              supporting: n[2], opposing: n[3]))
        }
      } else if key == "pairs" {
        try scanner.array { scanner throws(JSONError) in
          let (s, n) = try Self.row(&scanner, strings: 3, numbers: 2)
          tally.pairs.append(
            Pair(first: s[0], second: s[1], issue: s[2], joint: n[0], apart: n[1]))
        }
      } else {
        try scanner.skipValue()
      }
    }
    self = tally
  }

  private static func component(
    _ index: Int, _ scanner: inout JSONScanner
  ) throws(JSONError) -> Component {
    guard Component.allCases.indices.contains(index) else {
      throw JSONError(offset: scanner.at, reason: "an unknown component in a tally")
    }
    return Component.allCases[index]
  }

  private static func row(
    _ scanner: inout JSONScanner, strings: Int, numbers: Int
  ) throws(JSONError) -> (strings: [String], numbers: [Int]) {
    var found: ([String], [Int]) = ([], [])
    try scanner.array { scanner throws(JSONError) in
      if scanner.peek() == 0x22 {
        found.0.append(try scanner.string())
      } else {
        found.1.append(try scanner.integer())
      }
    }
    guard found.0.count == strings, found.1.count == numbers else {
      throw JSONError(offset: scanner.at, reason: "a tally with too few or too many counts")
    }
    return found
  }
}
