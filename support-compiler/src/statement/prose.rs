//! Prose as two pages can be compared by it: whole, or by a digest that a page of facts has in its place.

use std::collections::HashMap;
use std::fmt;
use xen_support_data::distance;

/// A digest of prose. White space does not count, so it stays the same when lines are broken elsewhere.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Digest {
    /// Of all words.
    text: u32,
    /// Of the sentences that speak of support; `None` if none does.
    support: Option<u32>,
}

impl Digest {
    /// The digest of a text; `None` if there are no words in it.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace().peekable();
        words.peek()?;
        let on_support: Vec<String> = sentences(text).into_iter().filter(|text| speaks_of_support(text)).collect();
        let support = (!on_support.is_empty()).then(|| hash(on_support.iter().map(String::as_str)));
        Some(Self { text: hash(words), support })
    }

    /// Reads what `Display` writes.
    fn parse(text: &str) -> Option<Self> {
        let number = |digits: &str| {
            let is_hexadecimal = digits.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
            (digits.len() == 8 && is_hexadecimal).then(|| u32::from_str_radix(digits, 16).ok()).flatten()
        };
        match text.split_once('/') {
            Some((text, support)) => Some(Self { text: number(text)?, support: Some(number(support)?) }),
            None => Some(Self { text: number(text)?, support: None }),
        }
    }
}

/// Eight hexadecimal digits, and after a `/` eight more if the prose speaks of support.
impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.text)?;
        self.support.map_or(Ok(()), |support| write!(f, "/{support:08x}"))
    }
}

/// The 64-bit FNV-1a hash of words with a blank after each, folded to 32 bits. It finds changes; it is no protection
/// against people who look for two texts with one hash.
fn hash<'w>(words: impl Iterator<Item = &'w str>) -> u32 {
    let bytes = words.flat_map(|word| word.bytes().chain([b' ']));
    let hash: u64 =
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    u32::try_from((hash ^ (hash >> 32)) & u64::from(u32::MAX)).unwrap_or_default()
}

/// The lines that stand in the place of prose in a page of facts, as they are shown.
pub(crate) mod lines {
    /// In place of a heading's caveats.
    pub(crate) const CAVEATS: &str = "Caveats apply: see this section of the release's own SUPPORT.md.";
    /// In place of the prose of a heading without a status, which is about the features below it, or about all.
    pub(crate) const PROSE: &str = "Prose applies: see this section of the release's own SUPPORT.md.";
    /// In place of a description that speaks of security.
    pub(crate) const SECURITY_ABOVE: &str =
        "Its description speaks of security: see this section of the release's own SUPPORT.md.";
    /// In place of other prose, which need not be read. It is not shown.
    pub(crate) const DESCRIBED: &str = "Described.";
}

/// A line of a page of facts in place of prose that has this digest.
pub(crate) fn line_in_place_of(line: &str, digest: Digest) -> String {
    format!("{} (digest {digest}).", line.trim_end_matches('.'))
}

/// Prose as a page has it: the text to show, and the digest if the page has only that.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Prose<'p> {
    pub(crate) text: &'p str,
    pub(crate) recorded: Option<Digest>,
}

/// Where prose stands in a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// Below the statuses of a heading.
    Caveats,
    /// Above the statuses of a heading.
    Description,
    /// Below a heading without a status.
    Section,
    /// In the Release Support, or in the definitions.
    Definitions,
}

impl Place {
    /// The lines that a page of facts may have there. Anywhere else, they are prose like any other.
    fn lines(self) -> &'static [&'static str] {
        match self {
            Self::Caveats => &[lines::CAVEATS],
            Self::Description => &[lines::SECURITY_ABOVE, lines::DESCRIBED],
            Self::Section => &[lines::PROSE],
            Self::Definitions => &[lines::DESCRIBED],
        }
    }
}

impl<'p> Prose<'p> {
    /// Prose that a page has itself.
    pub(crate) fn whole(text: &'p str) -> Self {
        Self { text, recorded: None }
    }

