// What is known of a document besides its text, and who said so. DESIGN's order of trust is the
// order of the cases of `MetadataSource`.

/// Where a metadata value comes from, most trusted first.
package enum MetadataSource: String, Sendable, Comparable, CaseIterable {
  case option, metadata
  case frontMatter = "front-matter"
  case record, html, inferred

  package static func < (a: MetadataSource, b: MetadataSource) -> Bool {
    a.rank < b.rank
  }
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Metadata of a document; nil is "not known".
package struct DocumentMetadata: Sendable, Equatable {
  package var title: String?
  /// ISO 8601: `2015`, `2015-09` or `2015-09-25`.
  package var date: String?
  /// Actor code, joint issuers joined by `+`.
  package var issuer: String?
  package var issuerSource: MetadataSource?
  package var genre: Genre?
  package var genreSource: MetadataSource?
  /// BCP 47 primary subtag, `en`.
  package var lang: String?
  package var url: String?
  package var author: String?
  package var siteName: String?
  package var description: String?
  package var pageType: String?
  /// Charset that the container says (a WARC record's HTTP header); for decoding only.
  package var charset: String?

  package init() {}
}

/// Kinds of policy documents.
package enum Genre: String, Sendable, CaseIterable {
  case strategy, law, treaty, statement
  case jointStatement = "joint-statement"
  case readout
  case pressCall = "press-call"
  case declaration, resolution, report
  case negotiationReport = "negotiation-report"
  case academic, analysis, news, other
}
