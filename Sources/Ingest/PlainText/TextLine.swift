// One line of a plain text with what every judgement asks about it, looked up once.

internal import Text

/// One line: its bytes without outer white space.
struct TextLine {
  var start: Int
  var end: Int
  /// Empty lines between it and the line before.
  var blanksBefore: Int
  /// A form feed stands before it.
  var startsPage: Bool
  var role: PassageRole = .body
  /// Another line of the footnote above.
  var continuesNote = false
  /// A whole title that the table of contents lists.
  var isListed = false
  /// The second line of a title that the table of contents lists in one.
  var continuesTitle = false
  /// "B. …" in a list of A, B, C.
  var isLettered = false
  /// A bare number that is not the page's.
  var isStrayNumber = false
  /// Opens with a speaker's name.
  var opensTurn = false
  /// Ends in . ? ! : ; or a full-width stop, quotes and brackets looked through.
  var endsWithStop = false
  /// The label or bullet that it opens with.
  var item = ItemLabel.Kind.none
  /// The whole number that is its label, or -1.
  var number: Int32 = -1
  var counts = LineCounts()

  init(start: Int, end: Int, blanksBefore: Int, startsPage: Bool) {
    self.start = start
    self.end = end
    self.blanksBefore = blanksBefore
    self.startsPage = startsPage
  }

  var count: Int { end - start }
}

/// How many bytes of a line are letters, digits and spaces, and the letters at its two ends.
struct LineCounts {
  /// Of longer lines nothing is counted, since no judgement by form is about them: all counts are 255.
  static let longest = 240

  /// ASCII letters in lower case.
  private(set) var lowers = UInt8.max
  /// ASCII letters in upper case.
  private(set) var uppers = UInt8.max
  private(set) var digits = UInt8.max
  /// Bytes up to the space.
  private(set) var spaces = UInt8.max
  /// The first and the last letter, case folded, five bits each; bytes outside ASCII count as letters.
  /// 0 if there is none.
  private(set) var edges: UInt16 = 0

  var letters: Int { Int(lowers) + Int(uppers) }

  init() {}

  /// - Parameter bytes: the text, of which the line is the part from `start` to `end`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    guard end - start <= Self.longest else { return }
    let raw = UnsafeRawBufferPointer(bytes)
    var sums = Sums()
    var at = start
    while at + 8 <= end {
      sums.add(EightBytes(raw, at: at))
      at += 8
    }
    if at < end { sums.add(EightBytes(raw, at: at, count: end - at)) }
    lowers = Self.sum(sums.lowers)
    uppers = Self.sum(sums.letters &- sums.lowers)
    digits = Self.sum(sums.digits)
    // Neither letters nor digits nor spaces: the zeros behind the end are among none of the marks.
    spaces = UInt8(truncatingIfNeeded: end - start) &- Self.sum(sums.visible)
    guard let first = sums.first, let last = sums.last else { return }
    edges = UInt16(first & 31) << 5 | UInt16(last & 31)
  }

  /// Sums over blocks of eight bytes, one a byte, and the blocks of the outer letters.
  private struct Sums {
    var letters: UInt64 = 0
    var lowers: UInt64 = 0
    var digits: UInt64 = 0
    var visible: UInt64 = 0
    private var firstBlock: (bits: UInt64, letters: UInt64) = (0, 0)
    private var lastBlock: (bits: UInt64, letters: UInt64) = (0, 0)

    /// The first letter.
    var first: UInt8? {
      guard firstBlock.letters != 0 else { return nil }
      let place = firstBlock.letters.trailingZeroBitCount & ~7
      return UInt8(truncatingIfNeeded: firstBlock.bits >> UInt64(place))
    }

    /// The last letter.
    var last: UInt8? {
      guard lastBlock.letters != 0 else { return nil }
      let place = 56 - lastBlock.letters.leadingZeroBitCount & ~7
      return UInt8(truncatingIfNeeded: lastBlock.bits >> UInt64(place))
    }

    @inline(__always)
    mutating func add(_ eight: EightBytes) {
      let found = eight.letters
      letters &+= found >> 7
      // Small letters have the bit 0x20.
      lowers &+= (found & eight.bits << 2) >> 7
      digits &+= eight.digits >> 7
      visible &+= eight.visible >> 7
      let all = found | eight.bits & EightBytes.highs
      guard all != 0 else { return }
      lastBlock = (eight.bits, all)
      if firstBlock.letters == 0 { firstBlock = lastBlock }
    }
  }

  /// The sum of eight bytes, at most 255.
  @inline(__always)
  private static func sum(_ bytes: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: (bytes &* EightBytes.ones) >> 56)
  }

  /// The same for lines that differ only in case, spaces and the values of digits, and rarely for others.
  func key(count: Int) -> UInt64 {
    let shape = UInt64(letters) | UInt64(digits) << 16 | UInt64(edges) << 32
    return (shape | UInt64(truncatingIfNeeded: count - Int(spaces)) << 48) &* 0x9e37_79b9_7f4a_7c15
  }
}
