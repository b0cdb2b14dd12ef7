/** Drawing message text: the chat's own light markup (`mrkdwn`) and plain text. */

import { h, safeUrl } from "./dom.js";
import { emoji } from "./emoji.js";
import { dateFormatted } from "./times.js";

const ENTITIES = { amp: "&", lt: "<", gt: ">" };
const PAIRED = { "*": "strong", _: "em", "~": "del" };
const WORD = /[\p{L}\p{N}]/u;

/** Return text with `&amp;`, `&lt;` and `&gt;` turned back into characters. */
function decoded(text) {
  return text.replace(/&(amp|lt|gt);/g, (_, name) => ENTITIES[name]);
}

function named(text) {
  return text.replace(/:([a-z0-9_+-]+):/g, (_, name) => emoji(name));
}

/** Return a link, or only its words when its address is not one to follow. */
export function link(address, label) {
  const url = safeUrl(address);
  if (!url) return h("span", {}, label);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, label);
}

/** Return a mention of a person, marked when it is the one who reads. */
export function userMention(id, names, label) {
  const mine = id === names.me ? " mine" : "";
  return h("span", { class: `mention${mine}` }, `@${names.user(id)?.name ?? label ?? "someone"}`);
}

/** Return a mention of a channel; it leads there when the reader is in it. */
export function channelMention(id, names, label) {
  const channel = names.channel(id);
  if (!channel) return h("span", { class: "mention" }, label ? `#${label}` : "a private channel");
  const words = channel.is_im ? names.channelName(id) : `#${channel.name}`;
  return h("a", { class: "mention", href: `#${new URLSearchParams({ as: names.me, in: id })}` }, words);
}

/** Return a mention of everyone in a channel. */
export function broadcast(range) {
  return h("span", { class: "mention mine" }, `@${range}`);
}

function angled(body, names) {
  const bar = body.indexOf("|");
  const head = bar < 0 ? body : body.slice(0, bar);
  const label = bar < 0 ? null : decoded(body.slice(bar + 1));
  const id = head.slice(1);
  if (head.startsWith("@")) return userMention(id, names, label);
  if (head.startsWith("#")) return channelMention(id, names, label);
  if (!head.startsWith("!")) return link(decoded(head), label ?? decoded(head).replace(/^mailto:/, ""));
  const [command, seconds, pattern] = id.split("^");
  if (command === "date" && pattern) return h("time", {}, dateFormatted(Number(seconds), pattern, names.zone));
  if (command === "subteam") return h("span", { class: "mention" }, label ?? "@group");
  return broadcast(command);
}

function closing(text, mark, from) {
  for (let at = from + 1; at < text.length && text[at] !== "\n"; at += 1) {
    if (text[at] !== mark || /\s/.test(text[at - 1])) continue;
    if (!WORD.test(text[at + 1] ?? "")) return at;
  }
  return -1;
}

function paired(text, at) {
  if (WORD.test(text[at - 1] ?? "") || /\s/.test(text[at + 1] ?? " ") || text[at + 1] === text[at]) return -1;
  return closing(text, text[at], at + 1);
}

function inline(text, names) {
  const nodes = [];
  let plain = "";
  const put = (node) => {
    if (plain) nodes.push(named(decoded(plain)));
    plain = "";
    nodes.push(node);
  };
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    let end = -1;
    if (mark === "`") {
      end = text.slice(at + 1).search(/[`\n]/) + at + 1;
      if (end > at + 1 && text[end] === "`") put(h("code", {}, decoded(text.slice(at + 1, end))));
      else end = -1;
    } else if (mark === "<") {
      end = text.indexOf(">", at);
      if (end > at + 1) put(angled(text.slice(at + 1, end), names));
      else end = -1;
    } else if (PAIRED[mark]) {
      end = paired(text, at);
      if (end > 0) put(h(PAIRED[mark], {}, inline(text.slice(at + 1, end), names)));
    }
    if (end > 0) at = end;
    else plain += mark;
  }
  if (plain) nodes.push(named(decoded(plain)));
  return nodes;
}

function paragraphs(text, names) {
  const nodes = [];
  let quoted = null;
  let lines = [];
  const flush = () => {
    const body = lines.join("\n");
    if (quoted === true) nodes.push(h("blockquote", {}, inline(body, names)));
    else if (body) nodes.push(h("span", { class: "run" }, inline(body, names)));
    lines = [];
  };
  for (const line of text.split("\n")) {
    const quote = /^(?:>|&gt;) ?/.exec(line);
    if (quoted !== null && Boolean(quote) !== quoted) flush();
    quoted = Boolean(quote);
    lines.push(quote ? line.slice(quote[0].length) : line);
  }
  flush();
  return nodes;
}

/** Return the nodes for a text written in the chat's markup. */
export function mrkdwn(text, names) {
  return String(text).split(/```\n?([\s\S]*?)\n?```\n?/).flatMap((piece, index) => {
    if (index % 2) return [h("pre", {}, decoded(piece))];
    return piece ? paragraphs(piece, names) : [];
  });
}

/** Return the nodes for a text object of either kind. */
export function textNodes(object, names) {
  if (!object) return [];
  if (typeof object === "string") return [named(object)];
  return object.type === "mrkdwn" ? mrkdwn(object.text, names) : [named(object.text)];
}

/** Return the words of a text object, without markup, for labels and titles. */
export function words(object) {
  if (!object) return "";
  return named(typeof object === "string" ? object : object.text);
}
