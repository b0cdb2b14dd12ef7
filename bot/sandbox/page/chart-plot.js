/** Drawing bars, lines and areas over a row of categories. */

import { svg } from "./dom.js";
import { figure } from "./figures.js";

const EDGE = { top: 18, right: 12, bottom: 34, left: 44 };
const KINDS = { bar: "Bar chart", line: "Line chart", area: "Area chart" };

function niceStep(span) {
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= rough);
}

function scale(chart, height) {
  const values = chart.series.flatMap((one) => one.values);
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const step = niceStep(top - bottom || 1);
  const low = Math.floor(bottom / step) * step;
  const high = Math.max(Math.ceil(top / step) * step, low + step);
  const ticks = [];
  for (let tick = low; tick <= high + step / 2; tick += step) ticks.push(Number(tick.toPrecision(12)));
  const room = height - EDGE.top - EDGE.bottom;
  return { ticks, y: (value) => EDGE.top + room * (1 - (value - low) / (high - low)) };
}

function grid({ ticks, y }, width) {
  return ticks.map((tick) => svg("g", { class: tick === 0 ? "tick zero" : "tick" },
    svg("line", { x1: EDGE.left, x2: width - EDGE.right, y1: y(tick), y2: y(tick) }),
    svg("text", { x: EDGE.left - 6, y: y(tick) + 4, "text-anchor": "end" }, figure(tick))));
}

function shortened(label, room) {
  const fits = Math.max(3, Math.floor(room / 6.6));
  return label.length > fits ? `${label.slice(0, fits - 1)}…` : label;
}

function categoryLabels(chart, x, band, height) {
  const every = Math.ceil(34 / band);
  return chart.categories.map((label, index) => index % every === 0 && svg("text",
    { class: "category", x: x(index), y: height - EDGE.bottom + 18, "text-anchor": "middle" }, shortened(label, band * every - 4)));
}

function bars(chart, { x, band, y }) {
  const wide = Math.min(48, (band * 0.76) / chart.series.length);
  return chart.series.flatMap(({ values }, number) => values.map((value, index) => {
    const left = x(index) - (wide * chart.series.length) / 2 + wide * number;
    const top = Math.min(y(value), y(0));
    const bar = svg("rect", { class: `bar series-${number}`, x: left + 1, width: Math.max(2, wide - 2), y: top, height: Math.abs(y(value) - y(0)), rx: 2 });
    const says = wide >= 18 && svg("text", { class: "value", x: left + wide / 2, y: (value < 0 ? y(value) + 12 : top - 4), "text-anchor": "middle" }, figure(value));
    return [bar, says];
  }));
}

const MARKERS = ["M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0", "M-4-4h8v8h-8z", "M0-5L5 4H-5z", "M0-5L5 0L0 5L-5 0z", "M0 5L5-4H-5z", "M-5-2h3v-3h4v3h3v4h-3v3h-4v-3h-3z"];

function lines(chart, { x, y }) {
  return chart.series.map(({ values }, number) => {
    const points = values.map((value, index) => `${x(index).toFixed(1)} ${y(value).toFixed(1)}`);
    const path = `M${points.join("L")}`;
    const floor = `L${x(values.length - 1).toFixed(1)} ${y(0).toFixed(1)}L${x(0).toFixed(1)} ${y(0).toFixed(1)}Z`;
    return [
      chart.kind === "area" && svg("path", { class: `fill series-${number}`, d: path + floor }),
      svg("path", { class: `line series-${number}`, d: path }),
      values.map((value, index) => svg("path", { class: `marker series-${number}`, d: MARKERS[number % MARKERS.length], transform: `translate(${x(index)} ${y(value)})` })),
      chart.series.length === 1 && values.length <= 12 && values.map((value, index) =>
        svg("text", { class: "value", x: x(index), y: y(value) - 8, "text-anchor": "middle" }, figure(value))),
    ];
  });
}

/** Return a bar, line or area chart `width` wide. */
export function plot(chart, width) {
  const height = Math.round(Math.min(280, Math.max(200, width * 0.5)));
  const { ticks, y } = scale(chart, height);
  const band = (width - EDGE.left - EDGE.right) / Math.max(1, chart.categories.length);
  const x = (index) => EDGE.left + band * (index + 0.5);
  const marks = chart.kind === "bar" ? bars(chart, { x, band, y }) : lines(chart, { x, y });
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": `${KINDS[chart.kind] ?? "Chart"}: ${chart.title}` },
    grid({ ticks, y }, width), marks, categoryLabels(chart, x, band, height));
}
