/** A menu of things to do, opened by a button. */

import { h } from "./dom.js";
import { floatBy } from "./float.js";
import { icon } from "./icons.js";

/**
 * Open a menu beside `button`; `items` are `{label, detail?, danger?, run, testid?}`.
 * Arrow keys move, Escape and a click elsewhere close it, and the focus returns to the button.
 */
function openMenu(button, items, label) {
  const host = button.closest("dialog") ?? document.body;
  const menu = h("div", { class: "menu", role: "menu", "aria-label": label });
  const close = (refocus) => {
    stopFloating();
    menu.remove();
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    if (refocus) button.focus();
  };
  const outside = (event) => {
    if (!menu.contains(event.target) && !button.contains(event.target)) close(false);
  };
  const entries = items.map((item) => h("button", {
    type: "button", role: "menuitem", tabindex: -1, class: item.danger ? "danger" : null, "data-testid": item.testid,
    onclick: () => { close(true); item.run(); },
  }, h("span", {}, item.label), item.detail && h("small", {}, item.detail)));
  menu.append(...entries);
  menu.addEventListener("keydown", (event) => walk(event, entries, close));
  host.append(menu);
  const stopFloating = floatBy(menu, button, { atEnd: true });
  document.addEventListener("pointerdown", outside, true);
  button.setAttribute("aria-expanded", "true");
  entries[0]?.focus();
}

function walk(event, entries, close) {
  const at = entries.indexOf(document.activeElement);
  const next = { ArrowDown: (at + 1) % entries.length, ArrowUp: (at - 1 + entries.length) % entries.length, Home: 0, End: entries.length - 1 }[event.key];
  if (next !== undefined) {
    event.preventDefault();
    entries[next].focus();
  } else if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    close(true);
  } else if (event.key === "Tab") {
    close(false);
  }
}

/** Return a button that opens a menu; `items` is asked for them each time, `face` names its picture. */
export function menuButton(attributes, face, label, items) {
  const button = h("button", { type: "button", "aria-haspopup": "menu", "aria-expanded": "false", "aria-label": label, ...attributes,
    onclick: () => {
      if (button.getAttribute("aria-expanded") === "true") return;
      openMenu(button, items(), label);
    } }, icon(face));
  return button;
}
