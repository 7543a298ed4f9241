//! Writes the contents of some files to another file, one after the other, until it is killed or cannot: what
//! `scripts/faults` does to it, `Builder` and the command `xen-support` may meet with, too, which write by the same function.
//!
//! ```text
//! write_in_turn FILE CONTENT...
//! ```

use std::path::PathBuf;
use std::{env, fs, io};
use xen_support_compiler::write_file;

fn main() -> io::Result<()> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let file = arguments.next().ok_or(io::ErrorKind::InvalidInput)?;
    let contents = arguments.map(fs::read).collect::<io::Result<Vec<_>>>()?;
    if contents.is_empty() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    contents.iter().cycle().try_for_each(|content| write_file(&file, content))
}
