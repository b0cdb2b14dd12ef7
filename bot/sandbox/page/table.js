/** Drawing tables: the first row holds the headings. */

import { h } from "./dom.js";
import { richText } from "./richtext.js";
import { textNodes } from "./text.js";

function content(cell, names) {
  if (cell?.type === "rich_text") return richText(cell, names);
  if (cell?.type === "raw_number") return cell.text ?? String(cell.value);
  if (cell?.type === "raw_text") return cell.text;
  return textNodes(cell, names);
}

function alignment(cell, settings) {
  if (settings?.align) return settings.align;
  return cell?.type === "raw_number" ? "right" : "left";
}

/** Return the drawing of a `table` or `data_table` block. */
export function table(block, names) {
  const [head = [], ...rows] = block.rows ?? [];
  const settings = block.column_settings ?? [];
  const headed = block.row_header_column_index;
  const cell = (tag, value, column, scope) => {
    const wraps = settings[column]?.is_wrapped || !settings.length ? " wraps" : "";
    return h(tag, { scope, class: `${alignment(value, settings[column])}${wraps}` }, content(value, names));
  };
  const body = rows.map((row) => h("tr", {}, row.map((value, column) =>
    (column === headed ? cell("th", value, column, "row") : cell("td", value, column)))));
  return h("div", { class: "table-scroll", role: "region", tabindex: 0, "aria-label": block.caption ?? "Table" },
    h("table", {}, block.caption && h("caption", {}, block.caption),
      h("thead", {}, h("tr", {}, head.map((value, column) => cell("th", value, column, "col")))),
      h("tbody", {}, body)));
}
