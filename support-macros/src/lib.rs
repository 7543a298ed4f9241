//! The procedural macros behind [`xen-support`]'s `include_support!` and `needs!`.
//!
//! **Do not depend on this crate directly; use [`xen-support`].** The macros need the path of that crate as their first
//! argument, which those of `xen-support` fill in.
//!
//! [`xen-support`]: https://docs.rs/xen-support

mod input;
mod needs;
mod path;

use input::{Document, Input};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use std::env;
use std::path::Path;
use syn::LitStr;
use xen_support_compiler::{
    Compilation, Diagnostic, Settings, Source, check_name, compile, document_name, emit, printable, read_page,
};

/// Compiles SUPPORT.md documents into tables in place; see `xen_support::include_support!`.
#[proc_macro]
pub fn include_support(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    match syn::parse(input) {
        Ok(input) => expand(&input),
        Err(error) => error.into_compile_error(),
    }
    .into()
}

/// Declares lists of needs; see `xen_support::needs!`.
#[proc_macro]
pub fn needs(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    needs::expand(input.into()).into()
}

fn expand(input: &Input) -> TokenStream {
    let Input { krate, documents, as_of, levels, lints } = input;
    let mut sources = Vec::new();
    let mut output = TokenStream::new();
    let mut read_errors = TokenStream::new();
    for document in documents {
        output.extend(document.path.tracking_items());
        match read_document(document) {
            Ok((source, tracking_item)) => {
                sources.push(source);
                output.extend(tracking_item);
            }
            Err(error) => read_errors.extend(error.into_compile_error()),
        }
    }
    if !read_errors.is_empty() {
        return read_errors;
    }
    let Compilation { catalog, diagnostics, unused_lints, .. } = compile(&sources, levels);
    output.extend(diagnostics.iter().enumerate().map(|(number, diagnostic)| {
        let document = sources.iter().position(|source| source.name() == diagnostic.place().file);
        let span = document.map_or_else(Span::call_site, |number| documents[number].path.span);
        emit_diagnostic(number, diagnostic, span)
    }));
    for (number, lint) in unused_lints.iter().enumerate() {
        let span = lints.iter().find(|known| known.value() == *lint).map_or_else(Span::call_site, LitStr::span);
        let text = format!("no document gives the lint `{lint}` any longer: remove it");
        output.extend(warning(&format_ident!("UNUSED_LINT_{number}", span = span), &text));
    }
    if let Some(catalog) = catalog {
        let settings = Settings { data: quote!(#krate::data), as_of: *as_of, ..Settings::default() };
        output.extend(emit(&catalog, &settings));
    }
    output
}

/// The item that makes the compiler show a diagnostic at the document's path.
///
/// An error becomes a `compile_error!`. `number` keeps the names that warnings use apart.
fn emit_diagnostic(number: usize, diagnostic: &Diagnostic, span: Span) -> TokenStream {
    let text = format!("\n{diagnostic}");
    if diagnostic.is_error() {
        return quote_spanned! { span=> ::core::compile_error!(#text); };
    }
    warning(&format_ident!("WARNING_{number}", span = span), &text)
}

/// The item that makes the compiler show a warning at the span of a name: the use of a deprecated constant of this name,
/// since a procedural macro has no other way to warn on stable Rust.
fn warning(name: &Ident, text: &str) -> TokenStream {
    quote_spanned! { name.span()=>
        const _: () = {
            #[deprecated(note = #text)]
            const #name: () = ();
            #name
        };
    }
}

const IS_A_FOLDER: &str = "this is a folder; name each document in it, or compile the folder in a build script, by \
                           `Builder::folder` of xen-support-compiler";

/// Reads the document at a path relative to the folder of the package being compiled. Also returns the item that makes
/// the compiler expand the macro again when the document changes.
fn read_document(Document { path, version }: &Document) -> syn::Result<(Source, TokenStream)> {
    let root = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let file = Path::new(&root).join(&path.value);
    let refuse = |why: &dyn std::fmt::Display| {
        syn::Error::new(path.span, printable(&format!("cannot read {}: {why}", file.display())))
    };
    check_name(&file).map_err(|error| syn::Error::new(path.span, error))?;
    let bytes = read_page(&file).map_err(|error| if file.is_dir() { refuse(&IS_A_FOLDER) } else { refuse(&error) })?;
    let name = file.to_str().ok_or_else(|| refuse(&"its path is not UTF-8"))?;
    let tracking_item = quote! { const _: &[::core::primitive::u8] = ::core::include_bytes!(#name); };
    // Errors and tables name the document by its path in the package, which is the same on every machine.
    let relative = document_name(file.strip_prefix(&root).unwrap_or(&file));
    let source = Source::from_bytes(relative, bytes)
        .map_err(|diagnostic| syn::Error::new(path.span, format!("\n{diagnostic}")))?;
    Ok((source.with_version(*version), tracking_item))
}
