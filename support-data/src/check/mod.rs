//! What code may require, and what the compiler says if that is not granted.
//!
//! Everything that panics in const evaluation, or explains why, is here. It uses the model and adds methods to its
//! types: a `require…` beside each `bool`, [`Feature::named`](crate::Feature::named),
//! [`Date::literal`](crate::Date::literal), and in `compose` what is added to a [`Requirement`](crate::Requirement).
//! `asked` is what can be asked of one statement or several. `refusal` has the texts, one constant for each kind of
//! refusal; `refused` chooses the one that fits, and `explain` fills in the `facts` of a set. `nearest`
//! finds the names that may be meant, by the edit distance of `distance`.

mod asked;
mod compose;
mod distance;
mod explain;
mod facts;
mod literal;
mod named;
mod nearest;
mod needs;
mod refusal;
mod refused;
mod require;
mod statements;

pub use distance::distance;
pub use named::Named;
pub use refusal::{REFUSALS, Refusal};
pub use refused::NotGranted;
