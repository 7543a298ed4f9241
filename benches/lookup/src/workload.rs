//! What is looked up, and by whom.

use crate::peers;
use std::hint::black_box;
use xen_support::{Feature, Statement, XEN_4_18};

/// How many look-ups a pass makes: so many that no branch predictor learns their order.
pub const LOOK_UPS: usize = 1 << 14;

/// Look-ups of one kind, by several contenders.
pub struct Workload {
    pub name: &'static str,
    pub contenders: Vec<Contender>,
}

/// One way to make them.
pub struct Contender {
    pub name: &'static str,
    /// Makes all look-ups once.
    pub pass: Box<dyn FnMut()>,
}

/// The names under which xen-support itself contends.
pub const OURS: [&str; 2] = ["xen-support, 4.18", "xen-support, any release"];

/// A pass over these queries.
fn pass<Q: Copy + 'static, R>(queries: &[Q], mut look_up: impl FnMut(Q) -> R + 'static) -> Box<dyn FnMut()> {
    let queries = queries.to_vec();
    Box::new(move || {
        for query in &queries {
            black_box(look_up(*black_box(query)));
        }
    })
}

fn contender<Q: Copy + 'static, R>(
    name: &'static str,
    queries: &[Q],
    look_up: impl FnMut(Q) -> R + 'static,
) -> Contender {
    Contender { name, pass: pass(queries, look_up) }
}

/// Numbers that look random and are the same in every run (`SplitMix64`).
pub struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ mixed >> 31) as usize % bound
    }
}

/// What to look up: features of Xen 4.18, by all their names.
#[derive(Clone, Copy)]
struct Query {
    key: &'static str,
    title: &'static str,
    implementation: &'static str,
    statement: Statement,
}

impl Query {
    fn new(key: &str, title: &str, implementation: &str, statement: Statement) -> Self {
        // The program ends with them.
        let leak = |text: &str| -> &'static str { text.to_owned().leak() };
        Self { key: leak(key), title: leak(title), implementation: leak(implementation), statement }
    }
}

/// Queries of one kind, with the names of the two workloads that make them.
struct Kind {
    by_key: &'static str,
    by_name: &'static str,
    queries: Vec<Query>,
}

/// The four kinds of queries.
fn kinds() -> [Kind; 4] {
    let listed: Vec<Feature> = XEN_4_18.iter().map(|(feature, _)| feature).collect();
    let mut random = Random(1);
    let statements: Vec<Statement> = Statement::all().iter().collect();
    let statement = |random: &mut Random| statements[random.below(statements.len())];
    let hit = |feature: Feature, random: &mut Random| {
        Query::new(feature.key(), feature.title(), feature.implementation(), statement(random))
    };
    let hits: Vec<Query> = listed.iter().map(|feature| hit(*feature, &mut random)).collect();
    let in_order = hits.iter().copied().cycle().take(LOOK_UPS).collect();
    let in_random_order = (0..LOOK_UPS).map(|_| hits[random.below(hits.len())]).collect();
    let with_one_letter_off = |text: &str, random: &mut Random| {
        let letters: Vec<char> = text.chars().collect();
        let off = random.below(letters.len());
        letters.iter().enumerate().map(|(at, c)| if at == off { '?' } else { *c }).collect::<String>()
    };
    let near = (0..LOOK_UPS / 4).map(|_| {
        let hit = hits[random.below(hits.len())];
        let (key, statement) = (with_one_letter_off(hit.key, &mut random), hit.statement);
        if hit.implementation.is_empty() || random.below(2) == 0 {
            Query::new(&key, &with_one_letter_off(hit.title, &mut random), hit.implementation, statement)
        } else {
            Query::new(&key, hit.title, &with_one_letter_off(hit.implementation, &mut random), statement)
        }
    });
    let near: Vec<Query> = near.collect();
    let mut word = |like: &str| -> String { like.chars().map(|_| char::from(b'a' + random.below(26) as u8)).collect() };
    let far = hits.iter().cycle().take(LOOK_UPS / 4);
    let far: Vec<Query> =
        far.map(|hit| Query::new(&word(hit.key), &word(hit.title), &word(hit.implementation), hit.statement)).collect();
    let kind = |by_key, by_name, queries| Kind { by_key, by_name, queries };
    [
        kind("key, hits in order", "name, hits in order", in_order),
        kind("key, hits at random", "name, hits at random", in_random_order),
        kind("key, near misses", "name, near misses", near.repeat(4)),
        kind("key, far misses", "name, far misses", far.repeat(4)),
    ]
}

