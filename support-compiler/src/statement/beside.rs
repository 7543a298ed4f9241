//! What stands beside the statuses of a document.

use super::features::{FeatureHeading, ParsedFeature, ParsedStatement};
use super::status::ParsedStatus;
use std::collections::HashMap;
use xen_support_data::Beside;

/// Whether a description may say something of security support: it has the letters "secur" in it, in any case.
pub(crate) fn speaks_of_security(description: &str) -> bool {
    description.as_bytes().windows(5).any(|letters| letters.eq_ignore_ascii_case(b"secur"))
}

impl FeatureHeading {
    /// What stands beside a status of this heading that has exceptions, or has none.
    pub(crate) fn beside(&self, has_exceptions: bool) -> Beside {
        Beside::new(
            !self.caveats.is_empty(),
            has_exceptions,
            !self.section_prose.is_empty(),
            speaks_of_security(&self.description),
        )
    }
}

impl ParsedStatement {
    /// What stands beside the status of each feature, in the order of the features.
    ///
    /// Cost: linear in the number of features.
    #[must_use]
    pub fn beside(&self) -> Vec<Beside> {
        // The different grants of each heading. There are few, however many implementations it has.
        let mut granted: HashMap<&str, Vec<&ParsedStatus>> = HashMap::with_capacity(self.features.len());
        for ParsedFeature { heading, status, .. } in &self.features {
            let of_heading = granted.entry(&heading.anchor).or_default();
            if of_heading.iter().all(|known| (known.level, known.security) != (status.level, status.security)) {
                of_heading.push(status);
            }
        }
        let of = |ParsedFeature { heading, status, .. }: &ParsedFeature| {
            let is_less = |other: &&ParsedStatus| other.grant().is_less_than(&status.grant());
            let has_exceptions = granted.get(&*heading.anchor).is_some_and(|all| all.iter().any(is_less));
            heading.beside(has_exceptions)
        };
        self.features.iter().map(of).collect()
    }

    /// The other implementations of a feature's heading that are granted less: a lower level, or security support by
    /// others, under conditions or not at all. Cost: a walk over all features.
    pub fn exceptions<'s>(&'s self, feature: &'s ParsedFeature) -> impl Iterator<Item = &'s ParsedFeature> {
        let is_exception = |other: &&ParsedFeature| {
            other.heading.anchor == feature.heading.anchor && other.status.grant().is_less_than(&feature.status.grant())
        };
        self.features.iter().filter(is_exception)
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Source;
    use crate::statement::ParsedStatement;
    use xen_support_data::Beside;

    #[test]
    fn a_description_that_may_speak_of_security_support_stands_beside_the_status() {
        let page = include_str!("../../tests/diagnostics/fragment_indent.md");
        for (description, speaks) in
            [("", false), ("What it is.", false), ("No security support for this one.", true), ("Not\nSECURE.", true)]
        {
            let text = page.replace("      Status: Supported\n", &format!("{description}\n\n    Status: Supported\n"));
            let statement = ParsedStatement::parse(&Source::new("page.md", text)).0.unwrap();
            assert_eq!(statement.beside()[0].has_security_above(), speaks, "{description}");
        }
    }

    #[test]
    fn what_is_granted_less_is_an_exception_whatever_its_limit() {
        let page = include_str!("../../tests/diagnostics/fragment_indent.md");
        let lines = [
            "    Status: Supported",
            "    Status, a: Supported up to 4",
            "    Status, b: Supported, with caveats",
            "    Status, c: Supported, security support external",
            "    Status, d: Experimental\n",
        ];
        let source = Source::new("page.md", page.replace("      Status: Supported\n", &lines.join("\n")));
        let statement = ParsedStatement::parse(&source).0.unwrap();
        let exceptions: Vec<String> = statement
            .features
            .iter()
            .map(|feature| statement.exceptions(feature).map(|exception| &*exception.implementation).collect())
            .collect();
        assert_eq!(exceptions, ["bcd", "bcd", "cd", "bd", ""]);
        let has_exceptions = statement.beside().into_iter().map(Beside::has_exceptions);
        assert!(has_exceptions.eq(exceptions.iter().map(|exceptions| !exceptions.is_empty())));
    }
}
