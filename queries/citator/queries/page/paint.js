// What vis-network does not draw: the rows of courts, the years, and the words on the picture.

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
  ctx.font = `${size}px ${face}`;
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
  ctx.font = `600 ${size}px ${face}`;
  for (const row of picture.view.picture.rows) {
    const top = network.canvasToDOM({ x: 0, y: row.top }).y;
    ctx.fillText(data.tiers[row.tier], 6, top + size / 2 + 4);
  }
  ctx.font = `600 12px ${face}`;
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
