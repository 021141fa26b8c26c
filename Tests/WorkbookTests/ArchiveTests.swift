import Fuzzing
import JourneySource
import Testing

@testable import Workbook

/// ZIP archives that lie, and files that are something else.
@Suite struct ArchiveTests {
  static let rows = "<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>"

  static func problem(_ bytes: [UInt8]) -> WorkbookProblem? {
    do throws(WorkbookProblem) {
      let workbook = try Workbook(ByteSource(bytes))
      let rows = try workbook.rows(of: workbook.sheet(named: nil))
      while try rows.next() {}
      return nil
    } catch {
      return error
    }
  }

  static func problem(_ change: (inout ZipMaker) -> Void, isPacked: Bool = true) -> WorkbookProblem? {
    var maker = WorkbookMaker(rows)
    maker.isPacked = isPacked
    var zip = ZipMaker(maker.parts)
    change(&zip)
    return problem(zip.bytes)
  }

  @Test(arguments: [true, false]) func `an archive that tells the truth is read`(isPacked: Bool) {
    #expect(Self.problem({ _ in }, isPacked: isPacked) == nil)
    #expect(Self.problem({ $0.comment = Array("a comment".utf8) }, isPacked: isPacked) == nil)
    #expect(Self.problem({ for index in $0.parts.indices { $0.parts[index].flags = 8 } }, isPacked: isPacked) == nil)
    #expect(Self.problem({ $0.gap = [1, 2, 3] }, isPacked: isPacked) == nil)
    #expect(Self.problem({ $0.parts.append(.init("xl/media/empty.png", "")) }, isPacked: isPacked) == nil)
  }

  static let lies: [(what: String, change: @Sendable (inout ZipMaker) -> Void)] = [
    ("a size that is too small", { $0.parts[4].size = 10 }),
    ("a size that is too large", { $0.parts[4].size = 1_000 }),
    ("a packed size that is too small", { $0.parts[4].packedSize = 20 }),
    ("another checksum", { $0.parts[4].checksum = 7 }),
    ("another name in the part's own header", { $0.parts[4].ownName = "xl/worksheets/s2.xml" }),
    ("another size in the part's own header", { $0.parts[4].ownSize = 7 }),
    (
      "a description behind a part that lies",
      {
        $0.parts[4].flags = 8; $0.parts[4].description = Array(repeating: 7, count: 16)
      }
    ),
    (
      "a description that is not there",
      {
        $0.parts[4].flags = 8; $0.parts[4].description = []
      }
    ),
    ("two parts in the same bytes", { $0.parts[4].header = 0 }),
    ("a part within another", { $0.parts[4].header = 40 }),
    (
      "a part that stands in the bytes of another, word for word",
      {
        let inner = $0.parts[4]
        let outer = ZipMaker.Part("xl/media/a.png", ZipMaker([inner]).bytes)
        $0.parts[4].header = 30 + outer.name.utf8.count
        $0.parts.insert(outer, at: 0)
      }
    ),
    (
      "a part that goes on into the next",
      {
        $0.parts.insert(.init("xl/media/a.png", "x"), at: 0)
        ($0.parts[0].size, $0.parts[0].packedSize) = (2, 2)
      }
    ),
    (
      "a part that holds the next one",
      {
        $0.parts.insert(.init("xl/media/a.png", "x"), at: 0)
        ($0.parts[0].size, $0.parts[0].packedSize) = (200, 200)
      }
    ),
    ("a header beyond the end", { $0.parts[4].header = 1 << 30 }),
    ("a name that leads out", { $0.parts.append(.init("../../etc/passwd", "x")) }),
    ("a name from the root", { $0.parts.append(.init("/etc/passwd", "x")) }),
    ("a name of Windows", { $0.parts.append(.init("xl\\x.xml", "x")) }),
    ("a name with NUL", { $0.parts.append(.init("xl/\0.xml", "x")) }),
    ("a name twice", { $0.parts.append(.init("XL/Workbook.xml", "x")) }),
    ("a part without a name", { $0.parts.append(.init("", "x")) }),
    ("a method that nobody has", { $0.parts[4].method = 9 }),
    ("fewer parts than there are", { $0.count = 3 }),
    ("more parts than there are", { $0.count = 99 }),
  ]

  @Test(arguments: lies.indices, [true, false]) func `an archive that lies is damaged`(index: Int, isPacked: Bool) {
    #expect(Self.problem(Self.lies[index].change, isPacked: isPacked) == .damaged(.archive), "\(Self.lies[index].what)")
  }

