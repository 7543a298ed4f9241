//! The words by which the search of rustdoc finds what is emitted, beside its name.

use crate::unicode::is_invisible;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// The aliases of an item: one `doc` attribute, or none where its name is enough.
pub(super) struct Aliases(Vec<String>);

impl Aliases {
    /// Those of the texts that the search does not take for the item's name, or for one before.
    pub(super) fn new<'t>(name: &str, texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut aliases: Vec<String> = Vec::new();
        for alias in texts.into_iter().map(allowed).filter(|alias| !alias.is_empty()) {
            if !is_found_by(&alias, name) && !aliases.iter().any(|known| is_found_by(&alias, known)) {
                aliases.push(alias);
            }
        }
        Self(aliases)
    }
}

impl ToTokens for Aliases {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let aliases = &self.0;
        if !aliases.is_empty() {
            tokens.extend(quote! { #[doc(alias(#(#aliases),*))] });
        }
    }
}

/// The text as rustc takes it for an alias: without quotes, and with single blanks between words for all that is white.
/// What nobody sees, or what reorders the source around it, is left out as well.
fn allowed(text: &str) -> String {
    let mut alias = String::with_capacity(text.len());
    let mut after_blank = false;
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            after_blank = !alias.is_empty();
        } else if !matches!(c, '"' | '\'') && !is_invisible(c) {
            if std::mem::take(&mut after_blank) {
                alias.push(' ');
            }
            alias.push(c);
        }
    }
    alias
}

/// Whether the search takes one text for the other: neither case nor `_` counts.
fn is_found_by(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|text| text.chars().filter(|c| *c != '_').flat_map(char::to_lowercase));
    one.eq(other)
}

#[cfg(test)]
mod tests {
    use super::Aliases;

    #[test]
    fn an_alias_is_what_rustc_takes_for_one() {
        for (text, alias) in [
            ("x86/PVH, domU", "x86/PVH, domU"),
            ("Hypervisor 'debug keys'", "Hypervisor debug keys"),
            (" \"a\" \t b\u{2003}c\u{85}\u{7}d ", "a b c d"),
            ("' \" ' a", "a"),
            ("a\u{202e}b\u{200e}", "ab"),
            ("back\\slash {} `", "back\\slash {} `"),
        ] {
            assert_eq!(Aliases::new("NAME", [text]).0, [alias]);
        }
        for nothing in ["", " ", "\"'", "\u{202e}\n"] {
            assert!(Aliases::new("NAME", [nothing]).0.is_empty(), "{nothing:?}");
        }
    }

    #[test]
    fn what_the_name_finds_needs_no_alias_and_what_one_finds_no_other() {
        let texts = ["XSM", "x_s_m", "XSM & FLASK", "xsm-flask", "xsm & flask"];
        assert_eq!(Aliases::new("XSM", texts).0, ["XSM & FLASK", "xsm-flask"]);
        assert_eq!(Aliases::new("_9P", ["9p"]).0, [""; 0]);
    }
}
