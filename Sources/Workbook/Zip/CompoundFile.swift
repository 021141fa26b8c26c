internal import JourneySource

/// The file format of Office before 2007, which holds encrypted workbooks as well ([MS-CFB]): read only as far as it says
/// what is in it.
enum CompoundFile {
  static let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// What a file that begins with the mark holds.
  static func kind(of source: ByteSource) -> WorkbookProblem.DamageKind {
    let names = (try? entryNames(in: source)) ?? []
    if names.contains("EncryptedPackage") { return .protected }
    if names.contains("Workbook") || names.contains("Book") { return .oldExcel }
    return .oldOffice
  }

  /// The names of its streams, of the first sectors of its directory.
  private static func entryNames(in source: ByteSource) throws(WorkbookProblem) -> Set<String> {
    let header = try Bytes(source, 0, 512)
    let shift = header.number(30, 2)
    guard (9...12).contains(shift) else { return [] }
    let size = 1 << shift
    var names: Set<String> = []
    var sector = header.number(48, 4)
    for _ in 0..<mostSectors {
      guard sector < 0xFFFF_FFFA, let bytes = try? Bytes(source, (sector + 1) * size, size) else { break }
      for entry in stride(from: 0, to: size, by: 128) { names.insert(name(bytes, at: entry)) }
      // The table of sectors says which is next; its first 109 sectors are in the header.
      let (table, place) = (sector * 4).quotientAndRemainder(dividingBy: size)
      guard table < 109, let next = try? Bytes(source, (header.number(76 + 4 * table, 4) + 1) * size + place, 4) else {
        break
      }
      sector = next.number(0, 4)
    }
    return names
  }

  private static let mostSectors = 64

  /// In UTF-16; of other letters than ASCII nothing is asked.
  private static func name(_ bytes: Bytes, at entry: Int) -> String {
    let length = min(bytes.number(entry + 64, 2), 64) / 2 - 1
    guard length > 0 else { return "" }
    let units = (0..<length).map { UInt16(truncatingIfNeeded: bytes.number(entry + 2 * $0, 2)) }
    return String(decoding: units, as: UTF16.self)
  }
}
