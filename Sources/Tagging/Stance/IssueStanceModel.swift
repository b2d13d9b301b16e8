// What is said against an issue, in words of that issue: "stored on servers in the country" is against
// data flows, though no word of it opposes anything. One logistic regression over the words of the
// passage, each by itself and together with the issue, and over the holder's signs of opposition;
// weights in weights-issue-stance.tsv.

internal import Lexicon
internal import Text

/// The stance of a statement by its score alone.
package enum IssueStanceChoice {
  /// - Parameter score: logarithm of the odds.
  package static func opposes(_ score: Double, isTold: Bool) -> Bool {
    IssueStanceModel.opposes(Float(score), isTold: isTold)
  }
}

/// Weights by word and issue, and by sign; immutable.
struct IssueStanceModel: Sendable {
  static let wordPrefix = "word="
  static let bias = "(bias)"

  /// From these logarithms of the odds a statement opposes its issue: probability .6 in texts that tell
  /// what others hold, .4 in those that speak for somebody, where the F measure with β = ⅓ is best on
  /// documents left out.
  private static let toldBound: Float = 0.405
  private static let ownBound: Float = -0.405

  /// The stance by the score alone.
  static func opposes(_ score: Float, isTold: Bool) -> Bool {
    score >= (isTold ? toldBound : ownBound)
  }

  /// By row of a word: its weights; those of `IssueWeights.any` count for every issue.
  private var rows: [Range<Int32>]
  private var entries: [IssueWeights.Entry] = []
  private var own = Signs()
  private var told = Signs()
  /// By issue.
  private var biases: [Float]
  /// By issue: whether the table knows it; a pack of one's own adds others.
  private var knows: [Bool]
  /// Place of `other`, or -1.
  private let other: Int
  /// Whether weights are there at all.
  private(set) var isFitted = false

  /// What the signs of a holder count, in one kind of text.
  private struct Signs: Sendable {
    var bias: Float = 0
    /// By `StanceSign`.
    var weights = [Float](repeating: 0, count: StanceSign.allCases.count)
  }

  /// - Parameter words: its rows are the places of what the words here weigh.
  init(lexicon: Lexicon, words: IssueModel) {
    rows = Array(repeating: 0..<0, count: words.rowCount)
    biases = Array(repeating: 0, count: lexicon.issues.count)
    knows = Array(repeating: false, count: lexicon.issues.count)
    other = lexicon.issues.firstIndex { $0.code == CommonIssue.other } ?? -1
    let wordPrefix = Array(Self.wordPrefix.utf8)
    lexicon.issueStanceWeights.forEachRow { name, weights in
      if name.starts(with: wordPrefix) {
        let row = words.row(ofStem: UnsafeBufferPointer(rebasing: name[wordPrefix.count...]))
        guard row >= 0 else { return }
        let start = Int32(entries.count)
        entries += weights
        rows[Int(row)] = start..<Int32(entries.count)
      } else if name.elementsEqual(Self.bias.utf8) {
        isFitted = words.isFitted
        for entry in weights where entry.issue >= 0 {
          biases[Int(entry.issue)] = entry.weight
          knows[Int(entry.issue)] = true
        }
      } else {
        take(String(decoding: name, as: UTF8.self), weights.first?.weight ?? 0)
      }
    }
  }

  /// Takes the weight of a sign or the bias of a kind of text.
  private mutating func take(_ name: String, _ weight: Float) {
    for kind in [OppositionModel.Rows.own, .told] where name.hasPrefix(kind.rawValue) {
      let signs = kind == .own ? \Self.own : \Self.told
      let sign = name.dropFirst(kind.rawValue.count)
      if sign == Self.bias {
        self[keyPath: signs].bias = weight
      } else if let place = StanceSign.places[String(sign)] {
        self[keyPath: signs].weights[place] = weight
      }
    }
  }

  /// What a holder's signs say for opposition.
  ///
  /// - Parameter signs: nil where nothing in the passage may oppose anything.
  func sum(_ signs: StanceSigns?, isTold: Bool) -> Float {
    let model = isTold ? told : own
    guard let signs else { return model.bias }
    var sum = model.bias
    for index in model.weights.indices { sum += model.weights[index] * Float(signs.values[index]) }
    return sum
  }

  /// Fills `likely.stances` with what the words of `likely.rows` say for opposition to each issue.
  func score(_ likely: inout LikelyIssues) {
    likely.stances.removeAll(keepingCapacity: true)
    likely.stances += biases
    likely.stamp &+= 1
    let stamp = likely.stamp
    var (stances, stamps) = ([Float](), [Int32]())
    swap(&stances, &likely.stances)
    swap(&stamps, &likely.stamps)
    stances.withUnsafeMutableBufferPointer { stances in
      stamps.withUnsafeMutableBufferPointer { stamps in
        rows.withUnsafeBufferPointer { rows in
          entries.withUnsafeBufferPointer { entries in
            var any: Float = 0
            for row in likely.rows where stamps[Int(row)] != stamp {
              stamps[Int(row)] = stamp
              let range = rows[Int(row)]
              for index in Int(range.lowerBound)..<Int(range.upperBound) {
                let entry = entries[index]
                if entry.issue >= 0 {
                  stances[Int(entry.issue)] += entry.weight
                } else {
                  any += entry.weight
                }
              }
            }
            for issue in stances.indices { stances[issue] += any }
          }
        }
      }
    }
    swap(&stances, &likely.stances)
    swap(&stamps, &likely.stamps)
  }

  /// Whether who states a position on an issue opposes it, by the scores of the words.
  ///
  /// - Parameters:
  ///   - issue: index of an issue that has no parent, -1 for `other`.
  ///   - signs: what the holder's signs say.
  func opposes(_ issue: Int, _ likely: LikelyIssues, signs: Float, isTold: Bool) -> Bool {
    let place = issue < 0 ? other : issue
    return place >= 0 && knows[place]
      && Self.opposes(likely.stances[place] + signs, isTold: isTold)
  }
}
