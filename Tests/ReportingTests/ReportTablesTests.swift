// Tables over a few made-up documents: counts, groups, kinds, time, networks and warnings.

import Lexicon
import Positions
import Tagging
import Testing
import Text

@testable import Reporting

@Suite struct ReportTablesTests {
  private static let codebook: ReportCodebook = {
    var lexicon = Lexicon()
    for (code, region, alliance) in [
      ("CHN", "asia", "own"), ("JPN", "asia", "quad"), ("USA", "americas", "quad"),
    ] {
      lexicon.actors.append(
        Actor(
          code: code, kind: .state, name: code,
          columns: [("region", region), ("alliance", alliance)]))
    }
    lexicon.memberships = [
      Membership(group: "QUAD", member: "JPN", from: "2017", to: nil),
      Membership(group: "QUAD", member: "USA", from: "2017", to: nil),
    ]
    return ReportCodebook(lexicon)
  }()

  private static func document(
    _ doc: String, _ date: String?, genre: String = "statement",
    _ statements: [(actor: String, issue: String, stance: Stance)], joint: Joint = .none
  ) -> CodedDocument {
    var document = CodedDocument(doc: doc)
    document.date = date
    document.genre = genre
    var passage = CodedPassage(
      passage: 0, unit: "sentence", start: 0, end: 0, textStart: 0, textEnd: 0)
    passage.component = .norm
    passage.venue = "UN"
    passage.statements = statements.map {
      Statement(
        actor: $0.actor, issue: $0.issue, stance: $0.stance, attribution: .explicit, joint: joint,
        confidence: 0.9)
    }
    document.passages = [passage]
    return document
  }

  private static let documents: [CodedDocument] =
    (0..<4).flatMap { number in
      [
        document(
          "c\(number)", "201\(number)-05-01",
          [("CHN", "cyber-sovereignty", .support), ("CHN", "new-treaty.fast", .support)]),
        document(
          "u\(number)", "201\(number + 5)-06-02", genre: "strategy",
          [("USA", "cyber-sovereignty", .oppose), ("USA", "new-treaty", .oppose)]),
      ]
    } + [
      document(
        "joint", "2019-01", [("JPN", "new-treaty", .support), ("USA", "new-treaty", .support)],
        joint: .mutual)
    ]

  private static func tables(_ change: (inout ReportOptions) -> Void = { _ in }) -> ReportTables {
    var options = ReportOptions()
    change(&options)
    var collector = TallyCollector(options)
    for document in documents { collector.add(document) }
    return ReportTables(collector.finish().cube, codebook: codebook, options: options)
  }

  /// Rows of a table as dictionaries.
  private static func rows(_ table: CSVTable) -> [[String: String]] {
    String(decoding: table.out.bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
      line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(
        uniqueKeysWithValues: zip(table.columns.map(\.name), fields))
    }
  }

