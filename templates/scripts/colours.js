// Colours: the tiles under the touchpoints show the figure that was chosen, since a colour alone says nothing

const looksOf = (row) => ({ class: row.getAttribute("class"), "data-tile": row.getAttribute("data-tile") });
const tiles = all(".tiles>[data-at]", svg).map((group) => {
  const row = rows[group.dataset.at] || make("g", {});
  return { group, row, looks: looksOf(row), first: [...group.childNodes], box: one("rect", group) };
});
const lead = one(".tiles", svg)?.dataset.lead;
// What customers of the chosen segment answered; empty where nobody knows.
const ofSegment = () => {
  const selector = `[data-segment="${state.segment}"]`;
  return lead ? one(selector) ? selector : "" : "";
};
const colour = () => {
  const segment = ofSegment();
  const [named, isChange] = state.colour.split("-");
  const metric = named || (segment ? lead : "");
  for (const { group, row, looks, first, box } of tiles) {
    group.replaceChildren(...first);
    put(row, looks);
    if (!metric) continue;
    const figures = one(`[data-metric=${metric}]`, cards[group.dataset.at].article || svg);
    const source = figures ? one(segment || (isChange ? ".change" : "b"), figures) : null;
    const level = source ? (segment ? source.dataset.level : isChange ? { better: "l5", same: "l3", worse: "l1" }[figures.dataset.change] : source.className) || "l0" : "";
    const figure = source?.dataset.figure || source?.textContent || (figures ? one(".none", figures)?.dataset.figure || tell("no earlier figure") : tell("not measured"));
    put(row, { class: level || "bare", "data-tile": figure });
    const { x, y, width } = box.getBBox();
    const text = make("text", { class: level ? "value mid" : "caption mid", x: x + width / 2, y: y + 18 }, figure);
    group.replaceChildren(put(box.cloneNode(), { class: level ? "tile " + level : "box not-asked" }), make("g", { class: "on-" + level }, text));
    if (text.getComputedTextLength() > width - 6) put(text, { textLength: width - 6, lengthAdjust: "spacingAndGlyphs" });
  }
};
