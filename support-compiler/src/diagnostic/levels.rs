//! The levels that a user gives to kinds of problem.

use super::kind::{LintLevel, Problem};
use super::problem::PROBLEMS;
use super::report::Diagnostic;
use std::fmt;
use xen_support_data::distance;

/// The levels that a user gives to kinds of problem: for all pages, for one page, or for one text in a page.
///
/// What they are given to is written in one grammar, here and in the macro, build scripts and the command:
///
/// | lint | is given to |
/// | --- | --- |
/// | `setext-heading` | each problem of this kind |
/// | `setext-heading@data/4.18.md` | those of one page, by the page's name |
/// | `label-misspelt@data/4.13.md@Expermental` | those at one text: the one that the diagnostic marks |
/// | `warnings` | all problems that are warnings, whatever their kind |
///
/// Of several, the one that names most counts; of those, the last. `warnings` comes after all others.
///
/// ```
/// use xen_support_compiler::{LintLevels, Source, compile};
///
/// let page = Source::new("SUPPORT.md", "# Release Support\n\n  * * *\n");
/// let levels = LintLevels::new().deny("warnings")?.allow("setext-heading@SUPPORT.md")?;
/// assert!(compile(&[page], &levels).catalog.is_none());
/// assert!(levels.allow("setext").unwrap_err().to_string().contains("setext-heading"));
/// # Ok::<(), xen_support_compiler::UnknownLint>(())
/// ```
#[derive(Clone, Default, Debug)]
pub struct LintLevels {
    rules: Vec<Rule>,
}

/// A level, and what it is given to.
#[derive(Clone, Debug)]
struct Rule {
    level: LintLevel,
    /// As the user wrote it.
    lint: String,
    /// `None`: whatever is a warning.
    code: Option<&'static str>,
    page: Option<String>,
    text: Option<String>,
}

/// The name of the rule for all warnings.
const WARNINGS: &str = "warnings";

impl LintLevels {
    /// The default level for each kind.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Allows a lint: it is not shown. If it stands for something that is lost or in doubt, that grants nothing.
    ///
    /// # Errors
    ///
    /// If there is no such kind of problem, or if it is one that nothing can allow.
    pub fn allow(self, lint: &str) -> Result<Self, UnknownLint> {
        self.set(lint, LintLevel::Allow)
    }

    /// Makes a lint a warning.
    ///
    /// # Errors
    ///
    /// As of [`allow`](Self::allow).
    pub fn warn(self, lint: &str) -> Result<Self, UnknownLint> {
        self.set(lint, LintLevel::Warn)
    }

    /// Makes a lint stop the build.
    ///
    /// # Errors
    ///
    /// As of [`allow`](Self::allow).
    pub fn deny(self, lint: &str) -> Result<Self, UnknownLint> {
        self.set(lint, LintLevel::Deny)
    }

    fn set(mut self, lint: &str, level: LintLevel) -> Result<Self, UnknownLint> {
        let mut parts = lint.splitn(3, '@');
        let name = parts.next().unwrap_or_default();
        let code = match PROBLEMS.iter().find(|problem| problem.code == name) {
            Some(problem) if problem.level == LintLevel::Error => return Err(UnknownLint::is_error(problem)),
            Some(problem) => Some(problem.code),
            None if lint == WARNINGS => None,
            None => return Err(UnknownLint::new(name)),
        };
        let [page, text] = [parts.next(), parts.next()].map(|part| part.map(str::to_owned));
        self.rules.push(Rule { level, lint: lint.to_owned(), code, page, text });
        Ok(self)
    }

    /// Gives each diagnostic its level, and leaves out those that are allowed. Also returns the lints with a page, as they
    /// were written, that are given to none of the diagnostics.
    pub(crate) fn apply(&self, diagnostics: Vec<Diagnostic>) -> (Vec<Diagnostic>, Vec<String>) {
        let mut used = vec![false; self.rules.len()];
        let mut shown = Vec::with_capacity(diagnostics.len());
        for diagnostic in diagnostics {
            let level = self.level_of(&diagnostic, &mut used);
            if level != LintLevel::Allow {
                shown.push(diagnostic.at_level(level));
            }
        }
        let unused = self.rules.iter().zip(used).filter(|(rule, used)| rule.page.is_some() && !used);
        (shown, unused.map(|(rule, _)| rule.lint.clone()).collect())
    }

    fn level_of(&self, diagnostic: &Diagnostic, used: &mut [bool]) -> LintLevel {
        let mut level = diagnostic.level();
        if level == LintLevel::Error {
            return level;
        }
        let mut parts = 0;
        for (rule, used) in self.rules.iter().zip(used) {
            if rule.is_for(diagnostic) {
                *used = true;
                if rule.parts() >= parts {
                    (level, parts) = (rule.level, rule.parts());
                }
            }
        }
        match self.rules.iter().rfind(|rule| rule.code.is_none()) {
            Some(rule) if level == LintLevel::Warn => rule.level,
            _ => level,
        }
    }
}

