// Looking for bytes in bytes, and for a string in a string. The library compares Characters there,
// which costs a hundred times as much and finds the same for what readers look for.

internal import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// Where `byte` first stands from `start` on and before `end`, or nil.
  package func place(of byte: UInt8, from start: Int = 0, upTo end: Int? = nil) -> Int? {
    guard let baseAddress, start < end ?? count,
      let found = memchr(baseAddress + start, Int32(byte), (end ?? count) - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }
}

extension StringProtocol {
  /// Where `part` first stands, or nil. Inlinable, so that callers in other modules have it for the
  /// type of their string.
  @inlinable
  public func place(of part: String) -> Range<Index>? {
    guard let first = part.utf8.first else { return nil }
    var at = startIndex
    while let start = utf8[at...].firstIndex(of: first) {
      let rest = utf8[start...]
      if rest.starts(with: part.utf8) {
        return start..<rest.index(start, offsetBy: part.utf8.count)
      }
      at = rest.index(after: start)
    }
    return nil
  }
}

extension String {
  /// What stands after the last slash of a path; slashes at its end do not count.
  package var lastPathComponent: Substring {
    guard utf8.last != 0x2F else { return split(separator: "/").last ?? self[...] }
    guard let slash = utf8.lastIndex(of: 0x2F) else { return self[...] }
    return self[utf8.index(after: slash)...]
  }
}
