//! The page of the matrix is made of our own elements, in which all text of a page is text.

use super::{Answer, feature_name, features_by_section, list, string};
use scraper::{ElementRef, Html, Selector};
use std::collections::HashSet;

const ELEMENTS: &str = "a abbr b body caption code col colgroup details div form h1 head header html input kbd label li link main \
                        meta nav ol output p script small span style summary table tbody td th thead time title tr ul";

const ATTRIBUTES: &str = "aria-hidden aria-keyshortcuts aria-label aria-labelledby autocomplete charset class colspan content \
                          data-changed hidden href http-equiv id lang name placeholder rel role scope span spellcheck \
                          tabindex title type";

/// Elements that a browser acts on, and how many of each there are.
const ACTIVE: [(&str, usize); 6] = [("script", 1), ("style", 1), ("form", 1), ("input", 2), ("link", 1), ("meta", 5)];

pub(super) fn check_matrix(answer: &Answer) {
    let html = Html::parse_document(&answer.shown);
    assert!(html.errors.is_empty(), "{:?}", html.errors);
    let [elements, attributes] = [ELEMENTS, ATTRIBUTES].map(|words| words.split_whitespace().collect::<HashSet<_>>());
    let mut ids = HashSet::new();
    for element in select(&html, "*") {
        assert!(elements.contains(element.value().name()), "{:?}", element.value());
        for (name, value) in element.value().attrs() {
            assert!(attributes.contains(name), "{:?}", element.value());
            assert!(name != "id" || ids.insert(value), "two elements have the id {value:?}");
            assert!(name != "href" || is_harmless(value), "{:?}", element.value());
        }
    }
    for (name, number) in ACTIVE {
        assert_eq!(select(&html, name).len(), number, "{name}");
    }
    let headings: Vec<String> = select(&html, "th[scope=rowgroup]").into_iter().map(text).collect();
    let sections = list(&answer.json, "sections").iter().map(|section| shown(string(section, "heading")));
    assert_eq!(headings, sections.collect::<Vec<_>>());
    let rows = select(&html, "tbody tr[id]");
    let features: Vec<_> = features_by_section(&answer.json).collect();
    assert_eq!(rows.len(), features.len());
    for (row, (_, feature)) in rows.into_iter().zip(features) {
        assert_eq!(row.attr("id"), Some(string(feature, "key")));
        let summary = within(row, "summary");
        assert_eq!(text(summary[0]), shown(&feature_name(feature)));
        let statuses: HashSet<String> = within(row, "span.status").into_iter().map(text).collect();
        for cell in list(feature, "cells").iter().filter(|cell| !cell.is_null()) {
            let note = if cell["understood"] == true { "" } else { " (not understood)" };
            let status = shown(&format!("{}{note}", string(cell, "status")));
            assert!(statuses.contains(&status), "{status:?} is not among {statuses:?}");
        }
    }
}

/// Whether following a link runs nothing.
fn is_harmless(address: &str) -> bool {
    ["#", "https://", "http://"].iter().any(|start| address.starts_with(start)) || address == "data:,"
}

/// A text as HTML holds it, which knows neither U+0000 nor carriage returns.
fn shown(text: &str) -> String {
    text.replace('\0', "\u{fffd}").replace("\r\n", "\n").replace('\r', "\n")
}

fn select<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn within<'h>(element: ElementRef<'h>, selector: &str) -> Vec<ElementRef<'h>> {
    element.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}
