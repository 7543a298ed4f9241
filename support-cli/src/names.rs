//! Names of features, and what may be meant by those that there are not.

use crate::error::Error;
use xen_support::Statement;
use xen_support_data::distance;

/// The name of a feature: `x86/PVH, domU`, or the title alone.
pub(crate) fn feature_name(title: &str, implementation: &str) -> String {
    if implementation.is_empty() { title.to_owned() } else { format!("{title}, {implementation}") }
}

/// Which of the releases that are built in list a feature of that title.
pub(crate) fn note_on_other_releases(title: &str) -> String {
    let lists = |statement: &Statement| statement.iter().any(|(feature, _)| feature.title() == title);
    let releases = Statement::all().iter().filter(lists);
    let releases: Vec<String> = releases.map(|statement| statement.version().to_string()).collect();
    if releases.is_empty() { String::new() } else { format!(", but in {}", releases.join(", ")) }
}

/// Those of the names that may be meant: the first that hold the given one, or else the nearest.
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

/// A name that there is not, and those that may be meant.
pub(crate) fn no_such_name(message: &str, suggestions: &[&str]) -> Error {
    let lines: Vec<String> = suggestions.iter().map(|name| format!("\n    {name:?}")).collect();
    Error::Argument(if lines.is_empty() {
        message.to_owned()
    } else {
        format!("{message}; did you mean{}", lines.concat())
    })
}

#[cfg(test)]
mod tests {
    use super::suggestions;

    #[test]
    fn suggestions_contain_the_given_name_or_else_are_spelt_most_like_it() {
        let names = ["x86/PV", "x86/PVH", "x86/PVH", "Toolstack"];
        assert_eq!(suggestions("pvh", names.to_vec()), ["x86/PVH"]);
        assert_eq!(suggestions("Tolstack", names.to_vec()), ["Toolstack"]);
        assert_eq!(suggestions("Watchdog", names.to_vec()), [""; 0]);
    }
}
