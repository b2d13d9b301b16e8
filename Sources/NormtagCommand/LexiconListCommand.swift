// normtag lexicon list: actors, issues or cues with the number of their phrases, as a table.

internal import ArgumentParser
internal import Lexicon
internal import Text

/// `normtag lexicon list`.
struct LexiconListCommand: ParsableCommand {
  enum Table: String, ExpressibleByArgument, CaseIterable { case actors, issues, cues }
  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, tsv }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List actors, issues or cues with the number of their phrases.")

  @Argument(help: "What to list: actors, issues or cues.")
  var table: Table
  @OptionGroup var lexicons: LexiconOptions
  @Option(help: "Kind of table: csv or tsv.")
  var format = Format.tsv

  func run() throws {
    let lexicon: Lexicon
    do {
      lexicon = try LexiconLoader.load(flags: lexicons.lexicons)
    } catch {
      throw LexiconOutput.unreadable(error)
    }
    var out = ByteWriter()
    for row in rows(lexicon) {
      for (index, field) in row.enumerated() {
        if index > 0 { out.append(separator) }
        out.appendCSV(field.utf8, separator: separator)
      }
      out.append(0x0A)
    }
    try LexiconOutput.write(out)
  }

  private var separator: UInt8 { format == .csv ? 0x2C : 0x09 }

  private func rows(_ lexicon: Lexicon) -> [[String]] {
    switch table {
    case .actors:
      let counts = Self.counts(lexicon, .actor, lexicon.actors.count)
      return [["code", "kind", "name", "phrases"]]
        + lexicon.actors.enumerated().map { index, actor in
          [actor.code, actor.kind.rawValue, actor.name, "\(counts[index])"]
        }
    case .issues:
      let counts = Self.counts(lexicon, .issue, lexicon.issues.count)
      return [["code", "directional", "proposition", "phrases"]]
        + lexicon.issues.enumerated().map { index, issue in
          [issue.code, issue.isDirectional ? "yes" : "no", issue.proposition, "\(counts[index])"]
        }
    case .cues:
      var order: [String] = []
      var counts: [String: Int] = [:]
      for cue in lexicon.cues {
        let key = "\(cue.family.rawValue)\t\(cue.value)"
        if counts[key] == nil { order.append(key) }
        counts[key, default: 0] += 1
      }
      return [["family", "value", "phrases"]]
        + order.map { key in
          key.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            + ["\(counts[key] ?? 0)"]
        }
    }
  }

  private static func counts(_ lexicon: Lexicon, _ kind: EntryKind, _ targets: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: targets)
    for entry in lexicon.entries where entry.kind == kind { counts[Int(entry.target)] += 1 }
    return counts
  }
}
