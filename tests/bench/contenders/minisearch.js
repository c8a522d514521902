// MiniSearch, given the words that the catalogue makes of a text: it is spared the folding, and finds the same.

import MiniSearch from "minisearch";

export function build(records) {
  const engine = new MiniSearch({
    fields: ["words"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term || null,
  });
  engine.addAll(records);
  return engine;
}

/** As many edits as the catalogue forgives. */
const edits = (term) => (term.length < 5 ? 0 : term.length < 9 ? 1 : 2);

/** The indices of the hits; `words` is a list of lists of spellings. */
export function asker(engine) {
  return (words, isFuzzy) => {
    const queries = words.map((spellings) => ({ combineWith: "OR", queries: spellings }));
    const found = engine.search({ combineWith: "AND", queries }, { prefix: true, fuzzy: isFuzzy && edits });
    return found.map(({ id }) => id);
  };
}
