//! How time and memory grow with the page: `cargo bench --bench scale`.
//!
//! Compiles generated pages of 1,000, 10,000 and 100,000 features, and emits their tokens, each size in a process of its
//! own. Prints microseconds a feature (the median of the rounds) and the process's peak memory (Linux's `VmHWM`).

use quote::{format_ident, quote};
use std::fmt::Write;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};
use xen_support_data::compiler::{Names, Source, compile, emit};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
const ROUNDS: usize = 7;
/// What a process of its own is told to compile.
const SIZE: &str = "XEN_SUPPORT_SCALE";

/// A page of that many features, two a heading, with prose before and after.
fn page(features: usize) -> Source {
    let (release, rest) = include_str!("../data/4.22.md").split_once("## Kconfig").unwrap();
    let (_, format) = rest.split_once("# Format and definitions").unwrap();
    let mut text = format!("{release}## Generated\n\n");
    for heading in 0..features / 2 {
        let _ = write!(
            text,
            "### Feature number {heading} of many\n\nDescribes *feature* number {heading}, for `x86` and other machines.\n\n    \
             Status: Supported\n    Status, x86: Supported, with caveats\n\nCaveat {}.\n\n",
            heading % 100
        );
    }
    Source::new("page.md", format!("{text}# Format and definitions{format}"))
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Compiles a page of that size some times, and prints what each stage takes.
fn measure(features: usize) {
    let sources = [page(features)];
    let names = Names { data: quote!(::xen_support::data), set: format_ident!("Documents"), official: false };
    let (mut compiled, mut emitted) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let catalog = compile(&sources).catalog.expect("the page is sound");
        compiled.push(start.elapsed());
        let start = Instant::now();
        let tokens = emit(&catalog, &names);
        emitted.push(start.elapsed());
        assert!(!tokens.is_empty() && catalog.features.len() == features);
    }
    let each = |times: Vec<Duration>| median(times).as_secs_f64() * 1e6 / f64::from(u32::try_from(features).unwrap());
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("unknown").trim();
    println!("{features:>8}  {:>20.2}  {:>16.2}  {peak:>12}", each(compiled), each(emitted));
}

fn main() {
    if let Some(size) = env::var(SIZE).ok().and_then(|size| size.parse().ok()) {
        return measure(size);
    }
    println!("features  compile, µs/feature  emit, µs/feature  peak memory");
    for size in SIZES {
        let program = env::current_exe().expect("a bench knows its own path");
        let status = Command::new(program).env(SIZE, size.to_string()).status().expect("a bench can run itself");
        assert!(status.success());
    }
}
