// What the full ICU of Node makes of some dates, numbers and names: the tests' other opinion.

const DATES = ["2020-09-11", "2016-04-01", "2023-12-31", "2024-02-29", "2026-01-05", "2022-11-24"];
const INTERVALS = [
  ["2024-05-06", "2024-05-10"],
  ["2024-04-26", "2024-05-10"],
  ["2023-12-26", "2024-01-02"],
];
const NUMBERS = [0, 59, 999, 1234, 12345, 1234567];

/** Names that put the letters of each language beside those they are told apart from. */
const NAMES = {
  en: ["zebra", "Apple", "banana", "UN", "UN-Habitat", "Åland", "Türkiye", "Turin", "World Health", "2040"],
  tr: ["çay", "cam", "ılık", "ince", "şeker", "su", "öz", "oz", "ümit", "ulus", "zaman", "ğ", "gaz", "Qazaq", "WHO"],
  az: ["Cəfər", "Çay", "Elçin", "Əhməd", "Halva", "Xalq", "Kənd", "Qala", "İl", "Işıq", "Zal", "Yol"],
  kk: ["әлем", "алма", "бала", "қала", "кала", "ңан", "наурыз", "ұлт", "уақыт", "үй", "іс", "ыдыс", "һа", "WHO"],
  ky: ["алма", "өлкө", "окуу", "үй", "уюм", "ңа", "наан", "ырыс", "эл", "юрта", "яр", "WHO"],
  uz: ["oʻzbek", "olma", "zamon", "gʻalaba", "gul", "shahar", "salom", "choy", "daraxt", "yil", "bino"],
  tk: ["ähli", "alma", "ejiz", "çäý", "daş", "žurnal", "jan", "ňa", "nan", "öý", "ot", "şäher", "saz", "ýol", "yz"],
  hu: ["csak", "cukor", "cél", "álom", "alma", "gyár", "golyó", "ősz", "olaj", "öt", "szép", "sok", "zsír", "zab"],
};

export function golden(lang, dateTag) {
  const format = (options) => new Intl.DateTimeFormat(dateTag, { ...options, timeZone: "UTC" });
  const day = format({ day: "numeric", month: "long", year: "numeric" });
  const month = format({ month: "long", year: "numeric" });
  const year = format({ year: "numeric" });
  const number = new Intl.NumberFormat(lang);
  const table = {};
  for (const iso of DATES) {
    const at = new Date(iso);
    table[iso] = day.format(at);
    table[iso.slice(0, 7)] = month.format(at);
    table[iso.slice(0, 4)] = year.format(at);
  }
  for (const [start, end] of INTERVALS) {
    const both = (length) => `${start.slice(0, length)}/${end.slice(0, length)}`;
    const range = (by) => by.formatRange(new Date(start), new Date(end));
    table[both(10)] = range(day);
    if (start.slice(0, 7) !== end.slice(0, 7)) table[both(7)] = range(month);
    if (start.slice(0, 4) !== end.slice(0, 4)) table[both(4)] = range(year);
  }
  return {
    dates: table,
    numbers: Object.fromEntries(NUMBERS.map((n) => [n, number.format(n)])),
    sorted: [...NAMES[lang]].sort(new Intl.Collator(lang).compare),
  };
}
