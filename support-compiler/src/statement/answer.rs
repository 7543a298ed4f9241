//! Answers whether a page grants what somebody relies on, as the tables that are compiled from it do.

use super::features::{ParsedFeature, ParsedStatement};
use xen_support_data::{Beside, Date, NotGranted, Requirement, Ruling};

/// How the message of a refusal names the page.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct PageName<'p> {
    /// The release: `Xen 4.18`, or the version alone for a page that is not the Xen Project's.
    pub release: &'p str,
    /// The address of the feature's heading, if the page is on a website.
    pub link: Option<&'p str>,
}

impl ParsedStatement {
    /// Whether the page grants the requirement of one of its features on the day. This is what
    /// [`Statement::satisfies_on`](xen_support_data::Statement::satisfies_on) says of the tables that the page compiles to.
    ///
    /// Cost: a walk over all features if the requirement is `unconditionally`.
    #[must_use]
    pub fn satisfies_on(&self, feature: &ParsedFeature, requirement: Requirement, day: Date) -> bool {
        let beside = self.beside_if_asked(feature, requirement);
        self.ruling(feature, day, &beside).satisfies(requirement)
    }

    /// Why the page does not grant the requirement of one of its features on the day, in the words of a failed check;
    /// `None` if it does grant it.
    #[doc(hidden)]
    #[must_use]
    pub fn refusal_on(
        &self,
        feature: &ParsedFeature,
        requirement: Requirement,
        day: Date,
        PageName { release, link }: PageName<'_>,
    ) -> Option<NotGranted> {
        let link = link.map_or(String::new(), |link| format!(", {link}"));
        let place = format!("{}:{}{link}", self.file, feature.line);
        let beside = self.beside_if_asked(feature, requirement);
        Ruling { release, place: &place, ..self.ruling(feature, day, &beside) }.refusal(requirement)
    }

    /// What stands beside the status, and the names of the exceptions, if the requirement asks.
    fn beside_if_asked(&self, feature: &ParsedFeature, requirement: Requirement) -> (Beside, String) {
        if !requirement.is_unconditional() {
            return Default::default();
        }
        let exceptions: Vec<String> = self.exceptions(feature).map(quoted_name).collect();
        (feature.heading.beside(!exceptions.is_empty()), exceptions.join("; "))
    }

    /// What the requirement is judged by. What names release and place is left empty.
    fn ruling<'r>(
        &'r self,
        feature: &'r ParsedFeature,
        day: Date,
        (beside, exceptions): &'r (Beside, String),
    ) -> Ruling<'r> {
        let ParsedFeature { heading, implementation, status, .. } = feature;
        Ruling {
            release: "",
            title: &heading.title,
            implementation,
            status: &status.text,
            label: status.label.as_ref().map(|label| label.name.as_str()),
            is_understood: status.understood,
            level: status.level,
            security: status.security,
            limit: status.limit,
            beside: *beside,
            exceptions,
            initial_release: &self.release.initial_release.text,
            security_support_until: &self.release.security_support_until.text,
            day,
            place: "",
        }
    }
}

/// A feature's name as messages write it: `"x86/PVH", "domU"`.
fn quoted_name(feature: &ParsedFeature) -> String {
    let title = &feature.heading.title;
    match &*feature.implementation {
        "" => format!("\"{title}\""),
        implementation => format!("\"{title}\", \"{implementation}\""),
    }
}
