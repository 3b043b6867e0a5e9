// The history of an article: go back.
import { byId, keyOf, openHelp, taken } from "./shared.js";

addEventListener("keydown", (event) => {
  if (taken(event)) return;
  if (event.key === "Escape" || keyOf(event) === "h") byId("back").click();
  else if (event.key === "?") openHelp();
  else return;
  event.preventDefault();
});
document.body.classList.add("ready");
