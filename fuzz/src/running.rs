//! Which Xen runs: texts and bytes for each of its interfaces, and versions.
//!
//! What is accepted is taken apart here by other means, and each interface must tell what the others do.

use arbitrary::{Result, Unstructured};
use xen_support::{RunningXen, Stage, Statement, Version};

/// What Xen gives where it does not tell its version.
const DENIED: &str = "<denied>";

/// Parts of versions as Xen, its packagers and others write them.
const PARTS: [&str; 36] = [
    "4",
    "17",
    "18",
    "0",
    "3",
    "65535",
    "65536",
    "017",
    ".",
    "-",
    "~",
    "_",
    "+",
    " ",
    "(",
    ")",
    ":",
    "\n",
    "\r",
    "\0",
    "<denied>",
    "unstable",
    "rc",
    "RC2",
    "pre",
    "dev",
    "EOL",
    "xs9",
    "deb12u1",
    ".fc40",
    "g091466ba55",
    "xen,xen-",
    "xen,xenvm-",
    "xen,xen",
    "linux,dummy-virt",
    "é",
];

/// Names of the lines of `xl info`.
const NAMES: [&str; 6] = ["xen_major", "xen_minor", "xen_extra", "xen_version", "xen_caps", "host"];

/// Some parts, one after the other.
fn parts(u: &mut Unstructured<'_>, at_most: usize) -> Result<String> {
    (0..u.int_in_range(0..=at_most)?).map(|_| u.choose(&PARTS).copied()).collect()
}

/// Checks a text made of such parts, and numbers with a text behind them.
pub(crate) fn check_parts(u: &mut Unstructured<'_>) -> Result<()> {
    let (number, extra) = (u.int_in_range(0..=4)? << 16 | u.int_in_range(0..=24)?, parts(u, 6)?);
    check_extra(number, &extra);
    check_extra(u.arbitrary()?, &extra);
    check_text(&parts(u, 8)?);
    check_text(&format!("4.17{extra}"));
    let lines = (0..u.int_in_range(0..=5)?).map(|_| Ok(format!("{} : {}\n", u.choose(&NAMES)?, parts(u, 3)?)));
    check_text(&lines.collect::<Result<String>>()?);
    Ok(())
}

/// Checks a text as a version, as a package's, as what `xl info` prints, and as the property of a device tree.
pub(crate) fn check_text(text: &str) {
    if let Some(version) = Version::parse(text) {
        assert!(is_told_by(text, version), "{text:?} is read as {version}");
        check_version(version);
    }
    if let Some(xen) = RunningXen::from_package(text) {
        check_told(xen, text.split_once(':').map_or(text, |(_epoch, version)| version));
    }
    if let Some(xen) = RunningXen::from_xl_info(text) {
        let value = |name| {
            let lines = text.split('\n').filter_map(|line| line.split_once(':'));
            let mut values =
                lines.filter(|(its_name, _)| its_name.trim_ascii() == name).map(|(_, value)| value.trim_ascii());
            (values.next().unwrap_or_default(), values.count())
        };
        let [version, major, minor, extra] = ["xen_version", "xen_major", "xen_minor", "xen_extra"].map(value);
        assert_eq!([version.1, major.1, minor.1, extra.1], [0; 4], "{text:?}");
        let parts = format!("{}.{}{}", major.0, minor.0, extra.0);
        [version.0, &parts]
            .into_iter()
            .filter(|told| !told.is_empty() && *told != ".")
            .for_each(|told| check_told(xen, told));
    }
    check_device_tree(text.as_bytes());
}

/// Checks that this is the Xen whose whole version is this text.
fn check_told(xen: RunningXen, text: &str) {
    check_running(xen);
    match xen.version() {
        Some(version) => {
            assert!(is_told_by(text, version), "{text:?} is read as {version}");
            assert_eq!(Version::parse(text), Some(version));
        }
        None => assert_eq!(text, format!("{}{DENIED}", xen.branch())),
    }
}

