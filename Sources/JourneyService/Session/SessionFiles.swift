internal import JourneyKit
internal import JourneySource
internal import LanguageServer

/// Which files there are, and whose.
extension LanguageSession {
  func initialize(_ parameters: JSONValue) -> JSONValue {
    abilities = ClientAbilities(parameters["capabilities"])
    clientProcess = parameters["processId"].integer
    let named = parameters["workspaceFolders"].array?.compactMap { $0["uri"].string } ?? []
    let root = parameters["rootUri"].string ?? parameters["rootPath"].string.map(FileAddress.address)
    for address in named.isEmpty ? [root].compactMap(\.self) : named { add(folder: address) }
    state = .ready
    owesFindings = true
    return [
      "capabilities": abilities.offered(commands: commands),
      "serverInfo": ["name": "waymark", "version": .string(Waymark.version)],
    ]
  }

  func registerWatchers() {
    guard abilities.watchesFiles else { return }
    let watchers: JSONValue = [["globPattern": "**/*.journey"], ["globPattern": "**/*.tally.csv"]]
    request(
      "client/registerCapability",
      [
        "registrations": [
          [
            "id": "waymark-files", "method": "workspace/didChangeWatchedFiles",
            "registerOptions": ["watchers": watchers],
          ]
        ]
      ])
  }

  func changeFolders(_ event: JSONValue) {
    let gone = event["removed"].array?.compactMap { $0["uri"].string } ?? []
    folders.removeAll { gone.contains($0.address) }
    for address in event["added"].array?.compactMap({ $0["uri"].string }) ?? [] { add(folder: address) }
    assignDocuments()
    owesFindings = true
  }

  /// Gives each text to the workspace that reads its file now.
  func assignDocuments() {
    (alone, listed) = ([:], [:])
    for document in documents.values {
      for folder in folders { folder.workspace.set(nil, of: document.path) }
      workspace(of: document.path).set(document.bytes, of: document.path)
    }
  }

  private func add(folder address: String) {
    guard let path = FileAddress.path(of: address).map(LiveWorkspace.resolved),
      !folders.contains(where: { $0.path == path })
    else { return }
    folders.append((address, path, LiveWorkspace(folder: path)))
  }

  /// The workspace that reads a file: of several the nearest, and one of its own where none does.
  func workspace(of path: String) -> LiveWorkspace {
    let around = folders.map(\.workspace).filter { $0.covers(path) }
    if let nearest = around.max(by: { $0.root.utf8.count < $1.root.utf8.count }) { return nearest }
    if let known = alone[path] { return known }
    let workspace = LiveWorkspace(file: path)
    alone[path] = workspace
    return workspace
  }

  /// All workspaces with what they were opened for, in an order that does not change.
  var workspaces: [LiveWorkspace] {
    folders.map(\.workspace) + alone.sorted { $0.key < $1.key }.map(\.value)
  }

  func open(_ item: JSONValue) {
    guard let address = item["uri"].string, let path = path(of: address), let text = item["text"].string else { return }
    let document = SessionDocument(address: address, path: path, version: item["version"].integer, text: text)
    documents[path] = document
    workspace(of: path).set(document.bytes, of: path)
    owesFindings = true
  }

  func change(_ parameters: JSONValue) {
    let item = parameters["textDocument"]
    guard let path = item["uri"].string.flatMap(path(of:)), documents[path] != nil else { return }
    documents[path]?.change(
      parameters["contentChanges"].array ?? [], version: item["version"].integer, in: abilities.encoding)
    workspace(of: path).set(documents[path]?.bytes, of: path)
    owesFindings = true
  }

  func close(_ item: JSONValue) {
    guard let path = item["uri"].string.flatMap(path(of:)), documents.removeValue(forKey: path) != nil else { return }
    workspace(of: path).set(nil, of: path)
    if let own = alone.removeValue(forKey: path) { listed[ObjectIdentifier(own)] = nil }
    owesFindings = true
  }

  /// The path of an address that the editor wrote; a text without a file has one that no file has.
  func path(of address: String) -> String? {
    if let path = FileAddress.path(of: address) { return LiveWorkspace.resolved(path) }
    guard address.hasPrefix("untitled:") else { return nil }
    let name = address.dropFirst("untitled:".count).map { $0 == "/" ? "-" : $0 }
    return "/\u{1}untitled/" + String(name) + (String(name).hasSuffix(".journey") ? "" : ".journey")
  }

  /// The address of a file, in the words of the editor where it has any.
  func address(of path: String) -> String {
    if let document = documents[path] { return document.address }
    for folder in folders where path.hasPrefix(folder.path + "/") {
      let rest = FileAddress.address(of: String(path.dropFirst(folder.path.count))).dropFirst("file://".count)
      return (folder.address.hasSuffix("/") ? String(folder.address.dropLast()) : folder.address) + rest
    }
    return FileAddress.address(of: path)
  }

  /// A journey file that a request is about, as it is now; nil where the server does not know it.
  func place(_ parameters: JSONValue) -> SessionPlace? {
    guard let path = parameters["textDocument"]["uri"].string.flatMap(path(of:)) else { return nil }
    let snapshot = workspace(of: path).snapshot
    guard let file = snapshot.file(at: path), snapshot.isJourney(file) else { return nil }
    let positions = EditorPositions(snapshot.files[Int(file.index)].bytes, in: abilities.encoding)
    return SessionPlace(
      snapshot: snapshot, file: file, positions: positions, offset: positions.offset(of: parameters["position"]))
  }
}

/// Where in which file a request is about.
struct SessionPlace {
  let snapshot: LiveSnapshot
  let file: FileID
  let positions: EditorPositions
  let offset: Int
}

/// Turns places of any file of a snapshot into the editor's.
struct SessionPlaces {
  private let session: LanguageSession
  private let snapshot: LiveSnapshot
  private var positions: [FileID: EditorPositions] = [:]

  init(_ session: LanguageSession, _ snapshot: LiveSnapshot) {
    self.session = session
    self.snapshot = snapshot
  }

  mutating func range(_ span: Span) -> JSONValue {
    let known =
      positions[span.file]
      ?? EditorPositions(snapshot.files[Int(span.file.index)].bytes, in: session.abilities.encoding)
    positions[span.file] = known
    return known.json(span.range)
  }

  func address(of file: FileID) -> String { session.address(of: snapshot.path(of: file)) }

  mutating func location(_ span: Span) -> JSONValue {
    ["uri": .string(address(of: span.file)), "range": range(span)]
  }

  /// Edits of any files as one change.
  mutating func change(_ edits: [Fix.Edit]) -> JSONValue {
    var files: [(file: FileID, edits: [JSONValue])] = []
    for edit in edits {
      let json: JSONValue = ["range": range(edit.span), "newText": .string(edit.text)]
      if files.last?.file != edit.span.file { files.append((edit.span.file, [])) }
      files[files.count - 1].edits.append(json)
    }
    guard session.abilities.takesDocumentChanges else {
      return ["changes": .object(files.map { JSONMember(address(of: $0.file), .array($0.edits)) })]
    }
    let changes = files.map { file, edits -> JSONValue in
      let version = session.documents[snapshot.path(of: file)]?.version
      return [
        "textDocument": ["uri": .string(address(of: file)), "version": version.map(JSONValue.integer) ?? .null],
        "edits": .array(edits),
      ]
    }
    return ["documentChanges": .array(changes)]
  }
}
