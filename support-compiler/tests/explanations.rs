//! Compiles the examples in the explanation of each problem: the wrong ones must have that problem, the right ones
//! none.

mod levels;

use levels::levels_that_show_all;
use std::collections::BTreeSet;
use xen_support_compiler::{Diagnostic, LintLevels, PROBLEMS, Source, compile};

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

/// How an explanation says that it has no example because that would be too long to read.
const NO_EXAMPLE: &str = "No example: ";

/// The examples below each line with this text.
fn examples(explanation: &str, heading: &str) -> Vec<String> {
    let before = format!("\n{heading}\n\n~~~markdown\n");
    explanation.split(&before).skip(1).map(|part| part.split_once("\n~~~\n").unwrap().0.to_owned()).collect()
}

/// A whole page with the example in it.
fn page(example: &str) -> Vec<u8> {
    let visible = example.trim_start_matches("⟨U+FEFF⟩");
    let begins_the_page = ["%", "# Release Support", "Release Support", "# Feature Support"]
        .iter()
        .any(|start| visible.starts_with(start));
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

/// The diagnostics of the page with this example.
fn diagnostics(example: &str) -> Vec<Diagnostic> {
    match Source::from_bytes("SUPPORT.md", page(example)) {
        Ok(source) => compile(&[source], &levels_that_show_all()).diagnostics,
        Err(diagnostic) => vec![*diagnostic],
    }
}

fn codes(diagnostics: &[Diagnostic]) -> BTreeSet<&'static str> {
    diagnostics.iter().map(|diagnostic| diagnostic.problem().code).collect()
}

#[test]
fn each_explanation_has_examples_or_says_why_not() {
    for problem in PROBLEMS {
        let has_examples = ["Wrong:", "Right:"].map(|heading| !examples(problem.explanation, heading).is_empty());
        assert_eq!(has_examples, [!problem.explanation.contains(NO_EXAMPLE); 2], "{}", problem.code);
    }
}

#[test]
fn each_wrong_example_has_the_problem_and_no_other() {
    for problem in PROBLEMS {
        let wrong = examples(problem.explanation, "Wrong:");
        let mut found: BTreeSet<_> = wrong.iter().flat_map(|example| codes(&diagnostics(example))).collect();
        if found.is_empty() {
            // The pages have no problem by themselves, but do not fit together.
            let sources = wrong.iter().map(|example| Source::from_bytes("SUPPORT.md", page(example)).unwrap());
            found = codes(&compile(&sources.collect::<Vec<_>>(), &LintLevels::new()).diagnostics);
        }
        assert_eq!(found, wrong.first().map(|_| problem.code).into_iter().collect(), "{}", problem.code);
    }
}

#[test]
fn each_right_example_has_no_problem() {
    for problem in PROBLEMS {
        for example in examples(problem.explanation, "Right:") {
            let found = diagnostics(&example);
            assert!(found.is_empty(), "{}: {}", problem.code, found[0]);
        }
    }
}

#[test]
fn lines_fit_into_a_terminal() {
    for problem in PROBLEMS {
        let in_an_example = |line: &str| line.starts_with("    Status");
        for line in problem.explanation.lines().filter(|line| !in_an_example(line)) {
            assert!(line.chars().count() <= 100, "{}: {line}", problem.code);
        }
    }
}
