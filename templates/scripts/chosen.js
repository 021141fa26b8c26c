// The chosen touchpoint

const choose = () => {
  for (const { name, group, box, article } of cards) {
    group.classList.toggle("on", name === state.at);
    put(box, { "aria-pressed": name === state.at });
    if (article) article.hidden = name !== state.at;
  }
  page.classList.toggle("chosen", Boolean(chosen()));
  details?.scrollTo(0, 0);
};
const visit = (card) => {
  change({ at: card.name });
  card.box.scrollIntoView({ block: "nearest", inline: "nearest" });
};
let isClosing = false;
const close = () => {
  const card = chosen();
  change({ at: "" });
  isClosing = true;
  card?.box.focus({ preventScroll: true });
  isClosing = false;
};