    /// Reads the prose of a place, which may be a line of a page of facts.
    pub(crate) fn read(text: &'p str, place: Place) -> Self {
        let read = |line: &'static str| {
            let rest = text.strip_prefix(line.trim_end_matches('.'))?;
            let digest = Digest::parse(rest.strip_prefix(" (digest ")?.strip_suffix(").")?)?;
            Some(Self { text: if line == lines::DESCRIBED { "" } else { line }, recorded: Some(digest) })
        };
        place.lines().iter().find_map(|line| read(line)).unwrap_or(Self::whole(text))
    }

    /// The digest of the prose, whichever way the page has it; `None` if there is none.
    pub(crate) fn digest(&self) -> Option<Digest> {
        self.recorded.or_else(|| Digest::of(self.text))
    }

    /// Whether a sentence of it may say what is supported, or what may be relied on.
    pub(super) fn speaks_of_support(&self) -> bool {
        self.digest().is_some_and(|digest| digest.support.is_some())
    }
}

/// How the prose of two pages differs.
#[derive(Default, Debug)]
pub(super) struct Difference {
    /// The sentences that only the older page has.
    pub(super) removed: Vec<String>,
    /// The sentences that only the newer page has.
    pub(super) added: Vec<String>,
    /// Whether the newer page may withhold support by it.
    pub(super) may_withhold: bool,
}

/// Compares prose; `None` if it is the same. Sentences of `elsewhere`, old and new, only have moved.
pub(super) fn compare(old: Prose<'_>, new: Prose<'_>, elsewhere: [&str; 2]) -> Option<Difference> {
    let digests = [old.digest(), new.digest()];
    if digests[0].map(|digest| digest.text) == digests[1].map(|digest| digest.text) {
        return None;
    }
    let [before, now] = digests.map(|digest| digest.and_then(|digest| digest.support));
    if old.recorded.is_some() || new.recorded.is_some() {
        return Some(Difference { may_withhold: before != now, ..Difference::default() });
    }
    let [before, now] = [old.text, new.text].map(sentences);
    let (removed, added) = (without(&before, &now), without(&now, &before));
    let [moved_from, moved_to] = elsewhere.map(sentences);
    let (gone, new) = (without(&removed, &moved_to), without(&added, &moved_from));
    let may_withhold = may_withhold(&gone, &new);
    Some(Difference { removed, added, may_withhold })
}

/// The texts that others do not have, as often as there are more of them.
fn without(texts: &[String], others: &[String]) -> Vec<String> {
    let mut left: HashMap<&str, usize> = HashMap::with_capacity(others.len());
    for other in others {
        *left.entry(other).or_default() += 1;
    }
    let is_left = |text: &&String| match left.get_mut(text.as_str()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        Some(_) | None => true,
    };
    texts.iter().filter(is_left).cloned().collect()
}

