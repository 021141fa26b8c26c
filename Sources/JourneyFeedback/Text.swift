internal import JourneySource

extension String {
  /// At most 60 letters, hidden characters written out: what came from an export is not ours.
  var shownShort: String {
    let short = unicodeScalars.count > 60 ? String(String.UnicodeScalarView(unicodeScalars.prefix(59))) + "…" : self
    return short.showingHidden
  }
}
