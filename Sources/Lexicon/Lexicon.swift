// The lexicon as the tagger uses it: immutable, shared by all workers.

package import Text

/// Actors, issues, cues, phrases and weights of all packs, indexed.
package struct Lexicon: Sendable {
  package var actors: [Actor] = []
  package var memberships: [Membership] = []
  package var issues: [Issue] = []
  package var cues: [Cue] = []
  package var entries: [Entry] = []
  package var vocabulary = Vocabulary(words: [])
  /// Rows of weights.tsv: feature name → weights in the order of `Component.allCases`.
  package var weights: [String: [Double]] = [:]

  package init() {}
}
