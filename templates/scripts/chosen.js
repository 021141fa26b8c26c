// The chosen touchpoint

const choose = () => {
  for (const card of cards) {
    const isOn = isChosen(card);
    turn(card.group, "on", isOn);
    put(card.box, { "aria-pressed": isOn });
    if (card.article) card.article.hidden = !isOn;
  }
  turn(page, "chosen", !!chosen());
  details?.scrollTo(0, 0);
};
// On the map or, where a phone has none, in the table.
const place = ({ box, column }) => box.checkVisibility({ visibilityProperty: true }) ? box : one("a", rows[column]);
const visit = (card, at = card.name) => {
  if (at !== state.at) change({ at });
  place(card).scrollIntoView({ block: "nearest", inline: "nearest" });
};
// The focus goes first: it opens what it comes to.
const close = () => {
  if (chosen()) place(chosen()).focus({ preventScroll: true });
  change({ at: "" });
};
