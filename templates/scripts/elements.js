// What is there

const page = document.documentElement;
const isMirrored = page.dir === "rtl";
const forward = isMirrored ? -1 : 1;
const map = one(".map");
const sheet = one(".sheet", map);
const svg = one("svg", sheet);
const controls = one("#controls");
const details = one("#details");
const does = (name) => one(`[data-do=${name}]`, controls);
const say = (text) => { one(".said span").textContent = text; };

const { y: top, width, height } = svg.viewBox.baseVal;
const cards = all(".touchpoint", svg).map((group, column) => {
  const box = one(".card-box", group);
  const article = document.getElementById(group.id + "-details");
  const words = one("title", group).textContent;
  return { group, box, frame: box.getBBox(), column, article, words, ...group.dataset, before: [], after: [] };
});
const row = cards[0]?.frame || { y: top, height: 0 };
const arrows = all("[data-from],[data-to]", svg).map((element) => {
  const [from, to] = [element.dataset.from, element.dataset.to].map((end) => cards[end]);
  const isLine = element.matches("[role=listitem]");
  if (isLine) if (to?.column > from?.column) {
    from.after.push(to);
    to.before.push(from);
  }
  return { element, isLine, handsOff: "hand" in element.dataset, goesBack: from?.column >= to?.column, ends: [from, to].filter(Boolean) };
});
const items = all("[data-at]", svg).map((element) => ({ element, at: element.dataset.at.split(" ").map((at) => cards[at]) }));
const lanes = all("[data-lane]", svg).map((group) => ({ groups: [group], name: group.dataset.lane, versus: group.dataset.versus, isFirst: group.dataset.set === "story", height: Number(group.dataset.height) }));
const plans = all("figure[data-versus]");
// One a touchpoint; what is said of the whole journey has none.
const rows = all(".table th a").map((link) => link.closest("tr"));
const phases = all("[data-phase]", svg).map((group) => {
  const { x, width } = group.getBBox();
  const title = all("text", group).map((line) => line.textContent).join(" ");
  return { name: group.dataset.phase, title, x, width, holds: (card) => between(x, card.frame.x, x + width) === card.frame.x };
});
const gutter = phases.length ? (isMirrored ? width - phases[0].x - phases[0].width : phases[0].x) - 1 : 0;
const gutterX = isMirrored ? width - gutter : 0;
