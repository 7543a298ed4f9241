//! Tables to Rust: one small impl a type, and the items around them.

mod docs;
mod literals;

use super::catalog::Catalog;
use super::rust_name;
use super::tables::names;
use literals::{Slice, Spread, Strings};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use std::collections::HashMap;

/// How the emitted code names what is around it.
#[derive(Clone, Debug)]
pub struct Names {
    /// The path of this crate's types from within the emitted code: `::xen_support::data`.
    pub data: TokenStream,
    /// The type that stands for the set: `Bundled`.
    pub set: Ident,
    /// Whether the documents are the Xen Project's own, so that its website has a page for each.
    pub official: bool,
}

/// As a set of one's own has them, in a crate that depends on xen-support.
impl Default for Names {
    fn default() -> Self {
        Self { data: quote!(::xen_support::data), set: format_ident!("Documents"), official: false }
    }
}

/// The Rust of a set: its tables, a constant for each statement (`XEN_4_18`) and feature (`features::x86_pvh::DOM_U`),
/// and aliases that name the set's own `Feature`, `Statement` and `Status`.
///
/// These are items for a module of their own. The same catalog and names give the same tokens.
#[must_use]
pub fn emit(catalog: &Catalog, names: &Names) -> TokenStream {
    let Names { data, set, official } = names;
    let partly_used = quote! {
        #[allow(dead_code, unreachable_pub, reason = "whoever uses the tables need not use all of them")]
    };
    let statements = catalog.tables.columns.iter().enumerate().map(|(number, columns)| {
        let docs = docs::of_statement(&catalog.statements[number]);
        let name = statement_name(catalog, number);
        let (number, statuses) = (Literal::usize_unsuffixed(number), Spread(&columns.statuses));
        quote! {
            #docs
            #partly_used
            #[allow(clippy::doc_markdown, reason = "the words are the document's")]
            pub const #name: Statement = Statement::new(#number, #statuses);
        }
    });
    let features = features(catalog, &partly_used);
    let tables = tables(catalog, set, *official);
    quote! {
        /// The set of documents that these tables were compiled from.
        #[allow(unreachable_pub, reason = "the module may be private")]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum #set {}

        /// A feature that one of the documents lists.
        #partly_used
        pub type Feature = #data::Feature<#set>;

        /// What one of the documents says.
        #partly_used
        pub type Statement = #data::Statement<#set>;

        /// What one of the documents says of a feature.
        #partly_used
        pub type Status = #data::Status<#set>;

        #(#statements)*

        #features

        const _: () = {
            use #data as data;
            #tables
        };
    }
}

/// Formats emitted tokens as a source file.
///
/// # Errors
///
/// When the tokens do not parse as Rust; those of [`emit`] do.
#[cfg(feature = "compiler")]
pub fn pretty(tokens: TokenStream) -> syn::Result<String> {
    Ok(prettyplease::unparse(&syn::parse2(tokens)?))
}

/// The name of a statement's constant.
fn statement_name(catalog: &Catalog, number: usize) -> Ident {
    let version = &catalog.statements[number].release.version_text;
    Ident::new(&rust_name::constant(&format!("Xen {version}")), Span::call_site())
}

/// The module of the features' constants, those of one heading together.
fn features(catalog: &Catalog, partly_used: &TokenStream) -> TokenStream {
    let mut bare = Vec::new();
    let mut modules: Vec<Module<'_>> = Vec::new();
    let mut number_of = HashMap::new();
    for (row, feature) in catalog.features.iter().enumerate() {
        let constant = Constant { catalog, row };
        let Some(name) = &feature.module else {
            bare.push(constant);
            continue;
        };
        let number = *number_of.entry(name).or_insert(modules.len());
        if number == modules.len() {
            modules.push(Module { name, title: &feature.heading.title, constants: Vec::new() });
        }
        modules[number].constants.push(constant);
    }
    let import = (!catalog.features.is_empty()).then(|| quote! { use super::Feature; });
    quote! {
        /// A constant for each feature.
        ///
        /// A feature with a bare `Status:` is a constant named after its heading; an implementation is one in a module
        /// named after the heading.
        #partly_used
        #[allow(clippy::doc_markdown, reason = "the words are the documents'")]
        pub mod features {
            #import
            #(#bare)*
            #(#modules)*
        }
    }
}

