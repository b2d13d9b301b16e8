// Sentences of Corpus/cases with one construction each, as tables: construction, genre, issuer, what
// stands before, the sentence, and what is expected of it.

import Foundation
import Ingest

struct GoldenSentence: Sendable, CustomStringConvertible {
  var construction = ""
  var genre: String
  var issuer = ""
  var before = ""
  var sentence: String
  var expected: Set<String>
  var description: String { construction }

  /// The sentences of Corpus/cases/`folder`; empty if there are none, which a test must refuse.
  static func read(_ folder: String) -> [GoldenSentence] {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Corpus/cases/\(folder)/sentences.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 6 else { return nil }
      return GoldenSentence(
        construction: cells[0], genre: cells[1], issuer: cells[2], before: cells[3],
        sentence: cells[4], expected: Set(cells[5].split(separator: " ").map(String.init)))
    }
  }

  /// The sentence as the last passage of a document of 2021.
  var document: Document {
    let text = before + sentence
    var document = Document(id: "x", text: Array(text.utf8))
    document.metadata.genre = Genre(rawValue: genre)
    document.metadata.issuer = issuer.isEmpty ? nil : issuer
    document.metadata.date = "2021"
    let border = before.utf8.count
    if border > 0 { document.passages.append(Passage(start: 0, end: border)) }
    document.passages.append(Passage(start: border, end: text.utf8.count))
    return document
  }
}
