//! How each type is written as a literal. `data` is the model's crate, by whatever path.

use crate::catalog::perfect_hash::PerfectHash;
use crate::catalog::tables::Columns;
use crate::statement::{ParsedLabel, ParsedRelease, ParsedStatement, ParsedStatus};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};
use std::collections::HashMap;
use std::sync::Arc;
use xen_support_data::{Bound, Date, Level, Limit, Security, Stage, Unit, Version};

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
pub(super) struct Numbers<'a, T>(pub(super) &'a [T]);

impl<T: Copy + Into<u32>> ToTokens for Numbers<'_, T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        Slice(self.0.iter().map(|number| Literal::u32_unsuffixed((*number).into()))).to_tokens(tokens);
    }
}

/// Bits that nobody reads as a number, in groups of four hexadecimal digits.
fn bits(bits: impl Into<u64>) -> Literal {
    let bits = bits.into();
    let [a, b, c, d] = [48, 32, 16, 0].map(|shift| bits >> shift & 0xFFFF);
    let digits = if a | b == 0 { format!("0x{c:04X}_{d:04X}") } else { format!("0x{a:04X}_{b:04X}_{c:04X}_{d:04X}") };
    digits.parse().expect("these digits are a literal")
}

/// What can be written as a literal: one impl for each type.
pub(super) trait ToLiteral {
    /// The expression that has this value.
    fn literal(&self) -> TokenStream;
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

impl ToLiteral for Level {
    fn literal(&self) -> TokenStream {
        variant("Level", self)
    }
}

impl ToLiteral for Security {
    fn literal(&self) -> TokenStream {
        variant("Security", self)
    }
}

impl ToLiteral for Unit {
    fn literal(&self) -> TokenStream {
        variant("Unit", self)
    }
}

impl ToLiteral for Bound {
    fn literal(&self) -> TokenStream {
        // 12 TiB as `12 << 40`.
        let shift = if self.number == 0 { 0 } else { self.number.trailing_zeros() / 10 * 10 };
        let mut number = Literal::u64_unsuffixed(self.number >> shift).into_token_stream();
        if shift > 0 {
            let shift = Literal::u32_unsuffixed(shift);
            number.extend(quote! { << #shift });
        }
        let constructor = Ident::new(if self.inclusive { "up_to" } else { "below" }, Span::call_site());
        quote! { data::Bound::#constructor(#number) }
    }
}

impl ToLiteral for Limit {
    fn literal(&self) -> TokenStream {
        let (unit, security_supported) = (self.unit.literal(), self.security_supported.literal());
        let supported = option(self.supported.map(|bound| bound.literal()));
        quote! { data::Limit::new(#unit, #security_supported, #supported) }
    }
}

impl ToLiteral for Date {
    fn literal(&self) -> TokenStream {
        let day = self.to_string();
        quote! { data::Date::literal(#day) }
    }
}

impl ToLiteral for Version {
    fn literal(&self) -> TokenStream {
        let [major, minor] = [self.major, self.minor].map(Literal::u16_unsuffixed);
        let release = quote! { data::Version::new(#major, #minor) };
        match self.stage {
            Stage::Release => release,
            Stage::Unstable | Stage::Candidate => {
                let stage = variant("Stage", self.stage);
                quote! { #release.at(#stage) }
            }
        }
    }
}

impl ToLiteral for ParsedLabel {
    fn literal(&self) -> TokenStream {
        let name = &self.name;
        let tags = option(self.tags.as_ref().map(|tags| quote! { data::Tags::new(#(#tags),*) }));
        quote! { data::Label::new(#name, #tags) }
    }
}

impl ToLiteral for PerfectHash {
    fn literal(&self) -> TokenStream {
        let (seed, whole) = (bits(self.hash.seed), self.hash.whole);
        let (pilots, slots) = (Slice(self.pilots.iter().map(|pilot| bits(*pilot))), Numbers(&self.slots));
        let width = match self.slots.iter().max() {
            Some(0x1_0000..) => "U32",
            Some(0x100..) => "U16",
            Some(0..0x100) | None => "U8",
        };
        let width = Ident::new(width, Span::call_site());
        quote! {
            data::Index {
                hash: data::Hash { seed: #seed, whole: #whole },
                pilots: #pilots,
                slots: data::Slots::#width(#slots),
            }
        }
    }
}

/// The `NameTable` of these names. Each title and implementation is in the text once.
pub(super) fn names<'c>(names: impl Iterator<Item = (&'c str, &'c str)>) -> TokenStream {
    let mut text = String::new();
    let mut starts: HashMap<&str, usize> = HashMap::new();
    let mut span = |part: &'c str| {
        let start = *starts.entry(part).or_insert_with(|| {
            text.push_str(part);
            text.len() - part.len()
        });
        [start, part.len()]
    };
    let spans: Vec<[usize; 4]> = names
        .map(|(title, implementation)| {
            let ([a, b], [c, d]) = (span(title), span(implementation));
            [a, b, c, d]
        })
        .collect();
    let is_narrow = spans.iter().all(|[a, b, c, d]| *a.max(c) < 1 << 16 && *b.max(d) < 1 << 8);
    let width = Ident::new(if is_narrow { "Narrow" } else { "Wide" }, Span::call_site());
    let spans = Slice(spans.iter().map(|span| {
        let [a, b, c, d] = span.map(Literal::usize_unsuffixed);
        quote! { data::NameSpan(#a, #b, #c, #d) }
    }));
    quote! { data::NameTable { text: #text, spans: data::NameSpans::#width(#spans) } }
}

/// The `Release` of a statement, with its address if it `has_page` on the Xen Project's website.
pub(super) fn release(release: &ParsedRelease, version: Version, has_page: bool) -> TokenStream {
    let ParsedRelease { version_text, initial_release, supported_until, security_support_until, .. } = release;
    let version = version.literal();
    let dates = [initial_release, supported_until, security_support_until].map(|date| &date.text);
    let notes = release.release_notes.as_ref().map(|notes| quote! { .with_release_notes(#notes) });
    let url = release.url().filter(|_| has_page).map(|url| quote! { .with_url(#url) });
    quote! { data::Release::new(#version, #version_text, [#(#dates),*]) #notes #url }
}

/// The `Lifetime` of a release.
pub(super) fn lifetime(release: &ParsedRelease) -> TokenStream {
    let [first, last] = [&release.initial_release, &release.security_support_until].map(|date| &date.text);
    quote! { data::Lifetime::new(#first, #last) }
}

/// The `Meaning` of a status, whose limit has this number.
pub(super) fn meaning(status: &ParsedStatus, labels: &[Arc<ParsedLabel>], limit: Option<usize>) -> TokenStream {
    let (level, security) = (status.level.literal(), status.security.literal());
    let label = labels.iter().position(|label| Some(label) == status.label.as_ref()).map(Literal::usize_unsuffixed);
    let label = label.map(|number| quote! { .with_label(#number) });
    let limit = limit.map(Literal::usize_unsuffixed).map(|number| quote! { .with_limit(#number) });
    let formats = status.formats.then(|| quote! { .of_formats() });
    let not_understood = (!status.understood).then(|| quote! { .not_understood() });
    quote! { data::Meaning::new(#level, #security) #label #limit #formats #not_understood }
}

/// The `Details` of a statement.
pub(super) fn details(statement: &ParsedStatement, columns: &Columns) -> TokenStream {
    let file = &statement.file;
    let lines = Numbers(&columns.lines);
    let prose = Numbers(&columns.prose);
    let sections = Slice(statement.section_prose.iter().map(|section| {
        let (title, anchor, prose) = (&section.title, &*section.anchor, &section.prose);
        quote! { data::SectionProse::new(#title, #anchor, #prose) }
    }));
    let contacts = Slice(statement.security_contacts.iter().map(|contact| {
        let (name, url) = (&contact.name, &contact.url);
        quote! { data::SecurityContact::new(#name, #url) }
    }));
    quote! {
        data::Details {
            file: #file,
            lines: #lines,
            prose: #prose,
            sections: #sections,
            security_contacts: #contacts,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ToLiteral;
    use crate::catalog::perfect_hash::PerfectHash;
    use xen_support_data::{Bound, Hash};

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
            let tokens = Bound::up_to(number).literal().to_string();
            assert_eq!(tokens, format!("data :: Bound :: up_to ({literal})"));
        }
    }

    #[test]
    fn rows_are_written_in_the_narrowest_type_that_holds_the_largest() {
        for (row, width) in
            [(0, "U8"), (0xff, "U8"), (0x100, "U16"), (0xffff, "U16"), (0x1_0000, "U32"), (u32::MAX, "U32")]
        {
            let hash = Hash { seed: 1, whole: false };
            let tokens = PerfectHash { hash, pilots: vec![0], slots: vec![row, 0] }.literal().to_string();
            assert!(tokens.contains(&format!("data :: Slots :: {width} (& [{row} , 0])")), "{tokens}");
        }
    }

    #[test]
    fn bits_are_written_in_groups_of_four_digits() {
        for (bits, literal) in [
            (0, "0x0000_0000"),
            (0x12_3456, "0x0012_3456"),
            (0xFFFF_FFFF, "0xFFFF_FFFF"),
            (1 << 32, "0x0000_0001_0000_0000"),
            (0xFEDC_BA98_7654_3210_u64, "0xFEDC_BA98_7654_3210"),
        ] {
            assert_eq!(super::bits(bits).to_string(), literal);
        }
    }

    #[test]
    fn spans_of_names_are_written_in_as_few_bytes_as_the_furthest_and_the_longest_take() {
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
            assert!(tokens.contains(&format!("data :: NameSpans :: {width} (")), "{width}");
        }
    }
}
