/** Drawing a conversation: days, people, what they said, and what can be done with it. */

import { avatar } from "./avatar.js";
import { blockItems, looseContext } from "./blocks.js";
import { described } from "./directory.js";
import { h, reconcile, rove } from "./dom.js";
import { icon } from "./icons.js";
import { menuButton } from "./menu.js";
import { ALONE, compare, teamsLook } from "./teams.js";
import { mrkdwn } from "./text.js";
import { dayKey, dayName, fullMoment, timeOf } from "./times.js";

const TOGETHER_MS = 5 * 60e3;

function body(message, app, channel) {
  const { names } = app;
  if (!message.blocks?.length) return h("div", { class: "text" }, mrkdwn(message.text ?? "", names), edited(message));
  const box = h("div", { class: "blocks" });
  reconcile(box, blockItems(message.blocks, looseContext(app, { channel, ts: message.ts })));
  const shown = h("div", {}, box, edited(message));
  return app.beside && message.is_bot ? h("div", { class: "both" }, shown, teamsLook(app, { blocks: message.blocks }, message.ephemeral ? ALONE : "")) : shown;
}

function edited(message) {
  return message.edited && h("span", { class: "edited" }, " (edited)");
}

function threadLink(message, app) {
  const count = message.reply_count ?? 0;
  return count > 0 && h("button", { type: "button", class: "replies", "data-focus": `replies/${message.ts}`, onclick: () => app.go({ thread: message.ts }) },
    `${count} ${count === 1 ? "reply" : "replies"}`);
}

function showing(message, app, channel) {
  const context = looseContext(app, { channel, ts: message.ts });
  return { label: "Show as Teams", detail: "Next to how Slack shows it", testid: "show-as-teams",
    run: () => compare(app, { asked: { blocks: message.blocks }, context, where: message.ephemeral ? ALONE : "" }) };
}

function actions(message, app, channel, inThread) {
  const fromBot = message.is_bot && message.blocks?.length;
  if (message.ephemeral && !fromBot) return null;
  const items = () => [
    fromBot && showing(message, app, channel),
    ...(message.ephemeral ? [] : others(message, app, channel, inThread)),
  ].filter(Boolean);
  return h("div", { class: "message-tools" },
    menuButton({ class: "icon-button", "data-testid": "message-menu", "data-focus": `menu/${message.ts}` }, "more", "Message actions", items));
}

function others(message, app, channel, inThread) {
  return [
    !inThread && { label: "Reply in a thread", run: () => app.go({ thread: message.thread_ts || message.ts }), testid: "reply-in-thread" },
    ...app.state.shortcuts.filter((shortcut) => shortcut.type === "message").map((shortcut) => ({
      label: shortcut.name, detail: "ILT Bot", testid: `shortcut-${shortcut.callback_id}`,
      run: () => void app.act("shortcut", { callback_id: shortcut.callback_id, channel, ts: message.ts }),
    })),
  ];
}

function drawMessage(message, app, { channel, together, inThread }) {
  const user = app.names.user(message.user) ?? { id: message.user, name: message.name, is_bot: message.is_bot };
  const { zone } = app.names;
  const time = h("time", { datetime: message.at, title: fullMoment(message.at, zone) }, timeOf(message.at, zone));
  const head = h("div", { class: "message-head" }, h("span", { class: "author", title: described(user) }, message.name || user.name),
    message.is_bot && h("span", { class: "badge" }, "App"), time);
  const label = `${message.name || user.name}, ${timeOf(message.at, zone)}${message.ephemeral ? ", only visible to you" : ""}`;
  return h("li", { class: `message${together ? " together" : ""}${message.ephemeral ? " ephemeral" : ""}`, tabindex: -1, "aria-label": label,
    "data-testid": message.ephemeral ? "ephemeral" : "message", "data-ts": message.ts, "data-focus": `message/${message.ts}` },
  h("div", { class: "gutter" }, together ? time : avatar(user)),
  h("div", { class: "message-body" }, !together && head,
    message.ephemeral && h("p", { class: "only-you" }, icon("eye"), "Only visible to you"),
    body(message, app, channel), !inThread && threadLink(message, app)),
  actions(message, app, channel, inThread));
}

function follows(message, previous) {
  return Boolean(previous) && previous.user === message.user && !previous.ephemeral && !message.ephemeral
    && new Date(message.at) - new Date(previous.at) < TOGETHER_MS && !previous.reply_count;
}

function items(list, app, { channel, inThread }) {
  const { zone, now } = app.names;
  const rows = [];
  let previous = null;
  for (const message of list) {
    const day = dayKey(message.at, zone);
    const newDay = !previous || dayKey(previous.at, zone) !== day;
    if (newDay && !inThread) {
      const name = dayName(message.at, now, zone);
      rows.push({ key: `day/${day}`, signature: name, build: () => h("li", { class: "day" }, h("h3", {}, name)) });
    }
    const together = !newDay && follows(message, previous);
    const key = `${message.ephemeral ? "ephemeral" : "message"}/${message.ts}`;
    rows.push({ key, signature: JSON.stringify([message, together, app.me, app.beside && message.is_bot]), build: () => drawMessage(message, app, { channel, together, inThread }) });
    previous = message;
  }
  return rows;
}

/**
 * Return a list of messages that stays where the reader is. It follows new ones when the reader is at the end, and what the
 * reader said or was answered always.
 */
export function messageList(app, { label, inThread = false }) {
  const list = h("ol", { class: "messages", "aria-label": label });
  const scroller = h("div", { class: "scroller" }, list);
  const settle = rove(list, ".message");
  let shown = null;
  const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60;
  const toEnd = () => { scroller.scrollTop = scroller.scrollHeight; };
  const answers = (messages) => messages.filter((message) => message.ephemeral || message.user === app.me).length;
  let following = true;
  let answered = 0;
  scroller.addEventListener("scroll", () => { following = atEnd(); });
  new ResizeObserver(() => { if (following) toEnd(); }).observe(scroller);
  new ResizeObserver(() => { if (following) toEnd(); }).observe(list);

  /** Show these messages; `place` names the conversation, so that another one starts at its end. */
  function show(place, messages, channel) {
    const another = shown !== place;
    shown = place;
    reconcile(list, items(messages, app, { channel, inThread }));
    const all = list.querySelectorAll(".message");
    if (!list.querySelector(".message[tabindex='0']")) settle(all[all.length - 1]);
    if (another || answers(messages) > answered) following = true;
    answered = answers(messages);
    if (following) toEnd();
  }

  return { node: scroller, list, show };
}
