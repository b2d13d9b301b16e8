// Further columns on actors and documents.

import Testing

@testable import Ingest

@Suite struct AttributeTableTests {
  @Test func columnsByActorAndByDocument() throws {
    let actors = try AttributeTable(Array("bloc,actor\nsouth,CHN\n,USA\n\"no,rth\",EU\n".utf8))
    #expect(actors.subject == .actor && actors.columns == ["bloc"])
    #expect(actors.values == ["CHN": ["bloc": "south"], "EU": ["bloc": "no,rth"]])
    let documents = try AttributeTable(Array("\u{FEFF}file,source\na.txt,archive\n".utf8))
    #expect(documents.subject == .doc && documents.values["a.txt"]?["source"] == "archive")
  }

  @Test func rowsThatCannotBeUsedAreNamed() {
    #expect(throws: MetadataTableError.self) { try AttributeTable(Array("a,b\n1,2\n".utf8)) }
    // A column names a file.
    #expect(throws: MetadataTableError.self) {
      try AttributeTable(Array("actor,../x\nCHN,2\n".utf8))
    }
  }
}
