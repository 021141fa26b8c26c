/// A file that is no table, whatever its name says: told by its first bytes.
enum ForeignFile: Equatable {
  case page, xml, document, richText

  /// Nil where nothing tells.
  init?(_ head: ArraySlice<UInt8>) {
    let text = head.prefix(1024).drop { isBlank($0) || [0xEF, 0xBB, 0xBF].contains($0) }
    func starts(_ with: String) -> Bool { text.starts(with: with.utf8) { ($0 | 0x20) == ($1 | 0x20) } }
    if starts("<!doctype html") || starts("<html") || starts("<head") || starts("<table") || starts("<body") {
      self = .page
    } else if starts("<?xml") {
      self = String(decoding: text, as: UTF8.self).contains("<html") ? .page : .xml
    } else if starts("%PDF-") {
      self = .document
    } else if starts("{\\rtf") {
      self = .richText
    } else {
      return nil
    }
  }
}
