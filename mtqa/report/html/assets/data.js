// The run as it was embedded, and each article, parsed when it is first asked for.
const read = (id) => JSON.parse(document.getElementById(id).textContent);

const RUN = read("run");
const SEVERITIES = RUN.severities;
const CATEGORIES = RUN.categories;
const ARTICLES = RUN.articles.map((line, index) => ({
  ...line,
  index,
  bySeverity: tally(line, 1),
  byCategory: tally(line, 0),
}));

function tally(line, part) {
  const sums = (part ? SEVERITIES : CATEGORIES).map(() => 0);
  for (const count of line.counts) sums[count[part]] += count[2];
  return sums;
}

const total = (counts) => counts.reduce((sum, n) => sum + n, 0);

let messages = null;
const opened = new Map();

function articleAt(index) {
  if (!opened.has(index)) {
    messages = messages || read("messages");
    const data = read(`article-${index}`);
    data.issues = data.issues.map((row, n) => issueOf(row, data, n));
    data.soft = data.soft.map((places) => new Set(places));
    opened.set(index, data);
  }
  return opened.get(index);
}

function issueOf(row, data, n) {
  const [
    check,
    category,
    severity,
    start,
    end,
    message,
    suggestion,
    confidence,
    source,
    related,
    key,
  ] = row;
  return {
    n,
    key,
    check: RUN.checks[check],
    category: CATEGORIES[category],
    severity: SEVERITIES[severity],
    start,
    end,
    text: data.target.slice(start, end),
    message: messages[message],
    suggestion,
    confidence,
    source,
    related: related.map((other) => issueOf(other, data, -1)),
  };
}

// An issue's place in the source, or that of what was also found here.
const placeInSource = (issue) =>
  [issue, ...issue.related].map((one) => one.source).find(Boolean) || null;

// Search looks past case and diacritics.
const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
const haystacks = new Map();

function articleHas(line, needle) {
  if (!haystacks.has(line.index)) {
    const { target } = opened.get(line.index) || read(`article-${line.index}`);
    haystacks.set(line.index, fold(`${line.id}\n${line.path}\n${target}`));
  }
  return haystacks.get(line.index).includes(needle);
}

function issueHas(issue, needle) {
  const words = [issue.text, issue.suggestion || "", issue.check, ...issue.message];
  return words.some((text) => fold(text).includes(needle));
}
