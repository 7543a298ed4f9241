//! Reads what a status text means.
//!
//! A text that is not understood grants nothing, and a text is understood only if every word of it is.

use super::label::ParsedLabel;
use std::hash::{Hash, Hasher};
use std::sync::Arc;
use xen_support_data::{Bound, Grant, Level, Limit, Security, Tags, Unit, distance};

/// A status: what the document says, and what it means.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct ParsedStatus {
    /// The text as the document writes it.
    pub text: String,
    /// The label; `None` if the text has none, or is not understood.
    pub label: Option<Arc<ParsedLabel>>,
    /// How far the feature has come.
    pub level: Level,
    /// Who issues security fixes for it.
    pub security: Security,
    /// How much is supported; `None` if the text does not say.
    pub limit: Option<Limit>,
    /// Whether the text lists the supported formats instead of a status.
    pub formats: bool,
    /// Whether the text is understood. If not, it grants nothing.
    pub understood: bool,
}

/// Hashes the text alone, since hardly any different statuses have the same text.
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
    pub(crate) fn unknown(text: &str) -> Self {
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

    /// What the status grants, to compare it with another.
    pub(crate) fn grant(&self) -> Grant {
        let tags = self.label.as_ref().and_then(|label| label.tags.as_ref());
        let interfaces_stay =
            tags.is_some_and(|[_, _, interface_stability, _]| Tags::means_stable(interface_stability));
        Grant::new(self.level, self.security, self.limit, interfaces_stay)
    }

    /// A value that is greater for a status that grants more: security counts first, then the level, then the limit.
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

/// How a status text was read.
#[derive(Clone, Debug)]
pub(crate) enum Reading {
    /// Word for word.
    Understood(Arc<ParsedStatus>),
    /// As the label that it misspells, which is the second field.
    Misspelt(Arc<ParsedStatus>, String),
    /// Not at all. The second field is the nearest text that would be understood, if any is near.
    Unknown(Arc<ParsedStatus>, Option<String>),
}

/// Reads the value of a status line, by the labels that its document defines. Neither the number of blanks counts, nor
/// the case of the modifiers.
pub(crate) fn parse(text: &str, formats: bool, labels: &[Arc<ParsedLabel>]) -> Reading {
    if formats {
        return parse_formats(text, labels);
    }
    let words = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(status) = parse_whole(text, &words, labels).or_else(|| parse_composed(text, &words, labels)) {
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

/// The formats of kernels that Xen's pages list, and those that its loaders are named after
/// (`tools/libs/guest/xg_dom_*loader.c`, `xen/arch/arm/kernel.c`). Any other word may say that there are none.
const FORMATS: [&str; 8] = ["bzImage", "ELF", "zImage", "Image", "Image.gz", "uImage", "multiboot", "multiboot2"];

/// Reads the value of a line whose key is `Supported`: `bzImage, ELF`. It is understood if all of it are known formats.
fn parse_formats(text: &str, labels: &[Arc<ParsedLabel>]) -> Reading {
    let supported = labels.iter().find(|label| label.name == "Supported");
    let are_known = text.split(", ").all(|format| FORMATS.contains(&format));
    let status = match supported.filter(|_| are_known) {
        Some(label) => ParsedStatus::of_label(text, label),
        None => ParsedStatus::unknown(text),
    };
    let status = Arc::new(ParsedStatus { formats: true, ..status });
    if status.understood { Reading::Understood(status) } else { Reading::Unknown(status, None) }
}

/// The labels that mean that there is nothing to support. No document defines them.
const ABSENT: [&str; 3] = ["Not supported", "Not functional", "Not implemented"];

/// Reads a text that has a meaning as a whole. `Not supported` and the like, and limits, may end with a full stop.
fn parse_whole(text: &str, words: &str, labels: &[Arc<ParsedLabel>]) -> Option<ParsedStatus> {
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

/// Reads a label, with a mode in parentheses and modifiers after commas, if there are any.
fn parse_composed(text: &str, words: &str, labels: &[Arc<ParsedLabel>]) -> Option<ParsedStatus> {
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
        // The only modifier that adds: Xen's page promises advisories if a host that uses the feature is less secure
        // than one that does not ("Device Model Deprivileging").
        return Some(ParsedStatus { security: Security::Conditional, ..status });
    }
    for modifier in modifiers.split(", ") {
        restrict(&mut status, security_left_by(modifier)?);
    }
    Some(status)
}

/// The modifiers that take away, in lower case, and the security support that each leaves.
const MODIFIERS: [(&str, Security); 3] = [
    ("not security supported", Security::No),
    ("security support external", Security::External),
    ("with caveats", Security::Conditional),
];

/// The beginning of a modifier that names a condition.
const CONDITION: &str = "security supported only when ";

/// The security support that a modifier leaves; `None` if the modifier is not understood.
fn security_left_by(modifier: &str) -> Option<Security> {
    let fixed = MODIFIERS.iter().find(|(text, _)| *text == modifier).map(|(_, security)| *security);
    let is_condition = modifier.strip_prefix(CONDITION).is_some_and(is_phrase);
    fixed.or_else(|| is_condition.then_some(Security::Conditional))
}

/// Takes away the security support that goes beyond `to`.
fn restrict(status: &mut ParsedStatus, to: Security) {
    status.security = match (status.security, to) {
        (Security::No, _) | (_, Security::No) => Security::No,
        (Security::External, _) | (_, Security::External) => Security::External,
        (Security::Conditional, _) | (_, Security::Conditional) => Security::Conditional,
        (Security::Yes, Security::Yes) => Security::Yes,
    };
}

/// Whether this is a mode: `in "backend allocation" mode`, `outside of "backend allocation" mode`.
fn is_mode(mode: &str) -> bool {
    let named = mode.strip_prefix("in \"").or_else(|| mode.strip_prefix("outside of \""));
    let name = named.and_then(|named| named.strip_suffix("\" mode"));
    name.is_some_and(|name| is_phrase(name) && !name.contains('"'))
}

/// Whether this can be a condition. Only people understand the words, so any will do without these signs.
fn is_phrase(words: &str) -> bool {
    !words.is_empty() && !words.contains(['(', ')', '.', ':', ';'])
}

/// Reads the limit after "up to": `12 TiB`, `4096`, and a sentence about larger amounts, if there is one.
fn parse_limit(rest: &str) -> Option<Limit> {
    let (amount, above) = match rest.split_once(". ") {
        Some((amount, above)) => (amount, Some(above)),
        None => (rest, None),
    };
    let (amount, unit) = parse_amount(amount)?;
    let security_supported = Bound::up_to(amount);
    let supported = match above {
        None => Some(security_supported),
        Some(above) => {
            let more = above.strip_prefix("Hosts with more memory").or(above.strip_prefix("Guests with more memory"))?;
            let (end, rest) = match more.strip_prefix(", but less than ") {
                Some(more) => {
                    let (end, rest) = more.split_once(',')?;
                    let (end, end_unit) = parse_amount(end)?;
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

/// Reads an amount: `12 TiB`, `4096`. None is zero: whoever writes that means something else.
fn parse_amount(text: &str) -> Option<(u64, Unit)> {
    let (number, unit) = match text.split_once(' ') {
        Some((number, unit)) => (number, Some(unit)),
        None => (text, None),
    };
    if !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: u64 = number.parse().ok().filter(|number| *number > 0)?;
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

/// The text that would be understood and is nearest to `text`; `None` if all are far, or if two are equally near.
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
        // All that are too far have the same distance, so none of them is chosen.
        [(first, nearest), (second, _), ..] if first < second => Some(nearest.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
