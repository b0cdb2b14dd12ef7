/** Drawing blocks: the parts that messages, the Home tab and modals are made of. */

import { chartFigure } from "./chart.js";
import { h } from "./dom.js";
import { element, pictured } from "./elements.js";
import { inputBlock } from "./fields.js";
import { icon } from "./icons.js";
import { markdownNodes } from "./markdown.js";
import { richText } from "./richtext.js";
import { table } from "./table.js";
import { textNodes, words } from "./text.js";

const LEVELS = ["info", "success", "warning", "error"];

function section(block, context) {
  const fields = block.fields?.length && h("div", { class: "fields" },
    block.fields.map((field) => h("div", { class: "text" }, textNodes(field, context.names))));
  return h("div", { class: "block section" },
    h("div", { class: "section-words" }, block.text && h("div", { class: "text" }, textNodes(block.text, context.names)), fields),
    block.accessory && h("div", { class: "accessory" }, element(block.accessory, block, context)));
}

function contextLine(block, { names }) {
  return h("div", { class: "block context" }, block.elements.map((piece) =>
    (piece.type === "image" ? pictured(piece) : h("span", { class: "text" }, textNodes(piece, names)))));
}

function image(block) {
  return h("figure", { class: "block image" }, block.title && h("figcaption", {}, words(block.title)), pictured(block));
}

function alert(block, { names }) {
  const level = LEVELS.includes(block.level) ? block.level : "default";
  return h("div", { class: `block notice ${level}`, role: "note" },
    icon(level), h("div", { class: "text" }, textNodes(block.text, names)));
}

const DRAWN = {
  header: (block) => h("h3", { class: "block header" }, words(block.text)),
  section,
  divider: () => h("hr", { class: "block" }),
  context: contextLine,
  actions: (block, context) => h("div", { class: "block actions" }, block.elements.map((piece) => element(piece, block, context))),
  input: inputBlock,
  image,
  rich_text: (block, { names }) => h("div", { class: "block" }, richText(block, names)),
  markdown: (block) => h("div", { class: "block text markdown" }, markdownNodes(block.text)),
  table: (block, { names }) => h("div", { class: "block" }, table(block, names)),
  data_table: (block, { names }) => h("div", { class: "block" }, table(block, names)),
  data_visualization: (block) => h("div", { class: "block" }, chartFigure(block)),
  alert,
};

/** Return the drawing of one block, or a note that the page has none for it. */
function drawBlock(block, context) {
  const draw = DRAWN[block.type];
  return draw ? draw(block, context) : h("p", { class: "unknown" }, `(a block this page does not draw: ${block.type})`);
}

/** In a modal what a person has filled in stays, whatever the bot now proposes for the same field. */
function proposal(name, value) {
  return name.startsWith("initial_") ? undefined : value;
}

/** Return the items by which `reconcile` keeps a row of blocks in step with what the bot last said. */
export function blockItems(blocks, context) {
  const unlike = context.fields ? proposal : null;
  return blocks.map((block, index) => ({
    key: `${block.block_id ?? index}`, signature: JSON.stringify(block, unlike), build: () => drawBlock(block, context),
  }));
}

/** Return the context in which blocks outside a modal are drawn: what is filled in lives as long as the drawing. */
export function looseContext(app, where) {
  const kept = new Map();
  const key = (block, piece) => `${block.block_id}/${piece.action_id}`;
  return {
    names: app.names,
    recall: (block, piece) => kept.get(key(block, piece)),
    keep: (block, piece, state) => kept.set(key(block, piece), state),
    press: (block, piece, state) => app.act("press", { ...where, block_id: block.block_id, action_id: piece.action_id, ...state }),
    suggest: (block, piece, query) => app.ask("suggest", { ...where, block_id: block.block_id, action_id: piece.action_id, value: query }),
  };
}
