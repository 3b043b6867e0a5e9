// Two charts, drawn with percentages so that they fit any width.
function qualityChart() {
  const lowest = Math.min(...ARTICLES.map((line) => line.quality), RUN.gate.quality);
  const step = lowest < 50 ? 10 : lowest < 80 ? 5 : 2;
  const from = Math.floor(Math.min(lowest, 99.9) / step) * step;
  const bins = Array.from({ length: Math.ceil((100 - from) / step) }, (_, n) => ({
    from: from + n * step,
    pass: 0,
    fail: 0,
  }));
  for (const line of ARTICLES) {
    const bin = bins[Math.min(bins.length - 1, Math.floor((line.quality - from) / step))];
    bin[line.fail ? "fail" : "pass"] += 1;
  }
  const label = bins
    .filter((bin) => bin.pass + bin.fail)
    .map(
      (bin) =>
        `${bin.from}–${Math.min(100, bin.from + step)}: ${count(bin.pass + bin.fail, "article")}`,
    );
  return h(
    "section",
    { class: "chart" },
    h("h2", { id: "quality-chart" }, t("quality-chart")),
    columns(bins, from, step, label.join("; ")),
    legend([
      ["fail-bar", t("fails")],
      ["pass-bar", t("passes")],
    ]),
  );
}

function columns(bins, from, step, label) {
  const stacked = matchMedia("(max-width: 54rem)").matches;
  const height = stacked ? 150 : Math.max(150, 28 * categoryCounts().length - 6); // as high as the other chart
  const frame = {
    floor: height - 20,
    room: height - 48,
    wide: 100 / bins.length,
    top: Math.max(...bins.map((bin) => bin.pass + bin.fail), 1),
  };
  const picture = s(
    "svg",
    { height, role: "img", "aria-label": `${t("quality-chart")}: ${label}` },
    s("title", null, t("quality-chart")),
    s("desc", null, label),
  );
  bins.forEach((bin, n) => picture.append(...column(bin, n, frame)));
  picture.append(
    ...axis(bins, frame),
    ...gateMark(((RUN.gate.quality - from) / (100 - from)) * 100, frame),
  );
  return picture;
}

function column(bin, n, { floor, room, wide, top }) {
  const parts = [];
  let y = floor;
  for (const kind of ["fail", "pass"]) {
    const tall = (bin[kind] / top) * room;
    y -= tall;
    if (bin[kind])
      parts.push(
        s("rect", {
          class: `${kind}-bar`,
          x: `${n * wide + wide * 0.1}%`,
          width: `${wide * 0.8}%`,
          y,
          height: tall,
          rx: 2,
        }),
      );
  }
  const all = bin.pass + bin.fail;
  if (all)
    parts.push(
      s("text", { x: `${(n + 0.5) * wide}%`, y: y - 5, "text-anchor": "middle" }, figure(all)),
    );
  return parts;
}

function axis(bins, { floor, wide }) {
  const label = (x, anchor, text) =>
    s("text", { x: `${x}%`, y: floor + 16, "text-anchor": anchor }, text);
  const line = s("line", { class: "axis", x1: 0, x2: "100%", y1: floor + 0.5, y2: floor + 0.5 });
  return [
    ...bins.map((bin, n) => label(n * wide, n ? "middle" : "start", figure(bin.from))),
    label(100, "end", "100"),
    line,
  ];
}

function gateMark(place, { floor }) {
  if (place <= 0 || place >= 100) return [];
  const left = place > 70;
  const line = s("line", {
    class: "gate-mark",
    x1: `${place}%`,
    x2: `${place}%`,
    y1: 4,
    y2: floor,
  });
  const text = t("gate-line", figure(RUN.gate.quality));
  return [
    line,
    s(
      "text",
      { x: `${place}%`, y: 10, dx: left ? -5 : 5, "text-anchor": left ? "end" : "start" },
      text,
    ),
  ];
}

const legend = (entries) =>
  h(
    "p",
    { class: "legend", "aria-hidden": "true" },
    entries.map(([kind, text]) =>
      h(
        "span",
        null,
        s("svg", null, s("rect", { class: kind, width: "100%", height: "100%", rx: 2 })),
        text,
      ),
    ),
  );

function categoryCounts() {
  const sums = CATEGORIES.map((name, n) => ({ name, n, bySeverity: SEVERITIES.map(() => 0) }));
  for (const line of ARTICLES)
    for (const [category, severity, number] of line.counts)
      sums[category].bySeverity[severity] += number;
  return sums
    .map((sum) => ({ ...sum, all: total(sum.bySeverity) }))
    .filter((sum) => sum.all)
    .sort((a, b) => b.all - a.all || a.n - b.n);
}

// Each bar is a button that filters by its category.
function categoryChart(pick) {
  const sums = categoryCounts();
  const top = Math.max(...sums.map((sum) => sum.all), 1);
  const used = SEVERITIES.filter((_, n) => sums.some((sum) => sum.bySeverity[n])).reverse();
  return h(
    "section",
    { class: "chart" },
    h("h2", null, t("category-chart")),
    sums.length
      ? h(
          "ul",
          { class: "bars" },
          sums.map((sum) => h("li", null, bar(sum, top, pick))),
        )
      : h("p", null, t("no-issues")),
    legend(used.map((name) => [`${name}-bar`, t(name)])),
  );
}

function bar(sum, top, pick) {
  const parts = [...SEVERITIES]
    .map((name, n) => [name, sum.bySeverity[n]])
    .reverse()
    .filter(([, n]) => n);
  const label = `${t(sum.name)}: ${count(sum.all, "issue")} (${parts.map(([name, n]) => `${figure(n)} ${t(name)}`).join(", ")})`;
  const picture = s("svg", { width: "100%", "aria-hidden": "true" });
  let x = 0;
  for (const [name, n] of parts) {
    const wide = (n / top) * 100;
    picture.append(
      s("rect", { class: `${name}-bar`, x: `${x}%`, width: `${wide}%`, height: "100%" }),
    );
    x += wide;
  }
  const pressed = state.category === sum.name;
  return h(
    "button",
    {
      type: "button",
      "aria-pressed": String(pressed),
      "aria-label": label,
      title: label,
      "data-category": sum.name,
      onclick: () => pick(pressed ? "" : sum.name),
    },
    h("span", null, t(sum.name)),
    picture,
    h("span", { class: "number" }, figure(sum.all)),
  );
}