  @Test func `what is not read is named`() {
    #expect(Self.problem { $0.count = 0xFFFF } == .zip64)
    #expect(Self.problem { $0.parts[4].size = 0xFFFF_FFFF } == .zip64)
    #expect(Self.problem { $0.parts[4].flags = 1 } == .other(.protected))
    #expect(Self.problem { $0.parts += (0..<1_000).map { .init("p\($0)", "") } } == .tooManyParts)
    #expect(Self.problem { $0.parts += (0..<10_000).map { .init("p\($0)", "") } } == .tooManyParts)
    #expect(Self.problem { $0.parts = [.init("a.csv", "q\n5\n")] } == .other(.archive))
    #expect(Self.problem { $0.parts = [] } == .other(.archive))
    #expect(
      Self.problem {
        $0.parts = [.init("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), .init("content.xml", "<a/>")]
      } == .other(.openDocument))
    #expect(
      Self.problem { $0.parts = [.init("Index/Document.iwa", "x"), .init("Data/a.jpg", "")] } == .other(.numbers))
    #expect(Self.problem { $0.parts.remove(at: 4) } == .damaged(.missingPart))
    #expect(Self.problem { $0.parts.remove(at: 3) } == .noSheet)
    #expect(Self.problem { $0.parts.remove(at: 1) } == .other(.archive))
  }

  @Test(arguments: [
    ("vnd.ms-excel.sheet.binary.macroEnabled.main", WorkbookProblem.DamageKind.binaryExcel),
    ("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", .document),
    ("vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", .presentation), ("xml", .archive),
  ])
  func `a document of another kind is named by its content type`(type: String, kind: WorkbookProblem.DamageKind) {
    let found = Self.problem { zip in
      let types = String(decoding: zip.parts[0].bytes, as: UTF8.self)
      zip.parts[0].bytes = Array(
        types.replacing("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", with: type).utf8)
    }
    #expect(found == .other(kind))
  }

  @Test func `a part that grows by more than 200 times is not unpacked`() {
    let found = Self.problem { $0.parts[4].bytes = Array(repeating: 0x20, count: 1 << 20) }
    #expect(found == .packedTooTightly)
  }

  @Test func `a file of Office before 2007 is named by what is in it`() {
    #expect(Self.problem(compound(["Root Entry", "Workbook"])) == .other(.oldExcel))
    #expect(Self.problem(compound(["Root Entry", "Book"])) == .other(.oldExcel))
    #expect(Self.problem(compound(["Root Entry", "a", "b", "c", "EncryptedPackage"])) == .other(.protected))
    #expect(Self.problem(compound(["Root Entry", "WordDocument"])) == .other(.oldOffice))
    #expect(Self.problem(CompoundFile.mark) == .other(.oldOffice))
    #expect(Self.problem(CompoundFile.mark + Array(repeating: 0xFF, count: 600)) == .other(.oldOffice))
  }

  /// A compound file whose directory has these entries, four a sector, in sectors 1, 3, 5 …
  private func compound(_ names: [String]) -> [UInt8] {
    func number(_ value: Int, _ width: Int) -> [UInt8] {
      (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var header = CompoundFile.mark + [UInt8](repeating: 0, count: 504)
    header.replaceSubrange(30..<32, with: number(9, 2))
    header.replaceSubrange(48..<52, with: number(1, 4))
    var table = [UInt8](repeating: 0xFF, count: 512)
    var sectors = [UInt8](repeating: 0, count: 512 * ((names.count + 3) / 4 * 2))
    for (index, name) in names.enumerated() {
      let sector = 1 + index / 4 * 2
      let units = Array(name.utf16).flatMap { number(Int($0), 2) }
      let place = 512 * (sector - 1) + 128 * (index % 4)
      sectors.replaceSubrange(place..<place + units.count, with: units)
      sectors.replaceSubrange(place + 64..<place + 66, with: number(units.count + 2, 2))
      if index % 4 == 0, index > 0 {
        table.replaceSubrange(4 * (sector - 2)..<4 * (sector - 1), with: number(sector, 4))
      }
    }
    return header + table + sectors
  }

  @Test(arguments: [true, false]) func `a workbook cut off anywhere is an error`(isPacked: Bool) {
    var maker = WorkbookMaker(Self.rows)
    maker.isPacked = isPacked
    let bytes = maker.bytes
    for count in 8..<bytes.count { #expect(Self.problem(Array(bytes[..<count])) != nil, "\(count)") }
  }

  @Test func `a bit that has turned is an error, or none that matters`() {
    var maker = WorkbookMaker(Self.rows)
    maker.isPacked = true
    let bytes = maker.bytes
    for place in bytes.indices {
      var turned = bytes
      turned[place] ^= 4
      _ = Self.problem(turned)
    }
  }

  @Test func `reading that fails is said`() {
    let source = ByteSource(count: 400) { _, _, _ in -1 }
    #expect(throws: WorkbookProblem.unreadable) { try Workbook(source) }
    let shorter = ByteSource(count: 400) { _, _, _ in 0 }
    #expect(throws: WorkbookProblem.damaged(.archive)) { try Workbook(shorter) }
  }
}
