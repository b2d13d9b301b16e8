// Digests of inputs, lexicons and outputs for the manifest: SHA-256 (FIPS 180-4), as sha256sum
// prints it.

internal import CDigest

/// A running SHA-256.
package struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  private var rest: [UInt8] = []
  private var length = 0

  package init() {}

  package mutating func update(_ bytes: [UInt8]) {
    length += bytes.count
    var offset = 0
    if !rest.isEmpty {
      offset = min(64 - rest.count, bytes.count)
      rest.append(contentsOf: bytes[..<offset])
      guard rest.count == 64 else { return }
      compress(rest, from: 0, blocks: 1)
      rest.removeAll(keepingCapacity: true)
    }
    let blocks = (bytes.count - offset) / 64
    compress(bytes, from: offset, blocks: blocks)
    rest.append(contentsOf: bytes[(offset + blocks * 64)...])
  }

  /// Takes more bytes and digests them by themselves as well, at little more cost than one of both.
  /// - Returns: the digest of `bytes` alone.
  package mutating func update(digesting bytes: [UInt8]) -> String {
    var own = SHA256()
    length += bytes.count
    let offset = rest.isEmpty ? 0 : min(64 - rest.count, bytes.count)
    rest.append(contentsOf: bytes[..<offset])
    if rest.count == 64 {
      compress(rest, from: 0, blocks: 1)
      rest.removeAll(keepingCapacity: true)
    }
    let blocks = (bytes.count - offset) / 64
    compress(bytes, from: offset, blocks: blocks, and: &own)
    rest.append(contentsOf: bytes[(offset + blocks * 64)...])
    own.length = blocks * 64
    own.update(Array(bytes[(blocks * 64)...]))
    return own.finalize()
  }

  /// Compresses as many blocks from the start of `bytes` into `other`.
  private mutating func compress(
    _ bytes: [UInt8], from offset: Int, blocks: Int, and other: inout SHA256
  ) {
    guard blocks > 0 else { return }
    state.withUnsafeMutableBufferPointer { state in
      other.state.withUnsafeMutableBufferPointer { other in
        bytes.withUnsafeBufferPointer { buffer in
          guard let base = buffer.baseAddress else { return }
          cdigest_sha256_pair(state.baseAddress, base + offset, other.baseAddress, base, blocks)
        }
      }
    }
  }

  private mutating func compress(_ bytes: [UInt8], from offset: Int, blocks: Int) {
    guard blocks > 0 else { return }
    state.withUnsafeMutableBufferPointer { state in
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        cdigest_sha256_blocks(state.baseAddress, base + offset, blocks)
      }
    }
  }

  /// Ends the digest.
  /// - Returns: 64 hexadecimal digits.
  package mutating func finalize() -> String {
    let bits = UInt64(length) * 8
    var padding: [UInt8] = [0x80]
    let filled = (rest.count + 9) % 64
    padding.append(contentsOf: repeatElement(0, count: filled == 0 ? 0 : 64 - filled))
    for shift in stride(from: 56, through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    update(padding)
    return Self.hexadecimal(state)
  }

  private static func hexadecimal(_ state: [UInt32]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var hex: [UInt8] = []
    for word in state {
      for shift in stride(from: 28, through: 0, by: -4) {
        hex.append(digits[Int(word >> UInt32(shift) & 15)])
      }
    }
    return String(decoding: hex, as: UTF8.self)
  }

  /// The digest of `bytes` in base64 (RFC 4648), as a Content-Security-Policy has it.
  package static func base64(_ bytes: [UInt8]) -> String {
    let hex = Array(hex(bytes).utf8)
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    func value(_ digit: UInt8) -> Int { Int(digit) - (digit > 0x39 ? 0x57 : 0x30) }
    let octets = stride(from: 0, to: 64, by: 2).map { value(hex[$0]) << 4 | value(hex[$0 + 1]) }
    var out: [UInt8] = []
    for start in stride(from: 0, to: octets.count, by: 3) {
      let group = octets[start..<min(start + 3, octets.count)]
      let bits = group.reduce(0) { $0 << 8 | $1 } << (8 * (3 - group.count))
      for place in 0..<4 {
        out.append(place > group.count ? 0x3D : alphabet[bits >> (18 - 6 * place) & 63])
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  package static func hex(_ bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.finalize()
  }
}
