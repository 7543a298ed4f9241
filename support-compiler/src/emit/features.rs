//! The module of the features' constants.

use super::aliases::Aliases;
use super::contents;
use super::docs;
use super::summary::Releases;
use crate::catalog::Catalog;
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};
use std::collections::HashMap;

/// The module `features`: a constant for each feature with a bare status, and a module for each heading with
/// implementations.
pub(super) fn module(catalog: &Catalog, partly_used: &TokenStream) -> TokenStream {
    let releases = &Releases::of(catalog);
    let mut bare = Vec::new();
    let mut modules: Vec<Module<'_>> = Vec::new();
    let mut number_of = HashMap::new();
    for (row, feature) in catalog.features().iter().enumerate() {
        let Some(name) = &feature.module else {
            bare.push(Constant { releases, row });
            continue;
        };
        let number = *number_of.entry(name).or_insert(modules.len());
        if number == modules.len() {
            modules.push(Module { name, title: &feature.heading.title, releases, rows: Vec::new() });
        }
        modules[number].rows.push(row);
    }
    let docs = contents::of_features(catalog).inner();
    let import = (!catalog.features().is_empty()).then(import_feature);
    quote! {
        #partly_used
        #[allow(clippy::doc_markdown, reason = "the words are the documents'")]
        pub mod features {
            #docs
            #import
            #(#bare)*
            #(#modules)*
        }
    }
}

/// The set's own `Feature`, from the module around.
fn import_feature() -> TokenStream {
    let around = format_ident!("super");
    quote! { use #around::Feature; }
}

/// The module of a heading's implementations.
struct Module<'c> {
    name: &'c str,
    title: &'c str,
    releases: &'c Releases<'c>,
    rows: Vec<usize>,
}

impl ToTokens for Module<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { name, title, releases, rows } = self;
        let (docs, aliases) = (docs::of_module(title, releases, rows), Aliases::new(name, [*title]));
        let constants = rows.iter().map(|row| Constant { releases, row: *row });
        let (name, import) = (format_ident!("{name}"), import_feature());
        tokens.extend(quote! { #docs #aliases pub mod #name { #import #(#constants)* } });
    }
}

/// The constant of a feature.
struct Constant<'c> {
    releases: &'c Releases<'c>,
    row: usize,
}

impl ToTokens for Constant<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let feature = &self.releases.catalog.features()[self.row];
        let docs = docs::of_feature(self.releases, self.row);
        let aliases = Aliases::new(&feature.constant, [&*feature.name(), &*feature.implementation, &*feature.key]);
        let name = format_ident!("{}", feature.constant);
        let row = Literal::usize_unsuffixed(self.row);
        tokens.extend(quote! { #docs #aliases pub const #name: Feature = Feature::new(#row); });
    }
}
