import JourneyMetrics
import JourneyModel
import Testing

@Suite struct NetPromoterEdgeTests {
  /// 9 and 10 promote, 6 and less detract, on every scale that NPS is asked on.
  @Test(arguments: [
    ("0..10", 6, 9, 0.0), ("1..10", 6, 9, 0.0), ("1..10", 7, 9, 50.0), ("0..10", 7, 10, 50.0), ("0..10", 6, 8, -50.0),
    ("1..10", 5, 8, -50.0),
    ("1..10", 7, 8, 0.0), ("0..10", 0, 10, 0.0), ("1..10", 1, 10, 0.0),
  ])
  func `who promotes and who detracts`(scale: String, low: Int, high: Int, points: Double) {
    func row(_ answer: Int) -> String { "apply,form,nps,\(scale),2026-Q3,,survey,\(answer),50,,\n" }
    #expect(scored(row(low) + row(high)).touchpoints[0][.nps].figure?.value == points)
  }
}
