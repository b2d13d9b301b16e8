// `learn` and `evaluate` through the real binary: a coded table as gold, errors by line, the same
// bytes twice, and the figures of an independent script.

import Foundation
import Testing

@Suite struct LearnEvaluateTests {
  /// Units of `count` documents: principles, norms and procedures, support and opposition.
  static func table(count: Int) -> String {
    let units = [
      ("Cyberspace is a common good of mankind.", "principle", ""),
      ("States should protect hospital number NR from attacks.", "norm", ""),
      ("The parties decided to hold a dialogue in year NR.", "procedure", ""),
      ("We condemn the unilateral sanctions of case NR.", "norm", "CUB:other:oppose"),
      ("We reject protectionism, says speech NR.", "principle", "CUB:other:oppose"),
      (
        "\"We, in \"\"NR\"\", support human rights online.\"", "principle",
        "CUB:human-rights:support"
      ),
    ]
    var text = "doc,genre,issuer,text,component,statements,force,polarity\n"
    for number in 0..<count {
      for (sentence, component, positions) in units {
        let own = sentence.replacingOccurrences(of: "NR", with: "\(number)")
        text += "speech-\(number),statement,CUB,\(own),\(component),\(positions),,\n"
      }
    }
    return text.replacingOccurrences(
      of: "We reject protectionism, says", with: "We reject protectionism says")
  }

