/** The school's clock: what it shows, and moving it. */

import { createDialog } from "./dialogs.js";
import { freshId, h } from "./dom.js";
import { addMinutes, fullMoment, momentPieces, soonMoment, wallTime } from "./times.js";

const MORNING = "07:45";

function quickPicks(now) {
  const tomorrow = addMinutes(`${now.slice(0, 10)}T${MORNING}`, now.slice(11) < MORNING ? 0 : 1440);
  const weekday = new Date(`${tomorrow}Z`).getUTCDay();
  const monday = addMinutes(tomorrow, 1440 * ((8 - weekday) % 7));
  return [
    ["In one hour", addMinutes(now, 60)],
    ["Next morning, 7:45", tomorrow],
    monday !== tomorrow && ["Monday morning, 7:45", monday],
    ["In one week", addMinutes(now, 7 * 1440)],
  ].filter(Boolean);
}

function happenings(count) {
  if (!count) return "Nothing happened on the way.";
  return count === 1 ? "One thing happened." : `${count} things happened.`;
}

/** Keep the clock in step, and let people move it. */
export function mountClock(app, panel) {
  const now = h("p", { class: "clock-now", "data-testid": "clock-now" });
  const nextWords = h("span", { class: "clock-what" });
  const nextTime = h("span", { class: "clock-when" });
  const next = h("button", { type: "button", class: "button clock-next", "data-testid": "clock-next", onclick: () => void move("next") },
    h("span", { class: "clock-lead" }, "Next:"), nextWords, nextTime);
  const goTo = h("button", { type: "button", class: "button clock-goto", "data-testid": "clock-goto", "aria-haspopup": "dialog", onclick: choose }, "Go to…");
  const progress = h("div", { class: "clock-progress", role: "progressbar", "aria-label": "Moving the clock", hidden: true });
  panel.append(now, next, goTo, progress);
  let moving = false;

  const dialog = createDialog({ testid: "clock-dialog", kind: "small", dismissed: () => dialog.close() });
  const date = h("input", { type: "date", id: freshId("date"), "data-testid": "clock-date", required: true });
  const time = h("input", { type: "time", id: freshId("time"), "data-testid": "clock-time", required: true });
  const wrong = h("p", { class: "field-error", role: "alert" });
  const picks = h("div", { class: "quick-times", role: "group", "aria-label": "Quick choices" });
  const submit = h("button", { type: "submit", class: "button primary", "data-testid": "clock-go" }, "Go");
  dialog.title.append("Go to…");
  dialog.body.append(h("p", { class: "hint" }, "The clock stands still until you move it. Everything due on the way happens."), picks,
    h("div", { class: "date-and-time" }, h("div", { class: "field" }, h("label", { class: "field-label", for: date.id }, "Day"), date),
      h("div", { class: "field" }, h("label", { class: "field-label", for: time.id }, "Time"), time)), wrong);
  dialog.foot.append(submit);
  dialog.form.addEventListener("submit", () => {
    if (!date.value || !time.value) wrong.textContent = "Please choose a day and a time.";
    else goToMoment(`${date.value}T${time.value}`);
  });

  const nowWall = () => wallTime(app.state.clock.now, app.state.workspace.zone);

  function goToMoment(wall) {
    if (wall <= nowWall()) {
      wrong.textContent = "The clock only goes forward. Please choose a later moment, or start the school again.";
      return;
    }
    dialog.close();
    void move(wall);
  }

  function choose() {
    const at = nowWall();
    const options = quickPicks(at);
    [date.value, time.value] = options[1][1].split("T");
    wrong.textContent = "";
    picks.replaceChildren(...options.map(([label, wall]) => h("button", { type: "button", class: "button", onclick: () => goToMoment(wall) }, label)));
    dialog.open();
    date.focus();
  }

  async function move(to) {
    if (moving || !app.state) return;
    show(true);
    const answer = await app.act("clock", { to });
    show(false);
    if (answer) app.toast.note(`It is now ${fullMoment(answer.now, app.state.workspace.zone)}. ${happenings(answer.happened)}`);
  }

  function show(busy) {
    moving = busy;
    progress.hidden = !busy;
    panel.setAttribute("aria-busy", String(busy));
    draw();
  }

  function draw() {
    if (!app.state) return;
    const { clock, workspace } = app.state;
    now.replaceChildren(...momentPieces(clock.now, workspace.zone).map((piece) => h("span", {}, piece)));
    nextWords.textContent = clock.next ? `${clock.next.what}, ` : "nothing is planned";
    nextTime.textContent = clock.next ? soonMoment(clock.next.at, clock.now, workspace.zone) : "";
    const label = clock.next ? `Next: ${clock.next.what}, ${nextTime.textContent}` : "Next: nothing is planned";
    next.setAttribute("aria-label", label);
    next.title = clock.next ? `Move the clock to ${clock.next.what}, ${fullMoment(clock.next.at, workspace.zone)}` : "";
    next.setAttribute("aria-disabled", String(moving || !clock.next));
    goTo.setAttribute("aria-disabled", String(moving));
  }

  next.addEventListener("click", (event) => {
    if (!app.state?.clock.next) event.stopImmediatePropagation();
  }, true);
  app.on("state", draw);
}
