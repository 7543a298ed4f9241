//! The path of a document, as the macro takes it.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use std::env;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Ident, LitStr, Token, parenthesized};

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
        let name = input.parse::<Ident>().map_err(|_| input.error("expected the path of a SUPPORT.md, as a string"))?;
        input.parse::<Token![!]>()?;
        let arguments;
        parenthesized!(arguments in input);
        match name.to_string().as_str() {
            "env" => {
                let variable: LitStr = arguments.parse()?;
                arguments.parse::<Option<Token![,]>>()?;
                let unset = |_| syn::Error::new(variable.span(), "this environment variable is not set");
                let value = env::var(variable.value()).map_err(unset)?;
                Ok(Self { value, span: name.span(), variables: vec![variable.value()] })
            }
            "concat" => {
                let parts = Punctuated::<Self, Token![,]>::parse_terminated(&arguments)?;
                let value = parts.iter().map(|part| part.value.as_str()).collect();
                let variables = parts.into_iter().flat_map(|part| part.variables).collect();
                Ok(Self { value, span: name.span(), variables })
            }
            _ => Err(syn::Error::new(name.span(), "the only macros that a path can use are `concat!` and `env!`")),
        }
    }
}

impl DocumentPath {
    /// The items that make the compiler expand the macro again when one of the variables changes.
    pub(crate) fn tracking_items(&self) -> TokenStream {
        let variables = &self.variables;
        quote! { #(const _: &::core::primitive::str = ::core::env!(#variables);)* }
    }
}
