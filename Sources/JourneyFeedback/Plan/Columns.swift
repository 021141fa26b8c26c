internal import CByteScan
internal import JourneySource

/// The columns of a file by name.
struct Columns {
  enum FoundColumn: Equatable {
    case column(Int)
    case missing(nearest: String?)
    /// Several columns have the name; from 0.
    case repeated([Int])
  }

  /// As the header names them.
  let names: [String]
  private var byName: [String: [Int]]
  private var byLowerName: [String: [Int]]
  /// Names of a second header row, for those that the first does not have.
  private let byOtherName: [String: [Int]]

  init(_ names: [String], others: [String] = []) {
    self.names = names
    byName = Self.places(names)
    byLowerName = Self.places(names.map { Self.plain($0) })
    byOtherName = Self.places(others.prefix(names.count).map { Self.plain($0) })
  }

  /// SurveyMonkey's: an empty cell goes on with the question on its left, and the second row has the options. Of a
  /// question of several columns each is `Which of these? / Price`, or the option alone; the bare question is all of them.
  init(surveyMonkey questions: [String], _ options: [String]) {
    var names: [String] = []
    var several: [String: [Int]] = [:]
    var question = ""
    for (index, name) in questions.enumerated() {
      let option = index < options.count ? options[index] : ""
      if !name.isEmpty { question = name }
      let isPart = name.isEmpty || index + 1 < questions.count && questions[index + 1].isEmpty && !option.isEmpty
      names.append(isPart ? "\(question) / \(option)" : name)
      if isPart { several[question, default: []].append(index) }
    }
    self.init(names, others: options)
    for (question, places) in several where byName[question] == nil {
      byName[question] = places
      byLowerName[Self.plain(question)] = places
    }
  }

  /// Whether a number, a date or an address stands among the names: then the file has no header, and what stands in its
  /// place somebody answered.
  var isAnswers: Bool {
    names.contains { name in
      let isWord = !name.utf8.contains(0x20)
      return isWord && name.utf8.contains(UInt8(ascii: "@"))
        || name.utf8.contains(where: { 0x30...0x39 ~= $0 })
          && name.utf8.allSatisfy { 0x20...0x3A ~= $0 || $0 == 0x54 || $0 == 0x5A }
    }
  }

  /// By the name as written, blanks at its ends apart; then whatever the case and without markup; then in the second
  /// header row. Names in `used` are not offered: they are somebody else's.
  func find(_ name: String, used: Set<String> = []) -> FoundColumn {
    let name = text(Array(name.utf8)[...], .utf8)
    if let found = places(named: name), let first = found.first {
      return found.count == 1 ? .column(first) : .repeated(found)
    }
    return .missing(nearest: isAnswers ? nil : names.filter { !$0.isEmpty && !used.contains($0) }.closest(to: name))
  }

  /// How many of the names are those of columns; of a header row alone, before it is known what stands below.
  func count(of names: [String]) -> Int {
    names.count { byName[$0] != nil || byLowerName[Self.plain($0)] != nil }
  }

  /// Where columns stand that have one of the names.
  func places(of names: [String]) -> Set<Int> {
    Set(names.flatMap { places(named: text(Array($0.utf8)[...], .utf8)) ?? [] })
  }

  /// Where a column stands that the second header row gives the name.
  func placesInSecondRow(of name: String) -> [Int] { byOtherName[Self.plain(name)] ?? [] }

  private func places(named name: String) -> [Int]? {
    let plain = Self.plain(name)
    return byName[name] ?? byLowerName[plain] ?? byOtherName[plain]
  }

  private static func places(_ names: [String]) -> [String: [Int]] {
    var places: [String: [Int]] = [:]
    for (index, name) in names.enumerated() where !name.isEmpty { places[name, default: []].append(index) }
    return places
  }

  /// Without tags, as Typeform's questions have them, and whatever case and blanks.
  private static func plain(_ name: String) -> String {
    guard name.utf8.contains(0x3C) else { return plainText(name) }
    var text = ""
    var isTag = false
    for scalar in name.unicodeScalars {
      if scalar == "<" {
        isTag = true
      } else if scalar == ">", isTag {
        isTag = false
      } else if !isTag {
        text.unicodeScalars.append(scalar)
      }
    }
    return plainText(text)
  }
}

/// How many sequences of UTF-8 above ASCII there are, and how many bytes that are none.
///
/// - Parameter isWhole: whether the text ends with the bytes; where it goes on, the last sequence may be cut.
func countCharacters(_ bytes: [UInt8], isWhole: Bool) -> (valid: Int, invalid: Int) {
  var end = bytes.count
  if !isWhole {
    while end > 0, bytes.count - end < 3, 0x80..<0xC0 ~= bytes[end - 1] { end -= 1 }
    if end > 0, bytes[end - 1] >= 0xC0 { end -= 1 }
  }
  let found = unsafe bytes.withUnsafeBufferPointer { unsafe bytescan_utf8($0.baseAddress, 0, end) }
  return (found.valid, found.invalid)
}
