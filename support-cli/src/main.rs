//! The command `xen-support`, as a process.

use anstream::{AutoStream, ColorChoice};
use std::io::{self, IsTerminal};
use std::process::ExitCode;
use xen_support_cli::{Stream, Streams, run};

fn main() -> ExitCode {
    let (out, err) = (io::stdout(), io::stderr());
    let [out_has_colors, err_has_colors] =
        [AutoStream::choice(&out), AutoStream::choice(&err)].map(|choice| choice != ColorChoice::Never);
    let streams = Streams {
        input: &mut io::stdin(),
        out: Stream {
            is_terminal: out.is_terminal(),
            has_colors: out_has_colors,
            writer: &mut AutoStream::always(out),
        },
        err: Stream {
            is_terminal: err.is_terminal(),
            has_colors: err_has_colors,
            writer: &mut AutoStream::always(err),
        },
    };
    run(std::env::args_os(), streams).into()
}
