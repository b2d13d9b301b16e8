// What a passage owes to its place: shares of the document, signs of its neighbours, and the
// lead-in of the list that it stands in ("States should:").

internal import Ingest

extension FeatureExtractor {
  /// What the passages of a document owe to their places.
  struct Context: Sendable {
    /// Shares of the document's passages, by `FeatureSpace.Share`.
    var shares: [Float] = []
    /// The passage that introduces the list in which each passage stands, or -1.
    var leads: [Int] = []
  }

  func context(_ document: TokenizedDocument, _ analyses: [PassageAnalysis]) -> Context {
    Context(shares: shares(analyses), leads: leads(document, analyses))
  }

  /// Calls `emit` with the context features of passage `index`.
  @inline(__always)
  func emitContext(
    _ context: Context, _ index: Int, _ document: TokenizedDocument,
    _ analyses: [PassageAnalysis], _ emit: (Int32, Float) -> Void
  ) {
    for (share, value) in context.shares.enumerated() { emit(space.document(share), value) }
    let passages = document.document.passages
    if index > 0, passages[index].continues {
      bits(UInt64(analyses[index - 1].signs)) { emit(space.before($0), 1) }
    }
    if index + 1 < analyses.count, passages[index + 1].continues {
      bits(UInt64(analyses[index + 1].signs)) { emit(space.after($0), 1) }
    }
    let leadIndex = context.leads[index]
    guard leadIndex >= 0 else { return }
    let lead = analyses[leadIndex]
    emit(space.flag(FeatureSpace.Flag.inList.rawValue), 1)
    emit(space.leadDominant(lead.dominant), 1)
    if lead.predicates.count > 0 {
      let first = lead.predicates[0]
      emit(space.leadMood(first.mood.rawValue), 1)
      emit(space.leadSubject(first.subject.rawValue), 1)
      emit(space.leadVerb(first.verb.rawValue), 1)
    }
    bits(self.lead.places(lead.classes)) { emit(space.leadClass($0), 1) }
    if analyses[index].item >= 0 { emit(space.leadItem(analyses[index].item), 1) }
  }

  /// Calls `emit` with what attribution read in the passage: reported positions count, narrative
  /// does not (CODEBOOK.md, section 1).
  @inline(__always)
  func emitReported(
    _ reported: ReportedPosition, _ analysis: PassageAnalysis, _ emit: (Int32, Float) -> Void
  ) {
    let manner = reported.isOfficial ? 0 : 1
    emit(space.holder(manner, reported.predicate), 1)
    guard reported.predicate > 0 else { return }
    emit(space.holderCount(manner, reported.isShared ? 1 : 0), 1)
    if analysis.predicates.count > 0, analysis.predicates[0].isNegated {
      emit(space.holderNegated(manner, reported.predicate), 1)
    }
  }

  private func shares(_ analyses: [PassageAnalysis]) -> [Float] {
    var counts = [Float](repeating: 0, count: FeatureSpace.Share.allCases.count)
    guard !analyses.isEmpty else { return counts }
    let legal = LexicalClass.legalref.set
    for analysis in analyses {
      func count(_ share: FeatureSpace.Share, _ sign: FeatureSpace.Sign) {
        if analysis.signs >> UInt32(sign.rawValue) & 1 == 1 { counts[share.rawValue] += 1 }
      }
      count(.shall, .shall)
      count(.should, .should)
      count(.we, .we)
      count(.past, .past)
      count(.will, .will)
      if analysis.item >= 0 { counts[FeatureSpace.Share.item.rawValue] += 1 }
      if analysis.has(legal) { counts[FeatureSpace.Share.legal.rawValue] += 1 }
    }
    return counts.map { $0 / Float(analyses.count) }
  }

  /// The lead-in that the reader found, else the last passage that ended in a colon, as long as
  /// what follows looks like its items.
  private func leads(_ document: TokenizedDocument, _ analyses: [PassageAnalysis]) -> [Int] {
    let passages = document.document.passages
    var leads = [Int](repeating: -1, count: analyses.count)
    var open = -1
    for index in analyses.indices {
      if index == 0 || !passages[index].continues {
        open = -1
      } else if analyses[index - 1].endsInColon {
        open = index - 1
      } else if open >= 0, index - open > 1 {
        let goesOn = analyses[index].looksListed || analyses[index - 1].endsInSemicolon
        if !goesOn { open = -1 }
      }
      let told = passages[index].leadIn
      leads[index] = told >= 0 && told < index ? told : open
    }
    return leads
  }
}
