//! The rows of every document equal those of Xen's own `docs/parse-support-md`.
//! After a change of the documents, `scripts/official-rows` rewrites Xen's rows, from a clone of Xen.

mod rows;

#[test]
fn every_row_of_every_document_equals_the_official_one() {
    rows::assert_that_every_row_equals_the_official_one("data", "tests/official");
}
