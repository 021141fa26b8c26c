import CZlib

/// Makes ZIP archives by hand, truthful ones and others.
package struct ZipMaker {
  package struct Part {
    package var name: String
    package var bytes: [UInt8]
    package var isPacked: Bool
    /// What the directory says of it, where that is not the truth.
    package var size: Int?
    package var packedSize: Int?
    package var checksum: UInt32?
    package var flags = 0
    package var method: Int?
    /// Where its header is, where the directory says somewhere else.
    package var header: Int?
    /// What its own header says, where that is something else.
    package var ownName: String?
    package var ownSize: Int?
    /// The sums behind it, where they are not the truth.
    package var description: [UInt8]?

    package init(_ name: String, _ bytes: [UInt8], isPacked: Bool = false) {
      (self.name, self.bytes, self.isPacked) = (name, bytes, isPacked)
    }

    package init(_ name: String, _ text: String, isPacked: Bool = false) {
      self.init(name, Array(text.utf8), isPacked: isPacked)
    }
  }

  package var parts: [Part]
  package var comment: [UInt8] = []
  /// Stands between the parts and the directory.
  package var gap: [UInt8] = []
  /// How many parts the end says there are.
  package var count: Int?

  package init(_ parts: [Part]) { self.parts = parts }

  package var bytes: [UInt8] {
    var (archive, directory): ([UInt8], [UInt8]) = ([], [])
    for part in parts {
      let data = part.isPacked ? deflated(part.bytes) : part.bytes
      let header = archive.count
      let sum = part.checksum ?? UInt32(truncatingIfNeeded: unsafe crc32(0, part.bytes, UInt32(part.bytes.count)))
      let method = part.method ?? (part.isPacked ? 8 : 0)
      let (packedSize, size) = (part.packedSize ?? data.count, part.size ?? part.bytes.count)
      let isBehind = part.flags & 8 != 0
      let own = Array((part.ownName ?? part.name).utf8)
      archive.add(0x0403_4B50, 4)
      for field in [20, part.flags, method, 0, 0x21] { archive.add(field, 2) }
      for field in [Int(sum), packedSize, part.ownSize ?? size] { archive.add(isBehind ? 0 : field, 4) }
      archive.add(own.count, 2)
      archive.add(0, 2)
      archive += own + data
      if isBehind {
        var description: [UInt8] = []
        for field in [0x0807_4B50, Int(sum), packedSize, size] { description.add(field, 4) }
        archive += part.description ?? description
      }
      let name = Array(part.name.utf8)
      directory.add(0x0201_4B50, 4)
      for field in [20, 20, part.flags, method, 0, 0x21] { directory.add(field, 2) }
      for field in [Int(sum), packedSize, size] { directory.add(field, 4) }
      for field in [name.count, 0, 0, 0, 0] { directory.add(field, 2) }
      directory.add(0, 4)
      directory.add(part.header ?? header, 4)
      directory += name
    }
    archive += gap
    var end: [UInt8] = []
    end.add(0x0605_4B50, 4)
    for field in [0, 0, count ?? parts.count, count ?? parts.count] { end.add(field, 2) }
    end.add(directory.count, 4)
    end.add(archive.count, 4)
    end.add(comment.count, 2)
    return archive + directory + end + comment
  }
}

extension [UInt8] {
  /// The lowest byte first.
  fileprivate mutating func add(_ number: Int, _ width: Int) {
    for index in 0..<width { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}

/// As DEFLATE packs it: what zlib makes, without its own two bytes before it and four behind.
private func deflated(_ bytes: [UInt8]) -> [UInt8] {
  var count = compressBound(UInt(bytes.count))
  var packed = [UInt8](repeating: 0, count: Int(count))
  _ = unsafe compress2(&packed, &count, bytes, UInt(bytes.count), 9)
  return Array(packed[2..<Int(count) - 4])
}
