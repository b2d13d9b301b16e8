// The kind of a document from its title, file name, first lines and, for papers, the apparatus that
// only papers have.

package import Ingest
internal import Text

/// Infers genres.
package enum GenreInference {
  /// The genre that the document shows, or nil.
  package static func genre(of document: Document) -> Genre? {
    if isPaper(document) { return .academic }
    if isNews(document) { return .news }
    let name = FoldedWords(
      FileNameClues.parts(FileNameClues.base(document.id)).joined(separator: " "))
    if let genre = signs.genre(of: FoldedWords(document.metadata.title ?? "")) { return genre }
    if let genre = signs.genre(of: name) { return genre }
    for line in document.letterhead.prefix(10)
    where line.utf8.last != 0x2E && line.utf8.last != 0x2C {
      let words = FoldedWords(line)
      if words.count <= 16, let genre = signs.genre(of: words) { return genre }
    }
    for folder in FileNameClues.folders(document.id).reversed() {
      if let genre = folderSigns.genre(of: FoldedWords(folder)) { return genre }
    }
    return isSpeech(document) ? .statement : nil
  }

  /// Phrases that show a genre.
  private struct Signs: Sendable {
    private let phrases: FoldedPhrases
    private let genres: [Genre]

    init(_ list: [(Genre, [String])]) {
      phrases = FoldedPhrases(list.flatMap(\.1))
      genres = list.flatMap { genre, phrases in phrases.map { _ in genre } }
    }

    func genre(of words: FoldedWords) -> Genre? { phrases.first(in: words).map { genres[$0] } }
  }

  /// In order: the more specific first.
  private static let signs = Signs([
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
        " press release ", " position paper ", " working paper ", " non paper ",
        " discussion paper ", " letter ", " announcement ", " announces ",
        " submission ", " intervention ", " comments ",
      ]
    ),
    (
      .strategy,
      [
        " strategy ", " strategies ", " action plan ", " doctrine ", " white paper ",
        " green paper ", " ncss ",
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
    (.academic, [" paper ", " essay "]),
  ])
  private static let folderSigns = Signs([
    (.strategy, [" strategies ", " strategy "]), (.treaty, [" treaties ", " conventions "]),
    (.law, [" laws ", " law ", " legislation ", " regulation ", " regulations ", " orders "]),
    (.statement, [" statements ", " speeches ", " debate ", " remarks "]), (.news, [" news "]),
    (.academic, [" papers ", " articles ", " academic "]), (.readout, [" readouts "]),
  ])

  /// Abstract, keywords, references, DOI, citations: three of them make a paper.
  private static func isPaper(_ document: Document) -> Bool {
    let citations = citations(document.text)
    if citations >= 10 { return true }
    var found: UInt64 = 0
    apparatus.forEach(inText: document.text.prefix(8_000)) { index, isFirst in
      if isFirst || index >= firstAnywhere { found |= 1 << UInt64(index) }
    }
    func has(_ range: Range<Int>) -> Bool { range.contains { found >> UInt64($0) & 1 == 1 } }
    var signs = citations >= 5 ? 2 : citations >= 1 ? 1 : 0
    if has(0..<2) { signs += 1 }
    if has(2..<firstAnywhere) { signs += 1 }
    if has(firstAnywhere..<firstOfItself) { signs += 1 }
    if has(firstOfItself..<64),
      ofItself.first(in: FoldedWords(lines: document.text.prefix(4_000))) != nil
    {
      signs += 1
    }
    // References and other people's works can add two signs at most.
    guard signs > 0 else { return false }
    if signs < 3, hasReferences(document) { signs += 1 }
    if signs == 2, namesOthers(document.text.suffix(tailLength)) { signs += 1 }
    return signs >= 3
  }

  private static let tailLength = 60_000
  /// An abstract and keywords at the start of a line, what is printed on papers anywhere, and what a
  /// paper calls itself.
  private static let apparatus = FoldedPhrases([
    " abstract ", " summary and keywords ", " keywords ", " key words ", " index terms ", " doi ",
    " journal ", " issn ", " university ", " vol ", " school of ", " this paper ",
    " this article ", " this essay ",
  ])
  private static let firstAnywhere = 5
  private static let firstOfItself = 11
  private static let ofItself = FoldedPhrases([" this paper ", " this article ", " this essay "])

  private static func hasReferences(_ document: Document) -> Bool {
    // Only short lines are headings.
    let tail = FoldedWords(lines: document.text.suffix(tailLength), upTo: 32)
    return contains(
      tail,
      [
        "\n references \n", "\n bibliography \n", "\n works cited \n",
        "\n notes and references \n",
      ])
      || document.sections.contains { path in
        guard let words = path.last.map({ FoldedWords($0) }) else { return false }
        return [" references ", " bibliography ", " works cited ", " notes and references "]
          .contains { words.bytes.elementsEqual($0.utf8) }
      }
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
    text.withUnsafeBufferPointer { text in
      var count = 0
      let limit = min(text.count, 200_000)
      var open = 0
      while open < limit {
        guard let found = text.place(of: 0x28, from: open, upTo: limit) else { break }
        open = found
        var index = open + 1
        while index < min(limit, open + 80), text[index] != 0x28 {
          if text[index] == 0x2C, isYearAfter(index, text) {
            let next = text[index + 6]
            if next == 0x29 || next == 0x2C || next == 0x3B {
              count += 1
              break
            }
          }
          index += 1
        }
        open = index
      }
      return count
    }
  }

  /// ", 2010" after a letter or a dot.
  private static func isYearAfter(_ comma: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard comma + 7 < text.count, text[comma + 1] == 0x20,
      text[comma + 2] == 0x31 || text[comma + 2] == 0x32,
      (text[comma - 1] | 0x20) &- 0x61 < 26 || text[comma - 1] == 0x2E
    else { return false }
    return (3...5).allSatisfy { text[comma + $0] &- 0x30 < 10 }
  }

  private static func isNews(_ document: Document) -> Bool {
    if let type = document.metadata.pageType, type.hasSuffix("NewsArticle") { return true }
    let head = document.text.prefix(600)
    return head.indices.contains { at in
      head[at] == 0x28 && agencies.contains { head[at...].starts(with: $0.utf8) }
    }
  }

  private static let agencies = ["(Reuters)", "(AP) —", "(AP) -", "(AFP)", "(Xinhua)"]

  /// A speech opens with an address to the chair or thanks.
  private static func isSpeech(_ document: Document) -> Bool {
    // In documents of other kinds nobody says "I".
    var count = 0
    var isAddressed = false
    address.forEach(inText: document.text.prefix(3_000)) { index, _ in
      if index == 0 { count += 1 } else { isAddressed = true }
    }
    return count >= 4 || isAddressed
  }

  private static let address = FoldedPhrases([
    " i ", " mr president ", " madam president ", " mr chair ", " madam chair ", " mr chairman ",
    " excellencies ", " i congratulate ", " i have the honour ", " i wish to ",
    " i would like to ", " i should like to ", " allow me to ", " ladies and gentlemen ",
    " my delegation ",
  ])

  private static func contains(_ lines: FoldedWords, _ phrases: [StaticString]) -> Bool {
    phrases.contains { lines.contains($0) }
  }
}
