// The state, in the address

const choices = ["persona", "segment", "channel", "department", "tag", "colour", "highlight"];
const keys = ["find", ...choices, "hide", "at", "zoom", "phase"];
let state = Object.fromEntries(keys.map((key) => [key, ""]));
const empty = state;
const chosen = () => cards.find((card) => card.name === state.at);
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
  for (const key of choices) if (!one(`[name=${key}]`, controls)) state[key] = "";
  for (const control of all("[name]", controls)) {
    const { name, options } = control;
    if (name === "lane") control.checked = hidden().includes(control.value) !== control.defaultChecked;
    else if (options ? ![...options].some((option) => option.value === state[name]) : false) state[name] = "";
    if (name in state) if (control.value !== state[name]) control.value = state[name];
  }
  const changed = (...keys) => keys.some((key) => state[key] !== before[key]);
  // First, since it changes how high the row of controls is.
  does("clear").hidden = !keys.slice(0, 9).some((key) => state[key]);
  if (changed("colour", "segment")) colour();
  if (changed("hide", "zoom", "phase")) arrange();
  if (changed("at")) choose();
  if (changed("at", ...keys.slice(0, 6), "highlight")) mark();
};
const change = (changes) => {
  set(changes);
  const told = keys.filter((key) => state[key]).map((key) => [key, state[key]]);
  // Each choice can be taken back; letters and steps of the zoom are no choices.
  history["zoom" in changes || "find" in changes ? "replaceState" : "pushState"](null, "", told.length ? "#" + new URLSearchParams(told) : location.pathname + location.search);
};
