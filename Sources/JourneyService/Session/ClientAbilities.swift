internal import JourneySource
internal import LanguageServer

/// What a client said that it can do: nothing else is sent to it.
struct ClientAbilities: Sendable {
  let encoding: PositionEncoding
  let pullsDiagnostics: Bool
  let refreshesDiagnostics: Bool
  let watchesFiles: Bool
  let takesSnippets: Bool
  let takesMarkdown: Bool
  let takesLinks: Bool
  let takesNestedSymbols: Bool
  let takesDocumentChanges: Bool
  let takesCodeActions: Bool
  let takesRelatedPlaces: Bool
  let takesTags: Bool
  let takesTokensOverLines: Bool
  let showsDocuments: Bool
  let formatsRanges: Bool

  init(_ capabilities: JSONValue = .null) {
    let (text, workspace) = (capabilities["textDocument"], capabilities["workspace"])
    let encodings = capabilities["general"]["positionEncodings"].array?.compactMap(\.string) ?? []
    encoding = encodings.lazy.compactMap(PositionEncoding.init).first ?? .utf16
    pullsDiagnostics = !text["diagnostic"].isNull
    refreshesDiagnostics = workspace["diagnostics"]["refreshSupport"].isTrue
    watchesFiles = workspace["didChangeWatchedFiles"]["dynamicRegistration"].isTrue
    takesSnippets = text["completion"]["completionItem"]["snippetSupport"].isTrue
    takesMarkdown = text["hover"]["contentFormat"].array?.contains("markdown") ?? false
    takesLinks = text["definition"]["linkSupport"].isTrue
    takesNestedSymbols = text["documentSymbol"]["hierarchicalDocumentSymbolSupport"].isTrue
    takesDocumentChanges = workspace["workspaceEdit"]["documentChanges"].isTrue
    takesCodeActions = !text["codeAction"]["codeActionLiteralSupport"].isNull
    takesRelatedPlaces =
      pullsDiagnostics
      ? !text["diagnostic"]["relatedInformation"].isNull || text["publishDiagnostics"]["relatedInformation"].isTrue
      : text["publishDiagnostics"]["relatedInformation"].isTrue
    takesTags =
      !text["publishDiagnostics"]["tagSupport"].isNull || !text["diagnostic"]["tagSupport"].isNull
    formatsRanges = text["rangeFormatting"]["rangesSupport"].isTrue
    showsDocuments = capabilities["window"]["showDocument"]["support"].isTrue
    takesTokensOverLines = text["semanticTokens"]["multilineTokenSupport"].isTrue
  }

  /// What we offer in return.
  func offered(commands: [String]) -> JSONValue {
    let selectors: JSONValue = [["language": "journey"], ["pattern": "**/*.journey"]]
    return .object([
      "positionEncoding": .string(encoding.rawValue),
      "textDocumentSync": ["openClose": true, "change": 2, "save": true],
      "diagnosticProvider": pullsDiagnostics
        ? ["identifier": "waymark", "interFileDependencies": true, "workspaceDiagnostics": true] : nil,
      "completionProvider": ["triggerCharacters": ["/", ",", ">", "\""], "resolveProvider": false],
      "hoverProvider": true, "signatureHelpProvider": ["triggerCharacters": [" "]],
      "definitionProvider": true, "declarationProvider": true, "referencesProvider": true,
      "documentHighlightProvider": true,
      "renameProvider": ["prepareProvider": true],
      "codeActionProvider": takesCodeActions
        ? ["codeActionKinds": ["quickfix", "source.fixAll.waymark"], "resolveProvider": false] : nil,
      "documentFormattingProvider": true,
      "documentRangeFormattingProvider": formatsRanges ? ["rangesSupport": true] : true,
      "documentOnTypeFormattingProvider": ["firstTriggerCharacter": "}", "moreTriggerCharacter": ["\n"]],
      "codeLensProvider": ["resolveProvider": false], "typeHierarchyProvider": true,
      "inlayHintProvider": true, "callHierarchyProvider": true, "documentLinkProvider": ["resolveProvider": false],
      "documentSymbolProvider": true, "workspaceSymbolProvider": true,
      "foldingRangeProvider": true, "selectionRangeProvider": true,
      "semanticTokensProvider": .object([
        "legend": .object([
          "tokenTypes": .array(ColouredToken.TokenColour.allCases.map { .string("\($0)") }),
          "tokenModifiers": ["declaration", "deprecated"],
        ]),
        "documentSelector": selectors, "full": true, "range": true,
      ]),
      "executeCommandProvider": commands.isEmpty ? nil : ["commands": .array(commands.map(JSONValue.string))],
      "workspace": ["workspaceFolders": ["supported": true, "changeNotifications": true]],
    ])
  }
}
