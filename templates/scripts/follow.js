// A page that follows the files it is made of: it hears that they changed, and asks what is another on it now.
// It holds no less-than sign and no ampersand, so that XML and HTML read it alike. Its names are its own.
{
const root = document.documentElement;
const file = location.pathname.split("/").pop() || "index.html";
const isMap = typeof renew !== "undefined";

// Where one reads: what is nearest to the middle of the window, and where that is.

const whereabouts = () => {
  const far = ({ left, right, top, bottom }) => Math.hypot((left + right - innerWidth) / 2, (top + bottom - innerHeight) / 2);
  let [spot, least] = [root, Infinity];
  for (const element of document.querySelectorAll(".touchpoint, tr, article, h2, h3")) {
    // What a browser has not laid out is out of sight, and would be laid out to be measured.
    if (!element.checkVisibility({ contentVisibilityAuto: true })) continue;
    const box = element.getBoundingClientRect();
    if (box.width) if (least > far(box)) [spot, least] = [element, far(box)];
  }
  const { left, top } = spot.getBoundingClientRect();
  return { spot, id: spot.closest("[id]")?.id, left, top };
};
const goBack = ({ spot, id, left, top }) => {
  const element = spot?.isConnected ? spot : document.getElementById(id);
  if (!element) return;
  const box = () => element.getBoundingClientRect();
  document.querySelector(".map")?.scrollBy({ left: box().left - left, behavior: "instant" });
  scrollBy({ top: box().top - top, behavior: "instant" });
};

// A page that cannot be changed in place is loaded, and shows the same place again.

const memory = "waymark " + location.pathname;
const folds = () => [...document.querySelectorAll("details")];
const reload = () => {
  const { id, left, top } = whereabouts();
  const focus = document.activeElement?.closest("[id]")?.id;
  sessionStorage.setItem(memory, JSON.stringify({ id, left, top, focus, open: folds().map(({ open }) => open) }));
  location.reload();
};
const remember = () => {
  const past = JSON.parse(sessionStorage.getItem(memory));
  sessionStorage.removeItem(memory);
  if (!past) return;
  history.scrollRestoration = "manual";
  folds().forEach((fold, at) => { fold.open = past.open[at] ?? fold.open; });
  const focused = document.getElementById(past.focus);
  (focused?.querySelector("[tabindex]") || focused)?.focus({ preventScroll: true });
  goBack(past);
};

// Changes of what was sent, child by child

let changed = [];
// Texts that may need another length where this machine's font is narrow: all others are as they were.
let unfit = [];
let isAnother = false;
// The size of the drawing as it was sent.
let sent = isMap ? { y: top, width, height } : null;
const note = (element, inside, attributes) => {
  changed.push(inside);
  if (isMap) if (!isAnother) isAnother = isHeld(element, attributes);
};
// Only what pages are made of: nothing that runs, fetches or sends.
const isSafe = (name, value) => !/^(on|form|action$|ping$|srcdoc$|src$)/.test(name) || (name === "src" ? value.startsWith("data:image/") : false);
const describe = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else if (isSafe(name, value)) element.setAttribute(name, value);
  }
};
const built = (value, parent) => {
  if (typeof value === "string") return document.createTextNode(value);
  const [name, attributes, ...kids] = value;
  if (/^(script|style|iframe|object|embed|link|base|meta|form)$/i.test(name)) throw new Error(name);
  const element = document.createElementNS(name === "svg" ? "http://www.w3.org/2000/svg" : parent.namespaceURI, name);
  describe(element, attributes);
  element.append(...kids.map((kid) => built(kid, element)));
  return element;
};
const insert = (fresh, parent, before, after) => {
  if ([parent, before, after].some((place) => place?.isConnected === false)) throw new Error("moved");
  if (after) after.before(fresh);
  else if (before) before.after(fresh);
  else parent.append(fresh);
};
const count = ({ kids }) => kids.reduce((sum, kid) => sum + count(kid), 1);
const update = (node, { attributes, text, steps = [] }) => {
  const { dom } = node;
  if (attributes) {
    describe(dom, attributes);
    note(dom, dom, Object.keys(attributes));
    if ("textLength" in attributes) unfit.push(dom);
    if (isMap) if (dom === svg) if (attributes.viewBox) {
      const [, y, width, height] = attributes.viewBox.split(" ").map(Number);
      sent = { y, width, height };
    }
  }
  if (text !== undefined) {
    dom.data = text;
    note(dom.parentNode, dom.parentNode, []);
    unfit.push(dom.parentNode);
  }
  const [old, kids] = [node.kids, []];
  for (const step of steps) {
    if (typeof step === "string" || Array.isArray(step)) {
      const fresh = built(step, dom);
      insert(fresh, dom, kids.at(-1)?.dom, old[0]?.dom);
      if (fresh.nodeType === 1) {
        note(fresh, fresh);
        unfit.push(fresh, ...fresh.querySelectorAll("text"));
      } else note(dom, dom, []);
      kids.push(mirrored(fresh));
      kept.count += count(kids.at(-1));
    } else if (step > 0) kids.push(...old.splice(0, step));
    else if (0 > step) for (const lost of old.splice(0, -step)) {
      const gone = lost.dom;
      kept.count -= count(lost);
      if (gone.nodeType === 1) note(gone, dom);
      else note(dom, dom, []);
      gone.remove();
    } else {
      update(old[0], step);
      kids.push(old.shift());
    }
  }
  if (steps.length) node.kids = [...kids, ...old];
};
// Of the texts that came or changed, those whose length is said.
const fitted = () => [...new Set(unfit)].filter((text) => text.isConnected ? text.matches("text[textLength]") : false);
// Gives a drawing at once the size that it will have without the lanes that are hidden now: a browser lays out all texts of
// it for each other size. The script finds the one that was sent.
const size = () => {
  Object.defineProperty(svg, "viewBox", { value: { baseVal: sent }, configurable: true });
  draw(svg, { ...frame, width: sent.width, height: frame.height + sent.height - height }, scale);
};
// The script of a map begins again: a copy of it runs, at once, before a browser shows the page without it.
const again = () => {
  window.unfit = fitted();
  size();
  stop();
  run.abort();
  undress();
  strip.remove();
  const script = document.querySelector("script:not([id])");
  const copy = document.createElement("script");
  copy.textContent = script.textContent;
  const holder = (node) => node.kids.find(({ dom }) => dom === script) || node.kids.map(holder).find(Boolean);
  holder(kept.tree).dom = copy;
  script.replaceWith(copy);
  // It ran as one that is no module; what was sent is one.
  copy.type = "module";
};
const apply = (patch) => {
  kept.count ??= count(kept.tree);
  if (!patch.change || patch.count !== kept.count) return reload();
  const here = whereabouts();
  changed = [];
  unfit = [];
  isAnother = false;
  try {
    if (isMap) uncover();
    update(kept.tree, patch.change);
    root.dataset.version = patch.version;
    if (isAnother) {
      kept.here = here;
      return again();
    }
    if (isMap) renew(changed, fitted());
    goBack(here);
  } catch {
    reload();
  }
};

