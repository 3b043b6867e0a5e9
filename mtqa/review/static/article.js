// One article: choose an issue, decide with one key, see at once what came of it.
import { alarm, byId, gauge, keyOf, openHelp, post, remember, t, taken, toast, WINDOW } from "./shared.js";
import { ask, choice, entry } from "./dialogs.js";
import { markByKeyboard, markingKey, selected } from "./marking.js";
import { watch } from "./watch.js";
import * as writing from "./writing.js";

const STATE = JSON.parse(byId("state").textContent);
let cards = [];
let byKey = new Map();
let current = null;

function collect() {
  cards = [...document.querySelectorAll(".card")];
  byKey = new Map(cards.map((card) => [Number(card.dataset.id), card]));
}

const part = (card, name) => card.querySelector(`[data-part="${name}"]`);
const marksOf = (id) => document.querySelectorAll(`[data-issues~="${id}"]`);
const isOpen = (card) => card.dataset.state === "open";
const undecided = () => cards.filter(isOpen);

// ---- choosing -------------------------------------------------------------------------------

function choose(card, { scroll = true, focus = true } = {}) {
  closeWhy();
  if (current) {
    current.removeAttribute("aria-current");
    for (const mark of marksOf(current.dataset.id)) mark.classList.remove("on");
    document.querySelectorAll(".row.current").forEach((row) => row.classList.remove("current"));
  }
  current = card;
  for (const button of document.querySelectorAll(".act")) button.disabled = !card;
  if (!card) return;
  card.setAttribute("aria-current", "true");
  const marks = [...marksOf(card.dataset.id)];
  for (const mark of marks) {
    mark.classList.add("on");
    mark.closest(".row").classList.add("current");
  }
  document.querySelector('[data-act="apply"]').disabled = card.dataset.suggestion === undefined;
  intoPanel(card);
  if (focus) card.querySelector(".swap a").focus({ preventScroll: true }); // a screen reader reads it out
  if (scroll) reveal(marks.find((mark) => mark.matches("mark")));
  history.replaceState(null, "", `${location.pathname}${location.search}#issue-${card.dataset.id}`);
}

// Scroll the page only when the marked words are out of sight, and then so that there is more to come.
function reveal(mark) {
  if (!mark) return;
  const panel = byId("issues");
  const bottom = getComputedStyle(panel).position === "fixed" ? panel.getBoundingClientRect().top : innerHeight;
  const top = document.querySelector(".top").getBoundingClientRect().bottom;
  const box = mark.getBoundingClientRect();
  if (box.top > top + 12 && box.bottom < bottom - 24) return;
  scrollBy({ top: box.top - top - (bottom - top) / 3, behavior: "instant" });
}

// Scroll the panel alone: the page stays where the reader is.
function intoPanel(card) {
  const panel = byId("cards");
  const above = card.offsetTop - panel.offsetTop;
  const room = panel.clientHeight - card.offsetHeight;
  // the cards to come are shown as well, where there is room
  if (above < panel.scrollTop || above > panel.scrollTop + room - 60) panel.scrollTop = above - Math.min(room / 3, 90);
}

function step(by) {
  if (!cards.length) return;
  const at = cards.indexOf(current);
  const next = at < 0 ? (by > 0 ? 0 : cards.length - 1) : at + by;
  if (next >= 0 && next < cards.length) choose(cards[next]);
}

// After a decision: the next undecided issue, from here on and then from the top.
function advance(from) {
  const at = cards.indexOf(from);
  const next = [...cards.slice(at + 1), ...cards.slice(0, at)].find(isOpen);
  if (next) choose(next);
  else {
    choose(from, { scroll: false });
    toast(t("all-decided"));
  }
}

// ---- showing --------------------------------------------------------------------------------

const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const visible = (text) => text.replace(INVISIBLE, (c) => `⟦U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟧`);

function element(tag, text, name) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.textContent = text;
  return node;
}

