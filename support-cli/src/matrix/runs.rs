//! Runs: neighbouring releases that say the same of a feature. A page that was given a name is a run of its own.

use super::cells::{Cell, Column, Row};

/// Neighbouring releases, newest first, and what they say of a feature.
pub(crate) struct Run<'m> {
    pub(crate) releases: &'m [Column<'m>],
    cells: &'m [Option<Cell<'m>>],
    /// Whether the range reads `since 4.19`: the run reaches the newest release of all, but not the oldest.
    is_since: bool,
}

/// The cells of a row from left to right, with neighbours that look the same merged into one run.
pub(crate) fn merge_equal_cells<'m>(releases: &'m [Column<'m>], row: &'m Row<'m>) -> Vec<Run<'m>> {
    let look = |cell: &Cell<'m>| (cell.status, cell.security, cell.beside);
    split_into_runs(releases, row, |newer, older| newer.map(look) == older.map(look))
}

/// The runs of releases in which a feature has the same status text, oldest first.
pub(crate) fn status_history<'m>(releases: &'m [Column<'m>], row: &'m Row<'m>) -> Vec<Run<'m>> {
    let status = |cell: &Cell<'m>| cell.status;
    let mut runs = split_into_runs(releases, row, |newer, older| newer.map(status) == older.map(status));
    runs.reverse();
    runs
}

fn split_into_runs<'m>(
    releases: &'m [Column<'m>],
    row: &'m Row<'m>,
    same: impl Fn(Option<&Cell<'m>>, Option<&Cell<'m>>) -> bool,
) -> Vec<Run<'m>> {
    let mut rest = releases;
    let mut number = 0;
    let chunks = row.cells.chunk_by(move |newer, older| {
        number += 1;
        let is_apart = releases[number - 1..=number].iter().any(|release| release.is_apart);
        !is_apart && same(newer.as_ref(), older.as_ref())
    });
    let run = |cells: &'m [Option<Cell<'m>>]| {
        let newer = &releases[..releases.len() - rest.len()];
        let (here, older) = rest.split_at(cells.len());
        rest = older;
        let is_apart = |some: &[Column<'_>]| some.iter().all(|release| release.is_apart);
        Run { releases: here, cells, is_since: is_apart(newer) && !is_apart(here) && !is_apart(older) }
    };
    chunks.map(run).collect()
}

/// Whether a feature's status differs between two pages that list it, or one of them does not.
pub(crate) fn differs(row: &Row<'_>) -> bool {
    let status = |cell: usize| row.cells[cell].as_ref().map(|cell| cell.status);
    (1..row.cells.len()).any(|cell| status(cell - 1) != status(cell))
}

impl<'m> Run<'m> {
    /// What the releases say; `None` if they do not list the feature.
    pub(crate) fn cell(&self) -> Option<&'m Cell<'m>> {
        self.cells[0].as_ref()
    }

    /// The releases that list the feature, each with what it says.
    pub(crate) fn listed(&self) -> impl Iterator<Item = (&'m Column<'m>, &'m Cell<'m>)> {
        self.releases.iter().zip(self.cells).filter_map(|(release, cell)| Some((release, cell.as_ref()?)))
    }

    /// Those of the releases that have caveats.
    pub(crate) fn caveats(&self) -> impl Iterator<Item = (&'m Column<'m>, &'m Cell<'m>)> {
        self.listed().filter(|(_, cell)| cell.beside.has_caveats())
    }

    /// `4.10 – 4.18`, `4.14`, `since 4.19`.
    pub(crate) fn range(&self) -> String {
        match self.releases {
            [.., oldest] if self.is_since => format!("since {}", oldest.name),
            [only] => only.name.to_owned(),
            [newest, .., oldest] => format!("{} – {}", oldest.name, newest.name),
            [] => String::new(),
        }
    }
}
