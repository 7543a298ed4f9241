//! The rows that Xen's `docs/parse-support-md` prints for a document, and where it gives up.

use crate::diagnostic::{Problem, Report, problem};
use crate::official::{self, Cause, Death, Row};
use crate::parse::document::Document;
use crate::parse::fragment::code_line;
use std::collections::HashSet;
use std::ops::Range;

/// Reads the document as Xen's own tool does. Reports where the tool gives up, unless it was reported already that this
/// line or heading is malformed.
pub(super) fn read(document: &Document<'_>, report: &mut Report<'_>) -> Vec<Row> {
    let reading = official::read(&document.blocks);
    let reported = report.lines_with(|problem| IMPLY_IT.contains(&problem));
    // A block with a malformed line is reported once.
    let mut malformed = None;
    for death in &reading.deaths {
        if death.cause == Cause::Line && malformed.replace(death.block) == Some(death.block) {
            continue;
        }
        let place = place(document, report.source().text(), death);
        if !is_reported(&reported, report, death, &place, document) {
            report_death(document, report, death, place);
        }
    }
    reading.rows
}

/// The problems that say of a heading or a line that it is malformed, so that it is no news that the tool gives up.
static IMPLY_IT: [&Problem; 13] = [
    &problem::HEADING_LEVEL_SKIPPED,
    &problem::HEADING_EMPTY,
    &problem::NOT_A_FRAGMENT,
    &problem::FRAGMENT_KEY,
    &problem::FRAGMENT_INDENT,
    &problem::FRAGMENT_IMPLEMENTATION,
    &problem::FRAGMENT_VALUE,
    &problem::VALUE_WRAPPED,
    &problem::STATUS_BEFORE_HEADING,
    &problem::RELEASE_KEY_MISSING,
    &problem::RELEASE_LINE,
    &problem::RELEASE_SUPPORT_TWICE,
    &problem::LABEL_LINE,
];

fn is_reported(
    reported: &HashSet<u32>,
    report: &Report<'_>,
    death: &Death,
    place: &Range<usize>,
    document: &Document<'_>,
) -> bool {
    let is_at = |at: usize| reported.contains(&report.source().line(at));
    match death.cause {
        Cause::UnknownBlock(_) => false,
        Cause::BeforeHeading => is_at(document.block_spans[death.block].start),
        _ => is_at(place.start),
    }
}

/// What to mark: the line, or the block.
fn place(document: &Document<'_>, text: &str, death: &Death) -> Range<usize> {
    let block = document.block_spans[death.block].clone();
    match death.line {
        Some(line) => code_line(text, block, line),
        None => block,
    }
}

fn report_death(document: &Document<'_>, report: &mut Report<'_>, death: &Death, place: Range<usize>) {
    let label = death.cause.to_string();
    match death.at {
        Some(at) => {
            let fragment = (document.block_spans[at].clone(), "here it gives up");
            report.add_with_related(&problem::NO_SUPPORT_MATRIX, (place, label), fragment);
        }
        None => report.add(&problem::NO_SUPPORT_MATRIX, place, label),
    }
}
