// What class names and ids say about a part of a page. Tokens are whole words of the value
// ("site-footer" → site, footer), so that "navy" is no navigation.

/// Groups of words in class and id values.
enum BoilerplateTokens {
  /// Bits of the groups that a word belongs to.
  static let furniture: UInt8 = 1
  static let comments: UInt8 = 2
  static let forum: UInt8 = 4
  static let content: UInt8 = 8
  static let footnotes: UInt8 = 16
  static let byline: UInt8 = 32

  /// Parts that are never the page's own text.
  private static let furnitureWords = """
    nav navbar navigation navi menu submenu megamenu navmenu topnav sidenav footer sitefooter pagefooter \
    sidebar sidepanel breadcrumb breadcrumbs crumbs cookie cookies consent gdpr ccpa onetrust share sharing \
    sharethis addthis social socials related recommended recommendations newsletter subscribe subscription \
    promo promotion promos advert advertisement advertising ad ads adsense adslot sponsor sponsored popup \
    modal lightbox overlay toolbar pagination pager paging skip skiplink skiplinks login signin signup \
    register search searchform searchbox masthead topbar copyright utility trending mostread mostpopular \
    outbrain taboola disqus tagcloud hidden visuallyhidden screenreader sronly printonly noprint offscreen \
    paywall upsell cta callout_ad leaderboard_ad skyscraper feedback rating ratings backtotop languages \
    langswitch cart basket wishlist minicart dropdown offcanvas flyout drawer tooltip notification alertbar \
    announcement toast chatbot livechat
    """

  private static let commentWords = "comment comments commentlist respond replies reactions disqus"

  /// Pages whose comments are the content.
  private static let forumWords =
    "forum thread threads topic post-message postbody discussion question answer answers reply message"

  /// Containers of the main text.
  private static let contentWords = """
    articlebody article_body storybody story post entry postcontent entrycontent articlecontent content main \
    maincontent pagecontent bodytext contentbody article document doc maintext
    """

  private static let footnoteWords = "footnote footnotes endnote endnotes fn references reflist"

  private static let table = WordTable(
    words(furnitureWords, furniture) + words(commentWords, comments) + words(forumWords, forum)
      + words(contentWords, content) + words(footnoteWords, footnotes)
      + words("byline bylines authorname", byline))

  private static func words(_ list: String, _ group: UInt8) -> [(word: String, value: UInt8)] {
    list.split { $0 == " " || $0 == "\n" }.map { (String($0), group) }
  }

  /// The groups of all words of a class or id value: words split at what is no letter, and at an
  /// inner capital ("postBody" gives post, body and postbody).
  static func groups(of value: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8 {
    var groups: UInt8 = 0
    var hash = WordTable.start
    var whole = WordTable.start
    var count = 0
    var wholeCount = 0
    var previousLower = false
    for byte in value {
      let isLetter = (byte | 0x20) &- 0x61 < 26
      let isUpper = byte &- 0x41 < 26
      if !isLetter || (isUpper && previousLower) {
        if count > 0 { groups |= table[hash] }
        hash = WordTable.start
        count = 0
      }
      if byte <= 0x20 {
        if wholeCount > 0 { groups |= table[whole] }
        whole = WordTable.start
        wholeCount = 0
      }
      if isLetter {
        hash = WordTable.step(hash, byte | 0x20)
        count += 1
        whole = WordTable.step(whole, byte | 0x20)
        wholeCount += 1
      }
      previousLower = isLetter && !isUpper
    }
    if count > 0 { groups |= table[hash] }
    if wholeCount > count { groups |= table[whole] }
    return groups
  }
}