// Show an issue as the desk has it now.
function draw(issue) {
  const card = byKey.get(issue.id);
  if (!card) return null;
  Object.assign(card.dataset, { version: issue.version, state: issue.state, severity: issue.severity, category: issue.category });
  const select = (id, value) => [...byId(id).options].find((option) => option.value === value)?.text ?? value;
  part(card, "severity").className = `sev ${issue.severity}`;
  part(card, "severity").textContent = select("form-severity", issue.severity);
  part(card, "category").textContent = select("form-category", issue.category);
  const reason = issue.reason ? ` · ${t(`reason-${issue.reason}`)}` : "";
  part(card, "state").textContent = issue.state === "open" || issue.state === "gone" ? "" : t(issue.state) + reason;
  if (issue.replacement === null) delete card.dataset.replacement;
  else card.dataset.replacement = issue.replacement;
  const proposal = issue.replacement ?? issue.suggestion;
  part(card, "proposal").replaceChildren(
    ...(proposal === null ? [] : [arrow(), element("ins", visible(proposal) || t("delete"))]),
  );
  part(card, "comment").textContent = visible(issue.comment);
  part(card, "comment").hidden = !issue.comment;
  for (const mark of marksOf(issue.id)) {
    if (!mark.matches("mark")) continue;
    mark.dataset.state = issue.state;
    mark.classList.remove("neutral", "minor", "major", "critical");
    mark.classList.add(issue.severity);
  }
  for (const made of document.querySelectorAll(`ins.new[data-issue="${issue.id}"]`)) {
    made.hidden = issue.replacement === null;
    made.textContent = visible(issue.replacement ?? "");
  }
  return card;
}

function arrow() {
  const node = element("span", "→", "arrow");
  node.setAttribute("aria-hidden", "true");
  return node;
}

function count() {
  const left = undecided().length;
  const place = byId("left");
  place.textContent = left ? place.dataset.phrase.replace("{0}", left) : cards.length ? place.dataset.none : "";
  document.body.classList.toggle("all-decided", cards.length > 0 && !left);
}

// ---- deciding -------------------------------------------------------------------------------

async function decide(action, more = {}, said = null) {
  const card = current;
  if (!card) return void toast(t("nothing-current"));
  const answer = await write(`/api/issues/${card.dataset.id}`, { action, version: Number(card.dataset.version), ...more });
  if (!answer) return;
  draw(answer.issue);
  gauge(answer.progress);
  count();
  toast(`${said ?? t(answer.issue.state)}: ${card.querySelector(".swap a").textContent}`);
  if (answer.issue.state === "open" || action === "comment") choose(card);
  else advance(card);
}

// Keys come faster than answers: each act waits for the one before it and then sees what that left.
// After a refusal the acts that were waiting are dropped; they were meant for what is no more.
let waiting = 0;
let meant = 0;
let last = Promise.resolve();

function run(act) {
  const now = meant;
  waiting += 1;
  document.body.classList.add("busy");
  last = last
    .then(() => (now === meant ? act() : null))
    .catch((problem) => alarm(String(problem)))
    .then(() => {
      waiting -= 1;
      if (!waiting) document.body.classList.remove("busy");
    });
}

// Send a write; what goes wrong is said. Gives back the answer, or null.
async function write(path, body) {
  const answer = await post(path, body);
  if (answer.ok) return answer.body;
  meant += 1;
  if (answer.status === 409) conflict(answer.body);
  else alarm(answer.text);
  return null;
}

function conflict({ issue, by, progress, article }) {
  if (article && article.id !== STATE.article) return alarm(t("conflict", who(by), t(issue.state)));
  if (!issue || issue.state === "gone" || article.revision !== STATE.revision) {
    remember(t("conflict-nobody"));
    return void location.reload();
  }
  const card = draw(issue);
  if (!card) return void location.reload();
  gauge(progress);
  count();
  choose(card);
  flash(card);
  alarm(t("conflict", who(by), part(card, "state").textContent || t("open")));
}

const who = (by) => (by ? (by.window === WINDOW || by.editor === byId("who").dataset.name ? `${by.editor} (${t("elsewhere")})` : by.editor) : "?");

function flash(card) {
  card.classList.remove("flash");
  void card.offsetWidth;
  card.classList.add("flash");
}

async function edit() {
  const card = current;
  if (!card) return void toast(t("nothing-current"));
  const { text, replacement, suggestion } = card.dataset; // as they are, not as they are shown
  const found = await ask("edit", { text: visible(text), replacement: replacement ?? suggestion ?? text, category: card.dataset.category, severity: card.dataset.severity, comment: part(card, "comment").textContent });
  if (found) await decide("edit", found);
}

