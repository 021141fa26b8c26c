internal import JourneySource

extension Findings {
  /// A line each, as compilers print them: `bank.journey:3:41: error[unknown-channel]: no channel is named "wbe"`.
  func short(colour: Bool) -> String {
    let paint = TerminalPaint(isOn: colour)
    return located().map { located in
      let finding = located.diagnostic
      let place = located.place.map { "\($0.text): " } ?? ""
      let code = paint("\(finding.severity.name)[\(finding.rule.code)]", paint.hue(of: finding.severity))
      return "\(place)\(code): \(visible(finding.message))\n"
    }.joined()
  }
}
