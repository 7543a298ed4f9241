//! One tag, comment or declaration of HTML, as a browser reads it.

/// What begins with a `<`.
#[derive(Debug)]
pub(super) struct Markup {
    /// A tag's name in lower case, with a `/` before it if it closes; `!--` for a comment, `!` for what browsers take for
    /// one.
    pub(super) name: String,
    /// How many bytes it has.
    pub(super) length: usize,
    /// Whether it ends, and at the same place for all readers.
    pub(super) has_certain_end: bool,
    /// Whether the tag has an attribute that runs a script, such as `onload`.
    pub(super) has_handler: bool,
}

impl Markup {
    /// Reads what begins with the `<` at the beginning of a text; `None` if that is text.
    pub(super) fn read(text: &str) -> Option<Self> {
        let rest = text.strip_prefix('<')?;
        if let Some(comment) = rest.strip_prefix("!--") {
            return Some(Self::comment(text, comment));
        }
        let slash = usize::from(rest.starts_with('/'));
        let behind = &rest[slash..];
        if behind.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Some(Self::tag(text, slash, behind));
        }
        if rest.starts_with(['!', '?']) || (slash == 1 && !behind.is_empty() && !behind.starts_with('>')) {
            let end = text.find('>');
            return Some(Self {
                name: "!".to_owned(),
                length: end.map_or(text.len(), |end| end + 1),
                has_certain_end: end.is_some(),
                has_handler: false,
            });
        }
        None
    }

    /// Whether it is a comment.
    pub(super) fn is_comment(&self) -> bool {
        self.name == "!--"
    }

    /// Whether it opens an element.
    pub(super) fn is_element(&self) -> bool {
        !self.name.starts_with(['!', '/'])
    }

    /// For a browser, `--!>` ends a comment, too, and `<!-->` is a whole one.
    fn comment(text: &str, comment: &str) -> Self {
        let start = text.len() - comment.len();
        let is_cut = comment.starts_with('>') || comment.starts_with("->");
        let end = comment.find("-->").map(|end| end + "-->".len());
        let has_other_end = comment[..end.unwrap_or(comment.len())].contains("--!>");
        Self {
            name: "!--".to_owned(),
            length: end.map_or(text.len(), |end| start + end),
            has_certain_end: end.is_some() && !is_cut && !has_other_end,
            has_handler: false,
        }
    }

    fn tag(text: &str, slash: usize, behind: &str) -> Self {
        let is_blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        let length = behind.find(|c: char| is_blank(c) || matches!(c, '/' | '>')).unwrap_or(behind.len());
        let name = format!("{}{}", if slash == 1 { "/" } else { "" }, behind[..length].to_ascii_lowercase());
        let mut markup = Self { name, length: text.len(), has_certain_end: false, has_handler: false };
        let mut rest = &behind[length..];
        loop {
            rest = rest.trim_start_matches(|c: char| is_blank(c) || c == '/');
            if let Some(behind) = rest.strip_prefix('>') {
                markup.length = text.len() - behind.len();
                markup.has_certain_end = true;
                return markup;
            }
            // An attribute's name may begin with a `=`.
            let Some(first) = rest.chars().next() else { return markup };
            let end = rest[first.len_utf8()..].find(|c: char| is_blank(c) || matches!(c, '/' | '>' | '='));
            let attribute = end.map_or(rest, |end| &rest[..first.len_utf8() + end]);
            markup.has_handler |= attribute.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"));
            rest = rest[attribute.len()..].trim_start_matches(is_blank);
            let Some(value) = rest.strip_prefix('=') else { continue };
            let value = value.trim_start_matches(is_blank);
            rest = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => match value[1..].split_once(quote) {
                    Some((_, behind)) => behind,
                    None => return markup,
                },
                Some('>') => value,
                _ => &value[value.find(|c: char| is_blank(c) || c == '>').unwrap_or(value.len())..],
            };
        }
    }
}
