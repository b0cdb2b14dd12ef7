/** One control for every kind of element a person fills in. */

import { selectControl, ticksControl } from "./control-choice.js";
import { dateControl } from "./control-date.js";
import { pickerControl } from "./control-picker.js";
import { textControl } from "./control-text.js";

const CONTROLS = {
  plain_text_input: textControl,
  number_input: textControl,
  email_text_input: textControl,
  url_text_input: textControl,
  rich_text_input: textControl,
  static_select: selectControl,
  radio_buttons: ticksControl,
  checkboxes: ticksControl,
  datepicker: dateControl,
  timepicker: dateControl,
  datetimepicker: dateControl,
  multi_static_select: pickerControl,
  external_select: pickerControl,
  multi_external_select: pickerControl,
  users_select: pickerControl,
  multi_users_select: pickerControl,
  conversations_select: pickerControl,
  multi_conversations_select: pickerControl,
  channels_select: pickerControl,
  multi_channels_select: pickerControl,
};

/** Return whether the page can draw a control of this type. */
export function isControl(type) {
  return type in CONTROLS;
}

/**
 * Return `{node, focus, read, isEmpty}` for an element of a block. What is filled in is kept in `context`;
 * `reported(state)` is called when the bot should hear of it.
 */
export function control(element, block, context, attributes, reported) {
  const made = CONTROLS[element.type](element, {
    attributes,
    names: context.names,
    value: context.recall(block, element),
    suggest: (query) => context.suggest(block, element, query),
    cleared: () => context.keep(block, element, made.read()),
    changed: (asked) => {
      context.keep(block, element, made.read());
      if (asked) reported(made.read());
    },
  });
  return made;
}