  private func write(_ text: String, _ name: String, in directory: URL) throws {
    try text.write(
      to: directory.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }

  @Test func aTableIsGold() throws {
    try RealBinary.inTemporaryDirectory { directory in
      try write(Self.table(count: 8), "gold.csv", in: directory)
      let learn = """
        normtag learn --gold gold.csv -o NAME.tsv --attributes NAME-attributes.tsv \
        --stance NAME-stance.tsv --minimum-documents 2
        """
      for name in ["a", "b"] {
        let result = try RealBinary.run(
          learn.replacingOccurrences(of: "NAME", with: name), in: directory)
        #expect(result.status == 0, "\(result.stderr)")
        #expect(result.stderr.contains("left out by doc: alpha"))
        #expect(result.stderr.contains("stance, left out by doc: oppose F1"))
        #expect(result.stderr.contains("for oppose: "))
        #expect(result.stderr.contains("for norm: "))
      }
      for file in [".tsv", "-attributes.tsv", "-stance.tsv"] {
        let same = try RealBinary.run("cmp a\(file) b\(file)", in: directory)
        #expect(same.status == 0, "learning twice gives other bytes in \(file)")
      }
      let stance = try RealBinary.run("cat a-stance.tsv", in: directory)
      #expect(stance.text.contains("stance:(threshold)\t"))
      #expect(stance.text.contains("stance:creed\t"))
      let evaluate = try RealBinary.run("normtag evaluate --gold gold.csv", in: directory)
      #expect(evaluate.status == 0)
      #expect(evaluate.text.hasPrefix("units 48\n"))
      #expect(evaluate.text.contains("oppose F1: "))
    }
  }

  /// Analyses in which a state is named as a holder and as a place.
  private static func analyses(count: Int) -> String {
    var text = "doc,genre,text,component,statements\n"
    for number in 0..<count {
      text += """
        paper-\(number),analysis,Kenyan envoys slept on judges for letters in year \(number).,norm,\
        KEN:privacy:support
        paper-\(number),analysis,Meetings took place in Lima \(number) times.,none,
        paper-\(number),analysis,Jakarta argued that \(number) taxes ruin shops.,principle,\
        IDN:digital-economy:oppose

        """
    }
    return text
  }

  @Test func reportsTeachHoldersIssuesAndOpposition() throws {
    try RealBinary.inTemporaryDirectory { directory in
      try write(Self.analyses(count: 12), "gold.csv", in: directory)
      let learn =
        "normtag learn --gold gold.csv --holders NAMEh.tsv --issues NAMEi.tsv --stance NAMEs.tsv"
        + " --issue-stance NAMEt.tsv"
      for name in ["a", "b"] {
        let result = try RealBinary.run(
          learn.replacingOccurrences(of: "NAME", with: name), in: directory)
        #expect(result.status == 0, "\(result.stderr)")
        #expect(result.stderr.contains("holders passed over by rules, left out by doc: F1"))
        #expect(
          result.stderr.contains("issues of 24 units with a position, left out by doc: F1 1.000"))
        #expect(result.stderr.contains("stance told of others, left out by doc: oppose F1"))
        #expect(
          result.stderr.contains(
            "issues opposed, left out by doc, given holders and issues: F1 1.000"))
      }
      for file in ["h.tsv", "i.tsv", "s.tsv", "t.tsv"] {
        let same = try RealBinary.run("cmp a\(file) b\(file)", in: directory)
        #expect(same.status == 0, "learning twice gives other bytes in \(file)")
      }
      let against = try RealBinary.run("cat at.tsv", in: directory)
      #expect(against.text.contains("\nword=ruin\t") && !against.text.contains("word=jakarta"))
      let holders = try RealBinary.run("cat ah.tsv", in: directory)
      #expect(holders.text.contains("holder:(bias)\t") && holders.text.contains("holder:opens\t"))
      let words = try RealBinary.run("cat ai.tsv as.tsv", in: directory)
      #expect(words.text.contains("word=letter\t") && words.text.contains("told:word=taxe\t"))
      // Who is named is no evidence.
      #expect(!words.text.contains("word=jakarta") && !words.text.contains("word=kenyan"))
    }
  }

  @Test func weightsAreDrawnToPriorOnes() throws {
    try RealBinary.inTemporaryDirectory { directory in
      try write(Self.table(count: 8), "gold.csv", in: directory)
      let header = "feature\tprinciple\tnorm\trule\tprocedure\tnone\n"
      try write(header + "has=nowhere\t0\t0.5\t0\t0\t-0.5\n", "prior.tsv", in: directory)
      let learn = "normtag learn --gold gold.csv --minimum-documents 2 --prior prior.tsv -o new.tsv"
      let result = try RealBinary.run(learn, in: directory)
      #expect(result.status == 0, "\(result.stderr)")
      // What no unit shows stays as it was.
      let kept = try RealBinary.run("grep nowhere new.tsv", in: directory)
      #expect(kept.text == "has=nowhere\t0\t0.5\t0\t0\t-0.5\n")
      try write(header + "has=nowhere\t0\t0.5\n", "prior.tsv", in: directory)
      let wrong = try RealBinary.run(learn, in: directory)
      #expect(wrong.status == 3)
      #expect(wrong.stderr.contains("prior.tsv: line 2: a feature and 5 numbers are needed"))
      try write(header + "has=nowhere\t0\t0.5\t0\t0\t-0.5\n", "prior.tsv", in: directory)
      for option in ["--gold", "--prior", "--words"] {
        let file = "\(learn) \(option) nowhere.tsv"
        let missing = try RealBinary.run(file, in: directory)
        #expect(missing.status == 3, "\(option)")
        #expect(missing.stderr.contains("normtag: nowhere.tsv: no such file or directory"))
      }
    }
  }

  @Test func goldInTwoFilesIsGoldInOne() throws {
    try RealBinary.inTemporaryDirectory { directory in
      let table = Self.table(count: 8)
      let lines = table.split(separator: "\n", omittingEmptySubsequences: true)
      let half = 1 + (lines.count - 1) / 2
      try write(table, "all.csv", in: directory)
      try write(lines[..<half].joined(separator: "\n") + "\n", "one.csv", in: directory)
      try write(
        ([lines[0]] + lines[half...]).joined(separator: "\n") + "\n", "two.csv", in: directory)
      for (gold, name) in [("--gold all.csv", "a"), ("--gold one.csv --gold two.csv", "b")] {
        let result = try RealBinary.run(
          "normtag learn \(gold) -o \(name).tsv --minimum-documents 2", in: directory)
        #expect(result.status == 0, "\(result.stderr)")
      }
      let all = try Data(contentsOf: directory.appendingPathComponent("a.tsv"))
      let parts = try Data(contentsOf: directory.appendingPathComponent("b.tsv"))
      #expect(!all.isEmpty && all == parts)
    }
  }

  @Test func whatTagPrintsIsGold() throws {
    try RealBinary.inTemporaryDirectory { directory in
      try write(
        "The United States opposes a new treaty. We met on Monday.\n", "a.txt", in: directory)
      let result = try RealBinary.run(
        "normtag tag --format csv a.txt > gold.csv && normtag evaluate --gold gold.csv --csv",
        in: directory)
      #expect(result.status == 0, "\(result.stderr)")
      #expect(result.text.contains("all,all,accuracy,1,"))
    }
  }

  @Test(arguments: [
    (
      "doc,text,component\na,One.,norm\nb,Two.,custom\n",
      "gold.csv:3: no component is called 'custom'"
    ),
    (
      "doc,text,statements\na,One.,CHN:support\n",
      "gold.csv:2: 'CHN:support' is no ACTOR:issue:stance"
    ),
    ("doc,text,statements\na,One.,CHN:x:likes\n", "gold.csv:2: no stance is called 'likes'"),
    (
      "doc,text,polarity\na,\"One\nline.\",require\nb,Two.,always\n",
      "gold.csv:4: no polarity is called"
    ),
    ("doc,component\na,norm\n", "gold.csv:1: no column is called 'text'"),
    ("doc,text\na,One.,norm\n", "gold.csv:2: 3 cells under 2 columns"),
    ("doc,text\na,\"One.\n", "gold.csv:2: a quotation mark is not closed"),
    (
      "{\"doc\":\"a\",\"text\":\"One.\",\"force\":\"strong\"}\n",
      "gold.csv:1: no force is called 'strong'"
    ),
  ])
  func badRowsAreNamed(_ gold: String, _ message: String) throws {
    try RealBinary.inTemporaryDirectory { directory in
      try write(gold, "gold.csv", in: directory)
      for command in ["evaluate --gold gold.csv", "learn --gold gold.csv -o w.tsv"] {
        let result = try RealBinary.run("normtag \(command)", in: directory)
        #expect(result.status == 3)
        #expect(result.stderr.contains(message), "\(result.stderr)")
        #expect(result.stderr.split(separator: "\n").count == 1)
        #expect(result.text.isEmpty)
      }
    }
  }

  @Test func learnNeedsSomewhereToWrite() throws {
    try RealBinary.inTemporaryDirectory { directory in
      try write(Self.table(count: 2), "gold.csv", in: directory)
      let result = try RealBinary.run("normtag learn --gold gold.csv", in: directory)
      #expect(result.status == 2)
      #expect(
        result.stderr.contains("-o, --stance, --holders, --issues, --issue-stance or several"))
    }
  }

  /// The script's tab-separated figures by the names that `evaluate --csv` gives them.
  private func scriptFigures(_ line: String) -> [String: String] {
    var figures: [String: String] = [:]
    for cell in line.split(separator: "\t") {
      let words = cell.split(separator: " ").map(String.init)
      guard let value = words.last, let name = words.first else { continue }
      if words.contains("F1") {
        figures[name + " F1"] = value
      } else if words.count == 3, words[1] == "macroF1" {
        figures[name + " macroF1"] = value
      } else if words.count == 2 {
        figures[name] = value
      }
    }
    return figures
  }

  @Test(
    .enabled(if: RealBinary.shared != nil, "the gold sets are not beside this checkout"),
    arguments: ["dev", "stance"])
  func figuresEqualTheScripts(_ name: String) throws {
    let shared = try #require(RealBinary.shared)
    let gold = shared.appendingPathComponent("gold/\(name).jsonl").path
    let script = shared.appendingPathComponent("tools/evaluate_codes.py").path
    try RealBinary.inTemporaryDirectory { directory in
      let ours = try RealBinary.run(
        """
        normtag tag --input jsonl --unit record '\(gold)' > coded.jsonl \
        && normtag evaluate --gold '\(gold)' --csv coded.jsonl
        """, in: directory)
      #expect(ours.status == 0, "\(ours.stderr)")
      let theirs = try RealBinary.run("python3 '\(script)' '\(gold)' coded.jsonl", in: directory)
      guard theirs.status == 0 else { return }
      let figures = scriptFigures(theirs.text)
      var compared = 0
      for line in ours.text.split(separator: "\n") {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard cells.count > 3, cells[0] == "all", let value = Double(cells[3]) else { continue }
        let known = figures[cells[2]] ?? figures[cells[2].replacingOccurrences(of: " F1", with: "")]
        guard let known, let other = Double(known) else { continue }
        #expect(abs(value - other) < 0.00051, "\(cells[2]): \(value) and \(other)")
        compared += 1
      }
      #expect(compared >= 15, "only \(compared) figures in common: \(figures.keys.sorted())")
    }
  }
}
