// Selecting words of the translation, by mouse or by keyboard, as offsets of the text as read.
import { byId } from "./shared.js";

const text = byId("text");
const length = (string) => Array.from(string).length;

// The offset (code points) of a place in the page, or null if it is not in the translation.
function offset(node, at) {
  if (node.nodeType === Node.ELEMENT_NODE) {
    const child = node.childNodes[at];
    const piece = child?.nodeType === Node.ELEMENT_NODE ? (child.matches("[data-o]") ? child : child.querySelector("[data-o]")) : null;
    if (piece) return Number(piece.dataset.o);
    if (node.matches("[data-o]")) return Number(node.dataset.o) + (at > 0 ? Number(node.dataset.n) : 0);
    const before = [...node.querySelectorAll("[data-o]")].filter((one) => at > 0 && (child ? one.compareDocumentPosition(child) & Node.DOCUMENT_POSITION_FOLLOWING : true)).pop();
    return before ? Number(before.dataset.o) + Number(before.dataset.n) : null;
  }
  const piece = node.parentElement?.closest("[data-o]");
  if (!piece) return null;
  const start = Number(piece.dataset.o);
  if (piece.classList.contains("chip")) return start + (at > 0 ? 1 : 0);
  return start + length(node.data.slice(0, at));
}

// What is selected in the translation: {start, end, text}, white space at its ends left out.
export function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return null;
  const target = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest(".target, .row, #text");
  if (target(range.startContainer)?.closest(".source") || target(range.endContainer)?.closest(".source")) return null;
  let start = offset(range.startContainer, range.startOffset);
  let end = offset(range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return null;
  const shown = between(start, end);
  start += length(shown) - length(shown.trimStart());
  end -= length(shown) - length(shown.trimEnd());
  return start < end ? { start, end, text: shown.trim() } : null;
}

// The text as shown between two offsets.
function between(start, end) {
  let found = "";
  for (const piece of pieces()) {
    const from = Number(piece.dataset.o);
    const until = from + Number(piece.dataset.n);
    if (until <= start || from >= end) continue;
    if (found && from > last) found += " ";
    found += piece.classList.contains("chip") ? "\ufffc" : Array.from(piece.textContent).slice(Math.max(0, start - from), end - from).join("");
    var last = until;
  }
  return found;
}

const pieces = () => text.querySelectorAll(".target [data-o]");

// The place in the page of an offset.
function place(offset, ending) {
  for (const piece of pieces()) {
    const from = Number(piece.dataset.o);
    const until = from + Number(piece.dataset.n);
    if (ending ? offset > from && offset <= until : offset >= from && offset < until) {
      if (piece.classList.contains("chip")) return [piece, ending ? 1 : 0];
      return [piece.firstChild, Array.from(piece.textContent).slice(0, offset - from).join("").length];
    }
  }
  return null;
}

// Every word of the translation: [start, end], in order.
function words() {
  const runs = [];
  for (const piece of pieces()) {
    const from = Number(piece.dataset.o);
    if (piece.classList.contains("chip")) continue;
    const shown = Array.from(piece.textContent);
    const last = runs[runs.length - 1];
    if (last && last.end === from) {
      last.text.push(...shown);
      last.end += shown.length;
    } else runs.push({ start: from, end: from + shown.length, text: shown });
  }
  const found = [];
  for (const run of runs) {
    let begun = null;
    run.text.forEach((letter, n) => {
      const inside = /[\p{L}\p{N}\p{M}]/u.test(letter) || (begun !== null && /[-'’.,]/u.test(letter) && /[\p{L}\p{N}]/u.test(run.text[n + 1] || ""));
      if (inside && begun === null) begun = n;
      if (!inside && begun !== null) {
        found.push([run.start + begun, run.start + n]);
        begun = null;
      }
      if (!inside && /[^\s\u200b]/u.test(letter)) found.push([run.start + n, run.start + n + 1]);
    });
    if (begun !== null) found.push([run.start + begun, run.end]);
  }
  return found;
}

let list = [];
let anchor = 0;
let head = 0;
let done = null;

export const isMarking = () => done !== null;

// Walk over the words with the arrow keys, from one place, or with a span marked; resolves to a
// selection, or null.
export function markByKeyboard(near, until = near) {
  list = words();
  if (!list.length) return Promise.resolve(null);
  anchor = Math.max(0, list.findIndex(([, end]) => end > near));
  head = Math.max(anchor, list.findLastIndex(([start]) => start < until));
  byId("mark-hint").textContent = byId("mark-hint").dataset.hint;
  document.body.classList.add("marking");
  show();
  return new Promise((resolve) => (done = resolve));
}

function show() {
  const [first, last] = anchor < head ? [anchor, head] : [head, anchor];
  const from = place(list[first][0], false);
  const to = place(list[last][1], true);
  getSelection().setBaseAndExtent(from[0], from[1], to[0], to[1]);
  (from[0].parentElement || from[0]).closest(".row").scrollIntoView({ block: "nearest" });
}

function leave(found) {
  byId("mark-hint").textContent = "";
  document.body.classList.remove("marking");
  const resolve = done;
  done = null;
  resolve(found);
}

// The number of the word a line further down or up: the one nearest in the page.
function lineAway(by) {
  const box = (n) => {
    const range = document.createRange();
    range.setStart(...place(list[n][0], false));
    range.setEnd(...place(list[n][1], true));
    return range.getBoundingClientRect();
  };
  const here = box(head);
  let best = head;
  let far = Infinity;
  for (let n = head + by, seen = 0; n >= 0 && n < list.length && seen < 80; n += by, seen += 1) {
    const there = box(n);
    if (Math.abs(there.top - here.top) < here.height / 2) continue;
    const distance = Math.abs(there.top - here.top) * 20 + Math.abs(there.left - here.left);
    if (distance < far) [best, far] = [n, distance];
  }
  return best;
}

// A key while marking; true if it was for us.
export function markingKey(event) {
  if (!isMarking()) return false;
  if (event.key === "Escape") leave(null);
  else if (event.key === "Enter") leave(selected());
  else if (event.key.startsWith("Arrow")) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    head = by ? Math.max(0, Math.min(list.length - 1, head + by)) : lineAway(event.key === "ArrowUp" ? -1 : 1);
    if (!event.shiftKey) anchor = head;
    show();
  } else return !["Shift", "Control", "Alt", "Meta", "Tab"].includes(event.key);
  event.preventDefault();
  return true;
}
