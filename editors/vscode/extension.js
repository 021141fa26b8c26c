// Journey files in VS Code, with the help of `waymark lsp`: each question that VS Code asks is handed to the server, and
// each answer turned into what VS Code knows.
"use strict"

const vscode = require("vscode")
const { Client } = require("./client.js")
const { margins } = require("./margins.js")

const language = "journey"
/** How often the server is started again when it ends by itself. */
const restarts = 3

let client

const from = {
  position: (place) => new vscode.Position(place.line, place.character),
  range: ({ start, end }) => new vscode.Range(start.line, start.character, end.line, end.character),
  location: (one) => new vscode.Location(vscode.Uri.parse(one.uri), from.range(one.range)),
  textEdit: (edit) => vscode.TextEdit.replace(from.range(edit.range), edit.newText),
  /** An edit of several files. */
  change: (change) => {
    const edit = new vscode.WorkspaceEdit()
    for (const { textDocument, edits } of change?.documentChanges ?? []) {
      edit.set(vscode.Uri.parse(textDocument.uri), edits.map(from.textEdit))
    }
    return edit
  },
  diagnostic: (finding) => {
    const made = new vscode.Diagnostic(from.range(finding.range), finding.message, finding.severity - 1)
    made.source = finding.source
    made.code = finding.code
    if (finding.tags) made.tags = finding.tags
    made.relatedInformation = (finding.relatedInformation ?? []).map(
      ({ location, message }) => new vscode.DiagnosticRelatedInformation(from.location(location), message))
    return made
  },
  symbol: (one) => {
    const made = new vscode.DocumentSymbol(
      one.name, one.detail ?? "", one.kind - 1, from.range(one.range), from.range(one.selectionRange))
    made.children = (one.children ?? []).map(from.symbol)
    return made
  },
  completion: (item) => {
    const made = new vscode.CompletionItem(item.label, item.kind - 1)
    made.range = from.range(item.textEdit.range)
    const text = item.textEdit.newText
    made.insertText = item.insertTextFormat === 2 ? new vscode.SnippetString(text) : text
    for (const key of ["detail", "documentation", "sortText", "filterText"]) made[key] = item[key]
    return made
  },
  selection: (one) => new vscode.SelectionRange(from.range(one.range), one.parent && from.selection(one.parent)),
  action: (one, given) => {
    const made = new vscode.CodeAction(one.title, vscode.CodeActionKind.Empty.append(one.kind))
    made.edit = from.change(one.edit)
    made.isPreferred = one.isPreferred
    made.diagnostics = given.filter((finding) =>
      one.diagnostics?.some((about) => about.code === finding.code && about.message === finding.message))
    return made
  },
}

const to = {
  position: ({ line, character }) => ({ line, character }),
  range: ({ start, end }) => ({ start: to.position(start), end: to.position(end) }),
  document: (document) => ({ uri: document.uri.toString() }),
  place: (document, position) => ({ textDocument: to.document(document), position: to.position(position) }),
  finding: ({ code, range, message }) => ({ code, range: to.range(range), message }),
  change: ({ range, text }) => ({ range: to.range(range), text }),
}

const isJourney = (document) => document.languageId === language && ["file", "untitled"].includes(document.uri.scheme)

/** The server's answer, or nothing where it is not running; a refusal is said. */
async function ask(method, params, token) {
  try {
    return await client?.request(method, params, token)
  } catch (error) {
    if (!token?.isCancellationRequested) vscode.window.setStatusBarMessage(`Waymark: ${error.message}`, 10_000)
    return undefined
  }
}

const list = (values, make) => (values ?? []).map(make)

