// What people do

const turn = (to) => {
  change({ phase: phases[between(0, to, phases.length - 1)]?.name || "" });
  jump(0);
  map.scrollLeft = 0;
};
// Of lanes: what is not as it was at first, hidden or shown.
const lanesWhere = (isTurned) => change({ hide: all("[name=lane]", controls).filter(isTurned).map((box) => box.value).join("|") });
const showSet = (set) => lanesWhere(({ dataset, defaultChecked }) => (set === "all" ? "set" in dataset : dataset.set === set) !== defaultChecked);
const actions = {
  close,
  fold: () => put(does("fold"), { "aria-expanded": controls.classList.toggle("unfolded") }),
  clear: () => { change({ ...empty, at: state.at, zoom: state.zoom }); one("input", controls).focus(); },
  link: () => clip(location.href, tell("Link copied"), () => say(tell("The address of this page opens this view"))),
  svg: () => clip(picture().text, tell("Copied as SVG"), () => save(new Blob([picture().text], { type: "image/svg+xml" }), fileName(".svg"))),
  png: savePNG,
  before: () => visit(cards[between(0, chosen().column - 1, cards.length)]),
  after: () => visit(cards[chosen().column + 1] || chosen()),
  smaller: () => zoom(scale / 1.25),
  larger: () => zoom(scale * 1.25),
  actual: () => zoom(1),
  fit: () => zoom(Math.floor(100 * map.clientWidth / width) / 100),
  present: () => { turn(phases.findIndex((phase) => chosen() ? phase.holds(chosen()) : true)); does("next").focus(); },
  previous: () => turn(phases.indexOf(phase()) - 1),
  next: () => turn(phases.indexOf(phase()) + 1),
  end: () => { change({ phase: "" }); does("present").focus(); },
};

addEventListener("click", ({ target }) => {
  const button = target.closest("[data-do]");
  if (!button?.closest(".sets")) button?.closest("[popover]")?.hidePopover();
  if (button) (actions[button.dataset.do] || (() => showSet(button.dataset.do.slice(4))))();
});
controls.addEventListener("input", ({ target: { name, value } }) => {
  if (name === "lane") lanesWhere((box) => box.checked !== box.defaultChecked);
  else change({ [name]: value });
});
let pull = null;
map.addEventListener("pointerdown", ({ pointerType, button, clientX: x, clientY: y }) => {
  pull = pointerType === "mouse" ? button ? null : { x, y } : null;
});
addEventListener("pointermove", ({ clientX: x, clientY: y }) => {
  if (!pull?.moved) if (!pull || 5 > Math.hypot(x - pull.x, y - pull.y)) return;
  map.classList.add("pulled");
  map.scrollBy({ left: pull.x - x, behavior: "instant" });
  jump(scrollY + pull.y - y);
  pull = { x, y, moved: true };
});
addEventListener("pointerup", () => {
  map.classList.remove("pulled");
  setTimeout(() => { pull = null; });
});
svg.addEventListener("click", (event) => {
  const at = event.target.closest("[data-at]")?.dataset.at;
  const card = at ? cards[parseInt(at)] : cards.find(({ group }) => group.contains(event.target));
  if (pull?.moved) event.preventDefault();
  else if (card) if (!event.target.closest("a")) visit(card);
});
sheet.addEventListener("focusin", ({ target }) => {
  const card = cards.find(({ box }) => box === target);
  if (card) if (!isClosing) if (target.matches(":focus-visible")) visit(card);
});
map.addEventListener("wheel", (event) => {
  if (!event.ctrlKey) return;
  event.preventDefault();
  const box = map.getBoundingClientRect();
  zoom(scale * Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top);
}, { passive: false });
for (const target of [map, window]) target.addEventListener("scroll", follow, { passive: true });
addEventListener("resize", arrange);
const open = () => {
  set(read());
  if (chosen()) visit(chosen());
};
addEventListener("hashchange", open);

const shortcuts = { "/": () => one("input", controls).focus(), "+": actions.larger, "-": actions.smaller, 0: actions.actual };
addEventListener("keydown", (event) => {
  const { key, target } = event;
  const step = { ArrowRight: forward, ArrowLeft: -forward, PageDown: 1, PageUp: -1, Home: -cards.length, End: cards.length }[key];
  const card = cards.find(({ box }) => box === target);
  const act = () => {
    if (key === "Escape") return state.at ? close : state.phase ? actions.end : null;
    if (target.matches("[type=search]")) {
      const found = cards.filter(matches);
      return key === "Enter" ? found.length ? () => visit(found[(found.indexOf(chosen()) + 1) % found.length]) : null : null;
    }
    if (target.matches("input, select")) return null;
    if (state.phase ? step : false) return () => turn(phases.indexOf(phase()) + step);
    if (card ? step : false) {
      const open = cards.filter((card) => !card.group.matches(".dim"));
      return () => open[between(0, open.indexOf(card) + step, open.length - 1)].box.focus();
    }
    if (card ? /^(Enter|\s)$/.test(key) : false) return () => { visit(card); one("h3", card.article || page)?.focus(); };
    return shortcuts[key];
  };
  if (event.ctrlKey || event.metaKey || event.altKey || one(":popover-open")) return;
  const todo = act();
  if (!todo) return;
  event.preventDefault();
  todo();
});
