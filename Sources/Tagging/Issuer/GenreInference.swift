// The kind of a document from its title, file name, first lines and, for papers, the apparatus that
// only papers have.

package import Ingest

/// Infers genres.
package enum GenreInference {
  /// The genre that the document shows, or nil.
  package static func genre(of document: Document) -> Genre? {
    if isPaper(document) { return .academic }
    if isNews(document) { return .news }
    let name = ShortText.words(
      FileNameClues.parts(FileNameClues.base(document.id)).joined(separator: " "))
    var sources = [ShortText.words(document.metadata.title ?? ""), name]
    sources += document.letterhead.prefix(10).filter { !$0.hasSuffix(".") && !$0.hasSuffix(",") }
      .map { ShortText.words($0) }
      .filter { ShortText.count($0) <= 16 }
    for source in sources {
      for (genre, phrases) in signs where phrases.contains(where: { source.contains($0) }) {
        return genre
      }
    }
    for folder in FileNameClues.folders(document.id).reversed() {
      let words = ShortText.words(folder)
      for (genre, phrases) in folderSigns where phrases.contains(where: { words.contains($0) }) {
        return genre
      }
    }
    return isSpeech(document) ? .statement : nil
  }

  /// In order: the more specific first.
  private static let signs: [(Genre, [String])] = [
    (.analysis, [" analysis ", " commentary ", " op ed ", " opinion ", " explainer ", " blog "]),
    (
      .negotiationReport,
      [
        " negotiation report ", " negotiations bulletin ", " summary of the session ",
        " report on the negotiations ", " report of the negotiations ", " summary report ",
      ]
    ),
    (.pressCall, [" press call ", " press briefing ", " press conference ", " press gaggle "]),
    (.readout, [" readout ", " read out of ", " summary of the meeting ", " chair's summary "]),
    (
      .jointStatement,
      [
        " joint statement ", " joint declaration ", " joint communique ", " joint press statement ",
        " leaders' statement ", " leaders statement ", " leaders joint ", " joint vision ",
      ]
    ),
    (.resolution, [" resolution ", " a res "]),
    (
      .treaty,
      [
        " convention ", " treaty ", " protocol ", " agreement between ", " charter ",
        " agreement on ",
        " constitution of the international ",
      ]
    ),
    (
      .statement,
      [
        " statement ", " statements ", " remarks ", " speech ", " address ", " fact sheet ",
        " press release ", " position paper ", " letter ", " announcement ", " announces ",
        " submission ", " intervention ", " comments ",
      ]
    ),
    (
      .strategy,
      [
        " strategy ", " strategies ", " action plan ", " doctrine ", " white paper ", " ncss ",
        " strategic ", " roadmap ", " road map ", " national plan ", " masterplan ",
        " master plan ",
        " security policy ", " ict policy ", " digital agenda ", " concept of ",
      ]
    ),
    (
      .law,
      [
        " act ", " law ", " regulation ", " directive ", " executive order ", " code ",
        " measures ",
        " ordinance ", " decree ", " bill ", " statute ", " statutes ", " memorandum ",
        " rules of ",
        " provisions ",
      ]
    ),
    (.declaration, [" declaration ", " call for trust ", " call ", " manifesto ", " pledge "]),
    (.report, [" report ", " review of ", " assessment "]),
  ]
  private static let folderSigns: [(Genre, [String])] = [
    (.strategy, [" strategies ", " strategy "]), (.treaty, [" treaties ", " conventions "]),
    (.law, [" laws ", " law ", " legislation ", " regulation ", " regulations ", " orders "]),
    (.statement, [" statements ", " speeches ", " debate ", " remarks "]), (.news, [" news "]),
    (.academic, [" papers ", " articles ", " academic "]), (.readout, [" readouts "]),
  ]

  /// Abstract, keywords, references, DOI, citations: three of them make a paper.
  private static func isPaper(_ document: Document) -> Bool {
    let citations = citations(document.text)
    if citations >= 10 { return true }
    let head = lines(document.text.prefix(8_000))
    let end = document.text.suffix(60_000)
    // Only short lines are headings.
    let tail = end.split(separator: 0x0A).filter { $0.count <= 32 }
      .map { ShortText.words(String(decoding: $0, as: UTF8.self)) }
    var signs = citations >= 5 ? 2 : 0
    if head.contains(where: { starts($0, [" abstract ", " summary and keywords "]) }) {
      signs += 1
    }
    if head.contains(where: { starts($0, [" keywords ", " key words ", " index terms "]) }) {
      signs += 1
    }
    if head.contains(where: {
      $0.contains(" doi ") || $0.contains(" journal ") || $0.contains(" issn ")
        || $0.contains(" university ") || $0.contains(" vol ") || $0.contains(" school of ")
    }) {
      signs += 1
    }
    let isHeading = { (line: String) in
      [" references ", " bibliography ", " works cited ", " notes and references "].contains(line)
    }
    if tail.contains(where: isHeading)
      || document.sections.contains(where: { path in
        path.last.map { isHeading(ShortText.words($0)) } ?? false
      })
    {
      signs += 1
    }
    if signs == 2, namesOthers(end) { signs += 1 }
    return signs >= 3
  }

  /// "Smith et al. (2016)".
  private static func namesOthers(_ text: ArraySlice<UInt8>) -> Bool {
    let mark = Array(" et al".utf8)
    var at = text.startIndex
    while let space = text[at...].firstIndex(of: 0x20) {
      let after = space + mark.count
      if after < text.endIndex, text[space..<after].elementsEqual(mark),
        (text[after] | 0x20) &- 0x61 >= 26
      {
        return true
      }
      at = space + 1
    }
    return false
  }

  /// "(Krasner, 1982)", "(Robert & Joseph, 2010, p. 285)": a name, a comma, a year and then the end
  /// of the parenthesis, a page or the next work.
  private static func citations(_ text: [UInt8]) -> Int {
    var count = 0
    var open = -1
    for index in 0..<min(text.count, 200_000) {
      switch text[index] {
      case 0x28: open = index
      case 0x2C where open >= 0 && index - open < 80:
        guard index + 7 < text.count, text[index + 1] == 0x20,
          text[(index + 2)..<(index + 6)].allSatisfy({ $0 &- 0x30 < 10 }),
          text[index + 2] == 0x31 || text[index + 2] == 0x32,
          (text[index - 1] | 0x20) &- 0x61 < 26 || text[index - 1] == 0x2E
        else { continue }
        let next = text[index + 6]
        if next == 0x29 || next == 0x2C || next == 0x3B {
          count += 1
          open = -1
        }
      default: break
      }
    }
    return count
  }

  private static func isNews(_ document: Document) -> Bool {
    if let type = document.metadata.pageType, type.hasSuffix("NewsArticle") { return true }
    let head = String(decoding: document.text.prefix(600), as: UTF8.self)
    return ["(Reuters)", "(AP) —", "(AP) -", "(AFP)", "(Xinhua)"].contains { head.contains($0) }
  }

  /// A speech opens with an address to the chair or thanks.
  private static func isSpeech(_ document: Document) -> Bool {
    let head = ShortText.words(String(decoding: document.text.prefix(3_000), as: UTF8.self))
    // In documents of other kinds nobody says "I".
    if head.split(separator: " ").count(where: { $0 == "i" }) >= 4 { return true }
    return [
      " mr president ", " madam president ", " mr chair ", " madam chair ", " mr chairman ",
      " excellencies ", " i congratulate ", " i have the honour ", " i wish to ",
      " i would like to ", " i should like to ", " allow me to ", " ladies and gentlemen ",
      " my delegation ",
    ].contains { head.contains($0) }
  }

  private static func lines(_ bytes: ArraySlice<UInt8>) -> [String] {
    bytes.split(separator: 0x0A).map { ShortText.words(String(decoding: $0, as: UTF8.self)) }
  }

  private static func starts(_ line: String, _ words: [String]) -> Bool {
    words.contains { line.hasPrefix($0) }
  }
}
