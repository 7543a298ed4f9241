//! What the command prints: each `snapshots/*.trycmd` holds commands and their output. When the output has changed,
//! `scripts/update-snapshots snapshots` writes it anew.

#[test]
fn every_command_prints_what_is_written_beside_it() {
    trycmd::TestCases::new().case("tests/snapshots/*.trycmd");
}
