//! Text for people has a line for each feature, whose columns stand one below the other.

use super::{Answer, feature_name, list, string};
use std::collections::HashMap;
use unicode_width::UnicodeWidthStr;
use xen_support_compiler::printable_on_one_line;

pub(super) fn check_status(answer: &Answer) {
    let features = list(&answer.json, "features");
    let name = |feature| printable_on_one_line(&feature_name(feature)).into_owned();
    let width = features.iter().map(|feature| name(feature).width()).chain(["Feature".len()]).max().unwrap_or_default();
    // How often each line is there; features may look the same.
    let mut lines: HashMap<&str, usize> = HashMap::new();
    for line in answer.shown.lines() {
        *lines.entry(line).or_default() += 1;
    }
    for feature in features {
        let name = name(feature);
        let start = format!("  {name}{:1$}  {2}", "", width - name.width(), string(feature, "security"));
        let status = printable_on_one_line(string(feature, "status")).into_owned();
        let line = lines.iter_mut().find(|(line, count)| {
            **count > 0 && line.strip_prefix(start.as_str()).is_some_and(|rest| rest.contains(status.as_str()))
        });
        *line.unwrap_or_else(|| panic!("no line {start:?} {status:?} in {}", answer.shown)).1 -= 1;
    }
}
