// What VS Code shows beside and above the text, and where it leads: figures, links, forms of lines, the ways of customers,
// planned journeys. By the server's methods, like everything else.
"use strict"

const vscode = require("vscode")

/** An item of a hierarchy, whose kind VS Code counts from 0. */
const item = (Made, one, from) => new Made(
  one.kind - 1, one.name, one.detail ?? "", vscode.Uri.parse(one.uri), from.range(one.range), from.range(one.selectionRange))

exports.margins = ({ ask, from, to, list }) => {
  const one = (document, more) => ({ textDocument: to.document(document), ...more })
  const back = (made) => ({ item: {
    name: made.name, kind: made.kind + 1, uri: made.uri.toString(), range: to.range(made.range),
    selectionRange: to.range(made.selectionRange),
  } })
  const prepare = (method, Made) => async (document, position, token) =>
    list(await ask(method, to.place(document, position), token), (found) => item(Made, found, from))
  const calls = (way, Made, end) => async (made, token) =>
    list(await ask(`callHierarchy/${way}Calls`, back(made), token),
      (call) => new Made(item(vscode.CallHierarchyItem, call[end], from), call.fromRanges.map(from.range)))
  const versions = (way) => async (made, token) =>
    list(await ask(`typeHierarchy/${way}`, back(made), token), (found) => item(vscode.TypeHierarchyItem, found, from))
  return [
    ["registerInlayHintsProvider", {
      provideInlayHints: async (document, range, token) =>
        list(await ask("textDocument/inlayHint", one(document, { range: to.range(range) }), token), (hint) =>
          Object.assign(new vscode.InlayHint(from.position(hint.position), hint.label),
            { tooltip: hint.tooltip, paddingLeft: hint.paddingLeft })),
    }],
    ["registerCodeLensProvider", {
      provideCodeLenses: async (document, token) =>
        list(await ask("textDocument/codeLens", one(document), token), ({ range, command }) =>
          new vscode.CodeLens(from.range(range), {
            title: command.title, command: command.command && "waymark.showMap", arguments: command.arguments,
          })),
    }],
    ["registerDocumentLinkProvider", {
      provideDocumentLinks: async (document, token) =>
        list(await ask("textDocument/documentLink", one(document), token),
          ({ range, target }) => new vscode.DocumentLink(from.range(range), vscode.Uri.parse(target))),
    }],
    ["registerSignatureHelpProvider", {
      provideSignatureHelp: async (document, position, token) => {
        const help = await ask("textDocument/signatureHelp", to.place(document, position), token)
        if (!help) return undefined
        const { activeSignature = 0, activeParameter = 0 } = help
        const signatures = help.signatures.map(({ label, documentation, parameters = [] }) =>
          Object.assign(new vscode.SignatureInformation(label, documentation?.value ?? documentation), {
            parameters: parameters.map((each) => new vscode.ParameterInformation(each.label)),
          }))
        return Object.assign(new vscode.SignatureHelp(), { signatures, activeSignature, activeParameter })
      },
    }, " "],
    ["registerDocumentRangeFormattingEditProvider", {
      provideDocumentRangeFormattingEdits: async (document, range, options, token) =>
        list(await ask("textDocument/rangeFormatting", one(document, { range: to.range(range), options }), token),
          from.textEdit),
    }],
    ["registerOnTypeFormattingEditProvider", {
      provideOnTypeFormattingEdits: async (document, position, ch, options, token) =>
        list(await ask("textDocument/onTypeFormatting", { ...to.place(document, position), ch, options }, token),
          from.textEdit),
    }, "}", "\n"],
    ["registerCallHierarchyProvider", {
      prepareCallHierarchy: prepare("textDocument/prepareCallHierarchy", vscode.CallHierarchyItem),
      provideCallHierarchyIncomingCalls: calls("incoming", vscode.CallHierarchyIncomingCall, "from"),
      provideCallHierarchyOutgoingCalls: calls("outgoing", vscode.CallHierarchyOutgoingCall, "to"),
    }],
    ["registerTypeHierarchyProvider", {
      prepareTypeHierarchy: prepare("textDocument/prepareTypeHierarchy", vscode.TypeHierarchyItem),
      provideTypeHierarchySupertypes: versions("supertypes"),
      provideTypeHierarchySubtypes: versions("subtypes"),
    }],
  ]
}
