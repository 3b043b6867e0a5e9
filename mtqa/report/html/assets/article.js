// The article: its text in rows, its issues marked, the source beside it.
function drawArticle() {
  const line = ARTICLES[state.article];
  const data = current();
  const desk = h("div", { class: "desk" }, textSheet(data), panel());
  byId("reading").replaceChildren(articleHead(line, data), desk);
  if (data.source !== null) showSource();
  drawCards();
  markSelection();
}

function articleHead(line, data) {
  const scores = Object.entries(data.scores).map(([name, score]) =>
    h("span", name === "qe" ? { title: t("qe-means") } : null, `${plainText(name)} `, h("b", { class: "number" }, figure(score, 3))),
  );
  const quality = h(
    "span",
    null,
    `${t("quality")} `,
    h("b", { class: "number" }, figure(line.quality, 1)),
  );
  return h(
    "header",
    { class: "head" },
    articleNav(line),
    h("h1", { tabindex: -1, lang: "ro", class: "isolate" }, shown(line.title || line.path)),
    h(
      "p",
      { class: "facts" },
      verdictBadge(line.fail),
      quality,
      h("span", null, count(line.words, "word")),
      scores,
      h("span", { class: "isolate" }, shown(line.path)),
      data.source === null ? null : sourceToggle(),
    ),
  );
}

function articleNav(line) {
  const order = readingOrder();
  const at = order.indexOf(line.index);
  const move = (by, key, d) =>
    h(
      "button",
      {
        type: "button",
        class: "tool",
        "aria-label": t(key),
        title: `${t(key)} (${by > 0 ? "n" : "p"})`,
        disabled: order[at + by] === undefined,
        onclick: () => stepArticle(by),
      },
      chevron(d),
    );
  const many = [
    h("span", { class: "where number" }, t("shown", figure(at + 1), figure(order.length))),
    move(-1, "previous-article", "M10 4L6 8l4 4"),
    move(1, "next-article", "M6 4l4 4-4 4"),
  ];
  const arrow = h("span", { "aria-hidden": "true" }, "←");
  return h(
    "nav",
    { "aria-label": t("column-article") },
    h("a", { class: "back", href: address(null), id: "back" }, arrow, t("back")),
    ARTICLES.length > 1 ? many : null,
  );
}

function sourceToggle() {
  return h("button", {
    type: "button",
    class: "plainly toggle",
    id: "source-toggle",
    title: "s",
    onclick: toggleSource,
  });
}

const narrow = () => matchMedia("(max-width: 40rem)").matches;

function showSource() {
  const on = state.source === null ? !narrow() : state.source;
  const text = document.querySelector(".text");
  text.classList.toggle("with-source", on);
  text.classList.toggle("no-source", !on && !narrow());
  byId("source-toggle").textContent = t(on ? "hide-source" : "show-source");
}

function toggleSource() {
  if (state.article === null || current().source === null) return;
  state.source = !document.querySelector(".text").classList.contains("with-source");
  showSource();
}

function textSheet(data) {
  const beside = data.source !== null;
  const sourceName = data.lang ? `${t("source")} (${plainText(data.lang)})` : t("source");
  const head = beside
    ? h(
        "div",
        { class: "columns", "aria-hidden": "true" },
        h("span", null, sourceName),
        h("span", null, t("translation")),
      )
    : null;
  const rows = data.rows.map(([target, source], n) => {
    const cells = [];
    if (beside) cells.push(sourceCell(data, source));
    cells.push(targetCell(data, target));
    const plain = target ? data.target.slice(...target) : "";
    const last = n === data.rows.length - 1 || /[\r\n]\s*$/.test(plain);
    const headline = n === 0 && last && plain.trim().length < 160 && !/[.…]\s*$/.test(plain);
    return h("div", { class: `row${last ? " end" : ""}${headline ? " headline" : ""}` }, cells);
  });
  return h(
    "article",
    { class: beside ? "text" : "text no-source", "aria-label": t("translation") },
    head,
    rows,
  );
}

function targetCell(data, span) {
  const cell = h("div", { class: "target", lang: "ro" });
  if (!span) {
    cell.append(h("span", { class: "gap", lang: ui }, t("untranslated-row")));
    return cell;
  }
  const soft = data.soft[0];
  const [from, to] = trimmed(data.target, span, data.issues);
  let at = from;
  for (const issue of data.issues) {
    const [start, end] = [Math.max(issue.start, at), Math.min(issue.end, to)];
    if (start >= end) continue;
    cell.append(...stretch(data.target, at, start, soft), markOf(issue, data, start, end, soft));
    at = end;
  }
  cell.append(...stretch(data.target, at, to, soft));
  return cell;
}

