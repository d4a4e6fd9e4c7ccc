//! 流失与退库: what was lost, for which reason, from which stage (domain notes §2.1 and §3.4).

use super::Case;
use crate::domain::Stage;
use crate::rules::query::DayRange;

/// The projects that left for one reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loss {
    /// 退出原因, as stored; empty where none is given.
    pub reason: String,
    /// How many.
    pub count: usize,
    /// Their total investment, as far as it is stated.
    pub yuan: i64,
    /// How many left from each stage.
    pub stages: [usize; Stage::ALL.len()],
}

impl Loss {
    /// How many had not signed.
    pub fn before_signing(&self) -> usize {
        self.stages[..Stage::Signed as usize].iter().sum()
    }
}

/// What was lost or withdrawn in a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    /// By reason, most projects first; those of equal number by money, then by the word.
    pub rows: Vec<Loss>,
    /// How many more left on a day that nobody stated, where the period has an end or a beginning.
    pub undated: usize,
}

/// What was lost or withdrawn in `range`. What is on hold may come back and is no loss.
pub fn losses(cases: &[Case], range: DayRange) -> Losses {
    let is_open = range == DayRange::default();
    let mut found = Losses::default();
    for case in cases.iter().filter(|case| case.is_lost()) {
        match case.left_on {
            None if !is_open => {
                found.undated += 1;
                continue;
            }
            Some(day) if !range.holds(day) => continue,
            _ => {}
        }
        let at = found.rows.iter().position(|row| row.reason == case.reason).unwrap_or_else(|| {
            found.rows.push(Loss { reason: case.reason.clone(), ..Loss::default() });
            found.rows.len() - 1
        });
        let row = &mut found.rows[at];
        row.count += 1;
        row.yuan = row.yuan.saturating_add(case.yuan.unwrap_or(0));
        row.stages[case.stage as usize] += 1;
    }
    found.rows.sort_by(|a, b| (b.count, b.yuan, &a.reason).cmp(&(a.count, a.yuan, &b.reason)));
    found
}
