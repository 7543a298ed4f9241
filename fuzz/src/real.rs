//! The real pages, in parts.

use std::fs;
use std::path::Path;

/// A real page: the text before its features, the features by section, and the definitions of its labels.
#[derive(Debug)]
pub struct Page {
    /// The file's name without its extension. For a whole page, `-whole` is added.
    pub name: String,
    /// The text from the Release Support to the first feature.
    pub release: String,
    /// The sections with features, each with its heading.
    pub sections: Vec<String>,
    /// The section "Definition of Status labels", without its explanations.
    pub labels: String,
}

impl Page {
    fn new(name: String, text: &str) -> Self {
        let at = |heading: &str, from: usize| text[from..].find(heading).map_or(text.len(), |at| from + at);
        let (release, features) = (at("# Release Support", 0), at("# Feature Support", 0));
        let labels = at("## Definition of Status labels", features);
        let labels_end = at("\n## ", labels).min(at("\n### External", labels));
        let starts: Vec<usize> = text[..labels].match_indices("\n## ").map(|(at, _)| at + 1).collect();
        let ends = starts.iter().skip(1).copied().chain([labels]);
        let sections = starts.iter().zip(ends).map(|(start, end)| text[*start..end].to_owned()).collect();
        Self {
            name,
            release: text[release..features].to_owned(),
            sections,
            labels: text[labels..labels_end].to_owned(),
        }
    }

    /// A small page with some of the sections.
    #[must_use]
    pub fn with(&self, sections: &[String]) -> String {
        format!("{}# Feature Support\n\n{}{}", self.release, sections.concat(), self.labels)
    }
}

/// The documents of `data/`, and the whole pages of `tests/pages/`, by name.
///
/// # Panics
///
/// When they cannot be read.
#[must_use]
pub fn pages() -> Vec<Page> {
    let mut pages = Vec::new();
    for (folder, suffix) in [("../data", ""), ("../tests/pages", "-whole")] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("the folder can be read").path();
            if path.extension().is_some_and(|extension| extension == "md") && !path.ends_with("README.md") {
                let name = path.file_stem().unwrap_or_default().to_string_lossy();
                let text = fs::read_to_string(&path).expect("a page can be read");
                pages.push(Page::new(format!("{name}{suffix}"), &text));
            }
        }
    }
    pages.sort_by(|a, b| a.name.cmp(&b.name));
    pages
}
