// Who can be found at all: every member and observer state of the United Nations by all its names,
// and the sizes that the README gives.

import Testing

@testable import Lexicon

@Suite struct StatesTests {
  /// ISO 3166-1 alpha-3 codes of the 193 members of the United Nations and its two observer states.
  private static let codes = """
    AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA
    BRB BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK
    DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY
    HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO
    LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ
    MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY
    PSE QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR
    TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA UKR URY USA UZB VAT VCT VEN VNM VUT WSM YEM
    ZAF ZMB ZWE
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test func everyStateHasNameAdjectiveAndPeople() throws {
    let lexicon = try LexiconLoader.load()
    #expect(Self.codes.count == 195)
    var roles: [String: Set<AliasRole>] = [:]
    for entry in lexicon.entries where entry.kind == .actor {
      roles[lexicon.actors[Int(entry.target)].code, default: []].insert(entry.role)
    }
    // "Congolese" and "Dominican" mean the larger neighbour; nobody is a Vatican.
    let unnamed = ["COG", "DMA", "VAT"]
    for code in Self.codes {
      let own = roles[code] ?? []
      #expect(own.contains(.name), "\(code)")
      guard !unnamed.contains(code) else { continue }
      #expect(own.isSuperset(of: [.name, .adjective, .demonym]), "\(code): \(own)")
    }
    let states = lexicon.actors.filter { $0.kind == .state }.map(\.code)
    #expect(Set(states).isSuperset(of: Self.codes))
  }

  @Test func seatsOfPowerStandForGovernments() throws {
    let lexicon = try LexiconLoader.load()
    func actor(_ phrase: String) -> String? {
      lexicon.entries.first { $0.kind == .actor && lexicon.phrase($0).elementsEqual(phrase.utf8) }
        .map { lexicon.actors[Int($0.target)].code }
    }
    #expect(actor("Beijing") == "CHN")
    #expect(actor("Kremlin") ?? actor("the Kremlin") == "RUS")
    #expect(actor("White House") ?? actor("the White House") == "USA")
  }

  @Test func sizesOfTheLexicon() throws {
    let lexicon = try LexiconLoader.load()
    #expect(lexicon.actors.count >= 250)
    #expect(lexicon.entries.count { $0.kind == .actor } >= 2_500)
    #expect(lexicon.entries.count { $0.kind == .issue } >= 1_000)
    #expect(lexicon.entries.count { $0.kind == .cue } >= 800)
    #expect(lexicon.cues.count >= 100)
    #expect(lexicon.weights.count >= 1_000)
  }

  @Test func organisationsOfTheCodebookAreThere() throws {
    let lexicon = try LexiconLoader.load()
    let codes = Set(lexicon.actors.map(\.code))
    for code in [
      "EU", "NATO", "UN", "ITU", "ICANN", "SCO", "BRICS", "G7", "G20", "OSCE", "ASEAN", "AU", "COE",
      "UNGGE", "OEWG", "WIC", "CCDCOE", "WESTERN", "DEVELOPING", "INDUSTRY", "CIVILSOCIETY",
      "EXPERTS", "SOME-STATES",
    ] {
      let isThere = codes.contains(code)
      #expect(isThere, "\(code)")
    }
    for group in ["EU", "NATO", "SCO", "BRICS", "G7", "ASEAN"] {
      #expect(lexicon.memberships.contains { $0.group == group }, "\(group)")
    }
    // With dates: the United Kingdom left the EU.
    #expect(
      lexicon.memberships.contains { $0.group == "EU" && $0.member == "GBR" && $0.to != nil })
  }
}
