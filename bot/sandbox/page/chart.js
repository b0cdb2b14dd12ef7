/** Drawing charts: bars, lines, areas and pies, each with a legend and its numbers as a hidden table. */

import { h, svg } from "./dom.js";
import { pie } from "./chart-pie.js";
import { plot } from "./chart-plot.js";
import { figure } from "./figures.js";

const WIDEST = 620;
const NARROWEST = 240;

function valueOf(point) {
  return typeof point === "number" ? point : Number(point?.value ?? 0);
}

/** Return the chart as `{kind, title, categories, series, xLabel, yLabel}`, whatever its kind. */
function readChart(block) {
  const { type: kind, segments = [], series = [], axis_config: axis = {} } = block.chart ?? {};
  if (kind === "pie") {
    const categories = segments.map((segment) => segment.label);
    return { kind, title: block.title, categories, series: [{ name: "Value", values: segments.map(valueOf) }] };
  }
  const categories = axis.categories ?? (series[0]?.data ?? []).map((point) => point.label);
  const valuesOf = (data) => categories.map((category, index) =>
    valueOf(data.find((point) => point?.label === category) ?? data[index]));
  return {
    kind, title: block.title, categories, xLabel: axis.x_label, yLabel: axis.y_label,
    series: series.map(({ name, data }) => ({ name, values: valuesOf(data ?? []) })),
  };
}

function legend(chart) {
  const total = chart.series[0]?.values.reduce((sum, value) => sum + value, 0) || 1;
  const share = (index) => `${figure(chart.series[0].values[index])} (${Math.round((100 * chart.series[0].values[index]) / total)}%)`;
  const entries = chart.kind === "pie"
    ? chart.categories.map((label, index) => `${label}: ${share(index)}`)
    : chart.series.map((one) => one.name);
  return h("ul", { class: "legend", "aria-hidden": "true" }, entries.map((label, index) =>
    h("li", {}, svg("svg", { width: 12, height: 12, class: `series-${index}` }, svg("rect", { width: 12, height: 12, rx: 3 })), label)));
}

function numbers(chart) {
  return h("div", { class: "visually-hidden" }, h("table", {},
    h("caption", {}, `${chart.title}: the numbers`),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, chart.xLabel ?? "Category"),
      chart.series.map((one) => h("th", { scope: "col" }, one.name)))),
    h("tbody", {}, chart.categories.map((category, index) => h("tr", {}, h("th", { scope: "row" }, category),
      chart.series.map((one) => h("td", {}, figure(one.values[index]))))))));
}

/** Return the drawing of a `data_visualization` block; it redraws itself when its width changes. */
export function chartFigure(block) {
  const chart = readChart(block);
  const drawing = h("div", { class: "drawing" });
  const draw = (width) => drawing.replaceChildren(chart.kind === "pie" ? pie(chart, width) : plot(chart, width));
  let drawn = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.round(Math.min(WIDEST, Math.max(NARROWEST, entry.contentRect.width)));
    if (width === drawn || !entry.contentRect.width) return;
    drawn = width;
    draw(width);
  }).observe(drawing);
  draw(480);
  const axes = [chart.yLabel && `Up: ${chart.yLabel}`, chart.xLabel && `Across: ${chart.xLabel}`].filter(Boolean).join(" · ");
  return h("figure", { class: "chart", "data-chart": chart.kind },
    h("figcaption", {}, chart.title),
    axes && h("p", { class: "axes", "aria-hidden": "true" }, axes),
    drawing, legend(chart), numbers(chart));
}
