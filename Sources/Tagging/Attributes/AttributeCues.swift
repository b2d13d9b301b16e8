// Lexicon entries by what they can say about a unit's attributes, resolved once at start.

internal import Lexicon

/// What an entry says: a family of attributes and the number of its value.
struct AttributeCue: Sendable {
  enum Family: UInt8, Sendable {
    case none, mechanism, path, track, status, bearer, addressee, actor, forbids, permits
  }

  /// The family in the upper eight bits: every match is looked up, so that cues have to be small.
  private var bits: UInt32

  init(family: Family = .none, value: Int32 = 0) {
    bits = UInt32(family.rawValue) << 24 | UInt32(value)
  }

  var family: Family { Family(rawValue: UInt8(bits >> 24)) ?? .none }
  /// Index in the code's `allCases`, in `AttributeCues.bearers`, or in `Lexicon.actors`.
  var value: Int32 { Int32(bits & 0xFF_FFFF) }
}

/// The cues of all entries.
struct AttributeCues: Sendable {
  let entries: [AttributeCue]
  /// Class words for bearers, as the lexicon has them.
  let bearers: [String]

  init(lexicon: Lexicon) {
    var bearers: [String] = []
    func index<Code: CaseIterable & RawRepresentable>(_: Code.Type, _ value: String) -> Int32?
    where Code.RawValue == String {
      Code.allCases.enumerated().first { $1.rawValue == value }.map { Int32($0.offset) }
    }
    func cue(_ cue: Cue) -> AttributeCue? {
      switch cue.family {
      case .mechanism:
        return index(Mechanism.self, cue.value).map { AttributeCue(family: .mechanism, value: $0) }
      case .path: return index(Path.self, cue.value).map { AttributeCue(family: .path, value: $0) }
      case .track:
        return index(Track.self, cue.value).map { AttributeCue(family: .track, value: $0) }
      case .status:
        return index(Status.self, cue.value).map { AttributeCue(family: .status, value: $0) }
      case .bearer:
        if !bearers.contains(cue.value) { bearers.append(cue.value) }
        let number = bearers.firstIndex(of: cue.value) ?? 0
        return AttributeCue(family: .bearer, value: Int32(number))
      case .addressee: return AttributeCue(family: .addressee)
      // They decide by themselves where form and weights say nothing.
      case .polarity where cue.value == "forbids": return AttributeCue(family: .forbids)
      case .polarity where cue.value == "permits": return AttributeCue(family: .permits)
      default: return nil
      }
    }
    let cues = lexicon.cues.map { cue($0) ?? AttributeCue() }
    entries = lexicon.entries.map { entry in
      switch entry.kind {
      case .cue: cues[Int(entry.target)]
      case .actor where entry.role != .adjective:
        AttributeCue(family: .actor, value: entry.target)
      default: AttributeCue()
      }
    }
    self.bearers = bearers
  }
}