// White space at a row's end is not shown, unless an issue marks it.
function trimmed(text, [from, to], issues) {
  let end = to;
  while (end > from && /\s/.test(text[end - 1])) end -= 1;
  for (const issue of issues)
    if (issue.start < to && issue.end > end) end = Math.min(issue.end, to);
  return [from, end];
}

function markOf(issue, data, start, end, soft) {
  const words = data.target.slice(start, end);
  const breaks = /^[\r\n]+$/.test(words) ? ["⏎"] : stretch(data.target, start, end, soft);
  const label = `${t(issue.severity)}, ${t(issue.category)}`;
  return h(
    "a",
    {
      class: `mark ${issue.severity}`,
      href: address(state.article, issue.key),
      "data-n": issue.n,
      "data-last": end === issue.end ? issue.n + 1 : null,
      title: `${label}: ${plainText(inUi(issue.message))}`,
    },
    breaks,
  );
}

function sourceCell(data, spans, told) {
  const cell = h("div", {
    class: "source",
    lang: data.lang || null,
    dir: "auto",
    "data-spans": JSON.stringify(spans),
  });
  spans.forEach((span, n) => {
    const [from, to] = trimmed(data.source, span, []);
    const [start, end] = told ? [Math.max(told[0], from), Math.min(told[1], to)] : [to, to];
    if (n) cell.append(" … ");
    if (start < end) {
      cell.append(
        ...stretch(data.source, from, start, data.soft[1]),
        h("mark", { class: "told" }, stretch(data.source, start, end, data.soft[1])),
        ...stretch(data.source, end, to, data.soft[1]),
      );
    } else cell.append(...stretch(data.source, from, to, data.soft[1]));
  });
  if (!spans.length) cell.append(h("span", { class: "gap", lang: ui }, t("no-counterpart")));
  return cell;
}

// Only what belongs to the chosen issue is redrawn.
function markSelection() {
  const data = current();
  const issue = data.issues.find((one) => one.key === state.issue);
  const name = issue ? String(issue.n) : "";
  for (const mark of document.querySelectorAll(".mark"))
    mark.classList.toggle("on", mark.dataset.n === name);
  for (const item of document.querySelectorAll(".card")) {
    if (item.dataset.n === name) item.setAttribute("aria-current", "true");
    else item.removeAttribute("aria-current");
  }
  for (const row of document.querySelectorAll(".row")) {
    row.classList.toggle(
      "current",
      Boolean(issue) && [...row.querySelectorAll(".mark")].some((mark) => mark.dataset.n === name),
    );
  }
  tellSource(data, issue && placeInSource(issue));
}

function tellSource(data, told) {
  for (const cell of document.querySelectorAll(".source")) {
    const spans = JSON.parse(cell.dataset.spans);
    const here = told && spans.some(([from, to]) => told[0] < to && told[1] > from);
    if (here || cell.querySelector(".told"))
      cell.replaceWith(sourceCell(data, spans, here ? told : null));
  }
}

function choose(key, focus) {
  state.issue = key;
  mirror(false);
  const issue = current().issues.find((one) => one.key === key);
  if (issue && !issueMatches(issue)) {
    Object.assign(state, { category: "", severity: "", issueQuery: "" });
    byId("sift").replaceWith(siftBox());
    drawCards();
  }
  markSelection();
  bringIntoView(focus);
}

function bringIntoView(focus) {
  const item = document.querySelector(".card[aria-current]");
  const mark = document.querySelector(".mark.on");
  if (item) {
    const list = byId("cards");
    const [box, frame] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
    if (box.top < frame.top || box.bottom > frame.bottom)
      list.scrollTop += box.top - frame.top - Math.max(8, (frame.height - box.height) / 3);
    if (focus) item.querySelector("[data-issue]").focus({ preventScroll: true });
  }
  if (mark) mark.scrollIntoView({ block: "nearest" });
}

function stepIssue(by) {
  const kept = keptIssues();
  if (!kept.length) return;
  const at = kept.findIndex((issue) => issue.key === state.issue);
  const next = kept[at < 0 ? (by > 0 ? 0 : kept.length - 1) : at + by];
  if (next) choose(next.key, true);
  else say(t(by > 0 ? "last-issue" : "first-issue"));
}

// The order of the overview, or of the run where the article is filtered out there.
function readingOrder() {
  const order = listed().map((line) => line.index);
  return order.includes(state.article) ? order : ARTICLES.map((line) => line.index);
}

function stepArticle(by) {
  const order = readingOrder();
  const next = order[order.indexOf(state.article) + by];
  if (next === undefined) say(t(by > 0 ? "last-article" : "first-article"));
  else open(next);
}
