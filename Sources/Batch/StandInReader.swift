// A stand-in until Ingest's readers are there: plain text only, records one by one.

internal import Ingest
internal import Text

enum StandInReader {
  static func read(
    _ bytes: [UInt8], id: String, options: IngestOptions
  ) throws(IngestError) -> Document {
    if let sniff = BinarySniff.sniff(bytes) {
      throw IngestError.binary(kind: sniff.kind, advice: sniff.advice)
    }
    let decoded = Decoding.decode(bytes)
    var document = Document(id: id, metadata: options.overrides, unit: options.unit)
    document.warnings = decoded.warnings
    PlainTextReader.read(decoded.bytes, into: &document, options: options)
    if document.metadata.lang == nil { document.metadata.lang = LanguageGuess.guess(document.text) }
    return document
  }

  static func record(_ line: ArraySlice<UInt8>, fallback: String) throws(JSONError) -> Document {
    var doc = fallback
    var text: [UInt8] = []
    let failure: JSONError? = line.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer)
      do throws(JSONError) {
        try scanner.object { scanner, key throws(JSONError) in
          if key == "doc" {
            doc = try scanner.string()
          } else if key == "text" {
            try scanner.string(into: &text)
          } else {
            try scanner.skipValue()
          }
        }
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
    var document = Document(id: doc, text: text, unit: .record)
    if !text.isEmpty { document.passages = [Passage(start: 0, end: text.count)] }
    return document
  }
}
