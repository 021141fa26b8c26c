import JourneyKit
import JourneyPreview
import Testing

/// How a place is shown in somebody's editor, without a shell.
@Suite struct EditorCommandLineTests {
  @Test(arguments: [
    ("code -g {file}:{line}:{column}", "code", ["-g", "/a b/x.journey:3:5"]),
    ("  emacsclient  -n +{line}:{column} {file} ", "emacsclient", ["-n", "+3:5", "/a b/x.journey"]),
    ("\"/opt/my editor/run\" '{file}' \"\"", "/opt/my editor/run", ["/a b/x.journey", ""]),
    ("vim '+call cursor({line},{column})' {file}", "vim", ["+call cursor(3,5)", "/a b/x.journey"]),
  ])
  func `a command is split into words`(text: String, program: String, arguments: [String]) throws {
    let command = try #require(EditorCommandLine(text))
    #expect(command.program == program)
    #expect(command.arguments(file: "/a b/x.journey", line: 3, column: 5) == arguments)
  }

  @Test func `a name of a file is one word, whatever it is called`() throws {
    let command = try #require(EditorCommandLine("edit {file} {line}"))
    #expect(
      command.arguments(file: "/a; rm -rf $(x) {line}\".journey", line: 1, column: 1)[0]
        == "/a; rm -rf $(x) {line}\".journey")
  }

  @Test(arguments: ["", "  ", "code", "code -g \"{file}", "{file}", "\"\" {file}", "'x"])
  func `what is no command is refused`(text: String) { #expect(EditorCommandLine(text) == nil) }

  @Test func `a touchpoint is where it is written`() throws {
    let workspace = LiveWorkspace(file: "/nowhere/apply.journey")
    workspace.set(Array(PreviewBoardTests.text.utf8), of: "/nowhere/apply.journey")
    let place = try #require(workspace.snapshot.place(ofTouchpoint: "send", inJourney: "apply"))
    #expect(place == ("/nowhere/apply.journey", 6, 16))
    #expect(workspace.snapshot.place(ofTouchpoint: "send", inJourney: "other") == nil)
    #expect(workspace.snapshot.place(ofTouchpoint: "other", inJourney: "apply") == nil)
  }
}
