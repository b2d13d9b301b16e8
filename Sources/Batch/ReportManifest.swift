// manifest.json of `report`: options and digests of the tables. That of `run` is `Manifest`.

package import Reporting
internal import Text

package enum ReportManifest {
  package static func write(
    _ outputs: [Manifest.Output], options: ReportOptions, to directory: String
  ) throws(BatchError) {
    var out = ByteWriter()
    out.append("{\n\"report\": {")
    for (index, option) in options.described.enumerated() {
      out.append(index == 0 ? "\n" : ",\n")
      out.appendJSON(option.name)
      out.append(": ")
      out.appendJSON(option.value)
    }
    out.append("\n},\n\"outputs\": [")
    let sorted = outputs.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for (index, output) in sorted.enumerated() {
      out.append(index == 0 ? "\n" : ",\n")
      out.append("{\"path\": ")
      out.appendJSON(output.name)
      out.append(", \"bytes\": \(output.bytes), \"sha256\": ")
      out.appendJSON(output.digest)
      out.append("}")
    }
    out.append("\n]\n}\n")
    try OutputFile.write(out.bytes, to: "\(directory)/manifest.json")
  }
}
