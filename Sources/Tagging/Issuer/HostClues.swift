// Who runs a web host. Government domains follow a few national customs; the rest are in signs.tsv:
// hosts of organisations and of ministries that don't.

internal import Lexicon

/// Reads the host of a URL.
struct HostClues: Sendable {
  /// Hosts of the lexicon and the codes of who runs them.
  private let hosts: [(host: String, code: String)]

  init(lexicon: Lexicon) {
    hosts = lexicon.signs.filter { $0.kind == .host }.map {
      ($0.text, lexicon.actors[$0.actor].code)
    }
  }

  /// The actor code of an official host, or nil.
  func actor(url: String) -> String? {
    let rest = url.range(of: "://").map { url[$0.upperBound...] } ?? Substring(url)
    let host = rest.prefix { $0 != "/" && $0 != ":" && $0 != "?" && $0 != "#" }.lowercased()
    let labels = host.split(separator: ".").map(String.init)
    guard labels.count >= 2, let last = labels.last else { return nil }
    for (suffix, code) in hosts where Self.isUnder(host.utf8, suffix.utf8) { return code }
    guard let state = Self.state(domain: last) else { return nil }
    let second = labels[labels.count - 2]
    return Self.official.contains(second) || Self.names.contains(second) ? state : nil
  }

  /// The same host or one under it.
  private static func isUnder(_ host: String.UTF8View, _ suffix: String.UTF8View) -> Bool {
    let rest = host.count - suffix.count
    guard rest >= 0, host.reversed().starts(with: suffix.reversed()) else { return false }
    return rest == 0 || host.reversed().dropFirst(suffix.count).first == 0x2E
  }

  /// The state of a country-code domain.
  private static func state(domain: String) -> String? { codes[domain.uppercased()] }

  /// Second-level domains kept for governments.
  private static let official: Set<String> = [
    "gov", "gob", "gouv", "govt", "go", "mil", "gub", "guv", "gv", "gc", "fgov", "parliament",
    "nic",
    "judiciary", "police", "mod",
  ]
  /// Hosts that are a government's by their own name.
  private static let names: Set<String> = [
    "government", "mfa", "kremlin", "mid", "admin", "bund", "bundestag", "bundesregierung",
    "regeringen", "regjeringen", "rijksoverheid", "valtioneuvosto", "um", "elysee", "senat",
    "esteri", "governo", "parlament", "president", "presidency", "presidence", "gov", "canada",
    "riksdagen", "stortinget", "folketinget", "parlamento", "overheid", "belgium", "ontario",
    "justiz", "bsi", "mof", "mofa", "scrf", "duma", "riigikogu", "valitsus", "vlada", "vm",
  ]

  /// Country-code domains to ISO 3166-1 alpha-3: alpha-2 and the two that are none, "uk" and "su".
  private static let codes: [String: String] = {
    var codes: [String: String] = [:]
    let words = table.split(separator: " ")
    for word in words {
      codes[String(word.prefix(2))] = String(word.suffix(3))
    }
    return codes
  }()
  private static let table = """
    ADAND AEARE AFAFG AGATG ALALB AMARM AOAGO ARARG ATAUT AUAUS AZAZE BABIH BBBRB BDBGD BEBEL BFBFA \
    BGBGR BHBHR BIBDI BJBEN BNBRN BOBOL BRBRA BSBHS BTBTN BWBWA BYBLR BZBLZ CACAN CDCOD CFCAF CGCOG \
    CHCHE CICIV CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM \
    DZDZA ECECU EEEST EGEGY ERERI ESESP ETETH FIFIN FJFJI FMFSM FRFRA GAGAB GBGBR GDGRD GEGEO GHGHA \
    GMGMB GNGIN GQGNQ GRGRC GTGTM GWGNB GYGUY HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR ININD IQIRQ \
    IRIRN ISISL ITITA JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KZKAZ \
    LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MGMDG \
    MHMHL MKMKD MLMLI MMMMR MNMNG MRMRT MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NENER NGNGA \
    NINIC NLNLD NONOR NPNPL NRNRU NZNZL OMOMN PAPAN PEPER PGPNG PHPHL PKPAK PLPOL PSPSE PTPRT PWPLW \
    PYPRY QAQAT ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SISVN SKSVK SLSLE SMSMR \
    SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SYSYR SZSWZ TDTCD TGTGO THTHA TJTJK TLTLS TMTKM TNTUN TOTON \
    TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA USUSA UYURY UZUZB VAVAT VCVCT VEVEN VNVNM VUVUT WSWSM \
    YEYEM ZAZAF ZMZMB ZWZWE UKGBR SURUS
    """
}

extension String {
  /// The first place of `part`, without Foundation.
  fileprivate func range(of part: StaticString) -> Range<String.Index>? {
    ranges(of: String(describing: part)).first
  }
}
