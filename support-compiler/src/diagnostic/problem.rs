//! All problems that the compiler reports: each kind is one constant.

use super::kind::LintLevel::{Allow, Deny, Error, Warn};
use super::kind::Problem;

/// Makes a static of each problem. Its explanation is the file `explanations/<code>.md`; without that file, this does
/// not compile.
macro_rules! problems {
    ($($name:ident = {
        code: $code:literal,
        level: $level:expr,
        message: $message:literal,
        advice: $advice:literal,
    };)+) => {
        $(pub(crate) static $name: Problem = Problem {
            code: $code,
            level: $level,
            message: $message,
            advice: $advice,
            explanation: include_str!(concat!("explanations/", $code, ".md")),
        };)+
        /// All kinds of problem, by where in a document they occur.
        pub static PROBLEMS: &[&Problem] = &[$(&$name),+];
    };
}

problems! {
    // The document as a whole.

    NO_RELEASE_SUPPORT = {
        code: "no-release-support",
        level: Error,
        message: "the document has no Release Support",
        advice: "write a heading `# Release Support`, and below it a block that is indented by four blanks and begins \
            with a line such as `Xen-Version: 4.18`",
    };

    NOT_A_PAGE = {
        code: "not-a-page",
        level: Error,
        message: "this is not the source of a SUPPORT.md",
        advice: "give the file SUPPORT.md itself, as Xen's repository has it: Markdown in UTF-8, with `#` before headings and \
            four blanks before fragments",
    };

    RELEASE_SUPPORT_TWICE = {
        code: "release-support-twice",
        level: Deny,
        message: "the document has a second Release Support",
        advice: "a document is for one release: remove the second block, or split the document",
    };

    NOT_UTF_8 = {
        code: "not-utf-8",
        level: Error,
        message: "the document is not UTF-8",
        advice: "save the document as UTF-8, or replace the marked byte by the letter that is meant",
    };

    PAGE_TOO_LONG = {
        code: "page-too-long",
        level: Error,
        message: "the document is longer than a SUPPORT.md can be",
        advice: "give the file SUPPORT.md itself; the longest that Xen has had is of some 50 kB",
    };

    NO_SUPPORT_MATRIX = {
        code: "no-support-matrix",
        level: Warn,
        message: "Xen's own support matrix cannot be made from this page",
        advice: "write what is marked as a paragraph or as a list with `*`: docs/parse-support-md gives up at anything else, \
            and then the matrix of all releases is missing",
    };

    BYTE_ORDER_MARK = {
        code: "byte-order-mark",
        level: Warn,
        message: "the document begins with a byte-order mark",
        advice: "save the document without it: UTF-8 needs none, and other tools read it as part of the first line",
    };

    CARRIAGE_RETURN = {
        code: "carriage-return",
        level: Warn,
        message: "the document's lines end with a carriage return",
        advice: "save the document with Unix line ends, which Xen's page has",
    };

    BIDIRECTIONAL_CONTROL = {
        code: "bidirectional-control",
        level: Warn,
        message: "the text has a bidirectional control character",
        advice: "remove it: editors show the text after it in another order than programs read it (CVE-2021-42574)",
    };

    HEADING_LEVEL_SKIPPED = {
        code: "heading-level-skipped",
        level: Deny,
        message: "a heading skips a level",
        advice: "remove a `#`: a heading may be at most one level below the heading above it",
    };

    HEADING_EMPTY = {
        code: "heading-empty",
        level: Deny,
        message: "a heading has no text",
        advice: "write the name of the feature, or remove the `#`: statuses below would belong to a feature without a \
            name",
    };

    NAME_TOO_LONG = {
        code: "name-too-long",
        level: Deny,
        message: "this name is too long",
        advice: "shorten it to 500 bytes, and move explanations into a paragraph below: headings and implementations \
            are repeated wherever the feature is named",
    };

    HEADING_LOST = {
        code: "heading-lost",
        level: Deny,
        message: "this heading is not read as one",
        advice: "write it at the beginning of a line, after an empty line: here it is part of a paragraph, HTML, a \
            quote, a list or a definition, so statuses below belong to the heading before it, and grant nothing",
    };

    HEADING_UNSPACED = {
        code: "heading-unspaced",
        level: Deny,
        message: "this line looks like a heading, but is not read as one",
        advice: "write one to six `#`, and then a blank: as it is, statuses below would belong to the heading before \
            it",
    };

    PANDOC_DIFFERS = {
        code: "pandoc-differs",
        level: Deny,
        message: "Xen's own tool may read this otherwise",
        advice: "write it in plain Markdown, with an empty line before and after each block: Xen's tool reads the page \
            through pandoc, whose Markdown has more than is certain here, so rows or names may differ",
    };

    READERS_DIFFER = {
        code: "readers-differ",
        level: Deny,
        message: "not everybody who reads the page sees this",
        advice: "write it in plain Markdown at the top level, outside of HTML, lists and quotes: what is hidden, struck out or \
            read otherwise in a browser grants nothing",
    };

    HTML_TAG = {
        code: "html-tag",
        level: Warn,
        message: "the page has HTML",
        advice: "write it in Markdown, or `\\<` if the sign is meant: what a tag does to the page cannot be told, so a status \
            within an element that is open grants nothing",
    };

    SETEXT_HEADING = {
        code: "setext-heading",
        level: Warn,
        message: "a heading is marked by the line below it",
        advice: "if you mean a heading, write it as `## …`; if you mean a rule below a paragraph, put an empty line \
            between the two",
    };

    // Fragments: indented blocks with a key and a value on each line.

    NOT_A_FRAGMENT = {
        code: "not-a-fragment",
        level: Deny,
        message: "this indented block is not a fragment",
        advice: "if this is prose or a list, indent it by less than four blanks; text that is indented by four is a \
            fragment, which has only lines such as `Status, x86: Supported`",
    };

    FRAGMENT_KEY = {
        code: "fragment-key",
        level: Deny,
        message: "unknown key in a fragment",
        advice: "write `Status: …` or `Status, <implementation>: …`, or `Supported, …: …` for a list of formats",
    };

    FRAGMENT_INDENT = {
        code: "fragment-indent",
        level: Deny,
        message: "a fragment's line is indented too far",
        advice: "indent each line of a fragment by exactly four blanks",
    };

    FRAGMENT_TAB = {
        code: "fragment-tab",
        level: Allow,
        message: "a fragment is indented by a tab",
        advice: "indent by four blanks instead: how far a tab indents depends on what stands before it",
    };

    DEFINITION_ROW = {
        code: "definition-row",
        level: Warn,
        message: "a definition is a row of Xen's matrix, but grants nothing",
        advice: "if it is a status, write it into the fragment as `Status, <implementation>: …`, and otherwise as a \
            paragraph: Xen's tool takes a definition for the status of an implementation",
    };

    FRAGMENT_FENCED = {
        code: "fragment-fenced",
        level: Warn,
        message: "a fragment is fenced instead of indented",
        advice: "remove the fences and indent the lines by four blanks, as \"Format and definitions\" says",
    };

    FRAGMENT_IMPLEMENTATION = {
        code: "fragment-implementation",
        level: Deny,
        message: "the implementation in this line is not well formed",
        advice: "write `Status, <implementation>: …`, with the colon right after the implementation, or `Status: …` \
            without a comma",
    };

    FRAGMENT_VALUE = {
        code: "fragment-value",
        level: Deny,
        message: "this line has no value",
        advice: "write a blank and the value after the colon: `Status: Supported`",
    };

    VALUE_WRAPPED = {
        code: "value-wrapped",
        level: Deny,
        message: "a value continues on a second line",
        advice: "write the value on one line, however long, or move explanations into a paragraph below: a fragment's \
            value ends with its line",
    };

    FRAGMENT_SWALLOWED = {
        code: "fragment-swallowed",
        level: Deny,
        message: "this line is not part of a fragment",
        advice: "put an empty line before the fragment, and indent the fragment by four blanks: as it is, Markdown \
            reads the line as part of a paragraph, a list or a definition",
    };

    STATUS_BEFORE_HEADING = {
        code: "status-before-heading",
        level: Deny,
        message: "a fragment stands before any heading",
        advice: "move the fragment below its feature's heading: a status belongs to the heading above it",
    };

    // Release Support.

    RELEASE_LINE = {
        code: "release-line",
        level: Deny,
        message: "a line of the Release Support is not well formed",
        advice: "write `<Key>: <value>`; the keys are `Xen-Version` (first), `Initial-Release`, `Supported-Until` and \
            `Security-Support-Until`",
    };

    RELEASE_KEY_MISSING = {
        code: "release-key-missing",
        level: Deny,
        message: "the Release Support lacks a key",
        advice: "write all of `Xen-Version`, `Initial-Release`, `Supported-Until` and `Security-Support-Until`; a date \
            that is not known is `n/a` or `TBD`",
    };

    RELEASE_KEY_TWICE = {
        code: "release-key-twice",
        level: Deny,
        message: "the Release Support gives a key twice",
        advice: "keep the line that is right",
    };

    NO_VERSION = {
        code: "no-version",
        level: Deny,
        message: "this is not a version of Xen",
        advice: "write it as Xen does: `4.18`, `4.18-unstable` or `4.18-rc`; or give the document a version, by \
            `Builder::document_of`, or `include_support!(\"…\" as \"4.18-unstable\")`",
    };

    NO_DATE = {
        code: "no-date",
        level: Deny,
        message: "this is not a date",
        advice: "write a day of the calendar as `YYYY-MM-DD`, or words without digits, such as `n/a`, `TBD` or \
            `Unreleased - not yet security-supported`",
    };

    DATES_ORDER = {
        code: "dates-order",
        level: Warn,
        message: "the dates of the release are not in order",
        advice: "correct the day that is wrong: a release comes out, is then supported, and security supported for as long \
            or longer",
    };

    VERSION_TWICE = {
        code: "version-twice",
        level: Error,
        message: "two documents are for the same version of Xen",
        advice: "a set has one document per version: remove one, or correct its `Xen-Version`",
    };

    // Labels.

    NO_LABELS = {
        code: "no-labels",
        level: Deny,
        message: "the document defines no labels",
        advice: "add a `## Definition of Status labels`: a status means what its label's definition says; maybe the \
            end of the page was cut off",
    };

    LABEL_LINE = {
        code: "label-line",
        level: Deny,
        message: "a line of this label's definition is not well formed",
        advice: "write each of the lines `Functional completeness: …`, `Functional stability: …`, `Interface \
            stability: …` and `Security supported: …` once",
    };

    LABEL_OUTSIDE = {
        code: "label-outside",
        level: Deny,
        message: "a label is defined outside of the label definitions",
        advice: "move its heading below `## Definition of Status labels`",
    };

    LABEL_TWICE = {
        code: "label-twice",
        level: Deny,
        message: "a label is defined twice",
        advice: "keep the definition that is right",
    };

    TOO_MANY_LABELS = {
        code: "too-many-labels",
        level: Deny,
        message: "the document defines too many labels",
        advice: "remove labels that no status uses: 64 are allowed, since each status that is not understood is \
            compared with all of them",
    };

    LABEL_ANSWER = {
        code: "label-answer",
        level: Warn,
        message: "this answer is neither Yes nor No, so it counts as No",
        advice: "write `Yes` or `No`; only `No` may be followed by an explanation",
    };

    LABEL_CONTRADICTS_ITSELF = {
        code: "label-contradicts-itself",
        level: Warn,
        message: "this label promises security support for what is not complete",
        advice: "correct the definition: `Functional completeness` or `Security supported`; until then, the label means what \
            `Experimental` does",
    };

    // Statuses.

    STATUS_UNKNOWN = {
        code: "status-unknown",
        level: Warn,
        message: "unknown status",
        advice: "write one of the labels of `## Definition of Status labels`, alone or with a modifier such as `, not \
            security supported`; a status that is not understood grants nothing",
    };

    LABEL_MISSPELT = {
        code: "label-misspelt",
        level: Warn,
        message: "misspelt label",
        advice: "correct the spelling; until then, the status is read as the nearest label, which has no security \
            support",
    };

    FEATURE_TWICE = {
        code: "feature-twice",
        level: Warn,
        message: "a feature is listed twice",
        advice: "remove one of the two, or name the implementation that each is for: `Status, <implementation>: …`; \
            until then, the less supported of the two counts",
    };

    // Features.

    HEADINGS_SAME_KEY = {
        code: "headings-same-key",
        level: Deny,
        message: "two features' headings map to the same key",
        advice: "reword one of the two headings: a key is made of the heading without punctuation and case",
    };

    FEATURES_SAME_KEY = {
        code: "features-same-key",
        level: Deny,
        message: "two features map to the same key",
        advice: "reword one of the two: a key is made of heading and implementation without punctuation and case",
    };

    FEATURES_SAME_NAME = {
        code: "features-same-name",
        level: Deny,
        message: "two features map to the same Rust name",
        advice: "reword one of the two so that its letters or digits differ: the constants are named after heading and \
            implementation",
    };

    // Limits of the tables.

    TOO_MANY_STATUSES = {
        code: "too-many-statuses",
        level: Error,
        message: "the set has too many different statuses",
        advice: "compile fewer documents together, or use the same words for the same status: the tables have one byte \
            for a status, so a set has at most 255 of them",
    };

    TOO_MANY_FEATURES = {
        code: "too-many-features",
        level: Error,
        message: "the set has too many features",
        advice: "compile fewer documents together",
    };

    SET_TOO_LONG = {
        code: "set-too-long",
        level: Error,
        message: "the documents of the set are too long together",
        advice: "compile fewer documents together",
    };

    TOO_MANY_DOCUMENTS = {
        code: "too-many-documents",
        level: Error,
        message: "the set has too many documents",
        advice: "compile fewer documents together: the tables number them in one byte, so a set has at most 255",
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
