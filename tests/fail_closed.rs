//! Mutates status lines, dates, and what stands beside a status, to show that no typing mistake makes a feature security
//! supported without a diagnostic.

#[path = "fail_closed/beside.rs"]
mod beside;
#[path = "fail_closed/dates.rs"]
mod dates;
#[path = "fail_closed/pages.rs"]
mod pages;
#[path = "fail_closed/statuses.rs"]
mod statuses;
