/** The list of places: the app, the channels, and the people one has written with. */

import { confirmation } from "./dialogs.js";
import { h, reconcile, rove } from "./dom.js";
import { icon } from "./icons.js";

function row(app, { place, name, face, unread, testid, archived }) {
  const current = app.place === place;
  const count = current ? 0 : unread ?? 0;
  const signature = JSON.stringify([name, current, count, archived, app.me]);
  const build = () => h("li", {}, h("button", {
    type: "button", class: `place${count ? " unread" : ""}${archived ? " faded" : ""}`, "data-testid": testid, "data-focus": `place/${place}`,
    "aria-current": current ? "page" : null, tabindex: current ? 0 : -1, onclick: () => { app.go({ place }); document.body.classList.remove("drawer"); },
  }, icon(face), h("span", { class: "place-name" }, name),
  count > 0 && h("span", { class: "count" }, String(count), h("span", { class: "visually-hidden" }, " unread"))));
  return { key: place, signature, build };
}

function rows(app) {
  const { channels } = app.state;
  const isBot = (channel) => Boolean(app.names.user(channel.user)?.is_bot);
  const direct = channels.filter((channel) => channel.is_im);
  const bot = direct.find(isBot);
  return {
    app: [
      row(app, { place: "home", name: "Home", face: "home", testid: "home-tab" }),
      bot && row(app, { place: bot.id, name: "Messages", face: "mail", unread: bot.unread, testid: "dm-bot" }),
    ].filter(Boolean),
    channels: channels.filter((channel) => !channel.is_im).map((channel) => row(app, { place: channel.id, name: channel.name, unread: channel.unread,
      face: channel.is_private ? "lock" : "hash", testid: `channel-${channel.name}`, archived: channel.is_archived })),
    people: direct.filter((channel) => !isBot(channel)).map((channel) => row(app, { place: channel.id, name: app.names.channelName(channel.id),
      unread: channel.unread, face: "person", testid: `dm-${channel.user}` })),
  };
}

async function startAgain(app) {
  const sure = await confirmation({ title: "Start the school again?", style: "danger", yes: "Start again", no: "Keep going",
    text: "Everything that was said and decided here is forgotten, and the clock goes back to the first day." });
  if (!sure) return;
  const answer = await app.act("reset");
  if (answer) {
    app.go({ thread: null });
    app.toast.note("The school starts again, on its first day.");
  }
}

/** Keep the list of places in step with what the person may see. */
export function mountSidebar(app, panel) {
  const groups = { app: h("ul"), channels: h("ul"), people: h("ul") };
  const botName = h("h2", {}, "App");
  const peopleTitle = h("h2", {}, "Direct messages");
  panel.append(
    h("div", { class: "places" }, botName, groups.app, h("h2", {}, "Channels"), groups.channels, peopleTitle, groups.people),
    h("footer", { class: "sidebar-foot" },
      h("button", { type: "button", class: "plain-button", "data-testid": "reset", "data-focus": "reset", onclick: () => void startAgain(app) }, icon("restart"), "Start the school again"),
      h("p", {}, "This is a sandbox: nothing leaves this computer.")));
  const settle = rove(panel.querySelector(".places"), ".place");

  function draw() {
    if (!app.state) return;
    botName.textContent = app.names.bot?.name ?? "App";
    const found = rows(app);
    for (const [name, list] of Object.entries(groups)) reconcile(list, found[name]);
    peopleTitle.hidden = found.people.length === 0;
    settle(panel.querySelector(".place[aria-current]") ?? panel.querySelector(".place"));
    const unread = app.state.channels.reduce((sum, channel) => sum + (channel.id === app.place ? 0 : channel.unread ?? 0), 0);
    document.title = `${unread ? `(${unread}) ` : ""}${app.state.workspace.name}`;
  }

  app.on("state", draw);
  app.on("route", draw);
}
