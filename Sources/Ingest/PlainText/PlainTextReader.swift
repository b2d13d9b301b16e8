// Plain text to passages: hard wraps and PDF dumps are joined into paragraphs, furniture is set
// apart, headings open sections. `LineClassifier` judges lines, `ParagraphJoiner` joins them.

/// Reads decoded plain text.
package enum PlainTextReader {
  /// Fills text, sections, passages and letterhead of `document` from UTF-8 `bytes`.
  package static func read(
    _ bytes: [UInt8], into document: inout Document, options: IngestOptions
  ) {
    let joined = bytes.withUnsafeBufferPointer { SpacedLetters.joined($0) }
    (joined ?? bytes).withUnsafeBufferPointer { buffer in
      let lines = TextLines(buffer, most: options.maximumLines)
      if lines.isCut {
        document.warnings.append(
          "more than \(options.maximumLines) lines; the rest was left out (--max-lines)")
      }
      var classifier = LineClassifier(lines)
      var reader = ParagraphJoiner(classifier.classify(), options: options)
      reader.read()
      reader.finish(into: &document)
    }
  }
}
