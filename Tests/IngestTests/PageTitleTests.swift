import Testing

@testable import Ingest

@Suite struct PageTitleTests {
  private func title(
    h1: [String] = [], shared: String? = nil, element: String? = nil, headline: String? = nil,
    site: String? = nil, url: String? = nil
  ) -> String? {
    var title = PageTitle()
    title.headings = h1
    title.shared = shared
    title.element = element
    title.headline = headline
    title.siteName = site
    title.url = url
    return title.best
  }

  @Test func theSiteIsNoPartOfTheTitle() {
    #expect(title(element: "Rules of the Road | Ministry of Ports") == "Rules of the Road")
    #expect(
      title(element: "Harbour | Rules of the Road", url: "https://www.harbour.example/a")
        == "Rules of the Road")
    #expect(
      title(element: "Port rules - a reader - Quay", site: "Quay") == "Port rules - a reader")
  }

  @Test func aDashThatBelongsToTheTitleStays() {
    #expect(
      title(element: "Ports - the long view of their rules")
        == "Ports - the long view of their rules")
  }

  @Test func theHeadingWinsWhereThePageAgrees() {
    #expect(
      title(h1: ["Rules of the Road"], element: "Rules of the Road – News – Quay")
        == "Rules of the Road")
    #expect(title(h1: ["News"], element: "News of the port opens its doors") != "News")
  }

  @Test func aBooksNameIsNoChaptersTitle() {
    #expect(
      title(h1: ["The Harbour Book"], element: "What is a quay? - The Harbour Book")
        == "What is a quay?")
  }

  @Test func referencesEscapedTwiceAreRead() {
    #expect(
      PageTitle.unescape("Full &#038; part &amp; &#x2018;a&rsquo; & b") == "Full & part & ‘a’ & b")
    #expect(PageTitle.unescape("AT&T; R&D;") == "AT&T; R&D;")
    #expect(PageTitle.heading("Quays\u{B6}") == "Quays")
  }
}
