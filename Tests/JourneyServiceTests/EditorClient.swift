import Foundation
import JourneyService
import LanguageServer
import Support

/// An editor for tests: it asks, and remembers what it was told.
final class EditorClient {
  let session = LanguageSession()
  private var requests = 0
  /// The findings of each file, as they were pushed last.
  private(set) var findings: [String: [JSONValue]] = [:]
  private(set) var received: [JSONValue] = []

  /// What every ability of an editor is called, or those alone that are given.
  static let able: JSONValue = [
    "general": ["positionEncodings": ["utf-16"]],
    "textDocument": [
      "publishDiagnostics": ["relatedInformation": true, "tagSupport": ["valueSet": [1, 2]]],
      "completion": ["completionItem": ["snippetSupport": true]], "hover": ["contentFormat": ["markdown"]],
      "documentSymbol": ["hierarchicalDocumentSymbolSupport": true], "codeAction": ["codeActionLiteralSupport": [:]],
    ],
    "workspace": ["workspaceEdit": ["documentChanges": true], "didChangeWatchedFiles": ["dynamicRegistration": true]],
  ]

  init(_ folders: [String], _ capabilities: JSONValue = able) {
    let all = folders.map { JSONValue.object(["uri": .string(FileAddress.address(of: $0)), "name": "f"]) }
    _ = ask("initialize", ["capabilities": capabilities, "workspaceFolders": .array(all)])
    tell("initialized", [:])
  }

  /// Sends messages together, as a client that types faster than one answers.
  func send(_ messages: [JSONValue]) -> [JSONValue] {
    take(session.receive(messages.map { Array($0.text.utf8) }))
  }

  func pause() { _ = take(session.pause()) }

  private func take(_ messages: [JSONValue]) -> [JSONValue] {
    for message in messages where message["method"].string == "textDocument/publishDiagnostics" {
      let parameters = message["params"]
      if let address = parameters["uri"].string { findings[address] = parameters["diagnostics"].array }
    }
    received += messages
    return messages
  }

  func answer(_ method: String, _ parameters: JSONValue) -> JSONValue {
    requests += 1
    let id = JSONValue.integer(requests)
    let sent = send([["jsonrpc": "2.0", "id": id, "method": .string(method), "params": parameters]])
    return sent.first { $0["id"] == id && $0["method"].isNull } ?? .null
  }

  func ask(_ method: String, _ parameters: JSONValue) -> JSONValue { answer(method, parameters)["result"] }

  func tell(_ method: String, _ parameters: JSONValue) {
    _ = send([["jsonrpc": "2.0", "method": .string(method), "params": parameters]])
  }

  func open(_ path: String, _ text: String) {
    tell(
      "textDocument/didOpen",
      ["textDocument": ["uri": Self.address(path), "languageId": "journey", "version": 1, "text": .string(text)]])
  }

  func change(_ path: String, _ changes: JSONValue...) {
    tell(
      "textDocument/didChange",
      ["textDocument": ["uri": Self.address(path), "version": 2], "contentChanges": .array(changes)])
  }

  func close(_ path: String) { tell("textDocument/didClose", ["textDocument": ["uri": Self.address(path)]]) }

  static func address(_ path: String) -> JSONValue { .string(FileAddress.address(of: path)) }
}

/// Files in a folder, with a mark where the cursor is: `‸`.
final class MarkedWorkspace {
  let scratch: Scratch
  let client: EditorClient
  let path: String
  let text: String
  let position: JSONValue

  /// The first file is the one that is open, and has the mark.
  init(_ files: (String, String)..., capabilities: JSONValue = EditorClient.able) throws {
    scratch = try Scratch()
    for (name, text) in files { try scratch.write(text.replacing("‸", with: ""), to: name) }
    let folder = scratch.folder.resolvingSymlinksInPath().path
    path = "\(folder)/\(files[0].0)"
    let marked = files[0].1
    let before = marked.split(separator: "‸", omittingEmptySubsequences: false)[0]
    text = marked.replacing("‸", with: "")
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    position = ["line": .integer(lines.count - 1), "character": .integer(lines[lines.count - 1].utf16.count)]
    client = EditorClient([folder], capabilities)
    client.open(path, text)
  }

  var place: JSONValue { ["textDocument": ["uri": EditorClient.address(path)], "position": position] }

  func ask(_ method: String, _ more: [(String, JSONValue)] = []) -> JSONValue {
    client.ask("textDocument/\(method)", with(more))
  }

  func with(_ more: [(String, JSONValue)]) -> JSONValue {
    guard case .object(let members) = place else { return place }
    return .object(members + more.map { JSONMember($0.0, $0.1) })
  }

  /// Makes the edits of a change in the files on the disk, and gives them back by name.
  func applying(_ edit: JSONValue) throws -> [String: String] {
    var files = try scratch.files(below: "").mapValues { String(decoding: $0, as: UTF8.self) }
    let root = scratch.folder.resolvingSymlinksInPath().path + "/"
    for change in edit["documentChanges"].array ?? [] {
      guard let address = change["textDocument"]["uri"].string, let path = FileAddress.path(of: address) else {
        continue
      }
      let name = path.replacing(root, with: "")
      files[name] = files[name].map { Self.edited($0, change["edits"].array ?? []) }
    }
    return files
  }

  static func edited(_ text: String, _ edits: [JSONValue]) -> String {
    let units = Array(text.utf16)
    var starts = [0]
    for (index, unit) in units.enumerated() where unit == 10 { starts.append(index + 1) }
    func offset(_ position: JSONValue) -> Int {
      let line = position["line"].integer ?? 0
      return line < starts.count ? min(starts[line] + (position["character"].integer ?? 0), units.count) : units.count
    }
    var result = units
    for edit in edits.sorted(by: { offset($0["range"]["start"]) > offset($1["range"]["start"]) }) {
      let range = offset(edit["range"]["start"])..<offset(edit["range"]["end"])
      result.replaceSubrange(range, with: Array((edit["newText"].string ?? "").utf16))
    }
    return String(decoding: result, as: UTF16.self)
  }
}
