//! The domain: partnerships, their vocabulary, the data set, search, links and languages.
