//! Changes that are not of one feature: of prose, of labels, and of the external security support.

use super::Changes;
use xen_support_compiler::{ParsedLabel, ParsedSecurityContact, ProseChange, ProseKind, RowChange};

/// A change that is not of one feature, in words.
pub(crate) struct OtherChange {
    /// What is shown above such changes.
    pub(super) heading: &'static str,
    /// The word for it in JSON, CSV and Markdown, and of `--deny`.
    pub(crate) class: &'static str,
    /// The heading that prose stands below, the label, or the project.
    pub(crate) name: String,
    /// What only the older page says.
    pub(crate) old: Vec<String>,
    /// What only the newer page says.
    pub(crate) new: Vec<String>,
    /// What features may lose by it.
    pub(super) may_withhold: Option<&'static str>,
}

impl OtherChange {
    pub(crate) fn may_withhold_security(&self) -> bool {
        self.may_withhold.is_some()
    }

    /// Whether prose changed, and a page has only a digest of it, so that what it says is not known.
    pub(super) fn is_known_by_digest(&self) -> bool {
        self.old.is_empty() && self.new.is_empty()
    }

    /// Old and new, each on one line.
    pub(crate) fn sides(&self) -> [String; 2] {
        if self.is_known_by_digest() {
            return [String::new(), "changed".to_owned()];
        }
        [self.old.join(" "), self.new.join(" ")]
    }

    fn of_prose(change: &ProseChange<'_>) -> Self {
        let (heading, class, doubt) = match change.kind {
            ProseKind::Caveats => ("Caveats", "caveats", "its caveats may withhold it"),
            ProseKind::Description => ("Descriptions", "descriptions", "its description may withhold it"),
            ProseKind::Section => ("Prose of sections", "prose", "the section's prose may withhold it"),
            ProseKind::Definitions => ("Prose of the definitions", "definitions", "the definitions may withhold it"),
        };
        Self {
            heading,
            class,
            name: change.title.to_owned(),
            old: change.removed.clone(),
            new: change.added.clone(),
            may_withhold: change.may_withhold_security.then_some(doubt),
        }
    }

    fn of_row(row: &RowChange<'_>) -> Self {
        let [old, new] = [row.old, row.new].map(|value| value.map(str::to_owned).into_iter().collect());
        let may_withhold = row.may_withhold_security().then_some("a row of Xen's matrix may withhold it");
        let name = format!("{} ({})", row.name, row.key);
        Self { heading: "Other rows of Xen's matrix", class: "rows", name, old, new, may_withhold }
    }

    fn of_label([old, new]: [Option<&ParsedLabel>; 2]) -> Self {
        let words = |label: Option<&ParsedLabel>| match label {
            Some(ParsedLabel { tags: Some([complete, stable, interface, secure]), .. }) => vec![
                format!("Functional completeness: {complete};"),
                format!("Functional stability: {stable};"),
                format!("Interface stability: {interface};"),
                format!("Security supported: {secure}"),
            ],
            Some(_) | None => Vec::new(),
        };
        let (all_old, all_new) = (words(old), words(new));
        let [only_old, only_new] = [(&all_old, &all_new), (&all_new, &all_old)]
            .map(|(ours, theirs)| ours.iter().filter(|line| !theirs.contains(line)).cloned().collect());
        let name = new.or(old).map_or(String::new(), |label| label.name.clone());
        Self { heading: "Labels", class: "labels", name, old: only_old, new: only_new, may_withhold: None }
    }

    fn of_contact(pair: [Option<&ParsedSecurityContact>; 2]) -> Self {
        let [old, new] = pair.map(|contact| contact.map(|contact| contact.url.clone()).into_iter().collect());
        let name = pair[1].or(pair[0]).map_or(String::new(), |contact| contact.name.clone());
        Self { heading: "External security support", class: "contacts", name, old, new, may_withhold: None }
    }
}

impl Changes<'_> {
    /// The changes that are not of one feature, by class.
    pub(crate) fn others(&self) -> impl Iterator<Item = OtherChange> {
        let rows = self.compared.rows.iter().filter(|row| !row.is_of_the_release()).map(OtherChange::of_row);
        let prose = self.compared.prose.iter().map(OtherChange::of_prose);
        let labels = self.compared.labels.iter().map(|pair| OtherChange::of_label(*pair));
        rows.chain(prose).chain(labels).chain(self.compared.contacts.iter().map(|pair| OtherChange::of_contact(*pair)))
    }
}