/** What VS Code asks, by the server's methods. */
const providers = (legend) => [
  ["registerCompletionItemProvider", {
    provideCompletionItems: async (document, position, token) =>
      list((await ask("textDocument/completion", to.place(document, position), token))?.items, from.completion),
  }, "/", ",", ">", '"'],
  ["registerHoverProvider", {
    provideHover: async (document, position, token) => {
      const hover = await ask("textDocument/hover", to.place(document, position), token)
      return hover && new vscode.Hover(new vscode.MarkdownString(hover.contents.value), from.range(hover.range))
    },
  }],
  ["registerDefinitionProvider", {
    provideDefinition: async (document, position, token) =>
      list(await ask("textDocument/definition", to.place(document, position), token), from.location),
  }],
  ["registerReferenceProvider", {
    provideReferences: async (document, position, context, token) =>
      list(await ask("textDocument/references", { ...to.place(document, position), context }, token), from.location),
  }],
  ["registerDocumentHighlightProvider", {
    provideDocumentHighlights: async (document, position, token) =>
      list(await ask("textDocument/documentHighlight", to.place(document, position), token),
        (one) => new vscode.DocumentHighlight(from.range(one.range), one.kind - 1)),
  }],
  ["registerRenameProvider", {
    prepareRename: async (document, position, token) => {
      const found = await ask("textDocument/prepareRename", to.place(document, position), token)
      if (!found) throw new Error("there is no name here that can be changed")
      return { range: from.range(found.range), placeholder: found.placeholder }
    },
    provideRenameEdits: async (document, position, newName, token) =>
      from.change(await client.request("textDocument/rename", { ...to.place(document, position), newName }, token)),
  }],
  ["registerCodeActionsProvider", {
    provideCodeActions: async (document, range, context, token) => {
      const asked = {
        textDocument: to.document(document), range: to.range(range),
        context: { diagnostics: context.diagnostics.map(to.finding), only: context.only && [context.only.value] },
      }
      return list(await ask("textDocument/codeAction", asked, token), (one) => from.action(one, context.diagnostics))
    },
  }],
  ["registerDocumentFormattingEditProvider", {
    provideDocumentFormattingEdits: async (document, options, token) =>
      list(await ask("textDocument/formatting", { textDocument: to.document(document), options }, token), from.textEdit),
  }],
  ["registerDocumentSymbolProvider", {
    provideDocumentSymbols: async (document, token) =>
      list(await ask("textDocument/documentSymbol", { textDocument: to.document(document) }, token), from.symbol),
  }],
  ["registerFoldingRangeProvider", {
    provideFoldingRanges: async (document, context, token) =>
      list(await ask("textDocument/foldingRange", { textDocument: to.document(document) }, token),
        (one) => new vscode.FoldingRange(one.startLine, one.endLine, one.kind && vscode.FoldingRangeKind.Comment)),
  }],
  ["registerSelectionRangeProvider", {
    provideSelectionRanges: async (document, positions, token) =>
      list(await ask("textDocument/selectionRange",
        { textDocument: to.document(document), positions: positions.map(to.position) }, token), from.selection),
  }],
  ["registerDocumentSemanticTokensProvider", {
    provideDocumentSemanticTokens: async (document, token) => {
      const tokens = await ask("textDocument/semanticTokens/full", { textDocument: to.document(document) }, token)
      return tokens && new vscode.SemanticTokens(Uint32Array.from(tokens.data))
    },
  }, legend],
]

/** What the server is told that VS Code can do. */
const capabilities = {
  general: { positionEncodings: ["utf-16"] }, window: { showDocument: { support: true } },
  workspace: { workspaceEdit: { documentChanges: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1] } },
    completion: { completionItem: { snippetSupport: true } }, hover: { contentFormat: ["markdown"] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true }, codeAction: { codeActionLiteralSupport: {} },
    rename: { prepareSupport: true },
  },
}