/// Checks the property `compatible`: all strings that name a Xen by its version name this one.
pub(crate) fn check_device_tree(compatible: &[u8]) {
    let Some(xen) = RunningXen::from_device_tree(compatible) else { return };
    check_running(xen);
    assert_eq!(xen.version(), None);
    let strings: Vec<_> = compatible.split(|byte| *byte == 0).map(String::from_utf8_lossy).collect();
    let versions = strings.iter().filter_map(|text| text.strip_prefix("xen,xen-").or(text.strip_prefix("xen,xenvm-")));
    let versions: Vec<&str> = versions.collect();
    assert!(!versions.is_empty() && versions.iter().all(|text| *text == xen.branch().to_string()), "{compatible:?}");
}

/// Checks that all interfaces that give a number and a text behind it tell the same Xen.
pub(crate) fn check_extra(number: u32, extra: &str) {
    let branch = RunningXen::from_number(number);
    check_running(branch);
    assert_eq!(
        (u32::from(branch.branch().major) << 16 | u32::from(branch.branch().minor), branch.version()),
        (number, None)
    );
    let xen = RunningXen::from_hypercalls(number, extra);
    let (major, minor) = (number >> 16, number & 0xffff);
    let told = match extra.as_bytes() {
        [b'0'..=b'9', ..] => None,
        _ if extra == DENIED => Some(None),
        _ => Version::parse(&format!("{major}.{minor}{extra}")).map(Some),
    };
    assert_eq!(xen.map(RunningXen::version), told, "{extra:?}");
    let Some(xen) = xen else { return };
    check_running(xen);
    if let Some(version) = xen.version() {
        assert!(is_told_by(&format!("{major}.{minor}{extra}"), version), "{extra:?} is read as {version}");
    }
    // What reads lines sees neither the blanks around a value nor more than one line.
    if extra == extra.trim() && !extra.contains(['\n', '\r']) {
        let sysfs = RunningXen::from_sysfs(&format!("{major}\n"), &format!("{minor}\n"), &format!("{extra}\n"));
        assert_eq!(sysfs, Some(xen), "{extra:?}");
        let info = format!("xen_major : {major}\nxen_minor : {minor}\nxen_extra : {extra}\n");
        assert_eq!(RunningXen::from_xl_info(&info), Some(xen), "{extra:?}");
        let whole = format!("{info}xen_version : {major}.{minor}{extra}\n");
        assert_eq!(RunningXen::from_xl_info(&whole), Some(xen), "{extra:?}");
    }
}

/// Checks what holds of any Xen: its statement is that of its branch, and of no other stage than it told.
fn check_running(xen: RunningXen) {
    let branch = xen.branch();
    assert_eq!((branch.point, branch.stage), (None, Stage::Release));
    let statement = Statement::for_running(xen).map(Statement::version);
    match xen.version() {
        Some(version) => {
            assert_eq!((version.major, version.minor), (branch.major, branch.minor));
            assert!(statement.is_none_or(|statement| statement == version.branch()), "{xen:?} by {statement:?}");
            check_version(version);
            let package = RunningXen::from_package(&version.to_string());
            assert_eq!(package, Some(xen), "{version}");
        }
        None => assert!(
            statement.is_none_or(|statement| (statement.major, statement.minor) == (branch.major, branch.minor)),
            "{xen:?} by {statement:?}"
        ),
    }
}

/// Checks that a version prints as a text that is read as the same.
fn check_version(version: Version) {
    assert_eq!(Version::parse(&version.to_string()), Some(version));
    assert_eq!(version.branch().branch(), version.branch());
    assert_eq!(version.branch().point, None);
}

/// Whether a text may be read as this version: it begins with the numbers, and is no release if it says that it is none.
fn is_told_by(text: &str, version: Version) -> bool {
    let Version { major, minor, point, stage, .. } = version;
    let Some(rest) = text.strip_prefix(&format!("{major}.{minor}")) else { return false };
    let has_point = point.is_none_or(|point| rest.starts_with(&format!(".{point}")));
    has_point && !rest.starts_with(|c: char| c.is_ascii_digit()) && !(stage == Stage::Release && says_unreleased(rest))
}

/// Whether one of the words, which are runs of letters, begins with what unreleased versions have.
fn says_unreleased(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let mut words = text.split(|c: char| !c.is_ascii_alphabetic());
    words.any(|word| ["unstable", "rc", "pre"].iter().any(|start| word.starts_with(start)))
}
