internal import JourneyKit
internal import JourneyPreview
internal import Markup

/// A request of somebody who knows the secret or not: its method, its target, then a header a line, `name: value`. What the
/// guard lets through is answered.
func followRequests(_ bytes: [UInt8]) throws {
  let secret = String(repeating: "s", count: PreviewLimits.secret)
  let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  let headers = lines.dropFirst(2).map { line -> (name: String, value: String) in
    let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.dropFirst().first.map { String($0.drop { $0 == " " }) } ?? "")
  }
  let request = PreviewRequest(method: lines[0], target: lines.dropFirst().first ?? "", headers: headers)
  switch PreviewGuard(port: 4280, secret: secret, names: ["maps.example"]).verdict(on: request) {
  case .refused(let status): try hold([400, 403, 404, 405].contains(status), "a request is refused with \(status)")
  case .allowed(let path, let query):
    let hosts = headers.filter { $0.name == "host" }.map { $0.value.lowercased() }
    let own = ["127.0.0.1:4280", "[::1]:4280", "localhost:4280", "maps.example"]
    try hold(hosts.count == 1 && own.contains(hosts[0]), "a foreign host is let in")
    try hold(request.target.hasPrefix("/\(secret)/"), "somebody without the secret is let in")
    let origins = headers.filter { $0.name == "origin" }
    try hold(
      origins.allSatisfy { origin in own.contains { origin.value.lowercased().hasSuffix("://\($0)") } },
      "a foreign origin is let in")
    let answer = PreviewBoard(snapshot(of: "journey a \"A\" {\n  phase p \"P\" { touchpoint t \"T\" }\n}\n")).answer(
      path: path, query: query, method: request.method)
    try hold([200, 404, 405, 409].contains(answer.status), "an answer has the status \(answer.status)")
    try hold(
      !answer.headers.contains { $0.name.hasPrefix("access-control") || $0.value.contains("\n") },
      "a header lets others in")
  }
}

/// A journey as it was and as it is, with a record separator (U+001E) between: its page as it was, changed, is its page.
func followPatches(_ bytes: [UInt8]) throws {
  let texts = bytes.split(separator: 0x1E, maxSplits: 1, omittingEmptySubsequences: false)
  let trees = texts.compactMap { text -> PageTree? in
    guard let maps = snapshot(of: String(decoding: text, as: UTF8.self)).maps,
      let name = maps.names.first(where: { $0.hasSuffix(".html") && $0 != "index.html" }),
      case .page(let page)? = maps.content(named: name)
    else { return nil }
    return PageTree(page)
  }
  guard trees.count == 2, let older = trees[0].whole, let newer = trees[1].whole else { return }
  let change = trees[0].change(to: trees[1])
  try hold(older.changed(by: change) == newer.withoutSpace, "the page that was changed is not the page")
  try hold(
    change.isEmpty == (trees[0].version == trees[1].version), "the version does not say whether it is another page")
}

private func snapshot(of text: String) -> LiveSnapshot {
  let workspace = LiveWorkspace(file: "/nowhere/fuzzed.journey")
  workspace.set(Array(text.utf8), of: "/nowhere/fuzzed.journey")
  return workspace.snapshot
}
