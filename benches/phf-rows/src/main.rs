//! Prints what the bundled tables say as Rust for phf: one `phf_map!` per release, from a feature's name as `Display`
//! writes it (`x86/PVH, domU`) to its level and security support in one byte; then an array of all maps, by version.

use xen_support::Statement;

fn main() {
    let statements = Statement::all();
    let constant = |statement: Statement| {
        format!("XEN_{}", statement.release().version_text.to_uppercase().replace(['.', '-'], "_"))
    };
    for statement in statements {
        println!("pub static {}: phf::Map<&str, u8> = phf::phf_map! {{", constant(statement));
        for (feature, status) in statement.iter() {
            let meaning = (status.level() as u8) << 2 | status.security() as u8;
            println!("    {:?} => {meaning},", feature.to_string());
        }
        println!("}};");
    }
    let references: Vec<String> = statements.iter().map(|statement| format!("&{}", constant(statement))).collect();
    println!("pub static ALL: [&phf::Map<&str, u8>; {}] = [{}];", references.len(), references.join(", "));
}
