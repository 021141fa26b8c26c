import Foundation
import Support
import Testing

/// A theme colour or font with `;}url(//e)` – error; hex colours and listed families only.
@Suite struct ThemeInjectionTests {
  static let lines = [
    "paper red #123456", "paper #fff;}url(//e) #000000", "paper #ffffff #000000;}*{background:url(//e)}",
    "paper #ffffffff #000000",
    "paper rgb(1,2,3) #000000", "paper var(--x) #000000", "paper #ff\u{FF10}000 #000000", "papre #ffffff #000000",
    "font x;}url(//e)", "font \"Inter\"};@import", "font Inter, url(//e)", "font Comic\\ Sans",
    "font expression(alert(1))",
    "logo https://example.org/logo.svg Us", "logo ../../../../etc/passwd Us", "logo //e/logo.png Us",
  ]

  @Test(arguments: lines) func `a theme says colours and fonts and nothing else`(line: String) throws {
    let scratch = try Scratch()
    try scratch.write(Text.clean, to: "coffee.journey")
    try scratch.write("\(line)\n", to: "ours.theme")
    let run = try bounded("render", "coffee.journey", "--out", "out", "--theme", "ours.theme", in: scratch)
    #expect(run.status != 0)
    #expect(run.error.contains("error[bad-theme]") && run.error.contains("ours.theme:1:"), "\(run.error)")
    #expect(try scratch.files(below: "out").isEmpty)
  }

  @Test(arguments: ["#123456", "#abcdef"]) func `a hex colour and a listed family are taken`(colour: String) throws {
    let scratch = try Scratch()
    try scratch.write(Text.clean, to: "coffee.journey")
    try scratch.write("paper \(colour) #000000\nfont Inter\n", to: "ours.theme")
    let run = try bounded("render", "coffee.journey", "--out", "out", "--theme", "ours.theme", "--verify", in: scratch)
    #expect(run.status == 0, "\(run.error)")
    #expect(try scratch.text("out/coffee.svg").contains(colour))
  }
}
