//! Everything that the compiler can complain about: each kind of problem is one constant.

use super::kind::{Problem, Severity};

/// Each problem is a static; its explanation is the file `explanations/<code>.md`, without which it does not compile.
macro_rules! problems {
    ($($name:ident = {
        code: $code:literal,
        severity: $severity:expr,
        message: $message:literal,
        advice: $advice:literal,
    };)+) => {
        $(pub(crate) static $name: Problem = Problem {
            code: $code,
            severity: $severity,
            message: $message,
            advice: $advice,
            explanation: include_str!(concat!("explanations/", $code, ".md")),
        };)+
        /// All kinds of problem.
        pub static PROBLEMS: &[&Problem] = &[$(&$name),+];
    };
}

problems! {
    // The document as a whole.

    NO_RELEASE_SUPPORT = {
        code: "no-release-support",
        severity: Severity::Error,
        message: "the document has no Release Support",
        advice: "a heading `# Release Support` must be followed by an indented block whose first line is \
            `Xen-Version: 4.18`",
    };

    RELEASE_SUPPORT_TWICE = {
        code: "release-support-twice",
        severity: Severity::Error,
        message: "the document has a second Release Support",
        advice: "one document is one release's statement: remove the second block, or split the document",
    };

    NOT_UTF_8 = {
        code: "not-utf-8",
        severity: Severity::Error,
        message: "the document is not UTF-8",
        advice: "Xen's page is: save the document as UTF-8, or write the letter that is marked anew",
    };

    BYTE_ORDER_MARK = {
        code: "byte-order-mark",
        severity: Severity::Warning,
        message: "the document begins with a byte-order mark",
        advice: "UTF-8 needs none, and other tools take it for a part of the first line: save the document without it",
    };

    CARRIAGE_RETURN = {
        code: "carriage-return",
        severity: Severity::Warning,
        message: "the document's lines end with a carriage return",
        advice: "Xen's page has Unix line ends: save the document with them",
    };

    BIDIRECTIONAL_CONTROL = {
        code: "bidirectional-control",
        severity: Severity::Warning,
        message: "the text has a bidirectional control character",
        advice: "editors show what follows it in another order than it is read in (CVE-2021-42574): remove it",
    };

    HEADING_LEVEL_SKIPPED = {
        code: "heading-level-skipped",
        severity: Severity::Error,
        message: "a heading skips a level",
        advice: "a heading may be at most one level below the heading that it stands under: take away a `#`",
    };

    HEADING_EMPTY = {
        code: "heading-empty",
        severity: Severity::Error,
        message: "a heading has no text",
        advice: "what follows would be a feature without a name: write one, or take the `#` away",
    };

    NAME_TOO_LONG = {
        code: "name-too-long",
        severity: Severity::Error,
        message: "this name is too long",
        advice: "a heading, and an implementation, may have 500 bytes each, since whatever refers to a feature \
            repeats them: shorten it, and move what it explains into a paragraph below",
    };

    HEADING_LOST = {
        code: "heading-lost",
        severity: Severity::Error,
        message: "this heading is not read as one",
        advice: "it stands within HTML, a quote, a list or a definition, so what follows it would count for the \
            heading before: put it at the beginning of a line, with an empty line before",
    };

    HEADING_UNSPACED = {
        code: "heading-unspaced",
        severity: Severity::Error,
        message: "this line looks like a heading, but is not read as one",
        advice: "write one to six `#` and a plain blank after them: as it is, what follows would count for the \
            heading before",
    };

    SETEXT_HEADING = {
        code: "setext-heading",
        severity: Severity::Warning,
        message: "a heading is marked by the line below it",
        advice: "if a heading is meant, write it as `## …`, as all others are; if a rule below a paragraph is, put \
            an empty line between",
    };

    // Fragments: the indented blocks with a key and a value on each line.

    NOT_A_FRAGMENT = {
        code: "not-a-fragment",
        severity: Severity::Error,
        message: "this indented block is not a fragment",
        advice: "Markdown reads text that is indented by four blanks as a machine-readable fragment, and those hold \
            lines such as `Status, x86: Supported` only; if this is prose or a list, indent it by less than four \
            blanks",
    };

    FRAGMENT_KEY = {
        code: "fragment-key",
        severity: Severity::Error,
        message: "unknown key in a fragment",
        advice: "a line is `Status: …` or `Status, <implementation>: …`; a list of formats has `Supported` for its key",
    };

    FRAGMENT_INDENT = {
        code: "fragment-indent",
        severity: Severity::Error,
        message: "a fragment's line is indented too far",
        advice: "indent each line of a fragment by exactly four blanks, or one tab",
    };

    FRAGMENT_TAB = {
        code: "fragment-tab",
        severity: Severity::Warning,
        message: "a fragment is indented by a tab",
        advice: "indent by four blanks, as all other fragments are: what a tab is worth depends on where it stands",
    };

    FRAGMENT_FENCED = {
        code: "fragment-fenced",
        severity: Severity::Warning,
        message: "a fragment is fenced instead of indented",
        advice: "take the fences away and indent the lines by four blanks, as \"Format and definitions\" has it",
    };

    FRAGMENT_IMPLEMENTATION = {
        code: "fragment-implementation",
        severity: Severity::Error,
        message: "the implementation in this line is not well formed",
        advice: "write `Status, <implementation>: …`, with the colon right after the implementation's last letter, \
            or `Status: …` without a comma",
    };

    FRAGMENT_VALUE = {
        code: "fragment-value",
        severity: Severity::Error,
        message: "this line has no value",
        advice: "write a blank and the value after the colon: `Status: Supported`",
    };

    VALUE_WRAPPED = {
        code: "value-wrapped",
        severity: Severity::Error,
        message: "a value goes on over a second line",
        advice: "a fragment's value ends with its line: write it on one line, however long, or move what explains \
            it into a paragraph below",
    };

    FRAGMENT_SWALLOWED = {
        code: "fragment-swallowed",
        severity: Severity::Error,
        message: "this status line is not part of a fragment",
        advice: "Markdown takes it for a line of what is around it, such as a paragraph, a list or a definition: \
            put an empty line before the fragment, and indent the fragment by four blanks",
    };

    STATUS_BEFORE_HEADING = {
        code: "status-before-heading",
        severity: Severity::Error,
        message: "a fragment stands before any heading",
        advice: "a status belongs to the heading above it: move the fragment below its feature's heading",
    };

    // Release Support.

    RELEASE_LINE = {
        code: "release-line",
        severity: Severity::Error,
        message: "a line of the Release Support is not well formed",
        advice: "write `<Key>: <value>`; the keys are `Xen-Version` (first), `Initial-Release`, `Supported-Until` \
            and `Security-Support-Until`",
    };

    RELEASE_KEY_MISSING = {
        code: "release-key-missing",
        severity: Severity::Error,
        message: "the Release Support lacks a key",
        advice: "it needs `Xen-Version`, `Initial-Release`, `Supported-Until` and `Security-Support-Until`; a date \
            may be `n/a` or `TBD`",
    };

    RELEASE_KEY_TWICE = {
        code: "release-key-twice",
        severity: Severity::Error,
        message: "the Release Support gives a key twice",
        advice: "keep the one that is right",
    };

    NO_VERSION = {
        code: "no-version",
        severity: Severity::Error,
        message: "this is not a version of Xen",
        advice: "write it as Xen does: `4.18`, `4.18-unstable` or `4.18-rc`",
    };

    NO_DATE = {
        code: "no-date",
        severity: Severity::Error,
        message: "this is not a date",
        advice: "write an existing day as `YYYY-MM-DD`, or words without digits, such as `n/a`, `TBD` or \
            `Unreleased - not yet security-supported`",
    };

    VERSION_TWICE = {
        code: "version-twice",
        severity: Severity::Error,
        message: "two documents are for the same version of Xen",
        advice: "a set has one document a version: remove one, or correct its `Xen-Version`",
    };

    // Labels.

    NO_LABELS = {
        code: "no-labels",
        severity: Severity::Error,
        message: "the document defines no labels",
        advice: "a status means what its label's definition says, so the document needs a `## Definition of Status \
            labels`; was the page cut short?",
    };

    LABEL_LINE = {
        code: "label-line",
        severity: Severity::Error,
        message: "a line of this label's definition is not well formed",
        advice: "a definition has the lines `Functional completeness: …`, `Functional stability: …`, `Interface \
            stability: …` and `Security supported: …`, each once",
    };

    LABEL_OUTSIDE = {
        code: "label-outside",
        severity: Severity::Error,
        message: "a label is defined outside of the label definitions",
        advice: "move its heading below `## Definition of Status labels`",
    };

    LABEL_TWICE = {
        code: "label-twice",
        severity: Severity::Error,
        message: "a label is defined twice",
        advice: "keep the definition that is right",
    };

    TOO_MANY_LABELS = {
        code: "too-many-labels",
        severity: Severity::Error,
        message: "the document defines too many labels",
        advice: "there may be 64, since each status that is not understood is compared with all of them: remove \
            those that nothing uses",
    };

    LABEL_ANSWER = {
        code: "label-answer",
        severity: Severity::Warning,
        message: "this answer is neither Yes nor No, so it counts as No",
        advice: "write `Yes` or `No`, alone",
    };

    // Statuses.

    STATUS_UNKNOWN = {
        code: "status-unknown",
        severity: Severity::Warning,
        message: "unknown status",
        advice: "it is not understood, so it grants nothing; write one of the labels of `## Definition of Status \
            labels`, alone or with a modifier such as `, not security supported`",
    };

    LABEL_MISSPELT = {
        code: "label-misspelt",
        severity: Severity::Warning,
        message: "misspelt label",
        advice: "it is read as the label that it misspells, which does not come with security support; correct the \
            spelling",
    };

    FEATURE_TWICE = {
        code: "feature-twice",
        severity: Severity::Warning,
        message: "a feature is listed twice",
        advice: "the less supported of the two statuses counts; if they are for different implementations, name \
            them: `Status, <implementation>: …`",
    };

    // Features.

    HEADINGS_SAME_KEY = {
        code: "headings-same-key",
        severity: Severity::Error,
        message: "two features' headings map to the same key",
        advice: "a feature is known by its heading without punctuation; reword one of the two headings",
    };

    FEATURES_SAME_KEY = {
        code: "features-same-key",
        severity: Severity::Error,
        message: "two features map to the same key",
        advice: "a key drops punctuation and case; reword one of the two",
    };

    FEATURES_SAME_NAME = {
        code: "features-same-name",
        severity: Severity::Error,
        message: "two features map to the same Rust name",
        advice: "the constants are named after heading and implementation; reword one of the two so that letters or \
            digits differ",
    };

    // Limits of the tables.

    TOO_MANY_STATUSES = {
        code: "too-many-statuses",
        severity: Severity::Error,
        message: "the set has too many different statuses",
        advice: "its tables hold a status in one byte, so 255 of them; compile fewer documents together, or use the \
            same words for the same status",
    };

    TOO_MANY_DOCUMENTS = {
        code: "too-many-documents",
        severity: Severity::Error,
        message: "the set has too many documents",
        advice: "its tables number the documents in one byte, so there may be 255; compile fewer together",
    };

    NO_PERFECT_HASH = {
        code: "no-perfect-hash",
        severity: Severity::Error,
        message: "no perfect hash was found over the features' names",
        advice: "this happens only where names were made to collide; reword a heading or implementation that holds \
            unusual letters",
    };
}

#[cfg(test)]
mod tests {
    use super::PROBLEMS;
    use std::collections::HashSet;

    #[test]
    fn each_problem_has_a_code_of_its_own_and_says_what_to_do() {
        let codes: HashSet<_> = PROBLEMS.iter().map(|problem| problem.code).collect();
        assert_eq!(codes.len(), PROBLEMS.len());
        for problem in PROBLEMS {
            assert!(problem.code.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')));
            assert!(!problem.message.is_empty() && !problem.advice.is_empty());
            assert!(!problem.message.ends_with('.') && !problem.advice.ends_with('.'));
        }
    }
}
