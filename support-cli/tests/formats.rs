//! What the command prints for programs is what FORMATS.md says.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

const FORMATS: &str = include_str!("../FORMATS.md");

/// Runs a command on a fixed day, and returns its standard output.
fn output(arguments: &[&str], on: bool) -> String {
    let day: &[&str] = if on { &["--on", "2026-08-20"] } else { &[] };
    let output = Command::new(env!("CARGO_BIN_EXE_xen-support")).args(arguments).args(day).output().unwrap();
    assert!(output.status.code() != Some(2), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The rows of the tables below a command's heading for a format: the fields that are in backticks or are types.
fn tables(command: &str, format: &str) -> Vec<Vec<String>> {
    let section = FORMATS.split("\n## ").find(|section| section.starts_with(&format!("{command}\n"))).unwrap();
    let part = section.split("\n### ").find(|part| part.starts_with(&format!("{format}\n"))).unwrap();
    let rows = part.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| row.split(" | ").map(|field| field.trim_matches(['|', ' ', '`']).to_owned()).collect()).collect()
}

/// The types of each key, by its path.
type Keys = BTreeMap<String, BTreeSet<String>>;

/// The keys that the document has for a command, below this path, each with its types.
fn documented(command: &str, from: &str, to: &str) -> Keys {
    let types = |text: &str| text.split(" or ").map(str::to_owned).collect();
    let rows = tables(command, "JSON").into_iter();
    rows.filter_map(|row| Some((format!("{to}{}", row[0].strip_prefix(from)?), types(&row[1])))).collect()
}

/// Adds the types of a value and of all that is in it.
fn add(keys: &mut Keys, path: &str, value: &Value) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    };
    if !path.is_empty() && !path.ends_with("[]") {
        keys.entry(path.to_owned()).or_default().insert(kind.to_owned());
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| add(keys, &format!("{path}[]"), item)),
        Value::Object(fields) => {
            for (key, field) in fields {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                add(keys, &path, field);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The keys of the objects that these commands print.
fn printed(commands: &[&[&str]]) -> Keys {
    let mut keys = Keys::new();
    for command in commands {
        let text = output(&[command, &["--format", "json"][..]].concat(), command[0] != "check");
        let values = serde_json::Deserializer::from_str(&text).into_iter::<Value>();
        values.for_each(|value| add(&mut keys, "", &value.unwrap()));
    }
    keys
}

/// Pages of each kind: built in, of a release and not, and of files.
const PAGES: [&str; 5] = ["4.13", "4.18", "unstable", "tests/pages/4.19.md", "tests/pages/warnings.md"];

#[test]
fn the_json_of_check_is_as_documented() {
    let pages = ["check", "tests/pages/errors.md", "tests/pages/warnings.md"];
    assert_eq!(printed(&[&pages]), documented("check", "", ""));
}

#[test]
fn the_json_of_status_is_as_documented() {
    let mut commands: Vec<Vec<&str>> = PAGES.iter().map(|page| vec!["status", page]).collect();
    commands.push(vec!["status", "4.18", "--require", "security_supported"]);
    commands.push(vec!["status", "--running", "--root", "tests/running/host"]);
    commands.push(vec!["status", "--running", "--root", "tests/running/arm-guest"]);
    let commands: Vec<&[&str]> = commands.iter().map(Vec::as_slice).collect();
    assert_eq!(printed(&commands), documented("status", "", ""));
}

/// What the document says of `matrix`, with what it refers to in `status`.
fn documented_matrix() -> Keys {
    let mut keys = documented("matrix", "", "");
    keys.extend(documented("status", "release.", "releases[]."));
    let names = ["section", "title", "implementation", "key", "refused"].map(|name| format!("features[].{name}"));
    let cells = documented("status", "features[].", "features[].").into_iter();
    keys.extend(
        cells
            .filter(|(path, _)| !names.contains(path))
            .map(|(path, types)| (path.replacen("features[]", "sections[].features[].cells[]", 1), types)),
    );
    keys
}

#[test]
fn the_json_of_matrix_and_find_is_as_documented() {
    let matrix = ["matrix", PAGES[0], PAGES[1], PAGES[2], PAGES[3], PAGES[4]];
    assert_eq!(printed(&[&matrix]), documented_matrix());
    let mut found = documented_matrix();
    found.extend(documented("find", "", ""));
    let find: Vec<&str> = ["find", "e", "--in"].into_iter().chain(PAGES).collect();
    assert_eq!(printed(&[&find]), found);
}

#[test]
fn the_json_of_diff_is_as_documented() {
    let mut keys = documented("diff", "", "");
    for side in ["old", "new"] {
        keys.extend(documented("status", "release.life.", &format!("{side}_life.")));
        keys.extend(documented("diff", "features[].old.", &format!("features[].{side}.")));
        keys.extend(documented("status", "features[].limit.", &format!("features[].{side}.limit.")));
    }
    let commands = [
        ["diff", "tests/pages/4.19.md", "tests/pages/4.20-unstable.md"],
        ["diff", "tests/pages/4.20-unstable.md", "tests/pages/4.19.md"],
        ["diff", "4.10", "tests/pages/warnings.md"],
        ["diff", "tests/pages/warnings.md", "4.18"],
        ["diff", "unstable", "4.13"],
    ];
    let commands = commands.each_ref().map(<[&str; 3]>::as_slice);
    assert_eq!(printed(&commands), keys);
}

/// The columns that a command prints.
fn columns(arguments: &[&str]) -> Vec<String> {
    let text = output(&[arguments, &["--format", "csv"]].concat(), true);
    text.lines().next().unwrap().split(',').map(str::to_owned).collect()
}

/// The columns that the document has for a command.
fn documented_columns(command: &str) -> Vec<String> {
    tables(command, "CSV").into_iter().map(|mut row| row.swap_remove(0)).collect()
}

#[test]
fn the_columns_of_csv_are_as_documented() {
    let mut of_status = documented_columns("status");
    assert_eq!(columns(&["status", "4.18"]), of_status);
    assert_eq!(of_status.pop().as_deref(), Some("refused"));
    assert_eq!(columns(&["find", "PVH", "--in", "4.18"]), of_status);

    assert_eq!(columns(&["diff", "4.18", "4.19"]), documented_columns("diff"));

    let documented = documented_columns("matrix");
    let (of_release, fixed): (Vec<String>, Vec<String>) =
        documented.into_iter().partition(|name| name.starts_with("PAGE"));
    let of_releases = ["4.19", "4.18"].map(|version| of_release.iter().map(move |name| name.replace("PAGE", version)));
    let expected: Vec<String> = fixed.into_iter().chain(of_releases.into_iter().flatten()).collect();
    assert_eq!(columns(&["matrix", "4.18", "4.19"]), expected);
}

#[test]
fn limits_are_numbers_and_a_life_has_its_days() {
    let status: Value =
        serde_json::from_str(&output(&["status", "tests/pages/4.19.md", "Memory", "x86", "--format", "json"], true))
            .unwrap();
    let limit = &status["features"][0]["limit"];
    // "up to 8 TiB", and "less than 16 TiB".
    assert_eq!(limit["unit"], "bytes");
    assert_eq!(limit["security_supported"], 8_u64 << 40);
    assert_eq!(limit["supported"], (16_u64 << 40) - 1);
    let life = &status["release"]["life"];
    assert_eq!((&life["state"], &life["date"]), (&"current".into(), &"2027-07-29".into()));
    assert_eq!((&life["first_day"], &life["last_supported_day"]), (&"2024-07-29".into(), &"2026-01-29".into()));
}
