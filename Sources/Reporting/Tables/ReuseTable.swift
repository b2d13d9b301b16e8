// reuse.csv: sentences that documents took over from each other, use by use.

package import Positions

/// Writes reuse.csv.
package enum ReuseTable {
  package static func make(_ uses: [ReuseUse], _ options: ReportOptions) -> CSVTable {
    var table = CSVTable(
      "reuse",
      [
        .init("group", .integer), .init("role"), .init("holders"), .init("doc"), .init("date"),
        .init("passage", .integer), .init("likeness", .number), .init("removed"), .init("added"),
        .init("statements", .integer), .init("counted", .integer), .init("text"),
      ], options)
    for use in uses {
      table.integer(use.group)
      table.text(use.isFirst ? "first" : "adopter")
      table.text(use.holders.joined(separator: ";"))
      table.text(use.doc)
      table.text(use.date)
      table.integer(use.passage)
      table.number(use.likeness)
      table.text(use.removed)
      table.text(use.added)
      table.integer(use.statements)
      table.integer(use.counted)
      table.text(use.text)
      table.endRow()
    }
    return table
  }
}
