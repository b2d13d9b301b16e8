// What is wrong with a lexicon, at which place of which file.

/// One finding of `normtag lexicon check`.
package struct LexiconDiagnostic: Error, Sendable, Equatable {
  package enum Severity: String, Sendable { case error, warning }
  package var severity: Severity
  /// `common/actors.tsv`, or a path.
  package var file: String
  /// 1-based; 0 where the whole file is meant.
  package var line: Int
  /// 1-based column of the table.
  package var column: Int
  package var message: String

  package init(
    _ severity: Severity, file: String, line: Int, column: Int = 1, message: String
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column: error: message`
  package var description: String {
    "\(file):\(line):\(column): \(severity.rawValue): \(message)"
  }
}
