//! CSV says what JSON does, and has nothing that a spreadsheet would run.

use super::{Answer, feature_name, list, string};
use serde_json::Value;

/// Reads both forms of CSV, checks that they are the same, and returns the records of the raw one, the head first.
fn read(answer: &Answer) -> Vec<Vec<String>> {
    let [defused, raw] = [&answer.csv, &answer.raw_csv].map(|text| {
        // All records have as many fields as the head, or this fails.
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let records = reader.records().map(|record| record.expect("CSV").iter().map(str::to_owned).collect());
        records.collect::<Vec<Vec<String>>>()
    });
    let undone: Vec<Vec<String>> = defused
        .iter()
        .map(|record| record.iter().map(|field| field.strip_prefix('\'').unwrap_or(field).to_owned()).collect())
        .collect();
    assert_eq!(undone, raw);
    for field in defused.iter().flatten() {
        // A spreadsheet takes a sign alone for text.
        let seen: Vec<char> = field.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
        let is_run = seen.len() > 1 && "=+-@＝＋－＠".contains(seen[0]);
        assert!(!is_run && !field.starts_with(['\t', '\r', '\n']), "a spreadsheet would run {field:?}");
    }
    raw
}

pub(super) fn check_any(answer: &Answer) {
    assert!(!read(answer).is_empty());
}

/// The fields of some columns.
fn columns<'r>(records: &'r [Vec<String>], names: &[&str]) -> Vec<Vec<&'r str>> {
    let (head, rows) = records.split_first().expect("a head");
    let at = |name: &&str| head.iter().position(|column| column == name).unwrap_or_else(|| panic!("no column {name}"));
    let at: Vec<usize> = names.iter().map(at).collect();
    rows.iter().map(|row| at.iter().map(|column| row[*column].as_str()).collect()).collect()
}

pub(super) fn check_status(answer: &Answer) {
    const COLUMNS: [&str; 10] = [
        "section",
        "title",
        "implementation",
        "key",
        "status",
        "label",
        "security",
        "security_support",
        "beside",
        "caveats",
    ];
    let records = read(answer);
    let expected: Vec<Vec<&str>> = list(&answer.json, "features")
        .iter()
        .map(|feature| COLUMNS.map(|column| string(feature, column)).to_vec())
        .collect();
    assert_eq!(columns(&records, &COLUMNS), expected);
}

pub(super) fn check_matrix(answer: &Answer) {
    let records = read(answer);
    let releases: Vec<&str> = list(&answer.json, "releases").iter().map(|release| string(release, "name")).collect();
    let head: Vec<&str> = records[0].iter().map(String::as_str).collect();
    // Behind the names, six columns for each release.
    assert_eq!(head[4..].iter().step_by(6).copied().collect::<Vec<_>>(), releases);
    let features: Vec<(&str, &Value)> = super::features_by_section(&answer.json).collect();
    let rows = &records[records.len() - features.len()..];
    for (row, (section, feature)) in rows.iter().zip(features) {
        let names = [section, string(feature, "title"), string(feature, "implementation"), string(feature, "key")];
        assert_eq!(row[..4], names, "{}", feature_name(feature));
        for (fields, cell) in row[4..].chunks(6).zip(list(feature, "cells")) {
            let expected = if cell.is_null() {
                ["", "", ""]
            } else {
                ["status", "security", "beside"].map(|key| string(cell, key))
            };
            assert_eq!(fields[..3], expected, "{}", feature_name(feature));
        }
    }
}

pub(super) fn check_diff(answer: &Answer) {
    let records = read(answer);
    let rows = columns(&records, &["change", "section", "title", "implementation", "key", "old", "new"]);
    let features: Vec<Vec<&str>> = list(&answer.json, "features")
        .iter()
        .map(|change| {
            let side = |side: &str| if change[side].is_null() { "" } else { string(&change[side], "status") };
            let names = ["change", "section", "title", "implementation", "key"].map(|key| string(change, key));
            names.into_iter().chain(["old", "new"].map(side)).collect()
        })
        .collect();
    let others = list(&answer.json, "others").len();
    let end = rows.len() - others;
    assert_eq!(rows[end - features.len()..end], features);
}
