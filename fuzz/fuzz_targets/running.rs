//! `running` for libFuzzer.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| xen_support_fuzz::running(bytes));
