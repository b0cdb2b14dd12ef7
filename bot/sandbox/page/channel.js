/** What can be done to a channel, as its members can in Slack: so that one sees what the app makes of it. */

import { createDialog } from "./dialogs.js";
import { freshId, h } from "./dom.js";
import { menuButton } from "./menu.js";

function newName(app, channel) {
  const dialog = createDialog({ testid: "rename-channel", kind: "small", dismissed: () => dialog.close() });
  const id = freshId("channel-name");
  const field = h("input", { id, type: "text", value: channel.name, maxlength: 80, autocomplete: "off", "data-testid": "channel-name" });
  const save = async () => {
    if (await app.act(`channels/${encodeURIComponent(channel.id)}`, { what: "rename", name: field.value })) dialog.close();
  };
  dialog.title.append("Rename the channel");
  dialog.body.append(h("div", { class: "control" }, h("label", { for: id }, "New name"), field));
  dialog.foot.append(h("button", { type: "button", class: "button primary", "data-testid": "rename-save", onclick: () => void save() }, "Rename"));
  dialog.form.addEventListener("submit", () => void save());
  dialog.open();
  field.select();
}

function items(app) {
  const { channel } = app;
  const does = (what, label, detail) => ({ label, detail, testid: `channel-${what}`,
    run: () => void app.act(`channels/${encodeURIComponent(channel.id)}`, { what }) });
  const name = app.names.bot?.name ?? "the app";
  return [
    channel.is_archived ? does("unarchive", "Unarchive", "Open it again") : does("archive", "Archive", "Nobody can write here any more"),
    { label: "Rename…", detail: "It stays the same channel", testid: "channel-rename", run: () => newName(app, channel) },
    channel.has_bot ? does("remove_app", `Remove ${name}`, "It cannot post here then") : does("add_app", `Invite ${name}`, "Like /invite"),
    channel.is_shared ? does("unshare", "Stop sharing it", "Only the school reads it again") : does("share", "Share it outside", "Another organization reads along"),
  ];
}

/** Return the button that opens a channel's menu. */
export function channelMenu(app) {
  return menuButton({ class: "icon-button channel-menu", "data-testid": "channel-menu", "data-focus": "channel-menu" }, "more", "Channel actions", () => items(app));
}
