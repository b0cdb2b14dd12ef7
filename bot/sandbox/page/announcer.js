/** Saying new messages to a screen reader, once, politely. */

import { h } from "./dom.js";
import { mrkdwn } from "./text.js";

const KEPT = 20;

/** Say what arrives in the conversation that is open, but not what was there when it was opened. */
export function mountAnnouncer(app, log) {
  let place = null;
  let heard = new Set();

  app.on("messages", () => {
    const { me, place: channel, list } = app.messages;
    const here = `${me}/${channel}`;
    const fresh = place === here ? list.filter((message) => !heard.has(message.ts) && message.user !== me) : [];
    place = here;
    heard = new Set(list.map((message) => message.ts));
    for (const message of fresh) {
      const only = message.ephemeral ? " (only visible to you)" : "";
      log.append(h("p", {}, `${message.name}${only}: `, mrkdwn(message.text ?? "", app.names)));
    }
    while (log.children.length > KEPT) log.firstElementChild.remove();
  });
}
