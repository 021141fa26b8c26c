// Journey files in VS Code: findings when a file is opened or saved, and the one style. It asks the program `waymark`
// and needs nothing else. No text of a journey is ever run or put into a shell.
"use strict"

const { execFile } = require("node:child_process")
const path = require("node:path")
const vscode = require("vscode")

const limits = { timeout: 20_000, maxBuffer: 16 << 20 }

/** Runs the program; resolves with its status and what it printed, also where it found problems. */
function run(args, folder, input) {
  const program = vscode.workspace.getConfiguration("waymark").get("program", "waymark")
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { ...limits, cwd: folder }, (error, output, said) => {
      if (error && typeof error.code !== "number") return reject(error)
      resolve({ status: error ? error.code : 0, output, said })
    })
    child.stdin.on("error", () => {}) // a program that is not there reads nothing
    child.stdin.end(input)
  })
}

/** Where a place of the program is in a document: it counts characters from 1, VS Code UTF-16 units from 0. */
function range(place, lines) {
  const units = (line, column) => Array.from(lines[line - 1] ?? "").slice(0, column - 1).join("").length
  return new vscode.Range(
    place.line - 1, units(place.line, place.column), place.endLine - 1, units(place.endLine, place.endColumn))
}

function diagnostic(finding, lines) {
  const severity = {
    error: vscode.DiagnosticSeverity.Error, warning: vscode.DiagnosticSeverity.Warning,
  }[finding.severity] ?? vscode.DiagnosticSeverity.Information
  const message = finding.help ? `${finding.message}\n${finding.help}` : finding.message
  const made = new vscode.Diagnostic(range(finding.place, lines), message, severity)
  made.source = "waymark"
  made.code = finding.code
  return made
}

/** Shows what the program finds in a saved file. Of two runs for one file, only the later one is shown. */
async function check(document, collection, runs) {
  if (document.languageId !== "journey" || document.uri.scheme !== "file") return
  const key = document.uri.toString()
  const turn = (runs.get(key) ?? 0) + 1
  runs.set(key, turn)
  try {
    const file = document.uri.fsPath
    const { status, output, said } = await run(
      ["check", "--format", "json", `.${path.sep}${path.basename(file)}`], path.dirname(file))
    if (runs.get(key) !== turn) return
    if (status > 1) throw new Error(said.trim())
    const lines = document.getText().split(/\r\n|\r|\n/)
    const here = JSON.parse(output).findings.filter(
      (finding) => finding.place && path.resolve(path.dirname(file), finding.place.file) === file)
    collection.set(document.uri, here.map((finding) => diagnostic(finding, lines)))
  } catch (error) {
    if (runs.get(key) === turn) vscode.window.setStatusBarMessage(`Waymark: ${error.message}`, 10_000)
  }
}

/** The document in the one style, as one edit; none where the program refuses it. */
async function format(document) {
  const text = document.getText()
  const { status, output } = await run(["fmt", "-"], undefined, text)
  if (status !== 0 || output === text) return []
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(text.length))
  return [vscode.TextEdit.replace(whole, output)]
}

function activate(context) {
  const collection = vscode.languages.createDiagnosticCollection("waymark")
  const runs = new Map()
  const checked = (document) => check(document, collection, runs)
  context.subscriptions.push(
    collection,
    vscode.workspace.onDidOpenTextDocument(checked),
    vscode.workspace.onDidSaveTextDocument(checked),
    vscode.workspace.onDidCloseTextDocument((document) => {
      runs.delete(document.uri.toString())
      collection.delete(document.uri)
    }),
    vscode.languages.registerDocumentFormattingEditProvider("journey", { provideDocumentFormattingEdits: format }))
  return Promise.all(vscode.workspace.textDocuments.map(checked))
}

module.exports = { activate, deactivate() {} }
