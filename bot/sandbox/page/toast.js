/** Short notes that appear over the page and go away by themselves. */

import { h } from "./dom.js";
import { icon } from "./icons.js";

const STAYS_MS = 7000;

/** Return `{alert, note}`: the first interrupts a screen reader, the second waits its turn. */
export function createToast(home) {
  const host = () => [...document.querySelectorAll("dialog[open]")].pop() ?? document.body;

  function show(role, text) {
    if (home.parentNode !== host()) host().append(home);
    const close = h("button", { type: "button", class: "icon-button", "aria-label": "Dismiss", onclick: () => note.remove() }, icon("close"));
    const note = h("div", { class: `toast ${role}`, "data-testid": "toast" }, h("p", { role }, text), close);
    if (role === "status") home.querySelectorAll(".status").forEach((older) => older.remove());
    home.append(note);
    while (home.children.length > 3) home.firstElementChild.remove();
    setTimeout(() => note.remove(), STAYS_MS);
  }

  return {
    alert: (text) => show("alert", text),
    note: (text) => show("status", text),
  };
}
