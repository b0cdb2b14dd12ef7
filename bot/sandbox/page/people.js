/** Choosing whom to act as. */

import { avatar } from "./avatar.js";
import { described } from "./directory.js";
import { createDialog } from "./dialogs.js";
import { freshId, h } from "./dom.js";
import { icon } from "./icons.js";
import { listOf, matches } from "./listbox.js";

function tourPeople(app) {
  const ids = new Set((app.state.tour?.steps ?? []).map((step) => step.as));
  return app.names.people.filter((user) => ids.has(user.id));
}

/** Keep the button that says who is acting in step, and let it choose another person. */
export function mountPeople(app, button) {
  const dialog = createDialog({ testid: "people", kind: "people", dismissed: () => dialog.close() });
  const field = h("input", { type: "search", id: freshId("people"), role: "combobox", "aria-expanded": "true", autocomplete: "off",
    placeholder: "Search by name, title or team", "data-testid": "person-search" });
  const list = listOf(field, { label: "People", pick: become, testid: "person-list" });
  const none = h("p", { class: "empty-line", role: "status" });
  const quick = h("div", { class: "quick-people", role: "group", "aria-label": "People in the tour" });
  dialog.title.append("Act as…");
  dialog.body.append(h("p", { class: "hint" }, "You are whoever you choose: you see what they see, and what you do is theirs."), quick,
    h("label", { class: "visually-hidden", for: field.id }, "Search people"), field, none, list.node);

  function become(item) {
    dialog.close();
    app.go({ as: item.id, thread: null });
  }

  function search() {
    const found = app.names.people.filter((user) => matches(field.value, `${user.name} ${described(user)}`));
    list.show(found.map((user) => ({ id: user.id, label: user.name, detail: described(user), chosen: user.id === app.me, face: avatar(user) })), field.value ? 0 : -1);
    none.textContent = found.length ? "" : "Nobody by that name here.";
  }

  function open() {
    field.value = "";
    quick.replaceChildren(...tourPeople(app).map((user) => h("button", { type: "button", class: "quick-person", onclick: () => become(user), "data-testid": `quick-${user.id}` },
      avatar(user), h("span", {}, user.name, h("small", {}, user.title)))));
    search();
    dialog.open();
    field.focus();
  }

  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) list.move(step);
    else if (event.key === "Enter" && list.active) become(list.active);
    else return;
    event.preventDefault();
  });
  button.addEventListener("click", () => { if (app.state) open(); });

  function draw() {
    const user = app.names?.user(app.me);
    if (!user || button.dataset.person === user.id) return;
    button.dataset.person = user.id;
    button.setAttribute("aria-label", `Acting as ${user.name}, ${described(user)}. Act as someone else`);
    button.replaceChildren(avatar(user), h("span", { class: "person-words" }, h("span", {}, user.name), h("small", {}, user.title || user.team)),
      icon("down"));
  }

  app.on("state", draw);
}
