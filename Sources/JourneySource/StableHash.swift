/// A short number that stands for bytes, the same on every machine and in every version: FNV-1a, 64 bits.
///
/// Source: Fowler, Noll, Vo; the parameters of draft-eastlake-fnv. Nobody must rely on it against an attacker.
package struct StableHash: Hashable, Sendable {
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  package init(_ bytes: some Sequence<UInt8> = []) { add(bytes) }

  package init(_ bytes: String.UTF8View) { add(bytes) }

  package mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }

  /// The same, without asking at each byte what kind of sequence it is of.
  package mutating func add(_ bytes: String.UTF8View) { for byte in bytes { add(byte) } }

  package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// Another hash, byte by byte from its lowest.
  package mutating func add(_ other: StableHash) {
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: other.value >> UInt64(shift))) }
  }
}
