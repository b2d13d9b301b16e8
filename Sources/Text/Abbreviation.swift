// Abbreviations by what may follow them. English first; other languages add their own lists.

/// Kinds of words that carry a stop without ending the sentence.
enum Abbreviation {
  enum Kind {
    /// Before a name: "Mr.", "Gen.".
    case title
    /// Before a number: "No.", "Art.", "p.".
    case reference
    /// May end a sentence before a word that often opens one: "etc.", "Co.".
    case mayEnd
    /// Behind a town, "Bend, Ore.": else a common word, "ill", "miss".
    case state
    case month
    case weekday
    case never
    /// One letter.
    case initial
    /// Letters with dots: "U.S", "i.e".
    case dotted
    /// "a.m", "p.m".
    case clock
  }

  /// The kind of `word` (without its last stop), nil if it is a common word.
  static func kind(of word: UnsafeBufferPointer<UInt8>) -> Kind? {
    guard !word.isEmpty, word.count <= 12 else { return nil }
    if word.count == 1 {
      return (word[0] | 0x20) &- 0x61 < 26 ? .initial : nil
    }
    if word.contains(0x2E) {
      let isDotted =
        word.enumerated().allSatisfy { index, byte in
          byte == 0x2E || (byte | 0x20) &- 0x61 < 26
        } && !word.split(separator: 0x2E).contains { $0.count > 2 }
      guard isDotted else { return nil }
      if word.count == 3, word[2] | 0x20 == 0x6D, word[0] | 0x20 == 0x61 || word[0] | 0x20 == 0x70 {
        return .clock
      }
      if word.count == 3, word[0] == 0x69 || word[0] == 0x65, word[2] == 0x65 || word[2] == 0x67 {
        return .never
      }
      return .dotted
    }
    return table[Folding.hash(word.lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })]
  }

  static func isTitle(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    kind(of: word).map { $0 == .title } ?? false
  }

  /// "Rep.", "Gov.": what a state's officers are called behind its name, "U.S. Rep. Hale".
  static func isOffice(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    isTitle(word) && !["Mr", "Mrs", "Ms", "Dr", "Prof"].contains { $0.utf8.elementsEqual(word) }
  }

  /// "Friday", "July", "ET": what follows an hour inside a sentence.
  static func mayFollowClock(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    afterClock.contains(Folding.hash(word))
  }

  /// "St.", "Dr.", "Ft.": a title before a name, a street or a measure at the end.
  static func mayEndAddress(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count == 2 && ["St", "Dr", "ft", "Mt"].contains { $0.utf8.elementsEqual(word) }
  }

  static func isSentenceOpener(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first, first &- 0x41 < 26 else { return false }
    return openers.contains(Folding.hash(word.lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }))
  }

  /// A common word, in lower case and too long for an unknown abbreviation: a stop after it ends
  /// the sentence even where the writer goes on without a capital.
  static func isPlainWord(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 2, word.count <= 20 else { return false }
    var vowels = 0
    for var byte in word {
      // One capital, at the word's start.
      if byte &- 0x41 < 26, byte == word[0], word.count > 5 { byte |= 0x20 }
      guard byte &- 0x61 < 26 || byte == 0x27 else { return false }
      if Self.vowels >> UInt32(byte & 31) & 1 == 1 { vowels += 1 }
    }
    let hash = Folding.hash(word)
    guard vowels > 0 else { return false }
    if word.count == 2 { return pairs.contains(hash) }
    return (table[hash] ?? .state) == .state && !clipped.contains(hash)
  }

  /// Bit `letter & 31` for a, e, i, o, u and y; an apostrophe has none.
  private static let vowels: UInt32 =
    1 << 1 | 1 << 5 | 1 << 9 | 1 << 15 | 1 << 21 | 1 << 25

  /// "and", "which": no sentence ends in it.
  static func isNeverLast(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    neverLast.contains(Folding.hash(word))
  }

  /// "etc": before a capital it ends the sentence.
  static func closesList(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.elementsEqual("etc".utf8)
  }

  /// "it", "they", "i".
  static func isPronoun(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    pronouns.contains(Folding.hash(word))
  }

  /// An opener of sentences that is nobody's name, as "May" or "Her" may be.
  static func isNoName(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    noNames.contains(Folding.hash(word))
  }

  static func isReportingVerb(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    reporting.contains(Folding.hash(word.last == 0x2E ? word.dropLast() : word[...]))
  }

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { Folding.hash($0.utf8) })
  }

  private static let reporting = hashes(
    "said asked replied cried exclaimed shouted whispered answered added says asks wondered "
      + "muttered wrote writes continued insisted explained yelled screamed laughed called told "
      + "demanded begged murmured snapped sighed agreed admitted repeated remarked inquired teased "
      + "pleaded grumbled hissed growled thought announced declared observed suggested interrupted "
      + "protested promised warned joked chuckled giggled grinned smiled replies cries whispers")

  private static let afterClock = hashes(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun "
      + "January February March April May June July August September October November December "
      + "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec GMT UTC EST EDT ET CST CDT CT MST MDT MT "
      + "PST PDT PT CET CEST BST IST Eastern Central Mountain Pacific Greenwich")

  /// Abbreviations in lower case that are no words, beside those of `table`.
  private static let clipped = hashes(
    "approx assoc comps contd admin maint elect temps specs mins secs hrs yrs lbs gal tsp tbsp "
      + "doz qt hosp misc ext addl avg acct adj adv aka amt anon asst auth aux bal biol chem cir circ "
      + "conf cont def dep dia diag dist div econ elec elev eng env equiv exec exp fam fem freq gen "
      + "geog geol geom gov gram hist hort illus ind inf init inst int intro inv lab lat lib lit loc "
      + "mag maj math mech med mem mgr mil mod nat neg obj obs occ opp opt ord orig orn pat perf pharm "
      + "phil phon pop pos poss pref prelim prep pres prob proc prod pron prop prov pub quot rec "
      + "recd ref rel rep repr ret sci ser sim sing soc spec spp ssp subj subsp subst sup supp surg "
      + "syn sys tech temp theol trans transl treas var vet voc wks mos org orgs for with from into"
  )

  private static let pairs = hashes(
    "it me us up in on so at is be do go am oh ok no ad tv pc id")

  /// Words that end no sentence: a stop behind them is a comma that was misread.
  private static let neverLast = hashes(
    "and but or nor yet the a an we they he she i as if than our my their your its which who whose while "
      + "because although though where whether until unless")

  private static let pronouns = hashes(
    "i it he she they we you there these those this my his")

  private static let noNames = hashes(
    "The This These Those It He She They We There But And If When In On At For However What")

  private static let table: [UInt64: Kind] = {
    var table: [UInt64: Kind] = [:]
    func add(_ words: String, _ kind: Kind) {
      for word in words.split(separator: " ") { table[Folding.hash(word.utf8)] = kind }
    }
    add(
      "mr mrs ms messrs dr prof rev hon sen rep gov gen lt col maj capt cmdr adm sgt cpl pres amb "
        + "st ste mt ft fr mme mlle supt insp atty min sec-gen h.e brig pvt pfc det msgr lieut wm chas jas thos robt benj",
      .title)
    add(
      "no nos art arts sec secs para paras pp p par sect ch chap fig figs vol vols ed eds cf cl reg regs "
        + "app annex n nn op tit subpara subsec res doc add rev'd tel ext eq eqs eqn thm",
      .reference)
    add("n° nr num", .reference)
    add(
      "co corp inc ltd llc plc bros jr sr esq etc al est dept univ assn intl govt natl ave blvd rd "
        + "bldg apt mts sq ph.d approx max",
      .mayEnd)
    add("mon tue tues wed thu thurs fri sat sun", .weekday)
    add("jan feb mar apr jun jul aug sept sep oct nov dec", .month)
    add(
      "ala ariz ark calif colo conn del fla ga ill ind kan ky mass md mich minn mo mont neb nev "
        + "okla ore pa tenn tex va vt wash wis wyo",
      .state)
    add("vs v viz ca e.g i.e cf incl exc excl esp resp", .never)
    return table
  }()

  private static let openers: Set<UInt64> = {
    let words =
      "the a an this that these those it its he she they we i you his her their our my your in on at "
      + "by for from to with as if when while where why how who what which there here but and or so "
      + "yet however moreover furthermore therefore thus also besides although though because since "
      + "after before during despite instead according all any both each every many most some such "
      + "no not only one two first second finally then now today is are was were do did does can "
      + "could will would should may must let's let please see otherwise still anyway maybe perhaps once "
      + "until section article states member of even never just like ok okay yes yeah oh sorry thanks "
      + "take make get give keep tell try turn none nobody everyone everybody someone nothing "
      + "everything something other others another few several many much"
    return Set(words.split(separator: " ").map { Folding.hash($0.utf8) })
  }()
}
