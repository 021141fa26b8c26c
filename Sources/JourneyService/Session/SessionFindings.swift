internal import JourneyKit
internal import JourneySource
internal import JourneySyntax
internal import LanguageServer

/// What is wrong, as `waymark check` says it.
extension LanguageSession {
  /// The findings of each file of a workspace, by path; an empty list for a file without any.
  private func findings(of workspace: LiveWorkspace) -> [(path: String, items: [JSONValue])] {
    let snapshot = workspace.snapshot
    let key = ObjectIdentifier(workspace)
    if let known = listed[key], known.snapshot === snapshot { return known.findings }
    let findings = findings(in: snapshot)
    listed[key] = (snapshot, findings)
    return findings
  }

  private func findings(in snapshot: LiveSnapshot) -> [(path: String, items: [JSONValue])] {
    var places = SessionPlaces(self, snapshot)
    var lists = Array(repeating: [JSONValue](), count: snapshot.files.count)
    for finding in snapshot.findings.diagnostics {
      guard let span = finding.span ?? snapshot.workspaceLine, lists.indices.contains(Int(span.file.index)) else {
        continue
      }
      lists[Int(span.file.index)].append(json(finding, at: span, &places))
    }
    return lists.enumerated().map { (snapshot.path(of: FileID($0)), $1) }
  }

  private func json(_ finding: Diagnostic, at span: Span, _ places: inout SessionPlaces) -> JSONValue {
    let severity =
      switch finding.severity {
      case .error: 1
      case .warning: 2
      case .note: 3
      }
    var related: [JSONValue] = []
    for place in finding.related {
      related.append(["location": places.location(place.span), "message": .string(place.message)])
    }
    let isUnused = finding.rule.code.hasPrefix("unused-")
    return .object([
      "range": places.range(span), "severity": .integer(severity), "code": .string(finding.rule.code),
      "source": "waymark",
      "message": .string(finding.message + (finding.help.map { "\nhelp: \($0)" } ?? "")),
      "tags": isUnused && abilities.takesTags ? [1] : nil,
      "relatedInformation": related.isEmpty || !abilities.takesRelatedPlaces ? nil : .array(related),
    ])
  }

  /// Sends the findings of every file whose findings are others than before; none for a file that is gone.
  func publishFindings() {
    var gone = Set(published.keys)
    for workspace in workspaces {
      for (path, items) in findings(of: workspace) {
        let (address, text) = (address(of: path), JSONValue.array(items).text)
        gone.remove(address)
        let version = documents[path]?.version
        // Of a file that never had any there is nothing to say, unless it is open and waits for an answer.
        let isKnown = published[address].map { $0 == text } ?? (items.isEmpty && version == nil)
        guard !isKnown else { continue }
        published[address] = text
        publish(address, items, version)
      }
    }
    for address in gone.sorted() {
      if published.removeValue(forKey: address) != "[]" { publish(address, [], nil) }
    }
  }

  private func publish(_ address: String, _ items: [JSONValue], _ version: Int?) {
    outgoing.append(
      ServerMessage.notification(
        "textDocument/publishDiagnostics",
        .object(["uri": .string(address), "version": version.map(JSONValue.integer), "diagnostics": .array(items)])))
  }

  /// Asks the editor to ask again, where findings of other files than the one it wrote in are others than before.
  func refreshFindings() {
    var now: [String: String] = [:]
    for workspace in workspaces {
      for (path, items) in findings(of: workspace) where !items.isEmpty {
        now[address(of: path)] = JSONValue.array(items).text
      }
    }
    let isSame = now == published
    published = now
    if !isSame, abilities.refreshesDiagnostics { request("workspace/diagnostic/refresh", .null) }
  }

  func documentFindings(_ parameters: JSONValue) throws(ResponseError) -> JSONValue {
    guard let path = parameters["textDocument"]["uri"].string.flatMap(path(of:)) else {
      throw ResponseError(.invalidParameters, "textDocument is missing")
    }
    let items = findings(of: workspace(of: path)).first { $0.path == path }?.items ?? []
    return report(items, before: parameters["previousResultId"].string)
  }

  func workspaceFindings(_ parameters: JSONValue) -> JSONValue {
    var before: [String: String] = [:]
    for item in parameters["previousResultIds"].array ?? [] {
      if let address = item["uri"].string, let result = item["value"].string { before[address] = result }
    }
    var reports: [JSONValue] = []
    func add(_ address: String, _ version: Int?, _ items: [JSONValue]) {
      guard case .object(let members) = report(items, before: before.removeValue(forKey: address)) else { return }
      reports.append(
        .object(
          members + [
            JSONMember("uri", .string(address)), JSONMember("version", version.map(JSONValue.integer) ?? .null),
          ]))
    }
    for workspace in workspaces {
      for (path, items) in findings(of: workspace) { add(address(of: path), documents[path]?.version, items) }
    }
    // Files that are gone.
    for address in before.keys.sorted() { add(address, nil, []) }
    return ["items": .array(reports)]
  }

  private func report(_ items: [JSONValue], before: String?) -> JSONValue {
    let result = String(StableHash(JSONValue.array(items).text.utf8).value, radix: 36)
    if before == result { return ["kind": "unchanged", "resultId": .string(result)] }
    return ["kind": "full", "resultId": .string(result), "items": .array(items)]
  }
}

extension LiveSnapshot {
  /// Where findings are shown that are about the workspace as a whole: at its line, else on top of the first file.
  var workspaceLine: Span? {
    let journeys = files.indices.map { FileID($0) }.filter(isJourney)
    for file in journeys {
      let tree = tree(of: file)
      let line = tree.root.block.lazy.map { tree[$0] }.first { $0.keyword?.value == .workspace }
      if let span = line?.keyword?.span { return span }
    }
    return journeys.first.map { Span($0, 0, 0) }
  }
}
