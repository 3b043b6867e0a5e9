// The overview: what the run says in one sentence, and the articles to sort, sift and open.
const AT_ONCE = 100;
let shownRows = AT_ONCE;

const COLUMNS = [
  ["verdict", "judged", (line) => (line.fail ? 0 : 1), "verdict"],
  ["title", "", (line) => fold(line.title || line.path), "column-article"],
  ["quality", "right", (line) => line.quality, "quality"],
  ["critical", "right spread", (line) => line.bySeverity[3], "critical"],
  ["major", "right spread", (line) => line.bySeverity[2], "major"],
  ["minor", "right spread", (line) => line.bySeverity[1], "minor"],
  ["issues", "right spread", (line) => total(line.bySeverity), "column-issues"],
  ["words", "right words", (line) => line.words, "column-words"],
];

function matches(line) {
  if (state.verdict && (state.verdict === "fail") !== line.fail) return false;
  if (
    (state.category || state.severity) &&
    !line.counts.some(
      ([c, v]) =>
        (!state.category || CATEGORIES[c] === state.category) &&
        (!state.severity || SEVERITIES[v] === state.severity),
    )
  )
    return false;
  return !state.query || articleHas(line, fold(state.query.trim()));
}

// The articles as the reader sees them: n and p follow this order.
function listed() {
  const [, , key] = COLUMNS.find(([name]) => name === state.sort);
  const sign = state.falling ? -1 : 1;
  const keyed = ARTICLES.filter(matches).map((line) => [key(line), line]);
  const compare = (a, b) => (typeof a === "string" ? a.localeCompare(b, "ro") : a - b);
  return keyed
    .sort((a, b) => sign * compare(a[0], b[0]) || a[1].index - b[1].index)
    .map(([, line]) => line);
}

function drawOverview() {
  byId("overview").replaceChildren(
    summary(),
    ...(ARTICLES.length ? [charts(), filters(), h("div", { class: "sheet", id: "list" })] : []),
  );
  if (ARTICLES.length) drawList();
}

function summary() {
  const words = total(ARTICLES.map((line) => line.words));
  const issues = total(ARTICLES.map((line) => total(line.bySeverity)));
  const penalty = total(
    ARTICLES.map((line) => line.bySeverity[1] + 5 * line.bySeverity[2] + 25 * line.bySeverity[3]),
  );
  const quality = figure(Math.max(0, 100 * (1 - penalty / Math.max(words, 1))), 1);
  const strong = (n, noun) =>
    h("span", null, h("b", { class: "number" }, figure(n)), count(n, noun).replace(/^\S+/, ""));
  const gate = RUN.gate;
  return h(
    "div",
    { class: "summary" },
    h("h1", { tabindex: -1 }, verdict()),
    h(
      "p",
      { class: "figures" },
      strong(ARTICLES.length, "article"),
      strong(issues, "issue"),
      strong(words, "word"),
      h("span", null, `${t("quality").toLowerCase()} `, h("b", { class: "number" }, quality)),
    ),
    h(
      "p",
      { class: "gate" },
      t(
        gate.critical ? "gate" : "gate-none",
        figure(gate.quality),
        figure(gate.critical),
      ),
      " ",
      t("profile-means", figure(RUN.profile.confidence, 2)),
    ),
  );
}

function verdict() {
  const failed = ARTICLES.filter((line) => line.fail).length;
  const alone = ARTICLES.length === 1;
  if (!ARTICLES.length) return t("nothing");
  if (!failed) return t(alone ? "one-passes" : "all-pass");
  if (failed === ARTICLES.length) return t(alone ? "one-fails" : "all-fail");
  return t("some-fail", figure(failed), count(ARTICLES.length, "article"));
}

const charts = () =>
  h(
    "div",
    { class: "charts", id: "charts" },
    ARTICLES.length > 1 ? qualityChart() : null,
    categoryChart((name) => sift({ category: name })),
  );

function filters() {
  const search = h("input", {
    type: "search",
    id: "search",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: t("search-articles"),
    value: state.query,
    oninput: () => sift({ query: search.value }, true),
  });
  const verdicts = [
    ["", t("any")],
    ["fail", t("fails")],
    ["pass", t("passes")],
  ];
  const clear = () => sift({ query: "", verdict: "", category: "", severity: "" });
  return h(
    "div",
    { class: "filters", role: "search", id: "filters" },
    field(t("search"), search, true),
    choice(t("verdict"), state.verdict, verdicts, (picked) => sift({ verdict: picked }), "verdict"),
    categoryChoice(state.category, (category) => sift({ category }), "category"),
    severityChoice(state.severity, (severity) => sift({ severity }), "severity"),
    h("button", { type: "button", class: "plainly", id: "clear", onclick: clear }, t("clear")),
    h("p", { class: "count number", id: "count" }),
  );
}

