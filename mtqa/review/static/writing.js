// Writing in the translation itself: the row under the caret is a text box; a pause saves and checks it.
// The box is left alone while somebody writes, so that undo and caret stay the browser's own; the issues
// found meanwhile are shown by the Custom Highlight API.
import { byId, t, toast } from "./shared.js";

const PAUSE = 350;
const SEVERITIES = ["neutral", "minor", "major", "critical"];
const HOLE = "\ufffc"; // stands for what cannot be shown
const letters = (text) => Array.from(text);

let desk = null; // what article.js does for us
let box = null;
let base = "";
let span = null;
let changed = false;
let pausing;

export const isWriting = () => box !== null;
export const boxed = () => box;

export function setUp(given) {
  desk = given;
}

// The text nodes of a box that are part of the corrected text, without words that were struck out.
function* nodes(target) {
  const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!parent.closest('ins[hidden], .gap, mark[data-state="applied"], mark[data-state="edited"]')) yield walker.currentNode;
  }
}

function shown(target) {
  let text = "";
  for (const node of nodes(target)) text += node.parentElement.closest(".chip") ? HOLE : node.data;
  return text;
}

// The span of a row in the translation as the desk has it.
function spanOf(target) {
  const pieces = [...target.querySelectorAll("[data-o]")];
  if (!pieces.length) return null;
  const last = pieces[pieces.length - 1];
  return { start: Number(pieces[0].dataset.o), end: Number(last.dataset.o) + Number(last.dataset.n) };
}

// Make a row writable, with the caret at a place of the window or behind a node.
export function begin(target, { point = null, node = null } = {}) {
  if (box === target) return;
  if (box) leave();
  const place = target && spanOf(target);
  if (!place) return;
  [box, span, base, changed] = [target, place, shown(target), false];
  box.contentEditable = "plaintext-only";
  if (box.contentEditable !== "plaintext-only") box.contentEditable = "true";
  box.setAttribute("role", "textbox");
  box.setAttribute("aria-multiline", "true");
  box.setAttribute("aria-label", byId("text").dataset.box);
  box.classList.add("writing");
  for (const struck of box.querySelectorAll('mark[data-state="applied"], mark[data-state="edited"]')) struck.contentEditable = "false";
  box.addEventListener("input", typed);
  box.addEventListener("blur", leave);
  box.focus({ preventScroll: true });
  caret(point, node);
  toast(t("write-hint"));
}

function caret(point, node) {
  let place = null;
  if (point && document.caretPositionFromPoint) {
    const found = document.caretPositionFromPoint(point.x, point.y);
    if (found) place = [found.offsetNode, found.offset];
  } else if (point && document.caretRangeFromPoint) {
    const found = document.caretRangeFromPoint(point.x, point.y);
    if (found) place = [found.startContainer, found.startOffset];
  }
  // behind the node: it may be a word that was struck out, where nobody writes
  if (!place && node) place = [node.parentNode, [...node.parentNode.childNodes].indexOf(node) + 1];
  if (place && box.contains(place[0])) getSelection().collapse(...place);
}

function typed() {
  changed = true;
  clearTimeout(pausing);
  pausing = setTimeout(save, PAUSE);
}

function save() {
  clearTimeout(pausing);
  const target = box;
  if (target) desk.run(() => send(target));
}

// What changed between two texts, in code points.
function change(before, after) {
  const [a, b] = [letters(before), letters(after)];
  let first = 0;
  while (first < a.length && first < b.length && a[first] === b[first]) first += 1;
  let tail = 0;
  while (tail < a.length - first && tail < b.length - first && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return { first, last: a.length - tail, text: b.slice(first, b.length - tail).join("").replaceAll(HOLE, "") };
}

async function send(target, { last = false, known = null, place = null } = {}) {
  const before = known ?? base;
  const now = shown(target);
  if (now !== before) {
    const answer = await desk.write("write", { ...(place ?? span), before, ...change(before, now) });
    if (!answer) return;
    if (target === box) {
      [base, span] = [now, { start: answer.start, end: answer.end }];
      // a space that a deletion had left over is gone: the row is drawn anew
      if (letters(now).length !== answer.end - answer.start) return void leave();
    }
    toast(t("written"));
  } else if (!last) return;
  await desk.refresh();
}

// Leave the box: what was written is saved, and the row is drawn as the desk has it.
export function leave() {
  if (!box) return;
  clearTimeout(pausing);
  const [target, known, place] = [box, base, span];
  box = null;
  target.removeEventListener("input", typed);
  target.removeEventListener("blur", leave);
  for (const name of ["contenteditable", "role", "aria-multiline", "aria-label"]) target.removeAttribute(name);
  target.classList.remove("writing");
  for (const one of SEVERITIES) CSS.highlights?.delete(`mtqa-${one}`);
  if (target.contains(document.activeElement)) document.activeElement.blur();
  if (changed || shown(target) !== known) desk.run(() => send(target, { last: true, known, place }));
}

// The desk has the row like this now: take its place, and show its issues over what is being written.
export function follow(row) {
  const place = spanOf(row);
  if (!place || shown(row) !== base) return;
  span = place;
  if (!window.Highlight) return;
  const ranges = Object.fromEntries(SEVERITIES.map((one) => [one, []]));
  let at = 0;
  for (const node of nodes(row)) {
    const size = letters(node.data).length;
    const mark = node.parentElement.closest("mark");
    const severity = mark && SEVERITIES.find((one) => mark.classList.contains(one));
    if (severity) ranges[severity].push(rangeOf(at, at + size));
    at += node.parentElement.closest(".chip") ? 1 : size;
  }
  for (const one of SEVERITIES) CSS.highlights.set(`mtqa-${one}`, new Highlight(...ranges[one].filter(Boolean)));
}

function rangeOf(start, end) {
  const range = document.createRange();
  let at = 0;
  let begun = false;
  for (const node of nodes(box)) {
    const text = letters(node.data);
    const inside = (offset) => text.slice(0, offset - at).join("").length;
    if (!begun && start < at + text.length) {
      range.setStart(node, inside(start));
      begun = true;
    }
    if (begun && end <= at + text.length) {
      range.setEnd(node, inside(end));
      return range;
    }
    at += node.parentElement.closest(".chip") ? 1 : text.length;
  }
  return null;
}

// A key in the box: Enter and Esc leave it, Shift+Enter makes a new line. Everything else is the browser's.
addEventListener("keydown", (event) => {
  if (!box || !box.contains(event.target) || event.isComposing) return;
  if (event.key !== "Escape" && (event.key !== "Enter" || event.shiftKey)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  leave();
  desk.settle();
});

// What was written is not lost with the page.
addEventListener("beforeunload", (event) => {
  if (box && shown(box) !== base) event.preventDefault();
});

