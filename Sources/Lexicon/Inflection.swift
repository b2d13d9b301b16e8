// `word~` in a phrase stands for the word's regular inflections. English; other languages will
// bring their own.

internal import Text

/// English inflections by rule, over bytes and in buffers that are used again.
struct Inflection {
  private(set) var bytes: [UInt8] = []
  /// End of each form in `bytes`.
  private(set) var ends: [Int] = []
  private let irregularIndex: [UInt64: Int]

  init() {
    var index: [UInt64: Int] = [:]
    for (number, word) in Self.irregular.enumerated() {
      let base = Bytes(start: word.base.utf8Start, count: word.base.utf8CodeUnitCount)
      index[WordHash.hash(base)] = number
    }
    irregularIndex = index
  }

  /// Fills `bytes` and `ends` with all regular forms of a folded word, itself first. Forms that do
  /// not exist do no harm.
  mutating func inflect(_ word: [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    add(word, "")
    guard word.count > 1, let last = word.last, last < 0x80 else { return }
    if let number = irregularIndex[WordHash.hash(word)] {
      addIrregular(Self.irregular[number].forms)
    }
    let before = word[word.count - 2]
    switch last {
    case UInt8(ascii: "e"):
      add(word, "s", "d")
      add(word, dropping: 1, "ing")
      if before == UInt8(ascii: "i") { add(word, dropping: 2, "ying") }
    case UInt8(ascii: "y") where !Self.isVowel(before):
      add(word, dropping: 1, "ies", "ied")
      add(word, "ing")
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): add(word, "es", "ed", "ing")
    case UInt8(ascii: "h") where before == UInt8(ascii: "s") || before == UInt8(ascii: "c"):
      add(word, "es", "ed", "ing")
    case UInt8(ascii: "c"): add(word, "s", "ked", "king")
    default:
      add(word, "s", "ed", "ing")
      if Self.doubles(word) {
        add(word, doubling: last, "ed")
        add(word, doubling: last, "ing")
      }
    }
  }

  /// The word without its last letters or with a doubled one, with each of the endings.
  private mutating func add(
    _ word: [UInt8], dropping dropped: Int = 0, doubling letter: UInt8? = nil,
    _ endings: StaticString...
  ) {
    for ending in endings {
      bytes.append(contentsOf: word.dropLast(dropped))
      if let letter { bytes.append(letter) }
      bytes.append(contentsOf: Bytes(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
      ends.append(bytes.count)
    }
  }

  /// Forms with spaces between them.
  private mutating func addIrregular(_ forms: StaticString) {
    for byte in Bytes(start: forms.utf8Start, count: forms.utf8CodeUnitCount) {
      if byte == 0x20 { ends.append(bytes.count) } else { bytes.append(byte) }
    }
    ends.append(bytes.count)
  }

  /// consonant-vowel-consonant at the end: "stop", "refer", "counsel".
  private static func doubles(_ word: [UInt8]) -> Bool {
    guard word.count >= 3, !isSingle(word[word.count - 1]) else { return false }
    return isVowel(word[word.count - 2]) && !isVowel(word[word.count - 3])
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    byte == 0x61 || byte == 0x65 || byte == 0x69 || byte == 0x6F || byte == 0x75
  }

  /// Letters that are not doubled before an ending: aeiou, w, x, y, h, q, k, c, j.
  private static func isSingle(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x77, 0x78, 0x79, 0x68, 0x71, 0x6B, 0x63, 0x6A: true
    default: isVowel(byte)
    }
  }

  private static let irregular: [(base: StaticString, forms: StaticString)] = [
    ("be", "is are was were been being"), ("have", "has had"), ("hold", "held"), ("say", "said"),
    ("think", "thought"), ("make", "made"), ("give", "gave given"), ("take", "took taken"),
    ("seek", "sought"), ("see", "saw seen"), ("set", "setting"), ("put", "putting"),
    ("meet", "met"), ("speak", "spoke spoken"), ("fight", "fought"), ("build", "built"),
    ("bring", "brought"), ("keep", "kept"), ("uphold", "upheld"), ("withhold", "withheld"),
    ("undertake", "undertook undertaken"), ("write", "wrote written"), ("find", "found"),
    ("feel", "felt"), ("lead", "led"), ("send", "sent"), ("forbid", "forbade forbidden"),
    ("break", "broke broken"), ("choose", "chose chosen"), ("stand", "stood"), ("tell", "told"),
    ("understand", "understood"), ("become", "became"), ("come", "came"),
    ("go", "went gone goes"), ("do", "did done does"), ("get", "got"), ("know", "knew known"),
    ("steal", "stole stolen"), ("oversee", "oversaw overseen"), ("mean", "meant"),
    ("withdraw", "withdrew withdrawn"), ("draw", "drew drawn"), ("crisis", "crises"),
    ("man", "men"), ("woman", "women"), ("child", "children"), ("analysis", "analyses"),
    ("criterion", "criteria"), ("datum", "data"), ("person", "people"),
  ]
}
