// datapackage.json: the Frictionless schema of the tables, so that a reader need not guess types.

internal import Text

/// Describes tables.
package enum DataPackage {
  /// A Frictionless Data Package (specs.frictionlessdata.io, version 1).
  package static func json(_ tables: [CSVTable]) -> [UInt8] {
    var out = ByteWriter()
    out.append("{\n\"profile\": \"tabular-data-package\",\n\"name\": \"normtag-report\",\n")
    out.append("\"resources\": [")
    for (index, table) in tables.sorted(by: { $0.name < $1.name }).enumerated() {
      out.append(index == 0 ? "\n" : ",\n")
      out.append("{\"profile\": \"tabular-data-resource\", \"name\": ")
      out.appendJSON(table.name)
      out.append(", \"path\": ")
      out.appendJSON("\(table.name).csv")
      out.append(", \"format\": \"csv\", \"encoding\": \"utf-8\",\n \"schema\": {\"fields\": [")
      for (number, column) in table.columns.enumerated() {
        if number > 0 { out.append(", ") }
        out.append("{\"name\": ")
        out.appendJSON(column.name)
        out.append(", \"type\": ")
        out.appendJSON(column.kind.rawValue)
        out.append("}")
      }
      out.append("], \"missingValues\": [\"\"]}}")
    }
    out.append("\n]\n}\n")
    return out.take()
  }
}
