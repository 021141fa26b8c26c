import JourneyFeedback
import JourneyWords
import Testing

@Suite struct AuditTests {
  @Test(arguments: Reason.allCases)
  func `a reason reads on from because`(reason: Reason) {
    let text = reason.spoken(in: .english)
    #expect(!text.isEmpty && text.last != ".")
  }
}
