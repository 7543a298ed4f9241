//! How each type of the model is written as a literal. `data` is this crate, by whatever path.

use crate::compiler::label::Label;
use crate::compiler::perfect_hash::PerfectHash;
use crate::compiler::release::{Release, ReleaseDate};
use crate::compiler::statement::Statement;
use crate::compiler::status::Status;
use crate::compiler::tables::Columns;
use crate::{Bound, Date, Level, Limit, Security, Stage, Unit, Version};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};
use std::collections::HashMap;
use std::sync::Arc;

/// A slice of whatever can be written.
pub(super) struct Slice<I>(pub(super) I);

impl<I: Iterator<Item: ToTokens> + Clone> ToTokens for Slice<I> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let items = self.0.clone();
        tokens.extend(quote! { &[#(#items),*] });
    }
}

/// A slice of strings.
pub(super) struct Strings<I>(pub(super) I);

impl<'a, I: Iterator<Item = &'a str> + Clone> ToTokens for Strings<I> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        Slice(self.0.clone()).to_tokens(tokens);
    }
}

/// A slice of numbers.
pub(super) struct Spread<'a, T>(pub(super) &'a [T]);

impl<T: Copy + Into<u32>> ToTokens for Spread<'_, T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        Slice(self.0.iter().map(|number| Literal::u32_unsuffixed((*number).into()))).to_tokens(tokens);
    }
}

/// A variant of a fieldless enum, by the name that its `Debug` prints.
fn variant(of: &str, value: impl std::fmt::Debug) -> TokenStream {
    let [of, value] = [of.to_owned(), format!("{value:?}")].map(|name| Ident::new(&name, Span::call_site()));
    quote! { data::#of::#value }
}

fn option(value: Option<impl ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote! { Some(#value) },
        None => quote! { None },
    }
}

impl ToTokens for Level {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(variant("Level", self));
    }
}

impl ToTokens for Security {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(variant("Security", self));
    }
}

impl ToTokens for Stage {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(variant("Stage", self));
    }
}

impl ToTokens for Unit {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(variant("Unit", self));
    }
}

