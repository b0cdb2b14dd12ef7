/** What the page knows, where it is, and the one way to change either. */

import { Problem, get, listen, post } from "./api.js";
import { directory } from "./directory.js";

const RETRY_MS = 3000;

function readRoute() {
  const hash = new URLSearchParams(location.hash.slice(1));
  return { as: hash.get("as"), place: hash.get("in"), thread: hash.get("thread") };
}

function writeRoute({ as, place, thread }) {
  const given = Object.entries({ as, in: place, thread }).filter(([, value]) => value);
  return `#${new URLSearchParams(given)}`;
}

/** Return the page's state: what was last heard from the server, and functions that ask it for more. */
export function createApp({ toast }) {
  const listeners = new Map();
  const latest = new Map();
  let wanted = readRoute();
  let route = wanted;
  let askedAs = null;
  let loadedFor = "";
  let stopListening = () => {};
  let listeningAs = null;
  let waiting = null;
  let news = new Set();

  const app = {
    toast, state: null, names: null, messages: null, thread: null, home: null, beside: false,
    get me() { return app.state?.me ?? route.as; },
    get place() { return placeFor(app.state, route.place); },
    get channel() { return app.names?.channel(app.place) ?? null; },
    get threadTs() { return app.place === "home" ? null : route.thread; },
    on(topic, listener) { listeners.set(topic, [...(listeners.get(topic) ?? []), listener]); },
    go, act, ask, start, redraw: () => ["messages", "thread", "home"].forEach(emit),
  };

  function emit(topic) {
    for (const listener of listeners.get(topic) ?? []) listener();
  }

  /** Ask, and keep what is answered. Whoever was overtaken by a later question waits for that one's answer. */
  function load(kind, question, keep) {
    const turn = answered().catch((problem) => overtaken() ?? Promise.reject(problem));
    latest.set(kind, turn);
    return turn;

    function overtaken() {
      return latest.get(kind) === turn ? null : latest.get(kind);
    }

    async function answered() {
      const answer = await question();
      if (overtaken()) return overtaken();
      keep(answer);
      emit(kind);
    }
  }

  /** Ask for everything but the place, as whoever the page is to become: it becomes them with the answer. */
  function loadState() {
    askedAs = wanted.as;
    return load("state", () => get("state", { as: wanted.as }), (answer) => {
      app.state = answer;
      app.names = directory(answer);
      askedAs = wanted.as = answer.me;
      route = wanted;
      follow(answer.me);
    });
  }

  function loadMessages() {
    const { me, place } = app;
    if (!app.channel) return Promise.resolve();
    return load("messages", () => get(`channels/${encodeURIComponent(place)}/messages`, { as: me }), (answer) => {
      app.messages = { me, place, list: answer.messages };
    });
  }

  function loadThread() {
    const { me, place, threadTs } = app;
    if (!threadTs || !app.channel) {
      app.thread = null;
      emit("thread");
      return Promise.resolve();
    }
    const question = () => get(`channels/${encodeURIComponent(place)}/messages`, { as: me, thread_ts: threadTs });
    return load("thread", question, (answer) => {
      app.thread = { me, place, ts: threadTs, list: answer.messages };
    });
  }

  function loadHome() {
    const { me } = app;
    return load("home", () => get("home", { as: me }), (answer) => {
      app.home = { me, view: answer.view };
    });
  }

  function onShow() {
    return JSON.stringify([app.me, app.place, app.threadTs]);
  }

  function loadPlace() {
    loadedFor = onShow();
    return app.place === "home" ? loadHome() : Promise.all([loadMessages(), loadThread()]);
  }

  async function say(work) {
    try {
      return await work();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      toast.alert(problem.message);
      return null;
    }
  }

  /** Ask for everything on show again; a failure is said in a toast. */
  function refresh() {
    return say(async () => {
      await loadState();
      await loadPlace();
    });
  }

  /** Do something as the acting person and show what follows. Returns the answer, or null when it was refused (and said so). */
  async function act(path, body = {}) {
    const answer = await say(() => post(path, { as: app.me, ...body }));
    if (answer) await refresh();
    return answer;
  }

  /** Ask something that changes nothing, and return the answer, or null when there is none. */
  async function ask(path, body) {
    try {
      return await post(path, { as: app.me, ...body });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      return null;
    }
  }

  /**
   * Move to another person (`as`), place or thread; what is not named stays. A place is on show at once, a person as soon
   * as it is known what they see. Resolves when all of it is there.
   */
  function go(changes) {
    const stays = changes.place === undefined && changes.as === undefined;
    const next = writeRoute({ as: wanted.as, place: app.place, thread: stays ? route.thread : null, ...changes });
    if (next !== location.hash) history.pushState(null, "", next);
    return followHash();
  }

  /** Go where the address says. While it is asked what somebody else sees, the page stays where it is, whole. */
  async function followHash(before = { me: app.me, place: app.place }) {
    const here = readRoute();
    wanted = here;
    const known = here.as === route.as && here.as === askedAs;
    const became = known || (await say(() => loadState().then(() => true)));
    if (wanted !== here) return;
    if (!became) stayWhoever(here);
    route = here;
    emit("route");
    if (app.place === "home" && (before.place !== "home" || before.me !== app.me)) await act("home");
    await say(loadPlace);
    if (app.channel?.unread) await say(loadState);
  }

  function stayWhoever(here) {
    askedAs = here.as = app.me;
    history.replaceState(null, "", writeRoute(here));
  }

  function heard(topics) {
    topics.forEach((topic) => news.add(topic));
    waiting ??= setTimeout(() => {
      const heardNow = news;
      news = new Set();
      waiting = null;
      void say(async () => {
        await loadState();
        const what = app.place === "home" ? "home" : `channel:${app.place}`;
        if (loadedFor !== onShow() || heardNow.has(what) || heardNow.has("everything")) await loadPlace();
      });
    }, 40);
  }

  function follow(person) {
    if (listeningAs === person) return;
    stopListening();
    listeningAs = person;
    stopListening = listen(person, {
      changed: heard,
      opened: refresh,
      connected: (yes) => { app.connected = yes; emit("connection"); },
    });
  }

  async function arrive() {
    await say(loadState);
    if (!app.state && wanted.as) {
      wanted = { as: null, place: null, thread: null };
      await say(loadState);
    }
    if (app.state) return;
    app.connected = false;
    emit("connection");
    await new Promise((wait) => setTimeout(wait, RETRY_MS));
    await arrive();
  }

  /** Show the page, trying until the server answers. */
  async function start() {
    await arrive();
    window.addEventListener("hashchange", () => void followHash());
    await followHash({});
  }

  return app;
}

function placeFor(state, wanted) {
  if (wanted === "home") return wanted;
  const channels = state?.channels ?? [];
  const found = channels.find((channel) => channel.id === wanted);
  return (found ?? channels.find((channel) => !channel.is_im) ?? channels[0])?.id ?? "home";
}
