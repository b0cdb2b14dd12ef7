/** Drawing Adaptive Cards, as far as the bot uses them, the way Microsoft Teams shows them. */

import { chartFigure } from "./chart.js";
import { h } from "./dom.js";
import { isInput, teamsInput } from "./teams-inputs.js";

const LOOKS = { Large: "large", ExtraLarge: "large", Small: "small", Bolder: "bold", Monospace: "code", Attention: "alarmed" };

function classes({ size, weight, color, fontType, isSubtle, italic }) {
  const named = [size, weight, color, fontType].map((one) => LOOKS[one]).filter(Boolean);
  return [...named, isSubtle && "subtle", italic && "italic"].filter(Boolean).map((name) => `teams-${name}`).join(" ");
}

function textBlock(element) {
  return h(element.style === "heading" ? "h4" : "p", { class: `teams-text ${classes(element)}` }, element.text);
}

function richText({ inlines }) {
  return h("p", { class: "teams-text" }, inlines.map((run) => (typeof run === "string" ? run : h("span", { class: classes(run) }, run.text))));
}

function columnSet({ columns }, drawing) {
  return h("div", { class: "teams-columns" }, columns.map((column) => {
    const box = h("div", { class: "teams-column" }, drawing.elements(column.items));
    box.style.flexGrow = Number(column.width) || 1;
    return box;
  }));
}

function table({ rows }, drawing) {
  const [head, ...rest] = rows;
  const row = (tag, cells, scope) => h("tr", {}, cells.map((cell) => h(tag, { scope }, drawing.elements(cell.items))));
  return h("div", { class: "teams-table", role: "region", tabindex: 0, "aria-label": "Table" },
    h("table", {}, h("thead", {}, row("th", head.cells, "col")), h("tbody", {}, rest.map(({ cells }) => row("td", cells)))));
}

function facts({ facts: pairs }) {
  return h("dl", { class: "teams-facts" }, pairs.map(({ title, value }) => [h("dt", {}, title), h("dd", {}, value)]));
}

/** Return a `Chart.*` element as the block that the page's own charts are drawn from. */
function chartBlock(element) {
  const lines = element.data[0]?.values ? element.data : [{ legend: element.title, values: element.data }];
  const across = element.type === "Chart.HorizontalBar" ? element.yAxisTitle : element.xAxisTitle;
  const up = element.type === "Chart.HorizontalBar" ? element.xAxisTitle : element.yAxisTitle;
  return {
    title: element.title,
    chart: {
      type: element.type === "Chart.Line" ? "line" : "bar",
      series: lines.map(({ legend, values }) => ({ name: legend, data: values.map(({ x, y }) => ({ label: String(x), value: y })) })),
      axis_config: { categories: lines[0].values.map(({ x }) => String(x)), x_label: across, y_label: up },
    },
  };
}

const DRAWN = {
  TextBlock: textBlock,
  RichTextBlock: richText,
  Container: ({ items }, drawing) => h("div", { class: "teams-container" }, drawing.elements(items)),
  ColumnSet: columnSet,
  FactSet: facts,
  Table: table,
  ActionSet: ({ actions }, drawing) => drawing.actions(actions),
};

function named(element) {
  if (isInput(element.type)) return teamsInput(element);
  if (element.type.startsWith("Chart.")) return chartFigure(chartBlock(element));
  return null;
}

/** Return the drawing of a card; `pressed` is told when a button is pressed that only Teams could answer. */
export function teamsCard(card, pressed) {
  const places = new Map();

  function element(one) {
    const node = DRAWN[one.type]?.(one, drawing) ?? named(one) ?? (one.fallback ? element(one.fallback) : null)
      ?? h("p", { class: "unknown" }, `(an element this page does not draw: ${one.type})`);
    if (one.spacing) node.classList.add(`teams-space-${one.spacing.toLowerCase()}`);
    if (one.separator) node.classList.add("teams-ruled");
    if (one.isVisible === false) node.hidden = true;
    if (one.id) places.set(one.id, node);
    return node;
  }

  function toggle(action) {
    for (const target of action.targetElements) {
      const node = places.get(target.elementId ?? target);
      if (node) node.hidden = !node.hidden;
    }
  }

  function button(action, more) {
    const shows = action.type === "Action.ShowCard" && h("div", { class: "teams-more", hidden: true }, body(action.card));
    if (shows) more.append(shows);
    const press = (event) => {
      if (shows) {
        shows.hidden = !shows.hidden;
        event.currentTarget.setAttribute("aria-expanded", String(!shows.hidden));
      } else if (action.type === "Action.ToggleVisibility") toggle(action);
      else pressed();
    };
    return h("button", { type: "button", class: `teams-button ${action.style ?? ""}`, "aria-expanded": shows ? "false" : null, onclick: press }, action.title);
  }

  function actions(list) {
    const more = h("div", {});
    return h("div", { class: "teams-actions" }, h("div", { class: "teams-row" }, list.map((one) => button(one, more))), more);
  }

  function body(inner) {
    return [...drawing.elements(inner.body ?? []), inner.actions?.length ? actions(inner.actions) : null].filter(Boolean);
  }

  const drawing = { elements: (list) => list.map(element), actions };
  return h("div", { class: "teams-card" }, body(card));
}
