//! 考核办法 as data: what a county's written rule says, so that it can be edited, exchanged as JSON and printed beside
//! the numbers. Nothing local stands in the program (domain notes §2.2, §2.3).

use super::formula::Formula;
use crate::domain::{Decimal, Label, Rounding};
use crate::rules::metrics::{Cycle, Elapsed, Metric};
use serde::{Deserialize, Serialize};

/// A rule sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RuleSheet {
    /// 名称
    pub name: Label,
    /// 依据: the document it follows, with its number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Who is scored.
    pub subject: Subject,
    /// 考核周期
    pub period: Cycle,
    /// How the elapsed share of a period is counted (序时).
    pub elapsed: Elapsed,
    /// Where a unit has no target of its own for the period, its year's target times the period's share of the year.
    pub prorate: bool,
    /// Digits of a score after the point.
    pub digits: u32,
    /// How each item's score and the total are rounded.
    pub rounding: Rounding,
    /// 考核组别 that are ranked, in order; without any, all that stand in the pipeline, each by itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// What decides between equal totals, the first first; those still equal share the place.
    pub ties: Vec<Tie>,
    /// 指标 that only this sheet knows; the office's own are known by their words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub metrics: Vec<Metric>,
    /// 考核项目
    pub items: Vec<Item>,
    /// 一票否决
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub vetoes: Vec<Veto>,
    /// 红旗、蓝旗 and the like.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub awards: Vec<super::award::AwardRule>,
}

impl RuleSheet {
    /// Reads a sheet from JSON. The error says where it is not understood, in the words of the reader of JSON.
    pub fn read(json: &str) -> Result<Self, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    /// The sheet as JSON, the same for the same sheet.
    pub fn write(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Every item that scores by a formula, with the words of the groups it stands in, in order.
    pub fn leaves(&self) -> Vec<&Item> {
        fn collect<'a>(items: &'a [Item], found: &mut Vec<&'a Item>) {
            for item in items {
                match &item.rule {
                    Rule::Formula(_) => found.push(item),
                    Rule::Group(group) => collect(&group.items, found),
                }
            }
        }
        let mut found = Vec::new();
        collect(&self.items, &mut found);
        found
    }

    /// What the items of the outermost level that have a weight sum to.
    pub fn full(&self) -> Decimal {
        self.items.iter().map(|item| item.weight).sum()
    }

    /// The words of every metric that the sheet asks for, once each, in the order of the items.
    pub fn metric_words(&self) -> Vec<&str> {
        let mut words = words_of(&self.items);
        let vetoes = self.vetoes.iter().map(|veto| veto.metric.as_str());
        let ties = self.ties.iter().filter_map(|tie| match tie {
            Tie::More(word) | Tie::Less(word) => Some(word.as_str()),
            Tie::Item(_) => None,
        });
        let awards = self.awards.iter().flat_map(|award| award.metrics());
        for word in vetoes.chain(ties).chain(awards) {
            if !words.contains(&word) {
                words.push(word);
            }
        }
        words
    }
}

/// The words of every metric that some items ask for, with what stands in them, once each.
pub fn words_of(items: &[Item]) -> Vec<&str> {
    let mut words: Vec<&str> = Vec::new();
    for item in all_items(items) {
        let of_rule = match &item.rule {
            Rule::Formula(formula) => formula.metrics(),
            Rule::Group(_) => Vec::new(),
        };
        let of_gate = item.gate.iter().map(|gate| gate.metric.as_str());
        for word in of_rule.into_iter().chain(of_gate) {
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
    words
}

/// Every item of every level, each group before what stands in it.
pub fn all_items(items: &[Item]) -> Vec<&Item> {
    let mut found = Vec::new();
    for item in items {
        found.push(item);
        if let Rule::Group(group) = &item.rule {
            found.extend(all_items(&group.items));
        }
    }
    found
}

/// Who is scored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// Units.
    #[default]
    Unit,
    /// Recruiters and leaders.
    Person,
    /// Chains (产业链专班).
    Chain,
}

/// What decides between equal totals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tie {
    /// Who has more of a metric.
    More(String),
    /// Who has less of it.
    Less(String),
    /// Who has the higher score in an item.
    Item(String),
}

/// One line of a rule sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What tells it apart in its sheet.
    pub key: String,
    /// 考核指标
    pub title: Label,
    /// 评分标准: the clause of the written rule.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub clause: String,
    /// 分值: what full marks are. 0 for bonuses and deductions.
    #[serde(default)]
    pub weight: Decimal,
    /// 考核组别 that it is for; without any, for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// What must be met for it to score at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gate: Option<Gate>,
    /// How it scores.
    #[serde(flatten)]
    pub rule: Rule,
}

/// How an item scores.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// By a formula.
    Formula(Formula),
    /// By what stands in it.
    Group(Group),
}

impl Default for Rule {
    fn default() -> Self {
        Rule::Group(Group::default())
    }
}

/// Items that are scored together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Group {
    /// How their scores become one.
    pub combine: Combine,
    /// 封顶: the most that it gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
    /// The least that it gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor: Option<Decimal>,
    /// What stands in it.
    pub items: Vec<Item>,
}

/// How the scores of a group become one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Combine {
    /// 相加
    #[default]
    Sum,
    /// 就高不重复: the highest alone.
    Highest,
    /// 就低: the lowest alone.
    Lowest,
    /// 平均
    Mean,
}

/// 门槛: the target of a metric must be met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    /// The metric.
    pub metric: String,
    /// The share of its target that must be reached; 1 for the whole.
    #[serde(default = "one")]
    pub reach: Decimal,
}

fn one() -> Decimal {
    Decimal::ONE
}

/// 一票否决: so much of a metric has a consequence, whatever the score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Veto {
    /// What it is for.
    pub title: Label,
    /// The metric.
    pub metric: String,
    /// Where it begins.
    pub when: VetoWhen,
    /// What follows.
    pub effect: VetoEffect,
}

/// Where a veto begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VetoWhen {
    /// So many or more.
    AtLeast(Decimal),
    /// Less than so many.
    Below(Decimal),
    /// Less than this share of the target; nobody without a target is barred.
    CompletionBelow(Decimal),
}

/// What a veto does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VetoEffect {
    /// 取消评优资格: keeps the score, gets no award of honour.
    Bar,
    /// 得零分: the total is nothing.
    Zero,
}
