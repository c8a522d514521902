//! A cursor over JSON that knows where it is and reports what it cannot read.

use serde_json::{Map, Value};

use super::host::host_of;
use super::problem::{Problem, ProblemKind};
use crate::domain::edtf::EdtfDate;
use crate::domain::text::Text;
use crate::domain::vocabulary::{Lang, Vocabulary};

/// How much of a wrong value a problem quotes, in characters.
const QUOTED_CHARS: usize = 80;

/// Collects the problems of a file.
#[derive(Debug, Default)]
pub(crate) struct Checker {
    problems: Vec<Problem>,
    record: Option<String>,
    n_before_record: usize,
}

impl Checker {
    pub(crate) fn enter_record(&mut self, id: Option<&str>) {
        self.record = id.map(str::to_owned);
        self.n_before_record = self.problems.len();
    }

    pub(crate) fn leave_record(&mut self) {
        self.record = None;
    }

    /// Whether the record that was entered last has had no problem so far.
    pub(crate) fn record_is_good(&self) -> bool {
        self.problems.len() == self.n_before_record
    }

    pub(crate) fn report(&mut self, node: &Node<'_, '_>, kind: ProblemKind) {
        let value = match node.value {
            Value::Object(_) | Value::Array(_) => String::new(),
            Value::String(text) => text.chars().take(QUOTED_CHARS).collect(),
            other => other.to_string(),
        };
        self.problems.push(Problem { record: self.record.clone(), path: node.at.to_string(), value, kind });
    }

    fn report_at(&mut self, at: &At<'_>, kind: ProblemKind) {
        let path = at.to_string();
        self.problems.push(Problem { record: self.record.clone(), path, value: String::new(), kind });
    }

    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }
}

/// A place in the file, as a chain back to its root: it is spelled out only when there is a problem.
#[derive(Debug, Clone, Copy)]
struct At<'p> {
    parent: Option<&'p Self>,
    step: Step<'p>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'p> {
    Root,
    Field(&'p str),
    Index(usize),
}

impl std::fmt::Display for At<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(parent) = self.parent {
            write!(f, "{parent}")?;
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Field(name) if self.parent.is_some_and(|parent| parent.parent.is_some()) => {
                write!(f, ".{name}")
            }
            Step::Field(name) => f.write_str(name),
            Step::Index(idx) => write!(f, "[{idx}]"),
        }
    }
}

/// A value of the file and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node<'p, 'v> {
    value: &'v Value,
    at: At<'p>,
}

/// An object of the file and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Object<'p, 'v> {
    fields: &'v Map<String, Value>,
    at: At<'p>,
}

