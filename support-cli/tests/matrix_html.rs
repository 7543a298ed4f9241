//! What the HTML page that `xen-support matrix` writes says. What the page does in a browser is tested in `browser/`.

use scraper::{ElementRef, Html, Selector};
use snapbox::{assert_data_eq, file};
use std::collections::{BTreeMap, HashSet};
use std::io::Write;
use std::process::{Command, Stdio};
use xen_support::{Date, Feature, Release, Security, Stage, Statement, statement_for};

const PAGE: &str = include_str!("pages/4.19.md");

/// The day of the matrix.
const DAY: &str = "2026-08-20";

/// Runs `xen-support matrix` as of [`DAY`] with `page` on standard input, and returns the HTML.
fn matrix(arguments: &[&str], page: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xen-support"));
    let command = command
        .args(["matrix", "--on", DAY])
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages"));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(page.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

fn parse(page: &str) -> Html {
    let html = Html::parse_document(page);
    assert_eq!(html.errors, Vec::<std::borrow::Cow<'_, str>>::new());
    html
}

fn built_in() -> Html {
    parse(&matrix(&[], ""))
}

fn select<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn within<'h>(element: ElementRef<'h>, selector: &str) -> Vec<ElementRef<'h>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

fn attribute<'h>(element: ElementRef<'h>, name: &str) -> &'h str {
    element.value().attr(name).unwrap()
}

/// The releases whose pages are shown, newest first.
fn releases() -> Vec<Statement> {
    let is_superseded = |statement: &Statement| {
        let version = statement.version();
        version.stage != Stage::Release && statement_for(version.at(Stage::Release)).is_some()
    };
    Statement::all().iter().filter(|statement| !is_superseded(statement)).rev().collect()
}

fn features(html: &Html) -> Vec<ElementRef<'_>> {
    select(html, "tbody > tr:not(:first-child)")
}

