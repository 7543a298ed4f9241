//! Pages that pandoc and other readers of Markdown read differently: the rows that Xen's own tool prints, what is told,
//! and what is in doubt and so grants nothing. The pages are in `cases/`.

use std::fs;
use std::path::Path;
use xen_support_compiler::{ParsedStatement, Source};

/// A page, and what is right.
struct Case {
    page: &'static str,
    /// The rows of Xen's matrix by key, name, value and mark of caveats, without those of the Release Support that have no
    /// mark.
    rows: &'static [[&'static str; 4]],
    /// The codes of the problems, in order.
    problems: &'static [&'static str],
    /// The keys of the features that are in doubt.
    in_doubt: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case { page: "commented-status", rows: &[["xl", "xl", "Experimental", ""]], problems: &[], in_doubt: &[] },
    Case {
        page: "d01-no-blank-before-heading",
        rows: &[["first", "First", "Supported", "*"]],
        problems: &["heading-lost", "feature-twice"],
        in_doubt: &["first"],
    },
    Case {
        page: "d03-heading-attributes-id",
        rows: &[["first", "First", "Experimental", ""], ["bar", "Foo", "Supported", ""]],
        problems: &[],
        in_doubt: &[],
    },
    Case {
        page: "d04-heading-attributes-unnumbered",
        rows: &[["first", "First", "Experimental", ""], ["foo", "Foo", "Supported", ""]],
        problems: &[],
        in_doubt: &[],
    },
    Case {
        page: "d06-caveats-html-comment-only",
        rows: &[["first", "First", "Experimental", ""], ["foo", "Foo", "Supported", ""]],
        problems: &[],
        in_doubt: &[],
    },
    Case {
        page: "d07-definition-list",
        rows: &[
            ["first", "First", "Experimental", ""],
            ["foo", "Foo", "Supported", ""],
            ["foo--security", "Security", "not security supported", ""],
        ],
        problems: &["definition-row"],
        in_doubt: &[],
    },
    Case {
        page: "d08-release-support-paragraph",
        rows: &[["release-support--xen-version", "Xen-Version", "4.18", "*"], ["first", "First", "Experimental", ""]],
        problems: &[],
        in_doubt: &[],
    },
    Case {
        page: "d09-hash-glued",
        rows: &[["first", "First", "Experimental", ""], ["c", "C", "Supported", ""]],
        problems: &[],
        in_doubt: &[],
    },
    Case {
        page: "d10-closing-quote",
        rows: &[["first", "First", "Experimental", ""], ["rack", "19” rack", "Supported", ""]],
        problems: &[],
        in_doubt: &[],
    },
    Case {
        page: "d11-abbreviation-nbsp",
        rows: &[["first", "First", "Experimental", ""], ["xen-vs.-kvm", "Xen vs.\u{a0}KVM", "Supported", ""]],
        problems: &[],
        in_doubt: &[],
    },
    Case {
        page: "d12-strikeout",
        rows: &[["first", "First", "Experimental", ""], ["foo-bar", "Foo bar", "Supported", ""]],
        problems: &["readers-differ"],
        in_doubt: &["foo-bar"],
    },
    Case {
        page: "d13-trailing-backslash",
        rows: &[["first", "First", "Experimental", ""], ["foo", "Foo", "Supported", ""]],
        problems: &[],
        in_doubt: &[],
    },
    Case {
        page: "d15-tex",
        rows: &[["first", "First", "Experimental", ""], ["foo", "Foo", "Supported", ""]],
        problems: &["pandoc-differs"],
        in_doubt: &["foo"],
    },
    Case {
        page: "d16-br",
        rows: &[["first", "First", "Experimental", ""], ["foo-bar", "Foobar", "Supported", ""]],
        problems: &["html-tag"],
        in_doubt: &[],
    },
    Case {
        page: "d18-roman-first",
        rows: &[["first", "First", "Experimental", ""], ["foo", "Ⅷ foo", "Supported", ""]],
        problems: &[],
        in_doubt: &[],
    },
    Case {
        page: "d19-line-separator",
        rows: &[["first", "First", "Experimental", ""], ["ab", "a\u{2028}b", "Supported", ""]],
        problems: &[],
        in_doubt: &[],
    },
    Case {
        page: "d20-div",
        rows: &[["first", "First", "Experimental", ""]],
        problems: &["pandoc-differs", "fragment-swallowed"],
        in_doubt: &[],
    },
    Case {
        page: "d21-comment-from-text",
        rows: &[["first", "First", "Experimental", ""]],
        problems: &["pandoc-differs", "fragment-swallowed"],
        in_doubt: &[],
    },
    Case {
        page: "d23-footnote-body",
        rows: &[["first", "First", "Experimental", ""]],
        problems: &["pandoc-differs", "fragment-swallowed"],
        in_doubt: &[],
    },
    Case {
        page: "d25-yaml-block",
        rows: &[["first", "First", "Experimental", ""]],
        problems: &["pandoc-differs", "fragment-swallowed", "fragment-swallowed"],
        in_doubt: &[],
    },
    Case {
        page: "d26-raw-fence",
        rows: &[["first", "First", "Experimental", ""]],
        problems: &["pandoc-differs", "fragment-swallowed"],
        in_doubt: &[],
    },
    Case {
        page: "d27-setext-two-lines",
        rows: &[["first", "First", "Supported", "*"]],
        problems: &["heading-lost", "feature-twice"],
        in_doubt: &["first"],
    },
    Case {
        page: "d28-tab-in-implementation",
        rows: &[["first", "First", "Experimental", ""], ["foo--x---y", "x   y", "Supported", ""]],
        problems: &[],
        in_doubt: &[],
    },
    Case {
        page: "d30-html-heading-comment",
        rows: &[["first", "First", "Experimental", ""]],
        problems: &["pandoc-differs"],
        in_doubt: &[],
    },
    Case {
        page: "d31-release-support-not-first",
        rows: &[["first", "First", "Experimental", ""]],
        problems: &[],
        in_doubt: &[],
    },
    Case {
        page: "dup-headings",
        rows: &[["memory--x86", "x86", "Supported", ""], ["memory-1--x86", "x86", "Experimental", ""]],
        problems: &["headings-same-key"],
        in_doubt: &[],
    },
    Case { page: "heading-id", rows: &[["toolstack-xl", "xl", "Supported", ""]], problems: &[], in_doubt: &[] },
    Case {
        page: "official-row-deflist",
        rows: &[
            ["xl", "xl", "Supported", "*"],
            ["xl--term", "Term", "definition", ""],
            ["xm", "xm", "Experimental", ""],
        ],
        problems: &["definition-row"],
        in_doubt: &[],
    },
    Case {
        page: "three-blanks",
        rows: &[["xm", "xm", "Experimental", ""]],
        problems: &["fragment-swallowed"],
        in_doubt: &[],
    },
    Case {
        page: "u02-heading-in-ordered-list",
        rows: &[["first", "First", "Experimental", ""], ["safe", "Safe", "Supported", ""]],
        problems: &["no-support-matrix", "heading-lost"],
        in_doubt: &["safe"],
    },
    Case {
        page: "u03-html-heading",
        rows: &[["first", "First", "Experimental", ""], ["safe", "Safe", "Supported", ""]],
        problems: &["pandoc-differs", "heading-lost", "no-support-matrix"],
        in_doubt: &["safe"],
    },
    Case {
        page: "u05-setext-in-quote",
        rows: &[["first", "First", "Experimental", ""], ["safe", "Safe", "Supported", ""]],
        problems: &["no-support-matrix", "heading-lost"],
        in_doubt: &["safe"],
    },
    Case {
        page: "u06-zwsp-before-heading",
        rows: &[["first", "First", "Experimental", ""], ["safe", "Safe", "Supported", ""]],
        problems: &["heading-lost"],
        in_doubt: &["safe"],
    },
    Case {
        page: "u07-del",
        rows: &[["first", "First", "Experimental", ""], ["foo", "Foo", "Supported", ""]],
        problems: &["pandoc-differs", "no-support-matrix", "pandoc-differs"],
        in_doubt: &["foo"],
    },
    Case {
        page: "u09-definition-negates",
        rows: &[
            ["first", "First", "Experimental", ""],
            ["foo", "Foo", "Supported", ""],
            ["foo--security", "Security", "not security supported", ""],
        ],
        problems: &["definition-row"],
        in_doubt: &[],
    },
    Case {
        page: "u10-status-in-list",
        rows: &[["first", "First", "Experimental", ""], ["foo", "Foo", "Supported", ""]],
        problems: &["fragment-swallowed"],
        in_doubt: &["foo"],
    },
];

