//! Tables to Rust.
//!
//! [`emit`] is the door: a [`Catalog`] goes in, and the tokens of its tables and constants come out; [`pretty`] makes a
//! file of them that people can read, and `lines` one that only the compiler reads. `literals` says how each type of the model is written, `features` makes the
//! module of constants, and `docs`, `contents`, `summary` and `aliases` document them.
//! Nothing of a document becomes code: names are strings, and what stands in documentation is escaped.

mod aliases;
mod contents;
mod docs;
mod features;
#[cfg(any(test, not(feature = "format")))]
pub(crate) mod lines;
mod literals;
mod summary;

use crate::catalog::tables::names;
use crate::catalog::{Catalog, rust_name};
use literals::{Numbers, Slice, Strings, ToLiteral};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};
#[cfg(feature = "format")]
use std::fmt;
#[cfg(feature = "format")]
use syn::parse::Parser;
use xen_support_data::{Date, Stage};

/// What the emitted code depends on beside the documents.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The path of the model's types from within the emitted code: `::xen_support::data`.
    pub data: TokenStream,
    /// The type that stands for the set: `Bundled`.
    pub set: Ident,
    /// Whether the documents are the Xen Project's own, so that its website has a page for each.
    pub official: bool,
    /// The day on which the documents were taken, on which security support is judged where nobody gives another. If
    /// it is `None`, the newest `Initial-Release` that is a day, before which nobody can have read them.
    pub as_of: Option<Date>,
}

/// As for documents of a user's own, in a crate that depends on xen-support.
impl Default for Settings {
    fn default() -> Self {
        Self { data: quote!(::xen_support::data), set: format_ident!("Documents"), official: false, as_of: None }
    }
}

/// The Rust of a set: its tables, a constant for each statement (`XEN_4_18`) and feature (`features::x86_pvh::DOMU`),
/// and aliases that name the set's own `Feature`, `Statement`, `Statements`, `Status`, `Need`, `Needs` and `Unmet`.
///
/// These are items for a module of their own. The same catalog and settings give the same tokens.
#[must_use]
pub fn emit(catalog: &Catalog, settings: &Settings) -> TokenStream {
    let Settings { data, set, .. } = settings;
    let partly_used = quote! {
        #[allow(dead_code, unreachable_pub, reason = "whoever uses the tables need not use all of them")]
    };
    let statements = (0..catalog.statements().len()).map(|number| {
        let docs = docs::of_statement(&catalog.statements()[number]);
        let name = statement_name(catalog, number);
        let number = Literal::usize_unsuffixed(number);
        quote! {
            #docs
            #partly_used
            #[allow(clippy::doc_markdown, reason = "the words are the document's")]
            pub const #name: Statement = Statement::new(#number);
        }
    });
    let features = features::module(catalog, &partly_used);
    let tables = tables(catalog, settings);
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

        /// What several of the documents say.
        #partly_used
        pub type Statements<'a> = #data::Statements<'a, #set>;

        /// What one of the documents says of a feature.
        #partly_used
        pub type Status = #data::Status<#set>;

        /// A feature of these documents, and how much of it is relied on.
        #partly_used
        pub type Need = #data::Need<#set>;

        /// What a program relies on of these documents.
        #partly_used
        pub type Needs = #data::Needs<#set>;

        /// What is relied on and one of the documents does not grant.
        #partly_used
        pub type Unmet = #data::Unmet<#set>;

        #(#statements)*

        #features

        const _: () = {
            use #data as data;
            #tables
        };
    }
}

