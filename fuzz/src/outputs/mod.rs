//! What must hold of everything that the command writes about a page: each format is read back by a library that others
//! read it with, and must say what the page does. What goes to a terminal has no character that it would obey.
//!
//! The command runs in this process, by its library. `json` is compared with the page itself, the other formats with JSON.

mod csv;
mod html;
mod json;
mod markdown;
mod text;

use serde_json::Value;
use std::cell::RefCell;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use xen_support_cli::{Exit, Stream, Streams, run};
use xen_support_compiler::is_invisible;

/// The day on which everything is judged.
const DAY: &str = "2026-08-20";

/// Checks what one of the commands says of two pages. The pages themselves choose which, so that an input that fails does so
/// again.
pub(crate) fn check(pages: [&str; 2]) {
    let mut hasher = DefaultHasher::new();
    pages.hash(&mut hasher);
    let files = Files::new(pages);
    let [page, other] = files.names();
    match hasher.finish() % 8 {
        0 => check_check(pages[0], page, other),
        1 => {
            run_data(&["rows", page]);
            run_data(&["codegen", page]);
        }
        2 | 3 => check_status(pages[0], page),
        4 | 5 => check_matrix(page, &format!("Other={other}")),
        6 => check_diff(page, other),
        _ => check_find(page, other),
    }
}

fn check_check(text: &str, page: &str, other: &str) {
    json::check_diagnostics(text, run_json(&["check", page, "--format", "json"]).as_ref());
    run_json(&["check", page, other, "--format", "json"]);
    run_text(&["check", page, other]);
}

fn check_status(text: &str, page: &str) {
    let Some(status) = answer("status", &[page]) else { return };
    json::check_status(text, &status.json);
    csv::check_status(&status);
    markdown::check_status(&status);
    text::check_status(&status);
}

fn check_matrix(page: &str, other: &str) {
    let Some(matrix) = answer("matrix", &[page, other]) else { return };
    csv::check_matrix(&matrix);
    markdown::check_matrix(&matrix);
    html::check_matrix(&matrix);
}

fn check_diff(page: &str, other: &str) {
    let Some(diff) = answer("diff", &[page, other]) else { return };
    csv::check_diff(&diff);
    markdown::check_table(&diff.markdown);
}

fn check_find(page: &str, other: &str) {
    let Some(found) = answer("find", &["e", "--in", page, &format!("Other={other}")]) else { return };
    csv::check_any(&found);
    markdown::check_table(&found.markdown);
}

/// What a command says in each format.
struct Answer {
    json: Value,
    csv: String,
    raw_csv: String,
    markdown: String,
    /// HTML for `matrix`, text for all others.
    shown: String,
}

/// Runs a command in each of its formats; `None` if it refuses the pages, which then it does in each.
fn answer(command: &str, arguments: &[&str]) -> Option<Answer> {
    let shown = if command == "matrix" { "html" } else { "text" };
    let outputs = ["json", "csv", "raw-csv", "markdown", shown].map(|format| {
        let words = [&[command], arguments, &["--on", DAY, "--format", format]].concat();
        match format {
            "json" => (run_json(&words), String::new()),
            "text" => (None, run_text(&words)),
            _ => (None, run_data(&words)),
        }
    });
    let [(json, _), (_, csv), (_, raw_csv), (_, markdown), (_, shown)] = outputs;
    let is_refused = [&csv, &raw_csv, &markdown, &shown].map(String::is_empty);
    assert!(is_refused == [json.is_none(); 4], "{command} refuses some formats alone: {is_refused:?}");
    Some(Answer { json: json?, csv, raw_csv, markdown, shown })
}

