import Testing

@testable import Lexicon

@Suite struct InflectionTests {
  @Test(arguments: [
    ("protect", "protect protects protected protecting"),
    ("policy", "policy policies policied policying"), ("play", "play plays played playing"),
    ("agree", "agree agrees agreed agreing"), ("tie", "tie ties tied tiing tying"),
    ("breach", "breach breaches breached breaching"),
    ("stop", "stop stops stoped stoping stopped stopping"),
    ("keep", "keep kept keeps keeped keeping"), ("panic", "panic panics panicked panicking"),
    ("a", "a"), ("中", "中"),
  ])
  func forms(word: String, expected: String) {
    var inflection = Inflection()
    inflection.inflect(Array(word.utf8))
    var forms: [String] = []
    var start = 0
    for end in inflection.ends {
      forms.append(String(decoding: inflection.bytes[start..<end], as: UTF8.self))
      start = end
    }
    #expect(forms == expected.split(separator: " ").map(String.init))
  }
}
