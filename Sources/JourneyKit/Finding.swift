internal import JourneySource

/// One finding, for programs that show it in their own way.
public struct Finding: Sendable, Equatable {
  /// Stable, kebab-case: `unknown-channel`. `waymark explain` and `docs/findings.md` say more of it.
  public let code: String
  /// How bad it is.
  public let severity: FindingSeverity
  /// What is wrong, in a sentence without a full stop.
  public let message: String
  /// What to type instead.
  public let help: String?
  /// Where it is; nil for the workspace as a whole.
  public let place: FindingPlace?
  /// The help as edits, where the text to type is known.
  public let fix: FindingFix?
}

/// Errors fail a check, warnings a strict one, notes none.
public enum FindingSeverity: String, Sendable, Comparable, CaseIterable {
  case note, warning, error

  /// Notes before warnings before errors.
  public static func < (a: Self, b: Self) -> Bool { a.order < b.order }

  private var order: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A stretch of a file as people, editors and programs count it.
public struct FindingPlace: Sendable, Equatable {
  /// Of the file, as it was named or found.
  public let path: String
  /// Bytes from the start of the file.
  public let bytes: Range<Int>
  /// The first line and column, from 1; columns are Unicode scalars.
  public let start: (line: Int, column: Int)
  /// Behind the last of them.
  public let end: (line: Int, column: Int)

  /// Whether both are the same stretch of the same file.
  public static func == (a: Self, b: Self) -> Bool { a.path == b.path && a.bytes == b.bytes }
}

/// What a finding says to type.
public struct FindingFix: Sendable, Equatable {
  /// For a menu: `write "2026-12-31"`.
  public let title: String
  /// Whether it says what is there already and nothing else, so that nobody need look.
  public let isSafe: Bool
  /// In order, none within another.
  public let edits: [FindingEdit]
}

/// A text in place of a stretch of a file.
public struct FindingEdit: Sendable, Equatable {
  /// What gives way; empty where the text is put in.
  public let place: FindingPlace
  /// What comes there.
  public let text: String

  /// An edit of a program's own.
  public init(place: FindingPlace, text: String) {
    self.place = place
    self.text = text
  }
}

extension Findings {
  /// Every finding, in the order of files and lines.
  public var all: [Finding] {
    located().map { located in
      let finding = located.diagnostic
      return Finding(
        code: finding.rule.code, severity: FindingSeverity(finding.severity), message: finding.message,
        help: finding.help, place: located.place.map(FindingPlace.init),
        fix: finding.fix.map { fix in
          FindingFix(
            title: fix.title, isSafe: fix.isSafe,
            edits: located.edits.map { FindingEdit(place: FindingPlace($0.place), text: $0.text) })
        })
    }
  }
}

extension FindingSeverity {
  fileprivate init(_ severity: Diagnostic.Severity) {
    switch severity {
    case .note: self = .note
    case .warning: self = .warning
    case .error: self = .error
    }
  }
}

extension FindingPlace {
  fileprivate init(_ place: Located.LocatedSpan) {
    self.init(
      path: place.path, bytes: place.span.range, start: (place.start.line, place.start.column),
      end: (place.end.line, place.end.column))
  }
}
