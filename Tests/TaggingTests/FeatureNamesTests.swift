import Testing

@testable import Tagging

/// Names that are written out, and numbers that are taken from memory, against the language's own.
@Suite struct FeatureNamesTests {
  private func names<T: CaseIterable>(_: T.Type) -> [String] { T.allCases.map { "\($0)" } }

  @Test func casesAreNamedInTheirOrder() {
    #expect(FeatureNames.moods == names(Mood.self))
    #expect(FeatureNames.verbs == names(VerbKind.self))
    #expect(FeatureNames.subjects == names(SubjectKind.self))
    #expect(FeatureNames.objects == names(ObjectKind.self))
    #expect(FeatureNames.frames == names(ReportFrame.self))
    #expect(FeatureNames.links == names(CoreMood.Link.self))
    #expect(FeatureNames.flags == names(FeatureSpace.Flag.self))
    #expect(FeatureNames.items == names(FeatureSpace.Item.self))
    #expect(FeatureNames.shares == names(FeatureSpace.Share.self))
    #expect(FeatureNames.signs == names(FeatureSpace.Sign.self))
  }

  @Test func classesAreNumberedInTheirOrder() {
    #expect(LexicalClass.allCases.map(\.index) == Array(LexicalClass.allCases.indices))
  }

  @Test func kindsFindTheClassOfTheirName() {
    for kind in ObjectKind.allCases where kind != .none {
      #expect(kind.lexicalClass.map { "\($0)" } == "\(kind)")
    }
    for kind in SubjectKind.allCases {
      let isOpen = [.none, .proper, .abstract].contains(kind)
      #expect(kind.lexicalClass.map { "\($0)" } == (isOpen ? nil : "\(kind)"))
    }
  }
}
