// The options that all commands share, raw as they were typed; `ResolvedOptions` is what they mean.

internal import ArgumentParser
internal import Batch
internal import Ingest

extension PassageUnit: ExpressibleByArgument {}
extension IngestOptions.Format: ExpressibleByArgument {}
extension Genre: ExpressibleByArgument {}

/// What to read and how.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files and folders to read; '-' or none is standard input.", valueName: "path"))
  var paths: [String] = []

  @Option(help: "What a passage is: sentence, paragraph or record.")
  var unit = PassageUnit.sentence

  @Option(help: "Kind of input: auto, html, text, markdown or jsonl.")
  var input = IngestOptions.Format.auto

  @Option(
    name: .customLong("files-from"),
    help: ArgumentHelp("Read the names of the inputs from a file, or '-'.", valueName: "list"))
  var filesFrom: String?

  @Flag(name: .customShort("0"), help: "Names of --files-from end in NUL, not in a line end.")
  var nulSeparated = false

  @Option(
    name: .customLong("text-column"),
    help: "Take .csv files: the column that holds the text; other columns are metadata.")
  var textColumn: String?

  @Option(
    help: ArgumentHelp(
      "CSV with columns file or doc, and title, date, issuer, genre, lang, url.",
      valueName: "file"))
  var metadata: String?

  @Option(help: "Issuer of the documents: an actor's code; joint issuers with '+'.")
  var issuer: String?
  @Option(help: "Date of the documents: 2015, 2015-09 or 2015-09-25.")
  var date: String?
  @Option(help: "Title of the documents.")
  var title: String?
  @Option(help: "Genre of the documents: strategy, law, treaty, statement …")
  var genre: Genre?
  @Option(name: .customLong("lang"), help: "Language of the documents: en.")
  var language: String?

  @OptionGroup(title: "Limits") var limits: LimitOptions

  func validate() throws {
    if let date, !Self.isDate(date) {
      throw ValidationError("--date '\(date)': write 2015, 2015-09 or 2015-09-25")
    }
    if nulSeparated && filesFrom == nil { throw ValidationError("-0 needs --files-from") }
  }

  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD` with months and days that exist in some year.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = [4, 2, 2]
    guard (1...3).contains(parts.count),
      zip(parts, lengths).allSatisfy({ part, length in
        part.utf8.count == length && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      })
    else { return false }
    if parts.count > 1, !(1...12).contains(Int(parts[1]) ?? 0) { return false }
    if parts.count > 2, !(1...31).contains(Int(parts[2]) ?? 0) { return false }
    return true
  }
}

/// Which lexicons to use.
struct LexiconOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder of lexicon packs, or one pack; may be repeated, later ones win.", valueName: "dir"))
  var lexicons: [String] = []
}
