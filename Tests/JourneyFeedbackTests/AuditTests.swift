import JourneyFeedback
import Testing

@Suite struct AuditTests {
  @Test(arguments: Reason.allCases)
  func `a reason reads on from because`(reason: Reason) {
    #expect(!reason.text.isEmpty && reason.text.last != ".")
  }
}
