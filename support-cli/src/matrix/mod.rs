//! The support matrix: features by release, as Xen's `docs/support-matrix-generate` publishes it.
//!
//! [`Matrix::new`] fills the cells from pages and their catalog, as of a day; `html` writes them as HTML, `text` as CSV
//! and Markdown. `signs` has the signs of security support that both show, and `runs` joins neighbouring
//! releases that say the same.

mod cells;
mod html;
mod runs;
mod signs;
mod text;

pub(crate) use cells::{Cell, Column, Matrix, Row, Section, level_name};
pub(crate) use html::write_html;
pub(crate) use runs::{Run, merge_equal_cells};
pub(crate) use text::{write_csv, write_markdown};
