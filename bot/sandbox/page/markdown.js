/** Drawing the `markdown` block: the common Markdown, without HTML and without pictures from elsewhere. */

import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { link } from "./text.js";

const INLINE = /(`+)(.+?)\1|!?\[([^\]]*)\]\(([^)\s]+)[^)]*\)|\*\*(.+?)\*\*|__(.+?)__|\*([^*\s][^*]*?)\*|\b_([^_\s][^_]*?)_\b|~~(.+?)~~|<(https?:[^>\s]+)>|:([a-z0-9_+-]+):|\\([\\`*_{}[\]()#+.!~<>|-])/;

function inline(text) {
  const found = INLINE.exec(text);
  if (!found) return text ? [text] : [];
  const [all, , code, label, address, strong, strong2, em, em2, del, auto, name, escaped] = found;
  const rest = inline(text.slice(found.index + all.length));
  return [text.slice(0, found.index), drawn(), ...rest];

  function drawn() {
    if (code !== undefined) return h("code", {}, code.trim());
    if (address !== undefined) return link(address, label || address);
    if (strong ?? strong2) return h("strong", {}, inline(strong ?? strong2));
    if (em ?? em2) return h("em", {}, inline(em ?? em2));
    if (del) return h("del", {}, inline(del));
    if (auto) return link(auto, auto);
    return name ? emoji(name) : escaped;
  }
}

const cells = (line) => line.trim().replace(/^\||\|$/g, "").split(/(?<!\\)\|/).map((cell) => cell.trim());

function table(lines) {
  const [head, , ...rows] = lines;
  return h("div", { class: "table-scroll", role: "region", tabindex: 0, "aria-label": "Table" }, h("table", {},
    h("thead", {}, h("tr", {}, cells(head).map((cell) => h("th", { scope: "col" }, inline(cell))))),
    h("tbody", {}, rows.map((row) => h("tr", {}, cells(row).map((cell) => h("td", {}, inline(cell))))))));
}

function list(lines, marker) {
  const items = [];
  for (const line of lines) {
    if (marker.test(line)) items.push([line.replace(marker, "")]);
    else items.at(-1).push(line.trim());
  }
  const task = /^\[([ xX])\] /;
  const words = (text) => text.replace(task, (_, mark) => (mark === " " ? "☐ " : "☑ "));
  return h(/\d/.test(lines[0].trim()[0]) ? "ol" : "ul", { class: "rich-list" },
    items.map((item) => h("li", {}, inline(words(item.join("\n"))))));
}

const BULLET = /^\s*(?:[-*+]|\d+[.)])\s+/;

const KINDS = [
  { starts: /^\s*```/, goes: (line, at) => at === 0 || !/^\s*```/.test(line), closes: true,
    draw: (lines) => h("pre", {}, lines.slice(1).join("\n")) },
  { starts: /^#{1,6}\s/, goes: (_, at) => at === 0,
    draw: ([line]) => h(line.startsWith("# ") ? "h4" : "h5", {}, inline(line.replace(/^#+\s+|\s+#+$/g, ""))) },
  { starts: /^\s*([-*_])(?:\s*\1){2,}\s*$/, goes: (_, at) => at === 0, draw: () => h("hr") },
  { starts: /^\s*>/, goes: (line) => /^\s*>/.test(line),
    draw: (lines) => h("blockquote", {}, markdownNodes(lines.map((line) => line.replace(/^\s*> ?/, "")).join("\n"))) },
  { starts: /^\s*\|.*\|\s*$/, goes: (line) => /^\s*\|.*\|\s*$/.test(line), draw: table },
  { starts: BULLET, goes: (line) => BULLET.test(line) || /^\s+\S/.test(line), draw: (lines) => list(lines, BULLET) },
];

const PARAGRAPH = {
  goes: (line, at) => at === 0 || (line.trim() !== "" && !KINDS.some((kind) => kind.starts.test(line))),
  draw: (lines) => h("p", { class: "run" }, inline(lines.join("\n"))),
};

/** Return the nodes for a Markdown text. */
export function markdownNodes(text) {
  const lines = String(text).split("\n");
  const nodes = [];
  let at = 0;
  while (at < lines.length) {
    if (!lines[at].trim()) { at += 1; continue; }
    const kind = KINDS.find(({ starts }) => starts.test(lines[at])) ?? PARAGRAPH;
    let end = at;
    while (end < lines.length && kind.goes(lines[end], end - at)) end += 1;
    nodes.push(kind.draw(lines.slice(at, end)));
    at = kind.closes ? end + 1 : end;
  }
  return nodes;
}
