//! Everything that the compiler can complain about, in one table.

use std::fmt;

/// How bad a problem is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// The document compiles; what the problem is about grants nothing.
    Warning,
    /// The document does not compile.
    Error,
}

/// As diagnostics begin: `error`, `warning`.
impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// A kind of problem.
#[derive(PartialEq, Eq, Debug)]
pub struct Problem {
    /// A short name that stays the same over releases of this crate.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: &'static str,
    /// Why, and what would be right.
    pub advice: &'static str,
}

macro_rules! problems {
    ($($severity:ident $name:ident $code:literal $message:literal $advice:literal)+) => {
        $(pub(super) static $name: Problem =
            Problem { code: $code, severity: Severity::$severity, message: $message, advice: $advice };)+
        /// All kinds of problem.
        pub static PROBLEMS: &[&Problem] = &[$(&$name),+];
    };
}

problems! {
    // The document as a whole.

    Error NO_RELEASE_SUPPORT "no-release-support"
    "the document has no Release Support"
    "a heading `# Release Support` must be followed by an indented block whose first line is `Xen-Version: 4.18`"

    Error RELEASE_SUPPORT_TWICE "release-support-twice"
    "the document has a second Release Support"
    "one document is one release's statement: remove the second block, or split the document"

    Error NOT_UTF_8 "not-utf-8"
    "the document is not UTF-8"
    "Xen's page is: save the document as UTF-8, or write the letter that is marked anew"

    Warning BYTE_ORDER_MARK "byte-order-mark"
    "the document begins with a byte-order mark"
    "UTF-8 needs none, and other tools take it for a part of the first line: save the document without it"

    Warning CARRIAGE_RETURN "carriage-return"
    "the document's lines end with a carriage return"
    "Xen's page has Unix line ends: save the document with them"

    Warning BIDIRECTIONAL_CONTROL "bidirectional-control"
    "the text has a bidirectional control character"
    "editors show what follows it in another order than it is read in (CVE-2021-42574): remove it"

    Error HEADING_LEVEL_SKIPPED "heading-level-skipped"
    "a heading skips a level"
    "a heading may be at most one level below the heading that it stands under: take away a `#`"

    Error HEADING_EMPTY "heading-empty"
    "a heading has no text"
    "what follows would be a feature without a name: write one, or take the `#` away"

    Error NAME_TOO_LONG "name-too-long"
    "this name is too long"
    "a heading, and an implementation, may have 500 bytes each, since whatever refers to a feature repeats them: shorten it, and \
     move what it explains into a paragraph below"

    Error HEADING_LOST "heading-lost"
    "this heading is not read as one"
    "it stands within HTML, a quote, a list or a definition, so what follows it would count for the heading before: put it at the \
     beginning of a line, with an empty line before"

    Error HEADING_UNSPACED "heading-unspaced"
    "this line looks like a heading, but is not read as one"
    "write one to six `#` and a plain blank after them: as it is, what follows would count for the heading before"

    Warning SETEXT_HEADING "setext-heading"
    "a heading is marked by the line below it"
    "if a heading is meant, write it as `## …`, as all others are; if a rule below a paragraph is, put an empty line between"

    // Fragments: the indented blocks with a key and a value on each line.

    Error NOT_A_FRAGMENT "not-a-fragment"
    "this indented block is not a fragment"
    "Markdown reads text that is indented by four blanks as a machine-readable fragment, and those hold lines \
     such as `Status, x86: Supported` only; if this is prose or a list, indent it by less than four blanks"

    Error FRAGMENT_KEY "fragment-key"
    "unknown key in a fragment"
    "a line is `Status: …` or `Status, <implementation>: …`; a list of formats has `Supported` for its key"

    Error FRAGMENT_INDENT "fragment-indent"
    "a fragment's line is indented too far"
    "indent each line of a fragment by exactly four blanks, or one tab"

    Warning FRAGMENT_TAB "fragment-tab"
    "a fragment is indented by a tab"
    "indent by four blanks, as all other fragments are: what a tab is worth depends on where it stands"

    Warning FRAGMENT_FENCED "fragment-fenced"
    "a fragment is fenced instead of indented"
    "take the fences away and indent the lines by four blanks, as \"Format and definitions\" has it"

    Error FRAGMENT_IMPLEMENTATION "fragment-implementation"
    "the implementation in this line is not well formed"
    "write `Status, <implementation>: …`, with the colon right after the implementation's last letter, or `Status: …` without a comma"

    Error FRAGMENT_VALUE "fragment-value"
    "this line has no value"
    "write a blank and the value after the colon: `Status: Supported`"

    Error VALUE_WRAPPED "value-wrapped"
    "a value goes on over a second line"
    "a fragment's value ends with its line: write it on one line, however long, or move what explains it into a paragraph below"

    Error FRAGMENT_SWALLOWED "fragment-swallowed"
    "this status line is not part of a fragment"
    "Markdown takes it for a line of what is around it, such as a paragraph, a list or a definition: put an empty line before the fragment, and indent the fragment by four blanks"

    Error STATUS_BEFORE_HEADING "status-before-heading"
    "a fragment stands before any heading"
    "a status belongs to the heading above it: move the fragment below its feature's heading"

    // Release Support.

    Error RELEASE_LINE "release-line"
    "a line of the Release Support is not well formed"
    "write `<Key>: <value>`; the keys are `Xen-Version` (first), `Initial-Release`, `Supported-Until` and `Security-Support-Until`"

    Error RELEASE_KEY_MISSING "release-key-missing"
    "the Release Support lacks a key"
    "it needs `Xen-Version`, `Initial-Release`, `Supported-Until` and `Security-Support-Until`; a date may be `n/a` or `TBD`"

    Error RELEASE_KEY_TWICE "release-key-twice"
    "the Release Support gives a key twice"
    "keep the one that is right"

    Error NO_VERSION "no-version"
    "this is not a version of Xen"
    "write it as Xen does: `4.18`, `4.18-unstable` or `4.18-rc`"

    Error NO_DATE "no-date"
    "this is not a date"
    "write an existing day as `YYYY-MM-DD`, or words without digits, such as `n/a`, `TBD` or `Unreleased - not yet security-supported`"

    Error VERSION_TWICE "version-twice"
    "two documents are for the same version of Xen"
    "a set has one document a version: remove one, or correct its `Xen-Version`"

    // Labels.

    Error NO_LABELS "no-labels"
    "the document defines no labels"
    "a status means what its label's definition says, so the document needs a `## Definition of Status labels`; was the page cut short?"

    Error LABEL_LINE "label-line"
    "a line of this label's definition is not well formed"
    "a definition has the lines `Functional completeness: …`, `Functional stability: …`, `Interface stability: …` and `Security supported: …`, each once"

    Error LABEL_OUTSIDE "label-outside"
    "a label is defined outside of the label definitions"
    "move its heading below `## Definition of Status labels`"

    Error LABEL_TWICE "label-twice"
    "a label is defined twice"
    "keep the definition that is right"

    Error TOO_MANY_LABELS "too-many-labels"
    "the document defines too many labels"
    "there may be 64, since each status that is not understood is compared with all of them: remove those that nothing uses"

    Warning LABEL_ANSWER "label-answer"
    "this answer is neither Yes nor No, so it counts as No"
    "write `Yes` or `No`, alone"

    // Statuses.

    Warning STATUS_UNKNOWN "status-unknown"
    "unknown status"
    "it is not understood, so it grants nothing; write one of the labels of `## Definition of Status labels`, alone or with a modifier such as `, not security supported`"

    Warning LABEL_MISSPELT "label-misspelt"
    "misspelt label"
    "it is read as the label that it misspells, which does not come with security support; correct the spelling"

    Warning FEATURE_TWICE "feature-twice"
    "a feature is listed twice"
    "the less supported of the two statuses counts; if they are for different implementations, name them: `Status, <implementation>: …`"

    // Features.

    Error HEADINGS_SAME_KEY "headings-same-key"
    "two features' headings come to the same key"
    "a feature is known by its heading without punctuation; reword one of the two headings"

    Error FEATURES_SAME_KEY "features-same-key"
    "two features come to the same key"
    "a key drops punctuation and case; reword one of the two"

    Error FEATURES_SAME_NAME "features-same-name"
    "two features come to the same Rust name"
    "the constants are named after heading and implementation; reword one of the two so that letters or digits differ"

    // Limits of the tables.

    Error TOO_MANY_STATUSES "too-many-statuses"
    "the set has too many different statuses"
    "its tables hold a status in one byte, so 255 of them; compile fewer documents together, or use the same words for the same status"

    Error TOO_MANY_DOCUMENTS "too-many-documents"
    "the set has too many documents"
    "its tables number the documents in one byte, so there may be 255; compile fewer together"

    Error NO_PERFECT_HASH "no-perfect-hash"
    "no perfect hash was found over the features' names"
    "this happens only where names were made to collide; reword a heading or implementation that holds unusual letters"
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