/// Formats emitted tokens as a source file, for people to read. rustfmt, which formats some lines otherwise, leaves it as
/// it is.
///
/// # Errors
///
/// When the tokens do not parse as Rust, which those of [`emit`] do if the [`Settings`] do.
#[cfg(feature = "format")]
pub fn pretty(tokens: TokenStream) -> Result<String, NotRust> {
    let format = || {
        let mut file: syn::File = syn::parse2(tokens)?;
        // On each item, since a file that is included can have no attribute of its own.
        for attributes in file.items.iter_mut().filter_map(attributes) {
            attributes.extend(syn::Attribute::parse_outer.parse2(quote!(#[rustfmt::skip]))?);
        }
        Ok(prettyplease::unparse(&file))
    };
    format().map_err(|error: syn::Error| NotRust(error.to_string()))
}

/// The attributes of an item of a kind that is emitted.
#[cfg(feature = "format")]
fn attributes(item: &mut syn::Item) -> Option<&mut Vec<syn::Attribute>> {
    match item {
        syn::Item::Const(item) => Some(&mut item.attrs),
        syn::Item::Enum(item) => Some(&mut item.attrs),
        syn::Item::Impl(item) => Some(&mut item.attrs),
        syn::Item::Mod(item) => Some(&mut item.attrs),
        syn::Item::Type(item) => Some(&mut item.attrs),
        _ => None,
    }
}

/// Tokens that are not the items of a Rust module.
#[cfg(feature = "format")]
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotRust(String);

#[cfg(feature = "format")]
impl fmt::Display for NotRust {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("not Rust: {}", self.0))
    }
}

#[cfg(feature = "format")]
impl std::error::Error for NotRust {}

/// The name of a statement's constant.
fn statement_name(catalog: &Catalog, number: usize) -> Ident {
    let version = &catalog.statements()[number].release.version_text;
    Ident::new(&rust_name::constant(&format!("Xen {version}")), Span::call_site())
}

/// The newest `Initial-Release` that is a day.
fn newest_initial_release(catalog: &Catalog) -> Option<Date> {
    catalog.statements().iter().filter_map(|statement| statement.release.initial_release.date).max()
}

/// The tables, as the constants of `data::Set`.
fn tables(catalog: &Catalog, settings: &Settings) -> TokenStream {
    let Settings { set, official, .. } = settings;
    // Where no page names a day, nothing is security supported on any.
    let as_of = settings.as_of.or_else(|| newest_initial_release(catalog)).unwrap_or(Date::MIN).literal();
    let tables = catalog.tables();
    let names = literals::names(names(catalog.features(), &tables.other_names));
    let other_names: Vec<u32> = tables.other_names.iter().map(|name| name.row).collect();
    let other_names = Numbers(&other_names);
    let (name_index, key_index) = (tables.name_index.literal(), tables.key_index.literal());
    let keys = Strings(catalog.features().iter().map(|feature| &*feature.key));
    let anchors = Strings(catalog.features().iter().map(|feature| &*feature.heading.anchor));
    let sections = Strings(catalog.features().iter().map(|feature| &*feature.heading.section));
    let status_texts = Strings(tables.statuses.iter().map(|status| status.text.as_str()));
    let mut limits = Vec::new();
    let mut meanings = Vec::new();
    for status in &tables.statuses {
        let limit = status.limit.map(|limit| {
            limits.push(limit.literal());
            limits.len() - 1
        });
        meanings.push(literals::meaning(status, &tables.labels, limit));
    }
    let (meanings, limits) = (Slice(meanings.iter()), Slice(limits.iter()));
    let labels = Slice(tables.labels.iter().map(|label| label.literal()));
    let columns = Slice(tables.columns.iter().enumerate().map(|(number, columns)| {
        let (number, statuses) = (Literal::usize_unsuffixed(number), Numbers(&columns.statuses));
        quote! { data::Column::new::<Self>(#number, #statuses) }
    }));
    let versions = Slice(catalog.versions().iter().map(ToLiteral::literal));
    let lifetimes = Slice(catalog.statements().iter().map(|statement| literals::lifetime(&statement.release)));
    let newest = catalog.versions().last();
    let releases = Slice(catalog.statements().iter().zip(catalog.versions()).map(|(statement, version)| {
        // The website has a page for each branch of a release, and one for the newest of all.
        let has_page = version.stage != Stage::Unstable || Some(version) == newest;
        literals::release(&statement.release, *version, *official && has_page)
    }));
    let beside = Slice(tables.columns.iter().map(|columns| Numbers(&columns.beside)));
    let details = Slice(
        catalog
            .statements()
            .iter()
            .zip(&tables.columns)
            .map(|(statement, columns)| literals::details(statement, columns)),
    );
    let around = Slice(tables.around.iter().map(|numbers| {
        let numbers = numbers.map(Literal::u32_unsuffixed);
        quote! { [#(#numbers),*] }
    }));
    let prose = Strings(tables.prose.iter().map(|prose| &**prose));
    quote! {
        impl data::Set for #set {
            const NAMES: data::NameTable = #names;
            const OTHER_NAMES: &'static [u32] = #other_names;
            const NAME_INDEX: data::Index = #name_index;
            const KEYS: &'static [&'static str] = #keys;
            const KEY_INDEX: data::Index = #key_index;
            const ANCHORS: &'static [&'static str] = #anchors;
            const SECTIONS: &'static [&'static str] = #sections;
            const STATUS_TEXTS: &'static [&'static str] = #status_texts;
            const MEANINGS: &'static [data::Meaning] = #meanings;
            const LIMITS: &'static [data::Limit] = #limits;
            const LABELS: &'static [data::Label] = #labels;
            const COLUMNS: &'static [data::Column] = #columns;
            const VERSIONS: &'static [data::Version] = #versions;
            const LIFETIMES: &'static [data::Lifetime] = #lifetimes;
            const RELEASES: &'static [data::Release] = #releases;
            const BESIDE: &'static [&'static [u8]] = #beside;
            const DETAILS: &'static [data::Details] = #details;
            const AROUND: &'static [[u32; 3]] = #around;
            const PROSE: &'static [&'static str] = #prose;
            const AS_OF: data::Date = #as_of;
            const OFFICIAL: bool = #official;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Settings, emit};
    use crate::{LintLevels, Source, compile};
    use xen_support_data::Date;

    /// The emitted `AS_OF` of pages with these values of `Initial-Release`.
    fn as_of(as_of: Option<Date>, initial_releases: &[&str]) -> String {
        let page = include_str!("../../tests/diagnostics/fragment_indent.md").replace("      Status", "    Status");
        let sources: Vec<Source> = (18..)
            .zip(initial_releases)
            .map(|(minor, day)| {
                let page = page.replace("4.18", &format!("4.{minor}")).replace("2023-11-16", day);
                Source::new(format!("4.{minor}.md"), page)
            })
            .collect();
        let settings = Settings { as_of, ..Settings::default() };
        let tables = emit(&compile(&sources, &LintLevels::new()).catalog.unwrap(), &settings).to_string();
        let (_, day) = tables.split_once("const AS_OF : data :: Date = data :: Date :: literal (\"").unwrap();
        day.split_once('"').unwrap().0.to_owned()
    }

    #[test]
    fn pages_that_name_no_day_on_which_they_were_taken_were_taken_at_their_newest_release() {
        assert_eq!(as_of(None, &["2023-11-16", "2024-07-29", "n/a"]), "2024-07-29");
        assert_eq!(as_of(None, &["2024-07-29", "2023-11-16"]), "2024-07-29");
        assert_eq!(as_of(None, &["n/a", "TBD"]), "0000-01-01");
        assert_eq!(as_of(Date::new(2024, 1, 2), &["2023-11-16", "2024-07-29"]), "2024-01-02");
    }
}
