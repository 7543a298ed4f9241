//! Files: how they are written.

mod write;

pub use write::{holds, write_file};
