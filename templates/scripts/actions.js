// What people do

const stage = (to) => {
  change({ phase: phases[between(0, to, phases.length - 1)]?.name || "" });
  jump(0);
  map.scrollLeft = 0;
};
const move = (by) => stage(phases.indexOf(phase()) + by);
const step = (by) => visit(cards[between(0, chosen().column + by, cards.length - 1)]);
// Of lanes: what is not as it was at first, hidden or shown.
const lanesWhere = (isTurned) => change({ hide: all("[name=lane]", controls).filter(isTurned).map((box) => box.value).join("|") });
const showSet = (set) => lanesWhere(({ dataset, defaultChecked }) => (set === "all" ? "set" in dataset : dataset.set === set) !== defaultChecked);
const actions = {
  close,
  fold: () => put(does("fold"), { "aria-expanded": turn(controls, "unfolded") }),
  clear: () => { change({ ...empty, at: state.at, zoom: state.zoom }); one("input", controls).focus(); },
  link: () => clip(location.href, tell("Link copied"), () => say(tell("The address of this page opens this view"))),
  only: () => change({ only: state.only ? "" : "yes" }),
  view: () => clip(`view "…" "${location.hash.slice(1)}"`, tell("Line copied: put it into the journey, with a name"), () => say(location.hash)),
  svg: () => clip(picture().text, tell("Copied as SVG"), () => save(new Blob([picture().text], { type: "image/svg+xml" }), fileName(".svg"))),
  png: savePNG,
  csv: () => save(new Blob([csv()], { type: "text/csv" }), fileName(".csv")),
  before: () => step(-1),
  after: () => step(1),
  smaller: () => zoom(scale / 1.25),
  larger: () => zoom(scale * 1.25),
  actual: () => zoom(1),
  fit: () => zoom(floor(100 * map.clientWidth / width) / 100),
  present: () => { stage(phases.findIndex((phase) => chosen() ? phase.holds(chosen()) : true)); does("next").focus(); },
  previous: () => move(-1),
  next: () => move(1),
  end: () => { change({ phase: "" }); does("present").focus(); }
};

on("click", (event) => {
  const { target } = event;
  const card = cards[rows.indexOf(target.closest("th a")?.closest("tr"))];
  if (card) {
    event.preventDefault();
    visit(card);
  }
  const button = target.closest("[data-do]");
  if (!button?.closest(".sets")) button?.closest("[popover]")?.hidePopover();
  if (button) (actions[button.dataset.do] || (() => showSet(button.dataset.do.slice(4))))();
});
on("input", ({ target: { name, value } }) => {
  if (name === "lane") lanesWhere((box) => box.checked !== box.defaultChecked);
  else change({ [name]: value });
}, controls);
let pull = null;
on("pointerdown", ({ pointerType, button, clientX: x, clientY: y }) => {
  pull = pointerType === "mouse" ? button ? null : { x, y } : null;
}, map);
on("pointermove", ({ target, pointerType, clientX: x, clientY: y }) => {
  if (pointerType === "mouse") hover(pull?.moved ? null : target, x, y);
  if (!pull?.moved) if (!pull || 5 > hypot(x - pull.x, y - pull.y)) return;
  map.classList.add("pulled");
  map.scrollBy({ left: pull.x - x, behavior: "instant" });
  jump(scrollY + pull.y - y);
  pull = { x, y, moved: true };
});
on("pointerup", () => {
  map.classList.remove("pulled");
  setTimeout(() => { pull = null; });
});
on("click", (event) => {
  const card = cards[parseInt(event.target.closest("[data-at]")?.dataset.at)];
  const arrow = arrows.find(({ element }) => element.contains(event.target));
  if (pull?.moved) event.preventDefault();
  else if (arrow?.ends[0]) { hover(null); change({ at: arrow.ends.map(({ name }) => name).join("|") }); }
  else if (card) if (!event.target.closest("a")) visit(card);
}, svg);
const focused = (target) => cards.find(({ box }) => box === target);
on("focusin", ({ target }) => {
  const card = focused(target);
  if (card) if (target.matches(":focus-visible")) visit(card);
}, sheet);
on("wheel", (event) => {
  if (!event.ctrlKey) return;
  event.preventDefault();
  const box = map.getBoundingClientRect();
  zoom(scale * exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top);
}, map, { passive: false });
for (const target of [map, window]) on("scroll", follow, target, { passive: true });
on("resize", arrange);
const open = () => {
  set(read());
  if (chosen()) visit(chosen(), state.at);
};
on("hashchange", open);

const shortcuts = { "/": () => one("input", controls).focus(), "+": actions.larger, "-": actions.smaller, 0: actions.actual, "?": () => one("#keys").showPopover() };
on("keydown", (event) => {
  const { key, target } = event;
  const by = { ArrowRight: forward, ArrowLeft: -forward, PageDown: 1, PageUp: -1, Home: -cards.length, End: cards.length }[key];
  const card = focused(target);
  const act = () => {
    if (key === "Escape") {
      hover(null);
      return state.at ? close : state.phase ? actions.end : null;
    }
    if (target.matches("input, select")) {
      const found = cards.filter(matches);
      return key === "Enter" ? target.type === "search" ? found.length ? () => visit(found[(found.indexOf(chosen()) + 1) % found.length]) : null : null : null;
    }
    if (state.phase ? by : false) return () => move(by);
    if (card ? by : false) {
      const open = cards.filter((card) => !card.group.matches(".dim"));
      return () => open[between(0, open.indexOf(card) + by, open.length - 1)].box.focus();
    }
    if (card ? /^(Enter|\s)$/.test(key) : false) return () => { visit(card); if (card.article) put(one("h3", card.article), { tabindex: -1 }).focus(); };
    return shortcuts[key];
  };
  if (event.ctrlKey || event.metaKey || event.altKey || one(":popover-open")) return;
  const todo = act();
  if (!todo) return;
  event.preventDefault();
  todo();
});
