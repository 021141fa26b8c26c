/// A short number that stands for bytes, the same on every machine and in every version: FNV-1a, 64 bits.
///
/// Source: Fowler, Noll, Vo; the parameters of draft-eastlake-fnv. Nobody must rely on it against an attacker.
package struct StableHash: Hashable, Sendable {
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  package init(_ bytes: some Sequence<UInt8> = []) { add(bytes) }

  package mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
}
