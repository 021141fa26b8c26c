import Markup
import Testing

/// The checker of outputs: each promise broken once is one violation, and nothing else is.
@Suite struct ViolationTests {
  private func found(_ body: String, script: String = "") -> [String] {
    let page = "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>\(body)</body></html>"
    return violations(in: Array(page.utf8), script: script)
  }

  private func drawn(_ body: String) -> [String] {
    violations(in: Array("<svg xmlns=\"http://www.w3.org/2000/svg\">\(body)</svg>".utf8))
  }

  @Test(arguments: [
    "<p id=\"a\">A <a href=\"#a\">b</a> <a href=\"coffee.html#t\">c</a> <a href=\"https://example.org/?a=b\">d</a></p>",
    "<img alt=\"\" src=\"data:image/png;base64,AAAA\"/>", "<p style=\"width:3px\">A</p><style>p{color:red}</style>",
    "<h2 id=\"h\">H</h2><section aria-labelledby=\"h\"></section>", "<a href=\"#b\" rel=\"noreferrer\">An author's</a>",
  ]) func `what a page may have`(body: String) { #expect(found(body) == []) }

  @Test(arguments: [
    ("<p>", "mismatch"), ("<p>&nbsp;</p>", "nbsp"), ("<script>alert(1)</script>", "a script that is not Waymark's own"),
    ("<iframe/>", "an element \"iframe\""), ("<form></form>", "an element \"form\""), ("<x-y/>", "an element \"x-y\""),
    ("<p onclick=\"a()\">A</p>", "there is onclick"), ("<p ONCLICK=\"a()\">A</p>", "there is ONCLICK"),
    ("<meta http-equiv=\"refresh\" content=\"0\"/>", "there is http-equiv"),
    ("<a href=\"javascript:a()\">A</a>", "is not a link"), ("<a href=\"java&#10;script:a()\">A</a>", "is not a link"),
    ("<a href=\"//evil.example\">A</a>", "is not a link"), ("<a href=\"#b\">A</a>", "leads to \"b\""),
    ("<img src=\"https://example.org/a.png\"/>", "is fetched"),
    ("<style>@import 'a'</style>", "its CSS has \"@import\""),
    ("<p style=\"background:url(a)\">A</p>", "has \"url(\""), ("<p id=\"a\"/><p id=\"a\"/>", "is there twice"),
    ("<p id=\"a b\"/>", "is not a name"), ("<p aria-labelledby=\"a\"/>", "leads to \"a\""),
  ]) func `what a page may not have is said`(body: String, words: String) {
    let found = found(body)
    #expect(found.count == 1 && found.allSatisfy { $0.contains(words) }, "\(found)")
  }

  @Test(arguments: [
    ("<foreignObject/>", "foreignObject"), ("<animate attributeName=\"href\"/>", "animate"),
    ("<use href=\"a.svg#b\"/>", "is fetched"),
    ("<image href=\"a.png\"/>", "is fetched"), ("<rect fill=\"url(https://a)\"/>", "there is fill"),
    ("<rect onload=\"a()\"/>", "there is onload"),
    ("<a xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"javascript:a()\"/>", "there is xlink:href"),
    ("<script/>", "a script"),
  ]) func `what a drawing may not have is said`(body: String, words: String) {
    let found = drawn(body)
    #expect(!found.isEmpty && found.allSatisfy { $0.contains(words) || $0.contains("leads to") }, "\(found)")
  }

  @Test func `Waymark's script may stand once, whole`() {
    #expect(found("<script type=\"module\">a()</script>", script: "a()") == [])
    #expect(found("<script>a();b()</script>", script: "a()").count == 1)
    #expect(found("<script src=\"b.js\">a()</script>", script: "a()").count == 2)
    #expect(found("<script>a()</script><script>a()</script>", script: "a()").count == 1)
  }
}