impl Rule {
    /// Whether this names the diagnostic.
    fn is_for(&self, diagnostic: &Diagnostic) -> bool {
        let place = diagnostic.place();
        self.code == Some(diagnostic.problem().code)
            && self.page.as_ref().is_none_or(|page| *page == place.file)
            && self.text.as_ref().is_none_or(|text| *text == place.excerpt[place.span.clone()])
    }

    /// How much it names.
    fn parts(&self) -> usize {
        1 + usize::from(self.page.is_some()) + usize::from(self.text.is_some())
    }
}

/// The error for a lint that cannot be given a level. Its `Display` says why, and what may be meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownLint(String);

impl UnknownLint {
    fn new(name: &str) -> Self {
        const FARTHEST: usize = 4;
        let codes = || PROBLEMS.iter().map(|problem| problem.code);
        let part = codes().find(|code| !name.is_empty() && code.contains(name));
        let nearest = || codes().map(|code| (distance(name, code, FARTHEST), code)).min();
        let near = part.or_else(|| nearest().filter(|(far, _)| *far <= FARTHEST).map(|(_, code)| code));
        let near = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
        Self(format!("there is no kind of problem `{}`{near}", name.escape_debug()))
    }

    fn is_error(problem: &Problem) -> Self {
        let Problem { code, message, .. } = problem;
        Self(format!("`{code}` is always an error, since {message}"))
    }
}

impl fmt::Display for UnknownLint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl std::error::Error for UnknownLint {}

#[cfg(test)]
mod tests {
    use super::{LintLevels, UnknownLint};
    use crate::diagnostic::{Diagnostic, LintLevel, PROBLEMS, Source, problem};

    /// The level of a problem that marks the text `x` of the page `a.md`; and which lints are given to nothing.
    fn level(levels: &LintLevels) -> (Option<LintLevel>, Vec<String>) {
        let diagnostic = Diagnostic::new(&problem::STATUS_UNKNOWN, Source::new("a.md", "x").place(0..1, ""));
        let (shown, unused) = levels.apply(vec![diagnostic]);
        (shown.first().map(Diagnostic::level), unused)
    }

    #[test]
    fn what_names_most_counts_and_then_what_comes_last() -> Result<(), UnknownLint> {
        let default = LintLevels::new;
        for (levels, expected) in [
            (default(), Some(LintLevel::Warn)),
            (default().allow("status-unknown")?, None),
            (default().deny("status-unknown@a.md")?.allow("status-unknown")?, Some(LintLevel::Deny)),
            (default().allow("status-unknown@a.md@x")?.deny("status-unknown@a.md")?, None),
            (default().allow("status-unknown")?.deny("status-unknown")?, Some(LintLevel::Deny)),
            (default().deny("fragment-tab")?, Some(LintLevel::Warn)),
            (default().deny("warnings")?, Some(LintLevel::Deny)),
            (default().deny("warnings")?.allow("status-unknown")?, None),
            (default().warn("status-unknown")?.allow("warnings")?, None),
        ] {
            assert_eq!(level(&levels), (expected, Vec::new()), "{levels:?}");
        }
        Ok(())
    }

    #[test]
    fn a_lint_with_a_page_that_is_given_to_nothing_is_returned() -> Result<(), UnknownLint> {
        let lints = ["status-unknown@b.md", "status-unknown@a.md@y", "fragment-tab@a.md"];
        let levels = lints.iter().try_fold(LintLevels::new(), |levels, lint| levels.allow(lint))?;
        assert_eq!(level(&levels.allow("fragment-tab")?), (Some(LintLevel::Warn), lints.map(str::to_owned).to_vec()));
        Ok(())
    }

    #[test]
    fn an_error_can_be_given_no_level_and_any_other_kind_can() {
        for problem in PROBLEMS {
            let allowed = LintLevels::new().allow(problem.code);
            assert_eq!(allowed.is_err(), problem.level == LintLevel::Error, "{}", problem.code);
        }
        let messages = ["not-utf-8", "status-unknwon", "tab", "elephants", "", "warnings@a.md"]
            .map(|lint| LintLevels::new().allow(lint).unwrap_err().to_string());
        let expected = [
            "`not-utf-8` is always an error, since the document is not UTF-8",
            "there is no kind of problem `status-unknwon`; did you mean `status-unknown`?",
            "there is no kind of problem `tab`; did you mean `fragment-tab`?",
            "there is no kind of problem `elephants`",
            "there is no kind of problem ``",
            "there is no kind of problem `warnings`",
        ];
        assert_eq!(messages, expected);
    }
}
