// What the page of a journey can do beyond being read: it shows, marks and moves what is there, and makes no content.
// There is one state, kept in the address; every change goes through `set`, which applies what it touches.
// It holds no less-than sign and no ampersand, so that XML and HTML read it alike.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);
// Nothing is written that stands there already: the browser would lay out a whole map again.
const put = (element, attributes) => {
  for (const name in attributes) {
    const value = attributes[name];
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  }
  return element;
};
const make = (name, attributes, ...children) => {
  const element = document.createElementNS((/^(div|a|canvas)$/.test(name) ? page : svg).namespaceURI, name);
  element.append(...children);
  return put(element, attributes);
};
const show = (element, on) => put(element, { display: on ? null : "none" });
const between = (low, value, high) => Math.max(low, Math.min(value, high));

// What it says: the page brings what is said in another language, by the English text.

const words = JSON.parse(one("#words")?.textContent || "{}");
const tell = (text, ...values) => (words[text] || text).replace(/{(\d)}/g, (_, place) => values[place - 1]);
const count = (number, thing) => tell(`{1} ${thing}${number === 1 ? "" : "s"}`, number);

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
const arrows = all("[data-from], [data-to]", svg).map((element) => {
  const [from, to] = [element.dataset.from, element.dataset.to].map((end) => cards[end]);
  const isLine = element.matches("[role=listitem]");
  if (isLine) if (to?.column > from?.column) {
    from.after.push(to);
    to.before.push(from);
  }
  const handsOff = one(".hand-off", element) !== null;
  return { element, isLine, handsOff, goesBack: from?.column >= to?.column, ends: [from, to].filter(Boolean) };
});
const items = all("[data-at]", svg).map((element) => ({ element, at: element.dataset.at.split(" ").map((at) => cards[at]) }));
const lanes = all("[data-lane]", svg).map((group) => ({ groups: [group], name: group.dataset.lane, height: Number(group.dataset.height) }));
const rows = all(".table tbody th[scope=row]").map((head) => head.parentElement);
const phases = all("[data-phase]", svg).map((group) => {
  const { x, width } = group.getBBox();
  const title = all("text", group).map((line) => line.textContent).join(" ");
  return { name: group.dataset.phase, title, x, width, holds: (card) => between(x, card.frame.x, x + width) === card.frame.x };
});
const gutter = phases.length ? (isMirrored ? width - phases[0].x - phases[0].width : phases[0].x) - 1 : 0;
const gutterX = isMirrored ? width - gutter : 0;

// The state, in the address

const choices = ["persona", "segment", "channel", "department", "colour", "highlight"];
const keys = ["find", ...choices, "hide", "at", "zoom", "phase"];
let state = Object.fromEntries(keys.map((key) => [key, ""]));
const empty = state;
const chosen = () => cards.find((card) => card.name === state.at);
const phase = () => phases.find((phase) => phase.name === state.phase);
const hidden = () => state.hide.split("|");

const read = () => {
  const text = location.hash.slice(1);
  const named = cards.find((card) => card.group.id === text);
  if (named) return { at: named.name };
  return text.includes("=") ? { ...empty, ...Object.fromEntries(new URLSearchParams(text)) } : {};
};
const set = (changes) => {
  const before = state;
  state = { ...state, ...changes };
  // What nobody can choose here was not chosen here.
  for (const key of choices) if (!one(`[name=${key}]`, controls)) state[key] = "";
  for (const control of all("[name]", controls)) {
    const { name, options } = control;
    if (name === "lane") control.checked = !hidden().includes(control.value);
    else if (options ? ![...options].some((option) => option.value === state[name]) : false) state[name] = "";
    if (name in state) if (control.value !== state[name]) control.value = state[name];
  }
  const changed = (...keys) => keys.some((key) => state[key] !== before[key]);
  // First, since it changes how high the row of controls is.
  does("clear").hidden = !keys.slice(0, 8).some((key) => state[key]);
  if (changed("colour")) colour();
  if (changed("hide", "zoom", "phase")) arrange();
  if (changed("at")) choose();
  if (changed("find", "persona", "segment", "channel", "department", "highlight", "at")) mark();
};
const change = (changes) => {
  set(changes);
  const told = keys.filter((key) => state[key]).map((key) => [key, state[key]]);
  history.replaceState(null, "", told.length ? "#" + new URLSearchParams(told) : location.pathname + location.search);
};

// Filters, search and highlights: what does not match is dimmed

