// The extension with a stub of `vscode` and the real program: node --test Tests/Editors/extension.test.js
"use strict"
const assert = require("node:assert")
const fs = require("node:fs")
const Module = require("node:module")
const os = require("node:os")
const path = require("node:path")
const test = require("node:test")

const seen = { sets: new Map(), status: [], formatter: null, saved: null, closed: null }
let program = process.env.WAYMARK_PROGRAM
const handler = (name) => (listener) => ((seen[name] = listener), { dispose() {} })
const stub = {
  Range: class { constructor(...numbers) { this.numbers = numbers } },
  Diagnostic: class { constructor(range, message, severity) { Object.assign(this, { range, message, severity }) } },
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2 },
  TextEdit: { replace: (range, text) => ({ range, text }) },
  languages: {
    createDiagnosticCollection: () => ({
      set: (uri, list) => seen.sets.set(uri.fsPath, list), delete: (uri) => seen.sets.delete(uri.fsPath), dispose() {},
    }),
    registerDocumentFormattingEditProvider: (_, provider) => ((seen.formatter = provider), { dispose() {} }),
  },
  window: { setStatusBarMessage: (text) => seen.status.push(text) },
  workspace: {
    textDocuments: [], getConfiguration: () => ({ get: () => program }),
    onDidOpenTextDocument: handler("opened"), onDidSaveTextDocument: handler("saved"),
    onDidCloseTextDocument: handler("closed"),
  },
}
const load = Module._load
Module._load = (name, ...rest) => (name === "vscode" ? stub : load(name, ...rest))
const extension = require("../../editors/vscode/extension.js")

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "waymark-editor-"))
function file(name, text) {
  const place = path.join(folder, name)
  fs.mkdirSync(path.dirname(place), { recursive: true })
  fs.writeFileSync(place, text)
  return {
    languageId: "journey", uri: { scheme: "file", fsPath: place, toString: () => `file://${place}` },
    getText: () => text, positionAt: (offset) => offset,
  }
}

test.after(() => fs.rmSync(folder, { recursive: true }))
test("findings of a file are shown at their UTF-16 places, and go when it is closed or mended", async () => {
  const bad = file("a/one.journey", 'journey j "😀" { phase p "P" { touchpoint t "T" ownr x } }\n')
  file("a/other.journey", "nonsense\n")
  await extension.activate({ subscriptions: [] })
  await seen.saved(bad)
  const [finding] = seen.sets.get(bad.uri.fsPath)
  assert.equal(finding.code, "unknown-word")
  assert.match(finding.message, /owner/)
  assert.equal(seen.sets.size, 1)
  const { numbers } = finding.range
  assert.equal(bad.getText().split("\n")[0].slice(numbers[1], numbers[3]), "ownr")
  const good = file("a/one.journey", 'journey j "J" {\n  phase p "P" {\n    touchpoint t "T"\n  }\n}\n')
  fs.rmSync(path.join(folder, "a/other.journey"))
  await seen.saved(good)
  assert.ok(seen.sets.get(good.uri.fsPath).every((one) => one.severity !== 0))
  seen.closed(good)
  assert.equal(seen.sets.size, 0)
})
test("a file whose name starts like an option is a file", async () => {
  const odd = file("b/--fix.journey", "nonsense\n")
  await seen.saved(odd)
  assert.equal(seen.sets.get(odd.uri.fsPath)[0].severity, 0)
  assert.equal(fs.readFileSync(odd.uri.fsPath, "utf8"), "nonsense\n")
})
test("a document is put in the one style, and one that cannot be read is left alone", async () => {
  const [edit] = await seen.formatter.provideDocumentFormattingEdits(file("c.journey", 'journey   j "J" { phase p "P" }\n'))
  assert.match(edit.text, /^journey j "J" \{\n/)
  assert.deepEqual(await seen.formatter.provideDocumentFormattingEdits(file("d.journey", 'journey j "J" {{{ "\n')), [])
})
test("without the program it says so once, and shows nothing", async () => {
  program = "/nowhere/waymark"
  await seen.saved(file("e.journey", "nonsense\n"))
  assert.match(seen.status.at(-1), /^Waymark: .*ENOENT/)
})
