//! What the macro is given.

use crate::path::DocumentPath;
use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Error, Ident, LitStr, Token};
use xen_support_compiler::Date;

/// The path of `xen-support`, a semicolon, and the arguments.
pub(crate) struct Input {
    pub(crate) krate: TokenStream,
    pub(crate) paths: Vec<DocumentPath>,
    pub(crate) as_of: Option<Date>,
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut krate = TokenStream::new();
        while !input.peek(Token![;]) {
            krate.extend([input.parse::<TokenTree>()?]);
        }
        input.parse::<Token![;]>()?;
        let (mut paths, mut as_of) = (Vec::new(), None);
        for argument in Punctuated::<Argument, Token![,]>::parse_terminated(input)? {
            match argument {
                Argument::Path(path) => paths.push(path),
                Argument::AsOf(name, day) => {
                    if as_of.replace(day).is_some() {
                        return Err(Error::new(name.span(), "`as_of` is given a second time"));
                    }
                }
            }
        }
        if paths.is_empty() {
            return Err(input.error("expected the path of a SUPPORT.md, as a string"));
        }
        Ok(Self { krate, paths, as_of })
    }
}

/// An argument: a document's path, or `as_of = "2026-08-20"`.
enum Argument {
    Path(DocumentPath),
    AsOf(Ident, Date),
}

impl Parse for Argument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if !(input.peek(Ident::peek_any) && input.peek2(Token![=])) {
            return input.parse().map(Self::Path);
        }
        let name = input.call(Ident::parse_any)?;
        if name != "as_of" {
            return Err(Error::new(name.span(), "the only setting is `as_of`, the day on which the pages were taken"));
        }
        input.parse::<Token![=]>()?;
        if !input.peek(LitStr) {
            return Err(input.error("expected a day as a string, as in \"2026-08-20\""));
        }
        let day: LitStr = input.parse()?;
        match Date::parse(&day.value()) {
            Some(date) => Ok(Self::AsOf(name, date)),
            None => Err(Error::new(day.span(), "this is not a day of the calendar; write one as in \"2026-08-20\"")),
        }
    }
}
