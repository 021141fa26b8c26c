/// What is wrong with an expression, and where in its UTF-8.
struct XPathObjection: Error {
  let bytes: Range<Int>
  let message: String
  var help: String?
}

/// The work of a page is spent (``MarkupLimits/work``).
struct WorkIsSpent: Error {}
