// What other editors do to this article meanwhile: asked for quietly, shown where it happened.
import { remember, t, WINDOW } from "./shared.js";
import { isMarking } from "./marking.js";

// `state` is the article as this window knows it; `show` draws an issue that somebody changed.
export function watch(state, busy, show) {
  const look = async () => {
    if (document.hidden || busy() || isMarking() || document.querySelector("dialog[open]")) return;
    const address = `/api/articles/${state.article}/changes?since=${state.event}&window=${encodeURIComponent(WINDOW)}`;
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok) return;
    const found = await answer.json();
    if (found.article.revision !== state.revision || found.reload) {
      remember(t("conflict-nobody"));
      location.reload();
      return;
    }
    state.event = found.event;
    state.version = found.article.version;
    state.finished = Boolean(found.article.finished);
    found.issues.forEach(show);
  };
  setInterval(look, 4000);
  addEventListener("visibilitychange", look);
  addEventListener("focus", look);
}
