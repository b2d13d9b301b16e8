// What stops a command as a whole. NormtagCommand renders these and turns them into exit codes.

/// An error that ends the run; failures of single documents are `InputFailure`s instead.
package enum BatchError: Error, Sendable, Equatable {
  /// A command line that contradicts itself (exit 2).
  case usage(String)
  /// A lexicon, metadata, gold or list file, or all input, cannot be read (exit 3).
  case unreadable(path: String, reason: String)
  /// Output cannot be written (exit 4).
  case unwritable(path: String, reason: String)
  /// The reader of standard output has gone; ends quietly (exit 0).
  case brokenPipe
}

/// One input that could not be coded, named on standard error and in failures.csv.
package struct InputFailure: Error, Sendable, Equatable {
  /// Path or document id.
  package var name: String
  package var reason: String

  package init(name: String, reason: String) {
    self.name = name
    self.reason = reason
  }
}
