// On paper: rows of whole phases beside the lanes' names, in type of 7 points on A4 and larger on A3. What of a row is
// higher than a page goes on with the next lane, under the touchpoints' names.

const strips = make("div", { class: "strips", inert: "" });
const unroll = () => {
  for (const card of cards) turn(card.article || tip, "out", !inTable.has(card));
  strips.replaceChildren();
  if (phase() || cards.length > 100) return;
  const scale = between(0.78, 700 / width, 1);
  const most = floor((700 / scale - gutter - 24) / (row.width + 8)) - 1;
  const { y: first, width: wide } = row;
  const head = first + row.height + 4;
  const at = (group) => top + (group.getBoundingClientRect().y - svg.getBoundingClientRect().y) / (svg.clientHeight / frame.height);
  const end = at(one(".footer", svg));
  // Those of lanes that are hidden are far above.
  const ends = [...lanes.map(({ groups }) => at(groups[0])), end];
  const of = cards.map((card) => phases.find(({ holds }) => holds(card)));
  for (let from = 0, to; cards.length > from; from = to + 1) {
    // The last phase that ends in this row; else as much of one as there is room for.
    to = [...of.keys()].findLast((at) => between(from, at, from + most) === at ? of[at] !== of[at + 1] : false) ?? from + most;
    const places = cards.slice(from, to + 1).map((card) => card.frame.x);
    const x = min(...places) - 4;
    const piece = (y, below) => make("div", {}, ...[[names.firstChild, gutterX, gutter], [svg, x, max(...places) + wide + 4 - x]].map(([drawing, x, width]) => {
      const part = put(copy(drawing), { viewBox: [x, y, width, below - y], width: width * scale / 7 + "%", height: null });
      one(".footer", part)?.remove();
      return part;
    }));
    for (let y = top, below; end > y; y = below) {
      const room = y + 900 / scale - (y > top ? head - top : 0);
      below = ends.findLast((at) => room > at ? at > y : false) || end;
      strips.append(make("div", { class: "piece" }, ...(y > top ? [piece(top, head)] : []), piece(y, below)));
    }
  }
  // The legend, which a row would cut through, sign by sign.
  strips.prepend(make("div", { class: "signs" }, ...all(".footer > g", svg).map((sign) => draw(drawing(copy(sign)), sign.getBBox(), scale))));
};
on("beforeprint", unroll);
