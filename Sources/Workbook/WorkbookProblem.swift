/// Why a workbook, or one of its sheets, cannot be read.
package enum WorkbookProblem: Error, Equatable {
  /// Reading the file failed.
  case unreadable
  case damaged(Damage)
  /// Over a limit.
  case tooManyParts, tooLarge, packedTooTightly
  /// The archive is larger than the first ZIP format allows, or says so.
  case zip64
  /// Something else than a workbook of Excel 2007 or newer.
  case other(DamageKind)
  /// It has no visible worksheet.
  case noSheet
  /// No sheet has the name; those that there are, nearest first.
  case missingSheet(String, sheets: [String])

  package enum Damage: Sendable {
    /// The archive does not hold what its directory says.
    case archive
    /// A part that every workbook has is not there, or says nothing.
    case missingPart
    /// A part is no well-formed XML.
    case markup
    /// A part declares a document type, as no workbook does.
    case documentType
    /// Rows or cells are not in order, or beyond Excel's edges.
    case order
    /// A cell names a shared string that is not there.
    case sharedString
  }

  package enum DamageKind: Sendable {
    case protected, oldExcel, binaryExcel, openDocument, numbers, document, presentation, oldOffice, archive
  }
}
