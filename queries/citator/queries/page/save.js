// The graph as a picture, the table as CSV: made here and handed over as a download, no server asked.

function hand(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function savePng() {
  const drawn = $("graph").querySelector("canvas");
  const copy = el("canvas", { width: drawn.width, height: drawn.height });
  const ctx = copy.getContext("2d");
  ctx.fillStyle = ink("page");
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(drawn, 0, 0);
  copy.toBlob((blob) => hand("precedent.png", "image/png", blob));
}

function svgText() {
  const NS = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(NS, "svg");
  const add = (tag, attributes, words) => {
    const element = document.createElementNS(NS, tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (words !== undefined) element.textContent = words;
    svg.append(element);
  };
  const shown = boxesShown();
  const rects = new Map(shown.map((id) => [id, rectOf(id)]));
  const all = [...rects.values()];
  const left = Math.min(...all.map((r) => r.left)) - 20, right = Math.max(...all.map((r) => r.right)) + 20;
  const top = Math.min(...all.map((r) => r.top)) - 50, bottom = Math.max(...all.map((r) => r.bottom)) + 20;
  svg.setAttribute("viewBox", `${left} ${top} ${right - left} ${bottom - top}`);
  svg.setAttribute("font-family", "sans-serif");
  add("rect", { x: left, y: top, width: right - left, height: bottom - top, fill: ink("page") });
  picture.view.picture.rows.forEach((row, i) => {
    add("rect", { x: left, y: row.top, width: right - left, height: row.bottom - row.top, fill: ink(i % 2 ? "page" : "band") });
    add("text", { x: left + 6, y: row.top + 16, "font-size": 13, "font-weight": 600, fill: ink("soft") }, data.tiers[row.tier]);
  });
  let free = left;
  for (const [year, x] of picture.view.picture.columns) {
    if (x - 20 < free) continue;
    add("text", { x, y: top + 20, "font-size": 12, "text-anchor": "middle", fill: ink("soft") }, year);
    free = x + 20;
  }
  for (const edge of network.body.data.edges.get()) addEdge(edge, add);
  for (const id of shown) {
    const node = network.body.data.nodes.get(id), r = rects.get(id);
    add("rect", { x: r.left, y: r.top, width: r.right - r.left, height: r.bottom - r.top, rx: 4, fill: node.color.background,
      stroke: node.color.border, "stroke-width": node.borderWidth, ...(node.kind === "cited" && { "stroke-dasharray": "5 4" }) });
    node.label.split("\n").forEach((words, i, { length }) => {
      const y = (r.top + r.bottom) / 2 + (i - (length - 1) / 2) * 17 + 4.5;
      add("text", { x: (r.left + r.right) / 2, y, "font-size": 13, "text-anchor": "middle", fill: node.font.color }, words);
    });
  }
  const ctx = $("graph").querySelector("canvas").getContext("2d");
  for (const c of captions(ctx)) {
    add("rect", { x: c.left, y: c.top, width: c.right - c.left, height: c.bottom - c.top, fill: ink("page"),
      ...(c.outline && { stroke: ink("text"), "stroke-dasharray": c.outline.join(" ") || "none" }) });
    add("text", { x: (c.left + c.right) / 2, y: c.bottom - 0.4 * c.size, "font-size": c.size, "text-anchor": "middle", fill: ink(c.line) }, c.words);
  }
  return new XMLSerializer().serializeToString(svg);
}

// An edge from border to border of its boxes, with a head where it ends.
function addEdge(edge, add) {
  const path = courseOf(edge);
  if (path.length < 2) return;
  const stroke = { fill: "none", stroke: edge.color.color, "stroke-width": edge.width };
  add("polyline", { points: path.map((p) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`).join(" "), ...stroke,
    ...(edge.dashes && { "stroke-dasharray": edge.dashes.join(" ") }) });
  if (edge.arrows.to.enabled === false) return;
  const [from, to] = path.slice(-2);
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  const head = { bar: "M0-8V8", diamond: "M0 0l-6-5-6 5 6 5z", vee: "M0 0l-11-6 4 6-4 6z" }[edge.arrows.to.type] || "M0 0l-10-5v10z";
  const bar = edge.arrows.to.type === "bar";
  add("path", { d: head, transform: `translate(${to.x.toFixed(1)} ${to.y.toFixed(1)}) rotate(${angle.toFixed(1)})`,
    fill: bar ? "none" : edge.color.color, stroke: bar ? edge.color.color : "none", "stroke-width": 4 });
}

// A cell that a spreadsheet would take for a formula begins with an apostrophe.
const cell = (value) => `"${String(value ?? "").replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;

function csvText() {
  const titles = ["citing_case", "year", "treatment", "authority", "who", "part", "source", "page", "sentence", "extent", "basis", "confidence", "pin_cite"];
  const lines = rowsShown(chosen()).map((row) => [
    data.cases[row.acting].cite, row.year, row.treatment, row.targets.map((id) => data.cases[id].cite).join("; "), row.who,
    row.proof.part, data.cases[row.proof.source].cite, row.proof.where, row.proof.words, row.extent, row.basis, row.confidence, row.proof.cite,
  ]);
  // The mark at the start tells a spreadsheet that this is UTF-8.
  return "\ufeff" + [titles, ...lines].map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
}
