/** Saying moments in the school's own zone. */

const formats = new Map();

function parts(moment, zone, options) {
  const name = zone + JSON.stringify(options);
  if (!formats.has(name)) formats.set(name, new Intl.DateTimeFormat("en-US", { timeZone: zone, ...options }));
  const found = {};
  for (const { type, value } of formats.get(name).formatToParts(new Date(moment))) found[type] ??= value;
  return found;
}

const DAY = { weekday: "short", day: "numeric", month: "short", year: "numeric" };
const LONG_DAY = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
const TIME = { hour: "numeric", minute: "2-digit", timeZoneName: "short" };

/** "7:45 AM" */
export function timeOf(moment, zone) {
  const { hour, minute, dayPeriod } = parts(moment, zone, TIME);
  return `${hour}:${minute} ${dayPeriod}`;
}

/** Return the pieces of `fullMoment`, for a place where not all of them fit: "Tue 20 Oct", " 2026", ", 7:45 AM", " MDT". */
export function momentPieces(moment, zone) {
  const { weekday, day, month, year } = parts(moment, zone, DAY);
  return [`${weekday} ${day} ${month}`, ` ${year}`, ", ", timeOf(moment, zone), ` ${parts(moment, zone, TIME).timeZoneName}`];
}

/** "Tue 20 Oct 2026, 7:45 AM MDT" */
export function fullMoment(moment, zone) {
  return momentPieces(moment, zone).join("");
}

/** "Tue 7:45 AM", with the date when it is a week or more after `now`. */
export function soonMoment(moment, now, zone) {
  const { weekday, day, month } = parts(moment, zone, DAY);
  const far = new Date(moment) - new Date(now) > 6 * 86400e3;
  return `${weekday}${far ? ` ${day} ${month}` : ""} ${timeOf(moment, zone)}`;
}

/** "2026-10-20T07:45": the moment as the school's wall clock shows it. */
export function wallTime(moment, zone) {
  const digits = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const { year, month, day, hour, minute } = parts(moment, zone, digits);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** "2026-10-20" */
export function dayKey(moment, zone) {
  return wallTime(moment, zone).slice(0, 10);
}

/** "Today", "Yesterday" or "Tuesday, 20 October 2026". */
export function dayName(moment, now, zone) {
  const day = dayKey(moment, zone);
  if (day === dayKey(now, zone)) return "Today";
  if (addMinutes(`${day}T00:00`, 1440).slice(0, 10) === dayKey(now, zone)) return "Yesterday";
  const { weekday, day: number, month, year } = parts(moment, zone, LONG_DAY);
  return `${weekday}, ${number} ${month} ${year}`;
}

/** Return a wall time so many minutes later, as if no clock ever changed. */
export function addMinutes(wall, minutes) {
  return new Date(Date.parse(`${wall}Z`) + minutes * 60e3).toISOString().slice(0, 16);
}

/** Return the seconds since 1970 at which the school's wall clock shows `wall` (the first time, when it does so twice). */
export function epochOf(wall, zone) {
  const wanted = Date.parse(`${wall}Z`);
  const shift = (guess) => Date.parse(`${wallTime(guess, zone)}Z`) - guess;
  const earlier = wanted - shift(wanted - 86400e3);
  const later = wanted - shift(wanted + 86400e3);
  const found = [earlier, later].filter((guess) => wallTime(guess, zone) === wall);
  return Math.floor((found.length ? Math.min(...found) : earlier) / 1000);
}

/** Fill in a date pattern such as "{date_short} at {time}" for a moment in seconds since 1970. */
export function dateFormatted(seconds, pattern, zone) {
  const moment = seconds * 1000;
  const long = parts(moment, zone, LONG_DAY);
  const short = parts(moment, zone, DAY);
  const plain = `${long.month} ${long.day}, ${long.year}`;
  const words = {
    date_num: dayKey(moment, zone), date: plain, date_pretty: plain,
    date_short: `${short.month} ${short.day}, ${short.year}`, date_short_pretty: `${short.month} ${short.day}, ${short.year}`,
    date_long: `${long.weekday}, ${plain}`, date_long_pretty: `${long.weekday}, ${plain}`,
    date_full: `${long.weekday}, ${plain}`, day_divider_pretty: `${long.weekday}, ${plain}`,
    time: timeOf(moment, zone), time_secs: timeOf(moment, zone), ago: `${short.month} ${short.day}`,
  };
  return pattern.replace(/\{(\w+)\}/g, (whole, word) => words[word] ?? whole);
}
