//! Reads the emitted Rust back from its syntax tree, so that look-ups can be tried without building it.

use crate::literal::{argument, calls, field, integer, last_segment, limit, number, slice, string};
use crate::perfect_hash::Index;
use std::collections::HashMap;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Ident, Item, ItemConst, LitStr, Meta, Token};
use xen_support_compiler::{Catalog, ParsedFeature, ParsedStatus};
use xen_support_data::{Beside, Date, Limit};

/// The constants of an emitted file.
#[derive(Default)]
pub(crate) struct Emitted {
    /// The statements' constants, which stand at the top: name and value.
    statements: Vec<(String, Expr)>,
    /// The constants of the module `features`, by inner module and name.
    features: HashMap<(Option<String>, String), Expr>,
    /// What the documentation of `features` links to, by kind and name.
    links: Vec<(String, String)>,
    /// The tables, by the names of the constants of the trait `Set`.
    tables: HashMap<String, Expr>,
}

impl Emitted {
    pub(crate) fn parse(text: &str) -> Self {
        let file = syn::parse_file(text).expect("the emitted file parses as Rust");
        let mut emitted = Self::default();
        for item in file.items {
            match item {
                Item::Const(item) if item.ident == "_" => emitted.add_tables(*item.expr),
                Item::Const(item) => emitted.statements.push((item.ident.to_string(), *item.expr)),
                Item::Mod(features) => {
                    emitted.links = features.attrs.iter().filter_map(line).flat_map(|line| links(&line)).collect();
                    emitted.add_features(None, features);
                }
                _ => {}
            }
        }
        emitted
    }

    fn add_features(&mut self, module: Option<&str>, features: syn::ItemMod) {
        for item in features.content.expect("the module is here").1 {
            match item {
                Item::Const(ItemConst { ident, expr, attrs, .. }) => {
                    check_aliases(&ident, &attrs);
                    let name = (module.map(str::to_owned), ident.to_string());
                    assert!(self.features.insert(name, *expr).is_none(), "{module:?} {ident} is there twice");
                }
                Item::Mod(inner) => {
                    check_aliases(&inner.ident, &inner.attrs);
                    self.add_features(Some(&inner.ident.to_string()), inner);
                }
                _ => {}
            }
        }
    }

    fn add_tables(&mut self, block: Expr) {
        let Expr::Block(block) = block else { panic!("the tables are in a block") };
        for statement in block.block.stmts {
            let syn::Stmt::Item(Item::Impl(set)) = statement else { continue };
            for item in set.items {
                let syn::ImplItem::Const(item) = item else { panic!("nothing but constants") };
                self.tables.insert(item.ident.to_string(), item.expr);
            }
        }
    }

    /// The title and the implementation that a span of the table of names refers to.
    fn name(&self, span: &Expr) -> [String; 2] {
        let text = string(field(&self.tables["NAMES"], "text"));
        [0, 2].map(|part| {
            let [start, length] = [0, 1].map(|number_in_part| number(argument(span, part + number_in_part)));
            text[start..start + length].to_owned()
        })
    }

