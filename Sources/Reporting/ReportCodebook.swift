// What the tables need to know of the lexicon: which actors are classes, which issues are no
// proposition, and what the codes mean.

package import Lexicon

/// Actors and issues by code.
package struct ReportCodebook: Sendable {
  package struct Row: Sendable {
    package var kind: String
    package var code: String
    package var description: String
  }
  private var classes: Set<String> = ["author", "SOME-STATES"]
  private var undirected: Set<String> = ["other"]
  private var names: [String: String] = [:]
  private var propositions: [String: String] = [:]
  /// Rows for codebook.csv.
  package private(set) var rows: [Row] = []

  package init(_ lexicon: Lexicon) {
    for issue in lexicon.issues {
      if !issue.isDirectional { undirected.insert(issue.code) }
      propositions[issue.code] = issue.proposition
      rows.append(Row(kind: "issue", code: issue.code, description: issue.proposition))
    }
    var known: Set<String> = []
    for actor in lexicon.actors where known.insert(actor.code).inserted {
      if actor.kind == .class { classes.insert(actor.code) }
      if !actor.name.isEmpty { names[actor.code] = actor.name }
      rows.append(
        Row(kind: "actor", code: actor.code, description: "\(actor.name) (\(actor.kind.rawValue))"))
    }
  }

  /// False for `author`, `SOME-STATES` and classes.
  package func isNamed(actor: String) -> Bool { !classes.contains(actor) }

  /// False for issues that are no proposition, and for `other`.
  package func isDirectional(issue: String) -> Bool {
    guard !undirected.contains(issue) else { return false }
    guard let dot = issue.firstIndex(of: ".") else { return true }
    return !undirected.contains(String(issue[..<dot]))
  }

  /// The name of an actor, for readers.
  package func name(of actor: String) -> String? { names[actor] }

  /// What it means to be for an issue.
  package func proposition(of issue: String) -> String? { propositions[issue] }

  /// Definitions of the components, after Krasner (1982).
  static let components: [(String, String)] = [
    ("principle", "beliefs of fact, causation and rectitude"),
    ("norm", "standards of behaviour defined in terms of rights and obligations"),
    ("rule", "specific prescriptions or proscriptions for action"),
    ("procedure", "prevailing practices for making and implementing collective choice"),
    ("none", "none of these"),
  ]
}
