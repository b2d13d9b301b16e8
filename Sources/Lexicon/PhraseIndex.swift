// The phrase language of the lexicon files (Lexicons/README.md): `word~`, `a/b`, `=Case`, `{num}`.
// Phrases go from bytes to word ids to the trie without a string between.

internal import Text

/// Vocabulary and trie while the lexicon is read.
struct PhraseIndex {
  private(set) var vocabulary = Vocabulary(capacity: 10_000)
  private var trie = PhraseTrieBuilder()
  private let number: WordID
  private let tokenizer = Tokenizer(vocabulary: Vocabulary())
  private var inflection = Inflection()
  /// By word id: its inflections in `forms`; empty if nobody asked yet.
  private var formRanges: [Range<Int>] = []
  private var forms: [WordID] = []

  // The phrase at hand: words that may stand at each position, as written and folded.
  private var choices = PhraseChoices()
  private var written: [UInt8] = []
  /// Numbers that phrases write out ("article 5"): they are words, and `{num}` stands for them too.
  private var writtenNumbers: [WordID] = []
  /// Phrases with `{num}`, which wait until all written numbers are known.
  private var numbered: [(phrase: PhraseChoices, entry: Int32, isExactCase: Bool)] = []
  private var folded: [UInt8] = []
  private var tokens: [Token] = []

  init() {
    number = vocabulary.insert("{num}")
    for word in Lexicon.functionWords { _ = vocabulary.insert(word) }
  }

  /// Gives a word its number, whether or not a phrase has it.
  mutating func know(_ word: String) { _ = vocabulary.insert(word) }

  /// Adds the phrase of entry number `entry`.
  ///
  /// - Returns: whether the phrase demands its case.
  mutating func insert(_ phrase: Bytes, entry: Int32) -> Bool {
    let isExactCase = phrase.first == 0x3D
    choices.removeAll()
    var at = isExactCase ? 1 : 0
    while at < phrase.count {
      var end = at
      while end < phrase.count, phrase[end] != 0x20 { end += 1 }
      if end > at { part(Bytes(rebasing: phrase[at..<end]), isExactCase) }
      at = end + 1
    }
    if choices.contains(number) {
      numbered.append((choices, entry, isExactCase))
    } else {
      trie.insert(choices, entry: entry, isExactCase: isExactCase)
    }
    return isExactCase
  }

  /// Ends building.
  consuming func finish() -> (Vocabulary, PhraseTrie) {
    for (phrase, entry, isExactCase) in numbered {
      trie.insert(
        phrase.allowing(writtenNumbers, beside: number), entry: entry, isExactCase: isExactCase)
    }
    return (vocabulary, trie.build(wordCount: vocabulary.count, numberWord: number))
  }

  /// What stands between two spaces.
  private mutating func part(_ part: Bytes, _ isExactCase: Bool) {
    if part.equals("{num}") {
      choices.append(number)
      choices.endPosition()
      return
    }
    guard part.place(of: 0x2F) != nil else { return word(part, isExactCase) }
    let alternatives = part.split(separator: 0x2F)
    if alternatives.count == 1, let only = alternatives.first {
      word(Bytes(rebasing: only), isExactCase)
      return
    }
    for alternative in alternatives {
      let isInflected = alternative.last == 0x7E
      fold(isInflected ? alternative.dropLast() : alternative)
      add(isInflected: isInflected)
    }
    choices.endPosition()
  }

  /// A word of the phrase; hyphens and marks split it as they split texts.
  private mutating func word(_ word: Bytes, _ isExactCase: Bool) {
    let isInflected = word.last == 0x7E
    let letters = Bytes(rebasing: word[..<(isInflected ? word.count - 1 : word.count)])
    if !isExactCase, Self.isPlain(letters) {
      // Plain letters, which nearly all words are, need no tokenizer.
      let id = vocabulary.insert(lowercasing: letters)
      if isInflected {
        appendForms(of: id, letters)
      } else {
        choices.append(id)
      }
      choices.endPosition()
      return
    }
    written.removeAll(keepingCapacity: true)
    written.append(contentsOf: letters)
    tokens.removeAll(keepingCapacity: true)
    tokenizer.tokenize(written, range: 0..<written.count, into: &tokens)
    for (index, token) in tokens.enumerated() {
      var end = Int(token.end)
      if token.shape.contains(.possessive) {
        end -= written[end - 1] == 0x27 ? 1 : 2
        if written[end - 1] == 0x80 { end -= 2 }
      }
      let range = Int(token.start)..<end
      choices.appendWritten(written[range])
      let isDotted = range.count > 1 && written[end - 1] == 0x2E
      fold(written[range.lowerBound..<(isDotted ? end - 1 : end)])
      add(isInflected: isInflected && index == tokens.count - 1)
      choices.endPosition()
    }
  }

