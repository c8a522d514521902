//! A problem of a data file: where it is, what stands there, and what to do.

use std::fmt::Write as _;

use crate::domain::messages::Messages;

/// One problem of a data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The id of the record it is in, where it is in one that has an id.
    pub record: Option<String>,
    /// Where, such as `partnerships[3].milestones[0].date`; empty for the whole file.
    pub path: String,
    /// What stands there, shortened; empty when nothing does.
    pub value: String,
    pub kind: ProblemKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    NotJson { line: usize, column: usize },
    WrongType { expected: &'static str },
    Missing,
    Empty,
    UnknownField { known: String },
    UnknownCode { known: String },
    DuplicateId,
    DuplicateValue,
    BadId,
    ImpossibleDate,
    OffTheGlobe { limit: u16 },
    BadAddress,
    Dangling { list: &'static str },
    MissingSource,
    WorldwideNotAlone,
    CountedNeeds { field: &'static str },
    OnlyForCounted,
    NotNewestFirst,
}

impl ProblemKind {
    /// The key of the sentence that says what is wrong and what to do.
    pub fn message_key(&self) -> &'static str {
        match self {
            Self::NotJson { .. } => "problem.not-json",
            Self::WrongType { .. } => "problem.wrong-type",
            Self::Missing => "problem.missing",
            Self::Empty => "problem.empty",
            Self::UnknownField { .. } => "problem.unknown-field",
            Self::UnknownCode { .. } => "problem.unknown-code",
            Self::DuplicateId => "problem.duplicate-id",
            Self::DuplicateValue => "problem.duplicate-value",
            Self::BadId => "problem.bad-id",
            Self::ImpossibleDate => "problem.impossible-date",
            Self::OffTheGlobe { .. } => "problem.off-the-globe",
            Self::BadAddress => "problem.bad-address",
            Self::Dangling { .. } => "problem.dangling",
            Self::MissingSource => "problem.missing-source",
            Self::WorldwideNotAlone => "problem.worldwide-not-alone",
            Self::CountedNeeds { .. } => "problem.counted-needs",
            Self::OnlyForCounted => "problem.only-for-counted",
            Self::NotNewestFirst => "problem.not-newest-first",
        }
    }

    /// Every message key, for the test that no catalogue lacks one.
    pub const MESSAGE_KEYS: &'static [&'static str] = &[
        "problem.not-json",
        "problem.wrong-type",
        "problem.missing",
        "problem.empty",
        "problem.unknown-field",
        "problem.unknown-code",
        "problem.duplicate-id",
        "problem.duplicate-value",
        "problem.bad-id",
        "problem.impossible-date",
        "problem.off-the-globe",
        "problem.bad-address",
        "problem.dangling",
        "problem.missing-source",
        "problem.worldwide-not-alone",
        "problem.counted-needs",
        "problem.only-for-counted",
        "problem.not-newest-first",
    ];

    /// What is wrong and what to do, as a sentence in the reader's language.
    pub fn sentence(&self, words: &Messages) -> String {
        let args = self.message_args();
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        words.format(self.message_key(), &args)
    }

    /// The values that the sentence names.
    fn message_args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotJson { line, column } => {
                vec![("line", line.to_string()), ("column", column.to_string())]
            }
            Self::WrongType { expected } => vec![("expected", (*expected).to_owned())],
            Self::UnknownField { known } | Self::UnknownCode { known } => vec![("known", known.clone())],
            Self::OffTheGlobe { limit } => vec![("limit", limit.to_string())],
            Self::Dangling { list } => vec![("list", (*list).to_owned())],
            Self::CountedNeeds { field } => vec![("field", (*field).to_owned())],
            _ => Vec::new(),
        }
    }
}

impl Problem {
    pub(crate) fn of_file(kind: ProblemKind) -> Self {
        Self { record: None, path: String::new(), value: String::new(), kind }
    }

    /// Where it is, in one line: the path, and the record's id where there is one.
    pub fn place(&self) -> String {
        let mut place = self.path.clone();
        if let Some(record) = &self.record {
            // Writing to a string cannot fail.
            let _ok = write!(place, " ({record})");
        }
        place
    }
}
