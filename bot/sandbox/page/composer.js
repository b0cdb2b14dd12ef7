/** Where a person writes a message or a slash command. */

import { createCompletion } from "./completion.js";
import { freshId, h } from "./dom.js";
import { icon } from "./icons.js";
import { menuButton } from "./menu.js";

const TALLEST = 200;

function shortcutItems(app, field) {
  const global = app.state.shortcuts.filter((shortcut) => shortcut.type === "global").map((shortcut) => ({
    label: shortcut.name, detail: "ILT Bot", testid: `shortcut-${shortcut.callback_id}`,
    run: () => void app.act("shortcut", { callback_id: shortcut.callback_id }),
  }));
  return [...global, { label: "Type a slash command", detail: "/", run: () => write(field, "/") }];
}

function write(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
  field.setSelectionRange(text.length, text.length);
}

/**
 * Return a composer. `where()` is `{channel, thread_ts?}`, `draftKey()` names the conversation whose unsent words it holds.
 */
export function createComposer(app, { testid, where, draftKey, inThread = false }) {
  const drafts = new Map();
  const field = h("textarea", { id: freshId("composer"), rows: 1, class: "composer-field", "data-testid": testid, "data-focus": testid,
    role: inThread ? null : "combobox", "aria-expanded": inThread ? null : "false", autocomplete: "off", enterkeyhint: "send" });
  const completion = inThread ? null : createCompletion(field, () => app.state?.commands ?? []);
  const warning = h("p", { class: "usage", role: "status" });
  const send = h("button", { type: "submit", class: "send", "data-testid": inThread ? "thread-send" : "send", "aria-label": "Send" }, icon("send"));
  const more = !inThread && menuButton({ class: "icon-button", "data-testid": "shortcuts", "data-focus": "shortcuts" }, "plus", "Shortcuts", () => shortcutItems(app, field));
  const form = h("form", { class: "composer", onsubmit: submit }, completion?.popup,
    h("div", { class: "composer-row" }, more, field, send), completion?.hint, inThread && warning);
  const sending = new Set();
  let key = null;

  function busy() {
    form.setAttribute("aria-busy", String(sending.has(key)));
  }

  function grow() {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, TALLEST)}px`;
    send.classList.toggle("ready", field.value.trim() !== "");
  }

  function changed() {
    if (key) drafts.set(key, field.value);
    completion?.update();
    const command = inThread && field.value.startsWith("/");
    warning.textContent = command ? "Slash commands do not work in threads. Use the conversation instead." : "";
    grow();
  }

  async function submit(event) {
    event.preventDefault();
    const sent = field.value;
    const sentKey = key;
    if (!sent.trim() || sending.has(sentKey) || (inThread && sent.startsWith("/"))) return;
    completion?.close();
    sending.add(sentKey);
    busy();
    const answer = await app.act("say", { ...where(), text: sent.trim() });
    sending.delete(sentKey);
    busy();
    if (!answer) return;
    if (drafts.get(sentKey) === sent) drafts.delete(sentKey);
    if (key === sentKey && field.value === sent) {
      field.value = "";
      changed();
    }
  }

  let width = 0;
  new ResizeObserver(([entry]) => {
    if (entry.contentRect.width === width) return;
    width = entry.contentRect.width;
    grow();
  }).observe(field);

  field.addEventListener("input", changed);
  field.addEventListener("blur", () => completion?.close());
  field.addEventListener("focus", () => completion?.update());
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (completion?.keydown(event)) event.preventDefault();
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  /** Show the draft of the conversation the page is in now, and name it. */
  function follow(label) {
    field.placeholder = label;
    field.setAttribute("aria-label", label);
    if (key === draftKey()) return;
    key = draftKey();
    field.value = drafts.get(key) ?? "";
    busy();
    changed();
  }

  return { node: form, field, follow, write: (text) => write(field, text) };
}
