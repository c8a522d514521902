// Turns CLDR's date patterns into templates such as `{day} {month} {year}`.

import { gregorian } from "./cldr.js";

/** The templates of a language, for one date and for intervals, by what the two ends have in common. */
export function dateTables(tag) {
  const calendar = gregorian(tag);
  const formats = calendar.dateTimeFormats.availableFormats;
  const intervals = calendar.dateTimeFormats.intervalFormats;
  return {
    months: Object.values(calendar.months.format.wide),
    date: {
      day: template(calendar.dateFormats.long),
      month: template(formats.yMMMM),
      year: template(formats.y),
    },
    interval: {
      days_of_month: template(long(intervals.yMMMd.d)),
      days_of_year: template(long(intervals.yMMMd.M)),
      days: template(long(intervals.yMMMd.y)),
      months_of_year: template(intervals.yMMMM.M),
      months: template(intervals.yMMMM.y),
      years: template(intervals.y.y),
      mixed: "{start} – {end}",
    },
  };
}

const FIELD = { d: "day", M: "month", y: "year" };

function template(pattern) {
  const seen = new Set();
  const text = pattern.replace(/'([^']*)'|([dMy])\2*/g, (_, literal, letter) => {
    if (literal !== undefined) return literal;
    const field = (seen.has(letter) ? "end_" : "") + FIELD[letter];
    seen.add(letter);
    return `{${field}}`;
  });
  // Fonts know the ordinary no-break space better than the narrow one.
  return evenDashes(text.replaceAll("\u202f", "\u00a0"));
}

/** ICU writes an interval with the full month by the pattern for the short one. */
const long = (pattern) => pattern.replace(/MMM+/g, "MMMM");

/**
 * CLDR spaces its dashes in several ways. Ours are closed where they join the one field that differs
 * ("6–10 May", "April–May 2024"), and have ordinary spaces where a side is more than one word
 * ("26 April – 10 May").
 */
function evenDashes(text) {
  const [left, right] = text.split(/\s*–\s*|\s+-\s+/);
  if (right === undefined) return text;
  const field = left.match(/\{(day|month|year)\}$/)?.[1];
  const isClosed = right.startsWith(`{end_${field}}`) && right.split("{end_").length === 2;
  return left + (isClosed ? "–" : " – ") + right;
}
