//! The meaning of a status text.
//!
//! What is not understood grants nothing: every word of a text must be known before it grants anything.

use super::label::ParsedLabel;
use std::hash::{Hash, Hasher};
use std::sync::Arc;
use xen_support_data::{Bound, Level, Limit, Security, Unit, distance};

/// A status: what the document says, and what it means.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct ParsedStatus {
    /// The text as the document writes it.
    pub text: String,
    /// The label; `None` where the text has none, or is not understood.
    pub label: Option<Arc<ParsedLabel>>,
    /// How far the feature has come.
    pub level: Level,
    /// Who issues security fixes for it.
    pub security: Security,
    /// How much is supported, where the text says so.
    pub limit: Option<Limit>,
    /// Whether the text lists the supported formats instead of a status.
    pub formats: bool,
    /// Whether the text is understood; if not, it grants nothing.
    pub understood: bool,
}

/// Statuses that are equal have the same text, and few others do.
impl Hash for ParsedStatus {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl ParsedStatus {
    fn of_label(text: &str, label: &Arc<ParsedLabel>) -> Self {
        Self {
            text: text.to_owned(),
            label: Some(label.clone()),
            level: label.level,
            security: label.security,
            limit: None,
            formats: false,
            understood: true,
        }
    }

    /// A text that is not understood.
    fn unknown(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            label: None,
            level: Level::None,
            security: Security::No,
            limit: None,
            formats: false,
            understood: false,
        }
    }

    /// Orders statuses by what they grant: security first, then level, then up to how much.
    pub(crate) fn grants(&self) -> impl Ord + use<> {
        let security = match self.security {
            Security::No => 0,
            Security::External => 1,
            Security::Conditional => 2,
            Security::Yes => 3,
        };
        let up_to = self.limit.map_or(u64::MAX, |limit| limit.security_supported.number);
        (security, self.level, up_to)
    }
}

/// How a text was read.
#[derive(Clone, Debug)]
pub(crate) enum Reading {
    /// As it stands.
    Understood(Arc<ParsedStatus>),
    /// As the label that it misspells.
    Misspelt(Arc<ParsedStatus>, String),
    /// Not at all; with the nearest text that would have been understood.
    Unknown(Arc<ParsedStatus>, Option<String>),
}

/// Reads the value of a status line, by the labels that its document defines. The number of blanks does not count, nor
/// does the case of what follows the label.
pub(crate) fn parse(text: &str, formats: bool, labels: &[Arc<ParsedLabel>]) -> Reading {
    if formats {
        return parse_formats(text, labels);
    }
    let words = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(status) = whole(text, &words, labels).or_else(|| composed(text, &words, labels)) {
        return Reading::Understood(Arc::new(status));
    }
    match nearest(&words, labels) {
        Some(near) => match labels.iter().find(|label| label.name == near) {
            Some(label) if label.security == Security::No => {
                Reading::Misspelt(Arc::new(ParsedStatus::of_label(text, label)), near)
            }
            Some(_) | None => Reading::Unknown(Arc::new(ParsedStatus::unknown(text)), Some(near)),
        },
        None => Reading::Unknown(Arc::new(ParsedStatus::unknown(text)), None),
    }
}

/// What stands in place of formats where there are none.
const NO_FORMATS: [&str; 8] = ["none", "no", "not", "n/a", "tbd", "tba", "unknown", "nothing"];

/// Reads the value of a line whose key is `Supported`: `bzImage, ELF`. A format is one word. What speaks of support, is
/// a status itself, or says that there is none, is no list of formats.
fn parse_formats(text: &str, labels: &[Arc<ParsedLabel>]) -> Reading {
    let is_format = |item: &str| {
        let word = item.to_lowercase();
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        !item.contains(char::is_whitespace)
            && bare.starts_with(char::is_alphanumeric)
            && !word.contains("support")
            && !NO_FORMATS.contains(&bare)
    };
    let is_status = !text.split(", ").all(is_format) || !matches!(parse(text, false, labels), Reading::Unknown(..));
    let supported = labels.iter().find(|label| label.name == "Supported");
    let status = match supported {
        Some(label) if !is_status => ParsedStatus::of_label(text, label),
        _ => ParsedStatus::unknown(text),
    };
    let status = Arc::new(ParsedStatus { formats: true, ..status });
    if status.understood { Reading::Understood(status) } else { Reading::Unknown(status, None) }
}

/// The labels that mean that there is nothing to support, so that no document defines them.
const ABSENT: [&str; 3] = ["Not supported", "Not functional", "Not implemented"];

/// Texts that have a meaning as a whole. Those that are sentences may end with a full stop.
fn whole(text: &str, words: &str, labels: &[Arc<ParsedLabel>]) -> Option<ParsedStatus> {
    let sentence = words.strip_suffix('.').unwrap_or(words);
    if let Some(name) = ABSENT.iter().find(|name| **name == sentence) {
        return Some(ParsedStatus::of_label(text, &Arc::new(ParsedLabel::undefined(name))));
    }
    let supported = || labels.iter().find(|label| label.name == "Supported");
    match words {
        "No security support, not recommended" => {
            Some(ParsedStatus { understood: true, ..ParsedStatus::unknown(text) })
        }
        "Security supported" => Some(ParsedStatus::of_label(text, supported()?)),
        "Support scope restricted" => {
            let mut status = ParsedStatus::of_label(text, supported()?);
            restrict(&mut status, Security::Conditional);
            Some(status)
        }
        _ => {
            let (name, limits) = sentence.split_once(" up to ")?;
            let label = labels.iter().find(|label| label.name == name && label.security == Security::Yes)?;
            Some(ParsedStatus { limit: Some(parse_limit(limits)?), ..ParsedStatus::of_label(text, label) })
        }
    }
}

