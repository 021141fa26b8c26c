internal import ArgumentParser
internal import JourneyKit

/// The root: it lists the commands and does nothing itself.
struct WaymarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waymark",
    abstract: "Customer journeys as code.",
    discussion: """
      Turns journey files into maps that everyone can read, with the customers' own answers on every touchpoint.

      EXAMPLES
        waymark init                    a workspace to start from, in journeys/
        waymark check                   what is missing, and what to type instead
        waymark tally                   counts the answers in survey exports
        waymark render --out out        the maps; open out/index.html

      Exit status: 0 no problems, 1 problems found, 2 could not finish, 64 a mistake on the command line.
      """,
    version: Waymark.version,
    subcommands: [
      InitCommand.self, CheckCommand.self, FmtCommand.self, TallyCommand.self, RenderCommand.self, ReviewCommand.self,
      DiffCommand.self, ExportCommand.self, MergeTallyCommand.self, ExplainCommand.self, LspCommand.self,
      ServeCommand.self,
    ])

  /// Runs the command line; what could not be done is said on standard error, with exit status 2.
  static func start() {
    do {
      do {
        try refuseBytes()
        try refuseDashes()
        var command = try command(of: CommandLine.arguments.dropFirst())
        try command.run()
      } catch  where exitCode(for: error).isSuccess {
        // Help, the version, completions: the argument parser would not notice that nobody gets them.
        try StandardStream.output.write(file: fullMessage(for: error) + "\n")
      }
    } catch let refusal as WaymarkError {
      try? StandardStream.error.write("\(refusal)\n")
      exit(withError: ExitCode.notDone)
    } catch {
      // The argument parser repeats what it did not understand, which may be the name of a file that a shell put in.
      let error = unknownCommand ?? error
      let message = fullMessage(for: error)
      if !message.isEmpty { try? StandardStream.error.write(visible(lines: message) + "\n") }
      exit(withError: exitCode(for: error))
    }
  }
}

extension WaymarkCommand {
  /// What a command line asks for.
  ///
  /// A command that stands first is parsed alone: to look for it among all, and for what makes completions, takes a
  /// tenth of the time of a small map. Whatever is not as it should be is left to the whole parser, which says so.
  private static func command(of arguments: ArraySlice<String>) throws -> any ParsableCommand {
    let named = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    if let named, let command = try? named.parse(Array(arguments.dropFirst())) { return command }
    return try parseAsRoot(Array(arguments))
  }

  /// A name that is no UTF-8 would come here as another one, of a file that is not there, or is to be made.
  private static func refuseBytes() throws {
    for index in CommandLine.arguments.indices {
      guard let argument = unsafe CommandLine.unsafeArgv[index], unsafe String(validatingCString: argument) == nil
      else { continue }
      throw ValidationError("\"\(CommandLine.arguments[index])\" is not UTF-8: rename it, or name its folder")
    }
  }

  /// A file whose name starts with `-` is taken for a bundle of options, of which `-h` prints help.
  private static func refuseDashes() throws {
    for argument in CommandLine.arguments.dropFirst() {
      if argument == "--" { return }
      guard argument.hasPrefix("-"), !argument.contains("="), !argument.contains("/"),
        argument.hasSuffix(".journey") || argument.hasSuffix(".csv")
      else { continue }
      throw ValidationError("\"\(visible(argument))\" starts like an option: write ./\(visible(argument))")
    }
  }

  /// Names the command that was likely meant, which the argument parser does not.
  private static var unknownCommand: ValidationError? {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"), !names.contains(word) else {
      return nil
    }
    let help = Waymark.nearest(word, among: names).map { "did you mean \"\($0)\"?" }
    return ValidationError(
      "there is no command \"\(visible(word))\"; \(help ?? "commands are \(names.joined(separator: ", "))")")
  }
}

extension ExitCode {
  /// There are findings.
  static let findings = ExitCode(1)
  /// The work could not be done.
  static let notDone = ExitCode(2)
}
