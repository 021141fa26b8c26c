import Foundation
@testable import JourneyFeedback
import Testing

@Suite struct ZoneTests {
  static let folder = "/usr/share/zoneinfo"

  static func read(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: "\(folder)/\(name)"))).map { [UInt8]($0) }
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: folder + "/America/Denver"), "the system has no zone files"),
    arguments: [
      "America/Denver", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia",
      "Africa/Casablanca", "Asia/Tokyo", "Europe/Dublin",
    ])
  func `offsets are those of Foundation`(name: String) throws {
    let zone = try #require(Self.read(name).flatMap(Zone.init(file:)))
    let other = try #require(TimeZone(identifier: name))
    for moment in stride(from: 0, to: 4_000_000_000, by: 7_654_321) {
      let expected = other.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment)))
      #expect(zone.offset(at: moment) == expected, "at \(moment)")
    }
  }

  @Test(arguments: [
    ("MST7MDT,M3.2.0,M11.1.0", 1_772_960_399, -25_200), ("MST7MDT,M3.2.0,M11.1.0", 1_772_960_400, -21_600),
    ("CET-1CEST,M3.5.0,M10.5.0/3", 1_774_745_999, 3600), ("CET-1CEST,M3.5.0,M10.5.0/3", 1_774_746_000, 7200),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1_767_225_600, 39_600), ("JST-9", 1_767_225_600, 32_400),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_767_225_600, 0),
  ])
  func `the rule behind the last change`(rule: String, moment: Int, offset: Int) throws {
    #expect(try #require(ZoneRule(Array(rule.utf8))).offset(at: moment) == offset)
  }

  @Test func `a broken zone file is none`() throws {
    #expect(Zone(file: []) == nil)
    #expect(Zone(file: Array("TZif2".utf8) + [UInt8](repeating: 255, count: 60)) == nil)
    guard let whole = Self.read("America/Denver") else { return }
    for length in stride(from: 0, to: whole.count - 40, by: 97) { _ = Zone(file: Array(whole[..<length])) }
  }

  @Test(arguments: [
    ("+02:00", 7200), ("-0730", -27_000), ("UTC", 0), ("+5", 18_000), ("+12:45", 45_900), ("+13:00", 46_800),
    ("+14:00", 50_400), ("-12", -43_200), ("-03:30", -12_600),
  ])
  func `an offset is a zone`(text: String, offset: Int) throws {
    #expect(try #require(Zone(offset: text)).offset(at: 0) == offset)
  }

  @Test(arguments: ["", "02:00", "+25:00", "+16", "+02:60", "+123", "Berlin"])
  func `what is no offset`(text: String) { #expect(Zone(offset: text) == nil) }
}
