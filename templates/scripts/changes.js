// The page of a comparison: n goes to the next change of the list, p to the one before; what it is about comes into view.
const all = [...document.querySelectorAll(".change")];
let at = -1;
addEventListener("keydown", (event) => {
  const step = { n: 1, p: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey || !all.length) return;
  at = Math.max(0, Math.min(all.length - 1, at + step));
  all[at].focus();
  const place = document.getElementById((all[at].getAttribute("href") || "").slice(1));
  if (place) place.scrollIntoView({ block: "nearest", inline: "center" });
});
