// report.html: one self-contained file. Tables and pictures are made by the page's parts; the
// template engine puts them together and escapes whatever comes from documents.

internal import Mustache
internal import Positions
internal import Text

/// Makes the page.
package enum ReportPage {
  /// Actors and dyads shown, those with most statements; the tables have them all.
  static let actorLimit = 30
  static let dyadLimit = 6

  package static func html(_ tables: ReportTables, _ sample: PageSample) -> [UInt8] {
    guard let template = try? MustacheTemplate(string: PageTemplate.html) else { return [] }
    let view = PageView(tables)
    let left = sample.leftOut
    let context: [String: Any] = [
      "style": PageTemplate.style, "script": PageTemplate.script, "summary": view.summary,
      "issues": view.issues.map { ["code": tables.cube.issues[$0]] as [String: Any] },
      "rows": view.heatRows, "bars": ComponentBars.svg(view), "timeline": TimelineChart.svg(view),
      "map": PositionMap.svg(view), "agreement": view.agreementRows,
      "agreementHead": view.blocs.map {
        ["code": tables.cube.actors[tables.named[$0]]] as [String: Any]
      },
      "dyads": view.dyads, "warnings": view.warnings,
      "hiddenActors": view.hiddenActors > 0
        ? "\(view.hiddenActors) actors with fewer statements are only in the tables." : "",
      "leftOut": left > 0
        ? "\(left) further sentences are left out to keep the page small: normtag why shows them."
        : "Every sentence behind a cell is here.",
      "sentences": PageSentences.json(sample, view),
    ]
    return Array(template.render(context).utf8)
  }
}
