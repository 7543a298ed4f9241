//! The matrix as one HTML page, which loads nothing from elsewhere, and can be read without its script.

use super::cells::{Column, Matrix, Row, Section};
use super::runs::{Run, differs, merge_equal_cells, status_history};
use super::signs::{SECURITY, meaning, sign};
use crate::beside::marks;
use crate::error::Error;
use base64::prelude::{BASE64_STANDARD, Engine};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::io::Write;
use xen_support_data::{Date, Security};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Writes the page. The ids of features are the keys by which Xen's own matrix knows them; all other ids begin with
/// a colon, as no key does.
pub(crate) fn write_html(out: &mut dyn Write, matrix: &Matrix<'_>) -> Result<(), Error> {
    // HTML does not have this character.
    Ok(writeln!(out, "{}", render_page(matrix).into_string().replace('\0', "\u{fffd}"))?)
}

fn render_page(matrix: &Matrix<'_>) -> Markup {
    let style = format!(":root {{ --releases: {} }}\n{STYLE}", matrix.releases.len());
    let ids = section_ids(&matrix.sections);
    html! {
        (DOCTYPE) "\n"
        html lang="en" {
            head { "\n"
                meta charset="utf-8"; "\n"
                meta http-equiv="Content-Security-Policy" content=(content_security_policy(&style, SCRIPT)); "\n"
                meta name="viewport" content="width=device-width, initial-scale=1"; "\n"
                meta name="color-scheme" content="light dark"; "\n"
                meta name="generator" content="xen-support"; "\n"
                // Without this, browsers ask the server for an icon.
                link rel="icon" href="data:,"; "\n"
                title { "Xen support matrix" } "\n"
                style { (PreEscaped(&style)) } "\n"
            } "\n"
            body { "\n"
                a.skip href="#:matrix" { "Skip to the matrix" } "\n"
                header { "\n" (introduction(&matrix.on)) } "\n"
                main { "\n"
                    (controls(&matrix.sections, &ids))
                    (table(matrix, &ids))
                } "\n"
                script { (PreEscaped(SCRIPT)) } "\n"
            } "\n"
        }
    }
}

/// Forbids to load anything, and to run or apply anything except the page's own script and style.
fn content_security_policy(style: &str, script: &str) -> String {
    let hash = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text));
    format!(
        "default-src 'none'; img-src data:; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(style),
        hash(script),
    )
}

