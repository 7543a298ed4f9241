//! Tokens to text in short lines, for a file that nobody reads but the compiler.
//!
//! Where the compiler points into the file, it quotes the line, so a file of one line would be quoted as a whole. The
//! formatter (`pretty`) needs syn, which takes longer to build than all the rest; this takes a walk over the tokens.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use std::fmt::Write;

/// The length of a line, in bytes; only a single token may be longer.
const WIDTH: usize = 120;

/// The text of the tokens. Items, attributes and the content of braces have lines of their own; whatever is too long
/// for a line goes on in the next one.
///
/// Cost: linear in the length of the text.
pub(crate) fn to_lines(tokens: TokenStream) -> String {
    let mut lines = Lines::default();
    lines.stream(tokens, true);
    lines.text.push('\n');
    lines.text
}

/// The text so far, and what comes next.
#[derive(Default)]
struct Lines {
    text: String,
    /// Where in the text its last line begins.
    line: usize,
    /// What stands between the text and the next word.
    gap: Gap,
    /// The beginning of the next word: tokens between which nothing may stand.
    word: String,
}

/// What stands between two words. Where the next word is too long for the line, a line break does.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Gap {
    #[default]
    Nothing,
    Blank,
    LineBreak,
}

impl Lines {
    /// Adds tokens. `has_items` says whether they stand in braces, or in none, where a semicolon ends an item.
    fn stream(&mut self, tokens: TokenStream, has_items: bool) {
        let mut tokens = tokens.into_iter().peekable();
        let mut is_attribute = false;
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => {
                    let ends_line = match group.delimiter() {
                        // `};`, `},` and `}.` go on in the same line.
                        Delimiter::Brace => {
                            !matches!(tokens.peek(), Some(TokenTree::Punct(_))) || starts_attribute(tokens.peek())
                        }
                        Delimiter::Bracket => is_attribute,
                        Delimiter::Parenthesis | Delimiter::None => false,
                    };
                    self.group(group.delimiter(), group.stream(), has_items);
                    if ends_line {
                        self.gap = Gap::LineBreak;
                    }
                    is_attribute = false;
                }
                TokenTree::Punct(punct) => {
                    // An inner attribute has `!` in between.
                    is_attribute = punct.as_char() == '#' || is_attribute && punct.as_char() == '!';
                    self.word.push(punct.as_char());
                    if punct.spacing() == Spacing::Alone {
                        let ends_item = has_items && punct.as_char() == ';';
                        self.end_word(if ends_item { Gap::LineBreak } else { Gap::Blank });
                    }
                }
                TokenTree::Ident(_) | TokenTree::Literal(_) => {
                    is_attribute = false;
                    let _ = write!(self.word, "{token}");
                    self.end_word(Gap::Blank);
                }
            }
        }
        if !self.word.is_empty() {
            self.end_word(Gap::Blank);
        }
    }

    fn group(&mut self, delimiter: Delimiter, content: TokenStream, has_items: bool) {
        let (open, close, inside) = match delimiter {
            Delimiter::Parenthesis => ("(", ")", Gap::Nothing),
            Delimiter::Bracket => ("[", "]", Gap::Nothing),
            Delimiter::Brace if content.is_empty() => ("{", "}", Gap::Nothing),
            Delimiter::Brace => ("{", "}", Gap::LineBreak),
            Delimiter::None => return self.stream(content, has_items),
        };
        self.word.push_str(open);
        self.end_word(inside);
        self.stream(content, delimiter == Delimiter::Brace);
        self.gap = inside;
        self.word.push_str(close);
        self.end_word(Gap::Blank);
    }

    /// Adds the word to the text; `after` is what stands between it and the next one.
    fn end_word(&mut self, after: Gap) {
        let blank = usize::from(self.gap == Gap::Blank);
        let length = self.text.len() - self.line;
        if length > 0 && (self.gap == Gap::LineBreak || length + blank + self.word.len() > WIDTH) {
            self.text.push('\n');
            self.line = self.text.len();
        } else if self.gap == Gap::Blank {
            self.text.push(' ');
        }
        self.text.push_str(&self.word);
        // Within a literal.
        if let Some(end) = self.word.rfind('\n') {
            self.line = self.text.len() - self.word.len() + end + 1;
        }
        self.word.clear();
        self.gap = after;
    }
}

fn starts_attribute(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == '#')
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, to_lines};
    use crate::{LintLevels, Settings, Source, compile, emit};
    use proc_macro2::TokenStream;
    use quote::quote;

    /// The text of the tokens, which stands for the same tokens and has no long lines.
    fn lines(tokens: TokenStream) -> String {
        let plain = tokens.to_string();
        let text = to_lines(tokens);
        let parsed: TokenStream = text.parse().unwrap();
        assert_eq!(parsed.to_string(), plain.parse::<TokenStream>().unwrap().to_string());
        for line in text.lines().filter(|line| line.len() > WIDTH) {
            assert_eq!(line.parse::<TokenStream>().unwrap().into_iter().count(), 1, "{line}");
        }
        text
    }

    #[test]
    fn items_and_attributes_have_lines_of_their_own() {
        let tokens = quote! {
            #![allow(dead_code)]
            /// Documented.
            #[derive(Debug)]
            pub enum Set {}
            mod inner {
                const FIRST: &'static [u8; 2] = &[1, 2];
                const SECOND: data::Meaning = data::Meaning { level: data::Level::None, label: None };
                impl<'a> Iterator for Own<'a> {}
            }
        };
        let expected = r#"# ! [allow (dead_code)]
# [doc = r" Documented."]
# [derive (Debug)]
pub enum Set {}
mod inner {
const FIRST : & 'static [u8 ; 2] = & [1 , 2] ;
const SECOND : data :: Meaning = data :: Meaning {
level : data :: Level :: None , label : None
} ;
impl < 'a > Iterator for Own < 'a > {}
}
"#;
        assert_eq!(lines(tokens), expected);
    }

    #[test]
    fn what_is_too_long_for_a_line_goes_on_in_the_next() {
        let (numbers, strings, long) = (0..1000, vec!["text"; 100], "long ".repeat(WIDTH));
        let text = lines(quote! {
            const NUMBERS: &[u32] = &[#(#numbers),*];
            const NESTED: &[&[&str]] = &[&[#(#strings),*], &[#long, "short"]];
            #[doc = #long]
            const DEEP: ((((((u8)))))) = f(f(f(f(f(#long)))));
        });
        let filled = text.lines().filter(|line| line.len() > WIDTH - 8).count();
        assert!(filled > 40, "{filled}\n{text}");
    }

    #[test]
    fn tokens_that_touch_stay_together() {
        let joint =
            "a <<= b ; c ..= d ; e && ! f ; 'label : loop { break 'label ; } ; |& g | - & mut h ; x ?. y :: z ;";
        lines(joint.parse().unwrap());
        lines(joint.repeat(100).parse().unwrap());
        lines("const A: &str = r#\"two\nlines\"#; const B: u8 = b'\\''; r#fn ! { [ ( ) ] }".parse().unwrap());
        assert_eq!(lines(TokenStream::new()), "\n");
    }

    #[test]
    fn tables_stay_the_same() {
        for page in [
            include_str!("../../tests/diagnostics/bidirectional_control.md"),
            include_str!("../../tests/diagnostics/feature_twice.md"),
        ] {
            let catalog = compile(&[Source::new("page.md", page)], &LintLevels::new()).catalog.unwrap();
            lines(emit(&catalog, &Settings::default()));
        }
    }
}
