/** Drawing the interactive elements of messages, the Home tab and modals. */

import { control, isControl } from "./controls.js";
import { confirmation } from "./dialogs.js";
import { h, safeUrl } from "./dom.js";
import { icon } from "./icons.js";
import { menuButton } from "./menu.js";
import { textNodes, words } from "./text.js";

async function allowed(confirm, names) {
  if (!confirm) return true;
  return confirmation({
    title: words(confirm.title), text: textNodes(confirm.text, names),
    yes: words(confirm.confirm), no: words(confirm.deny), style: confirm.style,
  });
}

function focusKey(block, element) {
  return `${block.block_id}/${element.action_id}`;
}

async function pressButton(button, element, block, context) {
  if (button.getAttribute("aria-disabled") === "true" || !(await allowed(element.confirm, context.names))) return;
  button.setAttribute("aria-disabled", "true");
  try {
    await context.press(block, element, { value: element.value });
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

function button(element, block, context) {
  const shared = { class: `button ${element.style ?? ""}`, "aria-label": element.accessibility_label, "data-focus": focusKey(block, element), "data-action": element.action_id };
  const url = element.url && safeUrl(element.url);
  if (url) {
    return h("a", { ...shared, href: url, target: "_blank", rel: "noopener noreferrer",
      onclick: () => void context.press(block, element, { value: element.value }) }, words(element.text), icon("out"));
  }
  return h("button", { ...shared, type: "button", onclick: (event) => void pressButton(event.currentTarget, element, block, context) }, words(element.text));
}

function overflow(element, block, context) {
  const run = async (option) => {
    if (await allowed(element.confirm, context.names)) await context.press(block, element, { selected_option: option });
  };
  return menuButton({ class: "icon-button", "data-focus": focusKey(block, element), "data-action": element.action_id }, "more", "More choices", () =>
    element.options.map((option) => ({ label: words(option.text), detail: words(option.description), run: () => void run(option) })));
}

/** Return a picture's words: the page fetches nothing from elsewhere. */
export function pictured(element) {
  return h("span", { class: "picture", role: "img", "aria-label": element.alt_text }, icon("picture"), h("span", { "aria-hidden": "true" }, element.alt_text));
}

function filledIn(element, block, context) {
  const label = words(element.placeholder) || "Your choice";
  const attributes = { "aria-label": label, "data-focus": focusKey(block, element), "data-action": element.action_id };
  const made = control(element, block, context, attributes, async (state) => {
    if (await allowed(element.confirm, context.names)) await context.press(block, element, state);
  });
  return made.node;
}

/** Return the drawing of an element of a section or an actions block. */
export function element(piece, block, context) {
  if (piece.type === "button") return button(piece, block, context);
  if (piece.type === "overflow") return overflow(piece, block, context);
  if (piece.type === "image") return pictured(piece);
  if (isControl(piece.type)) return filledIn(piece, block, context);
  return h("span", { class: "unknown" }, `(an element this page does not draw: ${piece.type})`);
}
