internal import CLibXML2

/// The attributes of an open start tag whose values mean themselves, gathered and handed to libxml2's output as one run:
/// an attribute through the writer is seven calls, and drawings consist of attributes.
@safe struct PlainRun: ~Copyable {
  private static let capacity = 4096
  private let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: PlainRun.capacity)
  private var count = 0

  deinit { unsafe bytes.deallocate() }

  /// Adds ` name="value"`, or nothing and false where the value has to be escaped or is too long to gather.
  mutating func append(_ name: Name, _ value: Span<UInt8>) -> Bool {
    let before = count
    guard put(name), put(value) else {
      count = before
      return false
    }
    return true
  }

  private mutating func put(_ name: Name) -> Bool {
    var length = 0
    while unsafe name.start[length] != 0 { length += 1 }
    guard count + length + 3 < PlainRun.capacity else { return false }
    unsafe bytes[count] = 0x20
    unsafe (bytes + count + 1).update(from: name.start, count: length)
    unsafe bytes[count + length + 1] = 0x3D
    unsafe bytes[count + length + 2] = 0x22
    count += length + 3
    return true
  }

  private mutating func put(_ value: Span<UInt8>) -> Bool {
    guard count + value.count + 1 < PlainRun.capacity, EscapingContext.attribute.isPlain(value) else { return false }
    unsafe value.withUnsafeBufferPointer { value in
      guard let start = value.baseAddress else { return }
      unsafe (bytes + count).update(from: start, count: value.count)
    }
    count += value.count
    unsafe bytes[count] = 0x22
    count += 1
    return true
  }

  /// Hands over what was gathered.
  mutating func flush(to output: xmlOutputBufferPtr) {
    guard count > 0 else { return }
    _ = unsafe bytes.withMemoryRebound(to: CChar.self, capacity: count) { bytes in
      unsafe xmlOutputBufferWrite(output, Int32(count), bytes)
    }
    count = 0
  }
}
