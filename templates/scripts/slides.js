// What the slides of a pack do beyond their links: the keys of a presentation, which is what a clicker sends as well, and F for the whole screen.
// It holds no less-than sign and no ampersand, so that XML and HTML read it alike.

const slides = [...document.querySelectorAll(".slide")];
const forward = document.documentElement.dir === "rtl" ? -1 : 1;
const steps = { ArrowRight: forward, ArrowLeft: -forward, PageDown: 1, PageUp: -1, Home: -slides.length, End: slides.length };

// The slide whose top is nearest to the window's.
const now = () => {
  const distances = slides.map((slide) => Math.abs(slide.getBoundingClientRect().top));
  return distances.indexOf(Math.min(...distances));
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.key === "f") document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  const next = slides[Math.max(0, Math.min(now() + step, slides.length - 1))];
  next.scrollIntoView({ behavior: "instant" });
  history.replaceState(null, "", "#" + next.id);
});

document.documentElement.classList.add("live");
