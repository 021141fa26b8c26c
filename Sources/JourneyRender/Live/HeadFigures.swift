internal import JourneyLayout
internal import JourneyWords
internal import Markup

extension MapDrawing {
  /// So many figures stand beside the findings; the others are folded.
  private static let mostFigures = 2

  /// What a reader should know first, and the figures of the whole journey: those of the map's own header.
  func figures() -> Element.Child {
    let findings = map.header.chips.filter(\.isFinding)
    let figures = map.header.chips.filter { !$0.isFinding }
    let rest = figures.dropFirst(Self.mostFigures)
    return .group(
      [
        findings.isEmpty ? .element(Element("p", ["class": "takeaway"], children: [.text(view.takeaway)])) : nil,
        map.header.chips.isEmpty
          ? nil
          : .element(
            Element("ul", ["class": "figures", "aria-label": view.words.figuresOfTheWhole]) {
              findings.map(item)
              figures.prefix(Self.mostFigures).map(item)
              rest.isEmpty
                ? nil
                : Element("li", ["class": "rest"]) {
                  Element("details") {
                    Element("summary") { view.words.moreFigures(rest.count) }
                    Element("ul") { rest.map(item) }
                  }
                }
            }),
      ].compactMap(\.self))
  }

  private func item(_ chip: PlacedChip) -> Element {
    Element("li", ["class": chip.isFinding ? "finding \(chip.level?.className ?? "")" : nil]) {
      chip.texts.map { text in Element("span", ["class": text.style.className]) { spoken(text, chip) } }
    }
  }

  private func spoken(_ text: TextBlock, _ chip: PlacedChip) -> [Element.Child] {
    guard text.style == .chipValue, let level = chip.level else { return [.text(text.text)] }
    return [.text("\(text.text) "), .element(level.element(in: view.words))]
  }
}