/// A contender for each peer that looks up one string; `$string` makes it of a query.
macro_rules! peers_of {
    ($queries:expr, $module:ident, $string:expr) => {
        [
            contender("phf", $queries, $string(peers::$module::phf)),
            contender("phf, ptrhash", $queries, $string(peers::$module::ptrhash)),
            contender("quickphf", $queries, $string(peers::$module::quickphf)),
            contender("HashMap", $queries, $string(peers::$module::std)),
            contender("HashMap, rapidhash", $queries, $string(peers::$module::rapid)),
            contender("hashify", $queries, $string(peers::$module::hashify)),
            contender("frozen-collections", $queries, $string(peers::$module::frozen)),
            contender("match", $queries, $string(peers::$module::a_match)),
            contender("match by columns", $queries, $string(peers::$module::columns)),
            contender("one multiplication", $queries, $string(peers::$module::one_multiply)),
        ]
    };
}

/// Look-ups by one string, the key.
fn by_key(name: &'static str, queries: &[Query]) -> Workload {
    let keys: Vec<&'static str> = queries.iter().map(|query| query.key).collect();
    let any: Vec<_> = queries.iter().map(|query| (query.statement, query.key)).collect();
    let mut contenders = Vec::from(peers_of!(&keys, keys, std::convert::identity));
    contenders.push(contender(OURS[0], &keys, |key| XEN_4_18.get_by_key(key)));
    contenders.push(contender(OURS[1], &any, |(statement, key)| statement.get_by_key(key)));
    Workload { name, contenders }
}

/// The two parts of a feature's name.
type Parts = (&'static str, &'static str);

/// Looks up the two parts joined, in a buffer that is used again and again.
fn joined(look_up: impl Fn(&str) -> Option<u8>) -> impl FnMut(Parts) -> Option<u8> {
    let mut name = String::with_capacity(512);
    move |(title, implementation)| {
        name.clear();
        name.push_str(title);
        name.push('\n');
        name.push_str(implementation);
        look_up(&name)
    }
}

/// Look-ups by title and implementation, as callers have them. Peers that know one string get them joined.
fn by_name(name: &'static str, queries: &[Query]) -> Workload {
    let parts: Vec<Parts> = queries.iter().map(|query| (query.title, query.implementation)).collect();
    let any: Vec<_> = queries.iter().map(|query| (query.statement, query.title, query.implementation)).collect();
    let mut contenders = Vec::from(peers_of!(&parts, names, joined));
    contenders.push(contender("HashMap of pairs", &parts, peers::pairs::std));
    contenders.push(contender("HashMap of pairs, rapidhash", &parts, peers::pairs::rapid));
    contenders.push(contender("match on the pair", &parts, peers::pairs::a_match));
    contenders.push(contender(OURS[0], &parts, |(title, implementation)| XEN_4_18.get(title, implementation)));
    contenders
        .push(contender(OURS[1], &any, |(statement, title, implementation)| statement.get(title, implementation)));
    Workload { name, contenders }
}

/// Look-ups of known features in a release that is known at run time only.
fn by_feature() -> Workload {
    let mut random = Random(2);
    let features: Vec<Feature> = Feature::all().collect();
    let statements: Vec<Statement> = Statement::all().iter().collect();
    // The same bytes in a plain table: which of the status texts it is, or 0.
    let texts: Vec<&str> =
        Statement::all().iter().flat_map(|statement| statement.iter()).map(|(_, it)| it.text()).collect();
    let byte = |statement: Statement, feature: &Feature| {
        let status = statement.status(*feature);
        status.map_or(0, |status| texts.iter().position(|text| *text == status.text()).map_or(0, |at| at as u8 | 1))
    };
    let table = |statement: Statement| -> &'static [u8] {
        features.iter().map(|feature| byte(statement, feature)).collect::<Vec<u8>>().leak()
    };
    let tables: Vec<&'static [u8]> = Statement::all().iter().map(table).collect();
    let picks: Vec<(usize, usize)> =
        (0..LOOK_UPS).map(|_| (random.below(tables.len()), random.below(features.len()))).collect();
    let typed: Vec<_> = picks.iter().map(|(release, row)| (statements[*release], features[*row])).collect();
    let plain: Vec<_> = picks.iter().map(|(release, row)| (tables[*release], *row)).collect();
    Workload {
        name: "known feature, release at run time",
        contenders: vec![
            contender("index into [u8]", &plain, |(table, row)| table[row]),
            contender(OURS[1], &typed, |(statement, feature)| statement.status(feature)),
        ],
    }
}

/// Everything that is measured.
pub fn all() -> Vec<Workload> {
    let kinds = kinds();
    let by_key = kinds.iter().map(|kind| by_key(kind.by_key, &kind.queries));
    let by_name = kinds.iter().map(|kind| by_name(kind.by_name, &kind.queries));
    by_key.chain(by_name).chain([by_feature()]).collect()
}
