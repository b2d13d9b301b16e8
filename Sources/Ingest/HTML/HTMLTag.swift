// The elements that the reader tells apart, as small numbers.

/// An element's kind; everything unknown is `other`, which is inline.
enum HTMLTag: UInt8, CaseIterable {
  case text, other
  case html, head, body, title, meta, link, base, script, style, noscript, template
  case article, main, section, div, nav, header, footer, aside, form, fieldset, dialog, menu, center
  case h1, h2, h3, h4, h5, h6, hgroup
  case p, pre, blockquote, address, figure, figcaption, hr, br, details, summary
  case ul, ol, li, dl, dt, dd
  case table, thead, tbody, tfoot, tr, td, th, caption
  case a, span, b, i, em, strong, small, sup, sub, font, q, cite, code, abbr, time, label, u, s, tt,
    kbd
  case img, picture, svg, video, audio, canvas, iframe, object, embed, map, math
  case button, select, option, input, textarea

  var isHeading: Bool { rawValue >= HTMLTag.h1.rawValue && rawValue <= HTMLTag.h6.rawValue }

  /// 1…6 for headings.
  var headingLevel: Int { Int(rawValue) - Int(HTMLTag.h1.rawValue) + 1 }

  /// Begins and ends a block of text.
  var isBlock: Bool {
    switch self {
    case .html, .body, .article, .main, .section, .div, .nav, .header, .footer, .aside, .form,
      .fieldset, .dialog, .menu, .center, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup, .p, .pre,
      .blockquote, .address, .figure, .figcaption, .hr, .details, .summary, .ul, .ol, .li, .dl, .dt,
      .dd, .table, .thead, .tbody, .tfoot, .tr, .td, .th, .caption, .option, .select, .noscript:
      true
    default: false
    }
  }

  /// Never holds readable text of the page.
  var isSilent: Bool {
    switch self {
    case .title, .meta, .link, .base, .script, .style, .template, .img, .picture,
      .svg, .video, .audio, .canvas, .iframe, .embed, .map, .button, .select, .option,
      .input, .textarea:
      true
    default: false
    }
  }

  static func named(_ name: UnsafeBufferPointer<UInt8>) -> HTMLTag {
    HTMLTag(rawValue: UInt8(truncatingIfNeeded: names[WordTable.hash(lowercasing: name)])) ?? .other
  }

  private static let names = WordTable(
    allCases.filter { $0 != .text && $0 != .other }.map { ("\($0)", UInt16($0.rawValue)) },
    missing: 1)
}
