package import JourneyKit
internal import JourneySource
package import LanguageServer

/// A conversation with one editor: messages in, messages out. It reads files and writes none, and starts nothing.
///
/// All messages that have come are given to it together, so that a request which was taken back meanwhile is not worked
/// on. What concerns many files, such as findings, is sent when the editor pauses (`pause`).
package final class LanguageSession {
  enum SessionState { case fresh, ready, closing }

  var state = SessionState.fresh
  var abilities = ClientAbilities()
  /// By absolute path.
  var documents: [String: SessionDocument] = [:]
  /// The folders that the editor has open, as it writes them and as they are.
  var folders: [(address: String, path: String, workspace: LiveWorkspace)] = []
  /// Files that are in none of the folders: each a workspace of its own.
  var alone: [String: LiveWorkspace] = [:]
  /// What was sent last of each file's findings, by address.
  var published: [String: String] = [:]
  /// Whether findings may have changed since they were sent.
  package internal(set) var owesFindings = false
  /// The findings of each workspace as they were made last, for as long as nothing changes.
  var listed: [ObjectIdentifier: (snapshot: LiveSnapshot, findings: [(path: String, items: [JSONValue])])] = [:]
  var outgoing: [JSONValue] = []
  private var requests = 0

  /// Starts the preview of a snapshot and gives its link; nil where there is none. Set before the first message.
  package var startPreview: ((LiveSnapshot) -> String?)?
  var previewed: LiveWorkspace?
  /// The touchpoint where the cursor was last.
  package internal(set) var pointed: MapPlace?

  /// Set once the editor has said goodbye: how the program ends.
  package private(set) var exitStatus: Int32?
  /// The process of the editor, where it says which it is.
  package internal(set) var clientProcess: Int?

  package init() {}

  /// Whether the disk must be looked at, since the editor does not say what changes there.
  package var mustWatch: Bool { state == .ready && !abilities.watchesFiles }

  /// Answers messages in their order.
  package func receive(_ messages: [[UInt8]]) -> [JSONValue] {
    let read = messages.map { bytes in JSONReader.read(bytes).map(ClientMessage.init) }
    let cancelled = read.compactMap { message -> JSONValue? in
      if case .notification("$/cancelRequest", let parameters) = message { parameters["id"] } else { nil }
    }
    for message in read {
      switch message {
      case nil: outgoing.append(ServerMessage.failure(.null, ResponseError(.parseError, "this is not JSON")))
      case .request(let id, let method, let parameters):
        if cancelled.contains(id) {
          outgoing.append(ServerMessage.failure(id, ResponseError(.requestCancelled, "taken back")))
        } else {
          answer(id, method, parameters)
        }
      case .notification(let method, let parameters): note(method, parameters)
      case .response: break
      case .invalid(let id):
        outgoing.append(ServerMessage.failure(id, ResponseError(.invalidRequest, "this is no message of JSON-RPC 2.0")))
      }
    }
    return sent()
  }

  /// What is to be sent when nothing has come for a moment.
  package func pause() -> [JSONValue] {
    if owesFindings, state == .ready {
      owesFindings = false
      if abilities.pullsDiagnostics { refreshFindings() } else { publishFindings() }
    }
    return sent()
  }

  /// Something changed on the disk.
  package func diskChanged() {
    let before = roots
    for workspace in workspaces { workspace.diskChanged() }
    if roots != before { assignDocuments() }
    owesFindings = true
  }

  /// What is read of the disk, for whoever watches it.
  package var roots: [String] { folders.map(\.workspace.root) + alone.keys.sorted() }

  /// What the server has of a text that is open, by the address that the editor gave it: for the tests.
  package func text(of address: String) -> [UInt8]? { path(of: address).flatMap { documents[$0]?.bytes } }

  func sent() -> [JSONValue] {
    defer { outgoing = [] }
    return outgoing
  }

  func request(_ method: String, _ parameters: JSONValue) {
    requests += 1
    outgoing.append(ServerMessage.request(requests, method, parameters))
  }

  private func answer(_ id: JSONValue, _ method: String, _ parameters: JSONValue) {
    do throws(ResponseError) {
      outgoing.append(ServerMessage.response(id, try result(of: method, parameters)))
    } catch {
      outgoing.append(ServerMessage.failure(id, error))
    }
  }

  private func result(of method: String, _ parameters: JSONValue) throws(ResponseError) -> JSONValue {
    switch (method, state) {
    case ("initialize", .fresh): return initialize(parameters)
    case ("initialize", _): throw ResponseError(.invalidRequest, "this server is initialized already")
    case (_, .fresh): throw ResponseError(.serverNotInitialized, "initialize comes first")
    case ("shutdown", _):
      state = .closing
      return .null
    case (_, .closing): throw ResponseError(.invalidRequest, "this server is shutting down")
    case (_, .ready): break
    }
    guard let feature = Self.features[method] else {
      throw ResponseError(.methodNotFound, "there is no method \"\(method)\"")
    }
    return try feature(self)(parameters)
  }

  /// What can be asked, beyond the beginning and the end.
  private static let features: [String: @Sendable (LanguageSession) -> (JSONValue) throws(ResponseError) -> JSONValue] =
    [
      "textDocument/diagnostic": { session in session.documentFindings },
      "workspace/diagnostic": { session in session.workspaceFindings },
      "textDocument/completion": { session in session.completion },
      "textDocument/signatureHelp": { session in session.signature },
      "textDocument/hover": { session in session.hover },
      "textDocument/definition": { session in session.definition },
      "textDocument/declaration": { session in session.definition },
      "textDocument/references": { session in session.references },
      "textDocument/documentHighlight": { session in session.highlights },
      "textDocument/prepareRename": { session in session.prepareRename },
      "textDocument/rename": { session in session.rename },
      "textDocument/codeAction": { session in session.codeActions },
      "textDocument/formatting": { session in session.formatting },
      "textDocument/documentSymbol": { session in session.symbols },
      "workspace/symbol": { session in session.workspaceSymbols },
      "workspace/executeCommand": { session in session.execute },
      "textDocument/foldingRange": { session in session.folds },
      "textDocument/selectionRange": { session in session.selections },
      "textDocument/semanticTokens/full": { session in session.tokens },
      "textDocument/rangeFormatting": { session in session.rangeFormatting },
      "textDocument/rangesFormatting": { session in session.rangeFormatting },
      "textDocument/onTypeFormatting": { session in session.typingFormatting },
      "textDocument/codeLens": { session in session.lenses },
      "textDocument/prepareTypeHierarchy": { session in session.prepareVersions },
      "typeHierarchy/supertypes": { session in session.earlierVersions },
      "typeHierarchy/subtypes": { session in session.laterVersions },
      "textDocument/inlayHint": { session in session.hints },
      "textDocument/documentLink": { session in session.links },
      "textDocument/prepareCallHierarchy": { session in session.prepareWays },
      "callHierarchy/incomingCalls": { session in session.waysIn },
      "callHierarchy/outgoingCalls": { session in session.waysOut },
      "textDocument/semanticTokens/range": { session in session.tokens },
    ]

  private func note(_ method: String, _ parameters: JSONValue) {
    if method == "exit" {
      exitStatus = state == .closing ? 0 : 1
      return
    }
    guard state == .ready else { return }
    switch method {
    case "initialized": registerWatchers()
    case "textDocument/didOpen": open(parameters["textDocument"])
    case "textDocument/didChange": change(parameters)
    case "textDocument/didClose": close(parameters["textDocument"])
    case "textDocument/didSave", "workspace/didChangeWatchedFiles": diskChanged()
    case "workspace/didChangeWorkspaceFolders": changeFolders(parameters["event"])
    default: break
    }
  }
}