// What is said below the page

const strip = document.createElement("div");
strip.className = "preview-strip";
strip.setAttribute("role", "status");
strip.lang = "en";
strip.style.cssText = "position:fixed;inset:auto 0 0;z-index:9;max-height:40vh;overflow:auto;padding:.6em 1em;border-top:3px solid;background:Canvas;color:CanvasText;font:1em/1.4 system-ui,sans-serif;white-space:pre-wrap";
const say = (text) => {
  if (strip.textContent === text) if (strip.hidden === !text) return;
  strip.textContent = text;
  strip.hidden = !text;
};
const icon = document.createElement("link");
icon.rel = "icon";
let signed;
const sign = (colour) => {
  if (signed === colour) return;
  signed = colour;
  const dot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  describe(dot, { cx: 4, cy: 4, r: 3, fill: colour });
  const drawing = document.createElementNS(dot.namespaceURI, "svg");
  describe(drawing, { viewBox: "0 0 8 8" });
  drawing.append(dot);
  icon.href = "data:image/svg+xml," + encodeURIComponent(new XMLSerializer().serializeToString(drawing));
};
const tellFindings = ({ findings, isOld, version }) => {
  const lines = [...(findings?.lines || [])];
  if (version === null) lines.unshift("This page is gone. See the page of all journeys: index.html");
  else if (isOld) lines.push("The page shows the last version without errors.");
  say(lines.join("\n"));
  sign(lines.length ? "#c00000" : "#2a6e3f");
  for (const main of document.querySelectorAll("main")) main.style.opacity = isOld ? 0.6 : "";
};

