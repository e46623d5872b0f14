// The parts put together: what the hand does, and what is shown of what is chosen.

function render() {
  const state = chosen();
  if ($("query").value !== state.q) $("query").value = state.q;
  if ($("points")) $("points").checked = state.points;
  $("mine").checked = state.mine;
  showFilters(state);
  showCases(state);
  showTable(state, state.asked);
  if (state.case === null) return; // a library without a single case
  showGraph(state);
  showEvidence(state);
}

if (window.matchMedia("(min-width: 48rem)").matches) $("filters").open = false;

const press = (id, act) => $(id).addEventListener("click", act);
press("closer", () => zoom(1.25));
press("farther", () => zoom(0.8));
press("chain", fitChain);
press("all", () => fitTo(boxesShown()));
press("more", () => choose({ wide: !chosen().wide }));
press("png", savePng);
press("svg", () => hand("precedent.svg", "image/svg+xml", svgText()));
press("csv", () => hand("treatments.csv", "text/csv", csvText()));
press("earlier", () => turn(-1));
press("later", () => turn(1));
press("reset", () => choose({ filters: data.facets.map(() => new Set()), q: "", mine: false }, false));
$("points")?.addEventListener("change", (event) => choose({ points: event.target.checked, point: null, stance: null }));
$("mine").addEventListener("change", (event) => choose({ mine: event.target.checked }, false));
$("filters").addEventListener("change", () => {
  const values = (facet) => [...document.querySelectorAll(`input[name="${facet}"]:checked`)].map((box) => box.value);
  choose({ filters: data.facets.map((facet) => new Set(values(facet))) }, false);
});
$("query").addEventListener("input", (event) => choose({ q: event.target.value }, false));
$("search").addEventListener("submit", (event) => {
  event.preventDefault();
  const first = [...document.querySelectorAll(".cases a")].find((item) => !item.parentElement.hidden);
  if (first) first.click();
});

// Links within the page keep filters and search; without scripts they are plain anchors.
document.addEventListener("click", (event) => {
  const target = event.target.closest("a[href^='#']");
  const wish = target && new URLSearchParams(target.hash.slice(1));
  if (!wish || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (wish.has("case")) chooseCase(wish.get("case"));
  else if (wish.has("act")) chooseAct(wish.get("act"));
  else if (wish.has("point")) choosePoint(wish.get("point"), wish.get("stance"));
  else return;
  event.preventDefault();
  $("evidence").scrollIntoView({ block: "nearest" });
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.closest("input, textarea")) {
    event.preventDefault();
    $("query").select();
    $("query").focus();
  }
});
window.addEventListener("popstate", render);
for (const wish of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
  window.matchMedia(wish).addEventListener("change", () => showGraph(chosen()));
}
render();
