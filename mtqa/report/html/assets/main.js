// Ties it together: what is on the page follows the state, the state follows the address.
function draw() {
  document.documentElement.lang = ui;
  if (state.theme) document.documentElement.dataset.theme = state.theme;
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", t(node.dataset.label));
    if (node.tagName === "BUTTON") node.title = t(node.dataset.label);
  }
  for (const button of document.querySelectorAll("[data-ui]"))
    button.setAttribute("aria-pressed", String(button.dataset.ui === ui));
  byId("brand").setAttribute("href", address(null));
  byId("profile").textContent = t("profile", RUN.profile.name);
  byId("profile").title = t("profile-means", figure(RUN.profile.confidence, 2));
  byId("foot").textContent = `${t("made-with", RUN.version)} · ${plainText(RUN.signature)}`;
  byId("overview").hidden = reading();
  byId("reading").hidden = !reading();
  if (reading()) drawArticle();
  else drawOverview();
  const line = reading() ? ARTICLES[state.article] : null;
  document.title = `${line ? plainText(line.title || line.path) : t("report")} – mtqa`;
}

let rested = 0;

function open(index) {
  if (!reading()) rested = scrollY;
  Object.assign(state, { article: index, issue: null });
  mirror(true);
  draw();
  arrive();
}

function back() {
  const from = state.article;
  Object.assign(state, { article: null, issue: null });
  mirror(true);
  draw();
  scrollTo(0, rested);
  const row = document.querySelector(`[data-article="${from}"]`);
  if (row) row.focus({ preventScroll: rested > 0 });
}

// After the address changed: the chosen issue, or the top of the page.
function arrive() {
  if (reading() && state.issue && current().issues.some((issue) => issue.key === state.issue))
    return choose(state.issue, true);
  scrollTo(0, 0);
  const heading = document.querySelector("main > section:not([hidden]) h1");
  if (heading) heading.focus({ preventScroll: true });
  return undefined;
}

function speak(language) {
  ui = language;
  redraw();
}

function switchTheme() {
  const dark = state.theme
    ? state.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  state.theme = dark ? "light" : "dark";
  redraw();
}

// Draw anew in place: the scroll and the focus stay.
function redraw() {
  const focused = document.activeElement;
  const again = ["id", "data-issue", "data-article", "data-ui", "data-sort"].find((name) =>
    focused.getAttribute(name),
  );
  const selector = again && `[${again}="${CSS.escape(focused.getAttribute(again))}"]`;
  const [x, y] = [scrollX, scrollY];
  mirror(false);
  draw();
  scrollTo(x, y);
  const found = selector && document.querySelector(selector);
  if (found) found.focus({ preventScroll: true });
}

// Links carry the whole state in their address, so a click is a change of address.
addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("a[href^='#']");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (link.classList.contains("skip")) return byId("main").focus();
  if (link.dataset.article) return open(Number(link.dataset.article));
  if (link.id === "back" || link.id === "brand") return reading() ? back() : scrollTo(0, 0);
  const asked = parse(link.getAttribute("href"));
  if (asked.i) choose(asked.i, Boolean(link.dataset.issue));
  return undefined;
});

addEventListener("popstate", () => {
  takeAddress();
  draw();
  arrive();
});
addEventListener("beforeprint", () => !reading() && ARTICLES.length && showMore(true));

for (const button of document.querySelectorAll("[data-ui]"))
  button.addEventListener("click", () => speak(button.dataset.ui));
byId("theme").addEventListener("click", switchTheme);
byId("help-open").addEventListener("click", openHelp);
byId("help").addEventListener(
  "click",
  (event) => event.target === byId("help") && byId("help").close(),
);

takeAddress();
draw();
if (state.issue) arrive();
performance.mark("usable");
