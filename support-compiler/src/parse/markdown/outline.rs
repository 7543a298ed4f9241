//! What was found in a text, in a form that does not depend on where it stands: for the fuzz targets.

use super::blocks;
use std::ops::Range;

/// The blocks of a text at the top level, and the places that are told since other readers may read them otherwise: the
/// span of each, and what is there in words.
#[must_use]
pub fn outline(text: &str) -> [Vec<(Range<usize>, String)>; 2] {
    let (blocks, differences) = blocks(text);
    [
        blocks.into_iter().map(|block| (block.span, format!("{:?}", block.kind))).collect(),
        differences.into_iter().map(|difference| (difference.span, difference.label.to_owned())).collect(),
    ]
}
