//! The names of a set's features and releases in Rust.

use super::merge::MergedFeature;
use super::rust_name;
use crate::statement::FeatureHeading;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A feature of a set, by the names that the newest document gives it.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct CatalogFeature {
    /// The heading.
    pub heading: Arc<FeatureHeading>,
    /// The implementation; empty for a bare `Status:`.
    pub implementation: Arc<str>,
    /// The key by which Xen's own matrix matches the feature across releases: `x86pvh--domu`.
    pub key: Arc<str>,
    /// The Rust module below `features` that its constant is in; `None` if it is in `features` itself.
    pub module: Option<String>,
    /// The name of its constant.
    pub constant: String,
    /// Whether another feature has the name that its documents give it, so that it has another one here.
    pub(super) is_renamed: bool,
}

impl CatalogFeature {
    fn new(MergedFeature { heading, implementation, key }: MergedFeature) -> Self {
        let (module, constant) = if implementation.is_empty() {
            (None, rust_name::constant(&heading.title))
        } else {
            (Some(rust_name::module(&heading.title)), rust_name::constant(&implementation))
        };
        Self { heading, implementation, key, module, constant, is_renamed: false }
    }

    /// Its name in one piece: `x86/PVH, domU`, or the title alone where there is no implementation.
    pub(crate) fn name(&self) -> String {
        let separator = if self.implementation.is_empty() { "" } else { ", " };
        [&self.heading.title, separator, &self.implementation].concat()
    }

    /// Its path in Rust, below `features`.
    fn path(&self) -> (Option<String>, String) {
        (self.module.clone(), self.constant.clone())
    }
}

/// Two features that map to the same Rust name, by their rows: the first, and the one that was renamed.
pub(super) struct SameName {
    pub(super) first: usize,
    pub(super) second: usize,
    /// The name that both map to: `features::x86_pvh::DOMU`.
    pub(super) name: String,
}

/// Gives each feature its Rust name. Of several that map to the same name, the first gets it; the others get a number
/// behind it: `_2`, `_3`, …. If even their titles and implementations are the same, the others get the heading's id behind
/// the title.
pub(super) fn name(features: Vec<MergedFeature>) -> (Vec<CatalogFeature>, Vec<SameName>) {
    let mut named: Vec<CatalogFeature> = Vec::with_capacity(features.len());
    let mut rows = HashMap::with_capacity(features.len());
    let mut taken = HashSet::with_capacity(features.len());
    let mut same = Vec::new();
    for (row, merged) in features.into_iter().enumerate() {
        let mut feature = CatalogFeature::new(merged);
        while !taken.insert((feature.heading.title.clone(), feature.implementation.clone())) {
            let heading = &*feature.heading;
            let title = format!("{} ({})", heading.title, heading.anchor).into();
            feature.heading = Arc::new(FeatureHeading { title, ..heading.clone() });
            feature.is_renamed = true;
        }
        let wanted = feature.path();
        let mut number = 2;
        while rows.contains_key(&feature.path()) {
            feature.constant = format!("{}_{number}", wanted.1);
            number += 1;
        }
        if let Some(first) = rows.get(&wanted) {
            let module = wanted.0.as_ref().map_or(String::new(), |module| format!("{module}::"));
            same.push(SameName { first: *first, second: row, name: format!("features::{module}{}", wanted.1) });
        }
        rows.insert(feature.path(), row);
        named.push(feature);
    }
    (named, same)
}