async function comment() {
  const card = current;
  if (!card) return void toast(t("nothing-current"));
  const found = await ask("comment", { text: card.querySelector(".swap a").textContent, category: card.dataset.category, severity: card.dataset.severity, comment: part(card, "comment").textContent });
  if (found) await decide("comment", { ...found, replacement: null }, t("commented"));
}

async function missed() {
  let found = selected();
  if (!found) {
    const near = current ? Number([...marksOf(current.dataset.id)].find((mark) => mark.matches("mark"))?.querySelector("[data-o]")?.dataset.o ?? 0) : 0;
    found = await markByKeyboard(near);
    if (!found) return;
  }
  const entered = await ask("missed", { text: found.text, replacement: found.text, category: "mistranslation", severity: "major" });
  getSelection().removeAllRanges();
  if (!entered) return;
  const meantFor = entered.replacement.replace(/[\ufffc\u200b]/g, ""); // what stood for what cannot be shown
  const replacement = entered.replacement === found.text ? null : meantFor;
  const answer = await write(`/api/articles/${STATE.article}/missed`, { ...entered, replacement, revision: STATE.revision, start: found.start, end: found.end });
  if (!answer) return;
  remember(`${t("added")}: ${found.text}`);
  reload(answer.issue);
}

// The span of an issue in the translation.
function spanOf(card) {
  const pieces = [...marksOf(card.dataset.id)].filter((mark) => mark.matches("mark")).map((mark) => mark.querySelector("[data-o]").dataset);
  if (!pieces.length) return null;
  const last = pieces[pieces.length - 1];
  return [Number(pieces[0].o), Number(last.o) + Number(last.n)];
}

// Mark other words for the issue: those selected, or with the arrow keys from its own.
async function move() {
  const card = current;
  if (!card) return void toast(t("nothing-current"));
  const found = selected() ?? (await markByKeyboard(...(spanOf(card) ?? [0])));
  getSelection().removeAllRanges();
  if (!found) return;
  const answer = await write(`/api/issues/${card.dataset.id}/move`, { version: Number(card.dataset.version), start: found.start, end: found.end });
  if (!answer) return;
  await refresh();
  toast(t("moved"));
}

// Decide all issues like this one: here, or in the whole queue.
async function alike() {
  const card = current;
  if (!card) return void toast(t("nothing-current"));
  const found = await (await fetch(`/api/issues/${card.dataset.id}/alike`)).json();
  if (!found.everywhere) return void toast(t("alike-none"));
  const own = isOpen(card) ? 1 : 0;
  const where = await choice("alike", { here: found.here + own, everywhere: found.everywhere + own });
  if (!where) return;
  const answer = await write(`/api/issues/${card.dataset.id}/alike`, { version: Number(card.dataset.version), everywhere: where === "everywhere" });
  if (!answer) return;
  gauge(answer.progress);
  await refresh();
  const next = undecided()[0];
  if (next) choose(next);
  toast(t("alike-made", answer.made, answer.left));
}

// Apply the first, second … of the corrections that an issue offers.
function pick(number) {
  const offered = current ? JSON.parse(current.dataset.choices) : [];
  if (number > offered.length) return null;
  return number === 1 && current.dataset.suggestion === offered[0] ? decide("apply") : decide("edit", { replacement: offered[number - 1] });
}

async function assign() {
  const name = await entry("assign", STATE.assigned || byId("who").dataset.name);
  if (name === null) return;
  if (!(await write(`/api/articles/${STATE.article}/assign`, { name }))) return;
  STATE.assigned = name.trim();
  byId("assigned").textContent = STATE.assigned;
  toast(STATE.assigned ? t("assigned-to", STATE.assigned) : t("assigned-nobody"));
}

async function undo() {
  const answer = await write("/api/undo", {});
  if (!answer) return;
  const { undone, issue } = answer;
  if (["type", "move"].includes(undone?.kind) && undone.article === STATE.article) {
    await refresh();
    return void toast(t("undone"));
  }
  if (!undone) return void toast(t("nothing-to-undo"));
  if (undone.article !== STATE.article || !issue || issue.state === "gone" || !byKey.has(issue.id)) {
    remember(t("undone"));
    return void reload(issue?.state === "gone" ? null : undone.issue, undone.article);
  }
  choose(draw(issue));
  gauge(answer.progress);
  count();
  toast(`${t("undone")}: ${current.querySelector(".swap a").textContent}`);
}

