/** The thread beside a conversation. */

import { createComposer } from "./composer.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { messageList } from "./messages.js";

/** Keep the thread panel in step with the thread that is open, if any. */
export function mountThread(app, panel) {
  const list = messageList(app, { label: "Messages in this thread", inThread: true });
  const where = h("p", {});
  const close = h("button", { type: "button", class: "icon-button", "aria-label": "Close the thread", "data-testid": "thread-close", onclick: shut }, icon("close"));
  const composer = createComposer(app, { testid: "thread-composer", inThread: true,
    draftKey: () => `${app.me}/${app.place}/${app.threadTs}`, where: () => ({ channel: app.place, thread_ts: app.threadTs }) });
  panel.append(h("header", { class: "panel-head" }, h("div", {}, h("h2", {}, "Thread"), where), close), list.node, composer.node);
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) shut();
  });
  let open = null;

  function shut() {
    const from = document.querySelector(`[data-focus="replies/${CSS.escape(app.threadTs ?? "")}"]`);
    app.go({ thread: null });
    (from ?? document.querySelector("[data-testid=composer]"))?.focus();
  }

  function draw() {
    const ts = app.threadTs;
    panel.hidden = !ts || !app.channel;
    document.body.classList.toggle("has-thread", !panel.hidden);
    if (panel.hidden) {
      open = null;
      list.show(null, [], null);
      return;
    }
    where.textContent = app.channel.is_im ? app.names.channelName(app.place) : `#${app.channel.name}`;
    composer.follow("Reply in this thread");
    const known = app.thread;
    const here = `${app.me}/${app.place}/${ts}`;
    if (known && here === `${known.me}/${known.place}/${known.ts}`) list.show(here, known.list, known.place);
    else list.show(null, [], null);
    if (open !== here) composer.field.focus();
    open = here;
  }

  app.on("route", draw);
  app.on("thread", draw);
  app.on("state", draw);
}
