// normtag lexicon list: actors, issues or cues with the number of their phrases, as a table.

internal import ArgumentParser
internal import Batch
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
    let lexicon = try LexiconSet(lexicons.lexicons, scope: .phrases).lexicon
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
      return [["code", "directional", "field", "proposition", "phrases"]]
        + lexicon.issues.enumerated().map { index, issue in
          [
            issue.code, issue.isDirectional ? "yes" : "no", issue.needsField ? "yes" : "no",
            issue.proposition, "\(counts[index])",
          ]
        }
    case .cues:
      let counts = Self.counts(lexicon, .cue, lexicon.cues.count)
      return [["family", "value", "phrases"]]
        + lexicon.cues.enumerated().map { index, cue in
          [cue.family.rawValue, cue.value, "\(counts[index])"]
        }
    }
  }

  private static func counts(_ lexicon: Lexicon, _ kind: EntryKind, _ targets: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: targets)
    for entry in lexicon.entries where entry.kind == kind { counts[Int(entry.target)] += 1 }
    return counts
  }
}
