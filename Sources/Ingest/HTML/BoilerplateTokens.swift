// What class names, ids and roles say about a part of a page. Tokens are whole words of the value
// ("site-footer" → site, footer), so that "navy" is no navigation.

/// Sets of tokens, matched by hash.
enum BoilerplateTokens {
  /// Parts that are never the page's own text.
  static let furniture = hashes(
    """
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
    """)

  static let comments = hashes("comment comments commentlist respond replies reactions disqus")

  /// Pages whose comments are the content.
  static let forum = hashes(
    "forum thread threads topic post-message postbody discussion question answer answers reply message"
  )

  /// Containers of the main text.
  static let content = hashes(
    """
    articlebody article_body storybody story post entry postcontent entrycontent articlecontent content main \
    maincontent pagecontent bodytext contentbody article document doc maintext
    """)

  static let footnotes = hashes("footnote footnotes endnote endnotes fn references reflist")

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { hash($0.utf8) })
  }

  @inline(__always)
  static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  /// Calls `body` with the hash of each token of a class or id value: words split at what is no
  /// letter, and at an inner capital ("postBody" gives post, body and postbody).
  static func forEachToken(of value: ArraySlice<UInt8>, _ body: (UInt64) -> Void) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var whole: UInt64 = 0xcbf2_9ce4_8422_2325
    var count = 0
    var wholeCount = 0
    var previousLower = false
    for byte in value {
      let isLetter = (byte | 0x20) &- 0x61 < 26
      let isUpper = byte &- 0x41 < 26
      if !isLetter || (isUpper && previousLower) {
        if count > 0 { body(hash) }
        hash = 0xcbf2_9ce4_8422_2325
        count = 0
      }
      if byte <= 0x20 {
        if wholeCount > 0 { body(whole) }
        whole = 0xcbf2_9ce4_8422_2325
        wholeCount = 0
      }
      if isLetter {
        hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01b3
        count += 1
        whole = (whole ^ UInt64(byte | 0x20)) &* 0x100_0000_01b3
        wholeCount += 1
      }
      previousLower = isLetter && !isUpper
    }
    if count > 0 { body(hash) }
    if wholeCount > count { body(whole) }
  }
}
