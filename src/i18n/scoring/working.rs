//! A score as arithmetic on paper: `30 × 12 ÷ 20 = 18`, every number with what it is.

use super::formula::based;
use super::{Known, number, points, quantity, share};
use crate::domain::Decimal;
use crate::i18n::Lang;
use crate::rules::scoring::formula::{Basis, Bound, Cause, Role, Term};
use crate::rules::scoring::{Formula, Undefined, Working};

/// A piece of arithmetic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// A number or a sign.
    pub text: String,
    /// What the number is; empty for signs.
    pub role: String,
    /// The metric that it is the number of; empty for others.
    pub metric: String,
}

/// The arithmetic in one line, with what it gives: `30 × 12 ÷ 20 = 18`; empty where there was none.
pub fn arithmetic(l: Lang, known: &Known, formula: &Formula, working: &Working) -> String {
    let pieces = pieces(l, known, formula, working);
    let mut told = String::new();
    for piece in pieces {
        let tight = told.is_empty() || told.ends_with('(') || piece.text == ")";
        if !tight {
            told.push(' ');
        }
        told += &piece.text;
    }
    told
}

/// The arithmetic, piece by piece, with what it gives.
pub fn pieces(l: Lang, known: &Known, formula: &Formula, working: &Working) -> Vec<Piece> {
    if working.terms.is_empty() {
        return Vec::new();
    }
    let of = basis(formula);
    let mut found: Vec<Piece> = working.terms.iter().map(|term| piece(l, known, of, term)).collect();
    let plain = |text: String| Piece { text, role: String::new(), metric: String::new() };
    // A number alone says what it gives.
    if working.terms.len() > 1 {
        found.push(plain("=".to_owned()));
        found.push(plain(number(working.raw, 4)));
    }
    found
}

/// By which number of its metric a formula compares.
fn basis(formula: &Formula) -> Basis {
    match formula {
        Formula::Power(f) => f.of,
        Formula::RelativeMax(f) => f.of,
        Formula::Bands(f) => f.of,
        _ => Basis::Value,
    }
}

fn piece(l: Lang, known: &Known, of: Basis, term: &Term) -> Piece {
    let sign = |text: &str| Piece { text: text.to_owned(), role: String::new(), metric: String::new() };
    let (value, role) = match term {
        Term::Number(value, role) => (*value, role),
        Term::Times => return sign("×"),
        Term::Over => return sign("÷"),
        Term::Plus => return sign("+"),
        Term::Minus => return sign("−"),
        Term::Open => return sign("("),
        Term::Close => return sign(")"),
    };
    let of_metric = |word: &String| quantity(l, known.unit(word), value);
    let compared = |word: &String| if of == Basis::Value { of_metric(word) } else { share(value) };
    let text = match role {
        Role::Done(word) | Role::Target(word) => of_metric(word),
        Role::Highest(word) | Role::Lowest(word) => compared(word),
        Role::Elapsed => share(value),
        Role::Weight | Role::Stated | Role::Counted | Role::Marks(_) => number(value, 4),
    };
    let metric = match role {
        Role::Done(word) | Role::Target(word) => word.clone(),
        _ => String::new(),
    };
    Piece { text, role: role_name(l, known, of, role), metric }
}

fn role_name(l: Lang, known: &Known, of: Basis, role: &Role) -> String {
    let name = |word: &str| known.name(l, word);
    let compared = |word: &str| based(l, &name(word), of);
    match (role, l) {
        (Role::Weight, Lang::Zh) => "分值".to_owned(),
        (Role::Weight, Lang::En) => "full marks".to_owned(),
        (Role::Done(word), Lang::Zh) => format!("{}完成", name(word)),
        (Role::Done(word), Lang::En) => format!("{}, done", name(word)),
        (Role::Target(word), Lang::Zh) => format!("{}目标", name(word)),
        (Role::Target(word), Lang::En) => format!("{}, target", name(word)),
        (Role::Elapsed, Lang::Zh) => "序时进度".to_owned(),
        (Role::Elapsed, Lang::En) => "elapsed share of the period".to_owned(),
        (Role::Highest(word), Lang::Zh) => format!("{}组内最高", compared(word)),
        (Role::Highest(word), Lang::En) => format!("{}, highest of the group", compared(word)),
        (Role::Lowest(word), Lang::Zh) => format!("{}组内最低", compared(word)),
        (Role::Lowest(word), Lang::En) => format!("{}, lowest of the group", compared(word)),
        (Role::Stated, Lang::Zh) => "办法规定".to_owned(),
        (Role::Stated, Lang::En) => "stated by the rules".to_owned(),
        (Role::Counted, Lang::Zh) => "折算数".to_owned(),
        (Role::Counted, Lang::En) => "counted from the numbers".to_owned(),
        (Role::Marks(class), Lang::Zh) if class.is_empty() => "评委平均分".to_owned(),
        (Role::Marks(class), Lang::En) if class.is_empty() => "mean of the graders".to_owned(),
        (Role::Marks(class), Lang::Zh) => format!("{class}平均分"),
        (Role::Marks(class), Lang::En) => format!("mean of {class}"),
    }
}

