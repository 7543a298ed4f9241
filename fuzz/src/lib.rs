//! What must hold of the compiler for any document at all.
//!
//! Each function makes documents of bytes, compiles them and panics where a property does not hold. The fuzz targets
//! call them with what libFuzzer comes up with; `tests/corpus.rs` with the corpus and a fixed series of bytes.
#![forbid(unsafe_code)]

mod emitted;
mod mutation;
mod properties;
pub mod real;
mod structure;

use arbitrary::Unstructured;
use xen_support_compiler::Source;

/// Stands between the documents of one input: the character that ASCII has for this.
pub const SEPARATOR: char = '\u{1e}';

/// The bytes as they are. They reach the compiler as a build script would read them, but that what is not UTF-8 is
/// replaced instead of refused.
pub fn any_bytes(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let texts: Vec<&str> = text.split(SEPARATOR).collect();
    compiled(&texts);
}

/// Parts of the real pages, with edits such as people make and tools go wrong with.
pub fn mutated_page(bytes: &[u8]) {
    if let Ok(texts) = mutation::documents(&mut Unstructured::new(bytes)) {
        compiled(&texts);
    }
}

/// Pages put together by the format's own grammar, with names and values that are made to be awkward.
pub fn structured_page(bytes: &[u8]) {
    if let Ok(pages) = structure::documents(&mut Unstructured::new(bytes)) {
        let texts: Vec<&str> = pages.iter().map(|page| page.text.as_str()).collect();
        if let Some(accepted) = compiled(&texts) {
            structure::check(&pages, &accepted);
        }
    }
}

/// Compiles documents, checks what holds of any, and returns what was compiled if they were accepted.
fn compiled(texts: &[impl AsRef<str>]) -> Option<properties::Accepted> {
    let source = |(number, text): (usize, &_)| Source::new(format!("{number}.md"), AsRef::<str>::as_ref(text));
    let sources: Vec<Source> = texts.iter().enumerate().map(source).collect();
    properties::check(&sources)
}
