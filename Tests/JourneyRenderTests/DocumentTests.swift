import JourneyRender
import JourneySource
import Markup
import Support
import Testing

@Test func `a template reads what is said of a journey and of its touchpoints`() throws {
  let template = """
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:w="urn:waymark:page"><body>
      <w:each select="//voice">
        <p><w:value select="name(..)" />: <w:value select="." /> (<w:value select="@speaker" />, <w:value select="@evidence" />)</p>
      </w:each>
    </body></html>
    """
  let parsed = PageTemplate.parse(Array(template.utf8), as: .journey, file: FileID(0))
  #expect(parsed.diagnostics.isEmpty)
  let rendering = Sample(parts: try Golden("voices.journey", in: "svg").text()).rendering
  let page = rendering.page(of: rendering.placed(try #require(rendering.views.first)), try #require(parsed.value))
  #expect(page.diagnostics.isEmpty)
  let said = String(decoding: html(page.value), as: UTF8.self).split(separator: "\n").filter { $0.contains("<p>") }
  #expect(
    said.map { $0.drop { $0 != "<" } } == [
      "<p>journey: I just want my salary to land somewhere. (customer, )</p>",
      "<p>journey: We ask for the same paper twice, once on the form and once at the counter, and nobody knows who "
        + "reads the second one; I would love to know. (employee, interview)</p>",
      "<p>journey: Took me three weeks. (social, social)</p>",
      "<p>touchpoint: Nobody told me why. (customer, survey)</p>",
    ])
}