const has = (tokens, token) => tokens === undefined || tokens.split(" ").includes(token);
const isFor = ({ dataset }) => ["persona", "segment"].every((kind) => !state[kind] || has(dataset.for, `${kind}-${state[kind]}`));
const matches = (card) => {
  if (!isFor(card.group)) return false;
  if (["channel", "department"].some((kind) => state[kind] ? !has(card[kind] || "", state[kind]) : false)) return false;
  if (!state.find) return true;
  card.text ||= `${card.words} ${card.article?.textContent}`.toLowerCase();
  return state.find.toLowerCase().split(/\s+/).every((word) => card.text.includes(word));
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
  if (state.highlight === "hand-offs") return (arrow) => arrow.handsOff;
  if (state.highlight === "back") return (arrow) => arrow.goesBack;
  if (!at) return () => false;
  if (!state.highlight) return (arrow) => arrow.ends.includes(at);
  const way = wayThrough(at);
  return (arrow) => arrow.ends.every((end) => way.has(end));
};
const mark = () => {
  const at = chosen();
  const drawn = new Set(cards.filter(matches));
  // A department's hand-offs lead to others, whose touchpoints it filters out.
  const few = state.highlight === "hand-offs" ? "some" : "every";
  const isDrawn = ({ element, ends }) => (isFor(element) ? ends[few]((end) => drawn.has(end)) : false);
  const lit = new Set(arrows.filter(isDrawn).filter(highlight(at)));
  const isChoosy = state.highlight === "path" ? at : state.highlight;
  const kept = isChoosy ? new Set([...lit].flatMap((arrow) => arrow.ends)) : drawn;
  if (isChoosy) if (drawn.has(at)) kept.add(at);
  for (const card of cards) card.group.classList.toggle("dim", !kept.has(card));
  for (const { element, at } of items) element.classList.toggle("dim", !isFor(element) || !at.some((card) => kept.has(card)));
  for (const arrow of arrows) {
    const { classList } = arrow.element;
    classList.toggle("lit", lit.has(arrow));
    classList.toggle("back", lit.has(arrow) ? arrow.goesBack : false);
    classList.toggle("dim", isChoosy ? !lit.has(arrow) : !isDrawn(arrow));
  }
  rows.forEach((row, column) => { row.hidden = !drawn.has(cards[column]); });

  const lines = [...lit].filter((arrow) => arrow.isLine);
  const said = [];
  if (keys.slice(0, 5).some((key) => state[key])) said.push(tell("{1} of {2}", drawn.size, count(cards.length, "touchpoint")));
  const [handOffs, back] = ["handsOff", "goesBack"].map((what) => lines.filter((arrow) => arrow[what]).length);
  if (state.persona || state.segment) said.push(tell("Figures are those of all customers"));
  if (isChoosy) said.push(tell("Highlighted: {1}, {2}, {3}", count(kept.size, "touchpoint"), count(handOffs, "hand-off"), count(back, "loop")));
  else if (state.highlight) said.push(tell("Choose a touchpoint to see its path"));
  say(said.join(". "));
};

// Colours. The figure stands where the owner stood, since a colour alone says nothing

const colour = () => {
  const [metric, isChange] = state.colour.split("-");
  for (const { group, frame: { x, y, width, height }, article } of cards) {
    group.classList.remove("l1", "l2", "l3", "l4", "l5", "none");
    one(".figure", group)?.remove();
    for (const owner of all(".owner", group)) show(owner, !metric);
    if (!metric) continue;
    const figures = article ? all("[data-metric]", article).find((figures) => figures.dataset.metric === metric) : null;
    const source = figures ? one(isChange ? ".change" : "[data-figure]", figures) : null;
    const absence = figures ? one(".none", figures)?.dataset.figure || tell("no earlier figure") : tell("not measured");
    const level = isChange ? { better: "l5", same: "l3", worse: "l1" }[figures?.dataset.change] : figures?.dataset.level;
    group.classList.add(level || "none");
    const place = { x: isMirrored ? x + width - 12 : x + 12, y: y + height - 13, "text-anchor": isMirrored ? "end" : "start" };
    group.append(make("text", { class: "value figure", "aria-hidden": true, ...place }, source?.dataset.figure || absence));
  }
};

// Lanes, zoom and the presentation

const names = make("div", { class: "names", "aria-hidden": true });
const frozen = make("div", { class: "frozen", "aria-hidden": true, hidden: "" });
let frozenHeight = 0;
let scale = 1;
let frame = {};

