/** Building and updating DOM nodes. Text always becomes text nodes, never markup. */

const SVG = "http://www.w3.org/2000/svg";
const signatures = new WeakMap();
let lastId = 0;

function furnish(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Return an HTML element; attributes that are functions (`onclick`) become listeners, empty ones are left out. */
export function h(tag, attributes = {}, ...children) {
  return furnish(document.createElement(tag), attributes, children);
}

/** Return an SVG element. */
export function svg(tag, attributes = {}, ...children) {
  return furnish(document.createElementNS(SVG, tag), attributes, children);
}

/** Return an id that no other element of this page has. */
export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/** Return the address when a link may carry it, and null for anything but web and mail addresses. */
export function safeUrl(text) {
  try {
    const url = new URL(text);
    return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function selectionOf(field) {
  try {
    return field.selectionStart === null ? null : [field.selectionStart, field.selectionEnd];
  } catch {
    return null;
  }
}

/** Run `change`, then give the focus back to the control with the same `data-focus` if the change took it away. */
export function keepingFocus(root, change) {
  const focused = root.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.dataset?.focus;
  const selection = focused && selectionOf(focused);
  change();
  if (!key || root.contains(document.activeElement)) return;
  const heir = root.querySelector(`[data-focus="${CSS.escape(key)}"]`);
  heir?.focus({ preventScroll: true });
  if (heir && selection) heir.setSelectionRange?.(...selection);
}

/**
 * Make the children of `parent` equal to `items`, touching only what differs.
 * An item is `{key, signature, build}`; a child whose signature is unchanged stays the same node.
 */
export function reconcile(parent, items) {
  keepingFocus(parent, () => {
    const wanted = new Set(items.map((item) => item.key));
    const present = new Map();
    for (const child of [...parent.children]) {
      if (wanted.has(child.dataset.key)) present.set(child.dataset.key, child);
      else child.remove();
    }
    let cursor = parent.firstElementChild;
    for (const item of items) {
      let node = present.get(item.key);
      if (!node || signatures.get(node) !== item.signature) {
        const built = item.build();
        built.dataset.key = item.key;
        signatures.set(built, item.signature);
        if (cursor === node && node) cursor = built;
        node?.replaceWith(built);
        node = built;
      }
      if (node === cursor) cursor = cursor.nextElementSibling;
      else parent.insertBefore(node, cursor);
    }
  });
}

/** Let the arrow keys, Home and End walk through the elements of `root` that match, one of which can be tabbed to. */
export function rove(root, selector) {
  const stops = () => [...root.querySelectorAll(selector)];
  const settle = (chosen) => stops().forEach((stop) => (stop.tabIndex = stop === chosen ? 0 : -1));
  root.addEventListener("keydown", (event) => {
    const all = stops();
    const at = all.indexOf(event.target);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || next === undefined || !all[next]) return;
    event.preventDefault();
    settle(all[next]);
    all[next].focus();
  });
  return settle;
}
