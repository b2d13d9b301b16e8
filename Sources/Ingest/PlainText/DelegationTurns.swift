// Records of debates where a delegation's name alone on a line opens its statement. Country names
// are headings of surveys as well, so the statements have to speak in the first person.

/// The lines that give a delegation the floor.
struct DelegationTurns {
  /// Names by line.
  private(set) var names: [Int: String] = [:]

  /// Empty unless three lines or more are names, two of them different, and half of what follows
  /// them says "we", "our", "my" or "I".
  init(_ text: TextLines) {
    var found: [(line: Int, name: String)] = []
    for index in text.lines.indices where Self.standsApart(text, index) {
      if let name = Self.name(text.slice(index)) { found.append((index, name)) }
    }
    guard found.count >= 3, Set(found.map(\.name)).count >= 2 else { return }
    var personal = 0
    for (place, turn) in found.enumerated() {
      let next = place + 1 < found.count ? found[place + 1].line : text.lines.count
      let end = min(next, turn.line + 40)
      if (turn.line + 1..<end).contains(where: { Self.isPersonal(text.slice($0)) }) {
        personal += 1
      }
    }
    guard personal * 2 >= found.count else { return }
    for turn in found { names[turn.line] = turn.name }
  }

  private static func standsApart(_ text: TextLines, _ index: Int) -> Bool {
    let line = text.lines[index]
    guard line.role == .body || line.role == .heading, line.count >= 3, line.count <= 60,
      text.first(index) &- 0x41 < 26
    else { return false }
    return index == 0 || line.blanksBefore > 0 || line.startsPage || text.endsWithStop(index - 1)
  }

  /// "Brazil", "the Netherlands:", "Cuba (on behalf of …)" as the document writes them.
  private static func name(_ line: UnsafeBufferPointer<UInt8>) -> String? {
    var end = line.firstIndex(of: 0x28) ?? line.count
    while end > 0, line[end - 1] <= 0x20 || line[end - 1] == 0x3A { end -= 1 }
    guard end >= 3, !line[..<end].contains(0x2E) || line[..<end].contains(0x20) else { return nil }
    let written = String(decoding: line[..<end], as: UTF8.self)
    var key = written.lowercased()
    if key.hasPrefix("the ") { key.removeFirst(4) }
    return known.contains(key) ? written : nil
  }

  private static func isPersonal(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start < line.count {
      var end = start
      while end < line.count, (line[end] | 0x20) &- 0x61 < 26 { end += 1 }
      switch end - start {
      case 1 where line[start] == 0x49: return true
      case 2, 3:
        let word = line[start..<end].map { $0 | 0x20 }
        if words.contains(where: { $0.utf8.elementsEqual(word) }) { return true }
      default: break
      }
      start = max(end, start) + 1
    }
    return false
  }

  private static let words = ["we", "our", "my"]

  private static let known: Set<String> = Set(
    """
    afghanistan,albania,algeria,andorra,angola,antigua and barbuda,argentina,armenia,australia,austria,
    azerbaijan,bahamas,bahrain,bangladesh,barbados,belarus,belgium,belize,benin,bhutan,bolivia,
    bosnia and herzegovina,botswana,brazil,brunei darussalam,bulgaria,burkina faso,burundi,cabo verde,
    cambodia,cameroon,canada,central african republic,chad,chile,china,colombia,comoros,congo,costa rica,
    côte d’ivoire,côte d'ivoire,croatia,cuba,cyprus,czech republic,czechia,
    democratic people's republic of korea,democratic people’s republic of korea,
    democratic republic of the congo,denmark,djibouti,dominica,dominican republic,ecuador,egypt,
    el salvador,equatorial guinea,eritrea,estonia,eswatini,ethiopia,fiji,finland,france,gabon,gambia,
    georgia,germany,ghana,greece,grenada,guatemala,guinea,guinea-bissau,guyana,haiti,holy see,honduras,
    hungary,iceland,india,indonesia,iran,islamic republic of iran,iraq,ireland,israel,italy,jamaica,japan,
    jordan,kazakhstan,kenya,kiribati,kuwait,kyrgyzstan,lao people's democratic republic,latvia,lebanon,
    lesotho,liberia,libya,liechtenstein,lithuania,luxembourg,madagascar,malawi,malaysia,maldives,mali,
    malta,marshall islands,mauritania,mauritius,mexico,micronesia,monaco,mongolia,montenegro,morocco,
    mozambique,myanmar,namibia,nauru,nepal,netherlands,new zealand,nicaragua,niger,nigeria,
    north macedonia,norway,oman,pakistan,palau,palestine,state of palestine,panama,papua new guinea,
    paraguay,peru,philippines,poland,portugal,qatar,republic of korea,republic of moldova,moldova,
    romania,russian federation,russia,rwanda,saint kitts and nevis,saint lucia,
    saint vincent and the grenadines,samoa,san marino,sao tome and principe,saudi arabia,senegal,serbia,
    seychelles,sierra leone,singapore,slovakia,slovenia,solomon islands,somalia,south africa,south sudan,
    spain,sri lanka,sudan,suriname,sweden,switzerland,syria,syrian arab republic,tajikistan,tanzania,
    united republic of tanzania,thailand,timor-leste,togo,tonga,trinidad and tobago,tunisia,türkiye,
    turkey,turkmenistan,tuvalu,uganda,ukraine,united arab emirates,united kingdom,
    united kingdom of great britain and northern ireland,united states,united states of america,uruguay,
    uzbekistan,vanuatu,venezuela,bolivarian republic of venezuela,viet nam,vietnam,yemen,zambia,zimbabwe,
    european union,african union,asean,non-aligned movement,pacific islands forum,caricom,icrc
    """.split(separator: ",").map { $0.drop { $0 == "\n" || $0 == " " }.lowercased() })
}
