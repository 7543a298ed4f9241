//! What must hold of the reader of Markdown by itself.

use std::ops::Range;
use std::time::{Duration, Instant};
use xen_support_compiler::outline;

type Found = (Range<usize>, String);

/// Checks the blocks of a text, and those of texts that differ from it in nothing that counts.
pub(crate) fn check(text: &str) {
    let [blocks, differences] = outline(text);
    check_spans(text, &blocks);
    for (span, label) in &differences {
        assert!(text.get(span.clone()).is_some(), "{label}: {span:?} is no part of {text:?}");
    }
    if !text.contains('\r') {
        let with_returns = text.replace('\n', "\r\n");
        check_same(text, &[&blocks, &differences], &with_returns);
    }
    if text.ends_with('\n') {
        check_same(text, &[&blocks, &differences], &format!("{text}\n"));
    }
    check_time(text);
}

/// Checks that the blocks are parts of the text, in order, and that nothing but blanks stands between them. Two may share
/// a line, as where a comment ends within one.
fn check_spans(text: &str, blocks: &[Found]) {
    let mut end = 0;
    for (span, kind) in blocks {
        assert!(text.get(span.clone()).is_some(), "{kind} {span:?} is no part of {text:?}");
        let shared = text.get(span.start..end).unwrap_or_default();
        assert!(!shared.contains('\n'), "{kind} {span:?} overlaps the block before in {text:?}");
        let between = text.get(end..span.start).unwrap_or_default();
        assert!(is_blank(between), "{between:?} is in no block of {text:?}");
        end = span.end.max(end);
    }
    assert!(is_blank(&text[end..]), "{:?} is in no block of {text:?}", &text[end..]);
}

fn is_blank(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').chars().all(|c| " \t\r\n".contains(c))
}

/// Checks that the same is found in another form of the text, except for carriage returns.
fn check_same(text: &str, found: &[&Vec<Found>; 2], other: &str) {
    let found_in_other = outline(other);
    for (ours, theirs) in found.iter().zip(&found_in_other) {
        let words =
            |text: &str, (span, words): &Found| (text[span.clone()].replace('\r', ""), words.replace("\\r", ""));
        let ours: Vec<_> = ours.iter().map(|found| words(text, found)).collect();
        let theirs: Vec<_> = theirs.iter().map(|found| words(other, found)).collect();
        let differing = ours.iter().zip(&theirs).find(|(ours, theirs)| ours != theirs);
        assert!(ours == theirs, "{differing:#?} in {text:?} and {other:?}");
    }
}

/// Checks that the time does not grow with the square of the length: a text that is repeated to this length is read in
/// milliseconds if it is linear, and in minutes if it is not.
fn check_time(text: &str) {
    const LENGTH: usize = 1 << 17;
    if text.is_empty() || text.bytes().map(u64::from).sum::<u64>() % 32 != 0 {
        return;
    }
    let long = text.repeat(LENGTH / text.len() + 1);
    let start = Instant::now();
    let _ = outline(&long);
    let took = start.elapsed();
    assert!(took < Duration::from_secs(5), "{took:?} for {} times {text:?}", long.len() / text.len());
}
