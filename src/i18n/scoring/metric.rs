//! A metric as a sentence: what is counted, by which date, for whom, and what is left out.

use super::{number, share};
use crate::domain::lists::List;
use crate::domain::{Kind, Milestone, Stage};
use crate::i18n::{Lang, Text, labels, table, values};
use crate::ledger::State;
use crate::rules::metrics::{Amount, Credit, DateOf, Entering, Metric, PersonOf, Source, Unit, edit};
use crate::rules::query::{Column, Filter};

/// In what a metric is counted.
pub const fn unit_name(unit: Unit) -> Text {
    match unit {
        Unit::Piece => Text::new("个", "pieces"),
        Unit::Time => Text::new("次", "times"),
        Unit::Person => Text::new("人次", "people"),
        Unit::Day => Text::new("天", "days"),
        Unit::Yuan => Text::new("金额", "money"),
        Unit::WanUsd => Text::new("万美元", "USD 10k"),
        Unit::Percent => Text::new("%", "%"),
        Unit::Point => Text::new("分", "points"),
    }
}

/// The measure word after a number.
pub const fn unit_short(l: Lang, unit: Unit) -> &'static str {
    match unit {
        Unit::Yuan => "",
        _ => unit_name(unit).get(l),
    }
}

/// What a metric counts: `签约日期落在本期的项目，计总投资；归责任单位；只计：总投资 1亿元 以上`.
pub fn metric_sentence(l: Lang, state: &State, metric: &Metric) -> String {
    let (body, kind) = source(l, state, &metric.source);
    let filters: Vec<String> = kind
        .iter()
        .flat_map(|kind| metric.filters.iter().map(|of| told_filter(l, state, *kind, of)))
        .collect();
    let mut parts = vec![body];
    match metric.source {
        Source::Entered { .. } => {}
        Source::Records { .. } => parts.push(OF_RECORD.get(l).to_owned()),
        _ => {
            parts.push(credit(l, metric.credit));
            parts.extend((metric.person == PersonOf::Leader).then(|| OF_LEADER.get(l).to_owned()));
        }
    }
    if !filters.is_empty() {
        parts.push(match l {
            Lang::Zh => format!("只计 {}", filters.join("，")),
            Lang::En => format!("only {}", filters.join(", ")),
        });
    }
    parts.join(if l == Lang::Zh { "；" } else { "; " })
}

/// Whose a record is that is no project.
const OF_RECORD: Text = Text::new("归记录上的单位和人员", "for the unit and the people of the record");
/// Which of its people a project counts for, where it is not the usual one.
const OF_LEADER: Text = Text::new("考核个人时归责任领导", "among people for the responsible leader");

/// A condition of a metric in words, with all its values.
pub fn told_filter(l: Lang, state: &State, kind: Kind, filter: &Filter) -> String {
    if let Some(count) = filter.named() {
        return table::these(l, count);
    }
    let Some(column) = Column::from_key(kind, &filter.key, state.names()) else {
        return filter.key.clone();
    };
    let name = table::column_name(l, state, kind, column);
    table::whole_condition(l, state, &name, column.ty(kind), &filter.test)
}

fn milestone_name(l: Lang, word: &str) -> String {
    Milestone::from_word(word).map_or_else(|| word.to_owned(), |m| labels::milestone(m).get(l).to_owned())
}

fn amount(l: Lang, of: Amount) -> &'static str {
    let text = match of {
        Amount::Count => Text::new("项目个数", "their number"),
        Amount::Total => Text::new("总投资", "their total investment"),
        Amount::Fixed => Text::new("固定资产投资", "their fixed-asset investment"),
        Amount::Phase1 => Text::new("一期投资", "their first-phase investment"),
        Amount::Registered => Text::new("注册资本", "their registered capital"),
        Amount::Fdi => Text::new("外资金额", "their foreign investment"),
    };
    text.get(l)
}

