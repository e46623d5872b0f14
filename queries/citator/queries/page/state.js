// The data of the page, and what of it is chosen. The fragment of the address is the one place where the choice
// is kept, so that a link, back and forward all lead to the same picture.

const $ = (id) => document.getElementById(id);
const data = JSON.parse($("data").textContent);
const views = JSON.parse($("views").textContent);
const rowOf = new Map(data.rows.map((row) => [row.id, row]));
const stanceOf = new Map(data.stances.map((stance) => [stance.id, stance]));
const rowsOfCase = new Map();
for (const row of data.rows) {
  for (const id of new Set([row.acting, ...row.targets, row.proof.source])) {
    if (!rowsOfCase.has(id)) rowsOfCase.set(id, []);
    rowsOfCase.get(id).push(row);
  }
}

// An element with properties and children; a child that is text stays text.
function el(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties || {})) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function chosen() {
  const given = new URLSearchParams(location.hash.slice(1));
  const known = (key, values) => (values.has(given.get(key)) ? given.get(key) : null);
  const state = {
    act: known("act", rowOf),
    point: known("point", new Map(Object.entries(data.points))),
    stance: known("stance", stanceOf),
    case: known("case", new Map(Object.entries(data.cases))),
    q: given.get("q") || "",
    points: given.has("points"),
    mine: given.has("mine"),
    wide: given.has("wide"),
    filters: data.facets.map((facet) => new Set(given.getAll(facet))),
    asked: location.hash.length > 1,
  };
  const row = state.act && rowOf.get(state.act);
  state.row = data.rows.indexOf(row); // the rows to which an edge points are numbers
  if (row && !(rowsOfCase.get(state.case) || []).includes(row)) state.case = row.acting;
  if (!state.case && state.point) state.case = data.stances.find((stance) => stance.point === state.point).case;
  if (!state.case) state.case = data.opening;
  return state;
}

function fragment(state) {
  const made = new URLSearchParams();
  for (const key of ["case", "act", "point", "stance", "q"]) if (state[key]) made.append(key, state[key]);
  for (const key of ["points", "mine", "wide"]) if (state[key]) made.append(key, "1");
  data.facets.forEach((facet, i) => state.filters[i].forEach((value) => made.append(facet, value)));
  return "#" + made;
}

// Choose something. Choosing a case, an act or a point of law is a step that back undoes; filtering is not.
function choose(changes, step = true) {
  const state = { ...chosen(), ...changes };
  const target = fragment(state);
  if (target !== location.hash) history[step ? "pushState" : "replaceState"](null, "", target);
  render();
}
const nothing = { act: null, point: null, stance: null };
const chooseCase = (id) => choose({ ...nothing, case: id });
const chooseAct = (id) => choose({ ...nothing, act: id });
const choosePoint = (id, stance = null) => choose({ ...nothing, point: id, stance });

// Whether a row has one of the values asked for in every filter (but the one left out, for its own counts).
function passes(row, state, leftOut = -1) {
  return state.filters.every((values, i) => i === leftOut || values.size === 0 || values.has(row.filters[i]));
}

const searched = new Map();
function textOf(row) {
  if (!searched.has(row)) {
    const names = [row.acting, ...row.targets].map((id) => data.cases[id].cite + " " + data.cases[id].other.join(" "));
    searched.set(row, plain([...names, row.treatment, row.proof.words].join(" ")));
  }
  return searched.get(row);
}
const wordsOf = (query) => plain(query).split(/\s+/).filter(Boolean);
const holds = (text, words) => words.every((word) => text.includes(word));
