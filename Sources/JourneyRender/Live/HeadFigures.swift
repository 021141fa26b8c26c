internal import JourneyLayout
internal import JourneyWords
internal import Markup

extension MapDrawing {
  /// The figures of the whole journey as the page's header shows them: those of the map's own header.
  func figures() -> Element.Child {
    if map.header.chips.isEmpty { return .group([]) }
    return .element(
      Element("ul", ["class": "figures", "aria-label": view.words.figuresOfTheWhole]) {
        map.header.chips.map { chip in
          Element("li") {
            chip.texts.map { text in Element("span", ["class": text.style.className]) { spoken(text, chip) } }
          }
        }
      })
  }

  private func spoken(_ text: TextBlock, _ chip: PlacedChip) -> [Element.Child] {
    guard text.style == .chipValue, let level = chip.level else { return [.text(text.text)] }
    return [
      .text("\(text.text) "),
      .element(Element("i", ["class": level.className, "title": level.meaning(in: view.words)]) { level.sign }),
    ]
  }
}
