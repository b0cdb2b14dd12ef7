/** Modals: the topmost view of the acting person, with what they have typed so far. */

import { blockItems } from "./blocks.js";
import { createDialog } from "./dialogs.js";
import { h, reconcile } from "./dom.js";
import { compare } from "./teams.js";
import { words } from "./text.js";

const FILLABLE = "input:not([type=hidden]), select, textarea";

function stateOf(blocks, read) {
  const values = {};
  for (const block of blocks) {
    const pieces = block.type === "input" ? [block.element] : [...(block.elements ?? []), block.accessory];
    for (const piece of pieces.filter((one) => one?.action_id)) {
      const state = read(block, piece);
      if (state) values[block.block_id] = { ...values[block.block_id], [piece.action_id]: state };
    }
  }
  return values;
}

/** Keep the modal in step with the views the server holds open for the acting person. */
export function mountModal(app) {
  const drafts = new Map();
  const fields = new Map();
  const box = h("div", { class: "blocks" });
  const note = h("p", { class: "visually-hidden", role: "status" });
  const trouble = h("p", { class: "field-error" });
  const dialog = createDialog({ testid: "modal", kind: "modal", dismissed: () => void close() });
  const cancel = h("button", { type: "button", class: "button", "data-testid": "modal-close", onclick: () => void close() });
  const submit = h("button", { type: "submit", class: "button primary", "data-testid": "modal-submit" });
  const beside = h("button", { type: "button", class: "plain-button as-teams", "data-testid": "modal-as-teams", onclick: () => showBeside() }, "Show as Teams");
  dialog.body.append(box, trouble, note);
  dialog.title.after(beside);
  dialog.foot.append(cancel, submit);
  dialog.form.addEventListener("submit", () => void send());
  let shown = null;
  let shownErrors = "";
  let marks = 0;
  let closing = null;

  const top = () => app.state?.views?.at(-1) ?? null;
  const key = (block, piece) => `${block.block_id}/${piece.action_id}`;
  const draftOf = (id) => drafts.get(id) ?? drafts.set(id, new Map()).get(id);

  function contextOf({ id, view }) {
    const read = (block, piece) => draftOf(id).get(key(block, piece)) ?? view.state?.values?.[block.block_id]?.[piece.action_id];
    const current = () => stateOf(top()?.view.blocks ?? [], (block, piece) => fields.get(block.block_id)?.read() ?? read(block, piece));
    const where = (block, piece) => ({ view_id: id, block_id: block.block_id, action_id: piece.action_id });
    return {
      names: app.names, fields, recall: read,
      keep: (block, piece, state) => draftOf(id).set(key(block, piece), state),
      press: (block, piece, state) => app.act("press", { ...where(block, piece), ...state, values: current() }),
      suggest: (block, piece, query) => app.ask("suggest", { ...where(block, piece), value: query }),
    };
  }

  function inputs() {
    return (top()?.view.blocks ?? []).filter((block) => block.type === "input" && fields.has(block.block_id));
  }

  function mark(errors) {
    marks += 1;
    let first = null;
    for (const block of inputs()) {
      const field = fields.get(block.block_id);
      field.mark(errors[block.block_id]);
      if (errors[block.block_id]) first ??= field;
    }
    first?.focus();
    return first !== null;
  }

  function complaints() {
    const found = inputs().map((block) => [block.block_id, fields.get(block.block_id).complaint()]);
    return Object.fromEntries(found.filter(([, sentence]) => sentence));
  }

  async function send() {
    const { id, view } = top() ?? {};
    if (!id || !view.submit || submit.getAttribute("aria-disabled") === "true" || mark(complaints())) return;
    const values = stateOf(inputs(), (block) => fields.get(block.block_id).read());
    const marksBefore = marks;
    busy(true);
    const answer = await app.act(`views/${encodeURIComponent(id)}/submit`, { values });
    busy(false);
    if (answer?.errors && marks === marksBefore && top()?.id === id) mark(answer.errors);
  }

  function busy(now) {
    submit.setAttribute("aria-disabled", String(now));
    dialog.node.setAttribute("aria-busy", String(now));
    note.textContent = now ? "Sending…" : "";
  }

  function showBeside() {
    const { view } = top();
    const asked = { verb: view.callback_id, title: words(view.title), blocks: view.blocks ?? [] };
    compare(app, { asked, context: { names: app.names, fields: new Map(), recall: () => undefined, keep: () => {} }, inert: true });
  }

  async function close() {
    const current = top();
    if (!current) dialog.close();
    if (!current || closing === current.id) return;
    closing = current.id;
    await app.act(`views/${encodeURIComponent(current.id)}/close`);
    closing = null;
  }

  function focusFirst() {
    (box.querySelector(FILLABLE) ?? dialog.title).focus();
  }

  function draw() {
    const current = top();
    const open = new Set((app.state?.views ?? []).map((one) => one.id));
    [...drafts.keys()].filter((id) => !open.has(id)).forEach((id) => drafts.delete(id));
    if (!current) {
      shown = null;
      dialog.close();
      return;
    }
    const { id, view, errors } = current;
    trouble.textContent = current.trouble ?? "";
    const another = shown !== `${app.me}/${id}`;
    if (another) {
      fields.clear();
      box.replaceChildren();
    }
    dialog.title.textContent = words(view.title);
    submit.hidden = !view.submit;
    submit.textContent = words(view.submit);
    cancel.textContent = words(view.close) || (view.submit ? "Cancel" : "Close");
    reconcile(box, blockItems(view.blocks ?? [], contextOf(current)));
    dialog.open();
    if (another) {
      dialog.body.scrollTop = 0;
      busy(false);
      focusFirst();
    }
    shown = `${app.me}/${id}`;
    const said = JSON.stringify([id, errors ?? {}]);
    if (said !== shownErrors && Object.keys(errors ?? {}).length) mark(errors);
    shownErrors = said;
  }

  app.on("state", draw);
}
