// Begin

// Where this machine's font is narrower than the one the map was measured in, letters keep their natural width.
const fit = (lines) => {
  const most = lines.map((text) => text.getAttribute("textLength"));
  for (const text of lines) put(text, { textLength: null });
  const natural = lines.map((text) => text.getComputedTextLength() || Infinity);
  lines.forEach((text, at) => put(text, { textLength: min(most[at], natural[at]) }));
};
// A script that begins again on its page looks at those that changed.
fit(self.unfit || all("text[textLength]"));

for (const { group, box, words } of cards) {
  const link = box.closest("a");
  link?.replaceWith(...link.childNodes);
  put(box, { role: "button", tabindex: 0, "aria-label": words });
  for (const text of all("text", group)) put(text, { "aria-hidden": true });
}
freeze();
map.before(frozen);
map.after(strips, tip);
svg.before(names);
page.classList.add("live");
controls.hidden = false;
arrange();
choose();
set({});
open();
