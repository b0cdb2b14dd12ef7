/** What the bot says, as Microsoft Teams would show it: beside every message, or beside one of them. */

import { avatar } from "./avatar.js";
import { blockItems } from "./blocks.js";
import { createDialog } from "./dialogs.js";
import { h, reconcile } from "./dom.js";
import { icon } from "./icons.js";
import { teamsCard } from "./teams-card.js";

const KEPT = 300;
const NOT_KNOWN = "How this would look on Teams is not known: the bot did not say it since the sandbox was started.";
const ONLY_A_LOOK = "This is only how it would look on Teams. Press the button in the Slack look.";

/** Where Teams shows what Slack shows to one person alone. */
export const ALONE = "On Teams this comes in the person's own chat with the bot.";
/** Where Teams shows Home. */
export const AT_HOME = "On Teams this comes in the person's own chat with the bot, for the word “home”.";

const answers = new Map();

function answerOf(app, asked) {
  const key = JSON.stringify(asked);
  if (!answers.has(key)) {
    if (answers.size > KEPT) answers.clear();
    answers.set(key, app.ask("teams", asked).then((answer) => {
      if (!answer) answers.delete(key);
      return answer;
    }));
  }
  return answers.get(key);
}

function message(app, { summary, card }) {
  const bot = app.names.bot ?? { name: "App", is_bot: true };
  return [
    h("div", { class: "teams-head" }, avatar(bot), h("span", { class: "teams-author" }, bot.name)),
    teamsCard(card, () => app.toast.note(ONLY_A_LOOK)),
    h("p", { class: "teams-summary" }, "In notifications: ", summary),
  ];
}

function dialog(app, { title, card }) {
  return h("div", { class: "teams-dialog" }, h("p", { class: "teams-title" }, title), teamsCard(card, () => app.toast.note(ONLY_A_LOOK)));
}

/** Return what Teams would show for `asked`, a box that fills itself as soon as that is known; `where` says where Teams shows it. */
export function teamsLook(app, asked, where = "") {
  const box = h("div", { class: "teams", role: "group", "aria-label": "On Teams", "aria-busy": "true", "data-testid": "teams-look" });
  void answerOf(app, asked).then((answer) => {
    box.removeAttribute("aria-busy");
    if (where) box.append(h("p", { class: "teams-where" }, where));
    if (answer?.dialog) box.append(dialog(app, answer.dialog));
    else if (answer?.pages) box.append(...answer.pages.flatMap((page) => message(app, page)));
    else box.append(h("p", { class: "empty-line" }, NOT_KNOWN));
  });
  return box;
}

function slackLook(blocks, context) {
  const box = h("div", { class: "blocks" });
  reconcile(box, blockItems(blocks, context));
  return box;
}

/** Show something as Slack and as Teams show it, next to each other. `inert`: the Slack look is only a copy. */
export function compare(app, { asked, context, where, inert = false }) {
  const shown = createDialog({ testid: "compare", kind: "compare", dismissed: () => shown.close() });
  shown.title.append("On Slack and on Teams");
  shown.body.append(h("div", { class: "both" },
    h("section", { class: "look", "aria-label": "On Slack" }, h("h3", {}, "Slack"), h("div", { inert }, slackLook(asked.blocks, context))),
    h("section", { class: "look", "aria-label": "On Teams" }, h("h3", {}, "Teams"), teamsLook(app, asked, where))));
  shown.open();
  shown.title.focus();
}

/** Return the switch that shows every message as Teams would, too; `changed` draws them anew. */
export function besideSwitch(app, changed) {
  const button = h("button", { type: "button", class: "plain-button beside-switch", "data-testid": "beside", "data-focus": "beside",
    "aria-pressed": "false", onclick: () => {
      app.beside = !app.beside;
      button.setAttribute("aria-pressed", String(app.beside));
      changed();
    } }, icon("beside"), h("span", {}, "Show as Teams, too"));
  return button;
}
