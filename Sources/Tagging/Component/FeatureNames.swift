// The cases of the scan's enumerations as weights.tsv names them. Written out, since asking Swift for
// the names of cases at run time costs every start some milliseconds; a test compares both.

/// Names of cases, in their order.
enum FeatureNames {
  static let moods = list(
    """
    shall must need should may can will would copula progressive passive perfect have finite
    """)
  static let verbs = list(
    """
    criminalise refrain cooperate protect combat improve respect establish decide meet report urge \
    commit agree believe say event depict aim harm enable build general other copula adjective \
    foundation evaluation nominal have
    """)
  static let subjects = list(
    """
    we states body authority operators persons it they textnoun instrument process threat value \
    domain capability measures offence goal conduct this there generic none proper abstract
    """)
  static let objects = list(
    """
    procNoun channel mla process body crimeAct offence instrument threat measures capability value \
    conduct goal importance domain textnoun states operators persons none
    """)
  static let frames = list("none believe urge say commit agree aim concern welcome")
  static let links = list(
    """
    necessity importance commitment that to gerund noun adjectiveTo imperativeTo imperativeGerund \
    imperative fragment
    """)
  static let flags = list(
    """
    lowerCase bullet numbered noPredicate deontic notDeontic anyPast allPast establishedBody \
    bodyProcess meetProcess under8 under15 under30 under60 longer digit digits3 year colon semicolon \
    question noEnd quote capitals30 capitals15 inList
    """)
  static let items = list("infinitive gerund base")
  static let shares = list("shall should we past will item legal")
  static let signs = list(
    """
    shall should must will past itemBase itemInfinitive itemGerund we colon body process \
    noPredicate deontic event threat value establish decide offence semicolon
    """)

  private static func list(_ names: String) -> [String] {
    names.utf8.split(separator: 0x20).map { String(Substring($0)) }
  }
}
