//! The tags of HTML, as pandoc tells them apart.

/// Tags that begin or end a block for pandoc, wherever they stand.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "calloutlist",
    "canvas",
    "caption",
    "caution",
    "center",
    "classsynopsis",
    "cmdsynopsis",
    "col",
    "colgroup",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "epigraph",
    "equation",
    "example",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "formalpara",
    "frameset",
    "funcsynopsis",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "important",
    "informalexample",
    "informaltable",
    "isindex",
    "itemizedlist",
    "li",
    "literallayout",
    "main",
    "mediaobject",
    "menu",
    "meta",
    "msgset",
    "nav",
    "noframes",
    "note",
    "ol",
    "orderedlist",
    "output",
    "p",
    "para",
    "pre",
    "procedure",
    "programlisting",
    "qandaset",
    "screen",
    "section",
    "segmentedlist",
    "sidebar",
    "simpara",
    "simplelist",
    "style",
    "summary",
    "synopsis",
    "table",
    "tbody",
    "td",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "tip",
    "title",
    "tr",
    "ul",
    "variablelist",
    "warning",
];

/// Tags that begin a block for pandoc at the beginning of one, and are text elsewhere.
const EITHER: &[&str] = &[
    "applet", "area", "audio", "button", "del", "embed", "iframe", "ins", "map", "noscript", "object", "progress",
    "script", "source", "svg", "video",
];

/// What begins with a `<`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tag<'t> {
    /// `<!--`.
    Comment,
    /// A tag that is a block, by its name; a closing one has a `/` before it.
    Block(&'t str),
    /// A tag that is a block only where one may begin.
    Either(&'t str),
    /// Any other tag.
    Text(&'t str),
    /// `<!…` and `<?…`.
    Declaration,
}

/// The tag with which the text begins; `None` if it begins with none, such as `<https://…>` and `< `.
pub(super) fn tag(text: &str) -> Option<Tag<'_>> {
    let rest = text.strip_prefix('<')?;
    if rest.starts_with("!--") {
        return Some(Tag::Comment);
    }
    if rest.starts_with(['!', '?']) {
        return Some(Tag::Declaration);
    }
    let slash = usize::from(rest.starts_with('/'));
    let name = rest[slash..].split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let behind = &rest[slash + name.len()..];
    // An address: `<https://…>`, `<name@host>`.
    if behind.starts_with([':', '@', '.', '+']) && !behind.starts_with(": ") {
        return None;
    }
    let lower_case = name.to_ascii_lowercase();
    let whole = &rest[..slash + name.len()];
    let named = |names: &[&str]| names.contains(&lower_case.as_str());
    Some(if named(BLOCKS) {
        Tag::Block(whole)
    } else if named(EITHER) {
        Tag::Either(whole)
    } else {
        Tag::Text(whole)
    })
}

/// Whether an element with this name is part of a text for pandoc, and not a block of its own.
pub(crate) fn is_inline_html(name: &str) -> bool {
    !BLOCKS.contains(&name) && !EITHER.contains(&name)
}

/// Why something that begins like a comment is none for pandoc.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum NoComment {
    /// It ends elsewhere for a browser.
    HasOtherEnd,
    /// It does not end.
    HasNoEnd,
}

/// How long the comment is with which this text begins.
pub(super) fn comment_length(text: &str) -> Result<usize, NoComment> {
    let inner = "<!--".len();
    if text[inner..].starts_with('>') || text[inner..].starts_with("->") {
        return Err(NoComment::HasOtherEnd);
    }
    let mut at = inner;
    while let Some(found) = text[at..].find("--") {
        at += found;
        if text[at..].starts_with("-->") {
            return Ok(at + "-->".len());
        }
        if text[at..].starts_with("--!>") {
            return Err(NoComment::HasOtherEnd);
        }
        at += 1;
    }
    Err(NoComment::HasNoEnd)
}
