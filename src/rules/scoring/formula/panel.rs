//! The marks of graders.

use super::place::stated;
use super::{Cause, Place, Role, Term, Undefined, Working};
use crate::domain::Decimal;
use serde::{Deserialize, Serialize};

/// 评委打分: the mean of each class of graders, weighed, as a share of the highest mark (domain notes §2.3 panel).
/// A class that gave no marks does not count, and the others weigh more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    /// The metric that the marks are entered for.
    pub metric: String,
    /// The classes; without any, all graders weigh the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub graders: Vec<GraderClass>,
    /// The highest mark.
    #[serde(default = "hundred")]
    pub full: Decimal,
    /// Where nobody gave marks.
    #[serde(default)]
    pub undefined: Undefined,
}

/// A class of graders.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GraderClass {
    /// What it is called, such as 县领导.
    pub class: String,
    /// What it weighs.
    pub share: Decimal,
}

fn hundred() -> Decimal {
    Decimal::whole(100)
}

impl Panel {
    pub(super) fn work(&self, at: &Place<'_>) -> Working {
        let column = at.figures.metrics.get(&self.metric);
        let marks = column.and_then(|column| column.marks.get(at.subject)).map_or(&[][..], |marks| marks);
        let mean = |marks: Vec<Decimal>| {
            let count = Decimal::whole(i64::try_from(marks.len()).unwrap_or(i64::MAX));
            marks.into_iter().sum::<Decimal>().over(count)
        };
        let classes: Vec<(String, Decimal, Decimal)> = if self.graders.is_empty() {
            let all = mean(marks.iter().map(|mark| mark.mark).collect());
            all.map(|all| (String::new(), Decimal::ONE, all)).into_iter().collect()
        } else {
            let of = |class: &GraderClass| {
                let own = marks.iter().filter(|mark| mark.grader == class.class).map(|mark| mark.mark);
                Some((class.class.clone(), class.share, mean(own.collect())?))
            };
            self.graders.iter().filter_map(of).collect()
        };
        let shares: Decimal = classes.iter().map(|(_, share, _)| *share).sum();
        let weighed: Decimal = classes.iter().map(|(_, share, mean)| share.times(*mean)).sum();
        let Some(raw) = at.weight.share(weighed, shares.times(self.full)) else {
            return Working::chosen(Cause::NoMarks, self.undefined, at.weight);
        };
        let mut terms = vec![Term::Number(at.weight, Role::Weight), Term::Times, Term::Open];
        for (n, (class, share, mean)) in classes.into_iter().enumerate() {
            if n > 0 {
                terms.push(Term::Plus);
            }
            terms.extend([stated(share), Term::Times, Term::Number(mean, Role::Marks(class))]);
        }
        terms.extend([
            Term::Close,
            Term::Over,
            Term::Open,
            stated(shares),
            Term::Times,
            stated(self.full),
            Term::Close,
        ]);
        Working::of(terms, raw).capped(Some(at.weight))
    }
}
