//! How time and memory grow with the page: `cargo bench --bench scale`.
//!
//! Compiles generated pages of 1,000, 3,000 and 10,000 features to a catalog (`compile`) and to tokens (`emit`), each
//! size in a process of its own. The largest is almost as long as a page may be. Prints microseconds of CPU time per
//! feature (the median of the rounds, from Linux's `schedstat`), how they grow, and the process's peak memory (`VmHWM`).

mod cpu_time;

use std::fmt::Write;
use std::hint::black_box;
use std::process::Command;
use std::{env, fs};
use xen_support_compiler::{LintLevels, Settings, Source, compile, emit};

const SIZES: [u32; 3] = [1_000, 3_000, 10_000];
const ROUNDS: usize = 7;
/// The environment variable that tells a process of its own how many features to compile.
const SIZE: &str = "XEN_SUPPORT_SCALE";

/// A page of that many features, two per heading, with prose before and after.
fn page(features: u32) -> Source {
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

/// The CPU time of running a stage so many times, in microseconds.
fn timed(times: u32, mut stage: impl FnMut()) -> f64 {
    let start = cpu_time::of_thread();
    (0..times).for_each(|_| stage());
    f64::from(u32::try_from((cpu_time::of_thread() - start) / 1_000).expect("a round takes less than an hour"))
}

/// Compiles a page of that size as often as makes up the largest size, in several rounds. Prints the medians of what
/// each stage takes, and both together, in microseconds per feature, and the peak memory.
fn measure(features: u32) {
    let sources = [page(features)];
    let settings = Settings::default();
    let catalog = compile(&sources, &LintLevels::new()).catalog.expect("the page is sound");
    assert_eq!(catalog.features().len(), features as usize);
    let times = SIZES[SIZES.len() - 1] / features;
    let mut rounds = [const { Vec::new() }; 3];
    for _ in 0..ROUNDS {
        let compiled = timed(times, || drop(compile(black_box(&sources), &LintLevels::new())));
        let emitted = timed(times, || drop(emit(black_box(&catalog), &settings)));
        for (round, time) in rounds.iter_mut().zip([compiled, emitted, compiled + emitted]) {
            round.push(time);
        }
    }
    for mut round in rounds {
        round.sort_by(f64::total_cmp);
        print!("{} ", round[ROUNDS / 2] / f64::from(times * features));
    }
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("unknown").trim());
}

fn main() {
    if let Some(size) = env::var(SIZE).ok().and_then(|size| size.parse().ok()) {
        return measure(size);
    }
    println!("features    compile           emit              both              peak memory");
    let mut smallest = None;
    for size in SIZES {
        let program = env::current_exe().expect("a bench knows its own path");
        let output = Command::new(program).env(SIZE, size.to_string()).output().expect("a bench can run itself");
        let output = String::from_utf8(output.stdout).expect("the bench prints UTF-8");
        let mut words = output.splitn(4, ' ');
        let mut each = || words.next().and_then(|time| time.parse().ok()).expect("the bench prints its times");
        let times: [f64; 3] = [each(), each(), each()];
        let of_smallest = *smallest.get_or_insert(times);
        print!("{size:>8}    ");
        for (time, of_smallest) in times.iter().zip(of_smallest) {
            print!("{:<18}", format!("{time:.2} µs (x {:.2})", time / of_smallest));
        }
        println!("{}", words.next().unwrap_or_default().trim());
    }
}
