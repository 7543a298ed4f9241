//! Where definition lists begin and end, as pandoc's `definitionList` has it.

use super::lines::{Line, is_blank};
use super::scanner::Scanner;
use super::{Definition, DefinitionBody, list};

/// How far a definition's mark may be indented.
const DEEPEST: usize = 2;

impl Scanner<'_> {
    /// Whether a definition begins in this line: `: text`.
    pub(super) fn is_definition(&self, number: usize) -> bool {
        let line = self.lines.get(number).filter(|line| line.indent <= DEEPEST);
        let words = line.map_or("", |line| line.words);
        let Some(text) = words.strip_prefix([':', '~']) else { return false };
        text.starts_with([' ', '\t']) || (text.is_empty() && self.lines[number].text.ends_with([' ', '\t']))
    }

    /// Where the first definition of the term in this line begins, if the line is a term.
    pub(super) fn definition_of(&self, term: usize) -> Option<usize> {
        if self.is_definition(term + 1) {
            return Some(term + 1);
        }
        (self.lines.get(term + 1)?.is_blank() && self.is_definition(term + 2)).then_some(term + 2)
    }

    /// The first line after the definition list whose first term is in this line, and the definitions.
    pub(super) fn definitions(&mut self, first: usize) -> (usize, Vec<Definition>) {
        let mut definitions = Vec::new();
        let mut term = first;
        while term < self.lines.len() && (term == first || !self.lines[term].is_blank()) {
            let Some(mut body) = self.definition_of(term) else { break };
            let line = self.lines[term];
            let read = self.read_inline(line.words, line.words_start());
            if line.words.contains(['\'', '"']) || line.words.ends_with('\\') {
                self.differs(line.words_start()..line.words_end(), "a term with quotes or a backslash", false);
            }
            let mut bodies = Vec::new();
            let mut is_first_line = body == term + 1;
            loop {
                let end = self.definition_end(body);
                bodies.push(self.definition_body(body, end, is_first_line));
                let next = if self.is_definition(end) {
                    end
                } else if self.lines.get(end).is_some_and(Line::is_blank) && self.is_definition(end + 1) {
                    end + 1
                } else {
                    term = self.skip_blank(end);
                    break;
                };
                is_first_line = next == end;
                body = next;
            }
            definitions.push(Definition { words: read.words(), term: read.text, bodies });
        }
        (term, definitions)
    }

    /// The first line after the definition that begins in this line, without the blank lines after it.
    fn definition_end(&self, first: usize) -> usize {
        let mut end = self.lazy_end(first + 1);
        loop {
            let next = self.skip_blank(end);
            match self.lines.get(next) {
                Some(line) if next > end && line.is_indented() => end = self.lazy_end(next + 1),
                _ => return end,
            }
        }
    }

    fn lazy_end(&self, mut next: usize) -> usize {
        while let Some(line) = self.lines.get(next) {
            if line.is_blank() || (!line.is_indented() && self.is_definition(next)) {
                break;
            }
            next += 1;
        }
        next
    }

    fn definition_body(&mut self, first: usize, end: usize, is_attached: bool) -> DefinitionBody {
        let line = self.lines[first];
        let text = line.words.get(1..).unwrap_or_default();
        let mut words = text.trim_matches(is_blank).to_owned();
        for line in &self.lines[first + 1..end] {
            words.push(' ');
            words.push_str(line.words);
        }
        let is_one = (first..end).all(|number| !self.lines[number].is_blank());
        let read = self.read_inline(words.trim(), line.words_start());
        let begins_block = |words: &str| {
            list::marker(words).is_some() || words.starts_with(['>', '#', '|', '`', '~', '<', '-', '=', '\\', ':'])
        };
        let is_certain = !begins_block(words.trim_start())
            || words.starts_with("<a ")
            || words.starts_with("<https:")
            || words.starts_with("<http:");
        if !is_certain || self.lines[first + 1..end].iter().any(|line| begins_block(line.words)) {
            self.differs(line.words_start()..line.words_end(), "a definition that is more than one text", false);
        }
        let block = match words.chars().next() {
            _ if list::marker(&words).is_some_and(|marker| marker.is_ordered) => Some("a numbered list"),
            _ if list::marker(&words).is_some() => Some("a list"),
            Some('>') => Some("a quote"),
            Some('#') => Some("a heading"),
            _ if is_attached && is_one => None,
            _ => Some("a paragraph"),
        };
        DefinitionBody { text: read.text, block }
    }
}
