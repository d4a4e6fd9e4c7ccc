//! 缺口覆盖: whether the pipeline can bring what the year's target still lacks (domain notes, row 54 and §5.3:
//! open yuan × stage probability ÷ gap).

use super::{Case, is_enough};
use crate::domain::field::OfficeField as O;
use crate::domain::{Decimal, RecordId, Stage, Value};
use crate::ledger::{CellKey, Edit, State};
use crate::rules::OfficeRules;
use crate::rules::metrics::Window;
use crate::rules::metrics::standard;
use crate::rules::query::DayRange;
use crate::rules::targets::{Aims, Holder, Period, cascade, set};

/// The stages before signing.
const BEFORE: [Stage; 2] = [Stage::Planned, Stage::Negotiating];

/// How likely projects of a stage are to be signed, as the office's own past has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The stage.
    pub stage: Stage,
    /// Projects that stand there now.
    pub count: usize,
    /// Their yuan, as far as stated.
    pub yuan: i64,
    /// Projects that came that far and whose signing is decided: signed, or lost before.
    pub decided: usize,
    /// How many of them were signed.
    pub signed: usize,
}

impl Outlook {
    /// The yuan that may be expected: yuan × signed ÷ decided, rounded down; `None` of too few decided.
    pub fn expected(&self) -> Option<i64> {
        if !is_enough(self.decided) {
            return None;
        }
        let expected = i128::from(self.yuan) * self.signed as i128 / self.decided as i128;
        i64::try_from(expected).ok()
    }
}

/// The year's target beside what is signed and what may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Projects signed in the year, those lost since included: the signing was done.
    pub signed: usize,
    /// Their yuan.
    pub signed_yuan: i64,
    /// What of the target is missing; `None` without a target.
    pub gap_yuan: Option<i64>,
    /// How many projects are missing; `None` without a target.
    pub gap: Option<i64>,
    /// The stages before signing.
    pub outlooks: [Outlook; 2],
}

impl Coverage {
    /// Yuan of all projects before signing.
    pub fn pipeline_yuan(&self) -> i64 {
        self.outlooks.iter().fold(0, |sum, outlook| sum.saturating_add(outlook.yuan))
    }

    /// What may be expected of them; `None` if a stage that holds any yuan has too few decided cases.
    pub fn expected(&self) -> Option<i64> {
        self.outlooks
            .iter()
            .filter(|outlook| outlook.yuan > 0)
            .try_fold(0i64, |sum, outlook| Some(sum.saturating_add(outlook.expected()?)))
    }
}

/// The metrics whose targets the gap is of: the amount signed, and the projects.
pub const SIGNED: (&str, &str) = ("signed_amount", "signed");

/// What the county wants to sign in a year, in yuan and in projects: its targets of [`SIGNED`], or what those of its
/// units come to together.
pub fn targets(state: &State, rules: &OfficeRules, year: i32) -> (Option<i64>, Option<i64>) {
    let aims = Aims::read(state, rules, &standard::in_force(state));
    let period = Period::Year(year);
    let of = |word: &str| {
        let own = aims.of(word, &Holder::County, period).map(|aim| aim.target);
        let target = own.or_else(|| cascade(state, &aims, word, period).divided)?;
        Some(target.trunc())
    };
    let (yuan, count) = before_targets(state, rules, year);
    (of(SIGNED.0).or(yuan), of(SIGNED.1).or(count))
}

/// The edits that set the county's target of one of [`SIGNED`] for a year, or take it away. What was once set among the
/// settings of the office goes with it.
pub fn set_target(state: &State, word: &str, year: i32, target: Option<Decimal>) -> Vec<Edit> {
    let metrics = standard::in_force(state);
    let Some(metric) = metrics.iter().find(|metric| metric.word == word) else { return Vec::new() };
    let mut edits = set(state, metric, &Holder::County, Period::Year(year), target);
    let field = if word == SIGNED.0 { O::YearTargetSigned } else { O::YearTargetCount };
    let old = state.names().find_element(&year.to_string()).map(|element| CellKey::of(field, element));
    let old = old.filter(|cell| !state.get(RecordId::OFFICE, *cell).is_empty());
    edits.extend(old.map(|cell| Edit::new(RecordId::OFFICE, cell, Value::Empty)));
    edits
}

/// The same as it was kept among the settings of the office before there were targets.
fn before_targets(state: &State, rules: &OfficeRules, year: i32) -> (Option<i64>, Option<i64>) {
    let Some(element) = state.names().find_element(&year.to_string()) else { return (None, None) };
    let get = |field: O| state.get(RecordId::OFFICE, CellKey::of(field, element));
    let yuan = get(O::YearTargetSigned).as_money().and_then(|money| rules.rates.to_yuan(money));
    (yuan, get(O::YearTargetCount).as_int())
}

/// A counting year: targets are of signed yuan and of signed projects.
pub fn coverage(cases: &[Case], target_yuan: Option<i64>, target: Option<i64>, year: Window) -> Coverage {
    let range = DayRange { from: Some(year.from), to: Some(year.to) };
    let outlook = |stage| Outlook { stage, count: 0, yuan: 0, decided: 0, signed: 0 };
    let mut outlooks = BEFORE.map(outlook);
    let (mut signed, mut signed_yuan) = (0, 0i64);
    for case in cases {
        if case.day_in(Stage::Signed, range).is_some() {
            signed += 1;
            signed_yuan = signed_yuan.saturating_add(case.yuan.unwrap_or(0));
        }
        let was_signed = case.stage >= Stage::Signed;
        for outlook in &mut outlooks {
            if case.is_live() && case.stage == outlook.stage {
                outlook.count += 1;
                outlook.yuan = outlook.yuan.saturating_add(case.yuan.unwrap_or(0));
            }
            // Who is further was there; every project was planned once.
            if case.stage >= outlook.stage && (was_signed || case.is_lost()) {
                outlook.decided += 1;
                outlook.signed += usize::from(was_signed);
            }
        }
    }
    Coverage {
        signed,
        signed_yuan,
        gap_yuan: target_yuan.map(|target| (target - signed_yuan).max(0)),
        gap: target.map(|target| (target - signed as i64).max(0)),
        outlooks,
    }
}
