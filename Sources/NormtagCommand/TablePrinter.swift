// Tables on standard output: CSV and TSV for pipes, aligned text for people, colour only on a
// terminal.

internal import ArgumentParser
internal import Batch
internal import Glibc
internal import Reporting
internal import Text

/// Prints tables.
struct TablePrinter {
  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, tsv, text }

  let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Matrices whose columns are issues: as text they are turned, since codes of issues are long
  /// and those of actors short.
  private static let wide: Set<String> = ["actor_issue", "actor_issue_n"]

  /// - Parameter format: nil is text on a terminal, else CSV.
  func print(_ table: CSVTable, _ format: Format?) throws {
    let output = StandardOutput()
    switch format ?? (isTerminal ? .text : .csv) {
    case .csv: try output.write(table.out.bytes)
    case .tsv: try output.write(AlignedTable(table).tsv)
    case .text:
      var aligned = AlignedTable(table)
      if Self.wide.contains(table.name) { aligned = aligned.turned }
      try output.write(aligned.text(style))
    }
    try output.finish()
  }

  /// Colour as https://no-color.org has it.
  static var isColoured: Bool {
    isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR").map { $0[0] == 0 } ?? true
  }

  private var style: AlignedTable.Style {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else {
      return AlignedTable.Style(isColoured: Self.isColoured)
    }
    return AlignedTable.Style(isColoured: Self.isColoured, width: Int(size.ws_col))
  }
}
