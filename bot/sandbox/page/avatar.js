/** Drawing the square that stands for a person. */

import { initials, tone } from "./directory.js";
import { h } from "./dom.js";

/** Return the square that stands for a person. */
export function avatar(user) {
  return h("span", { class: `avatar tone-${user.is_bot ? "bot" : tone(user.id)}`, "aria-hidden": "true" }, initials(user.name));
}
