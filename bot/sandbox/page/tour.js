/** The guided tour: what to try next. It sets things up and leaves the doing to the person. */

import { confirmation } from "./dialogs.js";
import { h, keepingFocus } from "./dom.js";
import { icon } from "./icons.js";

const MEMORY = "sandbox-tour";
const NARROW = window.matchMedia("(max-width: 760px)");

function remembered() {
  try {
    return sessionStorage.getItem(MEMORY) !== "closed";
  } catch {
    return true;
  }
}

function remember(open) {
  try {
    sessionStorage.setItem(MEMORY, open ? "open" : "closed");
  } catch {
    /* A browser that keeps nothing still shows the tour. */
  }
}

/** Return the id of the place a step names: an id, "home", "bot", or a channel's name. */
function placeOf(where, state, names) {
  if (!where || where === "home") return where || null;
  const plain = where.replace(/^#/, "");
  const direct = (channel) => channel.is_im && names.user(channel.user)?.is_bot;
  const isBot = ["bot", "dm", "im"].includes(plain);
  return state.channels.find((channel) => channel.id === where || (isBot ? direct(channel) : channel.name === plain))?.id ?? null;
}

function placeWords(where, names) {
  if (!where || where === "clock") return "";
  if (where === "home") return " on the Home tab";
  if (["bot", "dm", "im"].includes(where)) return " in the app's messages";
  const channel = names.channel(where);
  if (channel?.is_im) return " in the app's messages";
  return ` in #${channel?.name ?? where.replace(/^#/, "")}`;
}

/** Keep the tour's panel in step; `composer` is where a step's words are put, never sent. */
export function mountTour(app, { panel, toggle, composer }) {
  let open = remembered();
  let looking = null;
  let doneBefore = null;
  let last = null;

  async function setUp(step) {
    if (NARROW.matches) open = false;
    if (step.as && step.as !== app.me) await app.go({ as: step.as, thread: null });
    if (step.as && step.as !== app.me) return;
    draw();
    if (step.where === "clock") {
      document.querySelector("[data-testid=clock-next]")?.focus();
      return;
    }
    const place = placeOf(step.where, app.state, app.names);
    if (place && (place !== app.place || app.threadTs)) void app.go({ place, thread: null });
    if (step.type && app.place !== "home") composer.write(step.type);
    else if (app.place !== "home") composer.field.focus();
    else document.getElementById("conversation").focus();
  }

  function detail(step, names) {
    const person = names.user(step.as);
    const who = person ? `As ${person.name}${placeWords(step.where, names)}` : "";
    return h("div", { class: "tour-step" }, h("h3", {}, step.title), h("p", {}, step.text), who && h("p", { class: "hint" }, who),
      step.type && h("p", { class: "tour-type" }, h("code", {}, step.type)),
      h("button", { type: "button", class: "button primary", "data-testid": "tour-do", "data-focus": `tour-do`, onclick: () => void setUp(step) },
        step.type ? "Put it in the composer" : "Take me there"));
  }

  function stepRow(step, index, shown, names) {
    const face = h("span", { class: "tour-mark", "aria-hidden": "true" }, step.done ? icon("check") : String(index + 1));
    const title = h("button", { type: "button", class: "tour-title", "aria-expanded": String(step === shown), "data-focus": `tour/${step.id}`,
      onclick: () => { looking = looking === step.id ? null : step.id; draw(); } },
    face, h("span", {}, step.title), step.done && h("span", { class: "visually-hidden" }, " (done)"));
    return h("li", { class: `${step.done ? "done" : ""}${step === shown ? " current" : ""}` }, step === shown ? detail(step, names) : title);
  }

  function draw() {
    const { state, names } = app;
    if (!state) return;
    const { steps, title } = state.tour;
    const done = steps.filter((step) => step.done);
    const doneNow = done.map((step) => step.id).join();
    if (doneNow !== doneBefore) {
      looking = null;
      last = doneBefore === null ? null : done.filter((step) => !doneBefore.split(",").includes(step.id)).at(-1);
      doneBefore = doneNow;
    }
    const next = steps.find((step) => !step.done);
    const shown = steps.find((step) => step.id === looking) ?? next;
    toggle.hidden = steps.length === 0;
    toggle.replaceChildren(`Tour ${done.length}/${steps.length}`);
    toggle.setAttribute("aria-expanded", String(open));
    panel.hidden = !open || steps.length === 0;
    const { skip } = state.tour;
    const leave = skip && h("div", { class: "tour-leave" }, h("p", { class: "hint" }, "In a hurry, or done with the setup? A school that has been at work for a while is ready; the rest of the tour needs it."), h("button", { type: "button", class: "plain-button", "data-testid": "tour-skip", "data-focus": "tour-skip", onclick: () => void skipAhead(skip) }, skip));
    const rest = steps.filter((step) => step !== shown);
    const row = (step) => stepRow(step, steps.indexOf(step), shown, names);
    keepingFocus(panel, () => panel.replaceChildren(
      h("header", { class: "panel-head" }, h("div", {}, h("h2", {}, "Try this next"), h("p", {}, `${title} · ${done.length} of ${steps.length} done`)),
        h("button", { type: "button", class: "icon-button", "aria-label": "Fold the tour away", "data-testid": "tour-close", onclick: () => fold(false) }, icon("close"))),
      h("div", { class: "tour-body" }, last && h("p", { class: "tour-last" }, icon("check"), `Done: ${last.title}`), shown ? h("ol", { class: "tour-now" }, row(shown)) : h("p", { class: "tour-end" }, "You have lived the whole thread. Go on as you like, or start the school again."), leave,
        h("details", { class: "tour-all", open: app.tourAll }, h("summary", { "data-focus": "tour-all" }, "All steps"), h("ol", {}, rest.map(row))))));
    panel.querySelector("details")?.addEventListener("toggle", (event) => { app.tourAll = event.target.open; });
  }

  async function skipAhead(label) {
    const sure = await confirmation({ title: `${label}?`, yes: "Use it", no: "Keep going",
      text: "A whole sample school takes the place of this one: 41 people, teams, meetings and first visits. What you set up here is forgotten." });
    if (sure && await app.act("skip")) window.location.replace(window.location.pathname);
  }

  function fold(now) {
    open = now;
    remember(open);
    draw();
    (open ? panel.querySelector("[data-testid=tour-do]") : toggle)?.focus();
  }

  toggle.addEventListener("click", () => fold(!open));
  app.on("state", draw);
  app.on("route", draw);
}
