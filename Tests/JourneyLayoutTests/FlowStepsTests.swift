import JourneyModel
import JourneySource
import JourneySyntax
import Testing

@testable import JourneyLayout

/// Curves follow the flow: nobody reads a way into them that customers do not take.
@Suite struct FlowStepsTests {
  /// A journey of the touchpoints a, b, c …, with the flow given.
  private func steps(_ count: Int, _ flow: String) -> FlowSteps {
    let names = "abcdefgh".prefix(count)
    let touchpoints = names.map { "touchpoint \($0) \"\($0)\"" }.joined(separator: "\n")
    let text = "journey j \"J\" {\n phase p \"P\" {\n\(touchpoints)\n }\n flow {\n\(flow)\n }\n}\n"
    let tree = parse(Array(text.utf8), file: FileID(0)).value
    return FlowSteps(resolve([tree]).value.journeys[0])
  }

  /// Runs and gaps as columns; `without` have no figure.
  private func lines(_ count: Int, _ flow: String, without: Set<Int> = []) -> (runs: [[Int]], gaps: [[Int]]) {
    let found = steps(count, flow).lines { without.contains($0) ? nil : Point(x: Double($0), y: 0) }
    return (found.runs.map { $0.map { Int($0.x) } }, found.gaps.map { [Int($0.0.x), Int($0.1.x)] })
  }

  @Test(
    arguments: [
      ("as-written", [Int](), [[0, 1, 2, 3]], [[Int]]()),
      // Alternatives: nobody goes from b to c.
      ("a -> b\na -> c\nb -> d\nc -> d", [], [[0, 1], [2, 3], [0, 2], [1, 3]], []),
      // Ways back are not drawn, nor a way to oneself.
      ("a -> b -> a\nb -> c -> c\nc -> d -> b", [], [[0, 1, 2, 3]], []),
      ("a -> d", [], [[0, 3]], []),
      // Two arrows of two audiences are one line.
      ("a -> b : \"x\"\na -> b : \"y\"\nb -> c -> d", [], [[0, 1, 2, 3]], []),
      // Over columns without a figure.
      ("as-written", [1], [[2, 3]], [[0, 2]]), ("as-written", [1, 2], [], [[0, 3]]),
      ("as-written", [0, 3], [[1, 2]], []),
      ("a -> b -> d\na -> c -> d", [1], [[2, 3], [0, 2]], [[0, 3]]),
      ("a -> b -> c\na -> c\nc -> d", [1], [[2, 3], [0, 2]], []),
      ("a -> b -> d\na -> c -> d", [1, 2], [], [[0, 3]]), ("a -> b\nc -> d", [1, 2], [], []),
      ("as-written", [0, 1, 2, 3], [], []),
    ])
  func `a curve joins what customers go on to`(flow: String, without: [Int], runs: [[Int]], gaps: [[Int]]) {
    let found = lines(4, flow, without: Set(without))
    #expect(found.runs == runs)
    #expect(found.gaps == gaps)
  }
}
