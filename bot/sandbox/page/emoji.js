/** The emoji that can be written by name. */

const EMOJI = {
  "+1": "👍", "-1": "👎", thumbsup: "👍", thumbsdown: "👎", wave: "👋", clap: "👏", raised_hands: "🙌", raising_hand: "🙋",
  pray: "🙏", muscle: "💪", eyes: "👀", tada: "🎉", sparkles: "✨", star: "⭐", heart: "❤️", fire: "🔥", bulb: "💡", bell: "🔔",
  no_bell: "🔕", white_check_mark: "✅", heavy_check_mark: "✔️", ballot_box_with_check: "☑️", x: "❌", warning: "⚠️",
  no_entry: "⛔", question: "❓", exclamation: "❗", information_source: "ℹ️", lock: "🔒", unlock: "🔓", key: "🔑",
  calendar: "📅", date: "📅", spiral_calendar_pad: "🗓️", alarm_clock: "⏰", hourglass: "⌛", hourglass_flowing_sand: "⏳",
  stopwatch: "⏱️", clock3: "🕒", memo: "📝", pencil: "📝", pencil2: "✏️", clipboard: "📋", pushpin: "📌", round_pushpin: "📍",
  paperclip: "📎", link: "🔗", books: "📚", book: "📖", notebook: "📓", bookmark: "🔖", school: "🏫", mortar_board: "🎓",
  bar_chart: "📊", chart_with_upwards_trend: "📈", chart_with_downwards_trend: "📉", mag: "🔍", speech_balloon: "💬",
  thought_balloon: "💭", loudspeaker: "📢", mega: "📣", inbox_tray: "📥", outbox_tray: "📤", envelope: "✉️", gear: "⚙️",
  hammer_and_wrench: "🛠️", seedling: "🌱", herb: "🌿", footprints: "👣", walking: "🚶", house: "🏠", door: "🚪", compass: "🧭",
  dart: "🎯", trophy: "🏆", handshake: "🤝", people_holding_hands: "🧑‍🤝‍🧑", busts_in_silhouette: "👥", bust_in_silhouette: "👤",
  arrow_right: "➡️", arrow_left: "⬅️", arrow_up: "⬆️", arrow_down: "⬇️", arrows_counterclockwise: "🔄", repeat: "🔁",
  large_green_circle: "🟢", large_yellow_circle: "🟡", large_orange_circle: "🟠", red_circle: "🔴", large_blue_circle: "🔵",
  white_circle: "⚪", black_circle: "⚫", green_heart: "💚", smile: "😄", slightly_smiling_face: "🙂", thinking_face: "🤔",
  one: "1️⃣", two: "2️⃣", three: "3️⃣", four: "4️⃣", five: "5️⃣", coffee: "☕", apple: "🍎", sunny: "☀️", snowflake: "❄️", zzz: "💤",
};

/** Return the emoji of that name, or `:name:` as it was written when there is none. */
export function emoji(name) {
  return EMOJI[name] ?? `:${name}:`;
}
