//! Look-ups by xen-support and by its peers, in one process and over the same names: `cargo bench --bench lookup`.

mod one_multiply;
mod peers;
mod table;
mod workload;

use std::env;
use std::process::Command;
use std::time::Instant;
use workload::{Contender, LOOK_UPS, Workload};

/// How often each contender makes its pass; they take turns.
const ROUNDS: usize = 101;

/// The median of the nanoseconds that a look-up takes, for each contender.
fn nanoseconds(workload: &mut Workload) -> Vec<f64> {
    let mut times = vec![Vec::new(); workload.contenders.len()];
    for _ in 0..ROUNDS {
        for (contender, times) in workload.contenders.iter_mut().zip(&mut times) {
            let start = Instant::now();
            (contender.pass)();
            times.push(start.elapsed().as_secs_f64() * 1e9 / LOOK_UPS as f64);
        }
    }
    let median = |mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[ROUNDS / 2]
    };
    times.into_iter().map(median).collect()
}

/// The instructions that a look-up takes, for each contender: what Valgrind counts over some passes, without what it
/// counts over none.
fn instructions(workload: &Workload) -> Vec<f64> {
    const PASSES: u32 = 2;
    let count = |contender: &Contender, passes: u32| -> f64 {
        let output = Command::new("valgrind")
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
            .arg(env::current_exe().expect("a bench knows its own path"))
            .args([workload.name, contender.name, &passes.to_string()])
            .output()
            .expect("Valgrind can be started");
        let text = String::from_utf8_lossy(&output.stderr);
        let count = text.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok());
        count.expect("callgrind says how many instructions it collected")
    };
    let a_look_up =
        |contender: &Contender| (count(contender, PASSES) - count(contender, 0)) / f64::from(PASSES) / LOOK_UPS as f64;
    workload.contenders.iter().map(a_look_up).collect()
}

/// Makes the passes of one contender of one workload, to be counted.
fn pass(workload: &str, contender: &str, passes: usize) {
    let mut workloads = workload::all();
    let workload = workloads.iter_mut().find(|it| it.name == workload).expect("there is such a workload");
    let contender = workload.contenders.iter_mut().find(|it| it.name == contender).expect("there is such a contender");
    (0..passes).for_each(|_| (contender.pass)());
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [workload, contender, passes] => pass(workload, contender, passes.parse().expect("a number of passes")),
        [] => {
            let mut workloads = workload::all();
            let times: Vec<Vec<f64>> = workloads.iter_mut().map(nanoseconds).collect();
            table::print("Nanoseconds a look-up, medians", &workloads, &times);
            if Command::new("valgrind").arg("--version").output().is_ok() {
                let counts: Vec<Vec<f64>> = workloads.iter().map(instructions).collect();
                table::print("Instructions a look-up", &workloads, &counts);
            } else {
                println!("Instructions are not counted: Valgrind is not installed.");
            }
        }
        _ => panic!("usage: lookup [WORKLOAD CONTENDER PASSES]"),
    }
}
