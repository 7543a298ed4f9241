//! What the command prints: each `snapshots/*.trycmd` holds commands and their output. After a change of either,
//! `scripts/update-snapshots snapshots` writes the output anew.

#[test]
fn every_command_prints_what_is_written_beside_it() {
    trycmd::TestCases::new().case("tests/snapshots/*.trycmd");
}
