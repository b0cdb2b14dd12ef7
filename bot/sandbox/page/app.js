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
  let route = readRoute();
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

  function loadState() {
    return load("state", () => get("state", { as: route.as }), (answer) => {
      app.state = answer;
      app.names = directory(answer);
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

  function loadPlace() {
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
      if (app.state) await Promise.all([loadState(), loadPlace()]);
      else {
        await loadState();
        await loadPlace();
      }
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

  function openHome() {
    return act("home");
  }

  /** Move to another person (`as`), place or thread; what is not named stays. */
  function go(changes) {
    const stays = changes.place === undefined && changes.as === undefined;
    const next = { as: app.me, place: app.place, thread: stays ? route.thread : null, ...changes };
    location.hash = writeRoute(next);
  }

  async function followHash() {
    const before = { me: app.me, place: app.place };
    route = readRoute();
    const newcomer = route.as && route.as !== app.state?.me;
    if (newcomer && !(await say(() => loadState().then(() => true)))) route.as = before.me;
    emit("route");
    if (app.place === "home" && (before.place !== "home" || before.me !== app.me)) await openHome();
    await say(loadPlace);
    if (app.channel?.unread) await say(loadState);
  }

  function heard(topics) {
    topics.forEach((topic) => news.add(topic));
    waiting ??= setTimeout(() => {
      const heardNow = news;
      news = new Set();
      waiting = null;
      void say(() => Promise.all([
        heardNow.has(`channel:${app.place}`) && Promise.all([loadMessages(), loadThread()]),
        heardNow.has("home") && app.place === "home" && loadHome(),
        loadState(),
      ]));
    }, 40);
  }

  function follow(person) {
    if (listeningAs === person) return;
    stopListening();
    listeningAs = person;
    stopListening = listen(person, {
      changed: heard,
      reconnected: refresh,
      connected: (yes) => { app.connected = yes; emit("connection"); },
    });
  }

  async function arrive() {
    await refresh();
    if (!app.state && route.as) {
      route = { as: null, place: null, thread: null };
      await refresh();
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
    window.addEventListener("hashchange", followHash);
    const before = { me: app.me, place: app.place };
    await followHash();
    if (app.place === "home" && before.place === "home" && before.me === app.me) await openHome();
  }

  return app;
}

function placeFor(state, wanted) {
  if (wanted === "home") return wanted;
  const channels = state?.channels ?? [];
  const found = channels.find((channel) => channel.id === wanted);
  return (found ?? channels.find((channel) => !channel.is_im) ?? channels[0])?.id ?? "home";
}
