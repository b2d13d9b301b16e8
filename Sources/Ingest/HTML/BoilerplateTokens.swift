// What class names and ids say about a part of a page. Tokens are whole words of the value
// ("site-footer" → site, footer), so that "navy" is no navigation.

/// Groups of words in class and id values.
enum BoilerplateTokens {
  /// Bits of the groups that a word belongs to.
  static let furniture: UInt16 = 1
  static let comments: UInt16 = 2
  static let forum: UInt16 = 4
  static let content: UInt16 = 8
  static let footnotes: UInt16 = 16
  static let byline: UInt16 = 32
  static let doubtful: UInt16 = 64
  static let consent: UInt16 = 128
  static let noteMark: UInt16 = 256

  /// Parts that are never the page's own text.
  private static let furnitureWords = """
    nav navbar navigation navi menu submenu megamenu navmenu topnav sidenav footer sitefooter pagefooter \
    sidebar sidepanel breadcrumb breadcrumbs crumbs share sharing \
    sharethis addthis newsletter subscribe advert advertisement advertising ad ads adsense adslot sponsored \
    popup modal lightbox pagination pager paging skip skiplink skiplinks login signin signup searchform \
    searchbox masthead topbar mostread mostpopular outbrain taboola disqus tagcloud offscreen paywall upsell \
    skyscraper backtotop langswitch wishlist minicart offcanvas flyout toast chatbot livechat social socials \
    related recommended recommendations trending promo promotion promos sponsor feedback rating ratings \
    subscription
    """

  /// Questions about tracking: never the page's text, however long they are.
  private static let consentWords = "cookie cookies consent gdpr ccpa onetrust"

  /// Parts that are furniture unless they hold prose.
  private static let doubtfulWords = """
    overlay toolbar register search copyright utility cta languages cart basket dropdown drawer tooltip \
    notification alertbar announcement
    """

  /// Furniture if it is a whole class name: "overflow-hidden" and "md:hidden" hide nothing.
  private static let wholeNames = """
    hidden visuallyhidden ishidden screenreader sronly printonly noprint
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

  private static let footnoteWords = """
    footnote footnotes endnote endnotes fn ftn edn sdfootnote sdendnote msofootnotetext msoendnotetext \
    references reflist
    """

  /// Links to notes.
  private static let noteMarkWords =
    "ftnref fnref noteref ednref footnoteref endnoteref citeref msofootnotereference"

  private static let table = WordTable(
    words(furnitureWords, furniture) + words(commentWords, comments) + words(forumWords, forum)
      + words(contentWords, content) + words(footnoteWords, footnotes)
      + words("byline bylines authorname author", byline) + words(doubtfulWords, doubtful)
      + words(consentWords, furniture | consent) + words(noteMarkWords, noteMark))

  private static let wholeTable = WordTable(words(wholeNames, furniture))

  private static func words(_ list: String, _ group: UInt16) -> [(word: String, value: UInt16)] {
    list.split { $0 == " " || $0 == "\n" }.map { (String($0), group) }
  }

  /// The groups of all words of a class or id value: words split at what is neither letter nor digit
  /// and at an inner capital ("postBody" gives post, body and postbody). Digits at a word's end do not
  /// count ("nav2"); with digits inside it is no word but a key ("4ad36b").
  static func groups(of value: Slice<UnsafeBufferPointer<UInt8>>) -> UInt16 {
    var groups: UInt16 = 0
    var hash = WordTable.start
    var whole = WordTable.start
    var count = 0
    var wholeCount = 0
    var hasDigit = false
    var isKey = false
    var previousLower = false
    for byte in value {
      let isLetter = (byte | 0x20) &- 0x61 < 26
      let isDigit = byte &- 0x30 < 10
      let isUpper = byte &- 0x41 < 26
      if !(isLetter || isDigit) || (isUpper && previousLower) {
        if count > 0, !isKey { groups |= table[hash] }
        hash = WordTable.start
        count = 0
        if !isUpper {
          hasDigit = false
          isKey = false
        }
      }
      if byte <= 0x20 {
        if wholeCount > 0 { groups |= table[whole] | wholeTable[whole] }
        whole = WordTable.start
        wholeCount = 0
      }
      if isLetter {
        if hasDigit { isKey = true }
        hash = WordTable.step(hash, byte | 0x20)
        count += 1
        whole = WordTable.step(whole, byte | 0x20)
        wholeCount += 1
      } else if isDigit {
        hasDigit = true
      }
      previousLower = isLetter && !isUpper
    }
    if count > 0, !isKey { groups |= table[hash] }
    if wholeCount > 0 { groups |= table[whole] | wholeTable[whole] }
    return groups
  }
}
