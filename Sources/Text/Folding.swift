// Folding: what makes two spellings of a word the same word. ASCII takes the fast way in
// `Tokenizer`; everything else comes through here, scalar by scalar.

/// Case, diacritic and apostrophe folding, the same for texts and for lexicon phrases.
package enum Folding {
  /// FNV-1a, extended over the folded bytes of a word.
  @inline(__always)
  static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Hash of bytes that are folded already.
  package static func hash(_ folded: some Sequence<UInt8>) -> UInt64 {
    var hash = seed
    for byte in folded { hash = mix(hash, byte) }
    return hash
  }

  /// The folded form of a word: lower case, no diacritics, straight apostrophe.
  package static func fold(_ word: String) -> String {
    var folded = ""
    for scalar in word.unicodeScalars { appendFolded(scalar, to: &folded) }
    return folded
  }

  /// Appends what `scalar` folds to: nothing for combining marks and soft hyphens.
  static func appendFolded(_ scalar: Unicode.Scalar, to folded: inout String) {
    switch scalar.value {
    case 0x41...0x5A:
      folded.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
    case 0..<0x80: folded.unicodeScalars.append(scalar)
    case 0x2018, 0x2019, 0x02BC, 0xFF07: folded.append("'")
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF, 0x300...0x36F: break
    case 0xDF: folded.append("ss")
    case 0xC6, 0xE6: folded.append("ae")
    case 0x152, 0x153: folded.append("oe")
    case 0xD8, 0xF8: folded.append("o")
    case 0x141, 0x142: folded.append("l")
    case 0x130, 0x131: folded.append("i")
    case 0xFB00: folded.append("ff")
    case 0xFB01: folded.append("fi")
    case 0xFB02: folded.append("fl")
    case 0xFB03: folded.append("ffi")
    case 0xFB04: folded.append("ffl")
    default:
      if let base = latinBase(scalar.value) {
        folded.unicodeScalars.append(base)
      } else {
        folded.append(scalar.properties.lowercaseMapping)
      }
    }
  }

  /// The ASCII letter under a precomposed Latin-1 or Latin Extended-A letter.
  private static func latinBase(_ value: UInt32) -> Unicode.Scalar? {
    if value >= 0xC0, value <= 0xFF {
      let byte = latin1[Int(value - 0xC0)]
      return byte == 0x2E ? nil : Unicode.Scalar(byte)
    }
    if value >= 0x100, value <= 0x17F {
      let byte = latinA[Int(value - 0x100)]
      return byte == 0x2E ? nil : Unicode.Scalar(byte)
    }
    return nil
  }
  private static let latin1 = Array(
    "aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y".utf8)
  private static let latinA = Array(
    ("aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo..rrrrrrssssssss"
      + "ttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  /// What a scalar outside ASCII is for the tokenizer.
  enum Kind { case letter, ideograph, hyphen, apostrophe, space, ignorable, mark }

  static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x2019, 0x2018, 0x02BC, 0xFF07: .apostrophe
    case 0x2010, 0x2011, 0xAD, 0x2013: .hyphen
    case 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x85: .space
    case 0x200B...0x200F, 0x2060, 0xFEFF, 0x202A...0x202E: .ignorable
    // Scripts written without spaces: Thai to Khmer, kana, Han, and their extensions.
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3041...0x30FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      .ideograph
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
        .letter
      default: .mark
      }
    }
  }
}
