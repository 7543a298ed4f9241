//! What checks cost the compiler: `cargo bench --bench compile_time`.
//!
//! Builds a crate with 0, 100 and 1,000 checks of a kind (profile dev: opt-level 0; not incremental). The kinds and the
//! numbers take turns. Prints the time of cargo and rustc, and the milliseconds per check, each as the mean of the
//! rounds; ± is the standard error. The time is CPU time, user and system, from Linux's /proc, which hardly depends on
//! what else runs. The `require!`s are true, and those of one release are all different. The `assert!`s show what rustc takes for any such item.

mod cpu_time;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};
use xen_support::{Feature, Requirement, Statement, XEN_4_17, XEN_4_22};
use xen_support_compiler::{Catalog, CatalogFeature, LintLevels, Source, compile};

const NUMBERS: [usize; 3] = [0, 100, 1_000];
const ROUNDS: usize = 15;

const REQUIREMENTS: [(Requirement, &str); 4] = [
    (Requirement::SECURITY_SUPPORTED, "security_supported"),
    (Requirement::SUPPORTED, "supported"),
    (Requirement::TECH_PREVIEW, "tech_preview"),
    (Requirement::EXPERIMENTAL, "experimental"),
];

/// The checks of each kind.
struct Checks {
    /// A check for each status of each release that grants something, by name.
    by_name: Vec<String>,
    /// The same by constant.
    by_constant: Vec<String>,
    /// A check for each requirement that six releases grant of a feature, by name.
    of_six_releases: Vec<String>,
}

fn checks() -> Checks {
    let catalog = catalog();
    let mut checks = Checks { by_name: Vec::new(), by_constant: Vec::new(), of_six_releases: Vec::new() };
    for statement in Statement::all() {
        let constant = statement.version().to_string().to_uppercase().replace(['.', '-'], "_");
        for (feature, _) in statement {
            let granted = |(requirement, _): &&(Requirement, &str)| statement.satisfies(feature, *requirement);
            let Some((_, requirement)) = REQUIREMENTS.iter().find(granted) else { continue };
            let CatalogFeature { module, constant: name, .. } = &catalog.features()[feature.index()];
            let path = module.as_ref().map_or(String::new(), |module| format!("{module}::"));
            checks.by_name.push(format!("require!(XEN_{constant}: {} is {requirement});\n", name_of(feature)));
            checks.by_constant.push(format!("require!(XEN_{constant}: features::{path}{name} is {requirement});\n"));
        }
    }
    let six = XEN_4_17.through(XEN_4_22);
    assert_eq!(six.iter().count(), 6);
    let features = Feature::all().flat_map(|feature| REQUIREMENTS.map(|requirement| (feature, requirement)));
    let granted = features.filter(|(feature, (requirement, _))| six.satisfies(*feature, *requirement));
    // There are not a thousand of them.
    checks.of_six_releases = granted
        .map(|(feature, (_, words))| format!("require!(XEN_4_17..=XEN_4_22: {} is {words});\n", name_of(feature)))
        .cycle()
        .take(1_000)
        .collect();
    checks
}

/// The feature's name, as a check writes it.
fn name_of(feature: Feature) -> String {
    match feature.implementation() {
        "" => format!("{:?}", feature.title()),
        implementation => format!("{:?}, {implementation:?}", feature.title()),
    }
}

/// The bundled documents' catalog, which has the names of the constants.
fn catalog() -> Catalog {
    let read = |statement: Statement| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(statement.file());
        Source::new(statement.file(), fs::read_to_string(path).unwrap())
    };
    let documents: Vec<Source> = Statement::all().iter().map(read).collect();
    compile(&documents, &LintLevels::new()).catalog.expect("the documents are sound")
}

/// The crate that is built.
struct Package {
    folder: PathBuf,
}

impl Package {
    fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile_time");
        fs::create_dir_all(folder.join("src")).unwrap();
        // The same lock file, so that Cargo needs no index.
        fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        let manifest = format!(
            r#"[workspace]

[package]
name = "checks"
version = "0.0.0"
edition = "2024"

[dependencies]
xen-support = {{ path = '{}', default-features = false }}

[profile.dev]
incremental = false
"#,
            root.display()
        );
        fs::write(folder.join("Cargo.toml"), manifest).unwrap();
        Self { folder }
    }

    /// Builds the crate with these items, and returns the CPU time in milliseconds.
    fn build(&self, items: &[String]) -> f64 {
        let source = format!("#![no_std]\n#[allow(unused)]\nuse xen_support::*;\n{}", items.concat());
        fs::write(self.folder.join("src/lib.rs"), source).unwrap();
        let mut command = Command::new(env!("CARGO"));
        command.current_dir(&self.folder).args(["build", "--offline", "--target-dir", "target"]);
        let before = cpu_time::of_children();
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        cpu_time::of_children() - before
    }
}

/// The mean, and its standard error.
fn mean(values: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    let count = f64::from(u32::try_from(values.clone().count()).unwrap());
    let mean = values.clone().sum::<f64>() / count;
    let variance = values.map(|value| (value - mean).powi(2)).sum::<f64>() / (count - 1.0);
    (mean, (variance / count).sqrt())
}

fn main() {
    let Checks { by_name, by_constant, of_six_releases } = checks();
    let asserts = vec!["const _: () = assert!(true);\n".to_owned(); 1_000];
    let kinds = [
        ("require! by name", by_name),
        ("require! by constant", by_constant),
        ("require! of six releases", of_six_releases),
        ("assert!(true)", asserts),
    ];
    let package = Package::new();
    // Builds the crate's dependencies.
    package.build(&[]);
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        rounds.push([0, 1, 2, 3].map(|kind: usize| NUMBERS.map(|number| package.build(&kinds[kind].1[..number]))));
    }
    println!("                               ms for so many checks                 ms per check");
    println!("                                0       100     1,000       0 to 1,000    100 to 1,000");
    for (kind, (name, _)) in kinds.iter().enumerate() {
        let times = rounds.iter().map(|round| round[kind]);
        let [none, hundred, thousand] = [0, 1, 2].map(|number| mean(times.clone().map(|times| times[number])).0);
        let (slope, error) = mean(times.clone().map(|[none, _, thousand]| (thousand - none) / 1_000.0));
        let (late_slope, late_error) = mean(times.map(|[_, hundred, thousand]| (thousand - hundred) / 900.0));
        println!(
            "{name:<24} {none:>8.0}  {hundred:>8.0}  {thousand:>8.0}   {slope:>6.3} ± {error:.3}  {late_slope:>6.3} ± {late_error:.3}"
        );
    }
}
