use super::super::{Block, Cause, Definition, DefinitionBody, Text};
use super::read;

fn header(level: u8, title: &str) -> Block {
    Block::Header { level, id: title.to_lowercase(), title: Text::plain(title) }
}

fn code(text: &str) -> Block {
    Block::Code(text.to_owned())
}

fn definitions(term: &str, bodies: &[DefinitionBody]) -> Block {
    Block::Definitions(vec![Definition { words: term.to_owned(), term: Text::plain(term), bodies: bodies.to_vec() }])
}

fn plain(text: &str) -> DefinitionBody {
    DefinitionBody::Plain(Text::plain(text))
}

/// The rows, each as its key, name and value, and `*` if it is marked.
fn rows(blocks: &[Block]) -> Vec<String> {
    let row =
        |row: &super::Row| format!("{} {} {}{}", row.key, row.name, row.value, if row.caveats { " *" } else { "" });
    read(blocks).rows.iter().map(row).collect()
}

/// The places at which the tool dies, each as the numbers of the block and of the line.
fn deaths(blocks: &[Block]) -> Vec<(usize, Option<usize>, Cause)> {
    read(blocks).deaths.iter().map(|death| (death.block, death.line, death.cause)).collect()
}

#[test]
fn a_sections_own_row_comes_first_and_then_its_parts_in_the_order_in_which_they_first_have_a_status() {
    let blocks = [
        header(1, "A"),
        header(2, "B"),
        code("Status, x: 1\nStatus: 2\nStatus, y: 3"),
        header(2, "C"),
        header(2, "D"),
        code("Status: 4"),
        header(1, "E"),
        code("Status: 5\nStatus: 6"),
    ];
    assert_eq!(rows(&blocks), ["b B 2", "b--x x 1", "b--y y 3", "d D 4", "e E 6"]);
}

#[test]
fn sections_with_the_same_id_below_the_same_section_are_one_and_others_are_not() {
    let below = |id: &str| [header(1, id), header(2, "Same"), code("Status: 1\nStatus, x: 2")].to_vec();
    let twice = [header(2, "Same"), code("Status: 3\nStatus, y: 4")].to_vec();
    let blocks = [below("A"), twice, below("B")].concat();
    assert_eq!(rows(&blocks), ["same Same 3", "same--x x 2", "same--y y 4", "same Same 1", "same--x x 2"]);
}

#[test]
fn a_paragraph_after_a_status_marks_the_first_row_of_its_heading() {
    let marked = |block: Block| rows(&[header(1, "A"), code("Status, x: 1\nStatus, y: 2"), block, header(2, "B")]);
    assert_eq!(marked(Block::Para), ["a--x x 1 *", "a--y y 2"]);
    assert_eq!(marked(Block::BulletList), ["a--x x 1", "a--y y 2"]);
    assert_eq!(marked(Block::Other("a quote")), ["a--x x 1", "a--y y 2"]);
    assert_eq!(rows(&[header(1, "A"), Block::Para, code("Status: 1")]), ["a A 1"]);
    assert_eq!(rows(&[header(1, "A"), code("Status: 1"), header(2, "B"), Block::Para]), ["a A 1"]);
}

#[test]
fn a_value_that_perl_takes_for_false_has_no_mark() {
    let blocks = |value: &str| rows(&[header(1, "A"), code(&format!("Status: {value}")), Block::Para]);
    assert_eq!((blocks("0"), blocks("00")), (vec!["a A 0".to_owned()], vec!["a A 00 *".to_owned()]));
}

#[test]
fn definitions_are_rows() {
    let blocks = [header(1, "A"), definitions("Some Term", &[plain("text")]), Block::Para, code("Status: 1")];
    assert_eq!(rows(&blocks), ["a A 1 *", "a--some-term Some Term text"]);
}

#[test]
fn the_definitions_of_labels_are_passed_over() {
    let blocks = [header(1, "A"), Block::Other("a quote"), code("Security supported: Yes\nanything"), Block::Para];
    assert_eq!((rows(&blocks), deaths(&blocks)), (vec![], vec![]));
}

#[test]
fn an_unknown_block_kills_at_the_next_fragment() {
    let list = || Block::Other("a numbered list");
    let blocks = [header(1, "A"), list(), list(), code("Status: 1"), code("Status, x: 2"), list(), header(1, "B")];
    let reading = read(&blocks);
    let places: Vec<_> = reading.deaths.iter().map(|death| (death.block, death.at)).collect();
    assert_eq!(places, [(1, Some(3)), (2, Some(3))]);
    assert_eq!(reading.rows.len(), 2);
}

#[test]
fn a_heading_that_skips_a_level_kills_and_is_read_as_if_it_did_not() {
    let blocks = [header(1, "A"), header(3, "B"), code("Status: 1"), header(2, "C"), code("Status: 2")];
    assert_eq!(deaths(&blocks), [(1, None, Cause::LevelSkipped)]);
    assert_eq!(rows(&blocks), ["b B 1", "c C 2"]);
}

#[test]
fn a_malformed_line_kills_and_is_passed_over() {
    let blocks = [header(1, "A"), code("Status: 1\n\nStatus:2\n  \nStatus, x: 3"), code(" Status: 4")];
    assert_eq!(deaths(&blocks), [(1, Some(2), Cause::Line), (2, Some(0), Cause::Line)]);
    assert_eq!(rows(&blocks), ["a A 1", "a--x x 3"]);
}

#[test]
fn a_status_or_a_definition_before_any_heading_kills() {
    let blocks = [Block::Para, code("\nStatus: 1"), definitions("T", &[plain("x")]), code("\n")];
    assert_eq!(deaths(&blocks), [(1, Some(1), Cause::BeforeHeading), (2, None, Cause::BeforeHeading)]);
    assert_eq!(rows(&blocks), [""; 0]);
}

#[test]
fn a_term_has_one_definition_which_is_plain_text() {
    let dies =
        |bodies: &[DefinitionBody]| deaths(&[header(1, "A"), definitions("T", bodies)]).pop().map(|death| death.2);
    assert_eq!(dies(&[plain("x")]), None);
    assert_eq!(dies(&[plain("x"), plain("y")]), Some(Cause::SeveralDefinitions));
    assert_eq!(dies(&[DefinitionBody::Other("a list")]), Some(Cause::DefinitionOf("a list")));
    assert_eq!(dies(&[plain("")]), Some(Cause::NoText));
}

#[test]
fn a_heading_with_a_note_or_without_text_kills_if_there_is_a_status_below_it() {
    let note = Text { has_note: true, ..Text::plain("A") };
    for (title, cause) in [(note, Cause::Note), (Text::plain(""), Cause::NoText)] {
        let title = Block::Header { level: 1, id: "a".to_owned(), title };
        assert_eq!(deaths(&[title.clone(), Block::Para]), []);
        assert_eq!(deaths(&[title, header(2, "B"), code("Status: 1")]), [(0, None, cause)]);
    }
}
