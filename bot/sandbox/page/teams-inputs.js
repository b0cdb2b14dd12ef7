/** Drawing the inputs of an Adaptive Card. What is typed into them goes nowhere: they are for looking at. */

import { freshId, h } from "./dom.js";

function text({ isMultiline, placeholder, value, maxLength }, shared) {
  const asked = { ...shared, placeholder, maxlength: maxLength };
  if (isMultiline) return h("textarea", { ...asked, rows: 3 }, value ?? "");
  return h("input", { ...asked, type: "text", value });
}

function chosen({ value }) {
  return String(value ?? "").split(",");
}

function menu(element, shared) {
  const options = element.choices.map((one) => h("option", { value: one.value, selected: chosen(element).includes(one.value) }, one.title));
  return h("select", { ...shared, multiple: element.isMultiSelect }, !element.isMultiSelect && h("option", { value: "" }, "Select"), options);
}

function boxes(element, { id }) {
  const type = element.isMultiSelect ? "checkbox" : "radio";
  return h("div", { role: "group", "aria-labelledby": `${id}-label` }, element.choices.map((one) =>
    h("label", { class: "teams-choice" }, h("input", { type, name: id, checked: chosen(element).includes(one.value) }), h("span", {}, one.title))));
}

function toggle({ title, value }, { id }) {
  return h("label", { class: "teams-choice" }, h("input", { id, type: "checkbox", checked: value === "true" }), h("span", {}, title));
}

const plain = (type) => ({ value, min, max }, shared) => h("input", { ...shared, type, value, min, max });

const DRAWN = {
  "Input.Text": text,
  "Input.ChoiceSet": (element, shared) => (element.style === "expanded" ? boxes : menu)(element, shared),
  "Input.Toggle": toggle,
  "Input.Date": plain("date"),
  "Input.Time": plain("time"),
  "Input.Number": plain("number"),
};

/** Say whether a kind of element is an input this page draws. */
export function isInput(type) {
  return type in DRAWN;
}

/** Return the drawing of an input under its label. */
export function teamsInput(element) {
  const id = freshId("teams-input");
  const grouped = element.style === "expanded";
  const name = [element.label, element.isRequired && h("span", { class: "teams-alarmed", title: "Required" }, " *")];
  return h("div", { class: "teams-input" },
    element.label && (grouped ? h("span", { id: `${id}-label`, class: "teams-label" }, name) : h("label", { for: id, class: "teams-label" }, name)),
    DRAWN[element.type](element, { id, class: "teams-field" }));
}