/// The cells of a row, each repeated for every release that it spans.
fn cells(row: ElementRef<'_>) -> Vec<ElementRef<'_>> {
    let span = |cell: &ElementRef<'_>| cell.value().attr("colspan").map_or(1, |span| span.parse().unwrap());
    within(row, "td").into_iter().flat_map(|cell| std::iter::repeat_n(cell, span(&cell))).collect()
}

#[test]
fn every_feature_has_one_row_below_its_section() {
    let html = built_in();
    let mut rows = HashSet::new();
    for section in select(&html, "tbody") {
        let heading = text(within(section, "th[scope=rowgroup]")[0]);
        for row in within(section, "tr:not(:first-child)") {
            let feature = Feature::find_by_key(attribute(row, "id")).unwrap();
            let name = [feature.title(), feature.implementation()];
            let name = name.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            assert_eq!(text(within(row, "th[scope=row] summary")[0]), name);
            assert_eq!(heading, feature.section());
            assert!(rows.insert(feature), "{name} has two rows");
        }
    }
    let listed: HashSet<Feature> =
        releases().iter().flat_map(|statement| statement.iter()).map(|(feature, _)| feature).collect();
    assert_eq!(rows, listed);
}

#[test]
fn every_cell_says_what_the_release_says_and_leads_to_its_caveats() {
    let html = built_in();
    for row in features(&html) {
        let key = attribute(row, "id");
        let feature = Feature::find_by_key(key).unwrap();
        let cells = cells(row);
        assert_eq!(cells.len(), releases().len(), "{key}");
        for (cell, statement) in cells.into_iter().zip(releases()) {
            let Some(status) = statement.status(feature) else {
                assert_eq!((attribute(cell, "class"), &*text(cell)), ("none", "not listed"), "{key}");
                continue;
            };
            assert_eq!(text(within(cell, ".status")[0]), status.text(), "{key}");
            let answer = statement.security_support_on(feature, Date::literal(DAY));
            assert_eq!(attribute(cell, "class"), answer.security().to_string(), "{key}");
            let sign = match answer.security() {
                Security::Yes => "Security supported",
                Security::Conditional => "Security supported under conditions",
                Security::External => "Security supported by another project",
                Security::No => "Not security supported",
            };
            assert_eq!(attribute(within(cell, ".sign")[0], "aria-label"), sign, "{key}");

            let beside = statement.beside(feature);
            let marks: Vec<String> = within(cell, "abbr").into_iter().map(text).collect();
            let due = [
                (beside.has_exceptions(), "[!]"),
                (beside.has_section_prose(), "[#]"),
                (beside.has_security_above(), "[+]"),
            ];
            assert_eq!(marks, due.into_iter().filter_map(|(is_due, mark)| is_due.then_some(mark)).collect::<Vec<_>>());
            let has_caveats = beside.has_caveats();
            assert_eq!(within(cell, "a.caveats").len(), usize::from(has_caveats), "{key} in {:?}", statement.version());
            let link = statement.link(feature).unwrap().to_string();
            let links = within(row, "li a").into_iter().filter(|to| attribute(*to, "href") == link);
            assert_eq!(links.count(), usize::from(has_caveats), "{key}: {link}");
        }
        for link in within(row, "a.caveats") {
            assert!(attribute(link, "aria-label").contains(feature.title()));
            let known = releases().into_iter().filter_map(|statement| statement.link(feature));
            assert!(known.into_iter().any(|known| known.to_string() == attribute(link, "href")), "{key}");
        }
    }
}

#[test]
fn neighbours_that_say_the_same_are_one_cell() {
    let html = built_in();
    for row in features(&html) {
        let looks = within(row, "td").into_iter().map(|cell| {
            let status = within(cell, ".status").first().map(|status| text(*status));
            (
                status,
                attribute(cell, "class"),
                within(cell, "a.caveats, abbr").into_iter().map(text).collect::<Vec<_>>(),
            )
        });
        let mut apart = looks.clone().collect::<Vec<_>>();
        apart.dedup();
        assert_eq!(apart.len(), looks.count(), "{}", attribute(row, "id"));
    }
}

#[test]
fn features_whose_status_differs_between_releases_are_marked() {
    let html = built_in();
    let rows = features(&html);
    for row in &rows {
        let feature = Feature::find_by_key(attribute(*row, "id")).unwrap();
        let statuses: HashSet<_> =
            releases().iter().map(|statement| statement.status(feature).map(xen_support::Status::text)).collect();
        assert_eq!(row.value().attr("data-changed").is_some(), statuses.len() > 1, "{}", feature.key());
    }
    let changed = select(&html, "[data-changed]").len();
    assert!(0 < changed && changed < rows.len());
}

#[test]
fn a_feature_s_history_begins_where_it_is_listed_and_ends_with_the_newest_release() {
    let history = |html: &Html, key: &str| -> Vec<String> {
        let row = features(html).into_iter().find(|row| attribute(*row, "id") == key).unwrap();
        within(row, "li").into_iter().map(|run| text(run).split(';').next().unwrap().to_owned()).collect()
    };
    let html = built_in();
    assert_eq!(history(&html, "physical-cpu-hotplug--x86"), ["4.10 – 4.17: Supported", "since 4.18: not listed"]);
    assert_eq!(history(&html, "x86pv"), ["4.10: Supported", "since 4.11: not listed"]);

    let newest = PAGE.replace("Xen-Version: 4.19", "Xen-Version: 4.21");
    let html = parse(&matrix(&["4.19.md", "4.20-unstable.md", "-"], &newest));
    assert_eq!(history(&html, "boot-image-format--x86"), ["4.19 – 4.21: bzImage, ELF"]);
    assert_eq!(history(&html, "encryption"), ["4.20-unstable: Experimental", "since 4.21: not listed"]);
    assert_eq!(history(&html, "floppy"), ["4.19: Supported", "4.20-unstable: not listed", "since 4.21: Supported"]);
}

#[test]
fn the_head_says_what_the_release_support_says() {
    let html = built_in();
    let columns: Vec<Vec<String>> = select(&html, "thead tr")
        .into_iter()
        .map(|row| within(row, "th:not(:first-child), td").into_iter().map(text).collect())
        .collect();
    let releases: Vec<_> = releases().iter().map(|statement| statement.release()).collect();
    let life = |release: &&Release| format!("{} {}", release.version_text, release.life_on(Date::literal(DAY)));
    assert_eq!(columns[0], releases.iter().map(life).collect::<Vec<_>>());
    assert_eq!(columns[1], releases.iter().map(|release| release.initial_release.text).collect::<Vec<_>>());
    assert_eq!(columns[2], releases.iter().map(|release| release.supported_until.text).collect::<Vec<_>>());
    assert_eq!(columns[3], releases.iter().map(|release| release.security_support_until.text).collect::<Vec<_>>());
    let links = |selector| select(&html, selector).into_iter().map(|link| attribute(link, "href").to_owned());
    assert!(links("thead th a").eq(releases.iter().map(|release| release.url.unwrap().to_owned())));
    assert!(links("thead td a").eq(releases.iter().map(|release| release.release_notes.to_owned())));
    let days = releases.iter().flat_map(|release| {
        [release.initial_release, release.supported_until, release.security_support_until]
            .map(|date| date.date.is_some())
    });
    assert_eq!(select(&html, "thead time").len(), days.filter(|is_day| *is_day).count());
}

#[test]
fn ids_are_unique_and_links_within_the_page_lead_somewhere() {
    let html = built_in();
    let mut ids = BTreeMap::new();
    for element in select(&html, "[id]") {
        *ids.entry(attribute(element, "id")).or_insert(0) += 1;
    }
    assert_eq!(ids.iter().filter(|(_, times)| **times > 1).collect::<Vec<_>>(), []);
    let links = select(&html, "a[href^='#']");
    assert!(links.len() > ids.len() - 5, "each feature and section has one");
    for link in links {
        assert!(ids.contains_key(&attribute(link, "href")[1..]), "{}", attribute(link, "href"));
    }
}

#[test]
fn the_page_needs_nothing_else_and_runs_nothing_else() {
    let html = built_in();
    assert_eq!(select(&html, "[src], [style], link:not([href='data:,']), img, iframe, object, embed").len(), 0);
    let handlers = select(&html, "*").into_iter().flat_map(|element| element.value().attrs());
    assert_eq!(handlers.filter(|(name, _)| name.starts_with("on")).count(), 0);
    let policy = attribute(select(&html, "meta[http-equiv=Content-Security-Policy]")[0], "content");
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"), "{policy}");
    assert_eq!((select(&html, "style").len(), select(&html, "script").len()), (1, 1));
}

#[test]
fn what_a_page_says_is_text_and_never_markup() {
    let hostile = PAGE
        .replace("Floppy", r#"\<script>alert("1")\</script> &amp; 'q'"#)
        .replace("## Drivers", r#"## \<img src=x onerror="alert(2)">"#)
        .replace("日本語", r#""><b onclick='x'>b</b>"#)
        .replace("softdog", "</p></th><script>alert(3)</script>")
        .replace("https://example.org/4.19", "javascript:alert(4)");
    let page = matrix(&["-"], &hostile);
    let html = parse(&page);
    assert_eq!(select(&html, "script").len(), 1);
    assert_eq!(select(&html, "img, [onerror], [onclick], [href^=javascript]").len(), 0);
    let names: Vec<String> = select(&html, "summary, th[scope=rowgroup]").into_iter().map(text).collect();
    for name in [
        r#"<script>alert("1")</script> & 'q'"#,
        r#"<img src=x onerror="alert(2)">"#,
        r#"Größe, "><b onclick='x'>b</b>"#,
    ] {
        assert!(names.iter().any(|known| known == name), "{name} is not among {names:?}");
    }
    assert!(select(&html, ".prose").into_iter().any(|prose| text(prose).contains("<script>alert(3)</script>")));
}

#[test]
fn a_page_that_is_on_no_website_brings_its_caveats_along() {
    let html = parse(&matrix(&["-"], PAGE));
    assert_eq!(select(&html, "[href*='xenbits']").len(), 0);
    let row = features(&html).into_iter().find(|row| attribute(*row, "id") == "watchdog-soft").unwrap();
    assert_eq!(attribute(within(row, "a.caveats")[0], "href"), "#watchdog-soft");
    assert_eq!(
        text(within(row, ".prose")[0]),
        "Caveats in 4.19: Needs the kernel module `softdog`; see [the wiki](https://example.org/wiki)."
    );
}

#[test]
fn nothing_in_the_column_of_a_release_that_is_not_out_or_has_ended_looks_supported() {
    let html = built_in();
    let lives: Vec<bool> =
        releases().iter().map(|statement| statement.life_on(Date::literal(DAY)).is_current()).collect();
    assert!(lives.contains(&true) && lives.contains(&false));
    for row in features(&html) {
        for (cell, is_current) in cells(row).into_iter().zip(&lives) {
            assert!(*is_current || ["no", "none"].contains(&attribute(cell, "class")), "{}", attribute(row, "id"));
        }
    }
}

#[test]
fn the_prose_of_a_section_is_marked_and_shown_where_the_page_is_on_no_website() {
    let html = parse(&matrix(&["-"], &PAGE.replace("## Drivers\n", "## Drivers\n\nFor all of them.\n")));
    let row = features(&html).into_iter().find(|row| attribute(*row, "id") == "floppy").unwrap();
    assert_eq!(text(within(row, "abbr")[0]), "[#]");
    assert_eq!(text(within(row, ".prose")[0]), "Section in 4.19: For all of them.");
}

#[test]
fn sections_whose_headings_differ_in_signs_alone_have_ids_of_their_own() {
    let page = PAGE.replace("## Guest Type", "## A+B").replace("## Drivers", "## A, B");
    let html = parse(&matrix(&["-"], &page));
    let ids: Vec<_> = select(&html, "tbody").into_iter().map(|section| attribute(section, "id")).collect();
    assert_eq!(ids, [":section:a-b", ":section:a-b-"]);
}

#[test]
fn the_page_is_written_as_it_stands_in_the_snapshot() {
    let page = matrix(&["4.19.md", "4.20-unstable.md", "--official"], "");
    let (_, body) = page.split_once("<body>").unwrap();
    let (body, _) = body.split_once("<script>").unwrap();
    assert_data_eq!(body, file!["snapshots/matrix.html"].raw());
    assert_eq!(page, matrix(&["4.20-unstable.md", "4.19.md", "--official"], ""));
}
