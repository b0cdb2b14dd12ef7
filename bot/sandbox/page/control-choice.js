/** Choices that are all on show: one from a list, radio buttons, checkboxes. */

import { freshId, h } from "./dom.js";
import { writtenChoices } from "./options.js";
import { textNodes, words } from "./text.js";

function grouped(choices) {
  const groups = new Map();
  choices.forEach((choice, index) => groups.set(choice.group, [...(groups.get(choice.group) ?? []), h("option", { value: index }, choice.label)]));
  return [...groups].map(([label, options]) => (label ? h("optgroup", { label }, options) : options));
}

/** Return the control for choosing one option from a list. */
export function selectControl(element, { attributes, value, changed, cleared }) {
  const choices = writtenChoices(element);
  const field = h("select", attributes, h("option", { value: "" }, words(element.placeholder) || "Choose…"), grouped(choices));
  const given = value ? value.selected_option : element.initial_option;
  const at = choices.findIndex((choice) => choice.key === given?.value);
  field.value = at < 0 ? "" : String(at);
  field.addEventListener("change", () => (field.value === "" ? cleared() : changed(true)));
  const read = () => ({ type: element.type, selected_option: choices[field.value]?.value ?? null });
  return { node: h("div", { class: "control" }, field), focus: field, read, isEmpty: () => field.value === "" };
}

function tick(type, group, option, { names, attributes, checked, index, changed }) {
  const box = h("input", { type, name: group, value: option.value, "data-focus": `${attributes["data-focus"]}/${index}`,
    "aria-invalid": attributes["aria-invalid"], onchange: () => changed(true) });
  box.checked = checked;
  const details = option.description && h("small", {}, textNodes(option.description, names));
  return { box, node: h("label", { class: "tick" }, box, h("span", {}, textNodes(option.text, names), details)) };
}

/** Return the control for radio buttons (one) or checkboxes (any number). */
export function ticksControl(element, { attributes, value, names, changed }) {
  const one = element.type === "radio_buttons";
  const given = one
    ? [value ? value.selected_option : element.initial_option]
    : (value ? value.selected_options : element.initial_options) ?? [];
  const chosen = new Set(given.filter(Boolean).map((option) => option.value));
  const group = freshId("ticks");
  const ticks = element.options.map((option, index) => tick(one ? "radio" : "checkbox", group, option,
    { names, attributes, checked: chosen.has(option.value), index, changed }));
  const picked = () => element.options.filter((_, index) => ticks[index].box.checked);
  const read = () => (one
    ? { type: element.type, selected_option: picked()[0] ?? null }
    : { type: element.type, selected_options: picked() });
  const node = h("div", { role: one ? "radiogroup" : "group", class: "control ticks", id: attributes.id,
    "aria-labelledby": attributes["aria-labelledby"], "aria-label": attributes["aria-label"],
    "aria-describedby": attributes["aria-describedby"] }, ticks.map((each) => each.node));
  return { node, focus: ticks[0]?.box ?? node, read, isEmpty: () => picked().length === 0 };
}
