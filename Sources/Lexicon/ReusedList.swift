// Lists that are filled and emptied thousands of times while a lexicon is read: emptying an array
// costs a call, setting a number to 0 does not.

/// A list that keeps its room.
struct ReusedList<Element: Sendable>: Sendable {
  /// Of which the first `count` count.
  private var room: [Element] = []
  private(set) var count = 0

  mutating func removeAll() { count = 0 }

  mutating func append(_ element: Element) {
    if count < room.count { room[count] = element } else { room.append(element) }
    count += 1
  }

  subscript(_ index: Int) -> Element { room[index] }

  /// The last element, or nil.
  var last: Element? { count == 0 ? nil : room[count - 1] }
}
