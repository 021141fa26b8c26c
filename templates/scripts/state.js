// The state, in the address

const choices = ["persona", "segment", "channel", "department", "tag", "highlight", "compare", "colour"];
const keys = ["find", ...choices, "hide", "at", "zoom", "phase", "only"];
let state = Object.fromEntries(keys.map((key) => [key, ""]));
const empty = state;
// A touchpoint, or both ends of an arrow.
const isChosen = ({ name }) => has(state.at.replace("|", " "), name);
const chosen = () => cards.find(isChosen);
const phase = () => phases.find((phase) => phase.name === state.phase);
const hidden = () => state.hide.split("|");

const read = () => {
  const text = location.hash.slice(1);
  return text ? text.includes("=") ? { ...empty, ...Object.fromEntries(new URLSearchParams(text)) } : {} : empty;
};
const set = (changes) => {
  const before = state;
  state = { ...state, ...changes };
  // What nobody can choose here was not chosen here.
  for (const key of choices) if (![...(one(`[name=${key}]`, controls)?.options || [])].some(({ value }) => value === state[key])) state[key] = "";
  for (const control of all("[name]", controls)) {
    if (control.name === "lane") control.checked = hidden().includes(control.value) !== control.defaultChecked;
    else control.value = state[control.name];
  }
  const changed = (...keys) => keys.some((key) => state[key] !== before[key]);
  // First, since it changes how high the row of controls is.
  does("clear").hidden = !keys.slice(0, 10).some((key) => state[key]);
  does("only").hidden = !keys.slice(0, 7).some((key) => state[key]);
  put(does("only"), { "aria-pressed": turn(page, "only", !!state.only) });
  if (changed("colour", "segment")) colour();
  if (changed("hide", "zoom", "phase", "compare")) arrange();
  if (changed("at")) choose();
  if (changed("at", ...keys.slice(0, 8))) mark();
};
const change = (changes) => {
  set(changes);
  const told = keys.filter((key) => state[key]).map((key) => [key, state[key]]);
  // Each choice can be taken back; letters and steps of the zoom are no choices.
  history["zoom" in changes || "find" in changes ? "replaceState" : "pushState"](null, "", "#" + new URLSearchParams(told));
};
