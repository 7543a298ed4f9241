//! The walk, on a machine that has std.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    match walk::walk() {
        Ok(walk) => {
            println!("{walk}");
            ExitCode::SUCCESS
        }
        Err(difference) => {
            eprintln!("{difference}");
            ExitCode::FAILURE
        }
    }
}
