// The extension with a stub of `vscode` and the real program: node --test Tests/Editors/extension.test.js
"use strict"
const assert = require("node:assert")
const fs = require("node:fs")
const Module = require("node:module")
const os = require("node:os")
const path = require("node:path")
const test = require("node:test")

const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "waymark-editor-")))
const seen = { sets: new Map(), status: [], providers: {}, listeners: {}, commands: {}, links: [], shown: [] }
let program = process.env.WAYMARK_PROGRAM
const listens = (name) => (listener) => ((seen.listeners[name] = listener), { dispose() {} })
const provides = (name) => (...all) => ((seen.providers[name] = all.find((one) => typeof one === "object")), { dispose() {} })
class Values { constructor(...values) { this.values = values } }
class Position { constructor(line, character) { Object.assign(this, { line, character }) } }
class Range {
  constructor(a, b, c, d) { Object.assign(this, { start: new Position(a, b), end: new Position(c, d) }) }
}
class Item {
  constructor(kind, name, detail, uri, range, selectionRange) { Object.assign(this, { kind, name, detail, uri, range, selectionRange }) }
}
const uri = (place) => ({ scheme: "file", fsPath: place, toString: () => `file://${encodeURI(place)}` })
const stub = {
  Position, Range, Location: Values, Hover: Values, MarkdownString: Values, FoldingRange: Values, SymbolInformation: Values,
  SelectionRange: Values, DocumentHighlight: Values, SemanticTokensLegend: Values, SemanticTokens: Values, SnippetString: Values,
  DiagnosticRelatedInformation: Values, InlayHint: Values, CodeLens: Values, DocumentLink: Values, SignatureHelp: Values,
  SignatureInformation: Values, ParameterInformation: Values, CallHierarchyIncomingCall: Values, CallHierarchyOutgoingCall: Values,
  CallHierarchyItem: Item, TypeHierarchyItem: Item,
  Diagnostic: class { constructor(range, message, severity) { Object.assign(this, { range, message, severity }) } },
  DocumentSymbol: class { constructor(name, detail, kind) { Object.assign(this, { name, detail, kind }) } },
  CompletionItem: class { constructor(label, kind) { Object.assign(this, { label, kind }) } },
  CodeAction: class { constructor(title, kind) { Object.assign(this, { title, kind }) } },
  CodeActionKind: { Empty: { append: (kind) => ({ value: kind }) } }, FoldingRangeKind: { Comment: 1 },
  WorkspaceEdit: class { constructor() { this.files = new Map() } set(one, edits) { this.files.set(one.fsPath, edits) } },
  TextEdit: { replace: (range, text) => ({ range, text }) },
  Uri: { parse: (text) => uri(decodeURI(text.replace("file://", ""))) },
  languages: new Proxy({
    createDiagnosticCollection: () => ({
      set: (one, all) => (all.length ? seen.sets.set(one.fsPath, all) : seen.sets.delete(one.fsPath)),
      clear: () => seen.sets.clear(), dispose() {},
    }),
  }, { get: (own, name) => own[name] ?? provides(name) }),
  window: {
    setStatusBarMessage: (text) => seen.status.push(text),
    showTextDocument: (one, { selection }) => seen.shown.push([one.fsPath, selection.start.line]),
  },
  commands: { registerCommand: (name, run) => ((seen.commands[name] = run), { dispose() {} }) },
  env: { openExternal: (link) => seen.links.push(link.fsPath) },
  workspace: {
    textDocuments: [], workspaceFolders: [{ uri: uri(folder), name: "f" }],
    getConfiguration: () => ({ get: () => program }),
    createFileSystemWatcher: () => ({
      onDidCreate: listens("created"), onDidChange: listens("touched"), onDidDelete: listens("deleted"), dispose() {},
    }),
    onDidOpenTextDocument: listens("opened"), onDidSaveTextDocument: listens("saved"),
    onDidCloseTextDocument: listens("closed"), onDidChangeTextDocument: listens("changed"),
    onDidChangeWorkspaceFolders: listens("folders"),
  },
}
const load = Module._load
Module._load = (name, ...rest) => (name === "vscode" ? stub : load(name, ...rest))
const extension = require("../../editors/vscode/extension.js")

