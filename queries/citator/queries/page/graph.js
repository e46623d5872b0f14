// The picture. Python has placed every box; here it is drawn with vis-network, and the chain of the chosen case
// brought out. Colours come from the style, so that dark mode and forced colours reach the canvas.

const network = new vis.Network($("graph"), { nodes: [], edges: [] }, data.options);
const nodeOf = new Map(data.nodes.map((node) => [node.id, node]));
const YEARS = 20; // height in pixels of the strip of years
const picture = { view: null, chain: null, focus: null, wanted: "", cursor: null };

// Asking the style is slow; the answers hold until the picture is made anew.
const inks = new Map();
function ink(name) {
  if (!inks.has(name)) inks.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
  return inks.get(name);
}
const face = getComputedStyle(document.body).fontFamily;

// A case has a near view and mostly a wider one, which may be of the whole library and shared by all.
// A point of law has its own.
function viewsOf(state) {
  const own = state.point && views.filter((view) => view.focus === state.point);
  return own || views.filter((view) => view.focus === null || view.focus === state.case);
}
const viewOf = (state) => viewsOf(state).at(state.wide ? -1 : 0);

// What the case does strongly to others and they in turn, and what is done to it: the chain of precedent.
// ``near`` is what it merely cites or is cited by.
function chainOf(focus, shown) {
  const strong = new Map();
  for (const edge of shown) {
    if (edge.strong) for (const [a, b] of [["from", "to"], ["to", "from"]]) {
      const key = a + edge[a];
      if (!strong.has(key)) strong.set(key, []);
      strong.get(key).push([edge[b], edge.id]);
    }
  }
  const chain = { nodes: new Set([focus]), edges: new Set(), near: new Set(), cites: new Set() };
  for (const way of ["from", "to"]) {
    const reached = new Set([focus]);
    for (const id of reached) {
      for (const [next, edge] of strong.get(way + id) || []) {
        reached.add(next);
        chain.nodes.add(next);
        chain.edges.add(edge);
      }
    }
  }
  for (const edge of shown) {
    if (edge.line !== "stance" && (edge.from === focus || edge.to === focus)) {
      (edge.strong ? chain.edges : chain.cites).add(edge.id);
      chain.near.add(edge.from).add(edge.to);
    }
  }
  for (const edge of shown) if (edge.line === "stance") chain.near.add(edge.from);
  return chain;
}

// The points of law in the picture: the one chosen, or where they are wanted those to which the case speaks.
function pointsOf(state) {
  if (state.point) return new Set([state.point]);
  if (!state.points) return new Set();
  return new Set(data.stances.filter((stance) => stance.case === state.case).map((stance) => stance.point));
}

function styleOfBox(node, state, chain, points) {
  const isFocus = node.id === state.case || node.id === state.point;
  const inChain = chain.nodes.has(node.id) || points.has(node.id);
  const full = isFocus || inChain || chain.near.has(node.id);
  const background = isFocus ? ink("chosen") : full ? ink(node.kind === "point" ? "point" : node.kind === "held" ? "held" : "box") : ink("page");
  const border = isFocus ? ink("accent") : full ? ink("text") : ink("faint-rule");
  const colour = { background, border };
  return {
    ...node,
    color: { ...colour, highlight: colour, hover: colour },
    borderWidth: isFocus ? 4 : inChain ? node.borderWidth || 2 : 1,
    borderWidthSelected: isFocus ? 4 : inChain ? node.borderWidth || 2 : 1,
    font: { ...node.font, face, color: full ? ink("text") : ink("faint") },
  };
}

function styleOfEdge(edge, state, chain, points) {
  const stance = edge.line === "stance" && points.has(edge.to);
  const act = edge.acts?.includes(state.row);
  const full = act || stance || chain.edges.has(edge.id);
  const some = full || chain.cites.has(edge.id);
  const colour = some ? ink(edge.line) : ink("faint-line");
  return {
    ...edge,
    color: { color: colour, highlight: colour, hover: colour, inherit: false },
    width: act ? edge.width + 2 : some ? edge.width : 1,
    arrows: some ? edge.arrows : { to: { enabled: false } },
    caption: full ? edge.words : "",
  };
}

// The edges of a view: of each pair of cases its strongest act that passes the filters.
function edgesOf(view, state, points) {
  const made = [];
  for (const edge of data.edges) {
    if (!(edge.from in view.picture.places) || !(edge.to in view.picture.places)) continue;
    if (edge.line === "stance") {
      if (points.has(edge.to)) made.push({ ...edge, hidden: false });
      continue;
    }
    const rows = edge.acts.map((i) => data.rows[i]).filter((row) => passes(row, state));
    if (rows.length === 0) continue;
    const line = data.lines[rows[0].line];
    const others = rows.slice(1).filter((row) => !row.weak).length;
    made.push({
      ...edge, act: rows[0].id, strong: !rows[0].weak, line: line.key, width: line.width,
      dashes: line.dashes.length ? line.dashes : false,
      arrows: { to: { ...edge.arrows.to, type: line.head } },
      words: rows[0].edge + (others ? ` +${others}` : ""),
    });
  }
  return made;
}

function showGraph(state) {
  const view = viewOf(state);
  inks.clear();
  const points = pointsOf(state);
  const shown = edgesOf(view, state, points);
  const chain = chainOf(state.case, shown);
  const nodes = [];
  for (const [id, [x, y]] of Object.entries(view.picture.places)) {
    const node = nodeOf.get(id);
    if (node.kind === "point" && !points.has(id)) continue;
    nodes.push({ ...styleOfBox(node, state, chain, points), x, y, hidden: false });
  }
  // Faint edges first: what is drawn later lies above.
  const styled = shown.map((edge) => styleOfEdge(edge, state, chain, points));
  styled.sort((a, b) => Boolean(a.caption) - Boolean(b.caption) || chain.cites.has(a.id) - chain.cites.has(b.id));
  const wanted = [...points].join(" ");
  const moved = picture.view !== view || picture.wanted !== wanted || picture.focus !== state.case;
  Object.assign(picture, { view, wanted, chain, focus: state.case });
  if (picture.cursor && !(picture.cursor in view.picture.places)) picture.cursor = null;
  network.setData({ nodes: new vis.DataSet(nodes), edges: new vis.DataSet(styled) });
  if (moved) fitTo(boxesShown());
  $("more").hidden = viewsOf(state).length < 2;
  $("more").textContent = state.wide ? "Show fewer" : "Show more";
  const count = nodes.filter((node) => node.kind !== "point").length;
  $("count").textContent = `${count} of ${Object.keys(data.cases).length} cases`;
}

// Everything in the window, below the strip of years.
function fitTo(ids) {
  network.fit({ nodes: ids.filter((id) => id in picture.view.picture.places), maxZoomLevel: 1.2, animation: false });
  const scale = network.getScale() * 0.94;
  const middle = network.getViewPosition();
  network.moveTo({ scale, position: { x: middle.x, y: middle.y - YEARS / 2 / scale }, animation: false });
}
const fitChain = () => fitTo([...picture.chain.nodes]);
function zoom(factor) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.1), 3), animation: false });
}
