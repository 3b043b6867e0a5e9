// The one form of the desk: correct an issue, comment on it, or add what was missed.
import { byId } from "./shared.js";

const form = byId("form");

// Show the form and give back what was entered, or null.
export function ask(kind, { text, replacement = "", category, severity, comment = "" }) {
  byId("form-title").textContent = byId("form-title").dataset[kind];
  byId("form-text").textContent = text;
  const correction = byId("form-correction");
  correction.hidden = kind === "comment";
  if (kind !== "comment") correction.firstElementChild.textContent = correction.firstElementChild.dataset[kind];
  byId("form-replacement").value = replacement;
  byId("form-category").value = category;
  byId("form-severity").value = severity;
  byId("form-comment").value = comment;
  form.returnValue = "";
  form.showModal();
  const first = byId(kind === "comment" ? "form-comment" : "form-replacement");
  first.focus();
  first.select?.();
  return new Promise((resolve) => {
    form.addEventListener("close", () => resolve(form.returnValue === "save" ? entered() : null), { once: true });
  });
}

const entered = () => ({
  replacement: byId("form-replacement").value,
  category: byId("form-category").value,
  severity: byId("form-severity").value,
  comment: byId("form-comment").value.trim(),
});

byId("form-fields").addEventListener("submit", (event) => {
  event.preventDefault();
  form.close("save");
});

// Enter saves; Shift+Enter makes a new line.
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  if (!event.target.matches("textarea, select")) return;
  event.preventDefault();
  form.close("save");
});

// A question with a few answers: gives back the chosen one, or "". Phrases take the numbers given.
export function choice(name, values) {
  const dialog = byId(name);
  for (const place of dialog.querySelectorAll("[data-count]")) {
    const number = values[place.dataset.count];
    place.textContent = place.dataset.phrase.replace("{0}", number);
    if (place.matches("button")) place.hidden = !number;
  }
  const answer = closed(dialog);
  [...dialog.querySelectorAll("[type=submit]")].filter((button) => !button.hidden).pop().focus(); // Enter says yes
  return answer;
}

// A line of text: gives back what was entered, or null.
export async function entry(name, value) {
  const field = byId(`${name}-field`);
  field.value = value;
  const answer = closed(byId(name));
  field.select();
  return (await answer) ? field.value : null;
}

function closed(dialog) {
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
  });
}

// A dialog's own key says yes, too: f to put an article away.
for (const button of document.querySelectorAll("dialog [data-key]")) {
  button.closest("dialog").addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== button.dataset.key) return;
    event.preventDefault();
    button.click();
  });
}