// With an editor: a touchpoint that is chosen here is shown there, and the one at its cursor is marked here.

let opens = false;
let marked;
let moved = 0;
const editor = ({ opens: can, pointed }) => {
  opens = can;
  if (marked?.dataset.name === pointed) return;
  const stroke = (value, width) => { if (marked) Object.assign(marked.querySelector(".card-box").style, { stroke: value, strokeWidth: width }); };
  stroke("", "");
  marked = pointed ? document.querySelector(`.touchpoint[data-name="${CSS.escape(pointed)}"]`) : null;
  stroke("Highlight", "4px");
  // Who has just moved the map wants to see something else.
  if (marked) if (performance.now() > moved + 2000) marked.scrollIntoView({ block: "nearest", inline: "nearest" });
};
for (const type of ["wheel", "pointerdown", "keydown"]) addEventListener(type, () => { moved = performance.now(); }, { passive: true });
addEventListener("click", ({ target }) => {
  const name = opens ? target.closest(".touchpoint")?.dataset.name : "";
  if (name) fetch("open?" + new URLSearchParams({ page: decodeURIComponent(file), name, from: root.dataset.version }), { method: "POST" });
});

// News: as events; where they do not come through, it asks.

let stream;
let timer;
let isBusy = false;
let latest;
const ask = (what, more = "") => fetch(`${what}?page=${file}${more}`, { cache: "no-store" }).then((answer) => answer.json());
const take = async (news) => {
  latest = news;
  if (isBusy) return;
  isBusy = true;
  while (latest) {
    const { version } = latest;
    tellFindings(latest);
    editor(latest);
    latest = undefined;
    if (version) if (version !== root.dataset.version) await ask("patch", `${String.fromCharCode(38)}from=${root.dataset.version}`).then(apply, lost);
  }
  isBusy = false;
};
const lost = () => {
  say("Not connected. This page shows the last version. If the preview was started again, open its new link.");
  sign("#767676");
};
const stop = () => {
  stream?.close();
  clearTimeout(timer);
};
const poll = () => {
  stop();
  ask("state").then(take, lost).finally(() => { timer = setTimeout(poll, 1000); });
};
const start = () => {
  stop();
  if (document.hidden) return;
  stream = new EventSource(`events?page=${file}`);
  // A proxy may keep events back.
  timer = setTimeout(poll, 3000);
  stream.onmessage = ({ data }) => {
    clearTimeout(timer);
    take(JSON.parse(data));
  };
  stream.addEventListener("ask", poll);
  stream.onerror = () => {
    lost();
    // Of an answer that is no stream the browser does not ask again.
    clearTimeout(timer);
    timer = setTimeout(start, 2000);
  };
};
addEventListener("visibilitychange", start);
addEventListener("pageshow", start);
addEventListener("pagehide", stop);
document.head.append(icon);
document.body.append(strip);
say("");
if (kept.here) goBack(kept.here);
else remember();
kept.here = null;
EventTarget.prototype.addEventListener = listen;
start();
}
