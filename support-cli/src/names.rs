//! Names of features, and suggestions where a name does not exist.

use crate::error::Error;
use xen_support::Statement;
use xen_support_data::distance;

/// The name of a feature: `x86/PVH, domU`, or the title alone.
pub(crate) fn feature_name(title: &str, implementation: &str) -> String {
    if implementation.is_empty() { title.to_owned() } else { format!("{title}, {implementation}") }
}

/// The end of a message that names the built-in releases that list a feature of this title: `, but in 4.18, 4.19`.
/// Empty if no release lists one.
pub(crate) fn note_on_other_releases(title: &str) -> String {
    let lists = |statement: &Statement| statement.iter().any(|(feature, _)| feature.title() == title);
    let releases = Statement::all().iter().filter(lists);
    let releases: Vec<String> = releases.map(|statement| statement.version().to_string()).collect();
    if releases.is_empty() { String::new() } else { format!(", but in {}", releases.join(", ")) }
}

/// The names that may be meant by `name`: up to ten that contain it, or else the one that is spelt most like it.
pub(crate) fn suggestions<'n>(name: &str, mut names: Vec<&'n str>) -> Vec<&'n str> {
    names.dedup();
    let lower = name.to_lowercase();
    let containing: Vec<&str> = names.iter().copied().filter(|name| name.to_lowercase().contains(&lower)).collect();
    if !containing.is_empty() {
        return containing.into_iter().take(10).collect();
    }
    let limit = name.len() / 3 + 1;
    let distances = names.iter().map(|known| (distance(name, known, limit), *known));
    distances
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
        .into_iter()
        .collect()
}

/// Up to five names, the nearest first, of which a word is spelt nearly like `word`.
pub(crate) fn names_with_words_like<'n>(word: &str, names: Vec<&'n str>) -> Vec<&'n str> {
    let limit = word.len() / 3;
    let near = |name: &&'n str| {
        let words = name.split(|c: char| !c.is_alphanumeric()).chain([*name]);
        words.map(|part| distance(word, part, limit)).min().filter(|distance| *distance <= limit)
    };
    let mut nearest: Vec<(usize, &str)> = names.into_iter().filter_map(|name| Some((near(&name)?, name))).collect();
    // Stable, so that those that are equally near stay in the order of the pages.
    nearest.sort_by_key(|(distance, _)| *distance);
    let mut names: Vec<&str> = nearest.into_iter().map(|(_, name)| name).collect();
    names.dedup();
    names.truncate(5);
    names
}

/// The error for a name that does not exist, with suggestions.
pub(crate) fn no_such_name(message: &str, suggestions: &[&str]) -> Error {
    Error::Argument(did_you_mean(message, suggestions))
}

/// A message with suggestions, if there are any.
pub(crate) fn did_you_mean(message: &str, suggestions: &[&str]) -> String {
    let lines: Vec<String> = suggestions.iter().map(|name| format!("\n    {name:?}")).collect();
    if lines.is_empty() { message.to_owned() } else { format!("{message}; did you mean{}", lines.concat()) }
}

#[cfg(test)]
mod tests {
    use super::{names_with_words_like, suggestions};

    #[test]
    fn a_misspelt_word_suggests_the_names_that_have_it() {
        let names = ["Credit Scheduler", "Credit2 Scheduler", "x86/PVH", "x86/PVHVM", "xl"];
        assert_eq!(names_with_words_like("schedular", names.to_vec()), ["Credit Scheduler", "Credit2 Scheduler"]);
        assert_eq!(names_with_words_like("credits", names.to_vec()), ["Credit Scheduler", "Credit2 Scheduler"]);
        assert_eq!(names_with_words_like("PHV", names.to_vec()), ["x86/PVH"]);
        assert_eq!(names_with_words_like("lx", names.to_vec()), [""; 0]);
    }

    #[test]
    fn suggestions_contain_the_given_name_or_else_are_spelt_most_like_it() {
        let names = ["x86/PV", "x86/PVH", "x86/PVH", "Toolstack"];
        assert_eq!(suggestions("pvh", names.to_vec()), ["x86/PVH"]);
        assert_eq!(suggestions("Tolstack", names.to_vec()), ["Toolstack"]);
        assert_eq!(suggestions("Watchdog", names.to_vec()), [""; 0]);
    }
}
