//! The same, and writes why a need is not met.
#![no_std]
#![no_main]

use core::fmt::{self, Write};
use core::hint::black_box;
use size_programs::{NEEDS, end};
use xen_support::{Statement, Version};

/// Takes text as a console does.
struct Console;

impl Write for Console {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        black_box(text.as_ptr());
        Ok(())
    }
}

#[unsafe(no_mangle)]
extern "C" fn _start() -> ! {
    let Some(statement) = Statement::for_version(black_box(Version::new(4, 18))) else { end(None) };
    let mut unmet = NEEDS.unmet_by(statement);
    let is_written = unmet.all(|unmet| write!(Console, "{unmet}").is_ok());
    end(Some(u8::from(is_written)))
}
