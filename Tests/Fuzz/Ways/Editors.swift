internal import JourneyKit
internal import JourneyService
internal import JourneySource
internal import LanguageServer

/// An editor's session: a journey, then edits of it, each behind a record separator (U+001E): two bytes of line and
/// character where it begins, two where it ends, and its text. At each such place everything is asked.
func followEditors(_ bytes: [UInt8]) throws {
  if let value = JSONReader.read(bytes) {
    try hold(JSONReader.read(Array(value.text.utf8))?.text == value.text, "JSON is not read as it was written")
  }
  var framing = MessageFraming()
  framing.add(bytes)
  while let message = try? framing.next() {
    try hold(message.count <= bytes.count, "a message is longer than the input")
  }

  let pieces = bytes.split(separator: 0x1E, omittingEmptySubsequences: false)
  let editor = FuzzedEditor(encoding: PositionEncoding.allCases[Int(bytes.first ?? 0) % 3])
  editor.open(String(decoding: pieces.first ?? [], as: UTF8.self))
  for piece in pieces.dropFirst().prefix(20) {
    let numbers = piece.prefix(4).map { Int($0) % 64 }
    guard numbers.count == 4 else { continue }
    let start = EditorPosition(line: numbers[0], character: numbers[1])
    let end = EditorPosition(line: numbers[2], character: numbers[3])
    try editor.change(start, end, String(decoding: piece.dropFirst(4), as: UTF8.self))
    try editor.askEverything(at: start)
  }
}

private final class FuzzedEditor {
  private let session = LanguageSession()
  private let encoding: PositionEncoding
  private let address: JSONValue = "untitled:fuzzed"
  private var text = ""
  private var number = 0

  init(encoding: PositionEncoding) {
    self.encoding = encoding
    _ = ask("initialize", ["capabilities": ["general": ["positionEncodings": [.string(encoding.rawValue)]]]])
  }

  private func ask(_ method: String, _ parameters: JSONValue) -> JSONValue {
    number += 1
    let message: JSONValue = ["id": .integer(number), "method": .string(method), "params": parameters]
    return session.receive([Array(message.text.utf8)]).last ?? .null
  }

  private func tell(_ method: String, _ parameters: JSONValue) {
    let message: JSONValue = ["method": .string(method), "params": parameters]
    _ = session.receive([Array(message.text.utf8)])
  }

  func open(_ text: String) {
    self.text = text
    tell("textDocument/didOpen", ["textDocument": ["uri": address, "version": 1, "text": .string(text)]])
  }

  func change(_ start: EditorPosition, _ end: EditorPosition, _ new: String) throws(Broken) {
    let range: JSONValue = ["start": Self.json(start), "end": Self.json(end)]
    tell(
      "textDocument/didChange",
      ["textDocument": ["uri": address], "contentChanges": [["range": range, "text": .string(new)]]])
    let places = [start, end].map { offset(of: $0) }.sorted()
    var scalars = Array(text.unicodeScalars)
    scalars.replaceSubrange(places[0]..<places[1], with: Array(new.unicodeScalars))
    text = String(String.UnicodeScalarView(scalars))
    let selection = ask(
      "textDocument/selectionRange", ["textDocument": ["uri": address], "positions": [Self.json(start)]])
    try hold(selection["error"].isNull, "there is no selection")
  }

  /// The scalar at a place, counted in the plainest way.
  private func offset(of place: EditorPosition) -> Int {
    var (line, units, last) = (0, 0, Unicode.Scalar(0))
    let hasMark = text.unicodeScalars.first == "\u{FEFF}"
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if index == 0, hasMark { continue }
      let isEnd = scalar == "\n" || scalar == "\r"
      // The second half of one line end.
      if scalar == "\n", last == "\r" {
        last = scalar
        continue
      }
      if line == place.line {
        let width = encoding == .utf8 ? String(scalar).utf8.count : encoding == .utf16 ? String(scalar).utf16.count : 1
        if isEnd || units + width > place.character { return index }
        units += width
      }
      if isEnd { line += 1 }
      last = scalar
    }
    return text.unicodeScalars.count
  }

  private static func json(_ place: EditorPosition) -> JSONValue {
    ["line": .integer(place.line), "character": .integer(place.character)]
  }

  func askEverything(at place: EditorPosition) throws(Broken) {
    let document: JSONValue = ["uri": address]
    for method in ["completion", "hover", "definition", "documentHighlight", "prepareRename", "prepareCallHierarchy"] {
      let answer = ask("textDocument/\(method)", ["textDocument": document, "position": Self.json(place)])
      try hold(answer["error"].isNull && answer["id"].integer == number, "\(method) has no answer")
    }
    let rename: JSONValue = ["textDocument": document, "position": Self.json(place), "newName": "other-name"]
    try hold(ask("textDocument/rename", rename)["id"].integer == number, "rename has no answer")
    for method in ["documentSymbol", "foldingRange", "formatting", "documentLink"] {
      try hold(ask("textDocument/\(method)", ["textDocument": document])["error"].isNull, "\(method) has no answer")
    }
    let tokens = ask("textDocument/semanticTokens/full", ["textDocument": document])["result"]["data"].array ?? []
    for index in stride(from: 0, to: tokens.count, by: 5) {
      let isForward = (tokens[index].integer ?? -1) >= 0 && (tokens[index + 1].integer ?? -1) >= 0
      try hold(isForward && (tokens[index + 2].integer ?? 0) > 0, "tokens are out of order")
    }
    _ = session.pause()
    let now = session.text(of: "untitled:fuzzed")
    try hold(now.map { Array($0) } == Array(text.utf8), "the text is not what was typed")
  }
}
