//! The list of features in the documentation of their module, by the sections of the pages.

use super::docs::{Docs, escaped};
use crate::catalog::Catalog;
use std::collections::HashMap;

/// The documentation of the module of all features: where each is, by the sections of the newest document that lists it.
///
/// It links to what is in the module, so that is where it has to stand.
pub(super) fn of_features(catalog: &Catalog) -> Docs {
    let mut lines: Vec<String> = [
        "A constant for each feature.",
        "",
        "A feature with a bare `Status:` is a constant named after its heading; an implementation is one in a module",
        "named after the heading.",
    ]
    .map(str::to_owned)
    .into();
    for Section { title, headings } in sections(catalog) {
        lines.extend([String::new(), format!("# {}", escaped(title)), String::new()]);
        lines.extend(headings.iter().map(Heading::line));
    }
    Docs(lines)
}

struct Section<'c> {
    title: &'c str,
    headings: Vec<Heading<'c>>,
}

struct Heading<'c> {
    title: &'c str,
    /// The constant of its bare status.
    constant: Option<&'c str>,
    /// The module of its implementations.
    module: Option<&'c str>,
}

/// The sections and their headings, each once, in the order of the catalog.
fn sections(catalog: &Catalog) -> Vec<Section<'_>> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    let (mut section_of, mut heading_of) = (HashMap::new(), HashMap::new());
    for feature in catalog.features() {
        let (section, title) = (&*feature.heading.section, &*feature.heading.title);
        let number = *section_of.entry(section).or_insert(sections.len());
        if number == sections.len() {
            sections.push(Section { title: section, headings: Vec::new() });
        }
        let headings = &mut sections[number].headings;
        let heading = *heading_of.entry((section, title)).or_insert(headings.len());
        if heading == headings.len() {
            headings.push(Heading { title, constant: None, module: None });
        }
        match &feature.module {
            None => headings[heading].constant = Some(&feature.constant),
            module => headings[heading].module = module.as_deref(),
        }
    }
    sections
}

impl Heading<'_> {
    /// An item of a list. Its links name kinds, since a macro or a type of Rust may have the same name.
    fn line(&self) -> String {
        let constant = self.constant.map(|name| format!("[`const@{name}`]"));
        let module = self.module.map(|name| format!("[`mod@{name}`]"));
        let links: Vec<String> = constant.into_iter().chain(module).collect();
        format!("- {}: {}", escaped(self.title), links.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::of_features;
    use crate::compilation::compile;
    use crate::diagnostic::LintLevels;
    use crate::diagnostic::Source;

    #[test]
    fn features_are_listed_by_the_sections_of_the_newest_document_that_lists_them() {
        let page = include_str!("../../tests/diagnostics/fragment_indent.md");
        let page = |version, features: &str| {
            let (before, rest) = page.split_once("## Guests").unwrap();
            let (_, after) = rest.split_once("      Status: Supported\n").unwrap();
            Source::new("page.md", [&before.replace("4.18", version), features, after].concat())
        };
        let older = "\
## Hosts

### Gone

    Status: Supported

### Moved

    Status: Supported
    Status, gone: Supported
";
        let newer = "\
## Guests

    Status: Supported

### vec

    Status, a: Supported
    Status: Supported
    Status, b: Supported

## *Hosts*

### Moved

    Status: Supported
";
        let newer = newer.replace('*', "\\*");
        let catalog = compile(&[page("4.17", older), page("4.18", &newer)], &LintLevels::new()).catalog.unwrap();
        let lines = of_features(&catalog).0[5..].join("\n");
        let expected = r"# Hosts

- Gone: [`const@GONE`]
- Moved: [`mod@moved`]

# Guests

- Guests: [`const@GUESTS`]
- vec: [`const@VEC`], [`mod@vec`]

# \*Hosts\*

- Moved: [`const@MOVED`]";
        assert_eq!(lines, expected);
    }
}
