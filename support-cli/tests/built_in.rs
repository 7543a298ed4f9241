//! The built-in pages say the same as the constant tables of xen-support.

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::process::Command;
use xen_support::{DOCUMENTS, Date, Feature, Requirement, Statement, XEN_4_13, XEN_4_20};
use xen_support_compiler::{PageName, ParsedStatement, Source};

/// The statement of the page that a statement of the tables was compiled from.
fn read(statement: Statement) -> ParsedStatement {
    let (name, text) = DOCUMENTS.iter().find(|(name, _)| *name == statement.file()).unwrap();
    ParsedStatement::parse(&Source::new(*name, *text)).0.unwrap()
}

/// A requirement of each grade, and with each clause.
fn requirements() -> Vec<Requirement> {
    let texts = [
        "experimental",
        "tech_preview",
        "supported",
        "supported up to 12 TiB",
        "security_supported",
        "security_supported up to 8 TiB",
        "security_supported up to 300",
        "security_supported with caveats",
        "security_supported by anyone",
        "security_supported unconditionally",
        "security_supported unconditionally regardless of dates",
        "security_supported through 2028-01-01",
        "security_supported through 2016-01-01",
        "security_supported regardless of dates",
    ];
    texts.map(|text| text.parse().unwrap()).into()
}

#[test]
fn a_page_grants_on_each_day_what_the_tables_do() {
    let days = ["2016-01-01", "2022-01-01", "2026-11-25", "2040-01-01"].map(|day| Date::parse(day).unwrap());
    for statement in Statement::all() {
        let page = read(statement);
        for feature in &page.features {
            let of_tables = Feature::find_by_key(&feature.key).unwrap();
            for requirement in requirements() {
                for day in days {
                    assert_eq!(
                        page.satisfies_on(feature, requirement, day),
                        statement.satisfies_on(of_tables, requirement, day),
                        "{}: {requirement} on {day}",
                        feature.key
                    );
                }
            }
        }
    }
}

#[test]
fn what_a_page_does_not_grant_is_refused_in_the_words_of_a_failed_check() {
    // One release of each kind: alive, ended, and not out.
    let newest = Statement::all().iter().next_back().unwrap();
    for statement in [XEN_4_20, XEN_4_13, newest] {
        let page = read(statement);
        let name = format!("Xen {}", statement.version());
        for feature in &page.features {
            let of_tables = Feature::find_by_key(&feature.key).unwrap();
            let link = statement.link(of_tables).map(|link| link.to_string());
            for requirement in requirements() {
                let page_name = PageName { release: &name, link: link.as_deref() };
                let refusal = page.refusal_on(feature, requirement, Statement::AS_OF, page_name);
                let check = catch_unwind(|| statement.require(of_tables, requirement));
                let message = check.err().map(|panic| *panic.downcast::<String>().unwrap());
                assert_eq!(refusal.map(|refusal| refusal.to_string()), message);
            }
        }
    }
}

#[test]
fn each_page_that_is_built_in_is_the_one_that_the_tables_were_made_of() {
    assert_eq!(DOCUMENTS.len(), Statement::COUNT);
    for statement in Statement::all() {
        let (name, page) = (statement.file(), read(statement));
        assert_eq!(page.release.version, Some(statement.version()));
        assert_eq!(page.features.len(), statement.iter().count());
        for feature in &page.features {
            let status = statement.get(&feature.heading.title, &feature.implementation).unwrap();
            assert_eq!(status.text(), feature.status.text, "{name}: {}", feature.key);
            assert_eq!(status.security(), feature.status.security, "{name}: {}", feature.key);
            let of_tables = xen_support::Feature::find_by_key(&feature.key).unwrap();
            assert_eq!(statement.line(of_tables), Some(feature.line), "{name}: {}", feature.key);
            assert_eq!(of_tables.anchor(), &*feature.heading.anchor);
        }
    }
}

#[test]
fn rows_are_byte_for_byte_what_xens_own_tool_prints() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/official");
    for statement in Statement::all() {
        let release = statement.release().version_text;
        let output = Command::new(env!("CARGO_BIN_EXE_xen-support")).args(["rows", release]).output().unwrap();
        assert!(output.status.success());
        assert!(output.stdout == fs::read(folder.join(format!("{release}.tsv"))).unwrap(), "{release}");
    }
}
