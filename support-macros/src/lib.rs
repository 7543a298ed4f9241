//! The procedural macro behind [`xen-support`]'s `include_support!`.
//!
//! **Do not depend on this crate directly; use [`xen-support`].** The macro needs the path of that crate as its first
//! argument, which `xen_support::include_support!` fills in.
//!
//! [`xen-support`]: https://docs.rs/xen-support

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use std::path::{Path, PathBuf};
use std::{env, fs};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{LitStr, Token};
use xen_support_data::compiler::{Compilation, Names, Source, compile, emit};

/// Compiles SUPPORT.md documents into tables in place; see `xen_support::include_support!`.
#[proc_macro]
pub fn include_support(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    match syn::parse(input) {
        Ok(Input { krate, paths }) => expand(&krate, &paths),
        Err(error) => error.into_compile_error(),
    }
    .into()
}

/// The path of `xen-support`, a semicolon, and the documents' paths.
struct Input {
    krate: TokenStream,
    paths: Vec<LitStr>,
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut krate = TokenStream::new();
        while !input.peek(Token![;]) {
            krate.extend([input.parse::<proc_macro2::TokenTree>()?]);
        }
        input.parse::<Token![;]>()?;
        let paths = Punctuated::<LitStr, Token![,]>::parse_terminated(input)?;
        if paths.is_empty() {
            return Err(input.error("expected the path of a SUPPORT.md, as a string"));
        }
        Ok(Self { krate, paths: paths.into_iter().collect() })
    }
}

fn expand(krate: &TokenStream, paths: &[LitStr]) -> TokenStream {
    let mut sources = Vec::new();
    let mut errors = TokenStream::new();
    let mut tracked = Vec::new();
    for path in paths {
        match read(path) {
            Ok((source, file)) => {
                sources.push(source);
                tracked.push(file.display().to_string());
            }
            Err(error) => errors.extend(error.into_compile_error()),
        }
    }
    if !errors.is_empty() {
        return errors;
    }
    let Compilation { catalog, diagnostics } = compile(&sources);
    // Makes the compiler look at the documents again when they change.
    let tracked = quote! { #(const _: &[u8] = ::core::include_bytes!(#tracked);)* };
    let notes = diagnostics.iter().enumerate().map(|(number, diagnostic)| {
        let document = sources.iter().position(|source| source.name() == diagnostic.place().file);
        let span = document.map_or_else(Span::call_site, |number| paths[number].span());
        let text = format!("\n{diagnostic}");
        if diagnostic.is_error() {
            quote_spanned! { span=> ::core::compile_error!(#text); }
        } else {
            warning(number, &text, span)
        }
    });
    let notes = quote! { #(#notes)* };
    match catalog {
        None => quote! { #tracked #notes },
        Some(catalog) => {
            let tables = emit(&catalog, &Names { data: quote!(#krate::data), set: format_ident!("Documents") });
            quote! { #tracked #notes #tables }
        }
    }
}

/// Makes the compiler show a warning, by the use of something deprecated; a proc macro has no other way on stable.
fn warning(number: usize, text: &str, span: Span) -> TokenStream {
    let name = format_ident!("warning_{number}", span = span);
    quote_spanned! { span=>
        const _: () = {
            #[deprecated(note = #text)]
            #[allow(non_upper_case_globals)]
            const #name: () = ();
            #name
        };
    }
}

/// Reads the document at a path relative to the folder of the package being compiled.
fn read(path: &LitStr) -> syn::Result<(Source, PathBuf)> {
    let name = path.value();
    let root = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let file = Path::new(&root).join(&name);
    let refuse = |error: &dyn std::fmt::Display| {
        syn::Error::new(path.span(), format!("cannot read {}: {error}", file.display()))
    };
    let bytes = fs::read(&file).map_err(|error| refuse(&error))?;
    let text = String::from_utf8(bytes).map_err(|error| refuse(&error.utf8_error()))?;
    Ok((Source::new(name, text), file))
}
