// Which UN M49 region lies in which, and which country in which sub-region, as Rust tables.

import { territoryContainment, version } from "./cldr.js";

/** Codes that CLDR places but ISO 3166-1 does not assign. */
const NOT_ISO = new Set(["AC", "CP", "CQ", "DG", "EA", "IC", "TA", "XK"]);

export function containmentRust(regions) {
  const containment = territoryContainment();
  const children = (code) =>
    [code, `${code}-status-grouping`].flatMap((key) => containment[key]?._contains ?? []);
  const leaves = (code) => {
    const inner = children(code).filter((child) => regions.includes(child));
    return inner.length === 0 ? [code] : inner.flatMap(leaves);
  };
  const isInside = (inner, outer) =>
    inner !== outer && leaves(inner).every((leaf) => leaves(outer).includes(leaf));
  /** The smallest region that contains the code: 011 lies in 202, and 202 in 002. */
  const parent = (code) => {
    const outer = regions.filter((region) => isInside(code, region));
    return outer.find((region) => !outer.some((other) => isInside(other, region)));
  };
  const countries = regions
    .filter((code) => leaves(code)[0] === code)
    .flatMap((region) => children(region).map((country) => [country, region]))
    .filter(([country]) => /^[A-Z]{2}$/.test(country) && !NOT_ISO.has(country))
    .sort();
  const rust = (code) => (code === undefined ? "None" : `Some("${code}")`);
  return `//! Written by \`generators/locale\` from CLDR ${version()}; do not edit.

/// Every region used, in the order in which a person is shown them, with the region it lies in.
pub(super) const REGIONS: &[(&str, Option<&str>)] = &[
${regions.map((code) => `    ("${code}", ${rust(parent(code))}),`).join("\n")}
];

/// The sub-region of every country, by ISO 3166-1 alpha-2, sorted.
#[rustfmt::skip]
pub(super) const COUNTRIES: &[(&str, &str)] = &[
${lines(countries.map(([country, region]) => `("${country}", "${region}"),`))}
];
`;
}

function lines(items) {
  const rows = [];
  for (let idx = 0; idx < items.length; idx += 6) rows.push(`    ${items.slice(idx, idx + 6).join(" ")}`);
  return rows.join("\n");
}
