// What every page of the desk shares: words, requests, toasts, the frame's buttons.
export const byId = (id) => document.getElementById(id);
export const WORDS = JSON.parse(byId("words").textContent);
export const t = (key, ...values) => WORDS[key].replace(/\{(\d)\}/g, (_, n) => values[n]);

const CSRF = document.querySelector("meta[name=csrf]").content;

// A name for this window, so that "undo" means: what I did here.
export const WINDOW = (() => {
  let name = sessionStorage.getItem("mtqa-window");
  if (!name) {
    name = crypto.randomUUID ? crypto.randomUUID() : Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(16)).join("-");
    sessionStorage.setItem("mtqa-window", name);
  }
  return name;
})();

let sent = 0;

// Send a write. A lost answer is asked for once more under the same key, which the desk does once.
export async function post(path, body) {
  sent += 1;
  const request = `${WINDOW}-${Date.now().toString(36)}-${sent}`;
  const options = {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-Token": CSRF },
    body: JSON.stringify({ ...body, window: WINDOW, request }),
  };
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    try {
      answer = await fetch(path, options);
    } catch {
      return { ok: false, status: 0, text: t("offline") };
    }
  }
  if (answer.status === 403) return { ok: false, status: 403, text: t("session-over") };
  const found = await answer.json().catch(() => ({ error: answer.statusText }));
  return { ok: answer.ok, status: answer.status, body: found, text: found.error };
}

let fading;
export function toast(text) {
  const place = byId("toast");
  byId("alarm").textContent = "";
  place.textContent = text;
  clearTimeout(fading);
  fading = setTimeout(() => (place.textContent = ""), 5000);
}

export function alarm(text) {
  byId("toast").textContent = "";
  byId("alarm").textContent = text;
  clearTimeout(fading);
  fading = setTimeout(() => (byId("alarm").textContent = ""), 12000);
}

// Say this on the page that comes next.
export const remember = (text) => sessionStorage.setItem("mtqa-said", text);

export function gauge(progress) {
  const made = progress.issues - progress.open;
  const text = byId("gauge-text").dataset.phrase.replace("{0}", made).replace("{1}", progress.issues);
  const bar = byId("gauge-bar");
  bar.max = progress.issues || 1;
  bar.value = made;
  bar.setAttribute("aria-label", text);
  byId("gauge-text").textContent = text;
}

export function keep(name, value) {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; SameSite=Strict`;
}

// A letter is the same with Caps Lock.
export const keyOf = (event) => (event.key.length === 1 ? event.key.toLowerCase() : event.key);

export function openHelp() {
  byId("help").showModal();
}

for (const button of document.querySelectorAll("[data-ui]")) {
  button.addEventListener("click", () => {
    keep("mtqa_ui", button.dataset.ui);
    location.reload();
  });
}
for (const button of document.querySelectorAll("[data-close]")) {
  button.addEventListener("click", () => button.closest("dialog").close());
}
byId("help-open").addEventListener("click", openHelp);
byId("theme").addEventListener("click", () => {
  const dark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "light" : "dark";
  keep("mtqa_theme", document.documentElement.dataset.theme);
});
byId("who").addEventListener("click", () => {
  byId("name").showModal();
  byId("name-field").select();
});
byId("name-form").addEventListener("submit", () => {
  keep("mtqa_editor", byId("name-field").value.trim());
  location.reload();
});

// Single keys can be switched off, for those who speak to their browser (WCAG 2.1.4).
const single = byId("shortcuts");
single.checked = localStorage.getItem("mtqa-shortcuts") !== "off";
single.addEventListener("change", () => localStorage.setItem("mtqa-shortcuts", single.checked ? "on" : "off"));

// Whether a key belongs to a field, an open dialog or the browser rather than to the desk.
export function taken(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (document.querySelector("dialog[open]") || (event.key.length === 1 && !single.checked)) return true;
  return Boolean(event.target.isContentEditable || event.target.closest?.("input, select, textarea"));
}