fn read(page: &str) -> (ParsedStatement, Vec<&'static str>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(page).with_extension("md");
    let (statement, diagnostics) = ParsedStatement::parse(&Source::new(page, fs::read_to_string(path).unwrap()));
    (statement.unwrap(), diagnostics.iter().map(|diagnostic| diagnostic.problem().code).collect())
}

#[test]
fn each_page_has_the_rows_of_xens_own_tool() {
    for case in CASES {
        let (statement, _) = read(case.page);
        let rows = statement.rows().iter().filter(|row| row.caveats || !row.key.starts_with("release-support--"));
        let rows: Vec<[&str; 4]> =
            rows.map(|row| [&*row.key, &*row.name, &*row.value, if row.caveats { "*" } else { "" }]).collect();
        assert_eq!(rows, case.rows, "{}", case.page);
    }
}

#[test]
fn each_page_tells_what_differs_or_is_lost() {
    for case in CASES {
        assert_eq!(read(case.page).1, case.problems, "{}", case.page);
    }
}

#[test]
fn what_is_in_doubt_grants_nothing() {
    for case in CASES {
        let (statement, _) = read(case.page);
        let in_doubt = statement.features.iter().filter(|feature| !feature.status.understood);
        assert_eq!(in_doubt.map(|feature| &*feature.key).collect::<Vec<_>>(), case.in_doubt, "{}", case.page);
    }
}

#[test]
fn each_page_is_a_case() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(CASES.iter().any(|case| case.page == name), "{name}");
    }
}
