// The lexicon as the tagger uses it: immutable, shared by all workers.

package import Text

/// Actors, issues, cues, phrases and weights of all packs, indexed.
package struct Lexicon: Sendable {
  package var actors: [Actor] = []
  package var memberships: [Membership] = []
  package var patterns: [ActorPattern] = []
  package var issues: [Issue] = []
  package var cues: [Cue] = []
  package var entries: [Entry] = []
  package var vocabulary = Vocabulary(words: [])
  package var phrases = PhraseTrie(capacity: 0)
  /// Rows of weights.tsv: feature name → weights in the order of `Component.allCases`.
  package var weights: [String: [Double]] = [:]
  /// Words that code, not files, asks for by id (function words).
  package var extraWords: [String] = Self.functionWords

  package init() {}

  /// Words of grammar that coders look at; they get ids even if no phrase uses them.
  package static let functionWords = [
    "the", "a", "an", "of", "to", "in", "on", "for", "and", "or", "but", "that", "which", "who",
    "whose",
    "not", "no", "only", "by", "with", "as", "at", "from", "its", "their", "it", "they", "we",
    "our", "us",
    "i", "my", "he", "she", "his", "her", "both", "while", "whereas", "however", "whether", "if",
    "when",
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "should",
    "must",
    "shall", "may", "can", "could", "cannot", "do", "does", "did", ",", ";", ":", ".", "(", ")",
    "\"",
    "“", "”", "‘", "–", "—", "other", "others", "hold", "different", "differing", "divergent",
    "differ", "applied", "apply",
    "applies", "restrict", "restricts", "restricting", "limit", "limiting", "eliminate",
    "eliminating",
    "replace", "replacing", "weaken", "weakening", "undermine", "undermining", "deny", "denying",
    "block", "blocking", "hinder", "impede", "impeding", "curtail", "barrier", "barriers",
    "restriction", "restrictions", "obstruct", "obstacles", "than", "against", "between",
    "according", "view",
  ]
}
