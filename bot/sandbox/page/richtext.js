/** Drawing rich text: sections, lists, quotes and listings. */

import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { broadcast, channelMention, link, userMention } from "./text.js";
import { dateFormatted } from "./times.js";

const STYLES = { bold: "strong", italic: "em", strike: "del", underline: "u", code: "code" };

function styled(node, style = {}) {
  return Object.keys(STYLES).filter((name) => style[name]).reduce((inner, name) => h(STYLES[name], {}, inner), node);
}

function emojiOf(piece) {
  if (!piece.unicode) return emoji(piece.name);
  return String.fromCodePoint(...piece.unicode.split("-").map((code) => parseInt(code, 16)));
}

function inlinePiece(piece, names) {
  switch (piece.type) {
    case "text": return piece.text;
    case "link": return link(piece.url, piece.text || piece.url);
    case "user": return userMention(piece.user_id, names);
    case "channel": return channelMention(piece.channel_id, names);
    case "emoji": return emojiOf(piece);
    case "broadcast": return broadcast(piece.range);
    case "usergroup": return h("span", { class: "mention" }, "@group");
    case "color": return h("code", {}, piece.value);
    case "date": return h("time", {}, dateFormatted(piece.timestamp, piece.format ?? piece.fallback ?? "{date}", names.zone));
    default: return piece.text ?? "";
  }
}

function pieces(element, names) {
  return (element.elements ?? []).map((piece) => styled(inlinePiece(piece, names), piece.style));
}

function list(element, names) {
  const ordered = element.style === "ordered";
  const attributes = { class: `rich-list indent-${Math.min(element.indent ?? 0, 4)}` };
  if (ordered && element.offset) attributes.start = element.offset + 1;
  return h(ordered ? "ol" : "ul", attributes, element.elements.map((item) => h("li", {}, pieces(item, names))));
}

function part(element, names) {
  switch (element.type) {
    case "rich_text_section": return h("p", { class: "run" }, pieces(element, names));
    case "rich_text_list": return list(element, names);
    case "rich_text_preformatted": return h("pre", {}, pieces(element, names));
    case "rich_text_quote": return h("blockquote", {}, pieces(element, names));
    default: return h("p", { class: "unknown" }, `(a text this page does not draw: ${element.type})`);
  }
}

/** Return the drawing of a rich text block. */
export function richText(block, names) {
  return h("div", { class: "text" }, (block.elements ?? []).map((element) => part(element, names)));
}
