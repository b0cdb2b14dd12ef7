/** Choices found by typing: people, conversations, several at once, or options the bot looks up. */

import { h } from "./dom.js";
import { floatBy } from "./float.js";
import { icon } from "./icons.js";
import { listOf, matches } from "./listbox.js";
import { conversationChoices, peopleChoices, writtenChoices } from "./options.js";
import { words } from "./text.js";

const PARTS = { static: "option", external: "option", users: "user", conversations: "conversation", channels: "channel" };
const LOOKUP_PAUSE_MS = 250;

function shapeOf(type) {
  const many = type.startsWith("multi_");
  const source = type.replace("multi_", "").replace("_select", "");
  return { many, source, part: `selected_${PARTS[source]}${many ? "s" : ""}`, initial: `initial_${PARTS[source]}${many ? "s" : ""}` };
}

function choicesOf(element, source, names) {
  if (source === "users") return peopleChoices(names);
  if (source === "static") return writtenChoices(element);
  return source === "external" ? [] : conversationChoices(element, names);
}

function asChoice(given, choices, source) {
  if (PARTS[source] !== "option") return choices.find((choice) => choice.key === given) ?? { key: given, label: given, value: given };
  return { key: given.value, label: words(given.text), value: given };
}

/** Return the control for a select that is searched; several choices show as chips that can be taken away. */
export function pickerControl(element, { attributes, value, names, changed, cleared, suggest }) {
  const { many, source, part, initial } = shapeOf(element.type);
  const choices = choicesOf(element, source, names);
  const given = value ? value[part] : element[initial];
  let chosen = [given].flat().filter(Boolean).map((one) => asChoice(one, choices, source));
  const field = h("input", { ...attributes, type: "text", role: "combobox", "aria-expanded": "false", autocomplete: "off",
    placeholder: words(element.placeholder) || "Type to search…" });
  const chips = h("ul", { class: "chips" });
  const list = listOf(field, { label: "Choices", pick, multiple: many });
  const node = h("div", { class: "control picker" }, many && chips, field);
  let stopFloating = null;
  let asked = 0;

  function chip(choice) {
    return h("li", {}, choice.label, h("button", { type: "button", "aria-label": `Take away ${choice.label}`,
      onpointerdown: (event) => event.preventDefault(), onclick: () => { toggle(choice); field.focus(); } }, icon("close")));
  }

  function settle(report) {
    field.value = many ? "" : chosen[0]?.label ?? "";
    if (many) chips.replaceChildren(...chosen.map(chip));
    if (report) (chosen.length || many ? changed : cleared)(true);
  }

  function toggle(choice) {
    const had = chosen.some((one) => one.key === choice.key);
    const rest = chosen.filter((one) => one.key !== choice.key);
    if (!many) chosen = [choice];
    else if (had) chosen = rest;
    else if (!element.max_selected_items || rest.length < element.max_selected_items) chosen = [...rest, choice];
    settle(true);
  }

  function pick(choice) {
    toggle(choice);
    if (many) open("");
    else close();
  }

  async function lookUp(query) {
    const turn = (asked += 1);
    await new Promise((wait) => setTimeout(wait, LOOKUP_PAUSE_MS));
    if (turn !== asked || query.length < (element.min_query_length ?? 3)) return;
    const answer = await suggest(query);
    if (turn === asked && answer && stopFloating) draw(writtenChoices(answer));
  }

  function draw(found) {
    const keys = new Set(chosen.map((one) => one.key));
    list.show(found.slice(0, 100).map((choice) => ({ ...choice, detail: [choice.group, choice.detail].filter(Boolean).join(" · "), chosen: keys.has(choice.key) })), 0);
    list.node.classList.toggle("empty", !found.length);
    stopFloating?.place();
  }

  function open(query) {
    if (!stopFloating) {
      (field.closest("dialog") ?? document.body).append(list.node);
      stopFloating = floatBy(list.node, field, { sameWidth: true });
      field.setAttribute("aria-expanded", "true");
      field.setAttribute("aria-controls", list.node.id);
    }
    if (source === "external") {
      draw([]);
      void lookUp(query);
    } else draw(choices.filter((choice) => matches(query, `${choice.label} ${choice.detail}`)));
  }

  function close() {
    stopFloating?.();
    stopFloating = null;
    list.node.remove();
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    field.removeAttribute("aria-controls");
  }

  function finish() {
    close();
    if (!many && field.value.trim() === "" && chosen.length) {
      chosen = [];
      settle(true);
    } else field.value = many ? "" : chosen[0]?.label ?? "";
  }

  field.addEventListener("input", () => open(field.value));
  field.addEventListener("click", () => { if (!stopFloating) open(""); });
  field.addEventListener("focus", () => { if (!many) field.select(); });
  field.addEventListener("blur", finish);
  field.addEventListener("keydown", (event) => {
    const isOpen = Boolean(stopFloating);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (isOpen) list.move(event.key === "ArrowDown" ? 1 : -1);
      else open("");
    } else if (event.key === "Enter" && isOpen && list.active) pick(list.active);
    else if (event.key === "Escape" && isOpen) close();
    else if (event.key === "Backspace" && many && !field.value && chosen.length) toggle(chosen.at(-1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  close();
  settle(false);

  const values = () => chosen.map((choice) => choice.value);
  return { node, focus: field, read: () => ({ type: element.type, [part]: many ? values() : values()[0] ?? null }), isEmpty: () => !chosen.length };
}
