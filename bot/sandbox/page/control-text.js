/** Fields to write in: text, numbers and addresses. */

import { h } from "./dom.js";
import { words } from "./text.js";

const KINDS = {
  plain_text_input: { type: "text" },
  number_input: { type: "text", inputmode: "decimal" },
  email_text_input: { type: "email", autocomplete: "off" },
  url_text_input: { type: "url", autocomplete: "off" },
  rich_text_input: { type: "text" },
};

function asRichText(text) {
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] };
}

function asWords(rich) {
  return (rich?.elements ?? []).flatMap((part) => part.elements ?? []).map((piece) => piece.text ?? "").join("");
}

function counter(element, field) {
  if (!element.max_length) return null;
  const says = h("span", { class: "counter" });
  const count = () => {
    says.textContent = `${[...field.value].length} / ${element.max_length}`;
    says.classList.toggle("over", [...field.value].length > element.max_length);
  };
  field.addEventListener("input", count);
  count();
  return says;
}

/** Return the control for a field to write in; `changed(true)` says that the bot asked to hear of it. */
export function textControl(element, { attributes, value, changed }) {
  const rich = element.type === "rich_text_input";
  const long = element.multiline || rich;
  const field = h(long ? "textarea" : "input", {
    ...KINDS[element.type], ...attributes, type: long ? null : KINDS[element.type].type, rows: long ? 4 : null,
    placeholder: words(element.placeholder), autocomplete: "off",
  });
  const told = value ? value[rich ? "rich_text_value" : "value"] : element.initial_value;
  const given = rich ? asWords(told) : told;
  field.value = given ?? "";
  const on = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  field.addEventListener("input", () => changed(on.includes("on_character_entered")));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing && !long && on.includes("on_enter_pressed")) changed(true);
  });
  const read = () => (rich
    ? { type: element.type, rich_text_value: field.value ? asRichText(field.value) : null }
    : { type: element.type, value: field.value === "" ? null : field.value });
  return { node: h("div", { class: "control" }, field, counter(element, field)), focus: field, read, isEmpty: () => field.value.trim() === "" };
}
