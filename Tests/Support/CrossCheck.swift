import Foundation
public import Testing

/// One case of `Tests/<target>Tests/CrossCheck/table.csv`: figures that an independent tool worked out.
public struct CrossCheck: Sendable, CustomTestStringConvertible {
  /// The words of the input that are no numbers.
  public let names: [String]
  /// The numbers that went in.
  public let input: [Double]
  /// The figures that came out of the other tool.
  public let expected: [Double]

  /// How many numbers went in, and what came out.
  public var testDescription: String { "\(input.count) numbers → \(expected)" }

  /// The cases of one kind, in the order of the table.
  public static func cases(_ kind: String, of target: String = "JourneyMetrics") -> [CrossCheck] {
    let url = Golden.root.appending(path: "Tests/\(target)Tests/CrossCheck/table.csv")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: ",")
      guard fields.count == 3, fields[0] == kind else { return nil }
      func numbers(_ field: Substring) -> [Double] { field.split(separator: " ").compactMap { Double($0) } }
      let names = fields[1].split(separator: " ").filter { Double($0) == nil }.map(String.init)
      return CrossCheck(names: names, input: numbers(fields[1]), expected: numbers(fields[2]))
    }
  }

  /// Whether the figures agree to `relative` of their size (of 1 below 1e-3 of it).
  public func agrees(_ actual: [Double], to relative: Double = 1e-9) -> Bool {
    actual.count == expected.count
      && zip(actual, expected).allSatisfy { abs($0 - $1) <= relative * max(abs($1), 1e-3) }
  }
}
