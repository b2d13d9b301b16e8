// Bounds that keep one hostile or broken file from taking the machine. Each is told when it is hit.

internal import ArgumentParser
internal import Ingest

/// How much of one document is read.
struct LimitOptions: ParsableArguments {
  private static let defaults = IngestOptions()

  @Option(
    name: .customLong("max-size"),
    help: ArgumentHelp("Largest document in MB; a larger one is refused.", valueName: "mb"))
  var size = LimitOptions.defaults.maximumBytes >> 20

  @Option(
    name: .customLong("max-lines"),
    help: ArgumentHelp("Lines read of a text or Markdown document.", valueName: "count"))
  var lines = LimitOptions.defaults.maximumLines

  @Option(
    name: .customLong("max-passages"),
    help: ArgumentHelp("Passages taken from a document.", valueName: "count"))
  var passages = LimitOptions.defaults.maximumPassages

  @Option(
    name: .customLong("max-passage-size"),
    help: ArgumentHelp("Longest passage in bytes; a longer one is cut.", valueName: "bytes"))
  var passageSize = LimitOptions.defaults.maximumPassageBytes

  @Option(
    name: .customLong("max-words"),
    help: ArgumentHelp("Words taken from a document.", valueName: "count"))
  var words = LimitOptions.defaults.maximumWords

  @Option(
    name: .customLong("max-elements"),
    help: ArgumentHelp("Elements and texts read of an HTML page.", valueName: "count"))
  var elements = LimitOptions.defaults.maximumElements

  @Option(
    name: .customLong("max-depth"),
    help: ArgumentHelp("Nesting of HTML elements; deeper ones are flattened.", valueName: "count"))
  var depth = LimitOptions.defaults.maximumDepth

  @Option(
    name: .customLong("max-attributes"),
    help: ArgumentHelp("Attributes read of an HTML tag.", valueName: "count"))
  var attributes = LimitOptions.defaults.maximumAttributes

  /// Largest values: libxml2 counts in Int32, offsets are Int32 in places.
  private static let largestSize = 1_024
  private static let largestCount = 100_000_000
  /// libxml2 takes quadratic time in depth and in attributes.
  private static let largestNesting = 10_000

  func validate() throws {
    try Self.check(size, "--max-size", Self.largestSize)
    try Self.check(lines, "--max-lines", Self.largestCount)
    try Self.check(passages, "--max-passages", Self.largestCount)
    try Self.check(passageSize, "--max-passage-size", Self.largestCount)
    try Self.check(words, "--max-words", Self.largestCount)
    try Self.check(elements, "--max-elements", Self.largestCount)
    try Self.check(depth, "--max-depth", Self.largestNesting)
    try Self.check(attributes, "--max-attributes", Self.largestNesting)
  }

  private static func check(_ value: Int, _ name: String, _ largest: Int) throws {
    guard (1...largest).contains(value) else {
      throw ValidationError("\(name) \(value): write a number from 1 to \(largest)")
    }
  }

  /// Sets the limits of `options`.
  func apply(to options: inout IngestOptions) {
    options.maximumBytes = size << 20
    options.maximumLines = lines
    options.maximumPassages = passages
    options.maximumPassageBytes = passageSize
    options.maximumWords = words
    options.maximumElements = elements
    options.maximumDepth = depth
    options.maximumAttributes = attributes
  }

  /// For digests of a run's settings.
  var values: [Int] { [size, lines, passages, passageSize, words, elements, depth, attributes] }
}
