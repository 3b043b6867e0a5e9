// Two charts, drawn with percentages so that they fit any width.
function qualityChart() {
  const lowest = Math.min(...ARTICLES.map((line) => line.quality), RUN.gate.quality);
  const step = lowest < 50 ? 10 : lowest < 80 ? 5 : 2;
  const from = Math.floor(Math.min(lowest, 99.9) / step) * step;
  const bins = Array.from({ length: Math.ceil((100 - from) / step) }, (_, n) => ({ from: from + n * step, pass: 0, fail: 0 }));
  for (const line of ARTICLES) {
    const bin = bins[Math.min(bins.length - 1, Math.floor((line.quality - from) / step))];
    bin[line.fail ? "fail" : "pass"] += 1;
  }
  const label = bins.filter((bin) => bin.pass + bin.fail).map((bin) => `${bin.from}–${Math.min(100, bin.from + step)}: ${count(bin.pass + bin.fail, "article")}`);
  return h("section", { class: "chart" }, h("h2", { id: "quality-chart" }, t("quality-chart")), columns(bins, from, step, label.join("; ")), legend([["fail-bar", t("fails")], ["pass-bar", t("passes")]]));
}

function columns(bins, from, step, label) {
  const top = Math.max(...bins.map((bin) => bin.pass + bin.fail), 1);
  const height = Math.max(150, 28 * categoryCounts().length - 6); // as high as the other chart
  const [floor, room, wide] = [height - 20, height - 48, 100 / bins.length];
  const picture = s("svg", { height: height, role: "img", "aria-label": `${t("quality-chart")}: ${label}` }, s("title", null, t("quality-chart")), s("desc", null, label));
  bins.forEach((bin, n) => {
    let y = floor;
    for (const kind of ["fail", "pass"]) {
      const tall = (bin[kind] / top) * room;
      y -= tall;
      if (bin[kind]) picture.append(s("rect", { class: `${kind}-bar`, x: `${n * wide + wide * 0.1}%`, width: `${wide * 0.8}%`, y, height: tall, rx: 2 }));
    }
    if (bin.pass + bin.fail) picture.append(s("text", { x: `${(n + 0.5) * wide}%`, y: y - 5, "text-anchor": "middle" }, figure(bin.pass + bin.fail)));
    picture.append(s("text", { x: `${n * wide}%`, y: floor + 16, "text-anchor": n ? "middle" : "start" }, figure(bin.from)));
  });
  picture.append(s("text", { x: "100%", y: floor + 16, "text-anchor": "end" }, "100"), s("line", { class: "axis", x1: 0, x2: "100%", y1: floor + 0.5, y2: floor + 0.5 }));
  const gate = ((RUN.gate.quality - from) / (100 - from)) * 100;
  if (gate > 0 && gate < 100) {
    picture.append(s("line", { class: "gate-mark", x1: `${gate}%`, x2: `${gate}%`, y1: 4, y2: floor }));
    picture.append(s("text", { x: `${gate}%`, y: 10, dx: gate > 70 ? -5 : 5, "text-anchor": gate > 70 ? "end" : "start" }, t("gate-line", figure(RUN.gate.quality))));
  }
  return picture;
}

const legend = (entries) => h("p", { class: "legend", "aria-hidden": "true" }, entries.map(([kind, text]) => h("span", null, s("svg", null, s("rect", { class: kind, width: "100%", height: "100%", rx: 2 })), text)));

function categoryCounts() {
  const sums = CATEGORIES.map((name, n) => ({ name, n, bySeverity: SEVERITIES.map(() => 0) }));
  for (const line of ARTICLES) for (const [category, severity, number] of line.counts) sums[category].bySeverity[severity] += number;
  return sums.map((sum) => ({ ...sum, all: total(sum.bySeverity) })).filter((sum) => sum.all).sort((a, b) => b.all - a.all || a.n - b.n);
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
    sums.length ? h("ul", { class: "bars" }, sums.map((sum) => h("li", null, bar(sum, top, pick)))) : h("p", null, t("no-issues")),
    legend(used.map((name) => [`${name}-bar`, t(name)])),
  );
}

function bar(sum, top, pick) {
  const parts = [...SEVERITIES].map((name, n) => [name, sum.bySeverity[n]]).reverse().filter(([, n]) => n);
  const label = `${t(sum.name)}: ${count(sum.all, "issue")} (${parts.map(([name, n]) => `${figure(n)} ${t(name)}`).join(", ")})`;
  const picture = s("svg", { width: "100%", role: "img", "aria-label": label }, s("title", null, label));
  let x = 0;
  for (const [name, n] of parts) {
    const wide = (n / top) * 100;
    picture.append(s("rect", { class: `${name}-bar`, x: `${x}%`, width: `${wide}%`, height: "100%" }));
    x += wide;
  }
  const pressed = state.category === sum.name;
  return h("button", { type: "button", "aria-pressed": String(pressed), "data-category": sum.name, onclick: () => pick(pressed ? "" : sum.name) }, h("span", null, t(sum.name)), picture, h("span", { class: "number" }, figure(sum.all)));
}
