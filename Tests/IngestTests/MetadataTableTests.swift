import Ingest
import Testing

@Suite struct MetadataTableTests {
  private func apply(_ csv: String, doc: String) throws -> DocumentMetadata {
    var metadata = DocumentMetadata()
    try MetadataTable(Array(csv.utf8)).apply(to: &metadata, doc: doc)
    return metadata
  }

  @Test func fillsWhatIsOpen() throws {
    let csv =
      "\u{FEFF}file,title,date,issuer,genre\r\na.txt,\"Ports, and more\",May 2019,BRA,law\r\nb.txt,,,,\r\n"
    let metadata = try apply(csv, doc: "a.txt")
    #expect(metadata.title == "Ports, and more")
    #expect(metadata.date == "2019-05")
    #expect(metadata.issuer == "BRA")
    #expect(metadata.issuerSource == .metadata)
    #expect(metadata.genre == .law)
    #expect(try apply(csv, doc: "b.txt") == DocumentMetadata())
    #expect(try apply(csv, doc: "c.txt") == DocumentMetadata())
    var known = DocumentMetadata()
    known.title = "Known"
    try MetadataTable(Array(csv.utf8)).apply(to: &known, doc: "a.txt")
    #expect(known.title == "Known")
  }

  @Test func takesSemicolonsAndQuotes() throws {
    let csv = "doc;title\n\na;\"One; \"\"two\"\"\nthree\"\n"
    #expect(try apply(csv, doc: "a").title == "One; \"two\"\nthree")
  }

  @Test(arguments: [
    ("name,title\na,b\n", 1, "no column \"file\" or \"doc\""),
    ("file,colour\na,b\n", 1, "unknown column \"colour\""),
    ("file,title\na.txt,One\nb.txt,Two,Three\n", 3, "3 fields but 2 columns"),
    ("title,file\nOne\n", 2, "1 fields but 2 columns"),
    ("doc,genre\n\na.txt,law\nb.txt,poem\n", 4, "unknown genre \"poem\""),
    ("doc,title\na,\"two\nlines\"\nb,\"x\n", 4, "a quote is not closed"),
    ("", 1, "no column"),
  ])
  func namesTheLineOfAFault(csv: String, line: Int, reason: String) {
    let error = #expect(throws: MetadataTableError.self) { try MetadataTable(Array(csv.utf8)) }
    #expect(error?.line == line)
    #expect(error?.reason.contains(reason) ?? false)
  }
}
