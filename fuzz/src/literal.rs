//! The values of literals in the emitted Rust, by their syntax.

use syn::{Expr, ExprLit, ExprMethodCall, Lit};
use xen_support_data::{Bound, Limit, Unit};

/// The limit that an expression stands for.
pub(crate) fn limit(expression: &Expr) -> Limit {
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
pub(crate) fn calls(expression: &Expr) -> (&Expr, Vec<&ExprMethodCall>) {
    match expression {
        Expr::MethodCall(call) => {
            let (first, mut methods) = calls(&call.receiver);
            methods.push(call);
            (first, methods)
        }
        first => (first, Vec::new()),
    }
}

/// The elements of `&[…]`.
pub(crate) fn slice(expression: &Expr) -> impl Iterator<Item = &Expr> {
    let Expr::Reference(reference) = expression else { panic!("no slice") };
    let Expr::Array(array) = &*reference.expr else { panic!("no slice") };
    array.elems.iter()
}

/// The value of a field of `T { … }`.
pub(crate) fn field<'e>(expression: &'e Expr, name: &str) -> &'e Expr {
    let Expr::Struct(literal) = expression else { panic!("no struct") };
    let has_name = |field: &&syn::FieldValue| matches!(&field.member, syn::Member::Named(ident) if ident == name);
    &literal.fields.iter().find(has_name).expect("the field is there").expr
}

/// An argument of `f(…)`.
pub(crate) fn argument(expression: &Expr, number: usize) -> &Expr {
    let Expr::Call(call) = expression else { panic!("no call") };
    &call.args[number]
}

pub(crate) fn string(expression: &Expr) -> String {
    match expression {
        Expr::Lit(ExprLit { lit: Lit::Str(string), .. }) => string.value(),
        _ => panic!("no string"),
    }
}

pub(crate) fn integer(expression: &Expr) -> u64 {
    match expression {
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => number.base10_parse().expect("64 bits"),
        _ => panic!("no number"),
    }
}

pub(crate) fn boolean(expression: &Expr) -> bool {
    match expression {
        Expr::Lit(ExprLit { lit: Lit::Bool(value), .. }) => value.value,
        _ => panic!("no truth value"),
    }
}

pub(crate) fn number(expression: &Expr) -> usize {
    usize::try_from(integer(expression)).expect("a number of rows")
}

/// The last segment of a path: `Yes` of `data::Security::Yes`.
pub(crate) fn last_segment(expression: &Expr) -> String {
    match expression {
        Expr::Path(path) => path.path.segments.last().expect("a path is not empty").ident.to_string(),
        _ => panic!("no path"),
    }
}
