//! The path of a document, as the macro takes it.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use std::env;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Error, Ident, LitStr, Token, parenthesized};

/// A path: a string literal, `env!("…")`, or `concat!(…)` of these. The compiler does not expand macros in the input of
/// another macro, so these two are expanded here.
pub(crate) struct DocumentPath {
    pub(crate) value: String,
    pub(crate) span: Span,
    /// The names of the environment variables that the value was made of.
    variables: Vec<String>,
}

impl Parse for DocumentPath {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            let literal: LitStr = input.parse()?;
            return Ok(Self { value: literal.value(), span: literal.span(), variables: Vec::new() });
        }
        let (name, span) = parse_name(input)?;
        if !input.peek(Token![!]) {
            return Err(Error::new(span, NOT_A_CONSTANT));
        }
        input.parse::<Token![!]>()?;
        let arguments;
        parenthesized!(arguments in input);
        match name.as_str() {
            "env" | "std::env" | "core::env" => {
                let variable: LitStr = arguments.parse()?;
                arguments.parse::<Option<Token![,]>>()?;
                let unset = |_| Error::new(variable.span(), "this environment variable is not set");
                let value = env::var(variable.value()).map_err(unset)?;
                Ok(Self { value, span, variables: vec![variable.value()] })
            }
            "concat" | "std::concat" | "core::concat" => {
                let parts = Punctuated::<Self, Token![,]>::parse_terminated(&arguments)?;
                let value = parts.iter().map(|part| part.value.as_str()).collect();
                let variables = parts.into_iter().flat_map(|part| part.variables).collect();
                Ok(Self { value, span, variables })
            }
            _ => Err(Error::new(span, "the only macros that a path can use are `concat!` and `env!`")),
        }
    }
}

const NOT_A_CONSTANT: &str = "a constant cannot be given here, since the macro reads the file before the compiler knows \
                              the constant's value; write the path as a string, or by `concat!` and `env!`";

/// A name, such as `env` or `core::env`, and where its last part stands.
fn parse_name(input: ParseStream<'_>) -> syn::Result<(String, Span)> {
    let expected = |_| input.error("expected the path of a SUPPORT.md, as a string");
    let first = input.call(Ident::parse_any).map_err(expected)?;
    let (mut name, mut span) = (first.to_string(), first.span());
    while input.parse::<Option<Token![::]>>()?.is_some() {
        let part = input.call(Ident::parse_any)?;
        name = format!("{name}::{part}");
        span = part.span();
    }
    Ok((name, span))
}

impl DocumentPath {
    /// The items that make the compiler expand the macro again when one of the variables changes.
    pub(crate) fn tracking_items(&self) -> TokenStream {
        let variables = &self.variables;
        quote! { #(const _: &::core::primitive::str = ::core::env!(#variables);)* }
    }
}
