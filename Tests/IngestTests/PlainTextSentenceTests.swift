// Sentence boundaries on the project's own text of mixed genres (Corpus/gold/sentences-mixed.txt),
// as it is, hard-wrapped at 90 columns, and with a blank line after every line.

import Foundation
import Ingest
import Testing
import Text

/// The gold text: paragraphs of sentences.
private struct MixedGenres {
  var paragraphs: [[String]] = []

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Corpus/gold/sentences-mixed.txt")
    var paragraph: [String] = []
    for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
      if line.isEmpty || line.hasPrefix("#") {
        if !paragraph.isEmpty { paragraphs.append(paragraph) }
        paragraph = []
      } else {
        paragraph.append(line)
      }
    }
    if !paragraph.isEmpty { paragraphs.append(paragraph) }
  }

  /// Ends of the sentences, counted in characters that are no white space.
  var spans: Set<[Int]> { Self.spans(paragraphs.flatMap { $0 }) }

  static func spans(_ sentences: [String]) -> Set<[Int]> {
    var spans: Set<[Int]> = []
    var at = 0
    for sentence in sentences {
      let count = sentence.unicodeScalars.count { !$0.properties.isWhitespace }
      spans.insert([at, at + count])
      at += count
    }
    return spans
  }

  func wrapped(at width: Int, blankLines: Bool) -> String {
    var out = ""
    for paragraph in paragraphs {
      var line = ""
      var lines: [String] = []
      for word in paragraph.joined(separator: " ").split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > width {
          lines.append(line)
          line = ""
        }
        line += line.isEmpty ? String(word) : " \(word)"
      }
      lines.append(line)
      out += lines.joined(separator: blankLines ? "\n\n" : "\n") + "\n\n"
    }
    return out
  }

  var running: String { paragraphs.map { $0.joined(separator: " ") }.joined(separator: "\n\n") }
}

@Suite struct PlainTextSentenceTests {
  /// F1 of sentences with both ends right.
  private func score(_ text: String, _ gold: MixedGenres) -> (f1: Double, wrong: [String]) {
    var options = IngestOptions()
    options.keepsFurniture = true
    var document = Document(id: "t")
    PlainTextReader.read(Array(text.utf8), into: &document, options: options)
    let found = document.passages.map {
      String(decoding: document.text[$0.start..<$0.end], as: UTF8.self)
    }
    let want = gold.spans
    var at = 0
    var right = 0
    var wrong: [String] = []
    for sentence in found {
      let count = sentence.unicodeScalars.count { !$0.properties.isWhitespace }
      if want.contains([at, at + count]) { right += 1 } else { wrong.append(sentence) }
      at += count
    }
    return (2 * Double(right) / Double(found.count + want.count), wrong)
  }

  @Test func mixedGenres() throws {
    let gold = try MixedGenres()
    let running = score(gold.running, gold)
    let wrapped = score(gold.wrapped(at: 90, blankLines: false), gold)
    let blank = score(gold.wrapped(at: 90, blankLines: true), gold)
    print("sentences, F1 both ends: running", running.f1, "wrapped", wrapped.f1, "blank", blank.f1)
    for sentence in running.wrong { print("  running:", sentence) }
    for sentence in blank.wrong { print("  blank:", sentence) }
    #expect(running.f1 >= 0.94)
    #expect(wrapped.f1 >= running.f1 - 0.01)
    #expect(blank.f1 >= running.f1 - 0.01)
  }
}