function file(name, text) {
  const place = path.join(folder, name)
  fs.mkdirSync(path.dirname(place), { recursive: true })
  fs.writeFileSync(place, text)
  return { languageId: "journey", uri: uri(place), version: 1, text, getText() { return this.text } }
}
/** Types a text in place of another, as VS Code says it. */
function type(document, old, text) {
  const rangeOffset = document.text.indexOf(old)
  const lines = document.text.slice(0, rangeOffset).split("\n")
  const start = [lines.length - 1, lines.at(-1).length]
  document.text = document.text.replace(old, text)
  document.version += 1
  seen.listeners.changed({
    document, contentChanges: [{ range: new Range(...start, start[0], start[1] + old.length), rangeOffset, text }],
  })
}
/** Where a piece of text begins, and how far into it. */
function at(document, piece, into = 0) {
  const lines = document.text.slice(0, document.text.indexOf(piece) + into).split("\n")
  return new Position(lines.length - 1, lines.at(-1).length)
}
async function until(holds) {
  for (let turn = 0; turn < 200; turn++) {
    if (holds()) return
    await new Promise((done) => setTimeout(done, 25))
  }
  assert.fail(`never: ${holds}`)
}
const ask = (provider, method, ...all) => seen.providers[`register${provider}Provider`][`provide${method}`](...all)

