//! What code may demand, and what it is told when that is not granted.
//!
//! Everything that panics in const evaluation, or puts an explanation together, is in this room. It stands above the
//! model and adds to its types: `require…` beside each `bool`, [`Feature::named`](crate::Feature::named),
//! [`Date::literal`](crate::Date::literal). The texts stand in `refusal`, one constant for each kind; `explain` finds the
//! one that fits and the facts to fill in; `nearest` finds the names that may be meant.

mod explain;
mod literal;
mod named;
mod nearest;
mod refusal;
mod release;
mod require;
mod statements;

pub use nearest::distance;
pub use refusal::{REFUSALS, Refusal};
