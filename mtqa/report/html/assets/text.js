// Elements and text nodes. Article text only ever becomes a text node.
const SVG = "http://www.w3.org/2000/svg";

function make(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(3).filter((child) => child !== null && child !== undefined));
  return node;
}

const h = (tag, attributes, ...children) => make(document.createElement(tag), attributes, children);
const s = (tag, attributes, ...children) =>
  make(document.createElementNS(SVG, tag), attributes, children);
const byId = (id) => document.getElementById(id);

// Characters that have no look of their own but act on others; safe.py knows the same ones.
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const spelt = (character) =>
  `⟦U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟧`;

// Nodes that show `text`, its acting characters spelt out in a frame.
function shown(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INVISIBLE)) {
    nodes.push(text.slice(from, match.index), h("span", { class: "chip" }, spelt(match[0])));
    from = match.index + 1;
  }
  nodes.push(text.slice(from));
  return nodes.filter((node) => node !== "");
}

const plainText = (text) => text.replace(INVISIBLE, spelt);

// A stretch of an article. Line ends inside a sentence read as spaces, others stay line ends.
function stretch(text, from, to, soft) {
  let out = "";
  for (let n = from; n < to; n += 1) {
    const c = text[n];
    if (c !== "\n" && c !== "\r") out += c;
    else if (c === "\r" && text[n + 1] === "\n") continue;
    else out += soft.has(n) ? " " : "\n";
  }
  return shown(out);
}

// The words of the interface.
// The browser's language, unless the run was asked for Romanian.
const spoken = () =>
  (navigator.languages ?? []).find((name) => /^(ro|mo|en)\b/i.test(name))?.slice(0, 2).toLowerCase();
let ui = RUN.ui === "ro" || ["ro", "mo"].includes(spoken()) ? "ro" : "en";
const both = (key) => RUN.words[key];
const t = (key, ...values) =>
  both(key)[ui === "ro" ? 1 : 0].replace(/\{(\d)\}/g, (_, n) => values[n]);
const inUi = (pair) => pair[ui === "ro" ? 1 : 0];
const figure = (n, digits = 0) =>
  n.toLocaleString(ui === "ro" ? "ro-RO" : "en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });

// "1 issue", "22 issues", "22 de probleme".
function count(n, noun) {
  const word = t(n === 1 ? noun : `${noun}s`);
  const linked = ui === "ro" && n !== 0 && (n % 100 === 0 || n % 100 >= 20);
  return linked ? `${figure(n)} de ${word}` : `${figure(n)} ${word}`;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function say(text) {
  byId("status").textContent = "";
  byId("status").textContent = text;
}

const verdictBadge = (fail) =>
  h(
    "span",
    { class: fail ? "verdict fail" : "verdict" },
    s(
      "svg",
      { width: 12, height: 12, viewBox: "0 0 12 12", "aria-hidden": "true" },
      s("path", {
        d: fail ? "M3 3l6 6M9 3l-6 6" : "M2.5 6.5l2.5 2.5 4.5-6",
        fill: "none",
        stroke: "currentColor",
        "stroke-width": "1.8",
        "stroke-linecap": "round",
      }),
    ),
    h("span", null, t(fail ? "fails" : "passes")),
  );

const field = (label, control, wide) =>
  h("label", { class: wide ? "field wide" : "field" }, label, control);

function choice(label, value, options, onchange, id) {
  const control = h(
    "select",
    { id, onchange: () => onchange(control.value) },
    options.map(([key, text]) => h("option", { value: key, selected: key === value }, text)),
  );
  return field(label, control);
}

const severityChoice = (value, onchange, id) =>
  choice(
    t("severity"),
    value,
    [["", t("any")], ...[...SEVERITIES].reverse().map((key) => [key, t(key)])],
    onchange,
    id,
  );
const categoryChoice = (value, onchange, id) =>
  choice(
    t("category"),
    value,
    [["", t("any")], ...CATEGORIES.map((key) => [key, t(key)])],
    onchange,
    id,
  );