/// A label, with a mode in parentheses and modifiers after commas.
fn composed(text: &str, words: &str, labels: &[Arc<ParsedLabel>]) -> Option<ParsedStatus> {
    let (head, modifiers) = match words.split_once(", ") {
        Some((head, modifiers)) => (head, Some(modifiers.to_ascii_lowercase())),
        None => (words, None),
    };
    let (name, mode) = match head.split_once(" (") {
        Some((name, mode)) => (name, Some(mode.strip_suffix(')')?)),
        None => (head, None),
    };
    let label = labels.iter().find(|label| label.name == name)?;
    let mut status = ParsedStatus::of_label(text, label);
    if let Some(mode) = mode {
        if !is_mode(mode) {
            return None;
        }
        restrict(&mut status, Security::Conditional);
    }
    let Some(modifiers) = modifiers else {
        return Some(status);
    };
    if modifiers == "with limited support" && label.level == Level::TechPreview && mode.is_none() {
        // The one modifier that adds: Xen's page promises advisories where a host that uses the feature is less secure than
        // one that does not ("Device Model Deprivileging").
        return Some(ParsedStatus { security: Security::Conditional, ..status });
    }
    for modifier in modifiers.split(", ") {
        restrict(&mut status, left_by(modifier)?);
    }
    Some(status)
}

/// The modifiers that take away, in small letters, and what security support each leaves.
const MODIFIERS: [(&str, Security); 3] = [
    ("not security supported", Security::No),
    ("security support external", Security::External),
    ("with caveats", Security::Conditional),
];

/// How a modifier begins that names a condition.
const CONDITION: &str = "security supported only when ";

/// What security support a modifier leaves; `None` where it is not understood.
fn left_by(modifier: &str) -> Option<Security> {
    let known = MODIFIERS.iter().find(|(text, _)| *text == modifier).map(|(_, leaves)| *leaves);
    let is_condition = modifier.strip_prefix(CONDITION).is_some_and(is_phrase);
    known.or_else(|| is_condition.then_some(Security::Conditional))
}

/// Takes away what `to` does not grant.
fn restrict(status: &mut ParsedStatus, to: Security) {
    status.security = match (status.security, to) {
        (Security::No, _) | (_, Security::No) => Security::No,
        (Security::External, _) | (_, Security::External) => Security::External,
        (Security::Conditional, _) | (_, Security::Conditional) => Security::Conditional,
        (Security::Yes, Security::Yes) => Security::Yes,
    };
}

/// `in "backend allocation" mode`, `outside of "backend allocation" mode`.
fn is_mode(mode: &str) -> bool {
    let named = mode.strip_prefix("in \"").or_else(|| mode.strip_prefix("outside of \""));
    let name = named.and_then(|named| named.strip_suffix("\" mode"));
    name.is_some_and(|name| is_phrase(name) && !name.contains('"'))
}

/// Words of a condition, which are for people to read.
fn is_phrase(words: &str) -> bool {
    !words.is_empty() && !words.contains(['(', ')', '.', ':', ';'])
}

/// What follows "up to": `12 TiB`, `4096`, and a sentence on what is above.
fn parse_limit(rest: &str) -> Option<Limit> {
    let (amount, above) = match rest.split_once(". ") {
        Some((amount, above)) => (amount, Some(above)),
        None => (rest, None),
    };
    let (amount, unit) = parse_quantity(amount)?;
    let security_supported = Bound::up_to(amount);
    let supported = match above {
        None => Some(security_supported),
        Some(above) => {
            let more = above.strip_prefix("Hosts with more memory").or(above.strip_prefix("Guests with more memory"))?;
            let (end, rest) = match more.strip_prefix(", but less than ") {
                Some(more) => {
                    let (end, rest) = more.split_once(',')?;
                    let (end, end_unit) = parse_quantity(end)?;
                    if end_unit != unit || end <= amount {
                        return None;
                    }
                    (Some(Bound::below(end)), rest)
                }
                None => (None, more),
            };
            if unit != Unit::Bytes || rest != " are supported, but not security supported" {
                return None;
            }
            end
        }
    };
    Some(Limit::new(unit, security_supported, supported))
}

/// `12 TiB`, `4096`.
fn parse_quantity(text: &str) -> Option<(u64, Unit)> {
    let (number, unit) = match text.split_once(' ') {
        Some((number, unit)) => (number, Some(unit)),
        None => (text, None),
    };
    if !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: u64 = number.parse().ok()?;
    let shift = match unit {
        None => return Some((number, Unit::Count)),
        Some("KiB") => 10,
        Some("MiB") => 20,
        Some("GiB") => 30,
        Some("TiB") => 40,
        Some(_) => return None,
    };
    Some((number.checked_mul(1 << shift)?, Unit::Bytes))
}

/// The known text that `text` is most likely meant to be; none where two are as likely, or all are far.
fn nearest(text: &str, labels: &[Arc<ParsedLabel>]) -> Option<String> {
    const FARTHEST: usize = 3;
    let defined = labels.iter().flat_map(|label| {
        let modified = MODIFIERS.iter().map(|(modifier, _)| format!("{}, {modifier}", label.name));
        std::iter::once(label.name.clone()).chain(modified)
    });
    let fixed = ABSENT.iter().chain(&["Security supported", "Support scope restricted"]).map(|text| (*text).to_owned());
    let mut candidates: Vec<(usize, String)> =
        defined.chain(fixed).map(|known| (distance(text, &known, FARTHEST), known)).collect();
    candidates.sort();
    match candidates.as_slice() {
        // Those that are too far are all as far.
        [(first, nearest), (second, _), ..] if first < second => Some(nearest.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
