/** The choices a select offers, from wherever they come, in one shape: `{key, label, detail, group, value}`. */

import { described } from "./directory.js";
import { words } from "./text.js";

function choice(option, group) {
  return { key: option.value, label: words(option.text), detail: words(option.description), group, value: option };
}

/** Return the choices written into an element or an answer: options, or options in groups. */
export function writtenChoices({ options, option_groups: groups }) {
  if (groups) return groups.flatMap((group) => group.options.map((option) => choice(option, words(group.label))));
  return (options ?? []).map((option) => choice(option, null));
}

/** Return everyone as choices. */
export function peopleChoices(names) {
  return names.people.map((user) => ({ key: user.id, label: user.name, detail: described(user), group: null, value: user.id }));
}

/** Return the conversations an element lets one choose from. */
export function conversationChoices(element, names) {
  const kinds = element.filter?.include ?? (element.type.includes("channels") ? ["public"] : ["public", "private", "im", "mpim"]);
  const kindOf = (channel) => (channel.is_im ? "im" : channel.is_private ? "private" : "public");
  return names.channels.filter((channel) => kinds.includes(kindOf(channel)) && !channel.is_archived).map((channel) => ({
    key: channel.id, label: channel.is_im ? names.channelName(channel.id) : `#${channel.name}`, detail: "", group: null, value: channel.id }));
}
