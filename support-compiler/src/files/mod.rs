//! Files: which pages a folder has, how pages are read, and how files are written.
//!
//! What comes in here is not trusted: a folder may hold hidden files, pipes, and names with line breaks, a page may have any
//! length, and several runs may write one file at once.

mod folder;
mod name;
mod read;
mod write;

pub use folder::pages_in;
pub use name::check_name;
pub(crate) use name::escaped;
pub(crate) use read::read_beginning;
pub use read::{read_page, read_page_from};
pub use write::{holds, write_file};
