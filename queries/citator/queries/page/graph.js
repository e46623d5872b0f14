// The picture. Python has placed every box; here it is drawn with vis-network, and the chain of the chosen case
// brought out. Colours come from the style, so that dark mode and forced colours reach the canvas.

const network = new vis.Network($("graph"), { nodes: [], edges: [] }, data.options);
const nodeOf = new Map(data.nodes.map((node) => [node.id, node]));
const YEARS = 20; // height in pixels of the strip of years
const picture = { view: null, chain: null, focus: null, wanted: "", cursor: null };

const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const faceOf = (element) => getComputedStyle(element).fontFamily;

// A case has a near view and mostly a wider one, which may be of the whole library and shared by all.
// A point of law has its own.
function viewsOf(state) {
  const own = state.point && data.views.filter((view) => view.focus === state.point);
  return own || data.views.filter((view) => view.focus === null || view.focus === state.case);
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
    font: { ...node.font, face: faceOf(document.body), color: full ? ink("text") : ink("faint") },
  };
}

function styleOfEdge(edge, state, chain, points) {
  const stance = edge.line === "stance" && points.has(edge.to);
  const act = state.act && edge.acts?.includes(data.rows.indexOf(rowOf.get(state.act)));
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
  if (!view) return;
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

// --- What vis-network does not draw: rows, years, the words of the edges.

const boxesShown = () => network.body.data.nodes.getIds();
const rectOf = (id) => network.getBoundingBox(id);
const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

function visibleArea() {
  const { clientWidth, clientHeight } = $("graph");
  return { ...network.DOMtoCanvas({ x: 0, y: 0 }), far: network.DOMtoCanvas({ x: clientWidth, y: clientHeight }) };
}

network.on("beforeDrawing", (ctx) => {
  if (!picture.view) return;
  const area = visibleArea();
  picture.view.picture.rows.forEach((row, i) => {
    ctx.fillStyle = ink(i % 2 ? "page" : "band");
    ctx.fillRect(area.x, row.top, area.far.x - area.x, row.bottom - row.top);
  });
});

// What is written over the picture: the words of each edge of the chain, on the edge where it is long enough to show
// its pattern all the same, else beside it; and, seen from afar, the names of the chain. Never over one another nor
// over a box that can be read; what finds no place is said by the evidence and the table.
function captions(ctx) {
  const far = Math.max(1, 0.8 / network.getScale());
  const size = 12 * far;
  ctx.font = `${size}px ${faceOf(document.body)}`;
  const widthOf = (words) => ctx.measureText(words).width + 8 * far;
  const { chain } = picture;
  const names = far > 1.5 ? boxesShown().filter((id) => chain.nodes.has(id)) : [];
  const taken = (far > 1.5 ? [] : boxesShown()).map(rectOf);
  const made = [];
  const place = (rect, words, line) => {
    if (rect) taken.push(rect);
    if (rect) made.push({ ...rect, words, line, size });
  };
  for (const id of [picture.focus, ...names.filter((id) => id !== picture.focus)].slice(0, names.length)) {
    const [short] = nodeOf.get(id).label.split("\n");
    const { left, right, top, bottom } = rectOf(id);
    const half = widthOf(short) / 2, middle = (left + right) / 2, y = (top + bottom) / 2;
    // The name takes the place of its box, or stands above or below where another name is there first.
    const tries = [0, 1.6, -1.6].map((up) => ({
      left: Math.min(middle - half, left), right: Math.max(middle + half, right),
      top: Math.min(y + (up - 0.7) * size, top), bottom: Math.max(y + (up + 0.7) * size, bottom),
    }));
    const free = tries.find((rect) => taken.every((other) => apart(rect, other)));
    place(free && { ...free, outline: nodeOf.get(id).shapeProperties.borderDashes || [] }, short, "text");
  }
  const told = network.body.data.edges.get({ filter: (edge) => edge.caption, order: (a, b) => b.width - a.width });
  for (const edge of told) place(placeOf(courseOf(edge), widthOf(edge.caption), size * 1.5, taken), edge.caption, edge.line);
  return made;
}

// The points of an edge between the borders of its boxes.
function courseOf(edge) {
  const type = network.body.edges[edge.id].edgeType;
  const points = Array.from({ length: 41 }, (_, i) => type.getPoint(i / 40));
  const inside = (p, r) => p.x > r.left && p.x < r.right && p.y > r.top && p.y < r.bottom;
  return points.filter((p) => !inside(p, rectOf(edge.from)) && !inside(p, rectOf(edge.to)));
}

function placeOf(course, width, height, taken) {
  if (course.length < 2) return null;
  const [a, b] = [course[0], course.at(-1)];
  const [dx, dy] = [Math.abs(b.x - a.x), Math.abs(b.y - a.y)];
  const hidden = Math.min((width * Math.hypot(dx, dy)) / (dx || 1), (height * Math.hypot(dx, dy)) / (dy || 1));
  const shifts = Math.hypot(dx, dy) > 2 * hidden ? [0, 1, -1] : [1, -1];
  for (const shift of shifts) {
    for (const t of [0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2, 0.9, 0.1]) {
      const { x, y } = course[Math.round(t * (course.length - 1))];
      const left = x - width / 2 + shift * (width / 2 + 6);
      const rect = { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
      if (taken.every((other) => apart(rect, other))) return rect;
    }
  }
  return null;
}

network.on("afterDrawing", (ctx) => {
  if (!picture.view) return;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const caption of captions(ctx)) {
    ctx.fillStyle = ink("page");
    ctx.fillRect(caption.left, caption.top, caption.right - caption.left, caption.bottom - caption.top);
    ctx.fillStyle = ink(caption.line);
    ctx.strokeStyle = ink(caption.line);
    ctx.lineWidth = caption.size / 12;
    ctx.setLineDash(caption.outline || []);
    if (caption.outline) ctx.strokeRect(caption.left, caption.top, caption.right - caption.left, caption.bottom - caption.top);
    ctx.fillText(caption.words, (caption.left + caption.right) / 2, (caption.top + caption.bottom) / 2);
  }
  if (picture.cursor) {
    const rect = rectOf(picture.cursor);
    ctx.strokeStyle = ink("accent");
    ctx.lineWidth = 3;
    ctx.setLineDash([]);
    ctx.strokeRect(rect.left - 6, rect.top - 6, rect.right - rect.left + 12, rect.bottom - rect.top + 12);
  }
  drawAxes(ctx);
});

// Names of the rows and the years stay at the border of the window while the graph moves below them.
function drawAxes(ctx) {
  const ratio = ctx.canvas.width / $("graph").clientWidth;
  const width = $("graph").clientWidth;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textAlign = "left";
  ctx.fillStyle = ink("soft");
  const size = Math.min(13, Math.max(20 * network.getScale(), 8));
  ctx.font = `600 ${size}px ${faceOf(document.body)}`;
  for (const row of picture.view.picture.rows) {
    const top = network.canvasToDOM({ x: 0, y: row.top }).y;
    ctx.fillText(data.tiers[row.tier], 6, top + size / 2 + 4);
  }
  ctx.font = `600 12px ${faceOf(document.body)}`;
  ctx.fillStyle = ink("page");
  ctx.fillRect(0, 0, width, YEARS);
  ctx.fillStyle = ink("soft");
  ctx.textAlign = "center";
  let free = 0;
  for (const [year, x] of picture.view.picture.columns) {
    const at = network.canvasToDOM({ x, y: 0 }).x;
    const half = ctx.measureText(year).width / 2;
    if (at - half < free || at + half > width) continue;
    ctx.fillText(year, at, YEARS / 2);
    free = at + half + 8;
  }
  ctx.restore();
}

// --- By hand

network.on("click", ({ nodes, edges: hit }) => {
  if (nodes.length) pick(nodes[0]);
  else if (hit.length) {
    const edge = network.body.data.edges.get(hit[0]);
    if (edge.line === "stance") choosePoint(edge.to);
    else chooseAct(edge.act);
  }
});
const pick = (id) => (id in data.cases ? chooseCase(id) : choosePoint(id));

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// The nearest box that way; what lies aside counts double.
function next(from, [dx, dy]) {
  const places = network.getPositions();
  const here = places[from];
  let best = null;
  for (const [id, there] of Object.entries(places)) {
    const ahead = (there.x - here.x) * dx + (there.y - here.y) * dy;
    const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
    const far = ahead + 2 * aside;
    if (id !== from && ahead > 0 && (!best || far < best.far)) best = { id, far };
  }
  return best && best.id;
}

$("graph").addEventListener("keydown", (event) => {
  const cursor = picture.cursor || chosen().case;
  if (event.key in WAYS) {
    picture.cursor = next(cursor, WAYS[event.key]) || cursor;
    const name = data.cases[picture.cursor]?.cite || data.points[picture.cursor];
    $("cursor").textContent = `${name}${picture.chain.nodes.has(picture.cursor) ? ", in the chain" : ""}. Enter selects.`;
    const rect = rectOf(picture.cursor);
    const area = visibleArea();
    if (rect.left < area.x || rect.right > area.far.x || rect.top < area.y || rect.bottom > area.far.y) {
      network.moveTo({ position: network.getPosition(picture.cursor), animation: false });
    }
    network.redraw();
  } else if (event.key === "Enter" && picture.cursor) pick(picture.cursor);
  else if (event.key === "+" || event.key === "=") zoom(1.25);
  else if (event.key === "-") zoom(0.8);
  else return;
  event.preventDefault();
});
// Only a graph in use takes the wheel from the page.
$("graph").addEventListener("focusin", () => network.setOptions({ interaction: { zoomView: true } }));
$("graph").addEventListener("focusout", () => {
  network.setOptions({ interaction: { zoomView: false } });
  picture.cursor = null;
  $("cursor").textContent = "";
  network.redraw();
});
