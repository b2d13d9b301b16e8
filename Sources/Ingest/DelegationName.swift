// A delegation's name alone on a line opens its statement in records of meetings. Only names of states
// and of a few bodies that take the floor count, and only where the first person follows: a country's
// profile stands below its name, too.

internal import Text

/// Tells names of delegations from other short lines.
enum DelegationName {
  /// The name without "The delegation of" and a closing colon; nil if the line is no such name.
  static func parse(_ line: UnsafeBufferPointer<UInt8>) -> String? {
    guard line.count >= 4, line.count <= 70, line[0] &- 0x41 < 26 else { return nil }
    var text = Substring(String(decoding: line, as: UTF8.self))
    while let last = text.last, last == ":" || last == " " || last == "." { text.removeLast() }
    for lead in ["The delegation of ", "Delegation of ", "Statement by ", "Statement of "]
    where text.hasPrefix(lead) {
      text = text.dropFirst(lead.count)
    }
    let name = text
    var key = text.lowercased()
    if let bracket = key.place(of: " (") { key = String(key[..<bracket.lowerBound]) }
    if key.hasPrefix("the ") { key = String(key.dropFirst(4)) }
    return isKnown(key) ? String(name) : nil
  }

  /// - Parameter key: a name in lower case without its article.
  static func isKnown(_ key: String) -> Bool { names.contains(key) }

  /// Whether a known name may be this long and begin like this; most lines are told apart here.
  static func mayBeKnown(_ line: UnsafeBufferPointer<UInt8>, _ count: Int) -> Bool {
    let start = count > 4 && line.starts(with: "The ".utf8) ? 4 : 0
    guard count - start < 64, count - start >= 2 else { return false }
    return shapes[shape(line[start], line[start + 1])] >> UInt64(count - start) & 1 != 0
  }

  private static func shape(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
  }

  /// Lengths in bytes, one a bit, by the first two letters.
  private static let shapes: [UInt64] = {
    var shapes = [UInt64](repeating: 0, count: 1_024)
    for name in names {
      let bytes = Array(name.utf8)
      guard bytes.count >= 2 else { continue }
      // Capitals may be a byte longer or shorter where they are not ASCII.
      for count in (bytes.count - 1)...(bytes.count + 1) where count < 64 {
        shapes[shape(bytes[0], bytes[1])] |= 1 << UInt64(count)
      }
    }
    return shapes
  }()

  /// "We", "I", "our", "my" as words.
  static func isFirstPerson(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.split { ($0 | 0x20) &- 0x61 >= 26 }.contains { word in
      switch word.count {
      case 1: word.first == 0x49
      case 2...3: persons.contains { $0.utf8.elementsEqual(word.lazy.map { $0 | 0x20 }) }
      default: false
      }
    }
  }

  private static let persons = ["we", "our", "my"]

  private static let names: Set<String> = Set(
    list.split(separator: "\n").joined(separator: ",").split(separator: ",").map {
      String($0.drop { $0 == " " })
    })

  private static let list = """
    afghanistan, albania, algeria, andorra, angola, antigua and barbuda, argentina, armenia, australia
    austria, azerbaijan, bahamas, bahrain, bangladesh, barbados, belarus, belgium, belize, benin, bhutan
    bolivia, bosnia and herzegovina, botswana, brazil, brunei darussalam, brunei, bulgaria, burkina faso
    burundi, cabo verde, cambodia, cameroon, canada, central african republic, chad, chile, china
    colombia, comoros, congo, costa rica, côte d’ivoire, côte d'ivoire, croatia, cuba, cyprus, czechia
    czech republic, democratic people’s republic of korea, democratic people's republic of korea
    democratic republic of the congo, denmark, djibouti, dominica, dominican republic, ecuador, egypt
    el salvador, equatorial guinea, eritrea, estonia, eswatini, ethiopia, fiji, finland, france, gabon
    gambia, georgia, germany, ghana, greece, grenada, guatemala, guinea, guinea-bissau, guyana, haiti
    honduras, hungary, iceland, india, indonesia, iran, islamic republic of iran, iraq, ireland, israel
    italy, jamaica, japan, jordan, kazakhstan, kenya, kiribati, kuwait, kyrgyzstan, laos
    lao people’s democratic republic, lao people's democratic republic, latvia, lebanon, lesotho, liberia
    libya, liechtenstein, lithuania, luxembourg, madagascar, malawi, malaysia, maldives, mali, malta
    marshall islands, mauritania, mauritius, mexico, micronesia, monaco, mongolia, montenegro, morocco
    mozambique, myanmar, namibia, nauru, nepal, netherlands, kingdom of the netherlands, new zealand
    nicaragua, niger, nigeria, north macedonia, norway, oman, pakistan, palau, panama, papua new guinea
    paraguay, peru, philippines, poland, portugal, qatar, republic of korea, south korea, north korea
    moldova, republic of moldova, romania, russia, russian federation, rwanda, saint kitts and nevis
    saint lucia, saint vincent and the grenadines, samoa, san marino, sao tome and principe, saudi arabia
    senegal, serbia, seychelles, sierra leone, singapore, slovakia, slovenia, solomon islands, somalia
    south africa, south sudan, spain, sri lanka, sudan, suriname, sweden, switzerland, syria
    syrian arab republic, tajikistan, tanzania, united republic of tanzania, thailand, timor-leste, togo
    tonga, trinidad and tobago, tunisia, türkiye, turkey, turkmenistan, tuvalu, uganda, ukraine
    united arab emirates, united kingdom, united kingdom of great britain and northern ireland
    united states, united states of america, uruguay, uzbekistan, vanuatu, venezuela
    bolivarian republic of venezuela, viet nam, vietnam, yemen, zambia, zimbabwe, holy see
    state of palestine, palestine, european union, african union, league of arab states, asean
    non-aligned movement, pacific islands forum, caricom, icrc
    """
}
