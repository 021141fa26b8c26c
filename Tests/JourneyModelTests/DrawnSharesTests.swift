import JourneyModel
import Testing

/// How wide arrows are drawn: a way of which no share is written takes the rest, where it is the only one of its kind.
@Suite struct DrawnSharesTests {
  private func shares(_ flow: String) -> [Double?] {
    let touchpoints = ["a", "b", "c", "d"].map { "    touchpoint \($0) \"\($0)\"\n" }.joined()
    let text =
      "persona tom \"Tom\"\njourney j \"J\" {\n  phase p \"P\" {\n\(touchpoints)  }\n  flow {\n\(flow)\n  }\n}\n"
    return Reading(text).workspace.journeys[0].drawnShares().map { $0.map { ($0 * 1000).rounded() / 1000 } }
  }

  @Test(
    arguments: [
      ("b -> exit share 7%\nb -> c", [0.07, 0.93]), ("b -> c\nb -> d share 30%\nb -> exit share 20%", [0.5, 0.3, 0.2]),
      ("a -> b\nb -> c", [nil, nil]), ("a -> b share 100%\na -> c", [1, 0]),
      ("a -> b share 40%\na -> c\na -> d", [0.4, nil, nil]), ("a -> b\na -> c", [nil, nil]),
      ("entry -> a\na -> b share 12%\na -> c", [nil, 0.12, 0.88]),
      ("a -> b share 40%\na -> c persona tom", [0.4, nil]),
    ] as [(String, [Double?])])
  func `the one way without a share takes the rest`(flow: String, drawn: [Double?]) { #expect(shares(flow) == drawn) }
}
