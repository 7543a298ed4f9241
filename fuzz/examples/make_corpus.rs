//! Makes the seeds of `corpus/any_bytes` anew: a small document for each section of the real pages that no earlier page
//! has, and, for every two consecutive pages, a pair of documents with the first section that differs.

use std::collections::HashSet;
use std::path::Path;
use std::slice::from_ref;
use std::{fs, io};
use xen_support_fuzz::{SEPARATOR, real};

fn main() -> io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/any_bytes");
    if corpus.exists() {
        fs::remove_dir_all(&corpus)?;
    }
    fs::create_dir_all(&corpus)?;
    let pages = real::pages();
    let mut seen = HashSet::new();
    for page in &pages {
        for (number, section) in page.sections.iter().enumerate() {
            if seen.insert(section) {
                fs::write(corpus.join(format!("{}-{number:02}.md", page.name)), page.with(from_ref(section)))?;
            }
        }
    }
    for pair in pages.windows(2) {
        let changed = pair[0].sections.iter().zip(&pair[1].sections).position(|(old, new)| old != new);
        if let Some(number) = changed {
            let documents = [&pair[0], &pair[1]].map(|page| page.with(from_ref(&page.sections[number])));
            let name = format!("{}-to-{}.md", pair[0].name, pair[1].name);
            fs::write(corpus.join(name), documents.join(&SEPARATOR.to_string()))?;
        }
    }
    Ok(())
}
