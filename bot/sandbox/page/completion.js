/** Completing slash commands: first the command, then what it can do. */

import { h } from "./dom.js";
import { listOf } from "./listbox.js";

/** Return what can complete `text`: `{items, hint}`; an item's `text` is what the field would hold. */
function completions(text, commands) {
  if (!text.startsWith("/") || text.includes("\n")) return { items: [], hint: "" };
  const space = text.indexOf(" ");
  if (space < 0) {
    const found = commands.filter(({ command }) => command.startsWith(text.toLowerCase()));
    return { items: found.map(asItem), hint: "" };
  }
  const known = commands.find(({ command }) => command === text.slice(0, space).toLowerCase());
  if (!known) return { items: [], hint: "" };
  const rest = text.slice(space + 1).trimStart();
  const verbs = known.verbs ?? [];
  const [word] = rest.split(" ");
  const verb = verbs.find((one) => one.verb === word.toLowerCase());
  if (verb && rest.includes(" ")) return { items: [], hint: `${usage(known, verb)} — ${verb.help}` };
  const items = rest.includes(" ") ? [] : verbs.filter((one) => one.verb.startsWith(word.toLowerCase())).map((one) => ({
    text: `${known.command} ${one.verb}`, label: usage(known, one), detail: one.help, begun: word !== "" }));
  return { items, hint: `${known.command} ${known.usage_hint ?? ""}`.trim() };
}

function asItem({ command, usage_hint: hint, description }) {
  return { text: command, label: `${command} ${hint ?? ""}`.trim(), detail: description, begun: true };
}

function usage({ command }, { verb, usage: said }) {
  if (!said || said === verb) return `${command} ${verb}`;
  if (said.startsWith("/")) return said;
  return said.startsWith(verb) ? `${command} ${said}` : `${command} ${verb} ${said}`;
}

/** Return the completion of a text field; `commands()` is asked for what there is. */
export function createCompletion(field, commands) {
  const hint = h("p", { class: "usage", id: `${field.id}-usage` });
  const list = listOf(field, { label: "Commands", pick: accept, testid: "completion" });
  const popup = h("div", { class: "completion", hidden: true }, list.node);
  let dismissed = null;

  function update() {
    const found = field.value === dismissed ? { items: [], hint: "" } : completions(field.value, commands());
    popup.hidden = found.items.length === 0;
    list.show(found.items, found.items[0]?.begun ? 0 : -1);
    hint.textContent = found.hint;
    field.setAttribute("aria-expanded", String(!popup.hidden));
  }

  function accept(item) {
    field.value = `${item.text} `;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  }

  function close() {
    dismissed = field.value;
    update();
  }

  /** Act on a key while choices are on show; returns whether the key is used up. */
  function keydown(event) {
    if (popup.hidden) return false;
    const typed = field.value.trim().toLowerCase();
    if (event.key === "ArrowDown") list.move(1);
    else if (event.key === "ArrowUp") list.move(-1);
    else if (event.key === "Escape") close();
    else if (event.key === "Tab" && !event.shiftKey) {
      if (!list.active) list.move(1);
      accept(list.active);
    } else if (event.key === "Enter" && !event.shiftKey && list.active && list.active.text !== typed) accept(list.active);
    else return false;
    return true;
  }

  return { popup, hint, update, keydown, close };
}
