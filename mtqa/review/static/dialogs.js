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
  const first = byId(kind === "comment" ? "form-comment" : kind === "missed" ? "form-category" : "form-replacement");
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
