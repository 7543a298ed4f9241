//! How long the compiler takes for the bundled documents: `cargo bench --bench pipeline`.
//!
//! Compiles the documents of data/ with an optimized compiler, and prints the median time of each stage, in
//! milliseconds of CPU time (from Linux's /proc). Then it builds this package in profile dev, where the compiler is not
//! optimized, and runs its build script. The goals: 15 ms from text to tokens, 300 ms for the build script.

mod cpu_time;

use quote::{format_ident, quote};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};
use xen_support::Statement;
use xen_support_compiler::{LintLevels, ParsedStatement, Settings, Source, compile, emit, pretty};

const ROUNDS: usize = 9;
/// How often each stage runs in a round; often, because some systems count CPU time in hundredths of a second.
const TIMES: u32 = 20;

/// The bundled documents.
fn documents() -> Vec<Source> {
    let read = |statement: Statement| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(statement.file());
        Source::new(statement.file(), fs::read_to_string(path).unwrap())
    };
    Statement::all().iter().map(read).collect()
}

/// The milliseconds of CPU time that one run of a stage takes.
fn timed<T>(mut stage: impl FnMut() -> T) -> f64 {
    let start = cpu_time::of_thread();
    (0..TIMES).for_each(|_| drop(black_box(stage())));
    let microseconds = u32::try_from((cpu_time::of_thread() - start) / 1_000).expect("a round takes less than an hour");
    f64::from(microseconds) / 1_000.0 / f64::from(TIMES)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Builds this package in profile dev, and returns the path of the build script.
fn build_script() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pipeline");
    // An older build script must not be found instead.
    let _ = fs::remove_dir_all(target.join("debug/build"));
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args([
        "build",
        "--offline",
        "--package",
        "xen-support",
        "--target-dir",
    ]);
    let output = command.arg(&target).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let folders = fs::read_dir(target.join("debug/build")).unwrap().map(|folder| folder.unwrap());
    let mut packages = folders.filter(|folder| folder.file_name().to_string_lossy().starts_with("xen-support-"));
    let scripts =
        packages.find_map(|folder| Some(folder.path().join("build-script-build")).filter(|path| path.exists()));
    scripts.expect("Cargo keeps a package's build script in debug/build")
}

/// The milliseconds of CPU time that one run of the build script takes.
fn run(script: &Path) -> f64 {
    let before = cpu_time::of_children();
    for _ in 0..TIMES {
        let mut command = Command::new(script);
        command.current_dir(env!("CARGO_MANIFEST_DIR")).env("OUT_DIR", env!("CARGO_TARGET_TMPDIR"));
        assert!(command.output().unwrap().status.success());
    }
    (cpu_time::of_children() - before) / f64::from(TIMES)
}

fn main() {
    let sources = documents();
    let settings =
        Settings { data: quote!(crate::data), set: format_ident!("Bundled"), official: true, ..Settings::default() };
    let catalog = compile(&sources, &LintLevels::new()).catalog.expect("the documents are sound");
    let tokens = emit(&catalog, &settings);
    let (mut checks, mut compiles, mut emits, mut pretties) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        checks.push(timed(|| black_box(&sources).iter().map(ParsedStatement::parse).collect::<Vec<_>>()));
        compiles.push(timed(|| compile(black_box(&sources), &LintLevels::new())));
        emits.push(timed(|| emit(black_box(&catalog), &settings)));
        pretties.push(timed(|| pretty(black_box(&tokens).clone())));
    }
    let total = median(compiles.iter().zip(&emits).map(|(compile, emit)| compile + emit).collect());
    let merges = compiles.iter().zip(&checks).map(|(compile, check)| compile - check).collect();
    println!("stage                                                      ms    goal");
    println!("text to statements, one by one                         {:>6.2}", median(checks));
    println!("statements to tables: merged, with perfect hashes      {:>6.2}", median(merges));
    println!("tables to tokens                                       {:>6.2}", median(emits));
    println!("text to tokens                                         {total:>6.2}      15");
    println!("tokens to a formatted file                             {:>6.2}", median(pretties));
    let script = build_script();
    let script = median((0..ROUNDS).map(|_| run(&script)).collect());
    println!("build script, profile dev                              {script:>6.2}     300");
}
