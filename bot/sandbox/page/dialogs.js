/** Dialogs: the browser keeps the focus inside and the page behind still. */

import { freshId, h } from "./dom.js";
import { icon } from "./icons.js";

/** Return a closed dialog `{node, body, foot, title, open, close}`; `dismissed` is called for Escape and the close button. */
export function createDialog({ testid, kind = "", dismissed }) {
  const title = h("h2", { id: freshId("dialog-title"), tabindex: -1 });
  const body = h("div", { class: "dialog-body" });
  const foot = h("div", { class: "dialog-foot" });
  const shut = h("button", { type: "button", class: "icon-button", "aria-label": "Close", onclick: () => dismissed() }, icon("close"));
  const form = h("form", { class: "dialog-form", novalidate: true, onsubmit: (event) => event.preventDefault() },
    h("header", { class: "dialog-head" }, title, shut), body, foot);
  const node = h("dialog", { class: `dialog ${kind}`, "data-testid": testid, "aria-labelledby": title.id }, form);
  let opener = null;
  node.addEventListener("cancel", (event) => {
    event.preventDefault();
    dismissed();
  });
  return {
    node, body, foot, title, form,
    get isOpen() { return node.open; },
    open() {
      if (node.open) return;
      opener = document.activeElement;
      document.body.append(node);
      node.showModal();
    },
    close() {
      if (!node.open) return;
      node.close();
      document.body.append(...node.querySelectorAll(".toasts"));
      node.remove();
      giveBack(opener);
    },
  };
}

function giveBack(opener) {
  const key = opener?.dataset?.focus;
  const heir = opener?.isConnected ? opener : key && document.querySelector(`[data-focus="${CSS.escape(key)}"]`);
  (heir || document.querySelector("[data-testid=composer]") || document.getElementById("conversation"))?.focus();
}

/** Ask a yes-or-no question and return whether the answer was yes. `style` "danger" warns by its colour. */
export function confirmation({ title, text, yes, no, style }) {
  return new Promise((answer) => {
    const decide = (agreed) => {
      dialog.close();
      answer(agreed);
    };
    const dialog = createDialog({ testid: "confirm", kind: "small", dismissed: () => decide(false) });
    dialog.title.append(title);
    dialog.body.append(h("div", { class: "text" }, text));
    const agree = h("button", { type: "button", class: `button ${style === "danger" ? "danger" : "primary"}`, "data-testid": "confirm-yes", onclick: () => decide(true) }, yes);
    const refuse = h("button", { type: "button", class: "button", "data-testid": "confirm-no", onclick: () => decide(false) }, no);
    dialog.foot.append(refuse, agree);
    dialog.open();
    refuse.focus();
  });
}
