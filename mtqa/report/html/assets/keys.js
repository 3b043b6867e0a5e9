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
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
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

function drawHelp() {
  const keys = (...names) => h("dt", null, names.map((name, n) => [n ? " " : "", h("kbd", null, name)]));
  const means = (key) => h("dd", null, t(key));
  const close = h("button", { type: "button", class: "tool", id: "help-close", "aria-label": t("close"), onclick: () => byId("help").close() }, chevron("M4 4l8 8M12 4l-8 8"));
  const shortcuts = h("input", { type: "checkbox", checked: state.shortcuts, onchange: () => (state.shortcuts = shortcuts.checked) });
  const rows = [[["j"], "key-next"], [["k"], "key-previous"], [["n", "p"], "key-articles"], [["Enter"], "key-open"], [["Esc"], "key-back"], [["f"], "key-filter"], [["/"], "key-search"], [["s"], "key-source"], [["l"], "key-language"], [["t"], "key-theme"], [["?"], "key-help"]];
  byId("help").replaceChildren(
    h(
      "div",
      { class: "help" },
      h("header", null, h("h2", { id: "help-title" }, t("help")), close),
      h("dl", null, rows.map(([names, key]) => [keys(...names), means(key)])),
      h("label", null, shortcuts, t("shortcuts")),
      h("h3", null, t("severities")),
      h("dl", null, [...SEVERITIES].reverse().map((name) => [h("dt", null, h("span", { class: `sev ${name}` }, t(name))), means(`${name}-means`)])),
      h("p", null, t("quality-means")),
    ),
  );
}
