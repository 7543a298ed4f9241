//! The day on which security support is judged.

use clap::Args;
use std::time::{SystemTime, UNIX_EPOCH};
use xen_support_data::Date;

/// The argument that names the day.
#[derive(Args)]
pub(crate) struct Day {
    /// Judge security support on this day, such as 2028-11-16, instead of today: a release that is not out by then, or
    /// whose security support has ended, has none
    #[arg(long, value_name = "DAY", value_parser = parse)]
    on: Option<Date>,
}

fn parse(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "it is not a day of the calendar; write one as in 2028-11-16".to_owned())
}

impl Day {
    /// The day that was given, or today in UTC.
    pub(crate) fn or_today(&self) -> Date {
        self.on.unwrap_or_else(|| {
            let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            Date::from_unix_seconds(i64::try_from(since_1970.as_secs()).unwrap_or(i64::MAX))
        })
    }
}
