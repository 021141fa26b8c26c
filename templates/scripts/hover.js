// The card beside the pointer: what matters of a touchpoint, or of both ends of an arrow. Everybody else has the panel.

const tip = make("div", { class: "tip", "aria-hidden": true, hidden: "" });
let over = null;
// What the browser would show as well.
let quiet = [];
const hover = (target, x, y) => {
  put(tip, { style: `--x:${x}px;--y:${y}px` });
  const element = svg.contains(target) ? target.closest("[data-at],[data-from],[data-to]") : null;
  if (element === over) return;
  for (const [text, data] of quiet) text.data = data;
  over = element;
  tip.hidden = !over;
  quiet = over ? all("title", over).map(({ firstChild }) => [firstChild, firstChild.data]) : [];
  for (const [text] of quiet) text.data = "";
  if (!over) return;
  const { from, to, at = "", name } = over.dataset;
  const facts = `h3, [data-metric=${state.colour.split("-")[0] || lead}] > p:not(.more), .pains, .acts`;
  tip.replaceChildren(name || !quiet[0] ? "" : quiet[0][1], ...[from, to, ...at.split(" ")].flatMap((column) => cards[column]?.article ? all(facts, cards[column].article).map(copy) : []));
};
