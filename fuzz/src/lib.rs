//! What must hold of the compiler for any document at all, and of any requirement.
//!
//! Each function makes documents or requirements of bytes, and panics if a property does not hold. The fuzz targets call
//! these functions with the bytes that libFuzzer makes; `tests/corpus.rs` calls them with the corpus and a fixed
//! series.
#![forbid(unsafe_code)]

mod emitted;
mod hidden;
mod literal;
mod macro_input;
mod mutation;
mod outputs;
mod pair;
mod perfect_hash;
mod properties;
mod reader;
pub mod real;
mod requirement;
mod running;
mod structure;

use arbitrary::Unstructured;
use xen_support_compiler::Source;

/// Stands between the documents of one input: ASCII's record separator.
pub const SEPARATOR: char = '\u{1e}';

/// Checks the bytes themselves as documents. They reach the compiler as a build script would read them, except that
/// what is not UTF-8 is replaced instead of refused.
pub fn any_bytes(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let texts: Vec<&str> = text.split(SEPARATOR).collect();
    compile_and_check(&texts);
}

/// Checks parts of the real pages, with edits that people make and tools fail on.
pub fn mutated_page(bytes: &[u8]) {
    if let Ok(texts) = mutation::documents(&mut Unstructured::new(bytes)) {
        compile_and_check(&texts);
    }
}

/// Checks pages made by the format's own grammar, with awkward names and values.
pub fn structured_page(bytes: &[u8]) {
    if let Ok(pages) = structure::documents(&mut Unstructured::new(bytes)) {
        let texts: Vec<&str> = pages.iter().map(|page| page.text.as_str()).collect();
        if let Some(accepted) = compile_and_check(&texts) {
            structure::check(&pages, &accepted);
        }
    }
}

/// Checks parts of the real pages with something around some of their lines that not everybody sees.
pub fn hidden_lines(bytes: &[u8]) {
    let _ = hidden::check(&mut Unstructured::new(bytes));
}

/// Checks the bytes as the text of a requirement; a text of the grammar's words; and what a bundled statement answers to
/// a requirement that the grammar allows.
pub fn requirement(bytes: &[u8]) {
    requirement::check_text(&String::from_utf8_lossy(bytes));
    let mut u = Unstructured::new(bytes);
    if let Ok(text) = requirement::check_answer(&mut u).and_then(|()| requirement::words(&mut u)) {
        requirement::check_text(&text);
    }
}

/// Checks the reader of Markdown with the bytes themselves, and with parts of the real pages, edited.
pub fn reader(bytes: &[u8]) {
    reader::check(&String::from_utf8_lossy(bytes));
    if let Ok(texts) = mutation::documents(&mut Unstructured::new(bytes)) {
        for text in &texts {
            reader::check(text);
        }
    }
}

/// Checks what changed between two pages, and the facts of each: of a real page and the same with edits, or of pages by
/// the grammar.
pub fn page_pair(bytes: &[u8]) {
    if let Some(pages) = pages(bytes) {
        pair::check(pages.each_ref().map(String::as_str));
    }
}

/// Checks all that the command writes about two such pages, or about the bytes themselves.
pub fn outputs(bytes: &[u8]) {
    if let Some(pages) = pages(bytes) {
        outputs::check(pages.each_ref().map(String::as_str));
    }
}

/// Checks the grammar of `include_support!` with the bytes themselves, with its words, and with an input that it allows.
pub fn macro_input(bytes: &[u8]) {
    macro_input::check_text(&String::from_utf8_lossy(bytes));
    let mut u = Unstructured::new(bytes);
    if let Ok(text) = macro_input::check_grammar(&mut u).and_then(|()| macro_input::words(&mut u)) {
        macro_input::check_text(&text);
    }
}

/// Checks what tells which Xen runs: the bytes themselves as the text of each interface, and texts of the parts of versions.
pub fn running(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    running::check_text(&text);
    running::check_extra(0x0004_0011, &text);
    running::check_device_tree(bytes);
    let _ = running::check_parts(&mut Unstructured::new(bytes));
}

/// Two pages. Bytes that begin as a page does are their text; else the first byte says how they are made.
fn pages(bytes: &[u8]) -> Option<[String; 2]> {
    let (first, rest) = bytes.split_first()?;
    let u = &mut Unstructured::new(rest);
    match first {
        b'#' => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let (one, two) = text.split_once(SEPARATOR).unwrap_or((&text, &text));
            Some([one.to_owned(), two.to_owned()])
        }
        0..=127 => mutation::pair(u).ok(),
        128.. => structure::pair(u).ok(),
    }
}

/// Compiles documents, checks the properties that hold for any, and returns the catalog if there are no errors.
fn compile_and_check(texts: &[impl AsRef<str>]) -> Option<properties::Accepted> {
    let source = |(number, text): (usize, &_)| Source::new(format!("{number}.md"), AsRef::<str>::as_ref(text));
    let sources: Vec<Source> = texts.iter().enumerate().map(source).collect();
    properties::check(&sources)
}
