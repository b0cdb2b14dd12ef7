/** A list of choices walked through from a text field, which keeps the focus. */

import { freshId, h } from "./dom.js";
import { icon } from "./icons.js";

/**
 * Return the list belonging to `field`. `show(items, active)` draws items `{label, detail?, mark?, chosen?, face?}`,
 * `move` walks, `active` is the item a key would choose, and `pick(item)` is called for a click.
 */
export function listOf(field, { label, pick, multiple = false, testid }) {
  const list = h("div", { role: "listbox", id: freshId("list"), class: "listbox", "aria-label": label, "data-testid": testid,
    "aria-multiselectable": multiple ? "true" : null });
  let items = [];
  let at = -1;
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-autocomplete", "list");

  function mark() {
    [...list.children].forEach((option, index) => option.classList.toggle("active", index === at));
    const option = at >= 0 ? list.children[at] : null;
    if (option) {
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  }

  function option(item) {
    return h("div", { role: "option", id: freshId("option"), class: "option", "aria-selected": String(Boolean(item.chosen)),
      onpointerdown: (event) => event.preventDefault(), onclick: () => pick(item) },
    item.face, h("span", { class: "option-words" }, h("span", { class: "option-label" }, item.label),
      item.detail && h("small", {}, item.detail)), item.chosen && icon("check"));
  }

  return {
    node: list,
    get active() { return items[at] ?? null; },
    get size() { return items.length; },
    show(next, active = -1) {
      items = next;
      at = Math.min(active, next.length - 1);
      list.replaceChildren(...next.map(option));
      mark();
    },
    move(step) {
      if (!items.length) return;
      at = at < 0 ? (step > 0 ? 0 : items.length - 1) : (at + step + items.length) % items.length;
      mark();
    },
  };
}

/** Return whether every word of the query begins a word of the text. */
export function matches(query, text) {
  const known = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return query.toLowerCase().split(/[^\p{L}\p{N}]+/u).every((part) => known.some((word) => word.startsWith(part)));
}
