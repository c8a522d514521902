//! Resolves what records refer to by id: cities and sources.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cursor::{Checker, Node, Object};
use super::problem::ProblemKind;
use crate::domain::partnership::{City, Source};

/// The cities and sources that records refer to, by id: only those that could be read, so that no
/// record rests on a broken one.
pub(super) struct References {
    pub(super) cities: BTreeMap<String, Arc<City>>,
    pub(super) sources: BTreeMap<String, Arc<Source>>,
}

impl References {
    pub(super) fn city(&self, node: &Node<'_, '_>, checker: &mut Checker) -> Option<Arc<City>> {
        let city = self.cities.get(node.text(checker)?);
        if city.is_none() {
            checker.report(node, ProblemKind::Dangling { list: "cities" });
        }
        city.cloned()
    }

    fn sources(&self, node: &Node<'_, '_>, checker: &mut Checker) -> Vec<Arc<Source>> {
        let mut all: Vec<Arc<Source>> = Vec::new();
        node.for_each(checker, |node, checker| {
            let Some(id) = node.text(checker) else { return };
            match self.sources.get(id) {
                None => checker.report(node, ProblemKind::Dangling { list: "sources" }),
                Some(source) if all.contains(source) => checker.report(node, ProblemKind::DuplicateValue),
                Some(source) => all.push(Arc::clone(source)),
            }
        });
        all
    }

    pub(super) fn optional_sources(
        &self,
        object: &Object<'_, '_>,
        checker: &mut Checker,
    ) -> Vec<Arc<Source>> {
        object.optional("sources").map(|node| self.sources(&node, checker)).unwrap_or_default()
    }

    /// The sources of a claim: at least one.
    pub(super) fn required_sources(
        &self,
        object: &Object<'_, '_>,
        checker: &mut Checker,
    ) -> Option<Vec<Arc<Source>>> {
        let sources = match object.optional("sources") {
            Some(node) if node.value().as_array().is_none_or(|list| !list.is_empty()) => {
                self.sources(&node, checker)
            }
            _ => {
                object.report("sources", ProblemKind::MissingSource, checker);
                Vec::new()
            }
        };
        (!sources.is_empty()).then_some(sources)
    }
}
