// `word~` in a phrase stands for the word's regular inflections. English; other languages will
// bring their own.

/// English inflections by rule.
enum Inflection {
  /// All regular forms of a lower-case word, itself first. Forms that do not exist do no harm.
  static func forms(of word: String) -> [String] {
    guard let byte = word.utf8.last, byte < 0x80, word.utf8.count > 1 else { return [word] }
    let last = Character(Unicode.Scalar(byte))
    var forms = [word]
    let stem = String(Substring(word.utf8.dropLast()))
    if let irregular = irregular[word] { forms.append(contentsOf: irregular) }
    let isVowelBefore = word.utf8.dropLast().last.map(isVowel) ?? false
    switch last {
    case "e":
      forms += [word + "s", word + "d", stem + "ing"]
      if word.hasSuffix("ie") { forms.append(String(word.dropLast(2)) + "ying") }
    case "y" where !isVowelBefore:
      forms += [stem + "ies", stem + "ied", word + "ing"]
    case "s", "x", "z":
      forms += [word + "es", word + "ed", word + "ing"]
    case "h" where word.hasSuffix("sh") || word.hasSuffix("ch"):
      forms += [word + "es", word + "ed", word + "ing"]
    case "c": forms += [word + "s", word + "ked", word + "king"]
    default:
      forms += [word + "s", word + "ed", word + "ing"]
      if doubles(word, last) {
        forms += [word + String(last) + "ed", word + String(last) + "ing"]
      }
    }
    return forms
  }

  /// consonant-vowel-consonant at the end: "stop", "refer", "counsel".
  private static func doubles(_ word: String, _ last: Character) -> Bool {
    let tail = Array(word.utf8.suffix(3))
    guard tail.count == 3, !single.contains(tail[2]) else { return false }
    return isVowel(tail[1]) && !isVowel(tail[0])
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    byte == 0x61 || byte == 0x65 || byte == 0x69 || byte == 0x6F || byte == 0x75
  }
  /// Letters that are not doubled before an ending.
  private static let single = Array("aeiouwxyhqkcj".utf8)

  private static let irregular: [String: [String]] = [
    "be": ["is", "are", "was", "were", "been", "being"], "have": ["has", "had"],
    "hold": ["held"], "say": ["said"], "think": ["thought"], "make": ["made"],
    "give": ["gave", "given"],
    "take": ["took", "taken"], "seek": ["sought"], "see": ["saw", "seen"], "set": ["setting"],
    "put": ["putting"], "meet": ["met"], "speak": ["spoke", "spoken"], "fight": ["fought"],
    "build": ["built"], "bring": ["brought"], "keep": ["kept"], "uphold": ["upheld"],
    "withhold": ["withheld"], "undertake": ["undertook", "undertaken"],
    "write": ["wrote", "written"],
    "find": ["found"], "feel": ["felt"], "lead": ["led"], "send": ["sent"],
    "forbid": ["forbade", "forbidden"],
    "break": ["broke", "broken"], "choose": ["chose", "chosen"], "stand": ["stood"],
    "tell": ["told"],
    "understand": ["understood"], "become": ["became"], "come": ["came"],
    "go": ["went", "gone", "goes"],
    "do": ["did", "done", "does"], "get": ["got"], "know": ["knew", "known"],
    "steal": ["stole", "stolen"],
    "oversee": ["oversaw", "overseen"], "mean": ["meant"], "withdraw": ["withdrew", "withdrawn"],
    "draw": ["drew", "drawn"], "crisis": ["crises"], "man": ["men"], "woman": ["women"],
    "child": ["children"],
    "analysis": ["analyses"], "criterion": ["criteria"], "datum": ["data"], "person": ["people"],
  ]
}
