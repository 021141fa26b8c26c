import Foundation
import Support
import Testing

/// Templates that declare, run, fetch or grow – refused with line and column, under 64 MiB.
///
/// What else a template may not have is in `Tests/MarkupTests/RefusalTests.swift`.
@Suite struct HostileTemplateTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(Text.clean, to: "w/coffee.journey")
  }

  private func expectRefused(_ page: Data, at place: String?, _ words: String) throws {
    try scratch.write(page, to: "page.xhtml")
    let run = try bounded("render", "w", "--out", "out", "--page", "page.xhtml", in: scratch)
    #expect(run.status == 1)
    #expect(run.memory < 64 << 20 || Run.isSanitized)
    #expect(run.error.contains("error[bad-template]") && run.error.contains(words), "\(run.error)")
    #expect(run.error.contains("page.xhtml:\(place ?? "")"), "\(run.error)")
    #expect(try scratch.files(below: "out").isEmpty)
  }

  private static let head = "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:w=\"urn:waymark:page\"><body>\n"
  private static let tail = "\n</body></html>\n"
  private static let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:x=\"http://www.w3.org/1999/xlink\">"

  /// What makes a parser read elsewhere or write more than it read.
  static let declared: [(what: String, page: String)] = [
    ("DOCTYPE", "<!DOCTYPE html>\n<html/>"),
    ("an entity", "<!DOCTYPE html [<!ENTITY a \"b\">]><html>&a;</html>"),
    ("an external entity", "<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><html>&a;</html>"),
    ("a parameter entity", "<!DOCTYPE html [<!ENTITY % a SYSTEM \"http://127.0.0.1:9/a\">%a;]><html/>"),
    ("an external DTD", "<!DOCTYPE html SYSTEM \"http://127.0.0.1:9/a.dtd\"><html/>"),
    ("a DTD of a file", "<!DOCTYPE html PUBLIC \"-//a\" \"file:///etc/passwd\"><html/>"),
    ("billion laughs", laughs), ("quadratic growth", quadratic),
  ]

  private static let laughs =
    "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\">"
    + "bcdefghijklm".unicodeScalars.map { name in
      let before = Character(Unicode.Scalar(name.value - 1) ?? "a")
      return "<!ENTITY \(name) \"\(String(repeating: "&\(before);", count: 10))\">"
    }.joined() + "]><html>&m;</html>"
  private static let quadratic =
    "<!DOCTYPE html [<!ENTITY a \"\(String(repeating: "a", count: 50_000))\">]><html>\(String(repeating: "&a;", count: 50_000))</html>"

  @Test(arguments: declared.indices) func `a template declares nothing`(index: Int) throws {
    try expectRefused(Data(Self.declared[index].page.utf8), at: "1:1", "no DOCTYPE, entities or other declarations")
  }

  @Test func `a template includes nothing, and has no stylesheet`() throws {
    let include = "<i:include xmlns:i=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\"/>"
    try expectRefused(Data((Self.head + include + Self.tail).utf8), at: "2:2", "\"i:include\" is not allowed")
    let page = "<?xml-stylesheet href=\"a.xsl\" type=\"text/xsl\"?>\n" + Self.head + Self.tail
    try expectRefused(Data(page.utf8), at: "1:1", "no processing instructions")
  }

  /// Each in the second line, with its column and what is said.
  static let running: [(body: String, column: Int, words: String)] = [
    ("<script>alert(1)</script>", 2, "\"script\" is not allowed"),
    ("<base href=\"//e\"/>", 2, "\"base\" is not allowed"),
    ("<iframe src=\"//e\"></iframe>", 2, "\"iframe\" is not allowed"),
    ("<object data=\"//e\"></object>", 2, "\"object\" is not allowed"),
    ("<embed src=\"//e\"/>", 2, "\"embed\" is not allowed"),
    ("<form action=\"//e\"></form>", 2, "\"form\" is not allowed"),
    ("<link rel=\"stylesheet\" href=\"//e\"/>", 2, "\"link\" is not allowed"),
    ("<meta http-equiv=\"refresh\" content=\"0;url=//e\"/>", 7, "\"http-equiv\" is not allowed"),
    ("\(drawing)<foreignObject/></svg>", drawing.count + 2, "\"foreignObject\" is not allowed"),
    ("\(drawing)<use href=\"data:image/svg+xml,x\"/></svg>", drawing.count + 6, "\"href\" is not allowed"),
    ("\(drawing)<use x:href=\"data:image/svg+xml,x\"/></svg>", drawing.count + 6, "\"x:href\" is not allowed"),
    (
      "\(drawing)<a><animate attributeName=\"href\" to=\"javascript:x\"/></a></svg>", drawing.count + 5,
      "\"animate\" is not allowed"
    ),
    (
      "\(drawing)<a><set attributeName=\"href\" to=\"javascript:x\"/></a></svg>", drawing.count + 5,
      "\"set\" is not allowed"
    ),
    ("<p onclick=\"x()\">a</p>", 4, "\"onclick\" is not allowed"),
    ("<p ONLOAD=\"x()\">a</p>", 4, "\"ONLOAD\" is not allowed"),
    ("<p srcdoc=\"x\">a</p>", 4, "\"srcdoc\" is not allowed"), ("<a href=\"javascript:x\">a</a>", 10, "not a link"),
    ("<style>@im<!-- -->port 'https://e/x.css';</style>", 2, "\"@import\" is not allowed"),
    ("<style>p { background: u<![CDATA[r]]>l(//e) }</style>", 2, "\"url(\" is not allowed"),
    ("<img src=\"https://e/a.png\" alt=\"\"/>", 11, "must not fetch anything"),
    ("<p style=\"background:url(//e)\">a</p>", 11, "\"url(\" is not allowed"),
  ]

  @Test(arguments: running.indices) func `a template runs and fetches nothing`(index: Int) throws {
    let (body, column, words) = Self.running[index]
    try expectRefused(Data((Self.head + body + Self.tail).utf8), at: "2:\(column)", words)
  }

  @Test func `a compressed, a deep and a long template are refused`() throws {
    try expectRefused(Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]), at: "1:1", "compressed")
    let deep = Self.head + String(repeating: "<p>", count: 300) + String(repeating: "</p>", count: 300) + Self.tail
    try expectRefused(Data(deep.utf8), at: "2:", "64 levels deep")
    let long = Self.head + String(repeating: "x", count: 10_000_000) + Self.tail
    try expectRefused(Data(long.utf8), at: "2:", "larger than 1 MB")
  }

  @Test func `expressions are not programs`() throws {
    let slow =
      "<w:value select=\"count(\(String(repeating: "//*[count(", count: 8))//*\(String(repeating: ")>0]", count: 8)))\"/>"
    for body in [
      "<w:value select=\"document('/etc/passwd')\"/>", "<w:value select=\"\(String(repeating: "1+", count: 400))1\"/>",
      slow,
    ] {
      try scratch.write(Data((Self.head + body + Self.tail).utf8), to: "page.xhtml")
      let run = try bounded("render", "w", "--out", "out", "--page", "page.xhtml", in: scratch)
      #expect(run.status == 1 && run.error.contains("error[bad-template]"), "\(run.error)")
    }
  }
}
