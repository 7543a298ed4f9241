//! How it is shown what stands beside a status.

use xen_support_data::Beside;

/// Each mark, and what it means.
const MARKS: [(fn(Beside) -> bool, &str, &str); 3] = [
    (Beside::has_caveats, "[*]", "caveats"),
    (Beside::has_exceptions, "[!]", "less is granted to other implementations of the heading"),
    (Beside::has_section_prose, "[#]", "prose of the section"),
];

/// The marks behind a status, each with what it means. Xen's own matrix has the one for caveats.
pub(crate) fn marks(beside: Beside) -> impl Iterator<Item = (&'static str, &'static str)> {
    MARKS.into_iter().filter(move |(has, _, _)| has(beside)).map(|(_, mark, meaning)| (mark, meaning))
}

/// A status with its marks: `Supported [*][!]`.
pub(crate) fn marked(status: &str, beside: Beside) -> String {
    let marks: String = marks(beside).map(|(mark, _)| mark).collect();
    if marks.is_empty() { status.to_owned() } else { format!("{status} {marks}") }
}

/// What the marks of these mean, on one line; `None` if there are none.
pub(crate) fn legend(shown: impl Iterator<Item = Beside> + Clone) -> Option<String> {
    let is_shown = |(has, _, _): &(fn(Beside) -> bool, &str, &str)| shown.clone().any(has);
    let meanings: Vec<String> =
        MARKS.into_iter().filter(is_shown).map(|(_, mark, meaning)| format!("{mark} {meaning}")).collect();
    (!meanings.is_empty()).then(|| format!("Beside the status: {}.", meanings.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::{legend, marked};
    use xen_support_data::Beside;

    #[test]
    fn what_stands_beside_a_status_is_marked_behind_it_and_explained() {
        let (nothing, all) = (Beside::default(), Beside::new(true, true, true));
        assert_eq!([nothing, all].map(|beside| marked("Supported", beside)), ["Supported", "Supported [*][!][#]"]);
        assert_eq!(legend([nothing].into_iter()), None);
        let caveats = [nothing, Beside::new(true, false, false)];
        assert_eq!(legend(caveats.into_iter()).as_deref(), Some("Beside the status: [*] caveats."));
    }
}
