// Colours: the tiles under the touchpoints show the figure that was chosen, since a colour alone says nothing

const tiles = all(".tiles > [data-at]", svg).map((group) => ({ group, first: [...group.childNodes], box: one("rect", group) }));
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
  for (const { group, first, box } of tiles) {
    const { words, article } = cards[group.dataset.at];
    group.replaceChildren(...first);
    if (!metric) continue;
    const figures = all("[data-metric]", article || svg).find((figures) => figures.dataset.metric === metric);
    const source = figures ? one(segment || (isChange ? ".change" : "b"), figures) : null;
    const level = source ? (segment ? source.dataset.level : isChange ? { better: "l5", same: "l3", worse: "l1" }[figures.dataset.change] : figures.dataset.level) || "l0" : "";
    const figure = source?.dataset.figure || source?.textContent || (figures ? one(".none", figures)?.dataset.figure || tell("no earlier figure") : tell("not measured"));
    const { x, y, width } = box.getBBox();
    const ground = put(box.cloneNode(), { class: level ? "tile " + level : "box not-asked" });
    const text = make("text", { class: level ? "value" : "caption", x: x + width / 2, y: y + 18, "text-anchor": "middle" }, figure);
    group.replaceChildren(make("title", {}, words.split(". ")[0] + ". " + figure), ground, make("g", { class: "on-" + level }, text));
    if (text.getComputedTextLength() > width - 6) put(text, { textLength: width - 6, lengthAdjust: "spacingAndGlyphs" });
  }
};
