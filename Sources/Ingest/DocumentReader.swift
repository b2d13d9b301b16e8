// The way into Ingest: bytes of one document in, a `Document` out. It decides the format, decodes,
// and applies metadata in the order of trust; the work is done by the reader of each format.

internal import Text

/// Reads one document of any supported format.
package struct DocumentReader: Sendable {
  private let options: IngestOptions
  private let metadata: MetadataTable?

  package init(options: IngestOptions, metadata: MetadataTable? = nil) {
    self.options = options
    self.metadata = metadata
  }

  /// - Parameters:
  ///   - bytes: the file as it is.
  ///   - id: the document's id.
  ///   - fileExtension: lower case, without the dot; nil for streams.
  ///   - carried: what the container says (URL and date of a WARC record).
  package func read(
    _ bytes: [UInt8], id: String, fileExtension: String? = nil,
    carried: DocumentMetadata = DocumentMetadata()
  ) throws(IngestError) -> Document {
    guard bytes.count <= options.maximumBytes else {
      throw .tooLarge(bytes: bytes.count, limit: options.maximumBytes)
    }
    if let binary = BinarySniff.sniff(bytes) {
      throw .binary(kind: binary.kind, advice: binary.advice)
    }
    var document = Document(id: id)
    let format = FormatGuess.guess(bytes, fileExtension: fileExtension, asked: options.format)
    let declared =
      carried.charset ?? (format == .html ? CharsetPrescan.charset(in: bytes) : nil)
    let decoded = Decoding.decode(bytes, declared: declared)
    document.warnings = decoded.warnings
    document.metadata = options.overrides
    if options.overrides.issuer != nil { document.metadata.issuerSource = .option }
    if options.overrides.genre != nil { document.metadata.genreSource = .option }
    metadata?.apply(to: &document.metadata, doc: id)
    fill(decoded.bytes, format: format, carried: carried, into: &document)
    if document.text.isEmpty { document.warnings.append("empty: no text in it") }
    if document.metadata.lang == nil {
      document.metadata.lang = LanguageGuess.guess(document.text)
    }
    return document
  }

  /// Reads the text of a JSONL record, whose metadata is in `document` already.
  func fill(
    _ text: [UInt8], format: IngestOptions.Format, carried: DocumentMetadata,
    into document: inout Document
  ) {
    switch format {
    case .html:
      document.metadata.fill(from: carried, source: .html)
      HTMLReader.read(text, into: &document, options: options)
    case .markdown, .text, .auto, .jsonl:
      let (front, length) = FrontMatter.parse(text)
      document.metadata.fill(from: front, source: .frontMatter)
      document.metadata.fill(from: carried, source: .html)
      let body = length == 0 ? text : Array(text[length...])
      if format == .markdown {
        MarkdownReader.read(body, into: &document, options: options)
      } else {
        PlainTextReader.read(body, into: &document, options: options)
      }
    }
  }
}

extension DocumentMetadata {
  /// Takes what is missing from a less trusted source.
  package mutating func fill(from other: DocumentMetadata, source: MetadataSource) {
    title = title ?? other.title
    date = date ?? other.date
    lang = lang ?? other.lang
    url = url ?? other.url
    author = author ?? other.author
    siteName = siteName ?? other.siteName
    description = description ?? other.description
    pageType = pageType ?? other.pageType
    if issuer == nil, let issuer = other.issuer {
      self.issuer = issuer
      issuerSource = source
    }
    if genre == nil, let genre = other.genre {
      self.genre = genre
      genreSource = source
    }
  }
}