fn source(l: Lang, state: &State, source: &Source) -> (String, Option<Kind>) {
    match source {
        Source::Milestone { milestone, date, recognised_only, amount: of, dated_by, within } => {
            let m = milestone_name(l, milestone);
            let (what, date) = (amount(l, *of), date_name(l, *date));
            let mut told = match (dated_by, l) {
                (None, Lang::Zh) => format!("{m}{date}在本期的项目，计{what}"),
                (None, Lang::En) => format!("Projects whose {m} {date} lies in the period, by {what}"),
                (Some(by), Lang::Zh) => {
                    format!("{}{date}在本期、已{m}的项目，计{what}", milestone_name(l, by))
                }
                (Some(by), Lang::En) => {
                    format!(
                        "Projects whose {} {date} lies in the period and that reached {m}, by {what}",
                        milestone_name(l, by)
                    )
                }
            };
            told += match (recognised_only, l) {
                (false, _) => "",
                (true, Lang::Zh) => "，须经认定",
                (true, Lang::En) => ", recognised only",
            };
            if let Some(within) = within {
                let (of, months) = (milestone_name(l, &within.of), within.months);
                told += &match l {
                    Lang::Zh => format!("，须在{of}后 {months} 个月内"),
                    Lang::En => format!(", within {months} months of {of}"),
                };
            }
            (told, Some(Kind::Project))
        }
        Source::Funds { recognised_only, sources, uses } => {
            let mut told = match l {
                Lang::Zh => "本期到位的资金".to_owned(),
                Lang::En => "Funds that arrived in the period".to_owned(),
            };
            if !sources.is_empty() {
                let name = |word: &String| values::list_word(l, state, List::FundSource, word);
                let names: Vec<String> = sources.iter().map(name).collect();
                told += &match l {
                    Lang::Zh => format!("，来源为{}", names.join("、")),
                    Lang::En => format!(", from {}", names.join(", ")),
                };
            }
            for (word, part) in uses {
                told += &match l {
                    Lang::Zh => format!("，{word}按 {} 计", share(*part)),
                    Lang::En => format!(", {word} at {}", share(*part)),
                };
            }
            told += match (recognised_only, l) {
                (false, _) => "",
                (true, Lang::Zh) => "，须经认定",
                (true, Lang::En) => ", recognised only",
            };
            (told, Some(Kind::Project))
        }
        Source::Standing { stages, amount: of } => {
            let name = |word: &String| {
                Stage::ALL
                    .iter()
                    .copied()
                    .find(|stage| stage.word() == word)
                    .map_or_else(|| word.clone(), |s| labels::stage(s).get(l).to_owned())
            };
            let names: Vec<String> = stages.iter().map(name).collect();
            let what = amount(l, *of);
            let told = match l {
                Lang::Zh => format!("当日处于{}阶段的项目，计{what}", names.join("、")),
                Lang::En => format!("Projects at {} on the day, by {what}", names.join(", ")),
            };
            (told, Some(Kind::Project))
        }
        Source::Records { records, field } => {
            let kind = Kind::from_word(records);
            let name = kind.map_or_else(|| records.clone(), |kind| labels::kind(kind).get(l).to_owned());
            let field = field.as_ref().and_then(|word| {
                let kind = kind?;
                labels::field(kind, crate::domain::Field::from_word(kind, word)?)
            });
            let date = kind.and_then(|kind| labels::field(kind, edit::dated_by(kind)?));
            let date = date.unwrap_or(Text::new("日期", "date")).get(l);
            let told = match (field, l) {
                (None, Lang::Zh) => format!("{date}在本期的{name}，计条数"),
                (None, Lang::En) => format!("{name} records whose {date} lies in the period"),
                (Some(field), Lang::Zh) => format!("{date}在本期的{name}，计{}合计", field.get(l)),
                (Some(field), Lang::En) => {
                    format!("{} of the {name} records whose {date} lies in the period, summed", field.get(l))
                }
            };
            (told, kind)
        }
        Source::Entered { entering } => {
            let how = match entering {
                Entering::Sum => {
                    Text::new("人工填报，本期各条累加", "Entered by hand, the entries of the period added up")
                }
                Entering::Latest => {
                    Text::new("人工填报，以本期最新一条为准", "Entered by hand, the latest of the period")
                }
            };
            (how.get(l).to_owned(), None)
        }
    }
}

fn date_name(l: Lang, of: DateOf) -> &'static str {
    let text = match of {
        DateOf::Event => Text::new("日期", "date"),
        DateOf::Recognised => Text::new("认定日期", "recognition date"),
        DateOf::Other => Text::new("经信口径日期", "date of the second bureau"),
    };
    text.get(l)
}

fn credit(l: Lang, of: Credit) -> String {
    let hundred = |part: crate::domain::Decimal| number(part.times(crate::domain::Decimal::whole(100)), 2);
    match (of, l) {
        (Credit::Responsible, Lang::Zh) => "归责任单位".to_owned(),
        (Credit::Responsible, Lang::En) => "for the responsible unit".to_owned(),
        (Credit::Shares, Lang::Zh) => "流转项目按约定比例分".to_owned(),
        (Credit::Shares, Lang::En) => "by the shares agreed on a transfer".to_owned(),
        (Credit::FirstTalk(part), Lang::Zh) => format!("首谈单位计 {}%，其余归责任单位", hundred(part)),
        (Credit::FirstTalk(part), Lang::En) => {
            format!("{}% for the unit of the first talk, the rest for the responsible unit", hundred(part))
        }
        (Credit::Host(part), Lang::Zh) => format!("落地单位计 {}%，其余归责任单位", hundred(part)),
        (Credit::Host(part), Lang::En) => {
            format!("{}% for the host unit, the rest for the responsible unit", hundred(part))
        }
    }
}
