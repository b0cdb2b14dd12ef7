/** Fields for a day, a time, or both, as the school's wall clock shows them. */

import { h } from "./dom.js";
import { epochOf, wallTime } from "./times.js";

const KINDS = {
  datepicker: { type: "date", part: "selected_date", initial: "initial_date" },
  timepicker: { type: "time", part: "selected_time", initial: "initial_time" },
  datetimepicker: { type: "datetime-local", part: "selected_date_time", initial: "initial_date_time" },
};

/** Return the control for a moment. */
export function dateControl(element, { attributes, value, names, changed }) {
  const { type, part, initial } = KINDS[element.type];
  const given = value ? value[part] : element[initial];
  const both = type === "datetime-local";
  const field = h("input", { ...attributes, type });
  field.value = (both && given ? wallTime(given * 1000, names.zone) : given) ?? "";
  field.addEventListener("change", () => changed(true));
  const read = () => ({ type: element.type, [part]: field.value ? (both ? epochOf(field.value, names.zone) : field.value) : null });
  return { node: h("div", { class: "control" }, field), focus: field, read, isEmpty: () => !field.value };
}
