//! Quotes, dashes, dots and abbreviations as pandoc typesets them (its extension `smart`).

/// Stands for a `<br>`, which is a blank only in ids.
pub(super) const LINE_BREAK: char = '\n';

/// How deep quotes are read within quotes.
const DEEPEST: u8 = 4;

/// Words behind which pandoc puts a blank at which no line is broken.
const ABBREVIATIONS: &[&str] = &[
    "Apr.", "Aug.", "Bros.", "Capt.", "Co.", "Corp.", "Dec.", "Dr.", "Feb.", "Fr.", "Gen.", "Gov.", "Hon.", "Inc.",
    "Jan.", "Jr.", "Jul.", "Jun.", "Ltd.", "M.A.", "M.D.", "Mar.", "Mr.", "Mrs.", "Ms.", "No.", "Nov.", "Oct.",
    "Ph.D.", "Pres.", "Prof.", "Rep.", "Rev.", "Sen.", "Sep.", "Sept.", "Sgt.", "Sr.", "St.", "aet.", "aetat.", "al.",
    "bk.", "c.", "cf.", "ch.", "chap.", "chs.", "col.", "cp.", "d.", "e.g.", "ed.", "eds.", "esp.", "f.", "fasc.",
    "ff.", "fig.", "fl.", "fol.", "fols.", "i.e.", "ill.", "incl.", "n.", "n.b.", "nn.", "p.", "pp.", "pt.", "q.v.",
    "s.v.", "s.vv.", "saec.", "sec.", "univ.", "viz.", "vol.", "vs.",
];

/// A character of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) c: char,
    /// Whether it means itself: it is escaped, or in code.
    pub(super) is_literal: bool,
    /// Whether it is within marks.
    pub(super) is_formatted: bool,
    /// Whether a mark follows it.
    pub(super) is_after_mark: bool,
}

/// Whether quotes are so nested that it is not certain how pandoc pairs them.
pub(super) fn is_intricate(pieces: &[Piece]) -> bool {
    let of = |quotes: &[char]| pieces.iter().filter(|piece| !piece.is_literal && quotes.contains(&piece.c)).count();
    let (single, double) = (of(&['\'']), of(&['"']));
    of(&['‘', '’', '“', '”']) > 0 && of(&['\'', '"', '‘', '“']) > 0
        || (single > 0 && double > 0)
        || (single + double > 0 && pieces.iter().any(|piece| piece.is_formatted || piece.is_after_mark))
        || single > 8
}

/// The text with typographic characters.
pub(super) fn typeset(pieces: &[Piece]) -> String {
    let mut typeset = Typeset { pieces, text: String::with_capacity(pieces.len()), no_single_ends: false };
    typeset.run(0, pieces.len(), Within::default());
    typeset.text
}

#[derive(Clone, Copy, Default)]
struct Within {
    single: bool,
    double: bool,
    depth: u8,
}

struct Typeset<'p> {
    pieces: &'p [Piece],
    text: String,
    /// Whether no single quote ends any more up to the end of the text.
    no_single_ends: bool,
}

impl Typeset<'_> {
    fn plain(&self, at: usize) -> Option<char> {
        self.pieces.get(at).filter(|piece| !piece.is_literal).map(|piece| piece.c)
    }

    fn is_string(&self, at: usize) -> bool {
        self.plain(at).is_some_and(|c| c.is_alphanumeric() || (c == '.' && self.plain(at + 1) != Some('.')))
    }

    fn run(&mut self, mut at: usize, end: usize, within: Within) {
        while at < end {
            at = self.next(at, end, within);
        }
    }

    /// Writes what begins here, and gives the place after it.
    fn next(&mut self, at: usize, end: usize, within: Within) -> usize {
        if self.is_string(at) {
            let stop = (at..end).find(|at| !self.is_string(*at)).unwrap_or(end);
            let word: String = self.pieces[at..stop].iter().map(|piece| piece.c).collect();
            self.text.push_str(&word);
            let blanks = (stop..end).take_while(|at| matches!(self.plain(*at), Some(' ' | '\t'))).count();
            if blanks > 0 && ABBREVIATIONS.contains(&word.as_str()) {
                self.text.push('\u{a0}');
                return stop + blanks;
            }
            return stop;
        }
        let c = self.pieces[at].c;
        let starts = |with: &str| with.chars().enumerate().all(|(number, c)| self.plain(at + number) == Some(c));
        match self.plain(at) {
            Some('-') if starts("---") => self.replace(at, 3, '—'),
            Some('-') if starts("--") => self.replace(at, 2, '–'),
            Some('.') if starts("...") => self.replace(at, 3, '…'),
            Some('"') => self.double(at, end, within),
            Some('\'') => self.single(at, end, within),
            _ => self.replace(at, 1, c),
        }
    }

    fn replace(&mut self, at: usize, length: usize, by: char) -> usize {
        self.text.push(by);
        at + length
    }

    /// Whether a letter, a digit or a dot stands right before.
    fn is_after_string(&self, at: usize) -> bool {
        at > 0 && self.is_string(at - 1) && !self.pieces[at - 1].is_after_mark
    }

    fn is_open(&self, at: usize, end: usize) -> bool {
        at + 1 < end && !matches!(self.pieces[at + 1].c, ' ' | '\t')
    }

    fn double(&mut self, at: usize, end: usize, within: Within) -> usize {
        if within.double || self.is_after_string(at) || !self.is_open(at, end) {
            return self.replace(at, 1, '”');
        }
        self.text.push('“');
        let close = (at + 1..end).find(|at| self.plain(*at) == Some('"'));
        let inner = Within { double: true, depth: within.depth + 1, ..within };
        match close {
            Some(close) if within.depth < DEEPEST => {
                self.quoted(at + 1, close, inner);
                self.replace(close, 1, '”')
            }
            _ => at + 1,
        }
    }

    fn single(&mut self, at: usize, end: usize, within: Within) -> usize {
        let is_start = !within.single && !self.is_after_string(at) && self.is_open(at, end) && within.depth < DEEPEST;
        let ends = |at: &usize| {
            self.plain(*at) == Some('\'') && !self.pieces.get(*at + 1).is_some_and(|next| next.c.is_alphanumeric())
        };
        let close = if is_start && !self.no_single_ends { (at + 2..end).find(ends) } else { None };
        self.no_single_ends |= is_start && close.is_none() && end == self.pieces.len();
        match close {
            Some(close) => {
                self.text.push('‘');
                self.quoted(at + 1, close, Within { single: true, depth: within.depth + 1, ..within });
                self.replace(close, 1, '’')
            }
            None => self.replace(at, 1, '’'),
        }
    }

    /// Writes what is in quotes, without blanks at its ends.
    fn quoted(&mut self, at: usize, end: usize, within: Within) {
        let start = self.text.len();
        self.run(at, end, within);
        let kept = self.text.trim_end_matches(' ').len().max(start);
        self.text.truncate(kept);
    }
}