async function start(findings, left) {
  const program = vscode.workspace.getConfiguration("waymark").get("program", "waymark")
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri, name }) => ({ uri: uri.toString(), name }))
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath
  const own = new Client(program, folder, (reason) => {
    if (client !== own) return
    client = undefined
    findings.clear()
    vscode.window.setStatusBarMessage(`Waymark: ${reason}`, 10_000)
    // Where it never answered, it will not the next time either.
    if (own.isReady && left > 0) start(findings, left - 1).catch(() => {})
  })
  client = own
  own.on("textDocument/publishDiagnostics", ({ uri, diagnostics }) =>
    findings.set(vscode.Uri.parse(uri), diagnostics.map(from.diagnostic)))
  own.on("window/showDocument", ({ uri, external, selection }) => external
    ? vscode.env.openExternal(vscode.Uri.parse(uri))
    : vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: from.range(selection) }))
  const answer = await own.request("initialize", { processId: process.pid, capabilities, workspaceFolders: folders })
  own.isReady = true
  own.notify("initialized", {})
  vscode.workspace.textDocuments.forEach(opened)
  return answer.capabilities
}

function opened(document) {
  if (!isJourney(document)) return
  const { version } = document
  const item = { uri: document.uri.toString(), languageId: language, version, text: document.getText() }
  client?.notify("textDocument/didOpen", { textDocument: item })
}

function changed({ document, contentChanges }) {
  if (!isJourney(document) || contentChanges.length === 0) return
  // VS Code counts every change in the text before all of them; from the last to the first none moves another.
  const changes = [...contentChanges].sort((a, b) => b.rangeOffset - a.rangeOffset).map(to.change)
  const textDocument = { uri: document.uri.toString(), version: document.version }
  client?.notify("textDocument/didChange", { textDocument, contentChanges: changes })
}

const told = (method) => (document) => {
  if (isJourney(document)) client?.notify(`textDocument/${method}`, { textDocument: to.document(document) })
}

async function activate(context) {
  const findings = vscode.languages.createDiagnosticCollection("waymark")
  const watcher = vscode.workspace.createFileSystemWatcher("**/*.{journey,tally.csv}")
  const touched = (type) => (uri) =>
    client?.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uri.toString(), type }] })
  context.subscriptions.push(
    findings, watcher,
    watcher.onDidCreate(touched(1)), watcher.onDidChange(touched(2)), watcher.onDidDelete(touched(3)),
    vscode.workspace.onDidOpenTextDocument(opened), vscode.workspace.onDidChangeTextDocument(changed),
    vscode.workspace.onDidSaveTextDocument(told("didSave")), vscode.workspace.onDidCloseTextDocument(told("didClose")),
    vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const folder = ({ uri, name }) => ({ uri: uri.toString(), name })
      const event = { added: added.map(folder), removed: removed.map(folder) }
      client?.notify("workspace/didChangeWorkspaceFolders", { event })
    }))
  context.subscriptions.push(vscode.commands.registerCommand("waymark.showMap", () => {
    const document = vscode.window.activeTextEditor?.document
    const named = document && isJourney(document) ? [document.uri.toString()] : []
    return ask("workspace/executeCommand", { command: "waymark.preview", arguments: named })
  }))
  const offered = await start(findings, restarts).catch(() => undefined)
  if (!offered) return
  const { tokenTypes, tokenModifiers } = offered.semanticTokensProvider.legend
  const legend = new vscode.SemanticTokensLegend(tokenTypes, tokenModifiers)
  for (const [register, provider, ...more] of [...providers(legend), ...margins({ ask, from, to, list })]) {
    context.subscriptions.push(vscode.languages[register](language, provider, ...more))
  }
  context.subscriptions.push(vscode.languages.registerWorkspaceSymbolProvider({
    provideWorkspaceSymbols: async (query, token) =>
      list(await ask("workspace/symbol", { query }, token), (one) =>
        new vscode.SymbolInformation(one.name, one.kind - 1, one.containerName ?? "", from.location(one.location))),
  }))
}

async function deactivate() {
  const own = client
  client = undefined
  await own?.stop()
}

module.exports = { activate, deactivate }
