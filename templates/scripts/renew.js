// What the script of a map remembers of it, after the server changed some of it

// Whether it holds something of what came, went or changed: then it begins again.
const held = "[data-at], [data-from], [data-to], [data-lane], [data-phase], [data-name], tr, article, option, input";
const isHeld = (element, attributes) => {
  if (!attributes) return element.matches(held) || Boolean(one(held, element)) || element.matches("[data-phase] *");
  if (attributes.some((name) => /^data-(at|from|to|hand|versus|lane|phase|name|height|set|lead)$/.test(name))) return true;
  return element.matches(".card-box, .waymark, [data-phase] *, option, input");
};
// Tiles show the chosen figure in place of what was sent.
const isCovered = () => Boolean(state.colour || state.segment);
const uncover = () => { hover(null); if (isCovered()) for (const { group, first, row, looks } of tiles) { group.replaceChildren(...first); put(row, looks); } };
const undress = () => { for (const part of [names, frozen, strips, tip]) part.remove(); };
const isCopied = (element) => Boolean(element.closest(".touchpoint, [data-phase]") || element.matches("[data-lane], [data-lane] > *"));
// Copies of titles one by one, where none came or went and all stay at their height; else all copies anew.
const recopy = (touched) => {
  const moved = frozen.firstChild.lastChild;
  const titles = all("text.card", svg);
  const isAlike = (title, at) => title.getAttribute("y") === moved.children[at]?.getAttribute("y");
  if (touched.every((element) => element.closest(".touchpoint"))) if (titles.length === moved.childElementCount) if (titles.every(isAlike)) {
    titles.forEach((title, at) => { if (touched.some((element) => title.contains(element))) moved.children[at].replaceWith(copy(title)); });
    return;
  }
  for (const { groups } of lanes) groups.length = 1;
  for (const part of [names, frozen]) part.replaceChildren();
  freeze();
  arrange();
};
const renew = (changed, unfit) => {
  const isIn = (group) => changed.some((element) => group.contains(element));
  fit(unfit);
  for (const card of cards.filter(({ group, article }) => isIn(group) || (article ? isIn(article) : false))) {
    const words = one("title", card.group).textContent;
    Object.assign(card, card.group.dataset, { words, text: "" });
    put(card.box, { "aria-label": words });
    for (const text of all("text", card.group)) put(text, { "aria-hidden": true });
  }
  for (const tile of tiles) if (isCovered() || isIn(tile.group) || changed.includes(tile.row)) {
    Object.assign(tile, { first: [...tile.group.childNodes], looks: looksOf(tile.row), box: one("rect", tile.group) });
  }
  const touched = changed.filter((element) => svg.contains(element) ? isCopied(element) : false);
  if (touched.length) recopy(touched);
  if (isCovered()) colour();
  if (keys.every((key) => !state[key])) return;
  choose();
  mark();
};
