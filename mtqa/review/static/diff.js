// The corrected text: copy it, go back.
import { byId, keyOf, openHelp, taken, toast } from "./shared.js";

byId("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(JSON.parse(byId("corrected").textContent));
  toast(byId("copy").dataset.done);
});

addEventListener("keydown", (event) => {
  if (taken(event)) return;
  if (event.key === "Escape" || keyOf(event) === "x") byId("back").click();
  else if (event.key === "?") openHelp();
  else return;
  event.preventDefault();
});
