// The queue: move with j and k, open with Enter, filter as you choose.
import { byId, keep, keyOf, openHelp, taken } from "./shared.js";

const links = [...document.querySelectorAll(".paper a")];
const form = byId("filters");

function step(by) {
  const at = links.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
  links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
}

// Only what is set goes into the address.
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value && !(name === "status" && value === "todo")) fields.set(name, value);
  }
  location.assign(fields.size ? `/?${fields}` : "/");
});
form?.addEventListener("change", (event) => {
  if (event.target.name === "sort") keep("mtqa_sort", event.target.value); // for the next visit, too
  if (event.target.matches("select")) form.requestSubmit();
});

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  "/": () => byId("search")?.focus(),
  n: () => links[0]?.click(),
  "?": openHelp,
};

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.closest?.("input, select")) return void event.target.blur();
  if (taken(event)) return;
  const act = KEYS[keyOf(event)];
  if (!act) return;
  event.preventDefault();
  act();
});

// Back from an article: go on where one was.
const last = document.querySelector(`.paper a[href^="/articles/${sessionStorage.getItem("mtqa-article")}"]`);
if (location.hash === "#search") byId("search").focus();
else (last ?? links[0])?.focus({ preventScroll: !last });
document.body.classList.add("ready");
