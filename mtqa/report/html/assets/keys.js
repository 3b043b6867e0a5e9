// The keyboard, and the dialog that explains it.
const reading = () => state.article !== null;

const KEYS = {
  j: () => (reading() ? stepIssue(1) : stepRow(1)),
  k: () => (reading() ? stepIssue(-1) : stepRow(-1)),
  n: () => reading() && stepArticle(1),
  p: () => reading() && stepArticle(-1),
  f: () => focusFilter(),
  "/": () => focusSearch(),
  s: () => toggleSource(),
  l: () => speak(ui === "ro" ? "en" : "ro"),
  t: () => switchTheme(),
  "?": () => openHelp(),
};

function focusFilter() {
  if (reading()) byId("sift").open = true;
  const control = byId(reading() ? "issue-severity" : "verdict");
  if (control) control.focus();
}

function focusSearch() {
  if (reading()) byId("sift").open = true;
  const control = byId(reading() ? "issue-search" : "search");
  if (control) control.focus();
}

function leaveField(key) {
  const first = document.querySelector(reading() ? "[data-issue]" : "[data-article]");
  if (key === "Enter" && first) first.focus();
  else document.activeElement.blur();
}

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || byId("help").open)
    return;
  const typing = event.target.closest && event.target.closest("input, select, textarea");
  if (typing) {
    if (event.key === "Escape" || (event.key === "Enter" && typing.type === "search")) {
      event.preventDefault();
      leaveField(event.key);
    }
    return;
  }
  if (event.key === "Escape" && reading()) return void back();
  const act = state.shortcuts && KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

function openHelp() {
  drawHelp();
  byId("help").showModal();
  byId("help-close").focus();
}

const EXPLAINED = [
  [["j"], "key-next"],
  [["k"], "key-previous"],
  [["n", "p"], "key-articles"],
  [["Enter"], "key-open"],
  [["Esc"], "key-back"],
  [["f"], "key-filter"],
  [["/"], "key-search"],
  [["s"], "key-source"],
  [["l"], "key-language"],
  [["t"], "key-theme"],
  [["?"], "key-help"],
];

function drawHelp() {
  const keys = EXPLAINED.map(([names, key]) => [
    h(
      "dt",
      null,
      names.map((name) => h("kbd", null, name)),
    ),
    h("dd", null, t(key)),
  ]);
  const close = () => byId("help").close();
  const cross = chevron("M4 4l8 8M12 4l-8 8");
  const look = { type: "button", class: "tool", id: "help-close", "aria-label": t("close") };
  const head = h(
    "header",
    null,
    h("h2", { id: "help-title" }, t("help")),
    h("button", { ...look, onclick: close }, cross),
  );
  const body = [head, h("dl", null, keys), shortcutSwitch(), severitiesExplained()];
  byId("help").replaceChildren(h("div", { class: "help" }, body));
}

function shortcutSwitch() {
  const onchange = () => (state.shortcuts = box.checked);
  const box = h("input", { type: "checkbox", checked: state.shortcuts, onchange });
  return h("label", null, box, t("shortcuts"));
}

function severitiesExplained() {
  const rows = [...SEVERITIES]
    .reverse()
    .map((name) => [
      h("dt", null, h("span", { class: `sev ${name}` }, t(name))),
      h("dd", null, t(`${name}-means`)),
    ]);
  return [h("h3", null, t("severities")), h("dl", null, rows), h("p", null, t("quality-means"))];
}
