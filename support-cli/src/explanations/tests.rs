//! Each explanation is of a problem that there is, and its examples show that problem.

use super::{EXPLANATIONS, explanation};
use std::collections::BTreeSet;
use xen_support_data::compiler::{Diagnostic, PROBLEMS, Source, compile};

const RELEASE: &str = "\
# Release Support

    Xen-Version: 4.18
    Initial-Release: 2023-11-16
    Supported-Until: 2025-05-16
    Security-Support-Until: 2028-11-16
";

const LABELS: &str = "\
# Format and definitions

## Definition of Status labels

### Experimental

    Functional completeness: No
    Functional stability: Here be dragons
    Interface stability: Not stable
    Security supported: No

### Supported

    Functional completeness: Yes
    Functional stability: Normal
    Interface stability: Yes
    Security supported: Yes
";

/// The problems that no example of a readable length has.
const WITHOUT_EXAMPLE: [&str; 5] =
    ["name-too-long", "too-many-labels", "too-many-statuses", "too-many-documents", "no-perfect-hash"];

/// The examples that follow each line with this text.
fn examples(explanation: &str, heading: &str) -> Vec<String> {
    let before = format!("\n{heading}\n\n~~~markdown\n");
    explanation.split(&before).skip(1).map(|part| part.split_once("\n~~~\n").unwrap().0.to_owned()).collect()
}

/// The page that an example is a part of.
fn page(example: &str) -> Vec<u8> {
    let visible = example.trim_start_matches("⟨U+FEFF⟩");
    let begins_the_page =
        ["%", "# Release Support", "# Feature Support"].iter().any(|start| visible.starts_with(start));
    let before = if begins_the_page { String::new() } else { format!("{RELEASE}\n# Feature Support\n\n## Guests\n\n") };
    let after = if example.contains("# Format and definitions") { "" } else { LABELS };
    let mut bytes = Vec::new();
    let text = format!("{before}{example}\n\n{after}");
    let mut rest = text.as_str();
    while let Some((plain, (meant, after))) =
        rest.split_once('⟨').and_then(|(plain, more)| Some((plain, more.split_once('⟩')?)))
    {
        bytes.extend_from_slice(plain.as_bytes());
        match (meant.strip_prefix("U+"), meant.strip_prefix("0x")) {
            (Some(character), _) => {
                let character = char::from_u32(u32::from_str_radix(character, 16).unwrap()).unwrap();
                bytes.extend_from_slice(character.to_string().as_bytes());
            }
            (_, byte) => bytes.push(u8::from_str_radix(byte.unwrap(), 16).unwrap()),
        }
        rest = after;
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

/// What the compiler says of the page.
fn diagnostics(example: &str) -> Vec<Diagnostic> {
    match Source::from_bytes("SUPPORT.md", page(example)) {
        Ok(source) => compile(&[source]).diagnostics,
        Err(diagnostic) => vec![*diagnostic],
    }
}

fn codes(diagnostics: &[Diagnostic]) -> BTreeSet<&'static str> {
    diagnostics.iter().map(|diagnostic| diagnostic.problem().code).collect()
}

#[test]
fn each_problem_has_one_explanation() {
    let explained: Vec<&str> = EXPLANATIONS.iter().map(|(code, _)| *code).collect();
    let problems: Vec<&str> = PROBLEMS.iter().map(|problem| problem.code).collect();
    assert_eq!(explained, problems);
}

#[test]
fn each_wrong_example_has_the_problem_and_no_other() {
    for (code, explanation) in EXPLANATIONS {
        let wrong = examples(explanation, "Wrong:");
        assert_eq!(wrong.is_empty(), WITHOUT_EXAMPLE.contains(code), "{code}");
        let found = if *code == "version-twice" {
            let sources = wrong.iter().map(|example| Source::from_bytes("SUPPORT.md", page(example)).unwrap());
            codes(&compile(&sources.collect::<Vec<_>>()).diagnostics)
        } else {
            wrong.iter().flat_map(|example| codes(&diagnostics(example))).collect()
        };
        assert_eq!(found, wrong.first().map(|_| *code).into_iter().collect(), "{code}");
    }
}

#[test]
fn each_right_example_has_no_problem() {
    for (code, explanation) in EXPLANATIONS {
        let right = examples(explanation, "Right:");
        assert_eq!(right.is_empty(), WITHOUT_EXAMPLE.contains(code), "{code}");
        for example in right {
            let found = diagnostics(&example);
            assert!(found.is_empty(), "{code}: {}", found[0]);
        }
    }
}

#[test]
fn lines_fit_into_a_terminal() {
    for (code, text) in EXPLANATIONS {
        assert!(explanation(code).is_some());
        let in_an_example = |line: &str| line.starts_with("    Status");
        for line in text.lines().filter(|line| !in_an_example(line)) {
            assert!(line.chars().count() <= 100, "{code}: {line}");
        }
    }
}
