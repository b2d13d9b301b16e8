// `make fuzz`: libFuzzer over Ingest. Built only when NORMTAG_FUZZ is set (see Package.swift).

internal import CLibFuzzer
internal import Ingest

/// Reads what the fuzzer makes up and checks what holds for every document.
@main
enum IngestFuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { data, size in
      IngestFuzz.read(Array(UnsafeBufferPointer(start: data, count: size)))
      return 0
    }
  }

  /// The size chooses how the bytes are read: by their own signs twice in four.
  private static func read(_ bytes: [UInt8]) {
    var options = IngestOptions()
    options.keepsFurniture = bytes.count & 4 != 0
    options.unit = bytes.count & 8 != 0 ? .paragraph : .sentence
    let formats: [IngestOptions.Format] = [.auto, .html, .markdown, .text]
    options.format = formats[bytes.count & 3]
    if let document = try? DocumentReader(options: options).read(bytes, id: "f") {
      check(document)
    }
    bytes.withUnsafeBufferPointer { line in
      guard line.first == 0x7B, let record = try? InputRecord(line) else { return }
      let reader = RecordReader(options: options)
      check(reader.document(record, id: "r"))
      check(reader.document(passages: [record, record], id: "p"))
    }
  }

  /// Passages in order, inside the text, on the borders of characters; the text is UTF-8.
  private static func check(_ document: Document) {
    let text = document.text
    precondition(String(validating: text, as: UTF8.self) != nil, "the text is no UTF-8")
    var end = 0
    var block = 0
    for (index, passage) in document.passages.enumerated() {
      precondition(passage.start >= end && passage.end <= text.count, "passages overlap")
      precondition(passage.start < passage.end || document.unit == .record, "an empty passage")
      if passage.start < passage.end {
        precondition(text[passage.start] & 0xC0 != 0x80, "a passage begins inside a character")
      }
      precondition(
        passage.end == text.count || text[passage.end] & 0xC0 != 0x80,
        "a passage ends inside a character")
      if document.unit != .record {
        precondition(text[passage.start] > 0x20 && text[passage.end - 1] > 0x20, "outer space")
        precondition(passage.block >= block, "blocks go back")
        block = passage.block
      }
      precondition(document.sections.indices.contains(passage.section), "no such section")
      precondition(passage.leadIn < index, "a lead-in after its item")
      end = passage.end
    }
  }
}
