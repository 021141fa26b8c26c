internal import JourneySource
internal import LanguageServer

/// A text that an editor has open.
struct SessionDocument {
  /// As the editor writes it; answers use the same.
  let address: String
  /// Absolute, without links.
  let path: String
  private(set) var version: Int?
  private(set) var bytes: [UInt8]

  init(address: String, path: String, version: Int?, text: String) {
    (self.address, self.path, self.version) = (address, path, version)
    bytes = Array(text.utf8)
  }

  /// Makes the changes one after another: each counts in the text that those before it left. What is no place of that
  /// text is taken as the nearest one.
  mutating func change(_ changes: [JSONValue], version: Int?, in encoding: PositionEncoding) {
    self.version = version ?? self.version
    for change in changes {
      guard let text = change["text"].string else { continue }
      guard case .object = change["range"] else {
        bytes = Array(text.utf8)
        continue
      }
      let range = EditorPositions(bytes, in: encoding).bytes(of: change["range"])
      bytes.replaceSubrange(range, with: text.utf8)
    }
  }
}

extension EditorPositions {
  func offset(of position: JSONValue) -> Int {
    offset(of: EditorPosition(line: position["line"].integer ?? 0, character: position["character"].integer ?? 0))
  }

  /// The bytes between two places, whichever comes first.
  func bytes(of range: JSONValue) -> Range<Int> {
    let (start, end) = (offset(of: range["start"]), offset(of: range["end"]))
    return min(start, end)..<max(start, end)
  }

  func json(_ offset: Int) -> JSONValue {
    let position = position(of: offset)
    return ["line": .integer(position.line), "character": .integer(position.character)]
  }

  func json(_ range: Range<Int>) -> JSONValue { ["start": json(range.lowerBound), "end": json(range.upperBound)] }
}
