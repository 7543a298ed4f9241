//! What was measured, as a table.

use crate::workload::{OURS, Workload};

/// Prints what each contender of each workload costs, and how that compares with the best peer and with phf.
pub fn print(title: &str, workloads: &[Workload], costs: &[Vec<f64>]) {
    println!("\n{title}; `*` is the best peer");
    for (workload, costs) in workloads.iter().zip(costs) {
        let named = || workload.contenders.iter().map(|contender| contender.name).zip(costs.iter().copied());
        let peers = || named().filter(|(name, _)| !OURS.contains(name));
        let (best, of_best) = peers().min_by(|a, b| a.1.total_cmp(&b.1)).expect("there are peers");
        let phf = peers().find(|(name, _)| *name == "phf").map(|(_, cost)| cost);
        println!("\n  {:32}            to best  to phf", workload.name);
        for (name, cost) in named() {
            let to_phf = phf.map_or(String::new(), |phf| format!("{:6.2}", cost / phf));
            let mark = if name == best { '*' } else { ' ' };
            println!("  {mark} {name:30} {cost:8.2}  {:7.2}  {to_phf}", cost / of_best);
        }
    }
}
