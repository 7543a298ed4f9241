//! How a status is shown, with what stands beside it.

use xen_support_data::Beside;

/// A mark behind a status.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    /// Whether the status has it.
    is_due: fn(Beside) -> bool,
    pub(crate) text: &'static str,
    pub(crate) meaning: &'static str,
}

/// Xen's own matrix has the first one, too.
const MARKS: [Mark; 4] = [
    Mark { is_due: Beside::has_caveats, text: "[*]", meaning: "caveats" },
    Mark {
        is_due: Beside::has_exceptions,
        text: "[!]",
        meaning: "less is granted to other implementations of the heading",
    },
    Mark { is_due: Beside::has_section_prose, text: "[#]", meaning: "prose of the section" },
    Mark { is_due: Beside::has_security_above, text: "[+]", meaning: "a description that speaks of security" },
];

/// The marks behind a status that this stands beside.
pub(crate) fn marks(beside: Beside) -> impl Iterator<Item = Mark> {
    MARKS.into_iter().filter(move |mark| (mark.is_due)(beside))
}

/// A status with its marks: `Supported [*][!]`. One that is not understood, and so grants nothing, says so.
pub(crate) fn marked(status: &str, is_understood: bool, beside: Beside) -> String {
    let marks: String = marks(beside).map(|mark| mark.text).collect();
    let note = if is_understood { "" } else { " (not understood)" };
    let blank = if marks.is_empty() { "" } else { " " };
    [status, note, blank, &marks].concat()
}

/// What the marks behind these statuses mean, on one line; `None` if there are none.
pub(crate) fn legend(shown: &(impl Iterator<Item = Beside> + Clone)) -> Option<String> {
    let is_shown = |mark: &Mark| shown.clone().any(mark.is_due);
    let meanings: Vec<String> =
        MARKS.into_iter().filter(is_shown).map(|Mark { text, meaning, .. }| format!("{text} {meaning}")).collect();
    (!meanings.is_empty()).then(|| format!("Beside the status: {}.", meanings.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::{legend, marked};
    use xen_support_data::Beside;

    #[test]
    fn what_stands_beside_a_status_is_marked_behind_it_and_explained() {
        let (nothing, all) = (Beside::default(), Beside::new(true, true, true, true));
        assert_eq!(
            [nothing, all].map(|beside| marked("Supported", true, beside)),
            ["Supported", "Supported [*][!][#][+]"]
        );
        assert_eq!(marked("Suported", false, all), "Suported (not understood) [*][!][#][+]");
        assert_eq!(legend(&[nothing].into_iter()), None);
        let caveats = [nothing, Beside::new(true, false, false, false)];
        assert_eq!(legend(&caveats.into_iter()).as_deref(), Some("Beside the status: [*] caveats."));
    }
}
