import Foundation
import Ingest
import Testing
import Text

@Suite struct PlainTextReaderTests {
  private func document(_ text: String, keep: Bool = false) -> Document {
    var options = IngestOptions()
    options.keepsFurniture = keep
    var document = Document(id: "t")
    PlainTextReader.read(Array(text.utf8), into: &document, options: options)
    return document
  }

  private func texts(_ document: Document) -> [String] {
    document.passages.map { String(decoding: document.text[$0.start..<$0.end], as: UTF8.self) }
  }

  @Test func joinsHardWraps() {
    let text = """
      States should cooperate in good faith to develop and to apply measures that increase the
      stability of cyberspace. They should not knowingly allow their territory to be used for
      wrongful acts.

      The second paragraph stands apart and is wrapped as well, so that its end is easy to see
      for anyone who looks.
      """
    #expect(
      texts(document(text)) == [
        "States should cooperate in good faith to develop and to apply measures that increase the "
          + "stability of cyberspace.",
        "They should not knowingly allow their territory to be used for wrongful acts.",
        "The second paragraph stands apart and is wrapped as well, so that its end is easy to see "
          + "for anyone who looks.",
      ])
  }

  /// A dump: blank lines inside sentences, a running head, page numbers, a title of two lines.
  private let dump = """
     The two governments began to negotiate rules for the harbour network in the spring of the

    same year. Therefore the rule-making has an important implication for relations in the

    China-U.S. context and it is necessary for both sides to speak about soft-hardware stan-

    dards under concepts that both of them accept. Besides, the ports of the region agreed on

                    HARBOUR RULES IN PRACTICE

    12

    a common hotline for incidents. It is staffed at all hours.

     The Prospect of Harbour Rules Under the Guideline of a New Kind of Relations

    In the long run they will reach a formal mechanism. It will be reviewed by the two sides at

                    HARBOUR RULES IN PRACTICE

    13

    the end of every year.

    References

    Alder, P. (2014). Ports and rules. Harbour Studies, 3(2), 11-19.

    Birch, Q. (2016). A hotline for ports. Retrieved from http://www.example.org/hotline
    """

  @Test func readsDumps() {
    let document = document(dump)
    #expect(
      texts(document) == [
        "The two governments began to negotiate rules for the harbour network in the spring of the "
          + "same year.",
        "Therefore the rule-making has an important implication for relations in the China-U.S. "
          + "context and it is necessary for both sides to speak about soft-hardware standards under "
          + "concepts that both of them accept.",
        "Besides, the ports of the region agreed on a common hotline for incidents.",
        "It is staffed at all hours.",
        "In the long run they will reach a formal mechanism.",
        "It will be reviewed by the two sides at the end of every year.",
      ])
    #expect(
      document.sections[document.passages.last?.section ?? 0].last
        == "The Prospect of Harbour Rules Under the Guideline of a New Kind of Relations")
  }

  @Test func keepsFurnitureWithItsRole() {
    let roles = Set(document(dump, keep: true).passages.map(\.role))
    #expect(roles.contains(.reference))
    #expect(roles.contains(.body))
  }

  @Test func labelsProvisionsAndItems() {
    let text = """
      Article 5

      1. The Parties shall:
      (a) designate a point of contact;
      (b) report incidents.

      2. The Secretariat shall assist them.

      Article 6

      This Agreement enters into force on signature.
      """
    let passages = document(text).passages
    #expect(
      passages.map(\.label) == [
        "Article 5(1)", "Article 5(1)(a)", "Article 5(1)(b)", "Article 5(2)", "Article 6",
      ])
    #expect(passages.map(\.leadIn) == [-1, 0, 0, -1, -1])
  }

  /// Blank lines part paragraphs here, even where a line is full and has no stop.
  @Test func trustsCleanBreaks() {
    let text = """
      The ferry leaves the northern pier at nine in the morning and at four in the afternoon, when
      the tide allows it. Nobody has ever seen it leave on time, and the crew will tell you that it
      is the fault of the tide alone, which as everybody knows waits for no crew on any coast.

      I would give the ferry no stars at all, if only the people who run this site let me do it

      Captain Lund is a patient woman all the same. Good luck with that

      Great boat, by the way! We took the bus in the end and were home before the ferry had left
      the harbour, with an hour to spare.
      """
    let found = texts(document(text))
    #expect(
      found.contains(
        "I would give the ferry no stars at all, if only the people who run this site let me do it")
    )
    #expect(found.contains("Good luck with that"))
  }

  /// A short line that trails off is no half of a sentence.
  @Test func endsAtEllipses() {
    let text = """
      We waited for the ferry at the northern pier until the tide had turned and the lamps on the
      quay were lit one by one...

      Somebody wrote below...

      lol so true, and it was late again on the next day, when all of us had to be in town at nine
      in the morning.
      """
    #expect(
      texts(document(text)).dropFirst() == [
        "Somebody wrote below...",
        "lol so true, and it was late again on the next day, when all of us had to be in town at nine "
          + "in the morning.",
      ])
  }

  @Test func knowsAddressesFromTurns() {
    let text = """
      Mr. Chairman, honoured guests:

      We have come a long way to speak of water. It is a small thing.
      """
    let document = document(text)
    #expect(document.passages.map(\.speaker) == [nil, nil, nil])
    #expect(texts(document).first == "Mr. Chairman, honoured guests:")
  }

  @Test func findsSpeakers() {
    let text = """
      Mr. Okoro (Nigeria): My delegation supports the draft. It is balanced.

      Ms. Lund (Norway): We have doubts about paragraph 3.
      """
    let document = document(text)
    #expect(
      document.passages.map(\.speaker) == [
        "Mr. Okoro (Nigeria)", "Mr. Okoro (Nigeria)", "Ms. Lund (Norway)",
      ])
    #expect(texts(document).first == "My delegation supports the draft.")
  }

  @Test func offsetsSliceTheText() {
    let document = document("Türkiye’s view: “norms” matter. 各国同意。 Fin.\n\n• Item one\n• Item two")
    var end = 0
    for passage in document.passages {
      #expect(passage.start >= end && passage.end > passage.start)
      #expect(document.text[passage.start] > 0x20 && document.text[passage.end - 1] > 0x20)
      #expect(document.text[passage.start] & 0xC0 != 0x80)
      end = passage.end
    }
    #expect(end <= document.text.count)
  }

  /// Pieces repeated until a quadratic step would show (debug builds are slow: sizes are modest).
  @Test(arguments: [
    String(repeating: "word and ", count: 100_000),
    String(repeating: "\n", count: 1_000_000) + "End.",
    String(repeating: "- a\n", count: 20_000),
    String(repeating: "(a) ", count: 30_000),
    String(repeating: "x-\n", count: 20_000),
    String(repeating: "REPORT\n\n1\n\n", count: 10_000),
    String(repeating: "\u{0C}", count: 50_000),
    String(repeating: "1\n", count: 30_000),
    String(repeating: "the harbours          the guild of the town\n", count: 10_000),
    String(repeating: "Harbour          12          Penhallow\n", count: 10_000),
    (0..<10_000).map { "in\($0)a-\nna-\ntion of the harbours\n" }.joined(),
  ])
  func staysLinear(text: String) {
    let time = ContinuousClock().measure { _ = document(text) }
    // Under a sanitizer everything is some ten times slower.
    let isSlow = ProcessInfo.processInfo.environment["NORMTAG_SANITIZER"] != nil
    #expect(time < .seconds(isSlow ? 300 : 15))
  }

  @Test func originPaper() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "../shared/corpus/text/cyberspace-rule-making.txt")
    guard let data = try? Data(contentsOf: url.standardizedFileURL) else {
      print("skipped: the origin paper is not here")
      return
    }
    let all = texts(document(String(decoding: data, as: UTF8.self)))
    #expect(all.count > 150 && all.count < 175)
    for text in all {
      #expect(!text.contains("AN ANALYSIS OF CYBERSPACE"))
      #expect(!text.contains("Retrieved from") && !text.contains("\u{FFFD}"))
      #expect(text.count > 20 && ".”?:".contains(text.last ?? " "), "\(text)")
    }
    let joined = all.joined(separator: "\n")
    for word in ["China-U.S. relations", "rule-making", "soft-hardware", "Track 1.5 Diplomacy"] {
      #expect(joined.contains(word))
    }
  }
}
