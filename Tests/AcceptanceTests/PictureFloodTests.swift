import Foundation
import Support
import Testing

@testable import JourneyKit

/// A picture that is named many times: each file is read once, and what it makes has a limit.
@Suite struct PictureFloodTests {
  @Test(arguments: [(journeys: 200, touchpoints: 100), (journeys: 1, touchpoints: 20_000)])
  func `a small picture that is named everywhere makes no flood`(journeys: Int, touchpoints: Int) throws {
    let scratch = try Scratch()
    try scratch.write(Data(contentsOf: Golden("camera.jpg", in: "images").url), to: "w/p.jpg")
    var text = "persona p \"P\" { image \"p.jpg\" \"P\" }\n"
    for journey in 0..<journeys {
      text += "journey j\(journey) \"J\" {\n  persona p\n  phase p \"P\" {\n"
      for touchpoint in 0..<touchpoints {
        text += "    touchpoint t\(touchpoint) \"T\" { image \"\(touchpoint % 7 == 6 ? "gone" : "p").jpg\" \"T\" }\n"
      }
      text += "  }\n}\n"
    }
    try scratch.write(text, to: "w/a.journey")
    let run = try bounded("check", "w", in: scratch)
    #expect(
      run.output.components(separatedBy: "error[bad-image]").count == (touchpoints > 1_000 ? 3 : 2),
      "\(run.output.prefix(2000))")
  }
}
