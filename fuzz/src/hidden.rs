//! Real pages with a part that not everybody sees.

use crate::real::{self, Page};
use arbitrary::{Result, Unstructured};
use std::collections::HashMap;
use std::sync::LazyLock;
use xen_support_compiler::{Diagnostic, ParsedFeature, ParsedRelease, ParsedStatement, Source};
use xen_support_data::{Level, Security};

static PAGES: LazyLock<Vec<Page>> = LazyLock::new(real::pages);

/// What can stand around lines: the wrappers of the compiler's tests.
static WRAPPERS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let sections = include_str!("../../support-compiler/tests/hidden/wrappers.md").split("\n~~~~\n").skip(1).step_by(2);
    sections.collect()
});

/// A page, and the same with something around some of its lines.
fn pages(u: &mut Unstructured<'_>) -> Result<[String; 2]> {
    let page = u.choose(&PAGES)?;
    let first = u.choose_index(page.sections.len())?;
    let after_last = (first + u.int_in_range(0..=2)?).min(page.sections.len());
    let text = page.with(&page.sections[first..after_last]);
    let lines: Vec<&str> = text.lines().collect();
    let start = u.choose_index(lines.len())?;
    let end = (start + u.int_in_range(1..=12)?).min(lines.len());
    let wrapper = u.choose(&WRAPPERS)?;
    let around = |lines: &[&str]| lines.iter().flat_map(|line| [line, "\n"]).collect::<String>();
    let inside = wrap(wrapper, &lines[start..end]);
    let hidden = [&around(&lines[..start]), "\n", &inside, "\n", &around(&lines[end..])].concat();
    Ok([text, hidden])
}

fn wrap(wrapper: &str, lines: &[&str]) -> String {
    wrapper.lines().fold(String::new(), |text, line| match line.split_once("@@") {
        Some((prefix, suffix)) => lines.iter().fold(text, |text, inside| format!("{text}{prefix}{inside}{suffix}\n")),
        None => format!("{text}{line}\n"),
    })
}

/// Checks that nothing is granted that was not before, and that something is told if less is.
pub(crate) fn check(u: &mut Unstructured<'_>) -> Result<()> {
    let [text, hidden] = pages(u)?;
    let read = |text: &str| ParsedStatement::parse(&Source::new("page.md", text));
    let (Some(before), told_before) = read(&text) else { return Ok(()) };
    let (after, told) = read(&hidden);
    let codes = |told: &[Diagnostic]| told.iter().map(|diagnostic| diagnostic.problem().code).collect::<Vec<_>>();
    let is_told = codes(&told) != codes(&told_before);
    let Some(after) = after else {
        assert!(is_told, "a page that is not read is told:\n{hidden}");
        return Ok(());
    };
    let seen: HashMap<&str, Grant> = before.features.iter().map(|feature| (&*feature.key, grant(feature))).collect();
    let mut left: HashMap<&str, Grant> = HashMap::new();
    for feature in &after.features {
        let most = seen.get(&*feature.key).copied().unwrap_or(NOTHING);
        assert!(grant(feature) <= most, "{} was granted less:\n{hidden}", feature.key);
        left.insert(&feature.key, grant(feature));
    }
    let is_less = seen.iter().any(|(key, grant)| left.get(key).copied().unwrap_or(NOTHING) < *grant);
    assert!(is_told || !is_less, "less is granted, and nothing is told:\n{hidden}");
    for (before, after) in dates(&before.release).into_iter().zip(dates(&after.release)) {
        assert!(after.is_none() || after == before, "another date:\n{hidden}");
        assert!(is_told || after == before, "no date, and nothing is told:\n{hidden}");
    }
    Ok(())
}

/// What a status grants: security support, level and limit. More is greater.
type Grant = (u8, Level, u64);

const NOTHING: Grant = (0, Level::None, 0);

fn grant(feature: &ParsedFeature) -> Grant {
    let security = match feature.status.security {
        Security::No => 0,
        Security::External => 1,
        Security::Conditional => 2,
        Security::Yes => 3,
    };
    let limit = feature.status.limit.map_or(u64::MAX, |limit| limit.security_supported.number);
    if (security, feature.status.level) == (0, Level::None) { NOTHING } else { (security, feature.status.level, limit) }
}

fn dates(release: &ParsedRelease) -> [Option<String>; 3] {
    [&release.initial_release, &release.supported_until, &release.security_support_until]
        .map(|date| date.date.map(|date| date.to_string()))
}
