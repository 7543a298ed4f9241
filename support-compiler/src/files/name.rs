//! Names of files, which are shown, and told to Cargo.

use crate::build_error::BuildError;
use std::path::Path;

/// Refuses a path in which there is a line break or another control character. Shown as it is, it could pass for output of
/// ours, or for what a build script tells Cargo.
///
/// # Errors
///
/// If there is one. The error shows it escaped.
pub fn check_name(path: &Path) -> Result<(), BuildError> {
    let breaks_lines = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    if path.to_string_lossy().contains(breaks_lines) {
        let way_out = "rename the file or folder";
        return Err(BuildError::new(format!("the path {} has a control character in it: {way_out}", escaped(path))));
    }
    Ok(())
}

/// A path in quotes, with what is no text escaped.
#[expect(clippy::unnecessary_debug_formatting, reason = "this is what escapes")]
pub(crate) fn escaped(path: &Path) -> String {
    format!("{path:?}")
}

#[cfg(test)]
mod tests {
    use super::check_name;
    use std::path::Path;

    #[test]
    fn a_name_with_a_control_character_is_refused_and_shown_escaped() {
        for (name, shown) in [
            ("a\ncargo::rustc-env=X=1\n.md", r#""a\ncargo::rustc-env=X=1\n.md""#),
            ("a\r.md", r#""a\r.md""#),
            ("folder\u{7f}/a.md", r#""folder\u{7f}/a.md""#),
            ("\u{1b}[31m", r#""\u{1b}[31m""#),
            ("\u{9b}31m", r#""\u{9b}31m""#),
            ("a\u{2028}b", r#""a\u{2028}b""#),
        ] {
            let error = check_name(Path::new(name)).unwrap_err().to_string();
            assert_eq!(error, format!("the path {shown} has a control character in it: rename the file or folder"));
        }
        for name in ["", "SUPPORT.md", "größe/日本語 4.18.md", "../a=b;c|$(d).md"] {
            assert!(check_name(Path::new(name)).is_ok(), "{name}");
        }
    }
}
