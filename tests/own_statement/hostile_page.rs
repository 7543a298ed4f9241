//! Pages with hostile text wherever a page may have text, and what look-ups must give of them.

use std::fmt::Write;

/// Texts that mean something to Rust, Markdown, HTML, a terminal or an editor. None has a colon, so that each may stand
/// for an implementation.
pub(crate) const TEXTS: [&str; 23] = [
    "\"double\" and 'single'",
    "{braces} {{}} #{hash} $crate #interpolated",
    "back\\slash \\n newline \\",
    "end of comment */ begin /* and // line",
    "end of raw string \"#, \"##, begin r#\"more",
    "end of attribute \"] #[cfg(no)] #![allow(all)] /// outer //! inner",
    "override \u{202e}desrever\u{202c}, isolate \u{2066}etalosi\u{2069}, embed \u{202a}x\u{202b}y\u{202d}z",
    "isolates \u{2067}a\u{2068}b, marks \u{200e}c\u{200f}d\u{61c}e",
    "bell\u{7}escape\u{1b}[m\u{b}tab\u{c}delete\u{7f}next\u{85}line",
    "separators \u{2028}line \u{2029}paragraph",
    "invisible \u{200b}space\u{ad}hyphen\u{feff}mark\u{e0041}tag",
    "<kbd>own()</kbd> <img src=own> <!-- remark --> ]]> <own",
    "[link](javascript&#x3a;own) [`features`] [Feature] ![image](own) [reference] <own@own.example> [^footnote]",
    "``` fence ``` `tick ~~~ tilde",
    "| cell | --- | ===",
    "- list + list * list # heading > quote",
    "*emphasis* _emphasis_ **strong** ~~struck~~ snake_case CamelCase",
    "&amp; &lt;own&gt; &quot;",
    "Größe e\u{301} 😀 名 \u{5e9}\u{5dc}",
    "self",
    // The same as the name of its constant, as that of a macro of Rust, and nothing but a digit.
    "SAME_AS_ITS_NAME",
    "vec",
    "9",
];

/// A text with something of each, for where a page has one text only. It has no digit, so that it may stand for a date,
/// and no blank, so that it may end an address.
pub(crate) const MIXED: &str = "Own\"#*/}\\{<b>`tick`[own](own)\u{202e}override\u{1b}[m";

/// HTML that may change all of the page on which it is prose, so that nothing there is certain, not even its version. It
/// has a page of its own.
const SCRIPT: &str = "<script>own()</script> <img src=own onerror=own()> <style>own</style> <del>own";

/// Prose with all that Markdown and rustdoc take for code.
const PROSE: &str = "A paragraph with `ticks`, ``` ticks ``` and \"#\n#[doc = include_str!(\"own\")] in it.

* A list with a fence:

  ```
  compile_error!(\"fenced in a list\");
  ```

      compile_error!(\"indented in a list\");

1. A number:

   ~~~rust
   compile_error!(\"fenced below a number\");
   ~~~

> ```rust
> compile_error!(\"fenced in a quotation\");
> ```

<kbd>own()</kbd> <img src=own>

<div>
```
compile_error!(\"fenced in HTML\");
```
</div>

https://own.example and <https://own.example>, `features::NONE`, [`features::NONE`] and [features]

| a | b |
| --- | --- |
| \u{202e}c | d |";

/// A file whose name means something to a shell and to Rust, too.
pub(crate) const DOCUMENT: &str = "pages/'own' {page} #own $crate.md";

/// The file of the page with a script.
pub(crate) const SCRIPT_DOCUMENT: &str = "pages/script.md";

/// The definition of a label that says what Xen's own says.
const SUPPORTED: &str = "### Supported

    Functional completeness: Yes
    Functional stability: Normal
    Interface stability: Yes
    Security supported: Yes
";

/// The text as Markdown that stands for it.
fn escaped(text: &str) -> String {
    text.chars().flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c])).collect()
}

/// A page with hostile text wherever a page may have text.
pub(crate) fn page() -> String {
    let mixed = escaped(MIXED);
    let mut page = format!(
        "# Release Support

    Xen-Version: 4.20 (OwnCase and own_case, {MIXED})
    Initial-Release: {MIXED}
    Supported-Until: 2028-03-05
    Security-Support-Until: {MIXED}

Release Notes
: [own](<https://own.example/{mixed}>)

# Feature Support

## {mixed}

### Prose

{PROSE}

    Status: {MIXED}

{PROSE}

### Label

    Status: {MIXED}

"
    );
    for text in TEXTS {
        let _ = write!(
            page,
            "### {0}\n\nProse: {text}\n\n    Status: {text}\n    Status, {text}: Supported\n\n",
            escaped(text)
        );
    }
    let _ = write!(
        page,
        "## External security support

* {mixed} https://own.example/{mixed}

# Format and definitions

## Definition of Status labels

### {mixed}

    Functional completeness: No, {MIXED}
    Functional stability: {MIXED}
    Interface stability: {MIXED}
    Security supported: No, {MIXED}

{SUPPORTED}"
    );
    page
}

/// A page with a script in its prose, and wherever else a page may have text.
pub(crate) fn script_page() -> String {
    let title = escaped(SCRIPT);
    format!(
        "# Release Support

    Xen-Version: 4.19

# Feature Support

## {title}

Prose: {SCRIPT}

    Status: {SCRIPT}
    Status, {SCRIPT}: Supported

{SCRIPT}

# Format and definitions

## Definition of Status labels

{SUPPORTED}"
    )
}

/// What the package's look-ups must give: a line for each release, and one for each of its features.
pub(crate) fn rows() -> Vec<String> {
    let none = None::<(&str, (&str, &str, &str, &str))>;
    let mut rows = vec![format!("{:?}", (SCRIPT_DOCUMENT, "4.19", "", "", "", ""))];
    let prose = format!("Prose: {SCRIPT}");
    for (implementation, status) in [("", SCRIPT), (SCRIPT, "Supported")] {
        rows.push(format!("{:?}", (SCRIPT, implementation, SCRIPT, status, &prose, SCRIPT, none)));
    }

    let url = format!("https://own.example/{MIXED}");
    let version = format!("4.20 (OwnCase and own_case, {MIXED})");
    rows.push(format!("{:?}", (DOCUMENT, version, MIXED, "2028-03-05", MIXED, &url)));
    rows.push(format!("{:?}", (MIXED, url)));
    let tags = (format!("No, {MIXED}"), MIXED, MIXED, format!("No, {MIXED}"));
    // The HTML in the prose leaves the status in doubt.
    rows.push(format!("{:?}", ("Prose", "", MIXED, MIXED, PROSE, PROSE, none)));
    rows.push(format!("{:?}", ("Label", "", MIXED, MIXED, "", "", Some((MIXED, tags)))));
    let supported = Some(("Supported", ("Yes", "Normal", "Yes", "Yes")));
    for text in TEXTS {
        let prose = format!("Prose: {text}");
        // A tag that does not end leaves the statuses below it in doubt.
        let supported = if text.ends_with("<own") { none } else { supported };
        rows.push(format!("{:?}", (text, "", MIXED, text, &prose, "", none)));
        rows.push(format!("{:?}", (text, text, MIXED, "Supported", &prose, "", supported)));
    }
    rows
}
