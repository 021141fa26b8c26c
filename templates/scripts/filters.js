// Filters, search and highlights: what does not match is dimmed

const has = (tokens, token) => tokens === undefined || tokens.split(" ").includes(token);
const isFor = ({ dataset }) => ["persona", "segment"].every((kind) => !state[kind] || has(dataset.for, `${kind}-${state[kind]}`));
const matches = (card) => {
  card.text ||= `${card.words} ${card.article?.textContent}`.toLowerCase();
  const isFound = state.find.toLowerCase().split(/\s+/).every((word) => card.text.includes(word));
  return isFor(card.group) ? ["channel", "department", "tag"].every((kind) => !state[kind] || has(card[kind] || "", state[kind])) ? isFound : false : false;
};
// All that lie on a way through a touchpoint: those before it and those behind it, without going back.
const wayThrough = (card) => {
  const found = new Set([card]);
  for (const side of ["before", "after"]) {
    const open = [card];
    while (open.length) for (const next of open.pop()[side]) if (!found.has(next)) { found.add(next); open.push(next); }
  }
  return found;
};
const highlight = (at) => {
  const way = at ? wayThrough(at) : new Set;
  return {
    "hand-offs": (arrow) => arrow.handsOff, back: (arrow) => arrow.goesBack, path: ({ ends }) => ends.every((end) => way.has(end))
  }[state.highlight] || (({ ends }) => ends.includes(at));
};
// The rows of the table follow when it is seen: laying out hundreds of them would hold up the map.
let inTable = new Set(cards);
const tabulate = () => {
  if (rows.length) if (innerHeight > rows[0].closest(".table").getBoundingClientRect().top) printTable();
};
const printTable = () => rows.forEach((row, column) => { row.hidden = !inTable.has(cards[column]); });
const mark = () => {
  const at = chosen();
  const drawn = new Set(cards.filter(matches));
  // A department's hand-offs lead to others, whose touchpoints it filters out.
  const few = state.highlight === "hand-offs" ? "some" : "every";
  const isDrawn = ({ element, ends }) => isFor(element) ? ends[few]((end) => drawn.has(end)) : false;
  const lit = new Set(arrows.filter(isDrawn).filter(highlight(at)));
  const isChoosy = state.highlight === "path" ? at : state.highlight;
  const kept = isChoosy ? new Set([...lit].flatMap((arrow) => arrow.ends)) : drawn;
  if (isChoosy) if (drawn.has(at)) kept.add(at);
  for (const { element, at } of items) turn(element, "dim", !isFor(element) || !at.some((card) => kept.has(card)));
  for (const arrow of arrows) {
    const isLit = lit.has(arrow);
    turn(arrow.element, "lit", isLit);
    turn(arrow.element, "back", isLit ? arrow.goesBack : false);
    turn(arrow.element, "dim", isChoosy ? !isLit : !isDrawn(arrow));
  }
  inTable = drawn;
  tabulate();

  const lines = [...lit].filter((arrow) => arrow.isLine);
  const said = [];
  if (keys.slice(0, 6).some((key) => state[key])) said.push(count(cards.length, "{1} of {2} touchpoint", drawn.size));
  const [handOffs, back] = ["handsOff", "goesBack"].map((what) => lines.filter((arrow) => arrow[what]).length);
  if (state.persona || state.segment) said.push(ofSegment() ? tell("Tiles: {1}; all other figures: all customers", one("[name=segment]").selectedOptions[0].text) : tell("Figures are those of all customers"));
  if (state.compare) said.push(one(`[data-versus~="${state.compare}"]`).getAttribute("aria-label"));
  if (state.at.includes("|")) said.push(...lines.filter(({ ends }) => ends.every(isChosen)).map(({ element }) => one("title", element).textContent));
  if (isChoosy) said.push(tell("Highlighted: {1}, {2}, {3}", count(kept.size, "{1} touchpoint"), count(handOffs, "{1} hand-off"), count(back, "{1} loop")));
  else if (state.highlight) said.push(tell("Choose a touchpoint to see its path"));
  say(said.join(". "));
};