impl<'v> Node<'_, 'v> {
    pub(crate) fn root(value: &'v Value) -> Self {
        Self { value, at: At { parent: None, step: Step::Root } }
    }

    pub(crate) fn value(&self) -> &'v Value {
        self.value
    }

    /// The object here; reports another type and every field that is not `known`.
    pub(crate) fn object<'s>(&'s self, checker: &mut Checker, known: &[&str]) -> Option<Object<'s, 'v>> {
        let Value::Object(fields) = self.value else {
            checker.report(self, ProblemKind::WrongType { expected: "object" });
            return None;
        };
        let object = Object { fields, at: self.at };
        for name in fields.keys().filter(|name| !known.contains(&name.as_str())) {
            let at = At { parent: Some(&self.at), step: Step::Field(name) };
            checker.report_at(&at, ProblemKind::UnknownField { known: known.join(", ") });
        }
        Some(object)
    }

    /// Calls `each` for every item of the list here; reports another type.
    pub(crate) fn for_each(&self, checker: &mut Checker, mut each: impl FnMut(&Node<'_, 'v>, &mut Checker)) {
        if !self.value.is_array() {
            checker.report(self, ProblemKind::WrongType { expected: "list" });
        }
        for node in self.items() {
            each(&node, checker);
        }
    }

    /// The items of the list here, none if there is no list. Reports nothing.
    pub(crate) fn items<'s>(&'s self) -> impl Iterator<Item = Node<'s, 'v>> {
        let items = self.value.as_array().map(Vec::as_slice).unwrap_or_default();
        items.iter().enumerate().map(|(idx, value)| {
            let at = At { parent: Some(&self.at), step: Step::Index(idx) };
            Node { value, at }
        })
    }

    /// The field of the object here, if there is one that has it. Reports nothing.
    pub(crate) fn peek<'s>(&'s self, name: &'s str) -> Option<Node<'s, 'v>> {
        let value = self.value.as_object()?.get(name)?;
        Some(Node { value, at: At { parent: Some(&self.at), step: Step::Field(name) } })
    }

    /// What `each` makes of every item of the list here, without those it could not read.
    pub(crate) fn list<T>(
        &self,
        checker: &mut Checker,
        mut each: impl FnMut(&Node<'_, 'v>, &mut Checker) -> Option<T>,
    ) -> Vec<T> {
        let mut all = Vec::new();
        self.for_each(checker, |node, checker| all.extend(each(node, checker)));
        all
    }

    /// Like [`Self::list`], and reports an empty list.
    pub(crate) fn filled_list<T>(
        &self,
        checker: &mut Checker,
        each: impl FnMut(&Node<'_, 'v>, &mut Checker) -> Option<T>,
    ) -> Vec<T> {
        if self.value.as_array().is_some_and(Vec::is_empty) {
            checker.report(self, ProblemKind::Empty);
        }
        self.list(checker, each)
    }

    /// The text here; reports another type and an empty one.
    pub(crate) fn text(&self, checker: &mut Checker) -> Option<&'v str> {
        match self.value {
            Value::String(text) if text.trim().is_empty() => checker.report(self, ProblemKind::Empty),
            Value::String(text) => return Some(text),
            _ => checker.report(self, ProblemKind::WrongType { expected: "text" }),
        }
        None
    }

    pub(crate) fn flag(&self, checker: &mut Checker) -> Option<bool> {
        let flag = self.value.as_bool();
        if flag.is_none() {
            checker.report(self, ProblemKind::WrongType { expected: "true or false" });
        }
        flag
    }

    pub(crate) fn number(&self, checker: &mut Checker) -> Option<f64> {
        let number = self.value.as_f64();
        if number.is_none() {
            checker.report(self, ProblemKind::WrongType { expected: "number" });
        }
        number
    }

    pub(crate) fn code<V: Vocabulary>(&self, checker: &mut Checker) -> Option<V> {
        let code = self.text(checker)?;
        let value = V::from_code(code);
        if value.is_none() {
            let known = V::ALL.iter().map(|value| value.code()).collect::<Vec<_>>().join(", ");
            checker.report(self, ProblemKind::UnknownCode { known });
        }
        value
    }

    /// The codes of the list here, each once.
    pub(crate) fn codes<V: Vocabulary>(&self, checker: &mut Checker) -> Vec<V> {
        let mut all: Vec<V> = Vec::new();
        self.for_each(checker, |node, checker| {
            if let Some(value) = node.code::<V>(checker) {
                if all.contains(&value) {
                    checker.report(node, ProblemKind::DuplicateValue);
                }
                all.push(value);
            }
        });
        all
    }

    pub(crate) fn date(&self, checker: &mut Checker) -> Option<EdtfDate> {
        let date = EdtfDate::parse(self.text(checker)?).ok();
        if date.is_none() {
            checker.report(self, ProblemKind::ImpossibleDate);
        }
        date
    }

    /// The address here: `http` or `https`, a host, and nothing that could carry a script.
    pub(crate) fn address(&self, checker: &mut Checker) -> Option<String> {
        let text = self.text(checker)?;
        let is_good = host_of(text).is_some() && !text.chars().any(|c| c.is_whitespace() || c.is_control());
        if !is_good {
            checker.report(self, ProblemKind::BadAddress);
        }
        is_good.then(|| text.to_owned())
    }

    /// The text by language here.
    pub(crate) fn localized(&self, checker: &mut Checker) -> Option<Text> {
        let known: Vec<&str> = Lang::ALL.iter().map(|lang| lang.code()).collect();
        let object = self.object(checker, &known)?;
        let mut text = Text::default();
        for &lang in Lang::ALL {
            let field =
                if lang == Lang::En { object.required("en", checker) } else { object.optional(lang.code()) };
            let Some(words) = field.and_then(|node| node.text(checker)) else { continue };
            if lang == Lang::En {
                words.clone_into(&mut text.en);
            } else {
                text.others.push((lang, words.to_owned()));
            }
        }
        (!text.en.is_empty()).then_some(text)
    }
}

impl<'v> Object<'_, 'v> {
    pub(crate) fn optional<'s>(&'s self, name: &'s str) -> Option<Node<'s, 'v>> {
        let value = self.fields.get(name)?;
        Some(Node { value, at: At { parent: Some(&self.at), step: Step::Field(name) } })
    }

    pub(crate) fn required<'s>(&'s self, name: &'s str, checker: &mut Checker) -> Option<Node<'s, 'v>> {
        let node = self.optional(name);
        if node.is_none() {
            self.report(name, ProblemKind::Missing, checker);
        }
        node
    }

    /// Reports a problem of a field, whether it is there or not.
    pub(crate) fn report(&self, name: &str, kind: ProblemKind, checker: &mut Checker) {
        match self.optional(name) {
            Some(node) => checker.report(&node, kind),
            None => checker.report_at(&At { parent: Some(&self.at), step: Step::Field(name) }, kind),
        }
    }
}