// Change the filters and show what is left; `typing` keeps the field as the reader types in it.
function sift(change, typing) {
  Object.assign(state, change);
  shownRows = AT_ONCE;
  if (!typing) {
    const focused = document.activeElement;
    const again = focused.id
      ? `#${CSS.escape(focused.id)}`
      : focused.dataset.category
        ? `[data-category="${focused.dataset.category}"]`
        : null;
    byId("filters").replaceWith(filters());
    byId("charts").replaceWith(charts());
    const found = again && document.querySelector(again);
    if (found && !found.hidden) found.focus();
  }
  drawList();
  say(byId("count").textContent);
}

const filtered = () => Boolean(state.query || state.verdict || state.category || state.severity);

function drawList() {
  const lines = listed();
  byId("clear").hidden = !filtered();
  byId("count").textContent =
    lines.length === ARTICLES.length
      ? count(ARTICLES.length, "article")
      : t("shown", figure(lines.length), count(ARTICLES.length, "article"));
  if (!lines.length) {
    byId("list").replaceChildren(h("p", { class: "none" }, t("no-match")));
    return;
  }
  const body = h("tbody", null, lines.slice(0, shownRows).map(tableRow));
  const table = h(
    "table",
    { class: "articles" },
    h("thead", null, h("tr", null, COLUMNS.map(columnHead))),
    body,
  );
  byId("list").replaceChildren(table, ...(lines.length > shownRows ? [moreButton()] : []));
}

function columnHead([name, look, , word]) {
  const on = state.sort === name;
  const sort = () => {
    Object.assign(state, {
      sort: name,
      falling: on ? !state.falling : !["verdict", "title", "quality"].includes(name),
    });
    drawList();
    document.querySelector(`[data-sort="${name}"]`).focus();
    say(t("sorted", t(word)));
  };
  const arrow = s(
    "svg",
    { viewBox: "0 0 10 10", "aria-hidden": "true" },
    s("path", { d: "M5 1.5l4 6.5H1z", fill: "currentColor" }),
  );
  return h(
    "th",
    {
      scope: "col",
      class: look,
      "aria-sort": on ? (state.falling ? "descending" : "ascending") : "none",
    },
    h("button", { type: "button", "data-sort": name, onclick: sort }, capital(t(word)), arrow),
  );
}

function tableRow(line) {
  const number = (n, look, severity) =>
    h(
      "td",
      { class: `${look} number${n ? "" : " zero"}` },
      severity && n ? h("span", { class: `sev ${severity}` }, figure(n)) : figure(n),
    );
  const [, minor, major, critical] = line.bySeverity;
  return h(
    "tr",
    null,
    h("td", { class: "judged" }, verdictBadge(line.fail)),
    rowHead(line),
    h("td", { class: "right number level-cell" }, figure(line.quality, 1), meter(line)),
    number(critical, "right spread", "critical"),
    number(major, "right spread", "major"),
    number(minor, "right spread", "minor"),
    number(total(line.bySeverity), "right spread"),
    number(line.words, "right words"),
  );
}

// The article's name; on a narrow screen the verdict and the counts stand below it.
function rowHead(line) {
  const counts = ["critical", "major", "minor"]
    .map((name) => [name, line.bySeverity[SEVERITIES.indexOf(name)]])
    .filter(([, n]) => n);
  const mini = counts.map(([name, n], k) => [
    k ? " · " : "",
    h("span", { class: `sev ${name}` }, `${figure(n)} ${t(name)}`),
  ]);
  return h(
    "th",
    { scope: "row" },
    h(
      "a",
      { href: address(line.index), "data-article": line.index, lang: "ro", class: "isolate" },
      shown(line.title || line.path),
    ),
    h("span", { class: "path isolate" }, shown(line.path)),
    h("span", { class: "mini" }, verdictBadge(line.fail), mini),
  );
}

const meter = (line) =>
  s(
    "svg",
    { class: "meter", "aria-hidden": "true" },
    s("rect", { class: "track", width: "100%", height: "100%", rx: 2 }),
    s("rect", {
      class: line.fail ? "level fail" : "level",
      width: `${Math.max(0, line.quality)}%`,
      height: "100%",
      rx: 2,
    }),
  );

function moreButton() {
  const button = h(
    "button",
    { type: "button", class: "more", id: "more", onclick: showMore },
    t("more"),
  );
  new IntersectionObserver(
    (seen) => seen.some((entry) => entry.isIntersecting) && button.isConnected && showMore(),
  ).observe(button);
  return button;
}

// The next rows join the table; `all` of them for printing.
function showMore(all) {
  const lines = listed();
  const from = shownRows;
  shownRows = all === true ? lines.length : shownRows + AT_ONCE;
  document.querySelector(".articles tbody").append(...lines.slice(from, shownRows).map(tableRow));
  const button = byId("more");
  if (!button) return;
  const next = shownRows < lines.length ? moreButton() : null;
  const focused = document.activeElement === button;
  if (next) button.replaceWith(next);
  else button.remove();
  if (focused && next) next.focus();
}

// j and k walk along the rows.
function stepRow(by) {
  const links = () => [...document.querySelectorAll("[data-article]")];
  const at = links().indexOf(document.activeElement);
  if (at + by >= shownRows && byId("more")) showMore();
  const next = links()[at < 0 ? 0 : at + by];
  if (next) next.focus();
}
