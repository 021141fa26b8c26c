// The page as it was sent, before a script adds to it: every element, and every text that is more than space.
// What the server sends later is about these, child by child. A page whose script runs again has them already.

const isKnown = (node) => {
  if (node.nodeType === 1) return true;
  // A browser cuts a very long text into pieces.
  return node.nodeType === 3 ? node.previousSibling?.nodeType !== 3 ? /[^\x20\t\n\r]/.test(node.data) : false : false;
};
const mirrored = (dom) => ({ dom, kids: [...dom.childNodes].filter(isKnown).map(mirrored) });
const kept = (window.waymark ||= { tree: mirrored(document.documentElement) });

// What listens from here on stops when the script runs again.
const run = new AbortController();
const { addEventListener: listen } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (type, listener, options) {
  listen.call(this ?? window, type, listener, { ...options, signal: run.signal });
};
