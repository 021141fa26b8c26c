import Testing

@testable import Workbook

/// What a cell's number is shown as.
@Suite struct NumberTests {
  @Test(arguments: [
    ("5", "5"), ("5.0", "5"), ("05", "5"), ("-0", "0"), ("0.000", "0"), ("-7.50", "-7.5"), (".5", "0.5"), ("5.", "5"),
    ("0.1234567890123455", "0.123456789012346"), ("0.1234567890123454", "0.123456789012345"),
    ("1.000000000000005", "1.00000000000001"),
    ("0.30000000000000004", "0.3"), ("0.1", "0.1"), ("2.2999999999999998", "2.3"),
    ("1234567890123456", "1234567890123460"),
    ("999999999999999.9", "1000000000000000"), ("9.9999999999999995E-3", "0.01"), ("1E3", "1000"), ("1.5E-3", "0.0015"),
    ("1e+2", "100"), ("-2.50E1", "-25"), ("123456.789E-2", "1234.56789"), ("1E17", "100000000000000000"),
    ("1E18", "1E+18"), ("1.25E+20", "1.25E+20"), ("1.5E-20", "1.5E-20"), ("0.00000000000000001", "0.00000000000000001"),
  ])
  func `a number is as short as it can be, of fifteen digits`(raw: String, shown: String) {
    var bytes: [UInt8] = []
    let isNumber = bytes.append(number: Array(raw.utf8))
    #expect(isNumber)
    #expect(String(decoding: bytes, as: UTF8.self) == shown)
  }

  @Test(arguments: [
    "", "-", ".", "e5", "1e", "1e5000", "1.2.3", "0x10", "1,5", " 5", "5 ", "NaN", "inf", "--1", "1e5e5",
  ])
  func `what is no number stays as it is`(raw: String) {
    var bytes: [UInt8] = []
    let isNumber = bytes.append(number: Array(raw.utf8))
    #expect(!isNumber && bytes.isEmpty)
  }

  @Test(arguments: [
    ("General", NumberLook.number), ("0.00%", .number), ("#,##0.00\\ \"days\"", .number), ("0.00E+00", .number),
    ("[Red]0;[Blue]-0", .number), ("[$-409]0.0", .number), ("0\\h", .number), ("_(* #,##0_)", .number), ("@", .number),
    ("[>100]0", .number), ("\"year\" 0", .number), ("0;yyyy", .number),
    ("yyyy-mm-dd", .date), ("m/d/yy", .date), ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .date), ("mmm", .date),
    ("dd\\.mm\\.yyyy;@", .date), ("mmm\\-yy", .date),
    ("m/d/yy h:mm:ss", .dateAndTime), ("[$-409]m/d/yy\\ h:mm\\ AM/PM;@", .dateAndTime),
    ("YYYY-MM-DD HH:MM", .dateAndTime),
    ("h:mm", .time), ("h:mm AM/PM", .time), ("mm:ss.0", .time), ("h A/P", .time),
    ("[h]:mm:ss", .elapsed), ("[hh]:mm", .elapsed), ("[mm]:ss", .elapsed), ("[s]", .elapsed),
  ])
  func `a format shows a date by its letters`(code: String, look: NumberLook) {
    #expect(NumberLook(code: code) == look)
  }

  @Test func `formats that every workbook knows`() {
    let dates = (0...60).filter { NumberLook(builtIn: $0) != .number }
    #expect(dates == Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58))
    #expect(NumberLook(builtIn: 22) == .dateAndTime && NumberLook(builtIn: 46) == .elapsed)
  }

  /// As LibreOffice and Excel show them; 60 is the day that 1900 did not have.
  @Test(arguments: [
    (1.0, -25_567 * 86_400), (59.0, -25_509 * 86_400), (61.0, -25_508 * 86_400), (25_569.0, 0),
    (46_023.0, 1_767_225_600),
    (46_023.5, 1_767_268_800), (46_023.33333333334, 1_767_254_400), (2_958_465.0, 253_402_214_400),
  ])
  func `days are counted from 1900`(number: Double, seconds: Int) {
    #expect(Moment(number, .date, countsFrom1904: false)?.seconds == seconds)
    #expect(Moment(number, .dateAndTime, countsFrom1904: false)?.seconds == seconds)
  }

  @Test func `days are counted from 1904 where the workbook says so`() {
    #expect(Moment(0, .date, countsFrom1904: true)?.seconds == -24_107 * 86_400)
    #expect(
      Moment(44_561, .date, countsFrom1904: true)?.seconds == Moment(46_023, .date, countsFrom1904: false)?.seconds)
  }

  @Test(arguments: [-1.0, 0, 60, 60.5, 2_958_466, 1e300, .infinity, .nan])
  func `what no calendar has stays a number`(number: Double) {
    #expect(Moment(number, .date, countsFrom1904: false) == nil)
  }

  @Test func `a time is one of a day, or goes on`() throws {
    let times = [(0.5, NumberLook.time), (0.5, .date), (1.5, .elapsed), (0.99999999, .time)].map {
      Moment($0.0, $0.1, countsFrom1904: false)
    }
    #expect(times.map { $0?.kind } == [.time, .time, .time, .time])
    #expect(times.map { $0?.seconds } == [43_200, 43_200, 129_600, 86_400])
    #expect(Moment(0.5, .time, countsFrom1904: true)?.kind == .time)
    #expect(Moment(46_023, .date, countsFrom1904: false)?.kind == .day)
    #expect(Moment(46_023, .dateAndTime, countsFrom1904: false)?.kind == .dayAndTime)
    #expect(Moment(46_023.5, .date, countsFrom1904: false)?.kind == .dayAndTime)
  }
}
