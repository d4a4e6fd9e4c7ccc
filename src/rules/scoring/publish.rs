//! 发布: a result as it was published. It holds the rules, the numbers and the scores, so that working it out again
//! gives the same bytes, whatever the pipeline says by then; a later correction shows as such (domain notes row 70).

use super::award::{Verdict, awards};
use super::{Figures, Outcome, RuleSheet, score};
use crate::domain::Decimal;
use crate::rules::counting_year::JANUARY;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A result that is frozen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// The version of this format.
    pub format: u32,
    /// The period, as it is written.
    pub period: String,
    /// The day that the numbers are of, in ISO form.
    pub day: String,
    /// The month that its counting year begins with, unless that is January: a later setting of the office does not
    /// move its period. Results published while every year began in January stay the same bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_month: Option<u32>,
    /// The rules.
    pub sheet: RuleSheet,
    /// The numbers.
    pub figures: Figures,
    /// What they came to.
    pub lines: Vec<Line>,
    /// The awards, by the key of the award and the key of the subject.
    pub awards: Vec<(String, String)>,
}

/// One line of a frozen result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The key of the subject.
    pub key: String,
    /// 总分
    pub total: Decimal,
    /// 名次 in its group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<usize>,
    /// The points of the items of the outermost level.
    pub items: Vec<Decimal>,
}

/// The version of the format that is written.
const FORMAT: u32 = 1;

/// Freezes a result of a period by a counting year that begins with `first_month`.
pub fn freeze(sheet: &RuleSheet, figures: &Figures, period: &str, day: &str, first_month: u32) -> Frozen {
    let outcome = score(sheet, figures);
    Frozen {
        format: FORMAT,
        period: period.to_owned(),
        day: day.to_owned(),
        first_month: (first_month != JANUARY).then_some(first_month),
        sheet: sheet.clone(),
        figures: figures.clone(),
        lines: lines(figures, &outcome),
        awards: given(sheet, figures, &outcome),
    }
}

impl Frozen {
    /// Its bytes, the same for the same result.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a result. The error says where it is not understood.
    pub fn read(json: &str) -> Result<Self, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    /// The month that its counting year begins with.
    pub fn first_month(&self) -> u32 {
        self.first_month.unwrap_or(JANUARY)
    }

    /// The SHA-256 of its bytes in hexadecimal digits.
    pub fn digest(&self) -> String {
        digest(&self.write())
    }

    /// The result worked out again from its own rules and numbers: equal to itself, or this program works otherwise
    /// than the one that published it.
    pub fn again(&self) -> Self {
        freeze(&self.sheet, &self.figures, &self.period, &self.day, self.first_month())
    }

    /// What the numbers of today would change in it, by subject: those whose total or place differs.
    pub fn corrections(&self, figures: &Figures) -> Vec<Correction> {
        let now = lines(figures, &score(&self.sheet, figures));
        let changed = |then: &Line| {
            let now = now.iter().find(|line| line.key == then.key);
            let same = now.is_some_and(|now| now.total == then.total && now.place == then.place);
            (!same).then(|| Correction { then: Some(then.clone()), now: now.cloned() })
        };
        let added = now.iter().filter(|line| self.lines.iter().all(|then| then.key != line.key));
        let added = added.map(|line| Correction { then: None, now: Some(line.clone()) });
        self.lines.iter().filter_map(changed).chain(added).collect()
    }
}

/// What later changes make of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// As it was published.
    pub then: Option<Line>,
    /// As it would be now.
    pub now: Option<Line>,
}

/// The SHA-256 of a text in hexadecimal digits.
pub fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn lines(figures: &Figures, outcome: &Outcome) -> Vec<Line> {
    let line = |score: &super::Score| Line {
        key: figures.subjects.get(score.subject).map(|subject| subject.key.clone()).unwrap_or_default(),
        total: score.total,
        place: score.place,
        items: score.items.iter().map(|item| item.points).collect(),
    };
    outcome.scores.iter().map(line).collect()
}

fn given(sheet: &RuleSheet, figures: &Figures, outcome: &Outcome) -> Vec<(String, String)> {
    let all = awards(sheet, figures, outcome).into_iter().filter(|c| c.verdict == Verdict::Given);
    all.map(|c| (sheet.awards[c.award].key.clone(), figures.subjects[c.subject].key.clone())).collect()
}
