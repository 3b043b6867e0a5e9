// Where the reader is. The address mirrors it where the browser lets us: #a=ARTICLE&i=ISSUE&ui=ro&theme=dark
const state = {
  article: null,
  issue: null,
  theme: "",
  query: "",
  verdict: "",
  category: "",
  severity: "",
  sort: "quality",
  falling: false,
  issueQuery: "",
  source: null,
  shortcuts: true,
};

function parse(hash) {
  const found = {};
  for (const part of hash.replace(/^#/, "").split("&")) {
    const cut = part.indexOf("=");
    try {
      if (cut > 0) found[part.slice(0, cut)] = decodeURIComponent(part.slice(cut + 1));
    } catch {
      // a broken escape is no address
    }
  }
  return found;
}

function address(article, issue) {
  const parts = [];
  if (article !== null)
    parts.push(`a=${encodeURIComponent(ARTICLES[article].key).replace(/%2F/g, "/")}`);
  else if (ARTICLES.length === 1) parts.push("view=all");
  if (issue) parts.push(`i=${encodeURIComponent(issue)}`);
  if (ui !== RUN.ui) parts.push(`ui=${ui}`);
  if (state.theme) parts.push(`theme=${state.theme}`);
  return `#${parts.join("&")}`;
}

// Take over what the address says. A report of one article opens with that article.
function takeAddress() {
  const asked = parse(location.hash);
  const index = ARTICLES.findIndex((line) => line.key === asked.a);
  const alone = ARTICLES.length === 1 && asked.view !== "all";
  state.article = index >= 0 ? index : alone ? 0 : null;
  state.issue = state.article === null ? null : asked.i || null;
  if (asked.ui === "en" || asked.ui === "ro") ui = asked.ui;
  if (asked.theme === "dark" || asked.theme === "light") state.theme = asked.theme;
}

function mirror(push) {
  const wanted = address(state.article, state.issue);
  try {
    if (push) history.pushState(null, "", wanted);
    else history.replaceState(null, "", wanted);
  } catch {
    // a frame that forbids it: the page works from memory
  }
}
