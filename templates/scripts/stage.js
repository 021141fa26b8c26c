// Lanes, zoom and the presentation

const names = make("div", { class: "names", "aria-hidden": true });
const frozen = make("div", { class: "frozen", "aria-hidden": true, hidden: "" });
let frozenHeight = 0;
let scale = 1;
let frame = {};

const draw = (drawing, { x, y = top, width, height }, scale) => put(drawing, { viewBox: `${x} ${y} ${width} ${height}`, width: width * scale, height: height * scale });
const drawing = (...parts) => make("svg", { class: "waymark" }, ...parts);
const arrange = () => {
  let saved = 0;
  let sides = null;
  // Below zero is the height of a lane for which there is no room at first.
  for (const { groups, name, versus, isFirst, height } of lanes) {
    const isGone = versus ? !has(versus, state.compare) : hidden().includes(name) === isFirst;
    for (const group of groups) put(group, { display: isGone ? "none" : null, transform: saved ? `translate(0 ${-saved})` : null });
    if (isGone === height > 0) saved += height;
    if (versus) if (!isGone) sides = groups[0];
  }
  // A phone has no lanes.
  rows.forEach(({ cells }, at) => put(cells[0], { "data-sides": one(`[data-at="${at}"] title`, sides || tip)?.textContent.replace(/^.*?(?=●)/, "") || null }));
  for (const plan of plans) plan.hidden = plan.dataset.versus !== state.compare;
  put(one(".footer", svg), { transform: `translate(0 ${-saved})` });
  const now = phase();
  frame = { x: now ? now.x - 10 : 0, width: now ? now.width + 20 : width, height: height - saved };
  scale = now ? between(0.6, min((page.clientWidth - 8) / (gutter + frame.width), (innerHeight - 56) / frame.height), 2) : between(0.1, Number(state.zoom) || 1, 4);
  draw(svg, frame, scale);
  draw(names.firstChild, { ...frame, x: gutterX, width: gutter }, scale);
  draw(frozen.firstChild, { ...frame, height: frozenHeight }, scale);
  turn(page, "presenting", !!now);
  const bar = getComputedStyle(controls).position === "sticky" ? controls.offsetHeight : 0;
  page.style.cssText = `--height:${frozenHeight * scale}px;--gutter:${gutter * scale}px;--tools:${bar}px`;
  does("actual").textContent = tell("{1}%", round(scale * 100));
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
  const side = drawing(make("rect", { class: "paper", width, height, y: lanes[0]?.groups[0].getBBox().y || 0 }));
  for (const { groups } of lanes) {
    groups.push(make("g", {}, ...all(":scope>text,:scope>.rule", groups[0]).map(copy)));
    side.append(groups[1]);
  }
  names.append(side);
  const bar = one("[data-phase]", svg)?.parentNode || make("g", {});
  const titles = all("text.card", svg);
  const rise = row.y - bar.getBBox().y - bar.getBBox().height;
  frozenHeight = max(0, ...titles.map((line) => line.getAttribute("y"))) - rise + 14 - top;
  const moved = make("g", { transform: `translate(0 ${-rise})` }, ...titles.map(copy));
  frozen.append(drawing(copy(bar), moved));
};
const follow = () => {
  const [box, tools] = [map, controls].map((element) => element.getBoundingClientRect());
  const bar = max(0, tools.bottom);
  turn(map, "moved", abs(map.scrollLeft) > 4);
  frozen.hidden = box.top + (row.y + row.height - top) * scale > bar || bar + 100 > box.bottom;
  tabulate();
  // Not on the page: a browser would look again at the style of everything on it.
  for (const part of all(".frozen,.details")) put(part, { style: `--bar:${bar}px` });
  frozen.firstChild.style.translate = -map.scrollLeft + "px";
};
const jump = (y) => scrollTo({ top: y, behavior: "instant" });
const zoom = (to, x = map.clientWidth / 2, y = 0) => {
  const before = scale;
  const here = isMirrored ? x - map.clientWidth : x;
  change({ zoom: String(round(between(0.1, to, 4) * 100) / 100) });
  map.scrollTo({ left: (map.scrollLeft + here) * scale / before - here, behavior: "instant" });
  jump(scrollY + y * (scale / before - 1));
};
