// On paper: rows of touchpoints beside the lanes' names, in type that can be read. One picture of a long map cannot.

const strips = make("div", { class: "strips", inert: "" });
const unroll = () => {
  const height = frame.height - one(".footer", svg).getBBox().height;
  const isTall = height > 1210;
  // With room for the legend under the last row.
  const scale = min(...(isTall ? [0.78, 1430 / height] : [1, 950 / height]));
  const most = max(1, floor(((isTall ? 1040 : 1480) / scale - gutter) / (row.width + 8)));
  strips.replaceChildren();
  strips.style.page = isTall ? "tall" : "";
  if (!phase()) if (width > 1500 || height > 900) if (101 > cards.length) for (let at = 0; cards.length > at; at += most) {
    const places = cards.slice(at, at + most).map((card) => card.frame.x);
    const x = min(...places) - 12;
    const [side, part] = [names.firstChild, svg].map(copy);
    draw(side, { x: gutterX, width: gutter, height }, scale);
    draw(part, { x, width: max(...places) + row.width + 12 - x, height }, scale);
    one(".footer", part).remove();
    strips.append(make("div", {}, side, part));
  }
  // The legend, which a row would cut through, sign by sign.
  if (strips.firstChild) strips.append(make("div", { class: "signs" }, ...all(".footer > g", svg).map((sign) => draw(drawing(copy(sign)), sign.getBBox(), scale))));
};
on("beforeprint", unroll);
on("beforeprint", printTable);
