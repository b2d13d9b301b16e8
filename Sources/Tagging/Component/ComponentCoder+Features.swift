// Features by name, for fitting: the same extractor as in coding, so that what is learned is what
// is used.

internal import Ingest
internal import Text

extension ComponentCoder {
  /// The features of every passage of `document`, in order, under the names of weights.tsv; words
  /// as `word=STEM` whether or not they carry a weight.
  package func namedFeatures(
    of document: TokenizedDocument, reported: [ReportedPosition]
  ) -> [[(name: String, value: Double)]] {
    var scratch = ComponentScratch()
    prepare(document, scratch: &scratch, keeping: .all)
    let space = extractor.space
    var names: [Int32: String] = [:]
    func name(_ number: Int32) -> String {
      if let known = names[number] { return known }
      let name = space.name(Int(number)) ?? ""
      names[number] = name
      return name
    }
    return scratch.analyses.indices.map { index in
      let analysis = scratch.analyses[index]
      var sums: [String: Double] = [:]
      for feature in scratch.features[analysis.features] {
        sums[name(feature.row), default: 0] += Double(feature.value)
      }
      emitAround(index, reported[index], document, scratch.context, scratch.analyses) {
        number, value in
        sums[name(number), default: 0] += Double(value)
      }
      document.document.text.withUnsafeBufferPointer { bytes in
        for token in document.tokens[analysis.tokens] where token.isWord {
          let stem = WordTable.stem(token, bytes)
          guard !WordTable.silent.contains(stem) else { continue }
          sums[ComponentModel.wordPrefix + stem, default: 0] += Double(WordTable.value)
        }
      }
      return sums.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    }
  }
}
