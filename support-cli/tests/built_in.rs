//! The pages that are built in say what the constant tables of xen-support say.

use xen_support::{DOCUMENTS, Statement};
use xen_support_data::compiler::{Source, check};

#[test]
fn each_page_that_is_built_in_is_the_one_that_the_tables_were_made_of() {
    assert_eq!(DOCUMENTS.len(), Statement::all().len());
    for statement in Statement::all() {
        let (name, text) = DOCUMENTS.iter().find(|(name, _)| *name == statement.file()).unwrap();
        let page = check(&Source::new(*name, *text)).0.unwrap();
        assert_eq!(page.release.version, statement.version());
        assert_eq!(page.features.len(), statement.iter().count());
        for feature in &page.features {
            let status = statement.get(&feature.title, &feature.implementation).unwrap();
            assert_eq!(status.text(), feature.status.text, "{name}: {}", feature.key);
            assert_eq!(status.security(), feature.status.security, "{name}: {}", feature.key);
            let of_tables = xen_support::Feature::find_by_key(&feature.key).unwrap();
            assert_eq!(statement.line(of_tables), Some(feature.line), "{name}: {}", feature.key);
            assert_eq!(of_tables.anchor(), &*feature.anchor);
        }
    }
}
