internal import Foundation
import JourneyKit
import Markup
import Templates

/// Journeys, with tallies behind lines `--- tally`, become drawings and pages that keep the promises; what was found is
/// printed in every format.
func followMaps(_ bytes: [UInt8]) throws {
  let parts = String(decoding: bytes, as: UTF8.self).components(separatedBy: "--- tally\n")
  let sources = WorkspaceFiles(
    parts.enumerated().map { ($0 == 0 ? "a.journey" : "t\($0).tally.csv", $1) })
  // A page takes several times as long as a drawing, so every fourth try makes pages too.
  var options = RenderOptions()
  options.formats = bytes.count.isMultiple(of: 4) ? [.html, .svg] : [.svg]
  let maps = try Waymark.render(sources, options)
  let script = String(decoding: Templates.script, as: UTF8.self)
  let findings = try maps.forEachFile { file in
    if let first = violations(in: file.bytes, script: script).first { throw Broken(promise: "\(file.path): \(first)") }
  }
  for format in FindingsFormat.allCases {
    let text = findings.printed(as: format)
    try hold(
      text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control },
      "\(format) prints a control character")
    switch format {
    case .json, .gitlab, .sarif: _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    case .junit:
      if let problem = wellFormedness(of: Array(text.utf8)).first { throw Broken(promise: "junit: \(problem)") }
    case .text, .short, .github: break
    }
  }
}
