//! Where each block of a document begins and ends.

use super::html::{self, Tag};
use super::lines::{Line, is_rule};
use super::scanner::Scanner;
use super::{Block, Difference, Kind, Other, heading, region};

/// The blocks at the top level of a document, in order, and what is read otherwise elsewhere.
///
/// Cost: linear in the length of the text.
pub(crate) fn blocks(text: &str) -> (Vec<Block>, Vec<Difference>) {
    let mut scanner = Scanner::new(text);
    let mut next = scanner.title();
    while next < scanner.lines.len() {
        next = if scanner.lines[next].is_blank() { next + 1 } else { scanner.block(next) };
    }
    scanner.into_found()
}

impl Scanner<'_> {
    /// Reads the block that begins in this line, and gives the first line after it.
    fn block(&mut self, first: usize) -> usize {
        let line = self.lines[first];
        if let Some(next) = self.fence(first) {
            return next;
        }
        if let Some(next) = region::metadata(self, first) {
            return next;
        }
        if self.marker(first).is_some_and(|marker| !marker.is_ordered) {
            let (next, items) = self.list(first, false);
            return self.add(Kind::BulletList(items), first, next);
        }
        if let Some(next) = region::division(self, first) {
            return next;
        }
        if let Some(next) = self.heading(first) {
            return next;
        }
        if let Some(next) = self.html(first) {
            return next;
        }
        if self.is_table(first) {
            self.differs(line.words_start()..line.words_end(), "a table, or what may be one", true);
            let next = self.skip_words(first);
            return self.add(Kind::Other(Other::Table), first, next);
        }
        if line.is_indented() {
            let next = self.indented_end(first);
            return self.add(Kind::Code, first, next);
        }
        if let Some(next) = region::tex(self, first) {
            return next;
        }
        if is_line_block(line.flush()) {
            let next = self.line_block_end(first);
            return self.add(Kind::Other(Other::LineBlock), first, next);
        }
        if line.outdented().starts_with('>') {
            let next = self.paragraph_end(first);
            return self.add(Kind::Other(Other::Quote), first, next);
        }
        if is_rule(line.words) {
            return self.add(Kind::Other(Other::Rule), first, first + 1);
        }
        if self.marker(first).is_some() {
            let (next, _) = self.list(first, true);
            return self.add(Kind::Other(Other::OrderedList), first, next);
        }
        if self.definition_of(first).is_some() {
            let (next, definitions) = self.definitions(first);
            return self.add(Kind::Definitions(definitions), first, next);
        }
        if let Some(next) = region::reference(self, first) {
            return next;
        }
        self.paragraph(first, line.words_start())
    }

    /// The first line after the title at the beginning of the document: up to three lines that begin with `%`, each
    /// with lines that begin with a blank.
    fn title(&mut self) -> usize {
        let mut next = 0;
        for _ in 0..3 {
            if !self.lines.get(next).is_some_and(|line| line.flush().starts_with('%')) {
                break;
            }
            let continued = self.while_lines(next + 1, |line| line.indent > 0 && !line.is_blank());
            if continued > next + 1 {
                let line = self.lines[next + 1];
                self.differs(line.words_start()..line.words_end(), "a line that continues the title", true);
            }
            next = continued;
        }
        if next > 0 { self.add(Kind::Nothing, 0, next) } else { 0 }
    }

    /// The first line after the line block that begins in this line. A line of text may continue on lines that begin with
    /// a blank.
    fn line_block_end(&self, first: usize) -> usize {
        let mut next = first;
        let mut is_text = false;
        while let Some(line) = self.lines.get(next).filter(|line| !line.is_blank()) {
            if is_line_block(line.flush()) {
                is_text = line.words != "|";
            } else if line.indent == 0 || !is_text {
                break;
            }
            next += 1;
        }
        next
    }

    fn heading(&mut self, first: usize) -> Option<usize> {
        let line = self.lines[first];
        if let Some(level) = self.lines.get(first + 1).and_then(heading::underline) {
            let (words, id) = heading::attributes(line.words);
            let (words, id) = (words.to_owned(), id);
            let read = self.read_inline(&words, line.words_start());
            return Some(self.add(Kind::Heading { level, text: read.text, id }, first, first + 2));
        }
        let (level, at) = heading::atx(line.flush())?;
        let (words, id) = heading::closing(&line.words[at..]);
        let (words, id) = (words.to_owned(), id);
        let read = self.read_inline(&words, line.words_start() + at);
        if level > 6 {
            self.differs(line.words_start()..line.words_end(), "a heading of more than six `#`", false);
        }
        let next = self.after_open_comment(first);
        let level = u8::try_from(level).unwrap_or(u8::MAX);
        Some(self.add(Kind::Heading { level, text: read.text, id }, first, next))
    }

    fn fence(&mut self, first: usize) -> Option<usize> {
        let end = self.fence_end(first)?;
        let line = self.lines[first];
        let info = line.words.trim_start_matches(['`', '~']).trim();
        let is_raw = info.strip_prefix('{').is_some_and(|info| info.trim_start().starts_with('='));
        if info.starts_with('{') {
            self.differs(line.words_start()..line.words_end(), "a fence with attributes", true);
        }
        let kind = if is_raw { Kind::Other(Other::Raw) } else { Kind::Code };
        Some(self.add(kind, first, end + 1))
    }

    fn indented_end(&self, first: usize) -> usize {
        let mut end = first;
        loop {
            end = self.while_lines(end, |line| line.is_indented() && !line.is_blank());
            let next = self.skip_blank(end);
            if !self.lines.get(next).is_some_and(Line::is_indented) {
                return end;
            }
            end = next;
        }
    }

    /// Whether a table may begin in this line: it or the next one is made of dashes, with bars or blanks between them.
    fn is_table(&self, first: usize) -> bool {
        let is_separator = |words: &str| {
            words.contains('-') && words.chars().all(|c| matches!(c, '-' | '=' | '+' | '|' | ':' | ' ' | '\t'))
        };
        let line = self.lines[first];
        let Some(next) = self.lines.get(first + 1) else { return false };
        if is_separator(line.outdented()) {
            return !next.is_blank() && !line.words.starts_with([':', '=']);
        }
        is_separator(next.outdented()) && !next.words.starts_with(": ")
    }

    /// Reads the HTML that begins in this line, if a block of HTML does.
    fn html(&mut self, first: usize) -> Option<usize> {
        let line = self.lines[first];
        let tag = html::tag(line.flush())?;
        let start = line.words_start();
        let span = start..line.words_end();
        match tag {
            Tag::Comment => {
                let end = region::comment_end(self, start)?;
                let last = self.line_at(end);
                self.add(Kind::Other(Other::Comment), first, last + 1);
                let rest = &self.text[end..self.lines[last].words_end().max(end)];
                if rest.is_empty() {
                    return Some(last + 1);
                }
                self.differs(end..end + rest.len(), "text behind a comment", true);
                Some(self.paragraph(last, end))
            }
            Tag::Block(name) | Tag::Either(name) => {
                self.differs(span, "HTML that makes a block", true);
                let next = match name {
                    "pre" | "script" | "style" | "textarea" => {
                        region::tag_end(self, start, name).map(|end| self.line_at(end) + 1)
                    }
                    _ => None,
                };
                let next = next.unwrap_or_else(|| self.skip_words(first));
                Some(self.add(Kind::Other(Other::Html), first, next))
            }
            Tag::Declaration => {
                self.differs(span, "HTML that makes a block", true);
                // For pandoc, `<?xml …?>` is one, and `<!DOCTYPE …>` is text.
                if !line.words.starts_with("<?") {
                    return None;
                }
                let end = region::instruction_end(self, start).map_or(first, |end| self.line_at(end));
                Some(self.add(Kind::Other(Other::Html), first, end + 1))
            }
            Tag::Text(_) => None,
        }
    }

    /// Reads the paragraph that begins at this place of a line.
    fn paragraph(&mut self, first: usize, start: usize) -> usize {
        let mut next = first;
        let mut from = start;
        let mut kind = Kind::Paragraph;
        loop {
            let end = self.paragraph_end(next);
            match region::within_text(self, from, end) {
                region::Within::Nothing => {
                    next = end;
                    break;
                }
                region::Within::Swallows(at) => {
                    from = at;
                    next = self.line_at(at);
                }
                region::Within::Block(at) => {
                    kind = Kind::Other(Other::Text);
                    let line = self.line_at(at).max(next);
                    let is_division = matches!(html::tag(&self.text[at..]), Some(Tag::Block(name)) if name.eq_ignore_ascii_case("div"));
                    let division = if is_division { region::division_end(self, line, true) } else { None };
                    next = division.unwrap_or_else(|| self.skip_words(line + 1));
                    break;
                }
            }
        }
        let text = &self.text[start..self.lines[next - 1].words_end().max(start)];
        if self.lines.get(next).is_some_and(|line| !line.is_blank()) && text.contains("```") {
            let line = self.lines[next];
            self.differs(line.words_start()..line.words_end(), "backticks that may end code within the text", true);
        }
        self.add(kind, first, next)
    }

    /// The first line after this one that is not part of its paragraph: a blank one, or a fence of backticks.
    fn paragraph_end(&mut self, first: usize) -> usize {
        let mut next = first + 1;
        while let Some(line) = self.lines.get(next) {
            if line.is_blank() || (line.flush().starts_with("```") && self.fence_end(next).is_some()) {
                break;
            }
            next += 1;
        }
        next
    }
}

fn is_line_block(words: &str) -> bool {
    words == "|" || words.starts_with("| ")
}