test.after(async () => {
  await extension.deactivate()
  fs.rmSync(folder, { recursive: true })
})
const text = 'journey j "😀" {\n  phase p "P" {\n    touchpoint t "T" ownr x\n    touchpoint u "U" owner x\n  }\n  flow { t -> u }\n}\n'
let one
test("findings are shown while one types, at their UTF-16 places", async () => {
  one = file("one.journey", text)
  stub.workspace.textDocuments.push(one)
  await extension.activate({ subscriptions: [] })
  const wrong = () => seen.sets.get(one.uri.fsPath)?.find((finding) => finding.code === "unknown-word")
  await until(wrong)
  assert.equal(wrong().severity, 0)
  assert.match(wrong().message, /help: /)
  const { start, end } = wrong().range
  assert.equal(one.text.split("\n")[start.line].slice(start.character, end.character), "ownr")
  type(one, "ownr", "owner")
  await until(() => !wrong())
})
test("words and names are completed, and say what they are", async () => {
  const items = await ask("CompletionItem", "CompletionItems", one, at(one, "-> u", 3))
  assert.deepEqual(items.slice(0, 2).map(({ label }) => label).sort(), ["t", "u"])
  assert.equal(items[0].range.start.line, 5)
  const [hover] = (await ask("Hover", "Hover", one, at(one, "t -> u"))).values
  assert.match(hover.values[0], /\*\*T\*\*/)
})
test("a name leads to its declaration and its uses, and is renamed everywhere", async () => {
  const [place] = await ask("Definition", "Definition", one, at(one, "t -> u"))
  assert.equal(place.values[1].start.line, 2)
  const uses = await ask("Reference", "References", one, at(one, "t -> u"), { includeDeclaration: true })
  assert.equal(uses.length, 2)
  const found = await seen.providers.registerRenameProvider.prepareRename(one, at(one, "t -> u"))
  assert.equal(found.placeholder, "t")
  const edit = await ask("Rename", "RenameEdits", one, at(one, "t -> u"), "form")
  assert.deepEqual(edit.files.get(one.uri.fsPath).map(({ text }) => text), ["form", " was t", "form"])
  await assert.rejects(ask("Rename", "RenameEdits", one, at(one, "t -> u"), "u"), /already a touchpoint/)
})
test("fixes, formatting, symbols, folds, selections and colours come from the server", async () => {
  type(one, "owner x", "ownr x")
  await until(() => seen.sets.get(one.uri.fsPath)?.some((finding) => finding.code === "unknown-word"))
  const diagnostics = seen.sets.get(one.uri.fsPath)
  const here = at(one, "ownr")
  const actions = await ask("CodeActions", "CodeActions", one, new Range(here.line, here.character, here.line, here.character + 4), { diagnostics })
  const fix = actions.find(({ title }) => title === 'Write "owner"')
  assert.equal(fix.diagnostics[0].code, "unknown-word")
  assert.equal(fix.edit.files.get(one.uri.fsPath)[0].text, "owner")
  type(one, "ownr x", "owner x")
  type(one, "  flow", "      flow")
  const edits = await ask("DocumentFormattingEdit", "DocumentFormattingEdits", one, {})
  assert.ok(edits.length > 0 && edits.every(({ range }) => range.start.line >= 5), "only the lines that differ")
  const [symbol] = await ask("DocumentSymbol", "DocumentSymbols", one)
  assert.deepEqual([symbol.name, symbol.detail, symbol.children[0].children.length], ["😀", "j", 2])
  assert.ok((await ask("FoldingRange", "FoldingRanges", one, {})).length >= 2)
  assert.equal((await ask("SelectionRange", "SelectionRanges", one, [here])).length, 1)
  assert.ok((await ask("DocumentSemanticTokens", "DocumentSemanticTokens", one)).values[0].length % 5 === 0)
  const symbols = await ask("WorkspaceSymbol", "WorkspaceSymbols", "u")
  assert.ok(symbols.some(({ values }) => values[0] === "U"))
})
test("what changes on the disk counts at once", async () => {
  const shared = file("shared.journey", 'department legal "Legal"\n')
  seen.listeners.created(shared.uri)
  await until(() => seen.sets.get(one.uri.fsPath)?.some((finding) => finding.code === "unknown-department"))
  fs.rmSync(shared.uri.fsPath)
  seen.listeners.deleted(shared.uri)
  await until(() => !seen.sets.get(one.uri.fsPath)?.some((finding) => finding.code === "unknown-department"))
})
test("above, beside and behind the text is what there is to say", async () => {
  const lenses = await ask("CodeLens", "CodeLenses", one)
  const [map, size] = lenses.map(({ values }) => values[1])
  assert.deepEqual([map.title, map.command, map.arguments], ["Open the map", "waymark.showMap", [one.uri.toString()]])
  assert.deepEqual([size.title, size.command], ["1 phase · 2 touchpoints", ""])
  assert.deepEqual(await ask("InlayHints", "InlayHints", one, new Range(0, 0, 9, 0)), [])
  assert.deepEqual(await ask("DocumentLink", "DocumentLinks", one), [])
  const help = await ask("SignatureHelp", "SignatureHelp", one, at(one, "owner x", 6))
  assert.match(help.signatures[0].values[0], /owner/)
  const edits = await ask("OnTypeFormattingEdit", "OnTypeFormattingEdits", one, at(one, "  }\n}", 3), "}", {})
  assert.deepEqual(edits, [])
  assert.ok(Array.isArray(await ask("DocumentRangeFormattingEdit", "DocumentRangeFormattingEdits", one, new Range(0, 0, 2, 0), {})))
})
test("ways of customers and planned journeys are followed", async () => {
  const ways = seen.providers.registerCallHierarchyProvider
  const [item] = await ways.prepareCallHierarchy(one, at(one, "t -> u"))
  const [call] = await ways.provideCallHierarchyOutgoingCalls(item)
  assert.equal(call.values[0].name, "U")
  assert.equal((await ways.provideCallHierarchyIncomingCalls(call.values[0]))[0].values[0].name, item.name)
  const planned = file("planned.journey", 'journey k "K" {\n  state future\n  future-of j\n  phase p "P" { touchpoint t "T" }\n}\n')
  seen.listeners.created(planned.uri)
  const versions = seen.providers.registerTypeHierarchyProvider
  const [journey] = await versions.prepareTypeHierarchy(one, at(one, "journey j", 8))
  let later = []
  for (let turn = 0; turn < 100 && later.length === 0; turn++) later = await versions.provideTypeHierarchySubtypes(journey)
  assert.deepEqual(later.map(({ name }) => name), ["K"])
  assert.deepEqual((await versions.provideTypeHierarchySupertypes(later[0])).map(({ uri }) => uri.fsPath), [one.uri.fsPath])
  fs.rmSync(planned.uri.fsPath)
  seen.listeners.deleted(planned.uri)
})
test("the map shows what is typed, and a touchpoint on it leads to its line", async () => {
  const link = await seen.commands["waymark.showMap"]()
  await until(() => seen.links.length > 0)
  assert.equal(seen.links[0], link)
  const page = async () => (await fetch(`${link}j.html`)).text()
  type(one, '"T"', '"Typed"')
  for (let turn = 0; turn < 100 && !(await page()).includes("Typed"); turn++) await new Promise((done) => setTimeout(done, 25))
  const version = /data-version="(\w+)"/.exec(await page())[1]
  const opened = await fetch(`${link}open?page=j.html&name=u&from=${version}`, { method: "POST", headers: { origin: new URL(link).origin } })
  assert.equal(opened.status, 200)
  await until(() => seen.shown.length > 0)
  assert.deepEqual(seen.shown[0], [one.uri.fsPath, 3])
})
test("without the program it says so once, and shows nothing", async () => {
  await extension.deactivate()
  program = "/nowhere/waymark"
  await extension.activate({ subscriptions: [] })
  await until(() => seen.status.length > 0)
  assert.match(seen.status.at(-1), /^Waymark: .*ENOENT/)
  assert.deepEqual(await ask("CompletionItem", "CompletionItems", one, at(one, "t -> u")), [])
})
