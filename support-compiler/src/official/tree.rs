//! The tree of sections and statuses from which the tool prints its rows.

use std::collections::HashMap;

/// A row of Xen's support matrix: what one document says there.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Row {
    /// The key that matches the row across releases.
    pub key: String,
    /// The implementation; if there is none, the heading with typographic quotes.
    pub name: String,
    /// The value as the document writes it.
    pub value: String,
    /// Whether the matrix marks the row with a link to caveats, which it does on the first row of a heading.
    pub caveats: bool,
}

/// A section that is open (the tool's `@insections`): a heading, or one implementation of it.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) key: String,
    pub(super) headline: String,
    /// The number of the block that it stands in.
    pub(super) block: usize,
    /// Whether it is a heading.
    pub(super) is_real: bool,
    /// Its node, once there is one.
    pub(super) node: Option<usize>,
}

/// What the tool prints: a node has a row if it has a value.
#[derive(Default, Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    roots: Vec<usize>,
    /// The number of a node, by the node above it and its key.
    by_key: HashMap<(Option<usize>, String), usize>,
}

#[derive(Debug)]
struct Node {
    /// The section for which it was made.
    key: String,
    headline: String,
    block: usize,
    /// The block of the heading for which it was made (`RealInSect`).
    real_section: Option<usize>,
    /// The nearest heading's node (`RealSectNode`).
    heading: Option<usize>,
    value: Option<String>,
    has_caveats: bool,
    children: Vec<usize>,
}

impl Tree {
    /// `find_current_sectnode`: the node of the innermost of the open sections. Nodes that are missing are made, each
    /// after those that are there already.
    pub(super) fn current(&mut self, open: &mut [Section]) -> Option<usize> {
        let mut above = None;
        let mut real_node = None;
        let mut real_section = None;
        for section in open {
            if section.is_real {
                real_section = Some(section.block);
            }
            let number = match section.node {
                Some(number) => number,
                None => self.child(above, section, real_section),
            };
            section.node = Some(number);
            if section.is_real {
                real_node = Some(number);
            }
            self.nodes[number].heading = real_node;
            above = Some(number);
        }
        above
    }

    /// The node with the section's key below this one. Only the first of several sections with the same key makes it.
    fn child(&mut self, above: Option<usize>, section: &Section, real_section: Option<usize>) -> usize {
        let next = self.nodes.len();
        let number = *self.by_key.entry((above, section.key.clone())).or_insert(next);
        if number == next {
            self.nodes.push(Node {
                key: section.key.clone(),
                headline: section.headline.clone(),
                block: section.block,
                real_section,
                heading: None,
                value: None,
                has_caveats: false,
                children: Vec::new(),
            });
            match above {
                Some(above) => self.nodes[above].children.push(number),
                None => self.roots.push(number),
            }
        }
        number
    }

    /// `parse_feature_entry`: a later value replaces an earlier one.
    pub(super) fn set_value(&mut self, node: usize, value: String) {
        self.nodes[node].value = Some(value);
    }

    /// `ri_Para`: the heading of this node has caveats.
    pub(super) fn set_caveats(&mut self, node: usize) {
        let real = self.nodes[node].heading.unwrap_or(node);
        self.nodes[real].has_caveats = true;
    }

    /// The blocks whose headlines the tool has pandoc print (`reprocess_sectnode`): those of the sections that have a
    /// status, and of all above them.
    pub(super) fn headline_blocks(&self) -> impl Iterator<Item = usize> {
        self.nodes.iter().map(|node| node.block)
    }

    /// `write_output_sectlist`: a section's own row, and then those below it.
    pub(super) fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::with_capacity(self.nodes.len());
        // The headings of which a row was printed (`ColSpan`).
        let mut begun = std::collections::HashSet::new();
        let mut left: Vec<usize> = self.roots.iter().rev().copied().collect();
        while let Some(number) = left.pop() {
            let node = &self.nodes[number];
            if let Some(value) = &node.value {
                // `write_output_row`: the mark stands on a heading's first row, unless Perl takes its value for false.
                let is_first = node.real_section.is_some_and(|section| begun.insert(section));
                let has_caveats = node.heading.is_some_and(|real| self.nodes[real].has_caveats);
                rows.push(Row {
                    key: node.key.clone(),
                    name: node.headline.trim().to_owned(),
                    value: value.clone(),
                    caveats: is_first && has_caveats && value != "0",
                });
            }
            left.extend(node.children.iter().rev());
        }
        rows
    }
}
