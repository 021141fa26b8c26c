internal import JourneyKit
internal import JourneySource
internal import LanguageServer

/// Help while one writes.
extension LanguageSession {
  func completion(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters) else { return .null }
    let list = place.snapshot.completions(at: place.offset, in: place.file)
    let range = place.positions.json(list.replaced)
    // An edit must stay on its line.
    guard range["start"]["line"] == range["end"]["line"] else { return ["isIncomplete": false, "items": []] }
    let items = list.items.enumerated().map { index, item in json(item, index, range) }
    return ["isIncomplete": false, "items": .array(items)]
  }

  private func json(_ item: Completion, _ index: Int, _ range: JSONValue) -> JSONValue {
    let isSnippet = item.isSnippet && abilities.takesSnippets
    let order = String(index)
    let kind =
      switch item.kind {
      case .keyword: 14
      case .value: 20
      case .name: 18
      case .text: 12
      }
    return .object([
      "label": .string(item.label), "kind": .integer(kind),
      "detail": item.detail.isEmpty ? nil : .string(item.detail),
      "documentation": item.documentation.map(JSONValue.string),
      "sortText": .string(String(repeating: "0", count: max(0, 6 - order.utf8.count)) + order),
      "filterText": .string(
        item.kind == .text
          ? "\(item.text) \(item.detail)" : item.kind == .name ? "\(item.label) \(item.detail)" : item.label),
      "insertTextFormat": .integer(isSnippet ? 2 : 1),
      "textEdit": ["range": range, "newText": .string(isSnippet || !item.isSnippet ? item.text : item.label)],
    ])
  }

  func hover(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters), let hover = place.snapshot.hover(at: place.offset, in: place.file) else {
      return .null
    }
    return [
      "contents": [
        "kind": abilities.takesMarkdown ? "markdown" : "plaintext",
        "value": .string(abilities.takesMarkdown ? hover.markdown : hover.plain),
      ],
      "range": place.positions.json(hover.range),
    ]
  }

  /// How the line that is being written goes on, where a word of the language is to its left.
  func signature(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters), let form = place.snapshot.form(at: place.offset, in: place.file) else {
      return .null
    }
    let parts = form.parts.map { part -> JSONValue in ["label": .string(part)] }
    return [
      "signatures": [
        [
          "label": .string(form.label), "documentation": .string(form.meaning), "parameters": .array(parts),
          "activeParameter": .integer(form.current),
        ]
      ], "activeSignature": 0, "activeParameter": .integer(form.current),
    ]
  }

  func codeActions(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters) else { return [] }
    let only = parameters["context"]["only"].array?.compactMap(\.string)
    let wants = { (kind: String) in only?.contains { kind == $0 || kind.hasPrefix($0 + ".") } ?? true }
    let given = parameters["context"]["diagnostics"].array ?? []
    var places = SessionPlaces(self, place.snapshot)
    var actions: [JSONValue] = []
    if wants("quickfix") {
      let range = place.positions.bytes(of: parameters["range"])
      for fix in place.snapshot.quickFixes(for: range, in: place.file) {
        let about = given.filter { given in
          given["code"].string == fix.finding?.rule.code
            && place.positions.bytes(of: given["range"]) == fix.finding?.span?.range
        }
        actions.append(
          .object([
            "title": .string(fix.title), "kind": "quickfix", "isPreferred": fix.isPreferred ? true : nil,
            "diagnostics": about.isEmpty ? nil : .array(about), "edit": places.change(fix.edits),
          ]))
      }
    }
    if wants("source.fixAll.waymark"), let all = place.snapshot.safeFixes(in: place.file) {
      actions.append(
        ["title": .string(all.title), "kind": "source.fixAll.waymark", "edit": places.change(all.edits)])
    }
    return .array(actions)
  }

  /// Null where `waymark fmt` refuses the file.
  func formatting(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters), let stretches = place.snapshot.formatting(of: place.file) else { return .null }
    return .array(
      stretches.map { ["range": place.positions.json($0.bytes), "newText": .string($0.text)] })
  }
}
