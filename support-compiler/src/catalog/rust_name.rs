//! The Rust names of features and releases.
//!
//! A bare feature is a constant named after its title, `features::CREDIT_SCHEDULER`; an implementation is one in a
//! module named after the title, `features::x86_pvh::DOMU`.

use std::fmt::Write;

/// The name of a constant: `domU` is `DOMU`, `x86_32, shim` is `X86_32_SHIM`.
pub(crate) fn constant(text: &str) -> String {
    let mut name = words(text);
    name.make_ascii_uppercase();
    name
}

/// The name of a module: `x86/PVH` is `x86_pvh`.
pub(crate) fn module(text: &str) -> String {
    let mut name = words(text);
    name.make_ascii_lowercase();
    if KEYWORDS.contains(&name.as_str()) { name + "_" } else { name }
}

/// The keywords of every edition that are in small letters, strict and reserved ([the reference]).
///
/// [the reference]: https://doc.rust-lang.org/reference/keywords.html
const KEYWORDS: [&str; 51] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The runs of letters and digits, joined by `_`: a name splits where the text does. A capital within a word begins none,
/// since the pages write `domU`, `vSwitch` and `SeaBIOS` as one word each. A letter or digit that is not ASCII is written
/// as its code point, so that no two scripts are mixed in a name. One that would begin with a digit begins with `_`.
fn words(text: &str) -> String {
    // Longer only where there are letters that are not ASCII.
    let mut words = String::with_capacity(text.len() + 1);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !words.is_empty() || word.starts_with(|c: char| c.is_ascii_digit()) {
            words.push('_');
        }
        for c in word.chars() {
            if c.is_ascii() {
                words.push(c);
            } else {
                let _ = write!(words, "u{:x}", u32::from(c));
            }
        }
    }
    if words.is_empty() { "unnamed".to_owned() } else { words }
}

#[cfg(test)]
mod tests {
    use super::{constant, module};

    #[test]
    fn a_name_splits_where_the_words_of_the_page_do() {
        for (text, name) in [
            ("domU", "DOMU"),
            ("dom0", "DOM0"),
            ("x86_32, without shim", "X86_32_WITHOUT_SHIM"),
            ("FreeBSD (blkback)", "FREEBSD_BLKBACK"),
            ("x86 HVM/PVH, Shadow, 2MiB", "X86_HVM_PVH_SHADOW_2MIB"),
            ("SeaBIOS", "SEABIOS"),
            ("VT-d", "VT_D"),
            ("ps/2 keyboard", "PS_2_KEYBOARD"),
            ("9p", "_9P"),
            ("Größe", "GRUF6UDFE"),
            ("???", "UNNAMED"),
        ] {
            assert_eq!(constant(text), name);
        }
        for (text, name) in [
            ("x86/PVH", "x86_pvh"),
            ("Open vSwitch integration for xl", "open_vswitch_integration_for_xl"),
            ("Hypervisor 'debug keys'", "hypervisor_debug_keys"),
            ("x86/Emulated network (QEMU):", "x86_emulated_network_qemu"),
            ("Type", "type_"),
            ("self", "self_"),
            ("gen", "gen_"),
            ("9pfs", "_9pfs"),
            ("", "unnamed"),
        ] {
            assert_eq!(module(text), name);
        }
    }
}
