//! What there is to say of each kind of problem: why it is one, and pages that are wrong and right in this.

/// The explanation of a problem by its code, as Markdown.
pub(crate) fn explanation(code: &str) -> Option<&'static str> {
    EXPLANATIONS.iter().find(|(known, _)| *known == code).map(|(_, text)| *text)
}

macro_rules! explanations {
    ($($code:literal)+) => {
        &[$(($code, include_str!(concat!("explanations/", $code, ".md")))),+]
    };
}

const EXPLANATIONS: &[(&str, &str)] = explanations! {
    "no-release-support"
    "release-support-twice"
    "not-utf-8"
    "byte-order-mark"
    "carriage-return"
    "bidirectional-control"
    "heading-level-skipped"
    "heading-empty"
    "name-too-long"
    "heading-lost"
    "heading-unspaced"
    "setext-heading"
    "not-a-fragment"
    "fragment-key"
    "fragment-indent"
    "fragment-tab"
    "fragment-fenced"
    "fragment-implementation"
    "fragment-value"
    "value-wrapped"
    "fragment-swallowed"
    "status-before-heading"
    "release-line"
    "release-key-missing"
    "release-key-twice"
    "no-version"
    "no-date"
    "version-twice"
    "no-labels"
    "label-line"
    "label-outside"
    "label-twice"
    "too-many-labels"
    "label-answer"
    "status-unknown"
    "label-misspelt"
    "feature-twice"
    "headings-same-key"
    "features-same-key"
    "features-same-name"
    "too-many-statuses"
    "too-many-documents"
    "no-perfect-hash"
};

#[cfg(test)]
mod tests;
