// manifest.json: with what a result was made, from what, and the digests of both. No clock, no
// absolute path, nothing of how the work was divided.

package import Reporting
internal import Text

/// The manifest of an output directory.
package struct Manifest {
  package struct Output: Sendable {
    package var name: String
    package var bytes: Int
    package var digest: String

    package init(name: String, bytes: Int, digest: String) {
      self.name = name
      self.bytes = bytes
      self.digest = digest
    }
  }
  private let header: TallyHeader
  private let isComplete: Bool
  private let tallies: String
  private let options: ReportOptions?
  private let outputs: [Output]

  /// - Parameters:
  ///   - tallies: path of the file that lists the inputs.
  ///   - options: of the report, if there is one.
  init(
    header: TallyHeader, isComplete: Bool, tallies: String, options: ReportOptions? = nil,
    outputs: [Output]
  ) {
    self.options = options
    self.header = header
    self.isComplete = isComplete
    self.tallies = tallies
    self.outputs = outputs
  }

  func write(to path: String) throws(BatchError) {
    let file = try OutputFile(path)
    var out = ByteWriter()
    out.append("{\n\"normtag\": ")
    out.appendJSON(header.version)
    out.append(",\n\"complete\": ")
    out.append(isComplete ? "true" : "false")
    out.append(",\n\"lexicon\": ")
    out.appendJSON(header.lexicon)
    out.append(",\n\"options\": ")
    out.appendJSON(header.options)
    out.append(",\n\"shards\": [")
    for (index, shard) in header.shards.sorted().enumerated() {
      if index > 0 { out.append(", ") }
      out.appendJSON(shard.description)
    }
    out.append("],\n")
    if let options { Self.append(options, to: &out) }
    out.append("\"inputs\": [")
    var segment = try Segment(tallies: tallies, coded: nil)
    var isFirst = true
    while let (record, _) = try segment.next(.input) {
      out.append(isFirst ? "\n" : ",\n")
      isFirst = false
      out.append("{\"doc\": ")
      out.appendJSON(record.doc)
      out.append(", \"status\": ")
      out.appendJSON(record.status.rawValue)
      out.append(", \"bytes\": ")
      out.append(decimal: record.inputBytes)
      out.append(", \"sha256\": ")
      out.appendJSON(record.inputDigest)
      out.append("}")
      if out.count >= 1 << 16 {
        try file.write(out.bytes)
        out.removeAll()
      }
    }
    out.append("\n],\n")
    Self.append(outputs, to: &out)
    out.append("}\n")
    try file.write(out.bytes)
    try file.commit()
  }

  /// The manifest of `report`, which knows nothing of documents.
  package static func write(
    _ outputs: [Output], options: ReportOptions, to directory: String
  ) throws(BatchError) {
    var out = ByteWriter()
    out.append("{\n")
    append(options, to: &out)
    append(outputs.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }, to: &out)
    out.append("}\n")
    try OutputFile.write(out.bytes, to: "\(directory)/manifest.json")
  }

  private static func append(_ options: ReportOptions, to out: inout ByteWriter) {
    out.append("\"report\": {")
    for (index, option) in options.described.enumerated() {
      out.append(index == 0 ? "\n" : ",\n")
      out.appendJSON(option.name)
      out.append(": ")
      out.appendJSON(option.value)
    }
    out.append("\n},\n")
  }

  private static func append(_ outputs: [Output], to out: inout ByteWriter) {
    out.append("\"outputs\": [")
    for (index, output) in outputs.enumerated() {
      out.append(index == 0 ? "\n" : ",\n")
      out.append("{\"path\": ")
      out.appendJSON(output.name)
      out.append(", \"bytes\": ")
      out.append(decimal: output.bytes)
      out.append(", \"sha256\": ")
      out.appendJSON(output.digest)
      out.append("}")
    }
    out.append("\n]\n")
  }
}
