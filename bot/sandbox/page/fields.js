/** Drawing an `input` block: its label, control, hint and error, tied together for a screen reader. */

import { isControl, control } from "./controls.js";
import { freshId, h } from "./dom.js";
import { words } from "./text.js";

/** Return what is wrong with the words in a field, or null. */
function complaint(block, made) {
  const { element } = block;
  if (made.isEmpty()) return block.optional ? null : "Please fill this in.";
  const text = made.read().value;
  if (typeof text !== "string") return null;
  const length = [...text].length;
  if (element.min_length && length < element.min_length) return `Please write at least ${element.min_length} characters (now ${length}).`;
  if (element.max_length && length > element.max_length) return `Please use at most ${element.max_length} characters (now ${length}).`;
  return element.type === "number_input" ? numberComplaint(element, text) : addressComplaint(element, made.focus);
}

function numberComplaint(element, text) {
  const number = Number(text);
  if (!Number.isFinite(number)) return "Please write a number.";
  if (!element.is_decimal_allowed && !Number.isInteger(number)) return "Please write a whole number.";
  if (element.min_value !== undefined && number < Number(element.min_value)) return `Please write ${element.min_value} or more.`;
  if (element.max_value !== undefined && number > Number(element.max_value)) return `Please write ${element.max_value} or less.`;
  return null;
}

function addressComplaint(element, field) {
  if (!field.validity || !field.validity.typeMismatch) return null;
  return element.type === "email_text_input" ? "Please write an email address." : "Please write a web address, such as https://example.org.";
}

/** Return the drawing of an input block, and tell `context.fields` how to read and mark it. */
export function inputBlock(block, context) {
  const { element, block_id: blockId } = block;
  if (!isControl(element?.type)) return h("p", { class: "unknown" }, `(a field this page does not draw: ${element?.type})`);
  const id = freshId("field");
  const [labelId, hintId, errorId] = ["label", "hint", "error"].map((part) => `${id}-${part}`);
  const attributes = {
    id, "data-focus": `${blockId}/${element.action_id}`, "aria-required": block.optional ? null : "true",
    "aria-labelledby": labelId, "aria-describedby": `${block.hint ? `${hintId} ` : ""}${errorId}`,
  };
  const error = h("p", { class: "field-error", id: errorId });
  const made = control(element, block, context, attributes, (state) => {
    if (block.dispatch_action) void context.press(block, element, state);
  });
  const grouped = made.node.id === id;
  const node = h("div", { class: "field", "data-testid": `field-${blockId}` },
    h(grouped ? "span" : "label", { class: "field-label", id: labelId, for: grouped ? null : id },
      words(block.label), block.optional && h("span", { class: "optional" }, " (optional)")),
    made.node, block.hint && h("p", { class: "hint", id: hintId }, words(block.hint)), error);
  const mark = (sentence) => {
    error.textContent = sentence ?? "";
    node.classList.toggle("invalid", Boolean(sentence));
    made.focus.setAttribute("aria-invalid", String(Boolean(sentence)));
  };
  context.fields?.set(blockId, { element, read: made.read, focus: () => made.focus.focus(), complaint: () => complaint(block, made), mark });
  node.addEventListener("input", () => mark(null));
  node.addEventListener("change", () => mark(null));
  return node;
}
