// report.html: one self-contained file. Tables and pictures are made by the page's parts; the
// template engine puts them together and escapes whatever comes from documents.

internal import Mustache
internal import Positions
internal import Text

/// Makes the page.
package enum ReportPage {
  /// Actors shown, those with most statements; the tables have them all.
  static let actorLimit = 30

  /// - Parameter outcomes: what became of documents, where that is known.
  package static func html(
    _ tables: ReportTables, _ sample: PageSample, outcomes: [DocumentOutcome] = []
  ) -> [UInt8] {
    guard let template = try? MustacheTemplate(string: PageTemplate.html) else { return [] }
    let view = PageView(tables)
    let dyads = PageDyads(view)
    let summary = PageSummary(view, outcomes: outcomes)
    let sentences = PageSentences(sample, view)
    let timeline = TimelineGrid(view)
    let held = tables.cube.documents.reduce(0) { $0 + $1.withStatements }
    let context: [String: Any] = [
      "style": PageStyle.css, "script": PageScript.javaScript, "digest": PageScript.digest,
      "summary": summary.lines(dyads), "issues": view.issueHead, "rows": view.heatRows,
      "bars": ComponentBars.svg(view), "years": timeline?.head ?? [],
      "groups": timeline?.groups ?? [], "hasTimeline": timeline != nil,
      "map": PositionMap.svg(view), "agreement": view.agreementRows,
      "agreementHead": view.agreementHead, "measure": view.agreementMeasure,
      "dyads": dyads.sections, "warnings": summary.warnings,
      "hiddenActors": view.hiddenActors > 0
        ? "\(PageSummary.plural(view.hiddenActors, "actor")) with fewer statements are only in the"
          + " tables." : "",
      "leftOut": leftOut(sample, shown: sentences.shown, of: held),
      "sentences": sentences.json,
    ]
    return Array(template.render(context).utf8)
  }

  private static func leftOut(_ sample: PageSample, shown: Int, of held: Int) -> String {
    if sample.isEmpty {
      return "The passages were not kept, so this page has no sentences."
    }
    guard shown < held else { return "Every sentence with a position is in this page." }
    return "To keep the page small it holds \(Figure.count(shown)) of the \(Figure.count(held))"
      + " sentences with a position, some of every cell; normtag why shows the others."
  }
}
