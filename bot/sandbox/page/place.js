/** The middle of the page: a conversation with its composer, or the bot's Home tab. */

import { blockItems, looseContext } from "./blocks.js";
import { channelMenu } from "./channel.js";
import { createComposer } from "./composer.js";
import { described } from "./directory.js";
import { h, keepingFocus, reconcile } from "./dom.js";
import { icon } from "./icons.js";
import { messageList } from "./messages.js";
import { AT_HOME, besideSwitch, teamsLook } from "./teams.js";

function about(channel, app) {
  if (channel.is_im) {
    const user = app.names.user(channel.user);
    return user?.is_bot ? "Messages between you and the app" : described(user ?? {});
  }
  const outside = channel.is_shared ? " (and to another organization)" : "";
  return (channel.is_private ? "Private: only its members see it" : "Open to everyone at the school") + outside;
}

function heading(app) {
  const { channel, names } = app;
  if (app.place === "home") return [h("h1", { id: "place-title" }, names.bot?.name ?? "App"), h("p", {}, "What the app shows only to you")];
  const face = channel.is_im ? null : icon(channel.is_private ? "lock" : "hash");
  return [h("h1", { id: "place-title" }, face, names.channelName(channel.id)), h("p", {}, about(channel, app))];
}

function tabs(app) {
  const direct = app.state.channels.find((channel) => channel.is_im && app.names.user(channel.user)?.is_bot);
  if (!direct || ![direct.id, "home"].includes(app.place)) return null;
  const tab = (place, label) => h("button", { type: "button", "data-focus": `tab/${place}`, "aria-current": app.place === place ? "page" : null,
    onclick: () => app.go({ place }) }, label);
  return h("div", { class: "tabs", role: "group", "aria-label": "Parts of the app" }, tab("home", "Home"), tab(direct.id, "Messages"));
}

function emptyWords(app) {
  const { channel, names } = app;
  if (!channel.is_im) return `Nothing here yet. This is the very beginning of #${channel.name}.`;
  return `Nothing here yet. Messages between you and ${names.channelName(channel.id)} appear here.`;
}

/** Keep the middle of the page in step with where the person is. Returns its composer. */
export function mountPlace(app, { head, body, foot }) {
  const list = messageList(app, { label: "Messages" });
  const empty = h("p", { class: "empty", hidden: true });
  const home = h("div", { class: "home scroller", "data-testid": "home", hidden: true });
  const archived = h("p", { class: "archived", hidden: true }, "This channel is archived: it can be read, not written to.");
  const menu = channelMenu(app);
  const beside = besideSwitch(app, () => app.redraw());
  const composer = createComposer(app, { testid: "composer", draftKey: () => `${app.me}/${app.place}`, where: () => ({ channel: app.place }) });
  body.append(list.node, empty, home);
  foot.append(composer.node, archived);

  function drawFrame() {
    if (!app.state) return;
    const atHome = app.place === "home";
    head.replaceChildren(...[h("div", { class: "place-words" }, heading(app)), tabs(app), beside, app.channel && !app.channel.is_im && menu].filter(Boolean));
    home.hidden = !atHome;
    list.node.hidden = atHome;
    const closed = Boolean(app.channel?.is_archived);
    composer.node.hidden = atHome || closed;
    archived.hidden = !closed;
    if (atHome) {
      empty.hidden = true;
      return;
    }
    const name = app.channel.is_im ? app.names.channelName(app.place) : `#${app.channel.name}`;
    list.list.setAttribute("aria-label", `Messages in ${name}`);
    composer.follow(`Message ${name}`);
  }

  function drawMessages() {
    const known = app.messages;
    if (app.place === "home" || !known || known.place !== app.place || known.me !== app.me) {
      list.show(null, [], null);
      empty.hidden = true;
      return;
    }
    const shown = known.list.filter((message) => !message.thread_ts || message.thread_ts === message.ts);
    list.show(`${known.me}/${known.place}`, shown, known.place);
    empty.hidden = shown.length > 0;
    empty.textContent = shown.length ? "" : emptyWords(app);
  }

  function drawHome() {
    const known = app.home;
    if (app.place !== "home" || !known || known.me !== app.me) {
      home.replaceChildren();
      return;
    }
    const blocks = known.view?.blocks ?? [];
    if (!blocks.length) {
      home.replaceChildren(h("p", { class: "empty" }, "Nothing here yet. The app has not drawn its Home tab."));
      return;
    }
    const box = home.querySelector(".blocks") ?? h("div", { class: "blocks" });
    const looks = app.beside ? h("div", { class: "both" }, box, teamsLook(app, { blocks }, AT_HOME)) : box;
    if (app.beside || box.parentNode !== home) keepingFocus(home, () => home.replaceChildren(looks));
    reconcile(box, blockItems(blocks, looseContext(app, { view_id: known.view.id })));
  }

  app.on("state", () => { drawFrame(); drawMessages(); });
  app.on("route", () => { drawFrame(); drawMessages(); drawHome(); });
  app.on("messages", drawMessages);
  app.on("home", drawHome);
  return composer;
}
