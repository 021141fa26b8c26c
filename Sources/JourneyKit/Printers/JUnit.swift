internal import JourneySource
internal import Markup

extension Findings {
  /// JUnit XML: a suite a file, a case a finding, and one that passes for a file without any.
  ///
  /// What does not fail the check (notes, and warnings unless `strict`) is a case skipped with its message.
  func junit(strict: Bool) -> String {
    var byFile: [[Located]] = Array(repeating: [], count: files.count)
    var general: [Located] = []
    for located in located() {
      if let place = located.place {
        byFile[Int(place.span.file.index)].append(located)
      } else {
        general.append(located)
      }
    }
    let threshold: Diagnostic.Severity = strict ? .warning : .error
    var suites = zip(files, byFile).map { Self.suite(visible($0.path), $1, failingFrom: threshold) }
    if !general.isEmpty { suites.insert(Self.suite("workspace", general, failingFrom: threshold), at: 0) }
    let failures = diagnostics.reduce(0) { $0 + ($1.severity >= threshold ? 1 : 0) }
    let root = Element(
      "testsuites", ["name": "waymark check", "failures": String(failures)], children: suites.map { .element($0) })
    return String(decoding: xml(root), as: UTF8.self)
  }

  private static func suite(_ name: String, _ findings: [Located], failingFrom threshold: Diagnostic.Severity)
    -> Element
  {
    let failures = findings.reduce(0) { $0 + ($1.diagnostic.severity >= threshold ? 1 : 0) }
    let attributes: Attributes = [
      "name": name, "tests": String(max(1, findings.count)), "failures": String(failures), "errors": "0",
      "skipped": String(findings.count - failures),
    ]
    guard !findings.isEmpty else {
      let passed = Element("testcase", ["name": "no findings", "classname": name])
      return Element("testsuite", attributes, children: [.element(passed)])
    }
    let cases = findings.map { located -> Element.Child in
      let finding = located.diagnostic
      let place = located.place.map { "\($0.text): " } ?? ""
      let attributes: Attributes = ["message": visible(finding.message), "type": finding.rule.code]
      let help = finding.help.map { "\nhelp: \(visible($0))" } ?? ""
      let detail = "\(place)\(finding.severity.name)[\(finding.rule.code)]: \(visible(finding.message))\(help)"
      let outcome =
        finding.severity >= threshold
        ? Element("failure", attributes, children: [.text(detail)]) : Element("skipped", attributes)
      let at = located.place.map { " at \($0.start.line):\($0.start.column)" } ?? ""
      return .element(
        Element("testcase", ["name": finding.rule.code + at, "classname": name], children: [.element(outcome)]))
    }
    return Element("testsuite", attributes, children: cases)
  }
}