impl ToTokens for Bound {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { number, inclusive } = self;
        // 12 TiB as `12 << 40`.
        let shift = if *number == 0 { 0 } else { number.trailing_zeros() / 10 * 10 };
        let shifted = Literal::u64_unsuffixed(number >> shift);
        let number = match shift {
            0 => shifted.into_token_stream(),
            _ => {
                let shift = Literal::u32_unsuffixed(shift);
                quote! { #shifted << #shift }
            }
        };
        tokens.extend(quote! { data::Bound { number: #number, inclusive: #inclusive } });
    }
}

impl ToTokens for Limit {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { unit, security_supported, supported } = self;
        let supported = option(supported.as_ref());
        tokens.extend(quote! {
            data::Limit { unit: #unit, security_supported: #security_supported, supported: #supported }
        });
    }
}

impl ToTokens for Version {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { major, minor, stage } = self;
        let [major, minor] = [*major, *minor].map(Literal::u16_unsuffixed);
        tokens.extend(quote! { data::Version { major: #major, minor: #minor, stage: #stage } });
    }
}

impl ToTokens for Date {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let year = Literal::u16_unsuffixed(self.year());
        let [month, day] = [self.month(), self.day()].map(Literal::u8_unsuffixed);
        tokens.extend(quote! { data::Date::new(#year, #month, #day) });
    }
}

impl ToTokens for ReleaseDate {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { text, date } = self;
        let date = date.map_or_else(|| quote! { None }, ToTokens::into_token_stream);
        tokens.extend(quote! { data::ReleaseDate { text: #text, date: #date } });
    }
}

impl ToTokens for Label {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let name = &self.name;
        let tags = option(self.tags.as_ref().map(|[completeness, functional, interface, security]| {
            quote! {
                data::Tags {
                    functional_completeness: #completeness,
                    functional_stability: #functional,
                    interface_stability: #interface,
                    security_supported: #security,
                }
            }
        }));
        tokens.extend(quote! { data::Label { name: #name, tags: #tags } });
    }
}

impl ToTokens for PerfectHash {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (seed, whole) = (Literal::u64_unsuffixed(self.hash.seed), self.hash.whole);
        let (pilots, slots) = (Spread(&self.pilots), Spread(&self.slots));
        let width = match self.slots.iter().max() {
            Some(0x1_0000..) => "Wide",
            Some(0x100..) => "Narrow",
            _ => "Byte",
        };
        let width = Ident::new(width, Span::call_site());
        tokens.extend(quote! {
            data::Index { hash: data::Hash { seed: #seed, whole: #whole }, pilots: #pilots, slots: data::Slots::#width(#slots) }
        });
    }
}

/// The `NameTable` of these names. Each title and implementation is in the text once.
pub(super) fn names<'c>(names: impl Iterator<Item = (&'c str, &'c str)>) -> TokenStream {
    let mut text = String::new();
    let mut starts: HashMap<&str, usize> = HashMap::new();
    let mut place = |part: &'c str| {
        let start = *starts.entry(part).or_insert_with(|| {
            text.push_str(part);
            text.len() - part.len()
        });
        [start, part.len()]
    };
    let places: Vec<[usize; 4]> = names
        .map(|(title, implementation)| {
            let ([a, b], [c, d]) = (place(title), place(implementation));
            [a, b, c, d]
        })
        .collect();
    let is_narrow = places.iter().all(|[a, b, c, d]| *a.max(c) < 1 << 16 && *b.max(d) < 1 << 8);
    let width = Ident::new(if is_narrow { "Narrow" } else { "Wide" }, Span::call_site());
    let places = Slice(places.iter().map(|place| {
        let [a, b, c, d] = place.map(Literal::usize_unsuffixed);
        quote! { data::Place(#a, #b, #c, #d) }
    }));
    quote! { data::NameTable { text: #text, places: data::Places::#width(#places) } }
}

/// The `Release` of a statement, with the page that it has if it is `official`.
pub(super) fn release(release: &Release, official: bool) -> TokenStream {
    let Release { version, version_text, initial_release, supported_until, security_support_until, .. } = release;
    let release_notes = release.release_notes.as_deref().unwrap_or_default();
    let page = option(official.then(|| release.official_page()));
    quote! {
        data::Release {
            version: #version,
            version_text: #version_text,
            initial_release: #initial_release,
            supported_until: #supported_until,
            security_support_until: #security_support_until,
            release_notes: #release_notes,
            page: #page,
        }
    }
}

/// The `Meaning` of a status.
pub(super) fn meaning(status: &Status, labels: &[Arc<Label>]) -> TokenStream {
    let Status { level, security, formats, understood, .. } = status;
    let number = labels.iter().position(|label| Some(label) == status.label.as_ref());
    let label = option(number.map(Literal::usize_unsuffixed));
    quote! { data::Meaning {
        level: #level,
        security: #security,
        label: #label,
        formats: #formats,
        understood: #understood,
    } }
}

/// The `Details` of a statement.
pub(super) fn details(statement: &Statement, columns: &Columns) -> TokenStream {
    let file = &statement.file;
    let lines = Spread(&columns.lines);
    let (descriptions, caveats) = (Spread(&columns.descriptions), Spread(&columns.caveats));
    let contacts = Slice(statement.security_contacts.iter().map(|contact| {
        let (name, url) = (&contact.name, &contact.url);
        quote! { data::SecurityContact { name: #name, url: #url } }
    }));
    quote! {
        data::Details {
            file: #file,
            lines: #lines,
            descriptions: #descriptions,
            caveats: #caveats,
            security_contacts: #contacts,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::compiler::perfect_hash::PerfectHash;
    use crate::{Bound, Hash};
    use quote::ToTokens;

    #[test]
    fn a_bound_is_written_in_the_largest_unit_that_leaves_no_fraction() {
        for (number, literal) in [
            (0, "0"),
            (128, "128"),
            (1023, "1023"),
            (1024, "1 << 10"),
            (1025 << 20, "1025 << 20"),
            (12 << 40, "12 << 40"),
            (1 << 63, "8 << 60"),
        ] {
            let tokens = Bound { number, inclusive: true }.to_token_stream().to_string();
            assert_eq!(tokens, format!("data :: Bound {{ number : {literal} , inclusive : true }}"));
        }
    }

    #[test]
    fn rows_are_written_in_as_few_bytes_as_the_largest_takes() {
        for (row, width) in
            [(0, "Byte"), (0xff, "Byte"), (0x100, "Narrow"), (0xffff, "Narrow"), (0x1_0000, "Wide"), (u32::MAX, "Wide")]
        {
            let hash = Hash { seed: 1, whole: false };
            let tokens = PerfectHash { hash, pilots: vec![0], slots: vec![row, 0] }.to_token_stream().to_string();
            assert!(tokens.contains(&format!("data :: Slots :: {width} (& [{row} , 0])")), "{tokens}");
        }
    }

    #[test]
    fn places_of_names_are_written_in_as_few_bytes_as_the_furthest_and_the_longest_take() {
        let names = |count: usize, length: usize, first: &str| -> Vec<(String, String)> {
            let title = |number| format!("{number:0length$}");
            let first = |number| if number == 0 { first.to_owned() } else { String::new() };
            (0..count).map(|number| (title(number), first(number))).collect()
        };
        let long = "x".repeat(256);
        for (names, width) in [
            (names(1, 255, &long[1..]), "Narrow"),
            (names(1, 256, ""), "Wide"),
            (names(1, 255, &long), "Wide"),
            // The last begins at 2^16 - 1, and one byte later.
            (names(258, 255, ""), "Narrow"),
            (names(258, 255, "x"), "Wide"),
        ] {
            let tokens = super::names(names.iter().map(|(title, first)| (title.as_str(), first.as_str()))).to_string();
            assert!(tokens.contains(&format!("data :: Places :: {width} (")), "{width}");
        }
    }
}
