internal import CLibXML2

/// Why a text is not XML, in libxml2's words.
struct XMLProblem: CustomStringConvertible {
  var code = 0
  var line = 1
  var column = 1
  /// How many bytes had been read.
  var offset = 0
  var message = "not XML"
  /// What the message is about, such as the names of two tags that do not match, and the line of the first.
  var subjects = ("", "")
  var subjectLine = 0

  /// `2:8: Opening and ending tag mismatch`.
  var description: String { "\(line):\(column): \(message)" }
}

/// Keeps the first error of a parser, which goes on after some of them and then reports what follows from it.
final class FirstProblem {
  private(set) var problem: XMLProblem?

  /// libxml2's callback; the parser's `_private` is the keeper.
  static func note(_ error: UnsafeMutablePointer<xmlError>?, of context: UnsafeMutableRawPointer?) {
    guard let error = unsafe error?.pointee, unsafe error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    guard let context = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
      let keeper = unsafe context.pointee._private
    else { return }
    let found = unsafe Unmanaged<FirstProblem>.fromOpaque(keeper).takeUnretainedValue()
    guard found.problem == nil else { return }
    found.problem = unsafe XMLProblem(
      code: Int(error.code), line: Int(error.line), column: Int(error.int2), offset: xmlByteConsumed(context),
      message: text(error.message), subjects: (text(error.str1), text(error.str2)), subjectLine: Int(error.int1))
  }

  private static func text(_ text: UnsafePointer<CChar>?) -> String {
    unsafe text.map { unsafe String(cString: $0) }?.filter { $0 != "\n" } ?? ""
  }
}
