// Most positions in official documents are their issuer's: without a metadata file the issuers of
// real documents must be found, and never be wrong silently.

import Foundation
import Testing

@Suite struct CorpusIssuerTests {
  /// At least 80 % of the documents that have an issuer get it, at most 3 % get another, and whoever
  /// gets none or an inferred one is warned of.
  @Test(.enabled(if: RealBinary.shared != nil, "../shared is not here"))
  func issuersOfTheCorpusAreInferred() throws {
    let shared = try #require(RealBinary.shared)
    let corpus = shared.appendingPathComponent("corpus")
    let table = try String(
      contentsOf: corpus.appendingPathComponent("metadata.csv"), encoding: .utf8)
    var truth: [String: Set<Substring>] = [:]
    for line in table.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
      guard cells.count > 2, !cells[0].hasPrefix("\"") else { continue }
      truth[String(cells[0])] = Set(cells[1].split(separator: "+"))
    }
    let output = try RealBinary.inTemporaryDirectory { directory in
      try RealBinary.run(
        "normtag run '\(corpus.path)' -o out --no-passages --jobs 2", in: directory)
    }
    #expect(output.status == 0)
    var inferred: [String: Set<Substring>] = [:]
    var warned: Set<String> = []
    for line in output.stderr.split(separator: "\n") {
      let parts = line.components(separatedBy: ": ")
      guard parts.count >= 4, parts[2] == "warning" else { continue }
      let file = String(parts[1].dropFirst(corpus.path.count + 1))
      if parts[3].hasPrefix("issuer ") || parts[3].hasPrefix("no issuer found") {
        warned.insert(file)
      }
      let words = parts[3].split(separator: " ")
      guard words.count > 3, words[0] == "issuer", words[2] == "inferred" else { continue }
      inferred[file] = Set(words[1].split(separator: "+"))
    }
    let named = truth.filter { !$0.value.isEmpty }
    try #require(named.count > 400)
    let right = named.count { inferred[$0.key] == $0.value }
    let wrong = named.filter { inferred[$0.key] != nil && inferred[$0.key] != $0.value }
    #expect(right * 100 >= named.count * 80, "\(right) of \(named.count)")
    #expect(wrong.count * 100 <= named.count * 3, "\(wrong.keys.sorted().prefix(9))")
    let silent = named.keys.count { !warned.contains($0) }
    #expect(silent == 0, "documents without a word about their issuer")
    print("issuers: \(right) of \(named.count) right, \(wrong.count) wrong")
  }
}
