// normtag learn: weights of the components from hand-coded units.

internal import ArgumentParser
internal import Batch
internal import Ingest
internal import Learning
internal import Lexicon
internal import Positions
internal import Tagging
internal import Text

/// The `learn` command.
struct LearnCommand: ParsableCommand {
  enum Group: String, ExpressibleByArgument, CaseIterable { case doc, genre }

  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Fit the weights of components and of opposition to hand-coded units.",
    discussion: """
      Gold is JSONL with doc, text and component (also block, unit, issuer, genre, second, sure,
      statements, force, polarity), or CSV with these columns; a statement in CSV is
      ACTOR:issue:stance, several are joined by ';', as in what tag --format csv prints. What learn
      prints on standard error: agreement on documents that the weights were not fitted to, and the
      features that carry the decision.
        normtag learn --gold coded.csv -o weights.tsv --cross-validate doc
        normtag learn --gold coded.csv --examples made-up.csv -o weights.tsv
        normtag learn --gold mine.csv --prior weights.tsv -o adapted.tsv
        normtag learn --gold coded.jsonl --stance weights-stance.tsv
        normtag learn --gold coded.jsonl --holders weights-holders.tsv
        normtag learn --gold coded.jsonl --issues weights-issues.tsv
        normtag learn --gold coded.jsonl --issue-stance weights-issue-stance.tsv
      """)

  @Option(help: "Hand-coded units, JSONL or CSV; repeatable.")
  var gold: [String]
  @Option(
    help: ArgumentHelp(
      "More coded units to fit the components to; no figure counts them; repeatable.",
      valueName: "file"))
  var examples: [String] = []
  @Option(
    name: .customLong("examples-share"),
    help: "With --examples: how much an example counts beside a unit of --gold.")
  var examplesShare = 0.7
  @Option(
    help: ArgumentHelp(
      "Words that are used alike, so that what one weighs tells of the others.", valueName: "file"))
  var words: String?
  @Option(
    help: ArgumentHelp(
      "Weights that the penalty draws the components' weights to, instead of what the codebook says:"
        + " to adapt them to more units.", valueName: "file"))
  var prior: String?
  @Option(
    name: .shortAndLong,
    help:
      "Where to write the components' weights; '-' is standard output. Needless with one of the others."
  )
  var output: String?
  @Option(
    name: .customLong("cross-validate"),
    help: "Leave out documents (doc) or genres (genre) in turn and print the agreement; repeatable."
  )
  var crossValidate: [Group] = [.doc]
  @Option(help: "Strength of the penalty on weights.")
  var l2 = 25.0
  @Option(
    help: "How much the probability of a component in the neighbouring passages adds to its score.")
  var neighbours = 0.6
  @Option(
    name: .customLong("minimum-documents"), help: "A feature must occur in this many documents.")
  var minimumDocuments = 4
  @Option(help: "0: all units count alike; 1: all components count alike.")
  var balance = 0.5
  @Option(help: "Leave out features whose weights all lie below this.")
  var threshold = 0.05
  @Option(
    name: .customLong("word-threshold"),
    help: "With --words: leave out words whose weights all lie below this.")
  var wordThreshold = 0.11
  @Option(help: ArgumentHelp("Write weights for force and polarity too.", valueName: "file"))
  var attributes: String?
  @Option(help: ArgumentHelp("Write weights for opposition too.", valueName: "file"))
  var stance: String?
  @Option(
    help: ArgumentHelp(
      "Write weights for who holds what, where no rule of attribution says it, too.",
      valueName: "file"))
  var holders: String?
  @Option(
    name: .customLong("stance-gold"),
    help: ArgumentHelp(
      "More hand-coded units, for opposition alone; its figures are of them.", valueName: "file"))
  var stanceGold: String?
  @Option(
    name: .customLong("stance-share"),
    help: "With --stance-gold: how much a unit of --gold counts for opposition.")
  var stanceShare = 0.05
  @Option(
    name: .customLong("stance-l2"), help: "Strength of the penalty on weights of opposition.")
  var stanceL2 = 160.0
  @Option(
    help: ArgumentHelp(
      "Write weights for the issues of a passage too, with --issues-l2 as the penalty.",
      valueName: "file"))
  var issues: String?
  @Option(name: .customLong("issues-l2"), help: "Strength of the penalty on weights of issues.")
  var issuesL2 = 10.0
  @Option(
    name: .customLong("issue-stance"),
    help: ArgumentHelp("Write weights for what is said against an issue too.", valueName: "file"))
  var issueStance: String?
  @OptionGroup var lexicons: LexiconOptions

  func validate() throws {
    guard [output, stance, holders, issues, issueStance].contains(where: { $0 != nil }) else {
      throw ValidationError(
        "say where to write: -o, --stance, --holders, --issues, --issue-stance or several")
    }
    guard attributes == nil || output != nil else {
      throw ValidationError("--attributes goes with -o")
    }
    guard issuesL2 > 0 else { throw ValidationError("--issues-l2 must be above 0") }
    guard stanceL2 > 0 else { throw ValidationError("--stance-l2 must be above 0") }
    guard neighbours >= 0 else { throw ValidationError("--neighbours must not be below 0") }
    guard l2 > 0 else { throw ValidationError("--l2 must be above 0") }
    guard examplesShare >= 0 else {
      throw ValidationError("--examples-share must not be below 0")
    }
    guard stanceShare >= 0 else { throw ValidationError("--stance-share must not be below 0") }
  }

  func run() throws {
    let set = try read(gold)
    let diagnostics = Diagnostics()
    do {
      try fitStance(set, diagnostics)
      try fitIssuesAndHolders(set, diagnostics)
      if let output { try fitComponents(set, to: output, diagnostics) }
    } catch let error as LogisticRegression.FittingError {
      throw BatchError.unreadable(
        path: gold.joined(separator: ", "),
        reason: "no weights came out of it (L-BFGS code \(error.code))")
    }
  }

  private func fitComponents(
    _ set: GoldSet, to output: String, _ diagnostics: Diagnostics
  ) throws {
    let units = try learningUnits(set, of: gold)
    var options = CodeLearner.Options()
    options.l2 = l2
    options.minimumDocuments = minimumDocuments
    options.balance = balance
    options.prior = try prior.map(priorWeights) ?? CodebookPrior.components
    options.neighbours = neighbours
    if let words { options.words = try vectors(words) }
    var examples: [LearningUnit] = []
    if !self.examples.isEmpty {
      examples = try learningUnits(read(self.examples), of: self.examples)
      for index in examples.indices { examples[index].weight = examplesShare }
    }
    let learner = CodeLearner(
      units: units, examples: examples, classes: Component.allCases.count, options: options)
    var temperature = 1.0
    var heldOut: [[Double]] = []
    for group in crossValidate {
      let scores = try learner.crossValidate { group == .doc ? $0.doc : $0.genre }
      if group == .doc {
        temperature = learner.temperature(scores)
        heldOut = scores
      }
      describe(learner, scores, temperature, group, diagnostics)
    }
    var fitted = try learner.fit(Array(units.indices))
    fitted.temperature = temperature
    if let words = options.words { fitted = words.folded(fitted, atLeast: wordThreshold) }
    try write(fitted, units + examples, to: output, diagnostics)
    if let attributes {
      if heldOut.isEmpty { heldOut = try learner.crossValidate { $0.doc } }
      let probabilities = heldOut.map { LogisticRegression.softmax($0.map { $0 / temperature }) }
      try AttributeFitting(
        units: units, gold: set.units.filter { $0.component != nil },
        probabilities: probabilities, options: options, threshold: threshold
      ).write(to: attributes, diagnostics)
    }
  }

  private func read(_ paths: [String]) throws -> GoldSet {
    GoldSet(units: try paths.flatMap { try GoldFile.read($0).units })
  }

  private func vectors(_ path: String) throws -> WordVectors {
    do {
      var vectors = try WordVectors(try PosixFile.read(path))
      let names = NameWords(lexicon: try LexiconSet(lexicons.lexicons).lexicon)
      vectors.remove(where: names.contains)
      return vectors
    } catch let error as WordVectors.Failure {
      throw BatchError.unreadable(path: path, reason: "line \(error.line): \(error.reason)")
    }
  }

  private func priorWeights(_ path: String) throws -> [String: [Double]] {
    do {
      return try WeightsTable.read(
        try PosixFile.read(path), columns: Component.allCases.map(\.rawValue))
    } catch let error as WeightsTable.Failure {
      throw BatchError.unreadable(path: path, reason: "line \(error.line): \(error.reason)")
    }
  }

  private func fitStance(_ set: GoldSet, _ diagnostics: Diagnostics) throws {
    var sources = [StanceLearner.Source(set: set, weight: 1)]
    if let stanceGold {
      sources[0].weight = stanceShare
      sources.append(StanceLearner.Source(set: try GoldFile.read(stanceGold), weight: 1))
    }
    var told = [StanceLearner.Source(set: set, weight: 1)]
    if !examples.isEmpty {
      told.append(StanceLearner.Source(set: try read(examples), weight: examplesShare))
    }
    let fitting = StanceFitting(
      sources, told: told, lexicon: try LexiconSet(lexicons.lexicons).lexicon, l2: stanceL2)
    let fitted = try fitting.fit(diagnostics)
    guard let stance, !fitted.isEmpty else { return }
    try StanceFitting.write(fitted, to: stance)
  }

  private func fitIssuesAndHolders(_ set: GoldSet, _ diagnostics: Diagnostics) throws {
    guard issues != nil || holders != nil || issueStance != nil else { return }
    let lexicon = try LexiconSet(lexicons.lexicons).lexicon
    if let issueStance {
      try IssueStanceFitting(lexicon, set).write(to: issueStance, diagnostics)
    }
    let examples = try read(examples)
    if let issues {
      try IssueFitting(lexicon, set, examples: examples, share: examplesShare, l2: issuesL2)
        .write(to: issues, diagnostics)
    }
    if let holders {
      try HolderFitting(lexicon, set, examples: examples, share: examplesShare, l2: l2)
        .write(to: holders, diagnostics)
    }
  }

  /// - Parameter paths: of the set, for messages.
  private func learningUnits(_ set: GoldSet, of paths: [String]) throws -> [LearningUnit] {
    let lexicon = try LexiconSet(lexicons.lexicons).lexicon
    let tokenizer = DocumentTokenizer(lexicon: lexicon)
    let coder = ComponentCoder(lexicon: lexicon)
    let names = NameWords(lexicon: lexicon)
    let attributor = HolderAttributor(lexicon: lexicon)
    var units: [LearningUnit] = []
    for (document, range) in set.documents() {
      var view = tokenizer.tokenize(document)
      attributor.resolveIssuers(of: &view)
      var reported: [ReportedPosition] = []
      _ = attributor.attribute(view, options: TaggingOptions()) { _, position in
        reported.append(position)
        return .none
      }
      let features = coder.namedFeatures(of: view, reported: reported)
      var before = -1
      for (number, (unit, row)) in zip(set.units[range], features).enumerated() {
        guard let component = unit.component else { continue }
        var learning = LearningUnit(
          doc: unit.doc, genre: unit.genre, label: component.index, second: unit.second?.index,
          sure: unit.sure, features: names.without(row, prefix: "word="))
        learning.continues = before == number - 1 && document.passages[number].continues
        before = number
        units.append(learning)
      }
    }
    guard Set(units.map(\.label)).count > 1 else {
      throw BatchError.unreadable(
        path: paths.joined(separator: ", "), reason: "fewer than two components in it")
    }
    return units
  }

  private func write(
    _ fitted: FittedWeights, _ units: [LearningUnit], to output: String,
    _ diagnostics: Diagnostics
  ) throws {
    let rows = fitted.rows(atLeast: threshold)
    diagnostics.say(
      "\(units.count) units of \(Set(units.map(\.doc)).count) documents, \(rows.count) features")
    for component in Component.allCases {
      let top = rows.sorted {
        ($1.weights[component.index], $0.name) < ($0.weights[component.index], $1.name)
      }.prefix(12)
      let list = top.map { "\($0.name) \(Figure.text($0.weights[component.index]))" }
      diagnostics.say("for \(component.rawValue): \(list.joined(separator: ", "))")
    }
    var out = ByteWriter()
    WeightsTable.write(
      fitted, columns: Component.allCases.map(\.rawValue), atLeast: threshold,
      note: [
        "Weights of the features of a passage for each component, fitted by `normtag learn` to",
        "\(units.count) units of \(Set(units.map(\.doc)).count) documents. Scores are (bias) + the"
          + " sum of weights, divided by (temperature).",
      ], to: &out)
    if output == "-" {
      let standard = StandardOutput()
      try standard.write(out.bytes)
      try standard.finish()
    } else {
      _ = try OutputFile.write(out.bytes, to: output)
    }
  }
}
