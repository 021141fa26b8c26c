// Copies

const picture = () => {
  const copy = svg.cloneNode(true);
  const y = state.phase ? top : 0;
  const size = { ...frame, y, height: frame.height + top - y };
  for (const part of all("*", copy)) {
    if (part.matches("[role=button]")) put(part, { role: null, "aria-label": null });
    for (const name of part.getAttributeNames()) if (/^(data-|tabindex|aria-[hp])/.test(name)) part.removeAttribute(name);
  }
  put(one(".header", copy), { display: null });
  draw(copy, size, 1);
  put(one(".paper", copy), { x: frame.x, y });
  return { text: new XMLSerializer().serializeToString(copy), ...size };
};
// The rows of the table that are shown. A spreadsheet takes none of it for a formula.
const csv = () => {
  printTable();
  const quoted = ({ innerText }) => '"' + innerText.replace(/^(?=[=+@-])/, "'").replaceAll('"', '""') + '"';
  return all(".table tr:not([hidden])").map((row) => [...row.cells].map(quoted).join()).join("\r\n");
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
  const ratio = min(2, 16000 / max(width, height));
  const canvas = make("canvas", { width: round(width * ratio), height: round(height * ratio) });
  const image = new Image;
  image.onload = () => {
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => blob ? save(blob, fileName(".png")) : say(tell("The map is too large for a picture")));
  };
  image.src = "data:image/svg+xml," + encodeURIComponent(text);
};