/// The constants of a heading's implementations.
struct Module<'c> {
    name: &'c str,
    title: &'c str,
    constants: Vec<Constant<'c>>,
}

impl ToTokens for Module<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (docs, name, constants) = (docs::of_module(self.title), format_ident!("{}", self.name), &self.constants);
        tokens.extend(quote! { #docs pub mod #name { use super::Feature; #(#constants)* } });
    }
}

/// The constant of a feature.
struct Constant<'c> {
    catalog: &'c Catalog,
    row: usize,
}

impl ToTokens for Constant<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let docs = docs::of_feature(self.catalog, self.row);
        let name = format_ident!("{}", self.catalog.features[self.row].constant);
        let row = Literal::usize_unsuffixed(self.row);
        tokens.extend(quote! { #docs pub const #name: Feature = Feature::new(#row); });
    }
}

/// The tables, as the constants of `data::Set`.
fn tables(catalog: &Catalog, set: &Ident, official: bool) -> TokenStream {
    let tables = &catalog.tables;
    let names = literals::names(names(&catalog.features, &tables.other_names));
    let other_names: Vec<u32> = tables.other_names.iter().map(|name| name.row).collect();
    let other_names = Spread(&other_names);
    let (name_index, key_index) = (&tables.name_index, &tables.key_index);
    let keys = Strings(catalog.features.iter().map(|feature| &*feature.key));
    let sections = Strings(catalog.features.iter().map(|feature| &*feature.heading.section));
    let status_texts = Strings(tables.statuses.iter().map(|status| status.text.as_str()));
    let meanings = Slice(tables.statuses.iter().map(|status| literals::meaning(status, &tables.labels)));
    let limits = Slice(tables.statuses.iter().enumerate().filter_map(|(number, status)| {
        let (number, limit) = (Literal::usize_unsuffixed(number), status.limit.as_ref()?);
        Some(quote! { (#number, #limit) })
    }));
    let labels = Slice(tables.labels.iter().map(|label| &**label));
    let statements = Slice((0..catalog.statements.len()).map(|number| statement_name(catalog, number)));
    let versions = Slice(catalog.statements.iter().map(|statement| statement.release.version));
    let releases = Slice(catalog.statements.iter().map(|statement| literals::release(&statement.release, official)));
    let details = Slice(
        catalog
            .statements
            .iter()
            .zip(&tables.columns)
            .map(|(statement, columns)| literals::details(statement, columns)),
    );
    let prose = Strings(tables.prose.iter().map(|prose| &**prose));
    quote! {
        impl data::Set for #set {
            const NAMES: data::NameTable = #names;
            const OTHER_NAMES: &'static [u32] = #other_names;
            const NAME_INDEX: data::Index = #name_index;
            const KEYS: &'static [&'static str] = #keys;
            const KEY_INDEX: data::Index = #key_index;
            const SECTIONS: &'static [&'static str] = #sections;
            const STATUS_TEXTS: &'static [&'static str] = #status_texts;
            const MEANINGS: &'static [data::Meaning] = #meanings;
            const LIMITS: &'static [(u8, data::Limit)] = #limits;
            const LABELS: &'static [data::Label] = #labels;
            const STATEMENTS: &'static [data::Statement<Self>] = #statements;
            const VERSIONS: &'static [data::Version] = #versions;
            const RELEASES: &'static [data::Release] = #releases;
            const DETAILS: &'static [data::Details] = #details;
            const PROSE: &'static [&'static str] = #prose;
        }
    }
}
