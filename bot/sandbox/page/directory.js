/** Who and what the ids in a message stand for, as the acting person may know it. */

const TONES = 8;

/** Return the people, channels and zone of a state answer, ready to be looked up by id. */
export function directory(state) {
  const users = new Map(state.users.map((user) => [user.id, user]));
  const channels = new Map(state.channels.map((channel) => [channel.id, channel]));
  const bot = state.users.find((user) => user.is_bot);
  return {
    me: state.me,
    zone: state.workspace.zone,
    now: state.clock.now,
    bot,
    people: state.users.filter((user) => !user.is_bot),
    channels: state.channels,
    user: (id) => users.get(id),
    channel: (id) => channels.get(id),
    userName: (id) => users.get(id)?.name ?? "someone",
    channelName: (id) => placeName(channels.get(id), users),
  };
}

function placeName(channel, users) {
  if (!channel) return "a private channel";
  if (!channel.is_im) return channel.name;
  return users.get(channel.user)?.name ?? channel.name ?? "a direct message";
}

/** Return the one or two letters that stand for a person. */
export function initials(name) {
  const words = (name ?? "").match(/[\p{L}\p{N}]+/gu) ?? ["?"];
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return picked.map((word) => [...word][0].toUpperCase()).join("");
}

/** Return a number that is always the same for one person, for the colour of their square. */
export function tone(id) {
  let sum = 0;
  for (const letter of id ?? "") sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  return sum % TONES;
}

/** Return "Grade 3 lead · Grade 3" for a person, leaving out what is not known or says the same. */
export function described(user) {
  const { title, team } = user;
  return [title, team && !(title ?? "").includes(team) ? team : null].filter(Boolean).join(" · ");
}
