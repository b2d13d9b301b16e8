// What the tables need to know of the lexicon: which actors are classes, which issues are no
// proposition, and what the codes mean.

package import Ingest
package import Lexicon
internal import Positions
internal import Tagging

/// Actors and issues by code.
package struct ReportCodebook: Sendable {
  package struct Row: Sendable {
    package var kind: String
    package var code: String
    package var description: String
  }
  private var classes: Set<String> = [UnnamedHolder.author, UnnamedHolder.someStates]
  private var undirected: Set<String> = [CommonIssue.other]
  /// Columns of actors.tsv by actor, and memberships of members.tsv by member.
  private var attributes: [String: [String: String]] = [:]
  private var memberships: [String: [ActorGroups.Membership]] = [:]
  /// Further columns on documents, by id.
  private var documentAttributes: [String: [String: String]] = [:]
  private var documentColumns: [String] = []
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
      attributes[actor.code] = actor.attributes
      attributes[actor.code]?["kind"] = actor.kind.rawValue
      if !actor.name.isEmpty { names[actor.code] = actor.name }
      rows.append(
        Row(kind: "actor", code: actor.code, description: "\(actor.name) (\(actor.kind.rawValue))"))
    }
    for membership in lexicon.memberships {
      memberships[membership.member, default: []].append(
        ActorGroups.Membership(
          group: membership.group, from: membership.from, to: membership.to))
    }
  }

  /// Adds columns on actors or documents.
  package mutating func add(_ table: AttributeTable) {
    switch table.subject {
    case .actor:
      for (actor, values) in table.values {
        attributes[actor, default: [:]].merge(values) { $1 }
      }
    case .doc:
      documentColumns += table.columns
      for (doc, values) in table.values {
        documentAttributes[doc, default: [:]].merge(values) { $1 }
      }
    }
  }

  /// What documents can be told apart by: the program's own kinds and further columns.
  package var kindColumns: [String] { DocumentKind.allCases.map(\.rawValue) + documentColumns }

  /// The kind of a document by one of `kindColumns`.
  func kind(of document: CountedDocument, by column: String) -> String? {
    if let kind = DocumentKind(rawValue: column) { return kind.value(of: document) }
    return documentAttributes[document.doc]?[column]
  }

  /// Columns that actors can be put together by, `members` among them.
  package var groupColumns: [String] {
    var columns: Set<String> = ["members"]
    for values in attributes.values { columns.formUnion(values.keys) }
    return columns.sorted { $0.asBytes < $1.asBytes }
  }

  /// Who belongs to which group by a column; `members` are the groups of members.tsv by date. An
  /// actor whose column is empty or `none` belongs to no group. An alliance that is a group of
  /// members.tsv too has the dates that stand there: nobody is an ally before joining.
  func groups(by column: String) -> ActorGroups {
    if column == "members" { return ActorGroups(memberships) }
    var groups: [String: [ActorGroups.Membership]] = [:]
    for (actor, values) in attributes {
      guard let value = values[column], !value.isEmpty, value != "none" else { continue }
      let dated =
        column == "alliance"
        ? memberships[actor, default: []].filter { $0.group.lowercased() == value.lowercased() }
        : []
      groups[actor] =
        dated.isEmpty
        ? [ActorGroups.Membership(group: value)]
        : dated.map { ActorGroups.Membership(group: value, from: $0.from, to: $0.to) }
    }
    return ActorGroups(groups)
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
