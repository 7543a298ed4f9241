//! How the compiler's time grows with documents that are made to be slow: each family at 16 KiB and at four times that.
//!
//! ```text
//! cargo run --release --example growth [FAMILY] [KIB]
//! ```
//!
//! Prints the times of compiling, of showing the diagnostics and of emitting, in milliseconds. Four times the time
//! means linear growth, sixteen times quadratic. More than eight times is marked, if the time is long enough to be
//! measured.

use std::hint::black_box;
use std::time::Instant;
use xen_support_compiler::{LintLevels, Settings, Source, compile, emit, pretty};

const RELEASE: &str = "# Release Support

    Xen-Version: 4.18
    Initial-Release: n/a
    Supported-Until: n/a
    Security-Support-Until: n/a

# Definition of Status labels

## Supported

    Functional completeness: Yes
    Functional stability: Normal
    Interface stability: Yes
    Security supported: Yes

# Features

";

type Family = (&'static str, fn(usize) -> String);

/// The families: a name, and a function that makes a text of about so many bytes.
const FAMILIES: &[Family] = &[
    ("quotes in quotes", |size| ">".repeat(size)),
    ("lists in lists", |size| "* ".repeat(size / 2)),
    ("items of a list", |size| "* a\n".repeat(size / 4)),
    ("items in a list after items", |size| nested(size, |depth| format!("{}* a\n", "  ".repeat(depth)))),
    ("emphasis opened", |size| "*_".repeat(size / 2)),
    ("emphasis opened around words", |size| "*a _b ".repeat(size / 6)),
    ("emphasis closed", |size| "a**b".repeat(size / 4)),
    ("brackets opened", |size| "[".repeat(size)),
    ("links opened", |size| "[a](".repeat(size / 4)),
    ("images opened", |size| "![".repeat(size / 2)),
    ("links in angles opened", |size| "[a](<b".repeat(size / 6)),
    ("reference definitions", |size| numbered(size / 2, "[a", "]: b\n") + "\n" + &numbered(size / 2, "[a", "] ")),
    ("one reference used often", |size| format!("[a]: {}\n\n{}", "b".repeat(size / 2), "[a]".repeat(size / 6))),
    ("code runs of many lengths", |size| nested(size, |length| "`".repeat(length) + "a")),
    ("tags opened", |size| "<a ".repeat(size / 3)),
    ("comments opened", |size| "<!--".repeat(size / 4)),
    ("processing opened", |size| "a <?".repeat(size / 4)),
    ("CDATA opened", |size| "a <![CDATA[".repeat(size / 11)),
    ("entities", |size| "&#45;".repeat(size / 5)),
    ("quotation marks", |size| "\"'".repeat(size / 2)),
    ("backslashes", |size| "\\".repeat(size)),
    ("what kills Xen's tool", |size| "# a\n\n    Status: x\n\n***\n\n".repeat(size / 25) + "# b\n\n    Status: x\n"),
    ("malformed lines of one fragment", |size| format!("# a\n\n{}", "    Status:x\n".repeat(size / 13))),
    ("one heading again and again", |size| "# a\n\n    Status, x: x\n\nText\n\n".repeat(size / 29)),
    ("definitions", |size| "a\n: b\n\n".repeat(size / 7)),
    ("lines before an underline", |size| "a\n".repeat(size / 2) + "===\n"),
    ("NULs", |size| "\0".repeat(size)),
    ("empty lines", |size| "\r\n".repeat(size / 2)),
    ("carriage returns", |size| "\r".repeat(size)),
    ("a page with carriage returns", |size| "## a\r\r    Status: x\r\r".repeat(size / 22)),
    ("headings with carriage returns", |size| "# a\r### b\r".repeat(size / 10)),
    ("fragments that are none", |size| "    a\n\n## a\n\n".repeat(size / 13)),
    ("lines of one fragment", |size| numbered(size, "    Stat, ", ": x\n")),
    ("bidirectional controls on one line", |size| "\u{202e}".repeat(size / 3)),
    ("headings of one name", |size| "## a\n".repeat(size / 5)),
    ("headings of one key", |size| "## a\n\n    Status: Supported\n\n".repeat(size / 30)),
    ("headings of numbered names", |size| "## a\n".repeat(size / 12) + &numbered(size / 2, "## a-", "\n")),
    ("headings of numbered names first", |size| numbered(size / 2, "## a-", "\n") + &"## a\n".repeat(size / 10)),
    ("headings of names that grow", |size| nested(size, |length| format!("## a{}\n", "-1".repeat(length)))),
    ("headings of one key, the first long", |size| {
        format!("## a{}\n\n    Status: Supported\n\n", "!".repeat(size / 2))
            + &"## a\n\n    Status: Supported\n\n".repeat(size / 60)
    }),
    ("features listed again, the first long", |size| {
        format!("## a\n\n    Status: {}\n{}", "x".repeat(size / 2), "    Status: Supported\n".repeat(size / 44))
    }),
    ("release keys given again, the first long", |size| {
        let again = "    A: x\n".repeat(size / 18);
        format!("# Release Support\n\n    Xen-Version: 4.18\n    A: {}\n{again}\n", "x".repeat(size / 2))
    }),
    ("implementations", |size| "## a\n\n".to_owned() + &numbered(size, "    Status, x", ": Supported\n")),
    ("implementations of a long heading", |size| {
        format!("## {}\n\n", "a".repeat(size / 2)) + &numbered(size / 2, "    Status, x", ": Supported\n")
    }),
    ("implementations of a long section", |size| {
        format!("## {}\n\n### a\n\n", "a".repeat(size / 2)) + &numbered(size / 2, "    Status, x", ": Supported\n")
    }),
    ("implementations with a long description", |size| {
        format!("## a\n\n{}\n\n", "a".repeat(size / 2)) + &numbered(size / 2, "    Status, x", ": Supported\n")
    }),
    ("features", |size| numbered(size, "## a", "\n\n    Status: Supported\n\n")),
    ("sections", |size| numbered(size, "## a", "\n\n### b\n\n    Status: Supported\n\n")),
    ("unknown statuses", |size| "## a\n\n".to_owned() + &numbered(size, "    Status, x: y", "\n")),
    ("labels and unknown statuses", |size| {
        let label = "\n\n    Functional completeness: Yes\n    Functional stability: a\n    Interface stability: a\n    \
                     Security supported: No\n\n";
        let labels = numbered(size / 2, "## l", label);
        format!("# Definition of Status labels\n\n{labels}# B\n\n{}", numbered(size / 2, "    Status, x: y", "\n"))
    }),
    ("external support", |size| "### External security support\n\n".to_owned() + &"* a http://b\n\n".repeat(size / 14)),
];

/// Numbered pieces, up to about so many bytes.
fn numbered(size: usize, before: &str, after: &str) -> String {
    let mut text = String::new();
    for number in 0.. {
        if text.len() >= size {
            break;
        }
        text.extend([before, &number.to_string(), after]);
    }
    text
}

/// Pieces that grow, up to about so many bytes.
fn nested(size: usize, piece: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for depth in 0.. {
        if text.len() >= size {
            break;
        }
        text += &piece(depth);
    }
    text
}

/// The times of compiling, showing and emitting, in milliseconds.
fn measure(text: String) -> [f64; 3] {
    let sources = [Source::new("SUPPORT.md", text)];
    let start = Instant::now();
    let compilation = compile(&sources, &LintLevels::new());
    let compiled = start.elapsed();
    let start = Instant::now();
    for diagnostic in &compilation.diagnostics {
        black_box(diagnostic.to_string());
    }
    let shown = start.elapsed();
    let start = Instant::now();
    if let Some(catalog) = &compilation.catalog {
        let settings = Settings::default();
        black_box(pretty(emit(catalog, &settings)).expect("what is emitted parses as Rust"));
    }
    [compiled, shown, start.elapsed()].map(|time| time.as_secs_f64() * 1000.0)
}

fn main() {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let smallest = std::env::args().nth(2).map_or(16, |size| size.parse().expect("a number of KiB")) << 10;
    println!("{:42} {:>8}   compile     show     emit", "", "bytes");
    for (name, text) in FAMILIES.iter().filter(|(name, _)| name.contains(&wanted)) {
        let mut before = [f64::INFINITY; 3];
        for size in [smallest, 4 * smallest] {
            let text = text(size);
            let text = if text.starts_with("# Release") { text } else { RELEASE.to_owned() + &text };
            let bytes = text.len();
            let times = measure(text);
            let grew = times.iter().zip(before).any(|(now, before)| *now > 20.0 && *now > 8.0 * before);
            let mark = if grew { "  superlinear" } else { "" };
            println!("{name:42} {bytes:8} {:9.1}{:9.1}{:9.1}{mark}", times[0], times[1], times[2]);
            before = times;
        }
    }
}
