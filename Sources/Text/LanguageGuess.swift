// Which language a text is in, as far as the tool must know: English is coded, the rest is listed.

/// A guess from script and function words.
package enum LanguageGuess {
  /// BCP 47 primary subtag, or nil where the text is too short to tell.
  package static func guess(_ text: [UInt8]) -> String? {
    let sample = Self.sample(text)
    let (letters, counts) = scripts(sample)
    guard letters >= 20 else { return nil }
    let top = counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
    if top > 0, counts[top] * 2 > letters {
      if names[top] == "zh", counts[japanese] * 20 > letters { return "ja" }
      return names[top]
    }
    return latin(sample)
  }

  /// Three stretches of the text: a title page alone may be in another language.
  private static func sample(_ text: [UInt8]) -> [UInt8] {
    guard text.count > 4_500 else { return text }
    let middle = text.count / 2
    return Array(text[..<1_500]) + [0x20] + text[middle..<(middle + 1_500)] + [0x20]
      + text[(text.count - 1_500)...]
  }

  private static let names = ["latin", "el", "ru", "he", "ar", "hi", "th", "ja", "zh", "ko"]
  private static let japanese = 7

  /// Letters in all, and by script in the order of `names`.
  private static func scripts(_ sample: [UInt8]) -> (letters: Int, counts: [Int]) {
    var letters = 0
    var counts = Array(repeating: 0, count: names.count)
    sample.withUnsafeBufferPointer { bytes in
      var at = 0
      let raw = UnsafeRawBufferPointer(bytes)
      while at < bytes.count {
        // Runs of ASCII, eight bytes a step.
        while at + 8 <= bytes.count {
          let eight = EightBytes(raw, at: at)
          guard eight.isASCII else { break }
          let found = EightBytes.count(eight.letters)
          letters += found
          counts[0] += found
          at += 8
        }
        guard at < bytes.count else { break }
        if bytes[at] < 0x80 {
          if (bytes[at] | 0x20) &- 0x61 < 26 {
            letters += 1
            counts[0] += 1
          }
          at += 1
          continue
        }
        let (scalar, length) = Tokenizer.scalar(bytes, at, bytes.count)
        if let name = script(scalar.value), let index = names.firstIndex(of: name) {
          letters += 1
          counts[index] += 1
        }
        at += length
      }
    }
    return (letters, counts)
  }

  private static func script(_ value: UInt32) -> String? {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: "latin"
    case 0x370...0x3FF: "el"
    case 0x400...0x52F: "ru"
    case 0x590...0x5FF: "he"
    case 0x600...0x6FF, 0x750...0x77F: "ar"
    case 0x900...0x97F: "hi"
    case 0xE00...0xE7F: "th"
    case 0x3040...0x30FF: "ja"
    case 0x3400...0x9FFF: "zh"
    case 0xAC00...0xD7AF: "ko"
    default: nil
    }
  }

  private static func latin(_ sample: [UInt8]) -> String? {
    var counts = Array(repeating: 0, count: codes.count)
    let words = counts.withUnsafeMutableBufferPointer { counts in
      sample.withUnsafeBufferPointer { bytes in
        languages.withLookUp { look in
          var words = 0
          var at = 0
          while at < bytes.count {
            guard let word = nextWord(bytes, &at) else { continue }
            words += 1
            guard let hash = word.hash else { continue }
            var set = look(hash)
            while set != 0 {
              counts[set.trailingZeroBitCount] += 1
              set &= set - 1
            }
          }
          return words
        }
      }
    }
    guard words >= 12, let best = counts.indices.max(by: { (counts[$0], $1) < (counts[$1], $0) })
    else { return nil }
    // Another language must win clearly: names and quotations are not enough.
    if best != 0, counts[best] * 2 < counts[0] * 3 { return "en" }
    if counts[best] * 25 < words { return nil }
    return codes[best]
  }

  private struct Word {
    /// Of its lower case, if it has six bytes or fewer, as function words have.
    var hash: UInt64?
  }

  /// The word at `at`, or nil if none begins there. Goes on to where the next may begin.
  @inline(__always)
  private static func nextWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int
  ) -> Word? {
    if at + 8 <= bytes.count {
      let eight = EightBytes(UnsafeRawBufferPointer(bytes), at: at)
      let letters = eight.letters
      if eight.isASCII, letters != EightBytes.highs {
        let length = EightBytes.first(letters ^ EightBytes.highs)
        guard length > 0 else {
          at += letters == 0 ? 8 : EightBytes.first(letters)
          return nil
        }
        at += length + 1
        return Word(
          hash: length <= 6 ? WordHash.mix(WordHash.seed, eight.lowercased.prefix(length)) : nil)
      }
    }
    let start = at
    var hash = WordHash()
    while at < bytes.count, (bytes[at] | 0x20) &- 0x61 < 26 || bytes[at] >= 0x80 {
      hash.append(bytes[at] &- 0x41 < 26 ? bytes[at] | 0x20 : bytes[at])
      at += 1
    }
    guard at > start else {
      at += 1
      return nil
    }
    return Word(hash: at - start <= 6 ? hash.value : nil)
  }

  private static let codes = ["en", "de", "es", "fr", "id", "it", "nl", "pl", "pt", "sv", "tr"]

  /// Hash of a function word → the languages that have it, a bit each in the order of `codes`.
  private static let languages: WordSets = {
    var table = WordSets()
    let lists = [
      "en": "the of and to in is that for with by on be are this shall will should as it from not",
      "fr": "le la les des du et en un une dans que qui pour par sur est au aux ce cette ne pas",
      "de":
        "der die das und in von zu den mit für ist im des dem nicht auf eine ein sich auch wird",
      "es": "el la los las de y en que del un una por con para es se su al como más",
      "it": "il lo la gli di e che in un una per con del della dei sono è nel alla non",
      "pt": "o os as de e que em um uma do da dos das por com para é não ao no na",
      "nl": "de het een en van in is dat op te voor met zijn aan niet door die wordt",
      "pl": "i w na z do się nie jest że od przez oraz dla po jak",
      "sv": "och att i en som det på är av för med till den har inte",
      "tr": "ve bir bu için ile olarak olan da de çok daha gibi",
      "id": "dan yang di dengan untuk dari pada dalam ini itu tidak oleh",
    ]
    for (bit, language) in codes.enumerated() {
      for word in lists[language, default: ""].split(separator: " ") {
        table.add(WordHash.hash(word.utf8), bit: bit)
      }
    }
    return table
  }()
}

/// Hashes of words and a set of small numbers for each, in a table of open addressing.
private struct WordSets {
  private var hashes = [UInt64](repeating: 0, count: 1_024)
  private var sets = [UInt32](repeating: 0, count: 1_024)

  mutating func add(_ hash: UInt64, bit: Int) {
    var at = Int(truncatingIfNeeded: hash & 1_023)
    while hashes[at] != 0, hashes[at] != hash { at = (at + 1) & 1_023 }
    hashes[at] = hash
    sets[at] |= 1 << UInt32(bit)
  }

  /// Calls `body` with what gives the set of a hash, for many of them.
  @inline(__always)
  func withLookUp(_ body: ((UInt64) -> UInt32) -> Int) -> Int {
    hashes.withUnsafeBufferPointer { hashes in
      sets.withUnsafeBufferPointer { sets in
        body { hash in
          var at = Int(truncatingIfNeeded: hash & 1_023)
          while hashes[at] != 0 {
            if hashes[at] == hash { return sets[at] }
            at = (at + 1) & 1_023
          }
          return 0
        }
      }
    }
  }
}
