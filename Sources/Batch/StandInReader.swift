// A stand-in until Ingest's readers are there: paragraphs of text as passages, records as text.

internal import Ingest
internal import Text

enum StandInReader {
  static func document(_ bytes: [UInt8], id: String, unit: PassageUnit) -> Document {
    var document = Document(id: id, text: bytes, unit: unit)
    var start = 0
    var block = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count,
        !(bytes[end] == 10 && (end + 1 == bytes.count || bytes[end + 1] == 10))
      { end += 1 }
      if end > start {
        document.passages.append(Passage(start: start, end: end, block: block))
        block += 1
      }
      start = end + 1
      while start < bytes.count, bytes[start] == 10 { start += 1 }
    }
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
    return document(text, id: doc, unit: .record)
  }
}