  private static func row(
    _ table: CSVTable, _ key: [String: String]
  ) throws -> [String: String] {
    try #require(
      rows(table).first { row in key.allSatisfy { row[$0.key] == $0.value } }, "\(key)")
  }

  @Test func sharesHaveDenominatorsAndIntervals() throws {
    let share = try Self.row(Self.tables().shares(), ["actor": "CHN", "component": "norm"])
    #expect(share["passages"] == "4" && share["of"] == "4" && share["share"] == "1")
    #expect(share["low"]?.isEmpty == false && share["low"] != "1" && share["high"] == "1")
    let wide = Self.tables { $0.values = .share }.actorComponent()
    #expect(wide.columns.map(\.name).suffix(2) == ["none_low", "none_high"])
  }

  @Test func subIssuesOrTheirParents() {
    let upper = Self.tables().actorIssue(counts: true).columns.map(\.name)
    let lower = Self.tables { $0.issueLevel = .lower }.actorIssue(counts: true).columns.map(\.name)
    #expect(upper == ["actor", "cyber-sovereignty", "new-treaty"])
    #expect(lower == ["actor", "cyber-sovereignty", "new-treaty.fast"])
  }

  @Test func actorsByRegionAndMembership() throws {
    let asia = try Self.row(
      Self.tables().groups("region"), ["region": "asia", "issue": "new-treaty"])
    #expect(asia["actors"] == "2" && asia["statements"] == "5" && asia["documents"] == "5")
    // Before 2017 the USA is no member: 2017, 2018 and the joint statement count.
    let quad = try Self.row(
      Self.tables().groups("members"), ["members": "QUAD", "issue": "new-treaty"])
    #expect(quad["oppose"] == "2" && quad["support"] == "2" && quad["documents"] == "3")
    // So in an alliance that has members; any other holds at all times.
    let alliances = Self.tables().groups("alliance")
    let ally = try Self.row(alliances, ["alliance": "quad", "issue": "new-treaty"])
    #expect(ally["oppose"] == "2" && ally["support"] == "2" && ally["documents"] == "3")
    let own = try Self.row(alliances, ["alliance": "own", "issue": "new-treaty"])
    #expect(own["documents"] == "4")
  }

  /// dyads.csv has the pairs of those who speak in most documents; a pair that is asked for is whole.
  @Test func dyadsOfThoseWhoSpeakMost() throws {
    let all = Self.rows(Self.tables { $0.dyadActors = nil }.dyads())
    #expect(Set(all.map { "\($0["actor_a"] ?? "")-\($0["actor_b"] ?? "")" }).count == 3)
    let two = Self.tables { $0.dyadActors = 2 }
    let rows = Self.rows(two.dyads())
    #expect(!rows.isEmpty && rows.allSatisfy { $0["actor_a"] == "CHN" && $0["actor_b"] == "USA" })
    #expect(rows == all.filter { $0["actor_a"] == "CHN" && $0["actor_b"] == "USA" })
    let pair = Self.rows(try #require(two.dyad("CHN", "JPN")))
    #expect(pair.contains { $0["issue"] == "cyber-sovereignty" && $0["verdict"] == "one-sided" })
  }

  @Test func documentsByGenreAndVenue() throws {
    let strategy = try Self.row(
      Self.tables().kinds("genre"), ["genre": "strategy", "actor": "USA", "issue": "new-treaty"])
    #expect(strategy["net"] == "-1" && strategy["documents"] == "4")
    #expect(Self.rows(Self.tables().kinds("venue")).allSatisfy { $0["venue"] == "UN" })
  }

  @Test func timeByMonthAndWindow() throws {
    let months = Self.rows(Self.tables { $0.timeUnit = .month }.timeline())
    #expect(months.contains { $0["period"] == "2019-01" && $0["actor"] == "JPN" })
    let windows = Self.tables { $0.window = 3 }.timeline()
    let point = try Self.row(
      windows, ["actor": "CHN", "issue": "cyber-sovereignty", "period": "2012"])
    #expect(point["statements"] == "3" && point["low"]?.isEmpty == false)
  }

  @Test func changeBetweenPeriods() throws {
    let table = Self.tables { $0.change = TimeChange("2010-2014,2015-2019") }
    let change = try #require(table.options.change)
    let usa = try Self.row(table.changes(change), ["actor": "USA", "issue": "new-treaty"])
    #expect(usa["verdict"] == "begins" && usa["statements_after"] == "5")
    #expect(TimeChange("2010") == nil && TimeChange("2015-2010,2016") == nil)
    #expect(TimeChange("2010-03..2012-11,2013") != nil)
  }

  @Test func jointPositionsCanBeDivided() throws {
    let full = try Self.row(Self.tables().positions(), ["actor": "JPN", "issue": "new-treaty"])
    let divided = Self.tables { $0.joint = .divided }
    let half = try Self.row(divided.positions(), ["actor": "JPN", "issue": "new-treaty"])
    #expect(full["support"] == "1" && half["support"] == "0.5" && half["net"] == "1")
  }

  @Test func thinCellsAreWarnedOf() {
    let rows = Self.rows(Self.tables().quality())
    for check in ["cell rests on one document", "cell rests on one passage"] {
      #expect(rows.contains { $0["check"] == check && $0["subject"] == "JPN × new-treaty" })
    }
    #expect(!rows.contains { $0["subject"] == "CHN × cyber-sovereignty" })
  }

  @Test func networksCarryAttributes() {
    let network = Self.tables().twoMode()
    let graphML = String(decoding: GraphML.bytes(network), as: UTF8.self)
    let gexf = String(decoding: GEXF.bytes(network), as: UTF8.self)
    for (text, values) in [
      (graphML, ["attr.name=\"first_date\"", ">2010-05-01<", ">norm<"]),
      (gexf, ["title=\"first_date\"", "value=\"2010-05-01\"", "value=\"norm\""]),
    ] {
      for value in values { #expect(text.contains(value), "\(value)") }
    }
    let lines = String(decoding: DL.bytes(network), as: UTF8.self).split(separator: "\n")
    #expect(lines[0] == "dl n = 5, nm = 9, format = fullmatrix")
    #expect(lines.count == 6 + 9 * 5)
  }

  @Test func everyOptionIsInTheManifest() {
    var options = ReportOptions()
    let plain = options.described.map(\.value)
    options.rule = .year
    options.joint = .divided
    options.reuse = .once
    options.leavesOutNeutral = true
    options.minimumConfidence = 0.5
    options.issueLevel = .lower
    options.uncertainty = .codes
    options.timeUnit = .day
    options.window = 2
    options.change = TimeChange("2010,2011")
    options.groupBy = "region"
    options.documentsBy = "venue"
    options.dyadActors = nil
    options.countsNeutral = true
    #expect(zip(plain, options.described.map(\.value)).count { $0 != $1 } == 14)
  }
}
