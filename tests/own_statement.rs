//! A SUPPORT.md of one's own, by macro and by build script: small packages that are written here and built by cargo.

#[path = "own_statement/errors.rs"]
mod errors;
#[path = "own_statement/hostile.rs"]
mod hostile;
#[path = "own_statement/hostile_page.rs"]
mod hostile_page;
#[path = "own_statement/levels.rs"]
mod levels;
#[path = "own_statement/many.rs"]
mod many;
#[path = "own_statement/places.rs"]
mod places;
#[path = "own_statement/rebuild.rs"]
mod rebuild;
#[path = "own_statement/workspace.rs"]
mod workspace;
