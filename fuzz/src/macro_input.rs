//! What must hold of the grammar of `include_support!`. Its files are the macro's own, since nothing but macros can be
//! called in the crate of one.

#[path = "../../support-macros/src/input.rs"]
mod input;
#[expect(dead_code, reason = "only the macro shows where a path stands")]
#[path = "../../support-macros/src/path.rs"]
mod path;

use arbitrary::{Result, Unstructured};
use input::Input;
use proc_macro2::{TokenStream, TokenTree};
use std::str::FromStr;
use xen_support_compiler::{Date, Version};

/// Checks any text as the macro's input, with and without the path that the macro is given first.
pub(crate) fn check_text(text: &str) {
    for text in [text.to_owned(), format!("::xen_support; {text}")] {
        // A token that Rust does not have never reaches a macro.
        let Ok(tokens) = TokenStream::from_str(&text) else { continue };
        let Ok(input) = syn::parse2::<Input>(tokens.clone()) else { continue };
        assert!(!input.documents.is_empty(), "{text}");
        let printed = tokens.to_string();
        let again = syn::parse2::<Input>(TokenStream::from_str(&printed).expect("what was read is printed as tokens"));
        assert_eq!(summary(&input), summary(&again.unwrap_or_else(|error| panic!("{error}: {printed}"))), "{printed}");
    }
}

/// What the macro works with.
#[derive(PartialEq, Eq, Debug)]
struct Summary {
    krate: String,
    documents: Vec<(String, Option<Version>)>,
    variables: String,
    as_of: Option<Date>,
    levels: String,
    lints: Vec<String>,
}

fn summary(input: &Input) -> Summary {
    let Input { krate, documents, as_of, levels, lints } = input;
    Summary {
        krate: krate.to_string(),
        documents: documents.iter().map(|document| (document.path.value.clone(), document.version)).collect(),
        variables: documents.iter().map(|document| document.path.tracking_items().to_string()).collect(),
        as_of: *as_of,
        levels: format!("{levels:?}"),
        lints: lints.iter().map(syn::LitStr::value).collect(),
    }
}

/// Checks an input that the grammar allows: what was put in comes out.
pub(crate) fn check_grammar(u: &mut Unstructured<'_>) -> Result<()> {
    let mut arguments: Vec<String> = Vec::new();
    let mut documents = Vec::new();
    for _ in 0..=u.int_in_range(0..=3)? {
        let (code, value) = path(u, 2)?;
        let version = u.choose(&VERSIONS)?;
        let given = version.map_or(String::new(), |version| format!(" as {version:?}"));
        arguments.push(format!("{code}{given}"));
        documents.push((value, version.and_then(Version::parse)));
    }
    let mut lints = Vec::new();
    let as_of = if u.arbitrary()? { Some("2026-08-20") } else { None };
    for _ in 0..u.int_in_range(0..=3)? {
        let lint = (*u.choose(&LINTS)?).to_owned();
        arguments.insert(
            u.int_in_range(0..=arguments.len())?,
            format!("{} = {lint:?}", u.choose(&["allow", "warn", "deny"])?),
        );
        lints.push(lint);
    }
    if let Some(day) = as_of {
        arguments.push(format!("as_of = {day:?}"));
        lints.push(day.to_owned());
    }
    let text = format!("::xen_support; {}{}", arguments.join(", "), u.choose(&["", ","])?);
    let input: Input = syn::parse_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let mut summary = summary(&input);
    summary.lints.sort();
    lints.sort();
    assert_eq!((&summary.documents, &summary.lints), (&documents, &lints), "{text}");
    assert_eq!(summary.as_of, as_of.and_then(Date::parse), "{text}");
    check_text(&text);
    Ok(())
}

const VERSIONS: [Option<&str>; 5] = [None, None, Some("4.18"), Some("4.23-unstable"), Some("4.20-rc")];

const LINTS: [&str; 6] = [
    "pandoc-differs",
    "setext-heading",
    "status-unknown@SUPPORT.md",
    "status-unknown@SUPPORT.md@Half",
    "heading-level-skipped@a b.md",
    "feature-twice",
];

/// A path as code, and its value.
fn path(u: &mut Unstructured<'_>, depth: usize) -> Result<(String, String)> {
    if depth == 0 || u.ratio(1, 2)? {
        let value: String = if u.ratio(1, 4)? { u.arbitrary()? } else { (*u.choose(&PATHS)?).to_owned() };
        return Ok((TokenTree::from(proc_macro2::Literal::string(&value)).to_string(), value));
    }
    if let (true, Ok(value)) = (u.ratio(1, 3)?, std::env::var("PATH")) {
        let name = u.choose(&["env", "std::env", "core::env"])?;
        return Ok((format!("{name}!(\"PATH\")"), value));
    }
    let (mut codes, mut values) = (Vec::new(), String::new());
    for _ in 0..u.int_in_range(0..=3)? {
        let (code, value) = path(u, depth - 1)?;
        codes.push(code);
        values.push_str(&value);
    }
    let name = u.choose(&["concat", "std::concat", "core::concat"])?;
    Ok((format!("{name}!({})", codes.join(", ")), values))
}

const PATHS: [&str; 5] = ["SUPPORT.md", "../pages/4.18.md", "a b.md", "", "é\n\u{202e}\"\\"];

/// A text of the grammar's words.
pub(crate) fn words(u: &mut Unstructured<'_>) -> Result<String> {
    let mut words = String::new();
    for _ in 0..u.int_in_range(0..=24)? {
        words.push_str(u.choose(&WORDS)?);
        words.push_str(u.choose(&["", " "])?);
    }
    Ok(words)
}

const WORDS: [&str; 34] = [
    "\"SUPPORT.md\"",
    "\"4.18\"",
    "\"2026-08-20\"",
    "\"pandoc-differs\"",
    "\"\"",
    "r#\"a\"#",
    "b\"a\"",
    "c\"a\"",
    "'a'",
    "1",
    "as",
    "as_of",
    "allow",
    "warn",
    "deny",
    "=",
    ",",
    ";",
    ":",
    "::",
    "!",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "env",
    "concat",
    "std",
    "core",
    "r#as",
    "self",
    "#",
];
