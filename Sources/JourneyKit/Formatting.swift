internal import JourneySource
internal import JourneySyntax
internal import JourneyWords

/// What `fmt` would make of the files.
public struct Formatting: Sendable {
  /// One file before and after.
  public struct FormattedFile: Sendable {
    /// As people know it.
    public let path: String
    let origin: String?
    let old: [UInt8]
    let new: [UInt8]

    /// Whether it is not in the one style yet.
    public var isChanged: Bool { old != new }

    /// Whether it came from standard input, and goes to standard output.
    public var isStandardInput: Bool { origin == nil }

    /// The file in the one style.
    public var text: String { String(decoding: new, as: UTF8.self) }

    /// The change as `diff -u` prints it; empty where there is none.
    ///
    /// For people on a terminal, what cannot be seen is escaped; for `patch` it is left as it is.
    public func diff(colour: Bool, isForPeople: Bool) -> String {
      UnifiedDiff(from: old, to: new, path: path, paint: TerminalPaint(isOn: colour), isForPeople: isForPeople).text
    }

    /// The lines that change.
    package var stretches: [FormattedStretch] {
      UnifiedDiff.replacements(from: old, to: new).map {
        FormattedStretch(bytes: $0.bytes, text: String(decoding: $0.text, as: UTF8.self))
      }
    }

    /// Writes the file over the old one, whole or not at all, and waits for the disk.
    public func write() throws(WaymarkError) {
      guard let origin, isChanged else { return }
      try WaymarkError.writing(path) { () throws(System.Failure) in
        try System.write(new, to: try System.resolve(origin), flushing: true)
      }
    }
  }

  /// The files that could be parsed, ordered by path.
  public let files: [FormattedFile]
  /// Why the others could not.
  public let findings: Findings
}

/// Whole lines of a file, and what they become.
package struct FormattedStretch: Sendable, Equatable {
  package let bytes: Range<Int>
  package let text: String
}

extension Waymark {
  /// Rewrites journey files in the one style; one with a syntax error is left out, with its findings.
  public static func format(_ sources: WorkspaceFiles) -> Formatting { format(sources, only: nil) }

  /// - Parameter only: the one file that is asked for; nil for all.
  static func format(_ sources: WorkspaceFiles, only: FileID?) -> Formatting {
    var diagnostics = sources.diagnostics
    var files: [Formatting.FormattedFile] = []
    for (id, file) in sources.journeys where only == nil || only == id {
      let tree = parse(file.bytes, file: id)
      // What stands on a line that is another fact's, this puts on a line of its own.
      let errors = tree.diagnostics.filter { $0.severity == .error && $0.rule.code != Rule.ownLine.code }
      diagnostics += errors
      guard errors.isEmpty else { continue }
      let new = JourneySyntax.format(tree.value)
      files.append(
        Formatting.FormattedFile(
          path: file.path, origin: sources.origins[Int(id.index)], old: file.bytes, new: Array(new.utf8)))
    }
    return Formatting(files: files, findings: Findings(diagnostics, in: sources.files))
  }
}
