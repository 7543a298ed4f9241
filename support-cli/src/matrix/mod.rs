//! The support matrix: features by release, as Xen's `docs/support-matrix-generate` publishes it.
//!
//! [`Matrix::new`] fills the cells from pages and their catalog, as of a day; `html` writes them as HTML, `text` as CSV
//! and Markdown. `signs` has the signs of security support that both show.

mod cells;
mod html;
mod signs;
mod text;

pub(crate) use cells::{Cell, Column, Matrix, Row, level_name};
pub(crate) use html::write_html;
pub(crate) use text::{write_csv, write_markdown};
