internal import Glibc
internal import JourneyKit

/// The program that an editor starts, and keeps as long as it is open.
@main
struct LiveProgram {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    // Some editors add how they talk to it, which is the only way there is.
    case "lsp" where arguments.dropFirst().allSatisfy({ $0 == "--stdio" }): exit(StandardPipes().serve())
    case "serve": exit(PreviewProgram.serve(arguments.dropFirst()))
    case "--version": try? StandardStream.output.write("\(Waymark.version)\n")
    case "--help": try? StandardStream.output.write(help)
    default:
      try? StandardStream.error.write(
        "Error: write waymark-live lsp or waymark-live serve; waymark-live --help says more\n")
      exit(64)
    }
  }

  private static let help = """
    OVERVIEW: Helps your editor with journey files while you type, and shows their maps.

    USAGE: waymark-live lsp
           waymark-live serve [FOLDER]

      lsp         speaks the language-server protocol on standard input and output
      serve       shows the maps in your browser; waymark serve --help lists its options
      --version   prints the version
      --help      prints this

    Your editor starts it as waymark lsp; you start it as waymark serve.

    """
}
