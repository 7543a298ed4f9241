//! Guesses which features were given another name between two statements.

use super::features::ParsedFeature;
use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};
use xen_support_data::distance;

/// How alike two names are, the more the greater.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Likeness {
    /// Most of their words are the same.
    Words,
    /// They differ in how they are spelt, or in the order of the words.
    Spelling,
    Same,
}

/// How many pairs of features are looked at. A statement where more went and came is not another version of the first.
const MOST_PAIRS: usize = 250_000;

/// A guess: the position of a feature that went, and of the one that came in its place.
pub(super) struct Rename {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) likeness: Likeness,
}

/// Guesses which of the features that went is which of those that came: for both, there is none that is more like it.
pub(super) fn guess(gone: &[&ParsedFeature], came: &[&ParsedFeature]) -> Vec<Rename> {
    if gone.len().saturating_mul(came.len()) > MOST_PAIRS {
        return Vec::new();
    }
    let [gone_names, came_names] =
        [gone, came].map(|features| features.iter().map(|f| Name::of(f)).collect::<Vec<_>>());
    let mut scores: HashMap<(usize, usize), Score> = HashMap::new();
    for (old, name) in gone_names.iter().enumerate() {
        for (new, other) in came_names.iter().enumerate() {
            if let Some(likeness) = name.likeness(other) {
                let (one, other) = (gone[old], came[new]);
                if one.status.level == other.status.level {
                    let agreements =
                        [one.status.text == other.status.text, one.heading.section == other.heading.section];
                    scores.insert((old, new), (likeness, agreements.map(u8::from).iter().sum()));
                }
            }
        }
    }
    let (mut best_of_old, mut best_of_new) = (vec![Best::default(); gone.len()], vec![Best::default(); came.len()]);
    for (&(old, new), score) in &scores {
        best_of_old[old].consider(*score);
        best_of_new[new].consider(*score);
    }
    let is_best =
        |pair: &(usize, usize), score| best_of_old[pair.0].is_only(score) && best_of_new[pair.1].is_only(score);
    let mut renames: Vec<Rename> = scores
        .iter()
        .filter(|(pair, score)| is_best(pair, **score))
        .map(|(&(old, new), &(likeness, _))| Rename { old, new, likeness })
        .collect();
    renames.sort_by_key(|rename| rename.new);
    renames
}

/// How alike a pair is: by name, and in how many of status and section.
type Score = (Likeness, u8);

/// The best score of the pairs that a feature is in, and how many have it.
#[derive(Clone, Copy, Default)]
struct Best {
    score: Option<Score>,
    count: usize,
}

impl Best {
    fn consider(&mut self, score: Score) {
        match self.score.cmp(&Some(score)) {
            Ordering::Less => *self = Self { score: Some(score), count: 1 },
            Ordering::Equal => self.count += 1,
            Ordering::Greater => {}
        }
    }

    /// Whether this is the best score, and one pair alone has it.
    fn is_only(&self, score: Score) -> bool {
        self.score == Some(score) && self.count == 1
    }
}

/// What a feature is called, by its words.
struct Name<'f> {
    feature: &'f ParsedFeature,
    title: Vec<String>,
    implementation: Vec<String>,
}

impl<'f> Name<'f> {
    fn of(feature: &'f ParsedFeature) -> Self {
        let (title, implementation) = (words(&feature.heading.title), words(&feature.implementation));
        Self { feature, title, implementation }
    }

    /// How like another name it is; `None` if it is another feature's. Of the two parts, one may differ in its words.
    fn likeness(&self, other: &Self) -> Option<Likeness> {
        let title = likeness(&self.title, &other.title)?;
        let implementation = likeness(&self.implementation, &other.implementation)?;
        let same_section = self.feature.heading.section == other.feature.heading.section;
        match (title, implementation) {
            (Likeness::Words, Likeness::Words) => None,
            (Likeness::Words, _) if !same_section => None,
            (title, implementation) => Some(title.min(implementation)),
        }
    }
}

/// The words of a name, in lower case.
fn words(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn likeness(one: &[String], other: &[String]) -> Option<Likeness> {
    if one == other || one.concat() == other.concat() {
        return Some(Likeness::Same);
    }
    let sets = [one, other].map(|words| words.iter().collect::<BTreeSet<_>>());
    let is_spelt_alike = one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same_word(one, other));
    if sets[0] == sets[1] || is_spelt_alike {
        return Some(Likeness::Spelling);
    }
    let common = sets[0].intersection(&sets[1]).count();
    let numbers = sets.each_ref().map(|set| set.iter().filter(|word| has_digit(word)).collect::<Vec<_>>());
    (common * 2 > sets[0].union(&sets[1]).count() && numbers[0] == numbers[1]).then_some(Likeness::Words)
}

/// Whether two words differ in one or two letters that are not the first. With a digit in it, a word is another one.
fn is_same_word(one: &str, other: &str) -> bool {
    let are_long = one.len().min(other.len()) > 4 && one.chars().next() == other.chars().next();
    one == other || (are_long && !has_digit(one) && !has_digit(other) && distance(one, other, 2) <= 2)
}

fn has_digit(word: &str) -> bool {
    word.contains(|c: char| c.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::{Likeness, likeness, words};

    #[test]
    fn names_are_alike_if_they_are_spelt_otherwise_or_share_most_words() {
        let like = |one: &str, other: &str| likeness(&words(one), &words(other));
        assert_eq!(like("ARM/GICv3", "Arm GICv3"), Some(Likeness::Same));
        assert_eq!(like("Live Patching", "Livepatching"), Some(Likeness::Same));
        assert_eq!(like("Guest serial console", "Guests serial consoles"), Some(Likeness::Spelling));
        assert_eq!(like("Hotplug, memory", "Memory Hotplug"), Some(Likeness::Spelling));
        assert_eq!(like("XSM & FLASK", "FLASK XSM Module"), Some(Likeness::Words));
        for (one, other) in [
            ("x86/PV", "x86/PVH"),
            ("ARM SMMUv1", "ARM SMMUv2"),
            ("x86_32", "x86_64"),
            ("Physical CPU Hotplug", "Virtual CPU Hotplug"),
            ("XSM & FLASK", "XSM (Xen Security Module) Framework"),
            ("", "x86"),
            ("Linux", "Windows"),
        ] {
            assert_eq!(like(one, other), None, "{one} {other}");
        }
    }
}
