//! CPU time from Linux's /proc. It hardly depends on what else runs.
#![allow(dead_code, reason = "a bench need not use both")]

use std::fs;

/// The nanoseconds that this thread has been running on a processor ([`/proc/pid/schedstat`]).
///
/// [`/proc/pid/schedstat`]: https://docs.kernel.org/scheduler/sched-stats.html
pub(crate) fn of_thread() -> u64 {
    let schedstat = fs::read_to_string("/proc/thread-self/schedstat").expect("the bench is for Linux");
    schedstat.split(' ').next().and_then(|time| time.parse().ok()).expect("the first number is the time on a processor")
}

/// The milliseconds of CPU time, user and system, of the child processes that this one has waited for, and of their
/// children.
pub(crate) fn of_children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("the bench is for Linux");
    // The fields cutime and cstime, in hundredths of a second; the second field, in brackets, may hold spaces.
    let (_, fields) = stat.rsplit_once(')').expect("the second field is in brackets");
    fields.split_whitespace().skip(13).take(2).map(|ticks| ticks.parse::<f64>().expect("a number") * 10.0).sum()
}
