import Testing
import Text

@testable import Batch

struct TallyRecordTests {
  @Test func aRecordComesBackAsItWas() throws {
    var record = TallyRecord(
      file: 3, member: 1 << 33, doc: "a \"b\".txt", name: "n", status: .failed)
    record.reason = "why\nnot"
    record.warnings = ["one", "two"]
    record.inputBytes = 12
    record.inputDigest = "ab"
    record.codedBytes = 7
    record.codedDigest = "cd"
    record.sketch = DocumentSketch(hashes: [1, .max], population: 9)
    record.part = Array("{\"x\":[1,2]}".utf8)
    var first = ByteWriter()
    record.append(to: &first)
    let back = try first.bytes.withUnsafeBufferPointer { try TallyRecord(line: $0) }
    var second = ByteWriter()
    back.append(to: &second)
    #expect(first.bytes == second.bytes)
    #expect(back.doc == record.doc && back.sketch == record.sketch && back.member == 1 << 33)
  }

  @Test func onlyWhatIsAskedForIsRead() throws {
    var record = TallyRecord(file: 3, member: 2, doc: "a", name: "n", status: .coded)
    record.warnings = ["one, \"two\" [three]"]
    record.inputBytes = 12
    record.inputDigest = "ab"
    record.sketch = DocumentSketch(hashes: [1, 2, 3], population: 9)
    record.part = Array("{\"x\":[1,2,{\"y\":\"]}\"}],\"z\":-1.5}".utf8)
    record.places = Array("[[\"CHN\",\"norms\",1,2,3,4,5]]".utf8)
    var line = ByteWriter()
    record.append(to: &line)
    let (counts, input) = try line.bytes.withUnsafeBufferPointer {
      (try TallyRecord(line: $0, detail: .counts), try TallyRecord(line: $0, detail: .input))
    }
    #expect(counts.part == record.part && counts.warnings == record.warnings)
    #expect(counts.status == .coded && counts.places.isEmpty && counts.sketch.hashes.isEmpty)
    #expect(input.inputBytes == 12 && input.inputDigest == "ab" && input.status == .coded)
    #expect(input.warnings.isEmpty && input.part == Array("null".utf8))
  }

  @Test func halfALineIsRefused() throws {
    var out = ByteWriter()
    TallyRecord(file: 0, member: 0, doc: "a", name: "a", status: .coded).append(to: &out)
    for count in stride(from: 0, to: out.count - 2, by: 5) {
      let half = Array(out.bytes[..<count])
      #expect(throws: JSONError.self) {
        try half.withUnsafeBufferPointer { _ = try TallyRecord(line: $0) }
      }
    }
  }

  /// Test vectors of FIPS 180-4.
  @Test func digestsAreThoseOfTheStandard() {
    #expect(
      SHA256.hex(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(SHA256.base64([]) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    #expect(
      SHA256.hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    var parts = SHA256()
    for _ in 0..<1_000 { parts.update([UInt8](repeating: 0x61, count: 1_000)) }
    #expect(
      parts.finalize() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
