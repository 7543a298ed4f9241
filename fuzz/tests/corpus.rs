//! The fuzz targets' properties as plain tests, on stable Rust and in bounded time: over the corpus, the regressions,
//! the real pages, and a fixed series of bytes.

use std::fs;
use std::path::{Path, PathBuf};
use xen_support_fuzz::{
    any_bytes, hidden_lines, macro_input, mutated_page, outputs, page_pair, reader, requirement, running,
    structured_page,
};

type Property = fn(&[u8]);

/// The files of a folder, which is relative to this package, sorted by name.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.is_file());
    files.sort();
    files
}

/// Checks the property for each file of a folder.
fn check_files(property: Property, folder: &str) {
    for file in files(folder) {
        println!("{}", file.display());
        property(&fs::read(file).unwrap());
    }
}

#[test]
fn the_corpus_holds() {
    check_files(any_bytes, "corpus/any_bytes");
}

#[test]
fn the_regressions_hold() {
    check_files(any_bytes, "regressions");
}

#[test]
fn the_real_pages_and_the_broken_ones_hold() {
    for folder in ["../data", "../tests/pages", "../support-compiler/tests/diagnostics"] {
        check_files(any_bytes, folder);
    }
}

/// Bytes that look random and are the same each time (Marsaglia's xorshift).
struct Bytes(u64);

impl Bytes {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    fn some(&mut self, at_most: usize) -> Vec<u8> {
        let length = self.below(at_most);
        (0..length).map(|_| self.next().to_le_bytes()[3]).collect()
    }
}

/// Checks the property for so many inputs of a series, each of fewer bytes than `length`.
fn check_series(property: Property, seed: u64, inputs: usize, length: usize) {
    let mut bytes = Bytes(seed);
    for _ in 0..inputs {
        property(&bytes.some(length));
    }
}

#[test]
fn seeds_with_changed_bytes_hold() {
    let seeds: Vec<Vec<u8>> = files("corpus/any_bytes").iter().map(|file| fs::read(file).unwrap()).collect();
    let mut bytes = Bytes(1);
    for _ in 0..6_000 {
        let mut document = seeds[bytes.below(seeds.len())].clone();
        for _ in 0..=bytes.below(4) {
            let (start, length) = (bytes.below(document.len()), bytes.below(8));
            let end = document.len().min(start + length);
            // Half of the new bytes come from the seeds, since most bytes that matter are in them.
            let from = &seeds[bytes.below(seeds.len())];
            let at = bytes.below(from.len() - 8);
            let new = if bytes.below(2) == 0 { bytes.some(4) } else { from[at..at + bytes.below(8)].to_vec() };
            document.splice(start..end, new);
        }
        any_bytes(&document);
    }
}

#[test]
fn mutated_pages_hold() {
    check_series(mutated_page, 2, 6_000, 64);
}

#[test]
fn pages_with_hidden_lines_hold() {
    check_series(hidden_lines, 5, 20_000, 32);
}

#[test]
fn structured_pages_hold() {
    check_series(structured_page, 3, 8_000, 512);
}

#[test]
fn requirements_hold() {
    check_series(requirement, 4, 200_000, 64);
}

#[test]
fn the_reader_holds() {
    for folder in
        ["corpus/any_bytes", "regressions", "../data", "../tests/pages", "../support-compiler/tests/diagnostics"]
    {
        check_files(reader, folder);
    }
    check_series(reader, 5, 20_000, 64);
}

#[test]
fn pairs_of_pages_hold() {
    check_series(page_pair, 6, 10_000, 256);
}

#[test]
fn outputs_hold() {
    check_files(outputs, "corpus/any_bytes");
    check_series(outputs, 7, 4_000, 256);
}

#[test]
fn inputs_of_the_macro_hold() {
    check_series(macro_input, 8, 100_000, 64);
}

#[test]
fn what_tells_which_xen_runs_holds() {
    check_series(running, 9, 200_000, 64);
}
