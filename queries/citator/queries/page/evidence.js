// The proof of what is chosen: the sentence, who says it and how sure that is, and the opinion around it.

const link = (id) =>
  id in data.cases
    ? el("a", { href: `#case=${encodeURIComponent(id)}` }, el("cite", {}, data.cases[id].name))
    : el("a", { href: `#point=${encodeURIComponent(id)}` }, data.points[id]);

function listed(pairs) {
  const list = el("dl");
  for (const [term, value] of pairs) if (value) list.append(el("dt", {}, term), el("dd", {}, value));
  return list;
}

const between = (items, word) => items.flatMap((item, i) => (i ? [word, item] : [item]));

// What previous and next walk through: the acts that concern the case, or the stances on the point of law.
function itemsOf(state) {
  if (state.point) return data.stances.filter((stance) => stance.point === state.point);
  const rows = (rowsOfCase.get(state.case) || []).filter((row) => passes(row, state) || row.id === state.act);
  const concerned = (row) => row.acting === state.case || row.targets.includes(state.case);
  return [...rows.filter(concerned), ...rows.filter((row) => !concerned(row))]; // what it only recounts comes last
}

function showEvidence(state) {
  const items = itemsOf(state);
  const at = Math.max(items.findIndex((item) => item.id === (state.point ? state.stance : state.act)), 0);
  const item = items[at];
  const parts = state.point ? [el("h3", {}, data.points[state.point])] : caseHead(state.case);
  parts.push(steps(state, items, at));
  if (item) parts.push(...(state.point ? stanceWords(item) : actWords(item)), copies(item.proof));
  else parts.push(el("p", {}, "Nothing is found about this case with these filters."));
  $("proof").replaceChildren(...parts);
  $("proof").scrollTop = 0;
  showOpinion(item ? item.proof : { source: state.case, at: null });
}

function caseHead(id) {
  const it = data.cases[id];
  const held = it.held ? "text held in this library" : "only cited; its text is not in this library";
  return [
    el("h3", {}, el("cite", {}, it.name)),
    el("p", { className: "of" }, [it.cite.slice(it.name.length).replace(/^,? /, ""), ...it.other, held].filter(Boolean).join("; ") + "."),
  ];
}

function steps(state, items, at) {
  const go = (i) => (state.point ? choosePoint(state.point, items[i].id) : chooseAct(items[i].id));
  // At the end of the walk the button in hand goes dead; the other one then takes the focus.
  const press = (i, id, other) => () => {
    go(i);
    ($(id).disabled ? $(other) : $(id)).focus();
  };
  const button = (words, i, id, other) =>
    el("button", { type: "button", id, disabled: !(i in items), onclick: press(i, id, other) }, words);
  return el("p", { className: "bar", role: "group", ariaLabel: "Evidence, one after the other" },
    button("Previous", at - 1, "previous", "next"), button("Next", at + 1, "next", "previous"),
    el("span", { role: "status" }, items.length ? `${at + 1} of ${items.length}` : "none"));
}

function actWords(row) {
  const targets = between(row.targets.map(link), " and ");
  return [
    el("p", { className: "claim" }, link(row.acting), " ", el("strong", {}, row.treatment), " ", ...targets),
    el("blockquote", {}, row.proof.words),
    listed([["Who acts", row.who], ...placeWords(row.proof), ["Basis", row.basis], ["Confidence", row.confidence],
      ["Extent", row.extent]]),
  ];
}

function stanceWords(stance) {
  return [
    el("p", { className: "claim" }, link(stance.case), " ", el("strong", {}, stance.kind), ` this, ${stance.how}`),
    el("blockquote", {}, stance.proof.words),
    listed(placeWords(stance.proof)),
  ];
}

const placeWords = (proof) => [["Said in", link(proof.source)], ["Part", proof.part], ["Page", proof.where]];

function copies(proof) {
  const button = (words, copied) => el("button", { type: "button", onclick: (event) => copy(event.target, copied) }, words);
  return el("p", { className: "bar" },
    button("Copy citation", proof.cite), button("Copy with sentence", `“${proof.words}” ${proof.cite}`));
}

// The opinion, scrolled to the marked sentence. Everything is a text node.
function showOpinion(proof) {
  const held = data.passages.findIndex((passage) => passage.case === proof.source);
  const [index, start, end] = proof.at || [held, 0, 0];
  const opinion = $("opinion");
  opinion.setAttribute("aria-label", `Text of ${data.cases[proof.source].name}`);
  const passage = data.passages[index];
  if (!passage) {
    opinion.replaceChildren("The text of this case is not on this page.");
    return;
  }
  const mark = el("mark", {}, passage.text.slice(start, end));
  const ends = passage.whole ? ["", ""] : ["[This page holds only the passage.]\n\n", "\n\n[…]"];
  opinion.replaceChildren(ends[0] + passage.text.slice(0, start), mark, passage.text.slice(end) + ends[1]);
  opinion.scrollTop = start === end ? 0 : mark.offsetTop - opinion.clientHeight / 3;
}

async function copy(button, words) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    // A page opened from disk may not be given the clipboard; the old way still works there.
    const field = el("textarea", { value: words });
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    button.focus();
  }
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = before), 1500);
}