async function finish() {
  const open = undecided().length;
  if (open && !STATE.finished && !(await choice("leave", { open }))) return;
  const answer = await write(`/api/articles/${STATE.article}/finish`, { version: STATE.version, finished: !STATE.finished });
  if (!answer) return;
  STATE.version = answer.version;
  STATE.finished = !STATE.finished;
  gauge(answer.progress);
  const button = byId("finish");
  button.firstElementChild.textContent = STATE.finished ? button.dataset.resume : button.dataset.finish;
  toast(t(STATE.finished ? "finished" : "resumed"));
}

async function recheck() {
  toast(t("rechecking"));
  const answer = await write(`/api/articles/${STATE.article}/recheck`, { version: STATE.version });
  if (!answer) return;
  remember(t("rechecked"));
  reload();
}

// ---- as the desk has it now -----------------------------------------------------------------

// Draw the article anew in its place; the row that somebody writes in stays as it is.
async function refresh() {
  const page = await fetched(`/articles/${STATE.article}${STATE.query}`);
  if (!page) return void location.reload();
  const keep = current?.dataset.id;
  Object.assign(STATE, JSON.parse(page.getElementById("state").textContent));
  const [old, fresh] = [document, page].map((one) => [...one.querySelectorAll("#text .row")]);
  const box = writing.boxed()?.closest(".row");
  if (old.length === fresh.length) old.forEach((row, n) => (row === box ? null : row.replaceWith(fresh[n])));
  else if (!box) byId("text").replaceChildren(...page.getElementById("text").childNodes);
  if (box && old.length === fresh.length) writing.follow(fresh[old.indexOf(box)].querySelector(".target"));
  byId("cards").replaceChildren(...page.getElementById("cards").childNodes);
  collect();
  choose(byKey.get(Number(keep)) ?? undecided()[0] ?? cards[0] ?? null, { scroll: false, focus: !box });
  count();
}

// A page of the desk as a document; parsed by the browser itself, which needs no trust in strings.
function fetched(address) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () => resolve(request.status === 200 ? request.response : null);
    request.onerror = () => resolve(null);
    request.send();
  });
}

writing.setUp({
  run,
  refresh,
  settle: () => current?.querySelector(".swap a").focus({ preventScroll: true }),
  // a refusal must not take away what was written: it is said, and the words stay to be copied
  write: async (what, body) => {
    const answer = await post(`/api/articles/${STATE.article}/${what}`, { ...body, revision: STATE.revision });
    if (!answer.ok) return void alarm(answer.status === 409 ? t("conflict", who(answer.body.by), t("event-type")) : answer.text);
    gauge(answer.body.progress);
    [STATE.revision, STATE.version, STATE.event] = [answer.body.revision, answer.body.version, answer.body.event];
    return answer.body;
  },
});

// Write at the current issue, or in the first row.
function writeHere() {
  const mark = current && [...marksOf(current.dataset.id)].filter((one) => one.matches("mark")).pop();
  writing.begin(mark?.closest(".target") ?? document.querySelector("#text .target"), { node: mark });
}

// ---- leaving and coming back ----------------------------------------------------------------

function reload(issue = null, article = STATE.article) {
  const address = `/articles/${article}${STATE.query}${issue ? `#issue-${issue}` : ""}`;
  history.replaceState(null, "", address);
  location.reload();
}

function go(name) {
  const link = byId(name);
  if (link) link.click();
  else toast(t(name === "next" ? "last-article" : "first-article"));
}

// On a phone the source is shown for the current row alone until asked for.
function showSource() {
  if (!document.querySelector(".columns")) return;
  byId("text").classList.toggle(matchMedia("(max-width: 40rem)").matches ? "with-source" : "no-source");
}

function goOn() {
  if (undecided().length && !STATE.finished) return;
  if (byId("next")) byId("next").click();
  else byId("back").click();
}

// ---- dismissing with a reason ---------------------------------------------------------------