    /// Checks that the file holds the catalog's features, each once, that they are found by name, key and constant, and
    /// that each statement gives them the right statuses.
    pub(crate) fn check(&self, catalog: &Catalog) {
        let table = |name: &str| slice(&self.tables[name]);
        let names: Vec<[String; 2]> =
            slice(argument(field(&self.tables["NAMES"], "spans"), 0)).map(|span| self.name(span)).collect();
        let keys: Vec<[String; 2]> = table("KEYS").map(|key| [string(key), String::new()]).collect();
        let other_names: Vec<usize> = table("OTHER_NAMES").map(number).collect();
        assert_eq!(names.len(), keys.len() + other_names.len());
        assert_eq!((self.features.len(), keys.len()), (catalog.features().len(), catalog.features().len()));
        let anchors: Vec<String> = table("ANCHORS").map(string).collect();
        for (row, feature) in catalog.features().iter().enumerate() {
            assert_eq!(names[row], [&*feature.heading.title, &*feature.implementation]);
            assert_eq!(keys[row][0], *feature.key);
            assert_eq!(anchors[row], *feature.heading.anchor);
            let link = match &feature.module {
                None => ("const".to_owned(), feature.constant.clone()),
                Some(module) => ("mod".to_owned(), module.clone()),
            };
            assert!(self.links.contains(&link), "no link to {feature:?}");
            let constant = &self.features[&(feature.module.clone(), feature.constant.clone())];
            assert_eq!(number(argument(constant, 0)), row, "{feature:?}");
        }
        for (kind, name) in &self.links {
            let is_linked = |(module, constant): &(Option<String>, String)| match module {
                None => kind == "const" && constant == name,
                Some(module) => kind == "mod" && module == name,
            };
            assert!(self.features.keys().any(is_linked), "a link to {kind} {name}");
        }

        let (by_name, by_key) = (Index::new(&self.tables["NAME_INDEX"]), Index::new(&self.tables["KEY_INDEX"]));
        let row_of = |feature: &ParsedFeature| -> usize {
            let name = [&*feature.heading.title, &feature.implementation];
            let row = by_key.find(&keys, [&feature.key, ""]).expect("a feature is found by its key");
            let found = by_name.find(&names, name).expect("a feature is found by its name");
            let found = found.checked_sub(keys.len()).map_or(found, |other| other_names[other]);
            // Unless another document has the name for another key, which the user allowed.
            let has_name = |other: &&ParsedFeature| [&*other.heading.title, &other.implementation] == name;
            let all = catalog.statements().iter().flat_map(|statement| &statement.features);
            let is_known = all.filter(has_name).all(|other| other.key == feature.key);
            assert!(found == row || !is_known, "{feature:?}");
            assert_eq!(by_name.find(&names, [&feature.key, "no such implementation"]), None);
            row
        };

        let texts: Vec<String> = table("STATUS_TEXTS").map(string).collect();
        let meanings: Vec<Meaning> = table("MEANINGS").map(|meaning| self.meaning(meaning)).collect();
        let [columns, lifetimes, beside] =
            ["COLUMNS", "LIFETIMES", "BESIDE"].map(|name| table(name).collect::<Vec<&Expr>>());
        assert_eq!([&columns, &lifetimes, &beside].map(Vec::len), [catalog.statements().len(); 3]);
        assert_eq!(self.statements.len(), catalog.statements().len());
        for ((name, statement), expected) in self.statements.iter().zip(catalog.statements()) {
            let same = self.statements.iter().filter(|(other, _)| other == name).count();
            assert_eq!(same, 1, "two statements are called {name}");
            let place = number(argument(statement, 0));
            assert_eq!(number(argument(columns[place], 0)), place, "{name}");
            let release = &expected.release;
            let life = [0, 1].map(|part| Date::parse(&string(argument(lifetimes[place], part))));
            assert_eq!(life, [&release.initial_release, &release.security_support_until].map(|date| date.date));
            let statuses: Vec<usize> = slice(argument(columns[place], 1)).map(number).collect();
            let beside: Vec<u64> = slice(beside[place]).map(integer).collect();
            for feature in &expected.features {
                let row = row_of(feature);
                let status = statuses[row].checked_sub(1).expect("what is listed has a status");
                assert_eq!(texts[status], feature.status.text);
                meanings[status].check(&feature.status);
                let beside = Beside::from_bits(beside[row].try_into().expect("a byte"));
                let heading = &feature.heading;
                assert_eq!(beside.has_caveats(), !heading.caveats.is_empty(), "{feature:?}");
                assert_eq!(beside.has_section_prose(), !heading.section_prose.is_empty(), "{feature:?}");
                let has_security_above = heading.description.to_lowercase().contains("secur");
                assert_eq!(beside.has_security_above(), has_security_above, "{feature:?}");
                let is_less = |other: &&ParsedFeature| {
                    other.heading.anchor == heading.anchor && other.status.level < feature.status.level
                };
                assert!(beside.has_exceptions() || !expected.features.iter().any(|other| is_less(&other)));
            }
            let listed = statuses.iter().filter(|status| **status != 0).count();
            assert_eq!((statuses.len(), listed), (keys.len(), expected.features.len()));
            assert_eq!(beside.len(), keys.len());
        }
    }

    /// The meaning that an expression in the tables gives a status.
    fn meaning(&self, expression: &Expr) -> Meaning {
        let (new, methods) = calls(expression);
        let entry = |method: &str, table: &str| {
            let call = methods.iter().find(|call| call.method == method)?;
            slice(&self.tables[table]).nth(number(&call.args[0]))
        };
        Meaning {
            level: last_segment(argument(new, 0)),
            security: last_segment(argument(new, 1)),
            label: entry("with_label", "LABELS").map(|label| string(argument(label, 0))),
            limit: entry("with_limit", "LIMITS").map(limit),
            formats: methods.iter().any(|call| call.method == "of_formats"),
            understood: !methods.iter().any(|call| call.method == "not_understood"),
        }
    }
}

/// What the tables say that a status means.
struct Meaning {
    level: String,
    security: String,
    label: Option<String>,
    limit: Option<Limit>,
    formats: bool,
    understood: bool,
}

impl Meaning {
    /// Checks that it is what the page says.
    fn check(&self, status: &ParsedStatus) {
        assert_eq!(self.level, format!("{:?}", status.level), "{status:?}");
        assert_eq!(self.security, format!("{:?}", status.security), "{status:?}");
        assert_eq!(self.label.as_deref(), status.label.as_ref().map(|label| label.name.as_str()), "{status:?}");
        assert_eq!(self.limit, status.limit, "{status:?}");
        assert_eq!((self.formats, self.understood), (status.formats, status.understood), "{status:?}");
    }
}

/// The line of documentation that an attribute is.
fn line(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => Some(string(&meta.value)),
        _ => None,
    }
}

/// What a line links to, by kind and name.
fn links(line: &str) -> Vec<(String, String)> {
    let target = |part: &str| {
        let (kind, name) = part.split_once("`]")?.0.split_once('@')?;
        Some((kind.to_owned(), name.to_owned()))
    };
    line.split("[`").skip(1).filter_map(target).collect()
}

/// Checks that rustc takes an item's aliases, and that there are none twice.
fn check_aliases(name: &Ident, attributes: &[Attribute]) {
    let mut seen = vec![name.to_string()];
    for list in attributes.iter().filter_map(|attribute| attribute.meta.require_list().ok()) {
        if !list.path.is_ident("doc") {
            continue;
        }
        let Meta::List(list) = list.parse_args().expect("`doc` has an attribute in it") else { panic!("no list") };
        assert!(list.path.is_ident("alias"));
        for alias in list.parse_args_with(Punctuated::<LitStr, Token![,]>::parse_terminated).expect("strings") {
            let alias = alias.value();
            let is_refused = |c: char| c == '"' || c == '\'' || c != ' ' && c.is_whitespace();
            assert!(!alias.is_empty() && !alias.contains(is_refused) && alias.trim() == alias, "{alias:?}");
            assert!(!seen.contains(&alias), "{alias:?} is there twice");
            seen.push(alias);
        }
    }
}
