/** Puts the page together and starts it. */

import { mountAnnouncer } from "./announcer.js";
import { createApp } from "./app.js";
import { mountClock } from "./clock.js";
import { mountDrawer } from "./drawer.js";
import { mountModal } from "./modal.js";
import { mountPeople } from "./people.js";
import { mountPlace } from "./place.js";
import { mountSidebar } from "./sidebar.js";
import { mountThread } from "./thread.js";
import { createToast } from "./toast.js";
import { mountTour } from "./tour.js";

const part = (id) => document.getElementById(id);

const app = createApp({ toast: createToast(part("toasts")) });
mountPeople(app, part("person-switcher"));
mountClock(app, part("clock"));
mountSidebar(app, part("sidebar"));
mountDrawer({ button: part("drawer-open"), sidebar: part("sidebar"), scrim: part("scrim") });
const composer = mountPlace(app, { head: part("place-head"), body: part("place-body"), foot: part("place-foot") });
mountThread(app, part("thread"));
mountTour(app, { panel: part("tour"), toggle: part("tour-toggle"), composer });
mountModal(app);
mountAnnouncer(app, part("announcements"));

part("skip").addEventListener("click", (event) => {
  event.preventDefault();
  part("conversation").focus();
});
app.on("connection", () => { part("offline").hidden = app.connected; });
app.on("state", () => { part("workspace").textContent = app.state.workspace.name; });
void app.start();