/// An id for each section, from its heading.
fn section_ids(sections: &[Section<'_>]) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut id = |section: &Section<'_>| {
        let words = section.heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut id = format!(":section:{}", words.collect::<Vec<_>>().join("-").to_lowercase());
        while !taken.insert(id.clone()) {
            id.push('-');
        }
        id
    };
    sections.iter().map(&mut id).collect()
}

fn introduction(on: &str) -> Markup {
    html! {
        h1 { "Xen support matrix" } "\n"
        p {
            "What the " code { "SUPPORT.md" } " of each release says of each feature, and whether it is security supported "
            "on " time { (on) } ". "
            "Where a release has caveats, " span.nowrap { "[*]" } " leads to them; " span.nowrap { "[!]" }
            " says that less is granted to other implementations, " span.nowrap { "[#]" }
            " that the section has prose of its own, and " span.nowrap { "[+]" }
            " that the description speaks of security. "
            "A feature’s name opens its history."
        } "\n"
        ul.legend aria-label="Signs and colours" {
            @for security in SECURITY {
                li class=(security) { span aria-hidden="true" { (sign_in_html(security)) } " " (meaning(security)) }
            }
        } "\n"
    }
}

/// The filter and the list of sections. The filter is hidden until the script, without which it does nothing, shows it.
fn controls(sections: &[Section<'_>], ids: &[String]) -> Markup {
    html! {
        div.controls {
            form role="search" hidden {
                label {
                    span { "Filter" }
                    input type="search" name="filter" placeholder="Feature or section" aria-keyshortcuts="/"
                        autocomplete="off" spellcheck="false" title="Press / to come here, Escape to clear";
                    kbd.wide aria-hidden="true" { "/" }
                }
                label { input type="checkbox" name="changes"; " Changes only" }
                output role="status" {}
            }
            nav aria-label="Sections" {
                details {
                    summary { "Sections" }
                    ul {
                        @for (section, id) in sections.iter().zip(ids) {
                            li { a href={ "#" (id) } { (section.heading) } }
                        }
                    }
                }
            }
        } "\n"
    }
}

fn table(matrix: &Matrix<'_>, ids: &[String]) -> Markup {
    html! {
        div.matrix id=":matrix" role="region" aria-labelledby=":caption" tabindex="0" {
            table { "\n"
                caption id=":caption" { "Features by release, the newest first" } "\n"
                colgroup { col.feature; col span=(matrix.releases.len()); } "\n"
                thead { (head(&matrix.releases)) } "\n"
                @for (section, id) in matrix.sections.iter().zip(ids) {
                    tbody id=(id) { "\n"
                        tr {
                            th scope="rowgroup" colspan=(matrix.releases.len() + 1) { span { (section.heading) } }
                        } "\n"
                        @for row in &section.features { (feature_row(&matrix.releases, row)) "\n" }
                    } "\n"
                }
            }
        } "\n"
    }
}

/// The releases, and below each what its Release Support says.
fn head(releases: &[Column<'_>]) -> Markup {
    html! {
        "\n"
        tr {
            th scope="col" { span.wide { "Feature" } span.narrow { "Release" } }
            @for release in releases {
                th scope="col" {
                    (link(release.url.as_deref(), html! { (release.name) }))
                    " " small title="Security support" { (release.life) }
                }
            }
        } "\n"
        @for (number, name) in Column::DATES.into_iter().enumerate() {
            tr {
                th scope="row" { (name) }
                @for release in releases { td { (date(release.dates()[number])) } }
            } "\n"
        }
        tr {
            th scope="row" { "Release Notes" }
            @for release in releases {
                td {
                    @if let Some(notes) = release.release_notes.filter(|notes| is_web_address(notes)) {
                        a href=(notes) aria-label={ "Notes on " (release.name) } { "Notes" }
                    } @else { "–" }
                }
            }
        } "\n"
    }
}

/// A date of a release. A day is marked as such, for the script.
fn date(text: &str) -> Markup {
    match Date::parse(text) {
        Some(_) => html! { time { (text) } },
        None => html! { (text) },
    }
}

/// Whether an address is a link for a browser, and not, for example, a script.
fn is_web_address(address: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme))
}

fn link(address: Option<&str>, text: Markup) -> Markup {
    match address {
        Some(address) => html! { a href=(address) { (text) } },
        None => text,
    }
}

fn feature_row(releases: &[Column<'_>], row: &Row<'_>) -> Markup {
    let history = status_history(releases, row);
    html! {
        tr id=(row.key) data-changed[differs(row)] {
            th scope="row" {
                details {
                    summary { (name(row)) }
                    (row_details(row, &history))
                }
            }
            @for run in merge_equal_cells(releases, row) { (cell(row, &run)) }
        }
    }
}

/// [`Row::name`], with the implementation set off.
fn name(row: &Row<'_>) -> Markup {
    html! {
        (row.title)
        @if !row.implementation.is_empty() { ", " span.implementation { (row.implementation) } }
    }
}

fn cell(row: &Row<'_>, run: &Run<'_>) -> Markup {
    let span = (run.releases.len() > 1).then_some(run.releases.len());
    let Some(cell) = run.cell() else {
        return html! { td.none colspan=[span] { span.unseen { "not listed" } } };
    };
    let meaning = meaning(cell.security);
    html! {
        td class=(cell.security) colspan=[span] {
            div {
                span.range { (run.range()) " " }
                span.sign role="img" aria-label=(meaning) title=(meaning) { (sign_in_html(cell.security)) } " "
                span.status { (cell.status) @if !cell.understood { " (not understood)" } }
                @if let Some((release, cell)) = run.caveats().next() {
                    " "
                    a.caveats href=(cell.link.clone().unwrap_or_else(|| format!("#{}", row.key)))
                        title={ "Caveats in " (release.name) }
                        aria-label={ "[*] Caveats of " (row.name()) " in " (release.name) } { "[*]" }
                }
                // The mark of caveats is the link above.
                @for mark in marks(cell.beside).filter(|mark| mark.text != "[*]") {
                    " " abbr title=(mark.meaning) { (mark.text) }
                }
            }
        }
    }
}

/// The sign, as browsers show it. The variation selector keeps them from showing an emoji.
fn sign_in_html(security: Security) -> Markup {
    html! { (sign(security)) @if security == Security::External { "\u{fe0e}" } }
}

/// What opens below a feature's name: its history, oldest first, with the caveats of each release.
fn row_details(row: &Row<'_>, history: &[Run<'_>]) -> Markup {
    html! {
        ol {
            @for run in history.iter().skip_while(|run| run.cell().is_none()) {
                li {
                    b { (run.range()) } ": " @match run.cell() {
                        Some(cell) => (cell.status),
                        None => "not listed",
                    }
                    (caveats(run))
                }
            }
        }
        p {
            a href={ "#" (row.key) } { "Link to this row" }
            @if let Some(newest) = row.cells.iter().flatten().find_map(|cell| cell.link.as_deref()) {
                " · " a href=(newest) { "SUPPORT.md" }
            }
        }
    }
}

/// The caveats of a run: links to the official pages, and the text of pages that are on no website, with that of the
/// section.
fn caveats(run: &Run<'_>) -> Markup {
    let linked = run.caveats().filter_map(|(release, cell)| Some((release.name, cell.link.as_deref()?)));
    let mut linked = linked.peekable();
    let own = run
        .listed()
        .filter(|(_, cell)| cell.link.is_none())
        .flat_map(|(release, cell)| [("Caveats", release, cell.caveats), ("Section", release, cell.section_prose)]);
    html! {
        @if linked.peek().is_some() {
            "; caveats: "
            @for (number, (name, link)) in linked.enumerate() {
                @if number > 0 { ", " }
                a href=(link) { (name) }
            }
        }
        @for (what, release, prose) in own.filter(|(_, _, prose)| !prose.is_empty()) {
            p.prose { b { (what) " in " (release.name) ": " } (prose) }
        }
    }
}
