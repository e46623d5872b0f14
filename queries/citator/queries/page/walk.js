// The picture by mouse and by keyboard.

network.on("click", ({ nodes, edges: hit }) => {
  $("graph").focus({ preventScroll: true });
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
