// The issues beside the text: one card each, sifted by severity, category and words.
const issueMatches = (issue) =>
  (!state.category || issue.category === state.category) &&
  (!state.severity || issue.severity === state.severity) &&
  (!state.issueQuery || issueHas(issue, fold(state.issueQuery.trim())));

const current = () => articleAt(state.article);
const keptIssues = () => current().issues.filter(issueMatches);

function panel() {
  const bar = h(
    "div",
    { class: "bar" },
    h("h2", { id: "issue-count" }),
    h(
      "button",
      {
        type: "button",
        class: "tool",
        id: "previous-issue",
        "aria-label": t("previous-issue"),
        title: `${t("previous-issue")} (k)`,
        onclick: () => stepIssue(-1),
      },
      chevron("M4 10l4-4 4 4"),
    ),
    h(
      "button",
      {
        type: "button",
        class: "tool",
        id: "next-issue",
        "aria-label": t("next-issue"),
        title: `${t("next-issue")} (j)`,
        onclick: () => stepIssue(1),
      },
      chevron("M4 6l4 4 4-4"),
    ),
  );
  return h(
    "section",
    { class: "issues", "aria-labelledby": "issue-count" },
    bar,
    siftBox(),
    h("ol", { class: "cards", id: "cards" }),
  );
}

const chevron = (d) =>
  s(
    "svg",
    { width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" },
    s("path", {
      d,
      fill: "none",
      stroke: "currentColor",
      "stroke-width": "1.8",
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    }),
  );

function siftBox() {
  const search = h("input", {
    type: "search",
    id: "issue-search",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: t("search-issues"),
    value: state.issueQuery,
    oninput: () => siftIssues({ issueQuery: search.value }),
  });
  return h(
    "details",
    {
      class: "sift",
      id: "sift",
      open: Boolean(state.category || state.severity || state.issueQuery),
    },
    h("summary", null, t("filter")),
    h(
      "div",
      { class: "filters" },
      severityChoice(state.severity, (severity) => siftIssues({ severity }), "issue-severity"),
      categoryChoice(state.category, (category) => siftIssues({ category }), "issue-category"),
      field(t("search"), search, true),
      h(
        "button",
        { type: "button", class: "plainly", id: "issue-clear", onclick: clearIssueFilter },
        t("clear"),
      ),
    ),
  );
}

function siftIssues(change) {
  Object.assign(state, change);
  drawCards();
  markSelection();
  say(byId("issue-count").textContent);
}

function clearIssueFilter() {
  Object.assign(state, { category: "", severity: "", issueQuery: "" });
  const fresh = siftBox();
  fresh.open = byId("sift").open;
  byId("sift").replaceWith(fresh);
  siftIssues({});
  fresh.querySelector("summary").focus();
}

function drawCards() {
  const { issues } = current();
  const kept = keptIssues();
  byId("issue-count").textContent =
    kept.length === issues.length
      ? count(issues.length, "issue")
      : t("shown", figure(kept.length), count(issues.length, "issue"));
  byId("issue-clear").hidden = !(state.category || state.severity || state.issueQuery);
  const empty = issues.length ? "no-issue-matches" : "no-issues";
  byId("cards").replaceChildren(
    ...(kept.length ? kept.map(card) : [h("li", { class: "none" }, t(empty))]),
  );
  const names = new Set(kept.map((issue) => String(issue.n)));
  for (const mark of document.querySelectorAll(".mark"))
    mark.classList.toggle("faded", !names.has(mark.dataset.n));
  for (const id of ["previous-issue", "next-issue"]) byId(id).disabled = !kept.length;
}

function card(issue) {
  return h(
    "li",
    { class: "card", "data-n": issue.n },
    h(
      "p",
      { class: "line" },
      h("span", { class: "stamp" }, issue.n + 1),
      h("span", { class: `sev ${issue.severity}` }, t(issue.severity)),
      h("span", null, t(issue.category)),
      issue.suggestion ? copyButton(issue.suggestion) : null,
    ),
    h(
      "p",
      { class: "swap" },
      h(
        "a",
        {
          href: address(state.article, issue.key),
          lang: "ro",
          class: "isolate",
          "data-issue": issue.key,
          title: t("link"),
        },
        quoted(issue.text, issue),
      ),
      swap(issue),
    ),
    h("p", { class: "reason isolate", lang: ui }, shown(inUi(issue.message))),
    detail(issue),
  );
}

const LONGEST = 90;

// The words of an issue; where they are all about white space, it is made visible.
function quoted(text, issue) {
  let words = text.replace(/\r\n?|\n/g, "⏎");
  if (issue.category === "spacing" || !words.trim())
    words = words.replace(/[ \u00a0\u202f]/g, "␣").replace(/\t/g, "⇥");
  if (words.length > LONGEST) {
    const pieces = Array.from(words);
    if (pieces.length > LONGEST)
      words = `${pieces.slice(0, LONGEST / 2).join("")} … ${pieces.slice(-LONGEST / 2).join("")}`;
  }
  return shown(words);
}

function swap(issue) {
  const arrow = h("span", { class: "arrow", "aria-hidden": "true" }, "→");
  const label = h("span", { class: "unseen" }, `${t("suggestion")}: `);
  if (issue.suggestion === null) return [];
  if (issue.suggestion === "") return [arrow, label, h("ins", null, t("remove"))];
  return [
    arrow,
    label,
    h("ins", { lang: "ro", class: "isolate" }, quoted(issue.suggestion, issue)),
  ];
}

function copyButton(text) {
  const button = h("button", { type: "button", class: "copy" }, t("copy"));
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = t("copied");
      say(t("copied"));
    } catch {
      button.hidden = true;
    }
  });
  return button;
}

function detail(issue) {
  const data = current();
  const pair = (key, value) => [h("dt", null, t(key)), h("dd", null, value)];
  const place = placeInSource(issue);
  const source =
    place && data.source !== null
      ? pair(
          "source-says",
          h(
            "span",
            { class: "isolate", lang: data.lang },
            quoted(data.source.slice(...place), issue),
          ),
        )
      : [];
  return h(
    "div",
    { class: "detail" },
    h(
      "dl",
      null,
      issue.suggestion === null ? pair("suggestion", t("unknown")) : [],
      source,
      pair("check", shown(issue.check)),
      pair("confidence", figure(issue.confidence, 2)),
      pair("mqm", RUN.mqm[issue.category]),
    ),
    issue.related.length
      ? h(
          "div",
          { class: "also" },
          h("h3", null, t("related")),
          h("ul", null, issue.related.map(relatedLine)),
        )
      : null,
  );
}

const relatedLine = (issue) =>
  h(
    "li",
    null,
    h("span", { class: `sev ${issue.severity}` }, t(issue.severity)),
    " · ",
    t(issue.category),
    " · ",
    shown(issue.check),
    h("br"),
    h("b", { lang: "ro", class: "isolate" }, quoted(issue.text, issue)),
    issue.suggestion
      ? [" → ", h("span", { class: "isolate", lang: "ro" }, quoted(issue.suggestion, issue))]
      : issue.suggestion === ""
        ? ` → ${t("remove")}`
        : "",
    h("br"),
    h("span", { class: "isolate" }, shown(inUi(issue.message))),
  );
