// Bytes of unknown encoding to UTF-8. Order of trust: byte-order mark, valid UTF-8, the declared
// encoding, detection. A byte that fits nowhere becomes U+FFFD and a warning; nothing is dropped.

internal import CUchardet
internal import Glibc

/// Text after decoding: UTF-8, LF line ends, no NUL.
package struct DecodedText: Sendable {
  package var bytes: [UInt8]
  /// Name of the encoding that was read.
  package var encoding: String
  /// One sentence each, without the file's name.
  package var warnings: [String]
}

/// Decoding of whole documents.
package enum Decoding {
  /// - Parameters:
  ///   - declared: what the document or its carrier says (`charset=` …), in any case.
  package static func decode(_ bytes: [UInt8], declared: String? = nil) -> DecodedText {
    if let (name, length) = byteOrderMark(bytes) {
      let rest = Array(bytes[length...])
      if name == "UTF-8" { return finish(rest, "UTF-8", declared: declared) }
      return convert(rest, from: name) ?? finish(rest, "UTF-8", declared: declared)
    }
    if let declared, isSevenBit(declared), let text = convert(bytes, from: declared) { return text }
    if let name = zeroPattern(bytes), let text = convert(bytes, from: name) { return text }
    return finish(bytes, "UTF-8", declared: declared)
  }

  private static func finish(
    _ bytes: [UInt8], _ encoding: String, declared: String?
  ) -> DecodedText {
    let check = UTF8Check(bytes)
    if check.invalid == 0 {
      return DecodedText(bytes: normalizeLines(bytes), encoding: "UTF-8", warnings: [])
    }
    // A few broken bytes in a text that otherwise is UTF-8: repair it rather than reread it.
    if check.valid > 4 * check.invalid || (check.valid > check.invalid && isUTF8(declared)) {
      return DecodedText(
        bytes: normalizeLines(repair(bytes)), encoding: "UTF-8",
        warnings: ["\(check.invalid) bytes are not UTF-8 and were replaced by U+FFFD"])
    }
    if let declared, !isUTF8(declared), let text = convert(bytes, from: canonical(declared)) {
      return text
    }
    let detected = detect(bytes)
    var text =
      convert(bytes, from: detected) ?? convert(bytes, from: "WINDOWS-1252")
      ?? DecodedText(bytes: normalizeLines(repair(bytes)), encoding: "UTF-8", warnings: [])
    text.warnings.append("not UTF-8; read as \(text.encoding)")
    return text
  }

  private static func isUTF8(_ name: String?) -> Bool {
    let name = name?.uppercased()
    return name == "UTF-8" || name == "UTF8"
  }

  private static func isSevenBit(_ name: String) -> Bool {
    let name = name.uppercased()
    return name.hasPrefix("ISO-2022") || name == "HZ-GB-2312" || name == "UTF-7"
  }

  /// The name under which iconv reads what the web writes under `name` (WHATWG Encoding, labels).
  private static func canonical(_ name: String) -> String {
    let name = name.uppercased()
    return switch name {
    case "ISO-8859-1", "LATIN1", "LATIN-1", "US-ASCII", "ASCII", "CP1252", "ISO8859-1":
      "WINDOWS-1252"
    case "ISO-8859-9": "WINDOWS-1254"
    case "ISO-8859-11", "TIS-620": "WINDOWS-874"
    case "GB2312", "GBK", "X-GBK", "GB_2312-80": "GB18030"
    case "SHIFT_JIS", "SHIFT-JIS", "X-SJIS", "SJIS", "WINDOWS-31J": "CP932"
    case "EUC-KR", "KS_C_5601-1987", "KSC5601": "CP949"
    case "BIG5": "BIG5-HKSCS"
    // A document whose `meta` could be read is not in UTF-16 (HTML standard, prescan).
    case "UTF-16", "UTF-16LE", "UTF-16BE", "X-USER-DEFINED": "WINDOWS-1252"
    default: name
    }
  }

  private static func byteOrderMark(_ b: [UInt8]) -> (String, Int)? {
    if b.starts(with: [0xEF, 0xBB, 0xBF]) { return ("UTF-8", 3) }
    if b.starts(with: [0xFF, 0xFE, 0, 0]) { return ("UTF-32LE", 4) }
    if b.starts(with: [0, 0, 0xFE, 0xFF]) { return ("UTF-32BE", 4) }
    if b.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
    if b.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
    return nil
  }

  /// UTF-16 without a mark: nearly every second byte of the head is zero.
  private static func zeroPattern(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(1000)
    guard head.count >= 8 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let half = head.count / 2
    if zeros[1] * 10 > half * 7, zeros[0] * 10 < half { return "UTF-16LE" }
    if zeros[0] * 10 > half * 7, zeros[1] * 10 < half { return "UTF-16BE" }
    return nil
  }

  private static func detect(_ bytes: [UInt8]) -> String {
    guard let detector = uchardet_new() else { return "WINDOWS-1252" }
    defer { uchardet_delete(detector) }
    let head = bytes.prefix(1 << 18)
    head.withUnsafeBytes { raw in
      if let base = raw.bindMemory(to: CChar.self).baseAddress {
        _ = uchardet_handle_data(detector, base, raw.count)
      }
    }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return "WINDOWS-1252" }
    let charset = String(cString: name)
    return charset.isEmpty || isUTF8(charset) ? "WINDOWS-1252" : canonical(charset)
  }

  /// Through iconv; an unreadable byte becomes U+FFFD. Nil if iconv does not know the name.
  private static func convert(_ bytes: [UInt8], from name: String) -> DecodedText? {
    guard let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else { return nil }
    defer { iconv_close(handle) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 2)
    var replaced = 0
    var input = bytes
    input.withUnsafeMutableBytes { raw in
      guard var source = raw.bindMemory(to: CChar.self).baseAddress else { return }
      var sourceLeft = raw.count
      var chunk = [UInt8](repeating: 0, count: 65_536)
      while sourceLeft > 0 {
        var status = 0
        let written = chunk.withUnsafeMutableBytes { chunk -> Int in
          guard let base = chunk.bindMemory(to: CChar.self).baseAddress else { return 0 }
          var target: UnsafeMutablePointer<CChar>? = base
          var targetLeft = chunk.count
          var from: UnsafeMutablePointer<CChar>? = source
          status = iconv(handle, &from, &sourceLeft, &target, &targetLeft)
          if let from { source = from }
          return chunk.count - targetLeft
        }
        out.append(contentsOf: chunk[..<written])
        if status == -1, errno == EILSEQ || errno == EINVAL, sourceLeft > 0 {
          out.append(contentsOf: [0xEF, 0xBF, 0xBD])
          replaced += 1
          source += 1
          sourceLeft -= 1
        }
      }
    }
    let warnings =
      replaced == 0
      ? [] : ["\(replaced) bytes are not \(name) and were replaced by U+FFFD"]
    return DecodedText(bytes: normalizeLines(out), encoding: name, warnings: warnings)
  }

  private static func repair(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// CRLF and CR to LF, NUL dropped.
  private static func normalizeLines(_ bytes: [UInt8]) -> [UInt8] {
    let hasNUL = bytes.withUnsafeBufferPointer { $0.place(of: 0) != nil }
    guard hasNUL || bytes.withUnsafeBufferPointer({ $0.place(of: 0x0D) != nil }) else {
      return bytes
    }
    return [UInt8](unsafeUninitializedCapacity: bytes.count) { out, length in
      bytes.withUnsafeBufferPointer { buffer in
        guard let target = out.baseAddress else { return }
        var at = 0
        while at < buffer.count {
          // Runs without CR and NUL are copied whole.
          let end = buffer.place(of: 0x0D, from: at) ?? buffer.count
          let run = UnsafeBufferPointer(rebasing: buffer[at..<end])
          if let source = run.baseAddress, !hasNUL || run.place(of: 0) == nil {
            (target + length).update(from: source, count: run.count)
            length += run.count
          } else {
            for byte in run where byte != 0 {
              out[length] = byte
              length += 1
            }
          }
          at += run.count
          guard at < buffer.count else { break }
          at += 1
          if at < buffer.count, buffer[at] == 0x0A { continue }
          out[length] = 0x0A
          length += 1
        }
      }
    }
  }
}

/// How much of a text is UTF-8: multi-byte sequences that are, bytes that are not.
struct UTF8Check {
  private(set) var valid = 0
  private(set) var invalid = 0

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      let count = buffer.count
      let raw = UnsafeRawBufferPointer(buffer)
      while at < count {
        while at + 8 <= count, EightBytes(raw, at: at).isASCII { at += 8 }
        guard at < count else { break }
        let first = buffer[at]
        if first < 0x80 {
          at += 1
          continue
        }
        let length = Self.length(buffer, at)
        if length == 0 {
          invalid += 1
          at += 1
        } else {
          valid += 1
          at += length
        }
      }
    }
  }

  /// Length of the sequence at `at`, 0 if it is malformed (overlong and surrogates included).
  private static func length(_ b: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let first = b[at]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, at + length <= b.count else { return 0 }
    for offset in 1..<length where b[at + offset] & 0xC0 != 0x80 { return 0 }
    let second = b[at + 1]
    switch first {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
      0xF4 where second > 0x8F:
      return 0
    default: return length
    }
  }
}
