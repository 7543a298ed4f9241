//! The levels at which the tests look for problems.

use xen_support_compiler::{LintLevel, LintLevels, PROBLEMS};

/// The default levels, except that what is allowed by default is a warning.
pub(crate) fn levels_that_show_all() -> LintLevels {
    let allowed = PROBLEMS.iter().filter(|problem| problem.level == LintLevel::Allow);
    allowed.fold(LintLevels::new(), |levels, problem| levels.warn(problem.code).unwrap())
}
