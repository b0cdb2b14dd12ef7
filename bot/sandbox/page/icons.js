/** The page's own small pictures, drawn so that no font has to have them. */

import { svg } from "./dom.js";

const SHAPES = {
  close: "M4 4l8 8M12 4l-8 8",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  plus: "M8 3v10M3 8h10",
  send: "M2.5 8L13.5 3l-4 10.5-2.2-4.3zM7.3 9.2L13.5 3",
  down: "M4 6l4 4 4-4",
  check: "M3 8.5l3.5 3.5L13 4.5",
  lock: "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  hash: "M6.5 2.5l-1.5 11M11 2.5l-1.5 11M3 6h10.5M2.5 10H13",
  home: "M2.5 7.5L8 3l5.5 4.5M4 7v6h8V7",
  mail: "M2.5 4h11v8.5h-11zM2.5 4.5L8 9l5.5-4.5",
  person: "M8 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 8 8zM3 13.5c.6-4.6 9.4-4.6 10 0",
  eye: "M1.5 8c3-5.5 10-5.5 13 0-3 5.5-10 5.5-13 0zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z",
  restart: "M3 8a5 5 0 1 0 1.6-3.7M4.2 1.8v2.8H7",
  out: "M6 3.5H3.5v9h9V10M9 3h4v4M13 3L7.5 8.5",
  picture: "M2 3h12v10H2zM2.5 11.5L6 8l2.5 2.5L11 8l3 3M5.5 6h.01",
  beside: "M2 3.5h5v9H2zM9 3.5h5v9H9zM3.7 6h1.6M10.7 6h1.6",
  info: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5v3.5M8 5h.01",
  success: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM5.3 8.2l1.9 1.9 3.5-4",
  warning: "M8 2.5l6 11H2zM8 6.5v3.5M8 11.8h.01",
  error: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
  default: "M2.5 3h11v8H7l-3 2.5V11H2.5z",
};

/** Return the picture of that name; it says nothing to a screen reader. */
export function icon(name) {
  return svg("svg", { class: `icon icon-${name}`, viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: SHAPES[name] }));
}
