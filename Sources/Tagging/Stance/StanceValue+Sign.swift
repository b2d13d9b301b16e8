// Which sign a cue's class counts for.

extension StanceCoder.Value {
  /// The sign that counts cues of this class.
  var sign: StanceSign? {
    switch self {
    case .oppose, .contradict: .oppose
    case .criticise: .criticise
    case .concern: .concern
    case .harm: .harm
    case .adverse: .adverse
    case .creed: .creed
    case .measure: .measure
    case .trend: .trend
    case .support: .support
    case .verdict: .verdict
    default: nil
    }
  }

  /// The sign for a cue of this class where no listed issue is named.
  var unlisted: StanceSign? {
    switch self {
    case .oppose, .contradict: .opposeUnlisted
    case .criticise, .concern: .criticiseUnlisted
    case .harm: .harmUnlisted
    case .adverse: .adverseUnlisted
    case .creed: .creedUnlisted
    case .measure: .measureUnlisted
    default: nil
    }
  }
}
