/** Talking to the sandbox's server. */

const RETRY_MS = 1500;

/** What the server, or the lack of one, had to say: `message` is a sentence for a person. */
export class Problem extends Error {}

async function answerOf(response) {
  let body;
  try {
    body = await response.json();
  } catch {
    body = {};
  }
  if (response.ok && body.ok !== false) return body;
  throw new Problem(body.message || `The sandbox could not do that (${body.error || response.status}).`);
}

async function send(address, options) {
  let response;
  try {
    response = await fetch(address, options);
  } catch {
    throw new Problem("The sandbox did not answer. Is it still running in the terminal?");
  }
  return answerOf(response);
}

function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return given.length ? `?${new URLSearchParams(given)}` : "";
}

/** Return what the server answers to a question. */
export function get(path, parameters = {}) {
  return send(`/sandbox/${path}${query(parameters)}`, { headers: { accept: "application/json" } });
}

/** Ask the server to do something and return its answer. */
export function post(path, body = {}) {
  return send(`/sandbox/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  });
}

/**
 * Listen for changes on behalf of one person until the returned function is called.
 * Reconnects by itself; `opened` is told each time that it hears from now on, and may have missed what was before.
 */
export function listen(person, { changed, opened, connected }) {
  const address = new URL(`/sandbox/stream${query({ as: person })}`, location.href);
  address.protocol = address.protocol.replace("http", "ws");
  let socket;
  let timer;
  let stopped = false;
  const open = () => {
    let hears = false;
    socket = new WebSocket(address);
    // A browser complains of what is closed before it is open.
    socket.onopen = () => { if (stopped) socket.close(); };
    socket.onmessage = (event) => {
      if (stopped) return;
      if (hears) {
        changed(JSON.parse(event.data).changed);
        return;
      }
      hears = true;
      connected(true);
      opened();
    };
    socket.onclose = () => {
      if (stopped) return;
      connected(false);
      timer = setTimeout(open, RETRY_MS);
    };
  };
  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    if (socket.readyState === WebSocket.OPEN) socket.close();
  };
}
