//! What the macro is given.

use super::path::DocumentPath;
use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Error, Ident, LitStr, Token};
use xen_support_compiler::{Date, LintLevels, Version};

/// The path of `xen-support`, a semicolon, and the arguments.
pub(crate) struct Input {
    pub(crate) krate: TokenStream,
    pub(crate) documents: Vec<Document>,
    pub(crate) as_of: Option<Date>,
    pub(crate) levels: LintLevels,
    /// The lints that have a level, as they were written.
    pub(crate) lints: Vec<LitStr>,
}

/// A document: its path, and its version if it is given, as in `"SUPPORT.md" as "4.23-unstable"`.
pub(crate) struct Document {
    pub(crate) path: DocumentPath,
    pub(crate) version: Option<Version>,
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut krate = TokenStream::new();
        while !input.peek(Token![;]) {
            krate.extend([input.parse::<TokenTree>()?]);
        }
        input.parse::<Token![;]>()?;
        let mut this = Self { krate, documents: Vec::new(), as_of: None, levels: LintLevels::new(), lints: Vec::new() };
        for argument in Punctuated::<Argument, Token![,]>::parse_terminated(input)? {
            match argument {
                Argument::Document(document) => this.documents.push(document),
                Argument::Setting(name, value) => this.set(&name, value)?,
            }
        }
        if this.documents.is_empty() {
            return Err(input.error("expected the path of a SUPPORT.md, as a string"));
        }
        Ok(this)
    }
}

impl Input {
    fn set(&mut self, name: &Ident, value: LitStr) -> syn::Result<()> {
        let levels = std::mem::take(&mut self.levels);
        let set = match name.to_string().as_str() {
            "as_of" => {
                let Some(day) = Date::parse(&value.value()) else {
                    let message = "this is not a day of the calendar; write one as in \"2026-08-20\"";
                    return Err(Error::new(value.span(), message));
                };
                if self.as_of.replace(day).is_some() {
                    return Err(Error::new(name.span(), "`as_of` is given a second time"));
                }
                Ok(levels)
            }
            "allow" => levels.allow(&value.value()),
            "warn" => levels.warn(&value.value()),
            "deny" => levels.deny(&value.value()),
            _ => {
                let message = "the settings are `as_of`, the day on which the pages were taken, and `allow`, `warn` and \
                               `deny`, which give a level to a lint";
                return Err(Error::new(name.span(), message));
            }
        };
        self.levels = set.map_err(|error| Error::new(value.span(), error))?;
        self.lints.push(value);
        Ok(())
    }
}

/// An argument: a document, or a setting such as `as_of = "2026-08-20"`.
enum Argument {
    Document(Document),
    Setting(Ident, LitStr),
}

impl Parse for Argument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if !(input.peek(Ident::peek_any) && input.peek2(Token![=])) {
            return input.parse().map(Self::Document);
        }
        let name = input.call(Ident::parse_any)?;
        input.parse::<Token![=]>()?;
        if !input.peek(LitStr) {
            return Err(
                input.error("expected a string, as in `as_of = \"2026-08-20\"` or `allow = \"setext-heading\"`")
            );
        }
        Ok(Self::Setting(name, input.parse()?))
    }
}

impl Parse for Document {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let path = input.parse()?;
        if input.parse::<Option<Token![as]>>()?.is_none() {
            return Ok(Self { path, version: None });
        }
        let version: LitStr = input.parse()?;
        match Version::parse(&version.value()) {
            Some(known) => Ok(Self { path, version: Some(known) }),
            None => {
                let message =
                    "this is not a version of Xen; write one as in \"4.18\", \"4.18-unstable\" or \"4.18-rc\"";
                Err(Error::new(version.span(), message))
            }
        }
    }
}
