package import JourneySource
internal import JourneySyntax

/// `ignore missing-owner because "…"`: findings that a team has looked at and lets be.
package struct IgnoredFinding: Sendable {
  package let code: Spanned<String>
  package let reason: Spanned<String>
  /// The lines of the touchpoint or journey that says it; nil where the workspace does.
  package let scope: Span?
}

/// `severity missing-owner error`: how much a team minds a kind of finding.
package struct SeverityChoice: Sendable {
  package let code: Spanned<String>
  package let severity: Diagnostic.Severity
}

extension Resolution {
  /// Reads `ignore`.
  ///
  /// - Parameter scope: all lines of the touchpoint or journey; nil for the whole workspace.
  mutating func ignore(_ fact: Line, in scope: Span?) {
    guard let code = fact.values.first, let reason = fact.text else { return }
    workspace.ignored.append(
      IgnoredFinding(code: Spanned(code.text, at: code.span), reason: reason, scope: scope))
  }

  /// Reads `severity`.
  mutating func chooseSeverity(_ fact: Line) {
    guard let code = fact.values.first, let word = fact.values.dropFirst().first?.word else { return }
    let severity: Diagnostic.Severity? =
      switch word {
      case "error": .error
      case "warning": .warning
      case "note": .note
      default: nil
      }
    guard let severity else { return }
    workspace.severities.append(SeverityChoice(code: Spanned(code.text, at: code.span), severity: severity))
  }
}
