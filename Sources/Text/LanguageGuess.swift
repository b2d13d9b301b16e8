// Which language a text is in, as far as the tool must know: English is coded, the rest is listed.

/// A guess from script and function words.
package enum LanguageGuess {
  /// BCP 47 primary subtag, or nil where the text is too short to tell.
  package static func guess(_ text: [UInt8]) -> String? {
    let sample = text.prefix(20_000)
    var scripts = [String: Int]()
    var letters = 0
    for scalar in String(decoding: sample, as: UTF8.self).unicodeScalars {
      guard scalar.value > 0x40, let script = script(scalar.value) else { continue }
      letters += 1
      scripts[script, default: 0] += 1
    }
    guard letters >= 20 else { return nil }
    let top = scripts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    if let top, top.key != "latin", top.value * 2 > letters {
      if top.key == "zh", scripts["ja", default: 0] * 20 > letters { return "ja" }
      return top.key
    }
    return latin(sample)
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

  private static func latin(_ sample: ArraySlice<UInt8>) -> String? {
    var counts = [String: Int]()
    var words = 0
    for word in sample.split(whereSeparator: { $0 < 0x41 || ($0 > 0x5A && $0 < 0x61) }) {
      guard word.count <= 6 else {
        words += 1
        continue
      }
      words += 1
      let folded = String(decoding: word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
      for language in languages[folded] ?? [] { counts[language, default: 0] += 1 }
    }
    guard words >= 12,
      let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
    else { return nil }
    let english = counts["en", default: 0]
    // Another language must win clearly: names and quotations are not enough.
    if best.key != "en", best.value * 2 < english * 3 { return "en" }
    if best.value * 25 < words { return nil }
    return best.key
  }

  private static let languages: [String: [String]] = {
    var table: [String: [String]] = [:]
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
    for language in lists.keys.sorted() {
      for word in lists[language, default: ""].split(separator: " ") {
        table[String(word), default: []].append(language)
      }
    }
    return table
  }()
}
