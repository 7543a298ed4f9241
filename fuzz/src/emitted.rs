//! Reads the emitted Rust back from its syntax tree, so that look-ups can be tried without building it.

use std::collections::HashMap;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, ExprMethodCall, Ident, Item, ItemConst, Lit, LitStr, Meta, Token};
use xen_support_compiler::{Catalog, ParsedFeature, ParsedStatus};
use xen_support_data::{Beside, Bound, Date, Limit, Unit};

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
            let found = by_name.find(&names, name).expect("a feature is found by its name");
            let row = found.checked_sub(keys.len()).map_or(found, |other| other_names[other]);
            assert_eq!(by_key.find(&keys, [&feature.key, ""]), Some(row), "{feature:?}");
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

/// The limit that an expression stands for.
fn limit(expression: &Expr) -> Limit {
    let unit = match last_segment(argument(expression, 0)).as_str() {
        "Bytes" => Unit::Bytes,
        "Count" => Unit::Count,
        unit => panic!("{unit} is no unit"),
    };
    let supported = match argument(expression, 2) {
        Expr::Path(_) => None,
        some => Some(bound(argument(some, 0))),
    };
    Limit::new(unit, bound(argument(expression, 1)), supported)
}

fn bound(expression: &Expr) -> Bound {
    let Expr::Call(call) = expression else { panic!("no call") };
    let number = shifted(&call.args[0]);
    match last_segment(&call.func).as_str() {
        "up_to" => Bound::up_to(number),
        "below" => Bound::below(number),
        name => panic!("{name} is no bound"),
    }
}

/// The number in `8 << 40`, or the number itself.
fn shifted(expression: &Expr) -> u64 {
    match expression {
        Expr::Binary(binary) => integer(&binary.left) << integer(&binary.right),
        number => integer(number),
    }
}

/// The call that methods are called on the result of, and the calls of these methods.
fn calls(expression: &Expr) -> (&Expr, Vec<&ExprMethodCall>) {
    match expression {
        Expr::MethodCall(call) => {
            let (first, mut methods) = calls(&call.receiver);
            methods.push(call);
            (first, methods)
        }
        first => (first, Vec::new()),
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

/// A perfect hash as it was emitted. Written anew after the description of the format, not shared with the compiler.
struct Index {
    seed: u64,
    whole: bool,
    pilots: Vec<u64>,
    slots: Vec<usize>,
}

impl Index {
    fn new(index: &Expr) -> Self {
        Self {
            seed: integer(field(field(index, "hash"), "seed")),
            whole: boolean(field(field(index, "hash"), "whole")),
            pilots: slice(field(index, "pilots")).map(integer).collect(),
            slots: slice(argument(field(index, "slots"), 0)).map(number).collect(),
        }
    }

    /// The row of the table that holds these two strings.
    fn find(&self, table: &[[String; 2]], strings: [&str; 2]) -> Option<usize> {
        let sum = if self.whole { self.hash_whole(strings) } else { self.hash_ends(strings) };
        let product = (sum ^ sum >> 32).wrapping_mul(MULTIPLIERS[4]);
        // Scales a number below 2^32 to one below that limit.
        let below = |limit: usize, number: u64| usize::try_from(number * limit as u64 / (1 << 32)).unwrap();
        let pilot = self.pilots[below(self.pilots.len(), sum >> 32)];
        let row = self.slots[below(self.slots.len(), product >> 32 ^ pilot)];
        table.get(row).is_some_and(|found| *found == strings).then_some(row)
    }

    /// The sum that is hashed of lengths and ends.
    fn hash_ends(&self, strings: [&str; 2]) -> u64 {
        let word = |bytes: &[u8]| bytes.iter().rfold(0, |word, byte| word << 8 | u64::from(*byte));
        let ends = |bytes: &[u8]| match bytes.len() {
            8.. => [word(&bytes[..8]), word(&bytes[bytes.len() - 8..])],
            4..8 => [word(&bytes[..4]) | word(&bytes[bytes.len() - 4..]) << 32, 0],
            _ => [word(bytes), 0],
        };
        let [first, second] = strings.map(|string| string.len() as u64);
        let [[a, b], [c, d]] = strings.map(|string| ends(string.as_bytes()));
        let words = [a, b ^ (first << 32 | second), c, d];
        let products = words.into_iter().zip(MULTIPLIERS).map(|(word, by)| word.wrapping_mul(by));
        products.fold(0, u64::wrapping_add).wrapping_mul(self.seed)
    }

    /// The number that is hashed of all bytes.
    fn hash_whole(&self, strings: [&str; 2]) -> u64 {
        let mut hash = self.seed;
        let mut mix = |word: u64| {
            let product = u128::from(hash ^ word) * u128::from(self.seed);
            hash = u64::try_from((product ^ product >> 64) & u128::from(u64::MAX)).unwrap();
        };
        for string in strings {
            mix(string.len() as u64);
            let words = string.as_bytes().chunks_exact(8);
            let mut last = words.remainder().to_vec();
            for word in words {
                mix(u64::from_le_bytes(word.try_into().unwrap()));
            }
            if (4..8).contains(&last.len()) {
                last = [&last[..4], &last[last.len() - 4..]].concat();
            }
            last.resize(8, 0);
            mix(u64::from_le_bytes(last.try_into().unwrap()));
        }
        hash
    }
}

const MULTIPLIERS: [u64; 5] =
    [0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93, 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3];

/// The elements of `&[…]`.
fn slice(expression: &Expr) -> impl Iterator<Item = &Expr> {
    let Expr::Reference(reference) = expression else { panic!("no slice") };
    let Expr::Array(array) = &*reference.expr else { panic!("no slice") };
    array.elems.iter()
}

/// The value of a field of `T { … }`.
fn field<'e>(expression: &'e Expr, name: &str) -> &'e Expr {
    let Expr::Struct(literal) = expression else { panic!("no struct") };
    let has_name = |field: &&syn::FieldValue| matches!(&field.member, syn::Member::Named(ident) if ident == name);
    &literal.fields.iter().find(has_name).expect("the field is there").expr
}

/// An argument of `f(…)`.
fn argument(expression: &Expr, number: usize) -> &Expr {
    let Expr::Call(call) = expression else { panic!("no call") };
    &call.args[number]
}

fn string(expression: &Expr) -> String {
    match expression {
        Expr::Lit(ExprLit { lit: Lit::Str(string), .. }) => string.value(),
        _ => panic!("no string"),
    }
}

fn integer(expression: &Expr) -> u64 {
    match expression {
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => number.base10_parse().expect("64 bits"),
        _ => panic!("no number"),
    }
}

fn boolean(expression: &Expr) -> bool {
    match expression {
        Expr::Lit(ExprLit { lit: Lit::Bool(value), .. }) => value.value,
        _ => panic!("no truth value"),
    }
}

fn number(expression: &Expr) -> usize {
    usize::try_from(integer(expression)).expect("a number of rows")
}

/// The last segment of a path: `Yes` of `data::Security::Yes`.
fn last_segment(expression: &Expr) -> String {
    match expression {
        Expr::Path(path) => path.path.segments.last().expect("a path is not empty").ident.to_string(),
        _ => panic!("no path"),
    }
}
