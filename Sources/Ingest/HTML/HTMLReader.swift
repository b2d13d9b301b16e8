// HTML to passages: slim the markup, parse it, find the main text, serialise its blocks.

/// Reads decoded HTML.
package enum HTMLReader {
  /// Fills text, sections, passages, letterhead and metadata of `document` from UTF-8 markup.
  package static func read(
    _ markup: [UInt8], into document: inout Document, options: IngestOptions
  ) {
    var prepass = MarkupPrepass(markup, options: options)
    document.warnings.append(contentsOf: prepass.warnings)
    let (tree, isCut) = HTMLParser.parse(prepass.markup, most: options.maximumElements)
    if isCut {
      document.warnings.append(
        "more than \(options.maximumElements) elements; the rest was left out (--max-elements)")
    }
    prepass.markup = []
    let traits = NodeTraits.all(of: tree)
    let metadata = HTMLMetadata(tree, traits: traits, linkedData: prepass.linkedData)
    document.metadata.fill(from: metadata.found, source: .html)
    let extractor = ContentExtractor(
      tree, traits: traits, isDiscussion: metadata.isDiscussion)
    var serializer = BlockSerializer(extractor, options: options)
    if let lead = extractor.lead { serializer.serialize(lead) }
    serializer.serialize(extractor.root)
    serializer.finish(into: &document)
    // A shell that a script fills: the text is in the page's own data.
    if document.text.count * 2 < metadata.articleBody.count {
      PlainTextReader.read(metadata.articleBody, into: &document, options: options)
    }
  }
}
