//! `defmt::Format`: each type as its `Display` writes it.

use crate::model::{
    Amount, Beside, Date, Feature, Label, Level, Life, Limit, Link, Loss, Need, Release, ReleaseDate, Requirement,
    Security, SecuritySupport, Set, Stage, Statement, Status, Unit, Unmet, Version,
};
use defmt::{Display2Format, Format, Formatter, write};

macro_rules! as_displayed {
    ($($type:ty),+ $(,)?) => {
        $(impl Format for $type {
            fn format(&self, f: Formatter<'_>) {
                write!(f, "{}", Display2Format(self));
            }
        })+
    };
}

macro_rules! of_a_set_as_displayed {
    ($($type:ident),+ $(,)?) => {
        $(impl<S: Set> Format for $type<S> {
            fn format(&self, f: Formatter<'_>) {
                write!(f, "{}", Display2Format(self));
            }
        })+
    };
}

as_displayed!(
    Amount,
    Beside,
    Date,
    Label,
    Level,
    Life,
    Limit,
    Link,
    Loss,
    Release,
    ReleaseDate,
    Requirement,
    Security,
    SecuritySupport,
    Stage,
    Unit,
    Version,
);
of_a_set_as_displayed!(Feature, Need, Statement, Status, Unmet);