  /// Nothing but the letters of ASCII.
  private static func isPlain(_ word: Bytes) -> Bool {
    for byte in word where (byte | 0x20) &- 0x61 >= 26 { return false }
    return true
  }

  private mutating func fold(_ word: some Collection<UInt8>) {
    folded.removeAll(keepingCapacity: true)
    for byte in word {
      guard byte < 0x80 else {
        folded = Array(Folding.fold(String(decoding: word, as: UTF8.self)).utf8)
        return
      }
      folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
  }

  /// Lets the word in `folded`, or its forms, stand at the position.
  private mutating func add(isInflected: Bool) {
    let word = folded.withUnsafeBufferPointer { vocabulary.insert($0) }
    if let first = folded.first, first &- 0x30 < 10, !writtenNumbers.contains(word) {
      writtenNumbers.append(word)
    }
    if isInflected {
      appendForms(of: word, folded)
    } else {
      choices.append(word)
    }
  }

  /// Lets the forms of a word stand at the position.
  private mutating func appendForms(of word: WordID, _ spelling: some Collection<UInt8>) {
    let index = Int(word.rawValue)
    while formRanges.count <= index { formRanges.append(0..<0) }
    if formRanges[index].isEmpty {
      let first = forms.count
      fold(spelling)
      inflection.inflect(folded)
      inflection.bytes.withUnsafeBufferPointer { bytes in
        var start = 0
        for end in inflection.ends {
          let form = vocabulary.insert(Bytes(rebasing: bytes[start..<end]))
          if !forms[first...].contains(form) { forms.append(form) }
          start = end
        }
      }
      formRanges[index] = first..<forms.count
    }
    for index in formRanges[index] { choices.append(forms[index]) }
  }
}

/// A phrase after parsing: the words that may stand at each position.
struct PhraseChoices {
  private(set) var words = ReusedList<WordID>()
  /// End of each position in `words`.
  private(set) var ends = ReusedList<Int>()
  /// The words as written, for phrases whose case counts, and the end of each.
  private(set) var written: [UInt8] = []
  private(set) var writtenEnds: [Int] = []

  mutating func removeAll() {
    words.removeAll()
    ends.removeAll()
    guard !written.isEmpty else { return }
    written.removeAll(keepingCapacity: true)
    writtenEnds.removeAll(keepingCapacity: true)
  }

  /// Adds a choice to the position at hand; a word counts once.
  mutating func append(_ word: WordID) {
    for index in (ends.last ?? 0)..<words.count where words[index] == word { return }
    words.append(word)
  }
  mutating func endPosition() { ends.append(words.count) }

  /// Whether a position has the word.
  func contains(_ word: WordID) -> Bool {
    for index in 0..<words.count where words[index] == word { return true }
    return false
  }

  /// The phrase with further words where `word` may stand.
  func allowing(_ others: [WordID], beside word: WordID) -> PhraseChoices {
    var phrase = self
    phrase.words.removeAll()
    phrase.ends.removeAll()
    var start = 0
    for position in 0..<ends.count {
      var hasWord = false
      for index in start..<ends[position] {
        phrase.append(words[index])
        hasWord = hasWord || words[index] == word
      }
      if hasWord { for other in others { phrase.append(other) } }
      phrase.endPosition()
      start = ends[position]
    }
    return phrase
  }

  mutating func appendWritten(_ word: ArraySlice<UInt8>) {
    written.append(contentsOf: word)
    writtenEnds.append(written.count)
  }
}