const why = byId("why");
const openWhy = () => {
  if (!current) return void toast(t("nothing-current"));
  why.hidden = false;
  why.querySelector("button").focus();
};
function closeWhy() {
  why.hidden = true;
}
for (const button of why.querySelectorAll("button")) {
  button.addEventListener("click", () => run(() => dismiss(button.dataset.reason)));
}
function dismiss(reason) {
  closeWhy();
  return decide("dismiss", { reason });
}

// ---- keys and clicks ------------------------------------------------------------------------

const ACTS = {
  accept: () => decide("accept"),
  dismiss: openWhy,
  apply: () => (current?.dataset.suggestion === undefined ? toast(t("no-suggestion")) : decide("apply")),
  edit,
  glossary: () => decide("glossary", {}, t("glossed")),
  comment,
  missed,
  undo,
  diff: () => location.assign(`/articles/${STATE.article}/diff${STATE.query}`),
  recheck,
  finish,
  write: writeHere,
  move,
  alike,
  assign,
  history: () => location.assign(`/articles/${STATE.article}/history${STATE.query}`),
};
const KEYS = {
  a: ACTS.accept, d: ACTS.dismiss, s: ACTS.apply, e: ACTS.edit, g: ACTS.glossary, c: ACTS.comment,
  m: ACTS.missed, u: ACTS.undo, x: ACTS.diff, r: ACTS.recheck, f: ACTS.finish,
  j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1),
  n: () => go("next"), p: () => go("previous"), Enter: goOn,
  v: showSource, w: ACTS.write, b: ACTS.move, l: ACTS.alike, t: ACTS.assign, h: ACTS.history,
  "/": () => location.assign(`/${STATE.query}#search`),
  Escape: () => byId("back").click(),
  "?": openHelp,
};

function reasonKey(key) {
  const button = why.querySelectorAll("button")[Number(key) - 1];
  if (button) return dismiss(button.dataset.reason);
  if (key === "d") return dismiss("correct");
  if (key !== "Escape") return null;
  choose(current);
  return null;
}

addEventListener("keydown", (event) => {
  if (taken(event) || markingKey(event)) return;
  const key = keyOf(event);
  if ((key === "Enter" || key === " ") && event.target.closest?.("a:not([data-part]), button")) return;
  const digit = /^[1-9]$/.test(key);
  if (!KEYS[key] && !digit) return;
  event.preventDefault();
  run(() => (why.hidden ? (digit ? pick(Number(key)) : KEYS[key]()) : reasonKey(key)));
});

for (const button of document.querySelectorAll("[data-act]")) {
  // the selection in the text must outlive a click on "add missed"
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => run(ACTS[button.dataset.act]));
}
byId("cards").addEventListener("click", (event) => {
  const card = event.target.closest(".card");
  if (!card) return;
  event.preventDefault();
  choose(card);
});
// A click on an issue chooses it; on other words, or once more, it puts the caret there.
byId("text").addEventListener("click", (event) => {
  const target = event.target.closest(".target");
  if (!getSelection().isCollapsed || (target && target === writing.boxed())) return;
  const marked = event.target.closest("[data-issues]");
  const card = marked && byKey.get(Number(marked.dataset.issues.split(" ").pop()));
  if (card && card !== current) choose(card, { scroll: false });
  else if (target) writing.begin(target, { point: { x: event.clientX, y: event.clientY } });
});

// ---- two editors ----------------------------------------------------------------------------

watch(STATE, () => waiting > 0 || writing.isWriting(), (issue) => {
  const known = byKey.get(issue.id);
  if (!known || Number(known.dataset.version) >= issue.version) return;
  const card = draw(issue);
  flash(card);
  toast(t("changed-by", issue.by, `${part(card, "state").textContent || t("open")} – ${card.querySelector(".swap a").textContent}`));
  count();
});

// ---- the beginning --------------------------------------------------------------------------

collect();
const asked = byKey.get(Number(location.hash.replace("#issue-", "")));
choose(asked ?? undecided()[0] ?? cards[0] ?? null);
count();
if (!current) byId("cards").focus({ preventScroll: true });
sessionStorage.setItem("mtqa-article", STATE.article);
const said = sessionStorage.getItem("mtqa-said");
if (said) {
  sessionStorage.removeItem("mtqa-said");
  toast(said);
}
document.body.classList.add("ready");
