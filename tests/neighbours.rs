//! Compares neighbouring releases. If one grants something that the releases before and after it both withhold, its
//! document is probably wrong, or older than theirs.

use std::collections::BTreeSet;
use xen_support::{Feature, Stage, Statement, XEN_4_10, XEN_4_11, XEN_4_12, statement_for};

/// The cases in which the document is right: release, key, and the reason that Xen's repository gives.
const JUSTIFIED: &[(&str, &str, &str)] = &[(
    "4.18-unstable",
    "super-page-support--x86-hvmpvh-shadow-2mib",
    "The page is master's of 2023-05-12. XSA-495 took security support away from shadow paging on 2026-07-28, on the branches \
     that still had it (05e373691b on stable-4.17, 039ac56d18 on stable-4.18), and not on what was master years before.",
)];

/// A release, and the key of a feature. All three releases list the feature, and this one grants more than both
/// neighbours.
type Outlier = (&'static str, &'static str);

/// All outliers among these releases, in this order.
fn outliers(statements: &[Statement]) -> BTreeSet<Outlier> {
    let mut outliers = BTreeSet::new();
    for three in statements.windows(3) {
        let [before, statement, after] = [three[0], three[1], three[2]];
        for feature in Feature::all().filter(|feature| three.iter().all(|it| it.status(*feature).is_some())) {
            if !before.is_no_worse(feature, statement) && !after.is_no_worse(feature, statement) {
                outliers.insert((statement.release().version_text, feature.key()));
            }
        }
    }
    outliers
}

/// Whether the statement is for an unstable branch or a release candidate of a release that has a statement too.
fn is_superseded(statement: Statement) -> bool {
    let version = statement.version();
    version.stage != Stage::Release && statement_for(version.at(Stage::Release)).is_some()
}

#[test]
fn no_release_grants_what_both_its_neighbours_withhold() {
    let all: Vec<Statement> = Statement::all().iter().collect();
    // The page of an unstable branch grants much the same as the release that it became, so either would hide the
    // other.
    let current: Vec<Statement> = all.iter().copied().filter(|statement| !is_superseded(*statement)).collect();
    let justified: BTreeSet<Outlier> = JUSTIFIED.iter().map(|(release, key, _)| (*release, *key)).collect();
    assert_eq!(&outliers(&all) | &outliers(&current), justified);
}

#[test]
fn a_release_that_grants_what_both_its_neighbours_withhold_is_found() {
    // This happened to 4.14, between 4.13 and 4.15: its document was older than theirs.
    let outliers = outliers(&[XEN_4_11, XEN_4_10, XEN_4_12]);
    assert!(outliers.contains(&("4.10", "iommu--arm-smmuv1")), "{outliers:?}");
}
