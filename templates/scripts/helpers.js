// What the page of a journey can do beyond being read: it shows, marks and moves what is there, and makes no content.
// There is one state, kept in the address; every change goes through `set`, which applies what it touches.
// It holds no less-than sign and no ampersand, so that XML and HTML read it alike.

const { abs, exp, floor, hypot, max, min, round } = Math;
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
const on = (event, act, target = window, options) => target.addEventListener(event, act, options);
const turn = ({ classList }, style, on) => classList.toggle(style, on);
const between = (low, value, high) => max(low, min(value, high));

// What it says: the page brings what is said in another language, by the English text.

const words = JSON.parse(one("#words")?.textContent || "{}");
const tell = (text, ...values) => (words[text] || text).replace(/{(\d)}/g, (_, place) => values[place - 1]);
const count = (number, thing, ...values) => tell(thing + (number === 1 ? "" : "s"), ...values, number);