/// Runs a command, and checks what holds for any: the exit code is one that is documented, and what is on a terminal has
/// nothing that it would obey, as has standard error. Returns what goes to a file, and what goes to a terminal.
fn run_both(line: &[&str]) -> [String; 2] {
    let runs = [false, true].map(|is_terminal| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let streams = Streams {
            input: &mut std::io::empty(),
            out: Stream { writer: &mut out, is_terminal, has_colors: false },
            err: Stream { writer: &mut err, is_terminal, has_colors: false },
        };
        let exit = run(["xen-support"].iter().chain(line).map(Into::into), streams);
        let [out, err] = [out, err].map(|bytes| String::from_utf8(bytes).expect("what is written is UTF-8"));
        must_have_nothing_obeyed(&err);
        if is_terminal {
            must_have_nothing_obeyed(&out);
        }
        (exit, out)
    });
    let [(exit, file), (exit_on_terminal, terminal)] = runs;
    assert_eq!(exit, exit_on_terminal, "{line:?}");
    assert!(matches!(exit, Exit::Success | Exit::Failure | Exit::BadArgument), "{line:?} ends with {exit:?}");
    [file, terminal]
}

fn must_have_nothing_obeyed(text: &str) {
    let obeyed = text.lines().find(|line| line.contains(|c: char| is_invisible(c) && c != '\t'));
    assert!(obeyed.is_none(), "{obeyed:?} goes to a terminal");
}

/// The output for people, which is the same everywhere.
fn run_text(line: &[&str]) -> String {
    let [file, terminal] = run_both(line);
    assert_eq!(file, terminal, "{line:?}");
    file
}

/// The output for programs, as it goes to a file.
fn run_data(line: &[&str]) -> String {
    let [file, _] = run_both(line);
    file
}

/// The output as JSON, one value or a line for each; `None` if there is none. It is the same everywhere, and safe to show.
fn run_json(line: &[&str]) -> Option<Value> {
    let text = run_text(line);
    must_have_nothing_obeyed(&text);
    if line[0] == "check" {
        let values = text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON"));
        return Some(Value::Array(values.collect()));
    }
    (!text.is_empty()).then(|| serde_json::from_str(&text).expect("JSON"))
}

/// Two pages in files of this thread.
struct Files([PathBuf; 2]);

thread_local! {
    /// A folder that goes with the thread.
    static FOLDER: RefCell<Option<Folder>> = const { RefCell::new(None) };
}

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Files {
    fn new(texts: [&str; 2]) -> Self {
        let folder = FOLDER.with_borrow_mut(|folder| folder.get_or_insert_with(Folder::new).0.clone());
        let paths = ["one.md", "two.md"].map(|name| folder.join(name));
        for (path, text) in paths.iter().zip(texts) {
            fs::write(path, text).expect("the folder for temporary files can be written to");
        }
        Self(paths)
    }

    fn names(&self) -> [&str; 2] {
        self.0.each_ref().map(|path| path.to_str().expect("the folder for temporary files has a plain name"))
    }
}

impl Folder {
    fn new() -> Self {
        let thread = format!("{:?}", std::thread::current().id()).replace(|c: char| !c.is_ascii_alphanumeric(), "");
        let folder = std::env::temp_dir().join(format!("xen-support-fuzz-{}-{thread}", std::process::id()));
        fs::create_dir_all(&folder).expect("the folder for temporary files can be written to");
        Self(folder)
    }
}

/// The string at a key of an object; empty for null.
fn string<'v>(value: &'v Value, key: &str) -> &'v str {
    let value = value.get(key).unwrap_or_else(|| panic!("{key} is missing in {value}"));
    if value.is_null() { "" } else { value.as_str().unwrap_or_else(|| panic!("{key} is no string: {value}")) }
}

/// The items of the list at a key of an object.
fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("{key} is no list: {value}"))
}

/// A feature's name: the title, and the implementation if there is one.
fn feature_name(feature: &Value) -> String {
    let [title, implementation] = ["title", "implementation"].map(|key| string(feature, key));
    if implementation.is_empty() { title.to_owned() } else { format!("{title}, {implementation}") }
}

/// The features of a matrix, each with its section.
fn features_by_section(matrix: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let features = |section| list(section, "features").iter().map(|feature| (string(section, "heading"), feature));
    list(matrix, "sections").iter().flat_map(features)
}
