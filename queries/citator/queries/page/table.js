// The table and the filters. The rows stand in the page as written; here they are filtered, sorted and paged.

const AT_A_TIME = data.rows_at_a_time;
const body = $("acts").tBodies[0];
const lineOf = new Map([...body.rows].map((line) => [data.rows[line.dataset.row], line]));
const sheet = { column: null, down: false, first: 0, last: null };

const shortOf = (id) => plain(data.cases[id].short);
const number = (words) => Number.parseFloat(words) || 0;
const SORT_KEYS = [
  (row) => shortOf(row.acting), (row) => row.year || 0, (row) => row.rank, (row) => shortOf(row.targets[0]),
  (row) => row.who, (row) => row.proof.part, (row) => number(row.proof.where), (row) => plain(row.proof.words),
  (row) => row.basis, (row) => number(row.confidence),
];
const heads = [...$("acts").tHead.rows[0].cells];
heads.forEach((head, column) => {
  head.replaceChildren(el("button", { type: "button", onclick: () => sortBy(column) }, head.textContent));
});

function sortBy(column) {
  sheet.down = sheet.column === column && !sheet.down;
  sheet.column = column;
  sheet.first = 0;
  heads.forEach((head, i) => {
    if (i === column) head.setAttribute("aria-sort", sheet.down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
  const key = SORT_KEYS[column];
  const compare = (a, b) => (typeof key(a) === "number" ? key(a) - key(b) : key(a).localeCompare(key(b), "en"));
  const sorted = [...data.rows].sort((a, b) => (sheet.down ? compare(b, a) : compare(a, b)));
  body.append(...sorted.map((row) => lineOf.get(row)));
  showTable(chosen(), false);
}

// The rows that pass filters, search and the wish to see one case only, in the order shown.
function rowsShown(state) {
  const words = wordsOf(state.q);
  const mine = state.mine && new Set(rowsOfCase.get(state.case));
  const order = [...body.rows].filter((line) => line.dataset.row).map((line) => data.rows[line.dataset.row]);
  return order.filter((row) => passes(row, state) && (!mine || mine.has(row)) && holds(textOf(row), words));
}

// ``follow`` turns to the page of the table on which the chosen act stands.
function showTable(state, follow) {
  const shown = rowsShown(state);
  const act = rowOf.get(state.act) || (state.point ? null : itemsOf(state)[0]);
  const at = shown.indexOf(act);
  if (follow && at >= 0) sheet.first = at - (at % AT_A_TIME);
  if (sheet.first >= shown.length) sheet.first = 0;
  const place = new Map(shown.map((row, i) => [row, i]));
  for (const [row, line] of lineOf) {
    const i = place.get(row);
    line.hidden = i === undefined;
    line.classList.toggle("elsewhere", i < sheet.first || i >= sheet.first + AT_A_TIME);
    line.classList.toggle("chosen", row === act);
    if (row === act) line.setAttribute("aria-current", "true");
    else line.removeAttribute("aria-current");
  }
  const last = Math.min(sheet.first + AT_A_TIME, shown.length);
  $("shown").textContent = shown.length === 0 ? "No row matches." :
    shown.length <= AT_A_TIME ? `${shown.length} of ${data.rows.length} rows` : `rows ${sheet.first + 1} to ${last} of ${shown.length}`;
  $("pages").hidden = shown.length <= AT_A_TIME;
  $("earlier").disabled = sheet.first === 0;
  $("later").disabled = last === shown.length;
  if (follow && at >= 0) {
    const line = lineOf.get(act);
    const scroll = $("acts").parentElement;
    scroll.scrollTop = line.offsetTop - $("acts").tHead.offsetHeight - 4;
  }
}

function turn(by) {
  sheet.first += by * AT_A_TIME;
  showTable(chosen(), false);
  $("acts").parentElement.scrollTop = 0;
}

// Every filter shows how many rows each of its values would leave, the other filters being as they are.
function showFilters(state) {
  let active = 0;
  data.facets.forEach((facet, i) => {
    const counts = new Map();
    for (const row of data.rows) {
      if (passes(row, state, i)) counts.set(row.filters[i], (counts.get(row.filters[i]) || 0) + 1);
    }
    for (const box of document.querySelectorAll(`input[name="${facet}"]`)) {
      box.checked = state.filters[i].has(box.value);
      active += box.checked;
      box.closest("label").querySelector("output").textContent = counts.get(box.value) || 0;
    }
  });
  $("filtered").textContent = active ? ` (${active} active)` : "";
  $("reset").disabled = active === 0 && !state.q && !state.mine;
}

function showCases(state) {
  const words = wordsOf(state.q);
  for (const item of document.querySelectorAll(".cases a")) {
    const id = new URLSearchParams(item.hash.slice(1));
    const it = data.cases[id.get("case")];
    const text = it ? it.cite + " " + it.other.join(" ") : data.points[id.get("point")];
    item.parentElement.hidden = !holds(plain(text), words);
    const current = state.point ? id.get("point") === state.point : id.get("case") === state.case;
    if (current) item.setAttribute("aria-current", "true");
    else item.removeAttribute("aria-current");
  }
}
