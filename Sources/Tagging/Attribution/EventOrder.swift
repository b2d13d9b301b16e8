// The events of one passage in order: reports folded into what they report, repetitions dropped.

internal import Text

enum EventOrder {
  /// Sorts events by place, folds reports into what they report, drops what repeats.
  static func arrange(_ events: inout [HolderEvent], _ context: AttributionContext) {
    guard events.count > 1 else { return }
    events.sort { ($0.first, $0.cueEnd) < ($1.first, $1.cueEnd) }
    var kept: [HolderEvent] = []
    for event in events {
      guard let before = kept.last else {
        kept.append(event)
        continue
      }
      var event = event
      // "lamented that proposals by Y": not Y speaks.
      if event.rule == "document-by" || event.rule == "backing-from", before.rule == "subject-verb",
        event.first >= before.cueEnd
      {
        continue
      }
      if before.rule != "opposed-by", event.rule != "opposed-by", event.first >= before.cueEnd,
        event.first - before.cueEnd <= 3,
        !(before.cueEnd..<event.first).contains(where: {
          context.isComma($0) || context.mark($0) == 0x3B || context.flags($0).contains(.and)
        })
      {
        guard before.cue == .say || before.cue == .according else {
          // "supported India's call for": both want it.
          if event.rule == "backing-noun" { kept.append(event) }
          continue
        }
        if before.cue == .say || before.actors == event.actors {
          event.depth = before.cue == .say ? 2 : 1
          event.first = before.first
          kept.removeLast()
          kept.append(event)
          continue
        }
      }
      if event.mention.overlaps(before.mention), event.actors == before.actors { continue }
      // "Brazil withdrew its support": one position.
      if event.attribution == .pronoun, event.actors == before.actors,
        event.rule == "backing-noun" || event.rule == "position-noun"
          || event.rule == "document-verb"
      {
        continue
      }
      kept.append(event)
    }
    events = kept
  }
}