const draw = (drawing, { x, y = top, width, height }, scale) => {
  put(drawing, { viewBox: `${x} ${y} ${width} ${height}`, width: width * scale, height: height * scale });
};
const arrange = () => {
  let saved = 0;
  for (const { groups, name, height } of lanes) {
    const isGone = hidden().includes(name);
    for (const group of groups) put(group, { display: isGone ? "none" : null, transform: saved ? `translate(0 ${-saved})` : null });
    if (isGone) saved += height;
  }
  put(one(".footer", svg), { transform: `translate(0 ${-saved})` });
  const now = phase();
  frame = { x: now ? now.x - 10 : 0, width: now ? now.width + 20 : width, height: height - saved };
  scale = now ? between(0.75, (page.clientWidth - 8) / (gutter + frame.width), 1.5) : between(0.1, Number(state.zoom) || 1, 4);
  draw(svg, frame, scale);
  draw(names.firstChild, { ...frame, x: gutterX, width: gutter }, scale);
  draw(frozen.firstChild, { ...frame, height: frozenHeight }, scale);
  sheet.style.paddingInlineStart = frozen.firstChild.style.marginInlineStart = now ? gutter * scale + "px" : "";
  names.style.marginInlineStart = now ? -gutter * scale + "px" : "";
  page.classList.toggle("presenting", Boolean(now));
  const bar = getComputedStyle(controls).position === "sticky" ? controls.offsetHeight : 0;
  page.style.scrollPaddingTop = bar + 16 + "px";
  map.style.scrollPaddingInlineStart = gutter * scale + 16 + "px";
  frozen.style.cssText = `--height:${frozenHeight * scale}px;--gutter:${gutter * scale}px`;
  does("actual").textContent = tell("{1}%", Math.round(scale * 100));
  if (now) one(".stage p").textContent = tell("{1} of {2}", phases.indexOf(now) + 1, phases.length) + ": " + now.title;
  does("previous").disabled = now === phases[0];
  does("next").disabled = now === phases.at(-1);
  follow();
};
// Names of lanes stay at the side, phases and touchpoints at the top: copies that only eyes see.
const copy = (element) => {
  const twin = element.cloneNode(true);
  for (const part of [twin, ...all("*", twin)]) put(part, { id: null, role: null, "aria-label": null });
  return twin;
};
const freeze = () => {
  const side = make("svg", { class: "waymark" }, make("rect", { class: "paper", width, height, y: lanes[0]?.groups[0].getBBox().y || 0 }));
  for (const { groups } of lanes) {
    groups.push(make("g", {}, ...all(":scope > text, :scope > .rule, :scope > .sample", groups[0]).map(copy)));
    side.append(groups[1]);
  }
  names.append(side);
  const bar = one("[data-phase]", svg)?.parentNode || make("g", {});
  const titles = all("text.card", svg);
  const rise = row.y - bar.getBBox().y - bar.getBBox().height;
  frozenHeight = Math.max(0, ...titles.map((line) => line.getAttribute("y"))) - rise + 14 - top;
  const moved = make("g", { transform: `translate(0 ${-rise})` }, ...titles.map(copy));
  frozen.append(make("svg", { class: "waymark" }, copy(bar), moved));
};
const follow = () => {
  const box = map.getBoundingClientRect();
  const bar = Math.max(0, controls.getBoundingClientRect().bottom);
  map.classList.toggle("moved", Math.abs(map.scrollLeft) > 4);
  frozen.hidden = box.top + (row.y + row.height - top) * scale > bar || bar + 100 > box.bottom;
  if (details) details.style.top = bar + "px";
  frozen.style.setProperty("--bar", bar + "px");
  frozen.firstChild.style.translate = -map.scrollLeft + "px";
};
const jump = (y) => scrollTo({ top: y, behavior: "instant" });
const zoom = (to, x = map.clientWidth / 2, y = 0) => {
  const before = scale;
  const here = isMirrored ? x - map.clientWidth : x;
  change({ zoom: String(Math.round(between(0.1, to, 4) * 100) / 100) });
  map.scrollTo({ left: (map.scrollLeft + here) * scale / before - here, behavior: "instant" });
  jump(scrollY + y * (scale / before - 1));
};

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

// Copies

const picture = () => {
  const copy = svg.cloneNode(true);
  const y = state.phase ? top : 0;
  const size = { ...frame, y, height: frame.height + top - y };
  for (const part of all("*", copy)) {
    if (part.matches("[role=button]")) put(part, { role: null, "aria-label": null });
    for (const name of part.getAttributeNames()) if (/^(data-|tabindex|aria-[hp])/.test(name)) part.removeAttribute(name);
  }
  show(one(".header", copy), true);
  draw(copy, size, 1);
  put(one(".paper", copy), { x: frame.x, y });
  return { text: new XMLSerializer().serializeToString(copy), ...size };
};
const fileName = (ending) => (location.pathname.split("/").pop().replace(/\.html$/, "") || "map") + ending;
const save = (blob, name) => {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  say(tell("Saved as {1}", name));
};
const clip = (text, done, otherwise) => navigator.clipboard?.writeText(text).then(() => say(done), otherwise) ?? otherwise();
const savePNG = () => {
  const { text, width, height } = picture();
  const ratio = Math.min(2, 16000 / Math.max(width, height));
  const canvas = make("canvas", { width: Math.round(width * ratio), height: Math.round(height * ratio) });
  const image = new Image();
  image.onload = () => {
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => (blob ? save(blob, fileName(".png")) : say(tell("The map is too large for a picture"))));
  };
  image.src = "data:image/svg+xml," + encodeURIComponent(text);
};

