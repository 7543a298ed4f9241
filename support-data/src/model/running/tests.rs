//! What each interface tells, as real ones write it, and nearly.

use super::RunningXen;
use crate::model::Version;

/// The version that is told, or the branch in brackets if none is; `none` if this is no Xen.
fn told(xen: Option<RunningXen>) -> String {
    match xen.map(|xen| (xen.branch(), xen.version())) {
        None => "none".to_owned(),
        Some((branch, None)) => format!("[{branch}]"),
        Some((branch, Some(version))) => {
            assert_eq!((branch.major, branch.minor), (version.major, version.minor));
            version.to_string()
        }
    }
}

#[test]
fn a_number_holds_major_and_minor() {
    assert_eq!(told(Some(RunningXen::from_number(0x0004_0011))), "[4.17]");
    assert_eq!(RunningXen::from_number(u32::MAX).branch(), Version::new(u16::MAX, u16::MAX));
}

#[test]
fn what_follows_the_number_tells_the_stage_and_the_point_release() {
    for (extra, version) in [
        (".3", "4.17.3"),
        (".0", "4.17.0"),
        (".7-pre", "4.17.7-pre"),
        ("-unstable", "4.17-unstable"),
        (".0-rc", "4.17-rc"),
        ("", "4.17"),
        (".5-xs9", "4.17.5"),
        ("<denied>", "[4.17]"),
        ("<denied", "none"),
        ("-foo", "none"),
        ("x", "none"),
        ("5", "none"),
        ("5-unstable", "none"),
        (".3\n", "none"),
    ] {
        assert_eq!(told(RunningXen::from_hypercalls(0x0004_0011, extra)), version, "{extra}");
    }
}

#[test]
fn linux_has_the_version_in_three_files() {
    for (files, version) in [
        (["4\n", "17\n", ".3\n"], "4.17.3"),
        (["4", "17", ".3"], "4.17.3"),
        (["4\n", "17\n", "<denied>\n"], "[4.17]"),
        (["4\n", "17\n", "\n"], "4.17"),
        (["4\n\n", "17\n", ".3\n"], "none"),
        (["4", "17 ", ".3"], "none"),
        (["4", "017", ".3"], "none"),
        (["", "17", ".3"], "none"),
        (["-4", "17", ".3"], "none"),
        (["4", "65536", ".3"], "none"),
    ] {
        let [major, minor, extra] = files;
        assert_eq!(told(RunningXen::from_sysfs(major, minor, extra)), version, "{files:?}");
    }
}

#[test]
fn a_device_tree_names_the_branch_among_what_it_is_compatible_with() {
    for (compatible, version) in [
        ("xen,xen-4.17\0xen,xen\0", "[4.17]"),
        ("xen,xenvm-4.18\0xen,xenvm\0", "[4.18]"),
        ("linux,dummy\0xen,xenvm-4.18", "[4.18]"),
        ("xen,xen-4.17\0xen,xen-4.17\0", "[4.17]"),
        ("xen,xen-4.17\0xen,xenvm-4.18\0", "none"),
        ("xen,xen-4.17.1\0", "none"),
        ("xen,xen-4\0", "none"),
        ("xen,xen-\0", "none"),
        ("xen,xen\0", "none"),
        ("XEN,xen-4.17\0", "none"),
        ("a xen,xen-4.17\0", "none"),
        ("", "none"),
        ("\0\0", "none"),
    ] {
        assert_eq!(told(RunningXen::from_device_tree(compatible.as_bytes())), version, "{compatible:?}");
    }
}

#[test]
fn xl_info_has_the_version_in_parts_and_as_a_whole() {
    let parts = "host   : a\nxen_major              : 4\nxen_minor : 17\nxen_extra              : .3-pre\n";
    for (text, version) in [
        (parts.to_owned(), "4.17.3-pre"),
        (format!("{parts}xen_version            : 4.17.3-pre\nxen_caps : xen-3.0-x86_64 \n"), "4.17.3-pre"),
        (format!("{parts}xen_version : 4.17.3\n"), "none"),
        (format!("{parts}xen_version : what\n"), "none"),
        (format!("{parts}xen_minor : 17\n"), "none"),
        (format!("{parts}not_xen_minor : 18\nxen_minor\n"), "4.17.3-pre"),
        ("xen_version : 4.17.3\r\n".to_owned(), "4.17.3"),
        ("xen_version : 4.17<denied>\n".to_owned(), "[4.17]"),
        ("xen_major : 4\nxen_minor : 17\n".to_owned(), "none"),
        ("xen_major : 4\nxen_minor : 17\nxen_extra :\n".to_owned(), "4.17"),
        (String::new(), "none"),
    ] {
        assert_eq!(told(RunningXen::from_xl_info(&text)), version, "{text}");
    }
}

#[test]
fn packages_have_the_version_and_more_behind_it() {
    for (package, version) in [
        ("4.17.5+72-g01140da4e8-1", "4.17.5"),
        ("4.17.3+10-g091466ba55-1~deb12u1", "4.17.3"),
        ("4.20.0~rc3-1", "4.20-rc"),
        ("4.18.3-2.fc40", "4.18.3"),
        ("1:4.18.3-2.fc40", "4.18.3"),
        ("4.11.4+107-gef32c7afa2-1", "4.11.4"),
        ("4.16.6-r0", "4.16.6"),
        ("4.18.3_02-5.fc40", "4.18.3"),
        ("4.19-1", "4.19"),
        ("a:4.18.3-2", "none"),
        (":4.18.3-2", "none"),
        ("xen-4.18.3-2", "none"),
        ("4", "none"),
        ("", "none"),
    ] {
        assert_eq!(told(RunningXen::from_package(package)), version, "{package}");
    }
}