/// Why a formula says nothing: `没有目标的`, ready for a choice to follow.
pub const fn cause(l: Lang, cause: Cause) -> &'static str {
    match (cause, l) {
        (Cause::NoTarget, Lang::Zh) => "没有目标的",
        (Cause::NoTarget, Lang::En) => "without a target",
        (Cause::NotEntered, Lang::Zh) => "没有填报的",
        (Cause::NotEntered, Lang::En) => "nothing entered",
        (Cause::AllEqual, Lang::Zh) => "全组相同的",
        (Cause::AllEqual, Lang::En) => "all of the group equal",
        (Cause::NobodyHas, Lang::Zh) => "全组都没有的",
        (Cause::NobodyHas, Lang::En) => "nobody of the group has any",
        (Cause::NoWhole, Lang::Zh) => "分母为零的",
        (Cause::NoWhole, Lang::En) => "the whole is nothing",
        (Cause::NoMarks, Lang::Zh) => "没有评分的",
        (Cause::NoMarks, Lang::En) => "no marks given",
        (Cause::NoEarlierRank, Lang::Zh) => "没有上期名次的",
        (Cause::NoEarlierRank, Lang::En) => "no earlier ranking",
        (Cause::NotBegun, Lang::Zh) => "周期尚未开始的",
        (Cause::NotBegun, Lang::En) => "the period has not begun",
        (Cause::NoBand, Lang::Zh) => "不在任何一档的",
        (Cause::NoBand, Lang::En) => "in no band",
        (Cause::NoMetric, Lang::Zh) => "没有这个指标的",
        (Cause::NoMetric, Lang::En) => "the metric is not known",
    }
}

/// What a sheet chose where a formula says nothing.
pub const fn choice(l: Lang, chosen: Undefined) -> &'static str {
    match (chosen, l) {
        (Undefined::Zero, Lang::Zh) => "不得分",
        (Undefined::Zero, Lang::En) => "no points",
        (Undefined::Full, Lang::Zh) => "得满分",
        (Undefined::Full, Lang::En) => "full marks",
        (Undefined::Leave, Lang::Zh) => "不计此项，其余按比例放大",
        (Undefined::Leave, Lang::En) => "left out, the other items weigh more",
    }
}

/// What stands for arithmetic where there was none: `没有目标的不得分`.
pub fn undefined(l: Lang, why: Cause, chosen: Undefined) -> String {
    match l {
        Lang::Zh => format!("{}{}", cause(l, why), choice(l, chosen)),
        Lang::En => format!("{}: {}", cause(l, why), choice(l, chosen)),
    }
}

/// What held a score back: `封顶 20 分`.
pub fn bound(l: Lang, bound: Bound) -> String {
    let told = |at: Decimal| points(l, at);
    match (bound, l) {
        (Bound::Cap(at), Lang::Zh) if at.is_zero() => "未达起计点，不得分".to_owned(),
        (Bound::Cap(at), Lang::En) if at.is_zero() => "below the least that counts: nothing".to_owned(),
        (Bound::Cap(at), Lang::Zh) => format!("封顶 {}", told(at)),
        (Bound::Cap(at), Lang::En) => format!("capped at {}", told(at)),
        (Bound::Floor(at), Lang::Zh) => format!("保底 {}", told(at)),
        (Bound::Floor(at), Lang::En) => format!("not below {}", told(at)),
    }
}
