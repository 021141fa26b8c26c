/// What is wrong with a template, where, and what to write instead.
package struct TemplateProblem: Sendable, Equatable {
  package let position: TextPosition
  /// The bytes of the template that it is about; empty where there is only a place.
  package let bytes: Range<Int>
  /// Stands alone, quotes names in `"…"`, has no full stop.
  package let message: String
  package let help: String?
  /// Whether the line may be shown: what is no template may be an export, by the wrong name.
  package var showsLine = true

  package var line: Int { position.line }
  package var column: Int { position.column }
}

/// A place in a text: lines and columns from 1, columns in Unicode scalars.
package struct TextPosition: Sendable, Equatable {
  package let line: Int
  package let column: Int
}

/// The bytes of a template and where its lines begin.
struct TemplateText {
  private static let stride = 256

  let bytes: [UInt8]
  private let starts: [Int]
  /// How many scalars begin before every 256th byte, so that a column of a long line is not counted from its start.
  private let scalars: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    var (scalars, count) = ([Int](), 0)
    for (index, byte) in bytes.enumerated() {
      if index % Self.stride == 0 { scalars.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    self.scalars = scalars
  }

  func position(of offset: Int) -> TextPosition {
    let offset = min(max(offset, 0), bytes.count)
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return TextPosition(line: low + 1, column: scalars(before: offset) - scalars(before: starts[low]) + 1)
  }

  private func scalars(before offset: Int) -> Int {
    guard !scalars.isEmpty else { return 0 }
    let known = min(offset / Self.stride, scalars.count - 1)
    return scalars[known] + bytes[known * Self.stride..<offset].count { $0 & 0xC0 != 0x80 }
  }

  func problem(_ bytes: Range<Int>, _ message: String, help: String? = nil) -> TemplateProblem {
    TemplateProblem(position: position(of: bytes.lowerBound), bytes: bytes, message: message, help: help)
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }
}
