//! Writes each peer's table, over the same names that xen-support looks up: those of Xen 4.18, each with the number of
//! its status.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::{env, fs, path::Path};
use xen_support::{Statement, XEN_4_18};

/// A key and its value.
type Entry = (String, u8);

/// What every peer's table holds: each key with the number of its status.
fn entries(statement: Statement, key: impl Fn(xen_support::Feature) -> String) -> Vec<Entry> {
    let mut texts = Vec::new();
    let mut number = |text: &'static str| {
        let known = texts.iter().position(|known| *known == text);
        known.unwrap_or_else(|| {
            texts.push(text);
            texts.len() - 1
        })
    };
    let entry = |(feature, status): (_, xen_support::Status)| {
        (key(feature), u8::try_from(number(status.text()) + 1).expect("there are a few dozen statuses"))
    };
    statement.iter().map(entry).collect()
}

/// `"key" => value, …`, with `arrow` between key and value.
fn list(entries: &[Entry], arrow: &str) -> String {
    entries.iter().map(|(key, value)| format!("{key:?} {arrow} {value}, ")).collect()
}

/// A multiplier that sends each key to a slot of its own, and the table of these slots.
fn sparse(entries: &[Entry]) -> (u64, Vec<Option<Entry>>) {
    const SLOTS: usize = 1 << 12;
    let odd_numbers = (0..).map(|number: u64| number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    for multiplier in odd_numbers.take(1 << 16) {
        let mut slots = vec![None; SLOTS];
        let free = |(key, value): &Entry| {
            let slot = &mut slots[one_multiply::slot(key.as_bytes(), multiplier)];
            slot.replace((key.clone(), *value)).is_none()
        };
        if entries.iter().all(free) {
            return (multiplier, slots);
        }
    }
    panic!("no multiplier does");
}

#[path = "src/one_multiply.rs"]
mod one_multiply;

/// What gperf would write, as nested matches: by length, then by the byte in the column that tells most keys apart.
fn columns(entries: &[Entry]) -> String {
    let mut by_length: BTreeMap<usize, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        by_length.entry(entry.0.len()).or_default().push(entry);
    }
    let arms = by_length.iter().map(|(length, entries)| format!("{length} => {}, ", by_column(entries)));
    format!("match key.len() {{ {} _ => None }}", arms.collect::<String>())
}

fn by_column(entries: &[&Entry]) -> String {
    if let [(key, value)] = entries {
        return format!("(key == {key:?}).then_some({value})");
    }
    let groups = |column: usize| -> BTreeMap<u8, Vec<&Entry>> {
        let mut groups: BTreeMap<u8, Vec<&Entry>> = BTreeMap::new();
        for entry in entries {
            groups.entry(entry.0.as_bytes()[column]).or_default().push(entry);
        }
        groups
    };
    let best = (0..entries[0].0.len()).max_by_key(|column| groups(*column).len()).expect("keys are not empty");
    let arms = groups(best).into_iter().map(|(byte, entries)| format!("{byte} => {}, ", by_column(&entries)));
    format!("match key.as_bytes()[{best}] {{ {} _ => None }}", arms.collect::<String>())
}

/// The tables of all peers over these keys.
fn tables(entries: &[Entry]) -> String {
    let mut text = String::new();
    let pairs: String = entries.iter().map(|(key, value)| format!("({key:?}, {value}), ")).collect();
    let (multiplier, slots) = sparse(entries);
    let slots: String = slots
        .iter()
        .map(|slot| slot.as_ref().map_or("(\"\", 0), ".to_owned(), |(key, value)| format!("({key:?}, {value}), ")))
        .collect();
    let keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
    let values: Vec<u8> = entries.iter().map(|(_, value)| *value).collect();
    let mut usual = phf_codegen::Map::new();
    usual.phf_path("phf_usual");
    for (key, value) in entries {
        usual.entry(key.as_str(), value.to_string());
    }
    write!(
        text,
        "pub static ENTRIES: &[(&str, u8)] = &[{pairs}];
        static PHF: phf_usual::Map<&str, u8> = {};
        static PTRHASH: phf::Map<&str, u8> = phf::phf_map! {{ {} }};
        static QUICKPHF: quickphf::PhfMap<&str, u8> = {};
        frozen_collections::fz_string_map!(static FROZEN: Frozen<&'static str, u8>, {{ {} }});
        static SPARSE: [(&str, u8); {}] = [{slots}];
        pub fn one_multiply(key: &str) -> Option<u8> {{
            let (known, value) = SPARSE[crate::one_multiply::slot(key.as_bytes(), {multiplier})];
            (known == key && value != 0).then_some(value)
        }}
        pub fn hashify(key: &str) -> Option<u8> {{ hashify::map!(key.as_bytes(), u8, {}).copied() }}
        pub fn a_match(key: &str) -> Option<u8> {{ Some(match key {{ {} _ => return None }}) }}
        pub fn columns(key: &str) -> Option<u8> {{ {} }}
        ",
        usual.build(),
        list(entries, "=>"),
        quickphf_codegen::build_map(&keys, &values),
        list(entries, ":"),
        1 << 12,
        list(entries, "=>"),
        list(entries, "=>"),
        columns(entries),
    )
    .expect("a string takes whatever is written");
    text
}

/// The tables of those peers that take title and implementation as a pair.
fn pairs(entries: &[Entry]) -> String {
    let pair = |(key, value): &Entry| -> (String, u8) {
        let (title, implementation) = key.split_once('\n').expect("the two parts are joined by it");
        (format!("({title:?}, {implementation:?})"), *value)
    };
    let pairs: Vec<(String, u8)> = entries.iter().map(pair).collect();
    let entries: String = pairs.iter().map(|(pair, value)| format!("({pair}, {value}), ")).collect();
    let arms: String = pairs.iter().map(|(pair, value)| format!("{pair} => {value}, ")).collect();
    format!(
        "pub static ENTRIES: &[((&str, &str), u8)] = &[{entries}];
        pub fn a_match(name: (&str, &str)) -> Option<u8> {{ Some(match name {{ {arms} _ => return None }}) }}"
    )
}

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/one_multiply.rs");
    let folder = env::var_os("OUT_DIR").expect("Cargo sets it");
    let by_key = entries(XEN_4_18, |feature| feature.key().to_owned());
    let by_name = entries(XEN_4_18, |feature| format!("{}\n{}", feature.title(), feature.implementation()));
    let files = [("keys.rs", tables(&by_key)), ("names.rs", tables(&by_name)), ("pairs.rs", pairs(&by_name))];
    for (file, text) in files {
        fs::write(Path::new(&folder).join(file), text).expect("Cargo's folder can be written to");
    }
}