/// The sentences of a text, with single blanks between the words. A paragraph or an item of a list begins a sentence.
fn sentences(text: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    let begin = |sentences: &mut Vec<String>| {
        if sentences.last().is_some_and(|last| !last.is_empty()) {
            sentences.push(String::new());
        }
    };
    for line in text.lines() {
        let line = line.trim();
        if line.is_empty() || ["* ", "- ", "+ "].iter().any(|mark| line.starts_with(mark)) {
            begin(&mut sentences);
        }
        for word in line.split_whitespace() {
            if let Some(sentence) = sentences.last_mut() {
                let blank = if sentence.is_empty() { "" } else { " " };
                sentence.extend([blank, word]);
            }
            if word.ends_with(['.', '!', '?', ':']) && !matches!(word, "e.g." | "i.e." | "etc." | "vs.") {
                begin(&mut sentences);
            }
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// Whether a sentence may say what is supported, or what may be relied on. "The protocol includes support for mice" does
/// not.
fn speaks_of_support(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let speaks = ["secur", "supported", "advisor", "vulnerab", "trust", "xsa"].iter().any(|stem| lower.contains(stem));
    speaks || (lower.contains("support") && words(&lower).iter().any(|word| restricts(word)))
}

/// Whether support may be withheld by sentences that went and others that came: one that came speaks of support, or one
/// that went promised it, and none says the same in other words.
fn may_withhold(gone: &[String], new: &[String]) -> bool {
    // Each is compared with each, so much that changed is in doubt.
    if gone.len().saturating_mul(new.len()) > 40_000 {
        return gone.iter().chain(new).any(|sentence| speaks_of_support(sentence));
    }
    let is_worded_anew =
        |sentence: &String, others: &[String]| others.iter().any(|other| says_the_same(sentence, other));
    let withholds = |sentence: &&String| speaks_of_support(sentence) && !is_worded_anew(sentence, gone);
    let promised = |sentence: &&String| promises(sentence) && !is_worded_anew(sentence, new);
    new.iter().any(|sentence| withholds(&sentence)) || gone.iter().any(|sentence| promised(&sentence))
}

/// Whether a sentence says, without a restriction, that something is supported or secure, or that fixes are issued.
fn promises(sentence: &str) -> bool {
    let words = words(sentence);
    let is_promise = |word: &String| {
        matches!(word.as_str(), "supported" | "supports" | "secure" | "issued" | "fixed") || word.starts_with("advisor")
    };
    words.iter().any(is_promise) && !words.iter().any(|word| restricts(word))
}

/// The words of a sentence, in lower case and without punctuation.
fn words(sentence: &str) -> Vec<String> {
    let words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Whether a word takes something away from what is said.
fn restricts(word: &str) -> bool {
    const WORDS: [&str; 23] = [
        "not",
        "no",
        "never",
        "none",
        "only",
        "without",
        "except",
        "but",
        "nor",
        "neither",
        "cannot",
        "external",
        "insecure",
        "t",
        "limited",
        "ends",
        "ended",
        "dropped",
        "removed",
        "excluded",
        "withdrawn",
        "discontinued",
        "deprecated",
    ];
    // The "t" is of "isn't". Others are "unless", "until", "under", "unsupported".
    WORDS.contains(&word) || word.starts_with("un")
}

/// Whether two sentences differ in few words, none of which bears on support, or in how words are spelt.
fn says_the_same(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    if one == other {
        return true;
    }
    let (mut ours, mut theirs) = (without(&one, &other), without(&other, &one));
    let most = (one.len().max(other.len()) / 3).max(1);
    // In another order, the same words may say something else.
    if (ours.is_empty() && theirs.is_empty()) || ours.len().max(theirs.len()) > most {
        return false;
    }
    ours.retain(|word| match theirs.iter().position(|other| is_same_word(word, other)) {
        Some(position) => {
            theirs.swap_remove(position);
            false
        }
        None => true,
    });
    ours.iter().chain(&theirs).all(|word| !restricts(word) && !speaks_of_support(word))
}

/// Whether two words differ by a slip of the pen. Their beginnings must not: "unsupported" is not "supported".
fn is_same_word(one: &str, other: &str) -> bool {
    one.chars().next() == other.chars().next() && one.len().min(other.len()) > 4 && distance(one, other, 2) <= 2
}

#[cfg(test)]
mod tests {
    use super::{Difference, Digest, Place, Prose, compare, line_in_place_of, lines};

    fn difference(old: &str, new: &str) -> Option<Difference> {
        compare(Prose::read(old, Place::Caveats), Prose::read(new, Place::Caveats), ["", ""])
    }

    fn may_withhold(old: &str, new: &str) -> Option<bool> {
        difference(old, new).map(|difference| difference.may_withhold)
    }

    #[test]
    fn a_digest_changes_with_the_words_and_not_with_the_lines() {
        let digest = |text| Digest::of(text).map(|digest| digest.to_string());
        assert_eq!(digest(" \n"), None);
        assert_eq!(digest("One\n  two.\n\nThree."), digest("One two.\nThree."));
        assert_ne!(digest("One two."), digest("One three."));
        assert_ne!(digest("One two."), digest("Onetwo."));
        assert_eq!(digest("What it is.").unwrap().len(), 8);
        let [one, other] =
            ["What it is. Not supported.", "What it was. Not supported."].map(|text| digest(text).unwrap());
        assert_eq!(one.len(), 17);
        assert_eq!(one[8..], other[8..]);
        // FNV-1a, whatever the machine.
        assert_eq!(digest("a").unwrap(), "bdd92a43");
    }

    #[test]
    fn a_line_of_facts_is_read_back_as_the_prose_that_it_stands_for() {
        let prose = "Only with an IOMMU. Shared devices are not security supported.";
        for (line, place) in [
            (lines::CAVEATS, Place::Caveats),
            (lines::PROSE, Place::Section),
            (lines::SECURITY_ABOVE, Place::Description),
            (lines::DESCRIBED, Place::Description),
            (lines::DESCRIBED, Place::Definitions),
        ] {
            let text = line_in_place_of(line, Digest::of(prose).unwrap());
            let read = Prose::read(&text, place);
            // It hides nothing where it does not belong.
            let elsewhere = if place == Place::Caveats { Place::Section } else { Place::Caveats };
            assert_eq!(Prose::read(&text, elsewhere).text, text);
            assert_eq!(read.digest(), Digest::of(prose));
            assert_eq!(read.text, if line == lines::DESCRIBED { "" } else { line });
            assert!(compare(read, Prose::whole(prose), ["", ""]).is_none());
            let may_withhold =
                |new| compare(read, Prose::whole(new), ["", ""]).map(|difference| difference.may_withhold);
            assert_eq!(may_withhold("Only with an IOMMU."), Some(true));
            assert_eq!(may_withhold("Just with an IOMMU. Shared devices are not security supported."), Some(false));
        }
        let malformed = format!("{} (digest 0123).", lines::CAVEATS.trim_end_matches('.'));
        assert_eq!(Prose::read(&malformed, Place::Caveats).text, malformed);
    }

    #[test]
    fn sentences_on_support_that_come_or_promises_that_go_may_withhold_it() {
        let old = "Only with an IOMMU.\nIt is fast.";
        assert_eq!(may_withhold(old, "Only with an IOMMU. It is\nfast."), None);
        assert_eq!(may_withhold(old, "Only with an IOMMU. It is fast. Shared devices are not supported."), Some(true));
        assert_eq!(may_withhold("", "Support is limited."), Some(true));
        assert_eq!(may_withhold("", "The protocol includes support for mice."), Some(false));
        assert_eq!(may_withhold(old, "Only with an IOMMU. It is very fast. It was slow."), Some(false));
        assert_eq!(may_withhold("Advisories will be issued.", ""), Some(true));
        assert_eq!(may_withhold("Shared devices are not supported.", ""), Some(false));
        assert_eq!(may_withhold("This describes the security support status.", ""), Some(false));
    }

    #[test]
    fn a_sentence_on_support_may_be_worded_anew() {
        let old = "Passing through of devices sharing resources is not security supported.";
        for new in [
            "Passing through of devices which share resources is not security supported.",
            "Passing through of devices sharing resources is not secuirty supported.",
            "passing through of devices, sharing resources, is not security-supported.",
        ] {
            assert_eq!(may_withhold(old, new), Some(false), "{new}");
        }
        for new in [
            "Passing through of devices is not security supported, unless they share resources.",
            "Passing through of devices sharing no resources is not security supported.",
            "Passing through of devices sharing resources is not supported.",
            "Passing through of resources sharing devices is not security supported.",
        ] {
            assert_eq!(may_withhold(old, new), Some(true), "{new}");
        }
        assert_eq!(
            may_withhold("It is supported with a stubdomain.", "It is unsupported with a stubdomain."),
            Some(true)
        );
    }

    #[test]
    fn what_only_moved_withholds_nothing() {
        let text = "Shared devices are not supported.";
        let moved = compare(Prose::whole(""), Prose::whole(text), [text, ""]).unwrap();
        assert!(!moved.may_withhold && moved.added.len() == 1);
    }
}
