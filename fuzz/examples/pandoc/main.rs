//! Makes pages on which pandoc's Markdown and ours may differ, and judges what we read of them by what Xen's own tool prints.
//! `scripts/compare-with-pandoc` runs this, with pandoc and the tool in between.
//!
//! ```text
//! cargo run --example pandoc -- make FOLDER PAGES HEADINGS SEED     # writes FOLDER/NAME.md, and what was done in NAME.what
//! cargo run --example pandoc -- judge FOLDER                        # reads NAME.rows or NAME.died beside each page
//! ```
//!
//! The same numbers make the same pages. `judge` exits with 1 if there is a difference that no diagnostic tells.

mod constructs;
mod judge;
mod make;
mod random;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let number = |text: &str| text.parse().unwrap_or_else(|_| panic!("{text} is no number"));
    match arguments.as_slice() {
        ["make", folder, pages, headings, seed] => {
            make::all(Path::new(folder), number(pages), number(headings), number(seed));
            ExitCode::SUCCESS
        }
        ["judge", folder] => judge::all(Path::new(folder)),
        _ => {
            eprintln!("make FOLDER PAGES HEADINGS SEED, or judge FOLDER");
            ExitCode::from(2)
        }
    }
}
