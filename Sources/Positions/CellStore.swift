// Where the cube keeps its cells: blocks of records, each linked to the next of its slot, so that
// nothing is ever moved and no room is kept in reserve for every slot.

/// Records of 24 bytes.
struct CellStore: Sendable {
  /// One component and document of an actor on an issue. What does not fit into a field goes into
  /// further records of the same document.
  struct Cell: Sendable {
    var document: Int32 = 0
    /// The next record of the slot; -1 at its end.
    var next: Int32 = -1
    var support: UInt16 = 0
    var oppose: UInt16 = 0
    var neutral: UInt16 = 0
    var fromIssuer: UInt16 = 0
    var mechanisms: UInt16 = 0
    var passages: UInt8 = 0
    var joint: UInt8 = 0
    /// Mean probability of each stance, in 255ths.
    var supportConfidence: UInt8 = 255
    var opposeConfidence: UInt8 = 255
    var neutralConfidence: UInt8 = 255
    /// Component in the lower three bits, paths above.
    var kind: UInt8 = 0

    var component: Int { Int(kind & 7) }
    var paths: Int { Int(kind >> 3) }
  }

  /// Where a slot's records begin and end.
  struct Chain: Sendable {
    var first: Int32 = -1
    var last: Int32 = -1
  }

  private static let blockBits = 12
  private var blocks: [[Cell]] = []
  private(set) var count = 0

  subscript(_ index: Int32) -> Cell {
    blocks[Int(index) >> Self.blockBits][Int(index) & (1 << Self.blockBits - 1)]
  }

  /// Appends a record to a slot.
  mutating func append(_ cell: Cell, to chain: inout Chain) {
    let index = Int32(count)
    if count & (1 << Self.blockBits - 1) == 0 {
      blocks.append([])
      blocks[blocks.count - 1].reserveCapacity(1 << Self.blockBits)
    }
    blocks[blocks.count - 1].append(cell)
    count += 1
    if chain.last >= 0 {
      let last = Int(chain.last)
      blocks[last >> Self.blockBits][last & (1 << Self.blockBits - 1)].next = index
    } else {
      chain.first = index
    }
    chain.last = index
  }

  /// Calls `body` with the records of a slot, in the order of documents.
  @inline(__always)
  func forEach(_ chain: Chain, _ body: (Cell) -> Void) {
    var index = chain.first
    while index >= 0 {
      let cell = self[index]
      body(cell)
      index = cell.next
    }
  }
}