// On paper: rows of touchpoints beside the lanes' names, in type that can be read. One picture of a long map cannot.

const strips = make("div", { class: "strips", inert: "" });
const unroll = () => {
  const height = frame.height - one(".footer", svg).getBBox().height;
  const isTall = height > 1400;
  // With room for the legend under the last row.
  const scale = Math.min(...(isTall ? [0.76, 1430 / height] : [1, 950 / height]));
  strips.replaceChildren();
  strips.style.page = isTall ? "tall" : "";
  if (!phase()) if (width > 1500 || height > 900) if (101 > cards.length) for (let at = 0; cards.length > at; at += 7) {
    const places = cards.slice(at, at + 7).map((card) => card.frame.x);
    const x = Math.min(...places) - 12;
    const [side, part] = [names.firstChild, svg].map(copy);
    draw(side, { x: gutterX, width: gutter, height }, scale);
    draw(part, { x, width: Math.max(...places) + row.width + 12 - x, height }, scale);
    one(".footer", part).remove();
    strips.append(make("div", {}, side, part));
  }
  // The legend, which a row would cut through, sign by sign.
  if (strips.firstChild) strips.append(make("div", { class: "signs" }, ...all(".footer > g", svg).map((sign) => {
    const drawing = make("svg", { class: "waymark" }, copy(sign));
    draw(drawing, sign.getBBox(), scale);
    return drawing;
  })));
};
addEventListener("beforeprint", unroll);

// What people do

const turn = (to) => {
  change({ phase: phases[between(0, to, phases.length - 1)]?.name || "" });
  jump(0);
  map.scrollLeft = 0;
};
const actions = {
  close,
  fold: () => put(does("fold"), { "aria-expanded": controls.classList.toggle("unfolded") }),
  clear: () => { change({ ...empty, at: state.at, zoom: state.zoom }); one("input", controls).focus(); },
  link: () => clip(location.href, tell("Link copied"), () => say(tell("The address of this page opens this view"))),
  svg: () => clip(picture().text, tell("Copied as SVG"), () => save(new Blob([picture().text], { type: "image/svg+xml" }), fileName(".svg"))),
  png: savePNG,
  smaller: () => zoom(scale / 1.25),
  larger: () => zoom(scale * 1.25),
  actual: () => zoom(1),
  fit: () => zoom(map.clientWidth / width),
  present: () => { turn(phases.findIndex((phase) => chosen() ? phase.holds(chosen()) : true)); does("next").focus(); },
  previous: () => turn(phases.indexOf(phase()) - 1),
  next: () => turn(phases.indexOf(phase()) + 1),
  end: () => { change({ phase: "" }); does("present").focus(); },
};

addEventListener("click", ({ target }) => {
  const button = target.closest("[data-do]");
  button?.closest("[popover]")?.hidePopover();
  if (button) actions[button.dataset.do]();
});
controls.addEventListener("input", ({ target: { name, value } }) => {
  const unchecked = all("[name=lane]:not(:checked)", controls).map((box) => box.value);
  change(name === "lane" ? { hide: unchecked.join("|") } : { [name]: value });
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
  const card = cards.find(({ group }) => group.contains(event.target));
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
    if (card ? /^(Enter| )$/.test(key) : false) return () => { visit(card); one("h3", card.article || page)?.focus(); };
    return shortcuts[key];
  };
  if (event.ctrlKey || event.metaKey || event.altKey || one(":popover-open")) return;
  const todo = act();
  if (!todo) return;
  event.preventDefault();
  todo();
});

// Begin

// Where this machine's font is narrower than the one the map was measured in, letters keep their natural width.
const texts = all("text[textLength]", svg).map((text) => [text, text.getAttribute("textLength")]);
for (const [text] of texts) put(text, { textLength: null });
const natural = texts.map(([text]) => text.getComputedTextLength() || Infinity);
texts.forEach(([text, most], at) => put(text, { textLength: Math.min(most, natural[at]) }));

for (const { group, box, words } of cards) {
  const link = box.closest("a");
  link?.replaceWith(...link.childNodes);
  put(box, { role: "button", tabindex: 0, "aria-label": words });
  for (const text of all("text", group)) put(text, { "aria-hidden": true });
}
freeze();
map.before(frozen);
map.after(strips);
svg.before(names);
page.classList.add("live");
controls.hidden = false;
arrange();
choose();
set({});
// Where the names of the lanes do not stay, the map begins with its first touchpoint.
if (!names.offsetParent) map.scrollLeft = forward * (gutter - 16);
open();
