// What a passage is about: phrases of the lexicon add up per issue; weak words need company, and
// the passage before and the heading lend a little.

internal import Ingest
package import Lexicon
internal import Text

/// Finds the issues of passages. Immutable; the state of a document is in `IssueScratch`.
package struct IssueCoder: Sendable {
  /// Score from which an issue stands by itself.
  package static let threshold = 0.75
  /// Score from which an issue is taken where a position is there and no better issue is.
  package static let weakThreshold = 0.4
  /// Most issues of one passage.
  package static let most = 3

  private let lexicon: Lexicon
  /// Issue → its parent, or itself.
  private let parents: [Int]

  package init(lexicon: Lexicon) {
    self.lexicon = lexicon
    var index: [String: Int] = [:]
    for (number, issue) in lexicon.issues.enumerated() { index[issue.code] = number }
    parents = lexicon.issues.enumerated().map { number, issue in
      issue.parent.flatMap { index[$0] } ?? number
    }
  }

  /// An issue of a passage.
  package struct Finding: Sendable {
    /// Index into `Lexicon.issues`; a sub-issue where its own phrases are there.
    package var issue: Int
    package var parent: Int
    package var score: Double
    /// Tokens of the strongest phrase.
    package var tokens: Range<Int>
    /// The strongest phrase names what the issue is against ("terrorism").
    package var isPractice: Bool
  }

  /// The issues of passage `index`, strongest first; also those below the thresholds.
  package func findings(
    _ document: TokenizedDocument, passage index: Int, scratch: inout IssueScratch
  ) -> [Finding] {
    scratch.begin(lexicon.issues.count)
    let matches = document.matches[document.matchRanges[index]]
    var findings: [Finding] = []
    for match in matches {
      let entry = lexicon.entries[Int(match.entry)]
      guard entry.kind == .issue, !isCovered(match, by: matches) else { continue }
      let issue = Int(entry.target)
      let parent = parents[issue]
      let tokens = Int(match.first)..<Int(match.end)
      let weight = abs(entry.weight)
      if let known = findings.firstIndex(where: { $0.parent == parent }) {
        // The same words do not count twice.
        if findings[known].tokens.overlaps(tokens) {
          if weight > scratch.peak[parent] {
            findings[known].score += weight - scratch.peak[parent]
            take(&findings[known], issue, tokens, entry, weight, &scratch)
          }
          continue
        }
        findings[known].score += weight * (scratch.count[parent] > 2 ? 0.25 : 0.6)
        scratch.count[parent] += 1
        if weight > scratch.peak[parent] || (issue != parent && findings[known].issue == parent) {
          take(&findings[known], issue, tokens, entry, weight, &scratch)
        }
      } else {
        scratch.count[parent] = 1
        scratch.peak[parent] = weight
        findings.append(
          Finding(
            issue: issue, parent: parent, score: weight, tokens: tokens,
            isPractice: entry.weight < 0))
      }
    }
    lend(&findings, document, index, &scratch)
    findings.sort { ($0.score, $1.issue) > ($1.score, $0.issue) }
    scratch.previous = findings.map { ($0.parent, $0.score) }
    return findings
  }

  private func take(
    _ finding: inout Finding, _ issue: Int, _ tokens: Range<Int>, _ entry: Entry,
    _ weight: Double, _ scratch: inout IssueScratch
  ) {
    if issue != finding.parent || finding.issue == finding.parent { finding.issue = issue }
    finding.tokens = tokens
    finding.isPractice = entry.weight < 0
    scratch.peak[finding.parent] = max(weight, scratch.peak[finding.parent])
  }

  /// A phrase inside a longer phrase of another full issue says nothing of its own.
  private func isCovered(_ match: PhraseMatch, by matches: ArraySlice<PhraseMatch>) -> Bool {
    let length = match.end - match.first
    for other in matches {
      if other.first > match.first { break }
      guard other.end >= match.end, other.end - other.first > length else { continue }
      let entry = lexicon.entries[Int(other.entry)]
      if entry.kind == .issue, abs(entry.weight) >= 0.7 { return true }
    }
    return false
  }

  /// The passage before lends a fifth to issues that are named again or nearly so.
  private func lend(
    _ findings: inout [Finding], _ document: TokenizedDocument, _ index: Int,
    _ scratch: inout IssueScratch
  ) {
    guard index > 0, document.document.passages[index].continues else { return }
    for (parent, score) in scratch.previous where score >= Self.threshold {
      if let known = findings.firstIndex(where: { $0.parent == parent }) {
        findings[known].score += 0.15
      }
    }
  }
}

/// Buffers of a worker and the findings of the passage before.
package struct IssueScratch: Sendable {
  var count: [Int] = []
  var peak: [Double] = []
  var previous: [(parent: Int, score: Double)] = []

  package init() {}

  mutating func begin(_ issues: Int) {
    if count.count != issues {
      count = Array(repeating: 0, count: issues)
      peak = Array(repeating: 0, count: issues)
    }
  }
}
