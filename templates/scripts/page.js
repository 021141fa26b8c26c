"use strict";
// What the page of a journey can do beyond being read. The page is complete without it: nothing here makes content, it
// only shows, marks and moves what is there. One state, kept in the address; every change goes through `set`.
//
// It holds no less-than sign, no ampersand and no "]]" before ">", so that XML and HTML read it alike.
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const page = document.documentElement;
  const map = one(".map");
  const svg = one(".map > svg");
  const controls = one("#controls");
  if (!svg || !controls) return;

  const make = (name, attributes = {}, ...children) => {
    const element = /^(svg|g|rect|text)$/.test(name)
      ? document.createElementNS("http://www.w3.org/2000/svg", name)
      : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const say = (text) => { one("[role=status]", controls).textContent = text; };
  const count = (number, one, many = one + "s") => number + " " + (number === 1 ? one : many);
  const numbers = (text) => (text ? text.split(" ").map(Number) : []);

  // ---- what is there

  const size = { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
  const top = Number(svg.dataset.top) - 8;
  const details = one("#details");
  const cards = all(".touchpoint", svg).map((group, column) => {
    const box = one(".card-box", group);
    const frame = { x: box.x.baseVal.value, y: box.y.baseVal.value, width: box.width.baseVal.value, height: box.height.baseVal.value };
    const article = document.getElementById(group.id + "-details");
    return { column, group, box, frame, article, name: group.dataset.name, words: one("title", group).textContent };
  });
  const title = (card) => (card.article ? one("h3", card.article).textContent : card.words.split(". ")[0]);
  const arrows = all("[data-from],[data-to]", svg).map((element) => ({
    element,
    from: element.dataset.from === undefined ? null : Number(element.dataset.from),
    to: element.dataset.to === undefined ? null : Number(element.dataset.to),
    handsOff: one(".hand-off", element) !== null,
    isLine: element.getAttribute("role") === "listitem",
  }));
  for (const arrow of arrows) arrow.goesBack = [arrow.from, arrow.to].includes(null) ? false : arrow.from >= arrow.to;
  const items = all("[data-at]", svg).map((element) => ({ element, at: numbers(element.dataset.at) }));
  const lanes = all(".lane", svg).map((group) => ({ group, name: group.dataset.lane, height: Number(group.dataset.height) }));
  const rows = all(".table tbody th[scope=row]").map((head) => head.parentElement);
  const phases = all("[data-phase]", svg).map((group) => {
    const box = group.getBBox();
    return { name: group.dataset.phase, title: one("text", group).textContent, x: box.x, width: box.width,
      columns: cards.filter((card) => card.frame.x > box.x).filter((card) => box.x + box.width > card.frame.x) };
  });
  for (const phase of phases) phase.title = all("text", all("[data-phase]", svg)[phases.indexOf(phase)]).map((line) => line.textContent).join(" ");
  const gutter = phases.length ? phases[0].x - 4 : 0;

  // ---- the state, in the address

  const empty = { find: "", persona: "", segment: "", channel: "", department: "", colour: "", highlight: "", hide: "", at: "", zoom: "1", phase: "" };
  let state = { ...empty };

  const read = () => {
    const text = decodeURIComponent(location.hash.slice(1));
    const named = cards.find((card) => card.group.id === text);
    if (named) return { ...state, at: named.name };
    return text.includes("=") ? { ...empty, ...Object.fromEntries(new URLSearchParams(location.hash.slice(1))) } : state;
  };
  const address = () => {
    const changed = Object.entries(state).filter(([key, value]) => key in empty ? value !== empty[key] : false);
    return changed.length ? "#" + new URLSearchParams(changed) : location.pathname + location.search;
  };
  const parts = [
    [["persona", "segment", "channel", "department", "find", "highlight", "at"], () => mark()],
    [["colour"], () => colour()],
    [["hide", "zoom", "phase"], () => arrange()],
    [["at"], () => choose()],
  ];
  const set = (changes, { silent = false } = {}) => {
    const before = state;
    state = { ...state, ...changes };
    for (const [keys, apply] of parts) if (keys.some((key) => state[key] !== before[key])) apply();
    show();
    if (!silent) history.replaceState(null, "", address());
  };
  const show = () => {
    for (const control of all("[name]", controls)) {
      if (control.name === "lane") control.checked = !hidden().includes(control.value);
      else if (control.name in empty) if (control.value !== state[control.name]) control.value = state[control.name];
    }
    const plain = ["find", "persona", "segment", "channel", "department", "colour", "highlight", "hide"].every((key) => !state[key]);
    one("[data-do=clear]", controls).hidden = plain;
  };

  // ---- filters, search and highlights: what does not match is dimmed

  const isFor = (element) => {
    const tokens = element.dataset.for === undefined ? null : element.dataset.for.split(" ");
    const meets = (kind) => !state[kind] || tokens.includes(kind + "-" + state[kind]);
    return tokens === null || (meets("persona") ? meets("segment") : false);
  };
  const has = (element, kind) => !state[kind] || (element.dataset[kind] || "").split(" ").includes(state[kind]);
  const finds = (card) => {
    if (!state.find) return true;
    card.text = card.text || (card.words + " " + (card.article ? card.article.textContent : "")).toLowerCase();
    return state.find.toLowerCase().split(/\s+/).every((word) => card.text.includes(word));
  };
  const isDrawn = (card) => [isFor(card.group), has(card.group, "channel"), has(card.group, "department"), finds(card)].every(Boolean);

  // The touchpoints that lie on a way through the one at `column`: all before it and all behind it, without going back.
  const reached = (column) => {
    const found = new Set([column]);
    const follow = (from, to) => {
      const open = [column];
      while (open.length) {
        const here = open.pop();
        for (const arrow of arrows) {
          if (arrow[from] !== here || arrow[to] === null || arrow.goesBack || !arrow.isLine) continue;
          if (!found.has(arrow[to])) { found.add(arrow[to]); open.push(arrow[to]); }
        }
      }
    };
    follow("from", "to");
    follow("to", "from");
    return found;
  };

  const mark = () => {
    const drawn = cards.map(isDrawn);
    const chosen = cards.find((card) => card.name === state.at);
    const ends = (arrow) => [arrow.from, arrow.to].filter((end) => end !== null);
    let isLit = (arrow) => (chosen ? ends(arrow).includes(chosen.column) : false);
    let onPath = drawn;
    if (state.highlight === "path") {
      const found = chosen ? reached(chosen.column) : new Set(cards.keys());
      isLit = (arrow) => (chosen ? ends(arrow).every((end) => found.has(end)) : false);
      onPath = drawn.map((is, column) => (is ? found.has(column) : false));
    } else if (state.highlight) {
      isLit = state.highlight === "back" ? (arrow) => arrow.goesBack : (arrow) => arrow.handsOff;
      const lit = new Set(arrows.filter(isLit).flatMap(ends));
      onPath = drawn.map((is, column) => (is ? lit.has(column) : false));
    }
    cards.forEach((card, column) => card.group.classList.toggle("dim", !onPath[column]));
    for (const item of items) {
      item.element.classList.toggle("dim", !(isFor(item.element) ? item.at.some((column) => onPath[column]) : false));
    }
    let handOffs = 0;
    let goingBack = 0;
    for (const arrow of arrows) {
      const lit = isFor(arrow.element) ? ends(arrow).every((end) => drawn[end]) ? isLit(arrow) : false : false;
      const dim = !isFor(arrow.element) || !ends(arrow).every((end) => drawn[end]) || (state.highlight ? chosen || state.highlight !== "path" ? !lit : false : false);
      arrow.element.classList.toggle("lit", lit);
      arrow.element.classList.toggle("back", lit ? arrow.goesBack : false);
      arrow.element.classList.toggle("dim", dim);
      if (lit ? arrow.isLine : false) { handOffs += arrow.handsOff ? 1 : 0; goingBack += arrow.goesBack ? 1 : 0; }
    }
    rows.forEach((row, column) => { row.hidden = !drawn[column]; });
    const shown = drawn.filter(Boolean).length;
    const said = [];
    if (cards.length > shown) said.push(shown ? shown + " of " + count(cards.length, "touchpoint") : "No touchpoint matches");
    if (state.highlight === "path") {
      said.push(chosen
        ? "Path through " + title(chosen) + ": " + [count(onPath.filter(Boolean).length, "touchpoint"), count(handOffs, "hand-off"), "goes back " + count(goingBack, "time")].join(", ")
        : "Choose a touchpoint to see its path");
    }
    if (state.highlight === "hand-offs") said.push(count(handOffs, "hand-off"));
    if (state.highlight === "back") said.push(goingBack ? "Goes back " + count(goingBack, "time") : "Nobody goes back");
    say(said.join(". "));
  };

  // ---- colours: the owner's place on the card says the figure, since colour alone says nothing

  const colour = () => {
    const [, metric, change] = /^(\w+?)(-change)?$/.exec(state.colour) || [];
    for (const { group, frame, article } of cards) {
      group.classList.remove("c1", "c2", "c3", "c4", "c5", "none");
      all(".figure", group).forEach((text) => text.remove());
      const owners = all(".owner", group);
      for (const owner of owners) owner.removeAttribute("display");
      if (!metric) continue;
      const figures = article ? one("[data-metric=" + metric + "]", article) : null;
      const source = figures ? one(change ? ".change" : "[data-figure]", figures) : null;
      const level = figures ? change ? { better: "c5", same: "c3", worse: "c1" }[figures.dataset.change] : (figures.dataset.level || "").replace("l", "c") : "";
      group.classList.add(level || "none");
      for (const owner of owners) owner.setAttribute("display", "none");
      const text = source ? source.dataset.figure : change ? "no change known" : "not asked";
      group.append(make("text", { class: "owner figure", x: frame.x + 12, y: frame.y + frame.height - 13 }, text));
    }
  };

  // ---- lanes, zoom and the presentation

  const hidden = () => (state.hide ? state.hide.split("|") : []);
  const names = make("div", { class: "names", "aria-hidden": "true" });
  const frozen = make("div", { class: "frozen", "aria-hidden": "true", hidden: "" }, make("div"));
  const view = make("div", { class: "view" });
  const sheet = make("div", { class: "sheet" });
  let layout = { scale: 1, x: 0, width: size.width, height: size.height, left: 0 };

  const arrange = () => {
    const gone = hidden();
    let saved = 0;
    for (const { group, name, height } of lanes) {
      const twins = [group, ...all("[data-lane=" + CSS.escape(name) + "]", names)].filter((twin) => twin === group || twin.dataset.index === group.dataset.index);
      for (const twin of twins) {
        twin.setAttribute("display", gone.includes(name) ? "none" : "inline");
        twin.setAttribute("transform", "translate(0 " + -saved + ")");
      }
      if (gone.includes(name)) saved += height;
    }
    one(".footer", svg).setAttribute("transform", "translate(0 " + -saved + ")");
    const phase = phases.find((phase) => phase.name === state.phase);
    page.classList.toggle("presenting", Boolean(phase));
    const bottom = size.height - saved;
    if (phase) {
      const scale = Math.max(0.75, Math.min(1.75, (page.clientWidth - 8) / (gutter + phase.width + 24)));
      layout = { scale, x: phase.x - 4, width: phase.width + 20, height: bottom - top, left: gutter * scale };
      one(".stage p", controls).textContent = phases.indexOf(phase) + 1 + " of " + phases.length + ": " + phase.title;
      one("[data-do=previous]", controls).disabled = phase === phases[0];
      one("[data-do=next]", controls).disabled = phase === phases[phases.length - 1];
    } else {
      layout = { scale: Number(state.zoom) || 1, x: 0, width: size.width, height: bottom - top, left: 0 };
    }
    draw(svg, layout);
    draw(names.firstChild, { ...layout, x: 0, width: gutter });
    frozen.firstChild.style.height = draw(frozen.firstChild.firstChild, { ...layout, height: frozenHeight }) + "px";
    sheet.style.paddingLeft = layout.left + "px";
    page.style.setProperty("--gutter", gutter * layout.scale + "px");
    page.style.setProperty("--bar", (getComputedStyle(controls).position === "sticky" ? controls.offsetHeight : 0) + "px");
    one("[data-do=actual]", controls).textContent = Math.round(layout.scale * 100) + "%";
    follow();
  };
  const draw = (drawing, { x, width, height, scale }) => {
    drawing.setAttribute("viewBox", [x, top, width, height].join(" "));
    drawing.setAttribute("width", width * scale);
    drawing.setAttribute("height", height * scale);
    return height * scale;
  };

  // The names of the lanes stay at the left, phases and touchpoints at the top: copies, unseen by screen readers.
  let frozenHeight = 0;
  const copy = (element) => {
    const twin = element.cloneNode(true);
    for (const part of [twin, ...all("*", twin)]) for (const name of ["id", "role", "aria-label", "tabindex"]) part.removeAttribute(name);
    return twin;
  };
  const freeze = () => {
    const left = make("svg", { class: "waymark" });
    const first = lanes.length ? one("path", lanes[0].group).getBBox().y : 0;
    left.append(make("rect", { class: "paper", x: 0, y: first, width: gutter, height: size.height }));
    lanes.forEach(({ group, name }, index) => {
      group.dataset.index = index;
      left.append(make("g", { "data-lane": name, "data-index": index }, ...all(":scope > text, :scope > .rule", group)
        .filter((part) => part.localName === "path" || gutter > part.getBBox().x).map(copy)));
    });
    names.append(left);
    const head = make("svg", { class: "waymark" });
    const phaseBar = one("[data-phase]", svg).parentNode;
    const bar = phaseBar.getBBox();
    const rise = cards.length ? cards[0].frame.y - bar.y - bar.height : 0;
    const titles = make("g", { transform: "translate(0 " + -rise + ")" });
    let lowest = 0;
    for (const { group } of cards) {
      for (const line of all("text.card", group)) { titles.append(copy(line)); lowest = Math.max(lowest, Number(line.getAttribute("y"))); }
    }
    head.append(copy(phaseBar), titles);
    frozenHeight = lowest - rise + 12 - top;
    frozen.firstChild.append(head, make("i"));
  };
  const follow = () => {
    map.classList.toggle("moved", map.scrollLeft > 4);
    const box = map.getBoundingClientRect();
    const bar = controls.getBoundingClientRect().bottom;
    const under = cards.length ? box.top + (cards[0].frame.y + cards[0].frame.height - top) * layout.scale : 0;
    frozen.hidden = !(bar > under) || bar + 100 > box.bottom;
    frozen.firstChild.firstChild.style.transform = "translateX(" + (layout.left - map.scrollLeft) + "px)";
  };

  const zoom = (scale, x = map.clientWidth / 2, y = 0) => {
    const next = Math.max(0.1, Math.min(4, scale));
    const ratio = next / layout.scale;
    const left = (map.scrollLeft + x) * ratio - x;
    const down = y * (ratio - 1);
    set({ zoom: String(Math.round(next * 100) / 100) });
    map.scrollTo({ left, behavior: "instant" });
    scrollBy({ top: down, behavior: "instant" });
  };

  // ---- the chosen touchpoint

  const choose = () => {
    for (const card of cards) {
      const is = card.name === state.at;
      card.group.classList.toggle("on", is);
      card.box.setAttribute("aria-pressed", is);
      if (card.article) card.article.hidden = !is;
    }
    const chosen = cards.some((card) => card.name === state.at);
    page.classList.toggle("chosen", chosen);
    if (details) details.classList.toggle("open", chosen);
    if (details) details.scrollTop = 0;
  };
  const reveal = (card) => {
    const left = card.frame.x * layout.scale;
    const right = left + card.frame.width * layout.scale;
    const start = map.scrollLeft + gutter * layout.scale + 16;
    const end = map.scrollLeft + map.clientWidth - 16;
    if (start > left || right > end) map.scrollTo({ left: left - Math.max(gutter * layout.scale + 16, (map.clientWidth - card.frame.width) / 2) });
    const box = card.box.getBoundingClientRect();
    const bar = controls.getBoundingClientRect().bottom;
    if (bar + 8 > box.top || box.bottom > innerHeight) scrollBy({ top: box.top - bar - 120 });
  };
  const step = (from, by) => {
    const open = cards.filter((card) => !card.group.classList.contains("dim"));
    const here = open.indexOf(from);
    return open[Math.max(0, Math.min(open.length - 1, here + by))];
  };
  const close = () => {
    const card = cards.find((card) => card.name === state.at);
    const inside = details ? details.contains(document.activeElement) : false;
    set({ at: "" });
    if (inside) if (card) card.box.focus();
  };

  // ---- copies

  const picture = () => {
    const copy = svg.cloneNode(true);
    const phase = page.classList.contains("presenting");
    one(".header", copy).removeAttribute("display");
    const height = layout.height + (phase ? 0 : top);
    copy.setAttribute("viewBox", [layout.x, phase ? top : 0, layout.width, height].join(" "));
    copy.setAttribute("width", layout.width);
    copy.setAttribute("height", height);
    for (const part of [copy, ...all("*", copy)]) {
      for (const { name } of [...part.attributes]) if (/^(data-|tabindex|aria-pressed|aria-hidden)/.test(name)) part.removeAttribute(name);
      if (part.getAttribute("role") === "button") { part.removeAttribute("role"); part.removeAttribute("aria-label"); }
    }
    return { text: new XMLSerializer().serializeToString(copy), width: layout.width, height };
  };
  const save = (blob, name) => {
    const link = make("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  const fileName = () => location.pathname.split("/").pop().replace(/\.html$/, "") || "map";
  const write = (text, done, otherwise) => navigator.clipboard
    ? navigator.clipboard.writeText(text).then(() => say(done), otherwise) : otherwise();
  const savePNG = () => {
    const { text, width, height } = picture();
    const image = new Image();
    const scale = Math.min(2, 16000 / Math.max(width, height));
    image.onload = () => {
      const canvas = make("canvas");
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => {
        if (!blob) return say("This browser cannot make a picture as large as this map");
        save(blob, fileName() + ".png");
        say("Saved " + fileName() + ".png, " + canvas.width + " × " + canvas.height + " pixels");
      });
    };
    image.onerror = () => say("This browser cannot draw the map as a picture");
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
  };

  // ---- what people do

  const present = (by) => {
    const here = phases.findIndex((phase) => phase.name === state.phase);
    const next = phases[Math.max(0, Math.min(phases.length - 1, here + by))];
    if (next) set({ phase: next.name });
    scrollTo({ top: 0, behavior: "instant" });
    map.scrollTo({ left: 0, behavior: "instant" });
  };
  const actions = {
    fold: () => controls.classList.toggle("unfolded"),
    clear: () => set({ ...empty, zoom: state.zoom, at: state.at, phase: state.phase }),
    link: () => write(location.href, "Link copied", () => say("Copy the address of this page: it holds the view")),
    svg: () => write(picture().text, "Copied as SVG", () => save(new Blob([picture().text], { type: "image/svg+xml" }), fileName() + ".svg")),
    png: savePNG,
    smaller: () => zoom(layout.scale / 1.25),
    larger: () => zoom(layout.scale * 1.25),
    actual: () => zoom(1),
    fit: () => zoom(map.clientWidth / size.width),
    present: () => {
      const chosen = cards.find((card) => card.name === state.at);
      const first = phases.find((phase) => phase.columns.includes(chosen)) || phases[0];
      if (first) { set({ phase: first.name }); one("[data-do=next]", controls).focus(); }
      scrollTo({ top: 0, behavior: "instant" });
    },
    previous: () => present(-1),
    next: () => present(1),
    end: () => { set({ phase: "" }); one("[data-do=present]", controls).focus(); },
  };

  controls.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) actions[button.dataset.do]();
    if (button) for (const menu of all("[open]", controls)) if (menu.contains(button)) { menu.open = false; one("summary", menu).focus(); }
  });
  controls.addEventListener("input", (event) => {
    const { name, value } = event.target;
    if (name === "lane") set({ hide: all("[name=lane]", controls).filter((box) => !box.checked).map((box) => box.value).join("|") });
    else if (name in empty) set({ [name]: value });
  });
  one("[name=find]", controls).addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !state.find) return;
    const found = cards.filter(isDrawn);
    const here = found.findIndex((card) => card.name === state.at);
    const next = found[(here + 1) % found.length];
    if (next) { set({ at: next.name }); reveal(next); }
  });
  document.addEventListener("click", (event) => {
    for (const menu of all("details[open]", controls)) if (!menu.contains(event.target)) menu.open = false;
  });

  let pull = null;
  map.addEventListener("pointerdown", (event) => {
    if (event.button === 0) if (event.pointerType === "mouse") pull = { x: event.clientX, y: event.clientY, moved: false };
  });
  addEventListener("pointermove", (event) => {
    if (!pull) return;
    const [x, y] = [event.clientX - pull.x, event.clientY - pull.y];
    if (!pull.moved) if (4 > Math.hypot(x, y)) return;
    map.classList.add("pulled");
    map.scrollBy({ left: -x, behavior: "instant" });
    scrollBy({ top: -y, behavior: "instant" });
    pull = { x: event.clientX, y: event.clientY, moved: true };
  });
  addEventListener("pointerup", () => {
    const moved = pull ? pull.moved : false;
    map.classList.remove("pulled");
    setTimeout(() => { pull = null; });
    if (!moved) pull = null;
  });
  svg.addEventListener("click", (event) => {
    if (pull ? pull.moved : false) return event.preventDefault();
    const card = cards.find((card) => card.group.contains(event.target));
    if (card) if (!event.target.closest("a")) set({ at: card.name });
  });
  svg.addEventListener("focusin", (event) => {
    const card = cards.find((card) => card.box === event.target);
    if (card) if (card.box.matches(":focus-visible")) { set({ at: card.name }); reveal(card); }
  });
  map.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = map.getBoundingClientRect();
    zoom(layout.scale * Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
  map.addEventListener("scroll", follow, { passive: true });
  addEventListener("scroll", follow, { passive: true });
  addEventListener("resize", () => arrange());
  addEventListener("hashchange", () => {
    set(read(), { silent: true });
    const card = cards.find((card) => card.name === state.at);
    if (card) reveal(card);
  });
  addEventListener("beforeprint", () => { svg.setAttribute("viewBox", [0, 0, size.width, size.height].join(" ")); one(".header", svg).removeAttribute("display"); });
  addEventListener("afterprint", () => { one(".header", svg).setAttribute("display", "none"); arrange(); });

  addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select");
    if (event.key === "Escape") {
      const menu = one("details[open]", controls);
      if (menu) { menu.open = false; one("summary", menu).focus(); }
      else if (state.at) close();
      else if (state.phase) actions.end();
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") { event.preventDefault(); return one("[name=find]", controls).focus(); }
    const forward = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (state.phase) {
      if (forward) { event.preventDefault(); present(forward); }
      return;
    }
    const zooms = { "+": "larger", "=": "larger", "-": "smaller", 0: "actual" }[event.key];
    if (zooms) if (map.contains(event.target)) return actions[zooms]();
    const card = cards.find((card) => card.box === event.target);
    if (!card) return;
    const next = { ArrowRight: step(card, 1), ArrowLeft: step(card, -1), Home: step(card, -cards.length), End: step(card, cards.length) }[event.key];
    if (next) { event.preventDefault(); next.box.focus(); }
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      set({ at: card.name });
      if (card.article) one("h3", card.article).focus();
    }
  });

  // ---- begin

  for (const { group, box, words, article } of cards) {
    const link = box.closest("a");
    if (link) link.replaceWith(...link.childNodes);
    for (const [name, value] of Object.entries({ role: "button", tabindex: 0, "aria-label": words, "aria-pressed": false })) box.setAttribute(name, value);
    if (details) box.setAttribute("aria-controls", details.id);
    for (const text of all("text", group)) text.setAttribute("aria-hidden", "true");
    if (article) article.hidden = true;
  }
  if (details) {
    const button = make("button", { class: "close", type: "button", "aria-label": "Close" }, "×");
    button.addEventListener("click", () => { const card = cards.find((card) => card.name === state.at); close(); if (card) card.box.focus(); });
    details.append(button);
  }
  const chips = all(".header [role=listitem]", svg).map((chip) => {
    const { x, y, width, height } = chip.getBBox();
    const own = make("svg", { class: "waymark", viewBox: [x, y, width, height].join(" "), width, height });
    own.append(copy(chip));
    return make("div", { role: "listitem" }, own);
  });
  if (chips.length) one("header.page").append(make("div", { class: "chips", role: "list", "aria-label": "Figures of the whole journey" }, ...chips));
  one(".header", svg).setAttribute("display", "none");
  freeze();
  map.before(view);
  view.append(frozen, map);
  map.append(sheet);
  sheet.append(names, svg);
  page.classList.add("live");
  controls.hidden = false;
  state = read();
  mark();
  colour();
  arrange();
  choose();
  show();
  const chosen = cards.find((card) => card.name === state.at);
  if (chosen) reveal(chosen);
})();
