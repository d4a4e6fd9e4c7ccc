//! 纪要: the text of the minutes, made from the hearing, what was said and what was promised. The page, paper and a
//! document of Word take the same paragraphs.

use super::super::{assess_words, format, marks, values};
use super::{Lang, by, counted, named, promise, standing};
use crate::domain::decimal::Rounding;
use crate::domain::{Decimal, RecordId};
use crate::ledger::State;
use crate::rules::hearing::{Brief, Figure, Tracked, UnitBrief};
use crate::rules::metrics::{Metric, standard};
use crate::rules::pledges::Count;

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The title of the whole.
    Title,
    /// Date, place, chair; one a line under the title.
    Fact,
    /// The heading of a unit, or of the remarks.
    Heading,
    /// Running text.
    Text,
}

/// One paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Paragraph {
    /// What it is.
    pub part: Part,
    /// Its text, without line breaks.
    pub text: String,
}

/// The minutes of a hearing, the units in an order. Only who was heard has a paragraph of his own.
pub fn minutes(l: Lang, state: &State, brief: &Brief, order: &[RecordId]) -> Vec<Paragraph> {
    let mut all = head(l, brief);
    let mut add = |part: Part, text: String| all.push(Paragraph { part, text });
    let pages = || order.iter().filter_map(|unit| brief.of(*unit));
    let heard: Vec<&UnitBrief> = pages().filter(|page| brief.is_heard(page)).collect();
    let mut count = Count::default();
    let before = heard.iter().flat_map(|page| &page.before);
    before.for_each(|tracked| count.add(tracked.standing));
    let given: usize = heard.iter().map(|page| page.given.len()).sum();
    if !heard.is_empty() {
        add(Part::Text, summary(l, (heard.len(), brief.units.len()), &count, given));
    }
    for (nth, page) in heard.iter().enumerate() {
        let name = values::record_name(l, state, page.unit);
        add(Part::Heading, numbered(l, nth + 1, &name));
        for text in unit(l, brief, page) {
            add(Part::Text, text);
        }
    }
    let missing: Vec<String> = pages()
        .filter(|page| !brief.is_heard(page))
        .map(|page| values::record_name(l, state, page.unit))
        .collect();
    if !heard.is_empty() && !missing.is_empty() {
        add(Part::Text, not_heard(l, &missing));
    }
    let remarks: Vec<&str> = lines(&brief.hearing.minutes).collect();
    if !remarks.is_empty() {
        let name = if l == Lang::Zh { "其他事项" } else { "Other matters" };
        add(Part::Heading, numbered(l, heard.len() + 1, name));
        remarks.into_iter().for_each(|line| add(Part::Text, line.to_owned()));
    }
    all
}

/// Title and facts.
fn head(l: Lang, brief: &Brief) -> Vec<Paragraph> {
    let hearing = &brief.hearing;
    let title = match (l, hearing.name.as_str()) {
        (Lang::Zh, "") => "过堂会纪要".to_owned(),
        (Lang::Zh, name) => format!("{name}纪要"),
        (Lang::En, "") => "Minutes of the hearing".to_owned(),
        (Lang::En, name) => format!("{name}: minutes"),
    };
    let share = share(brief.elapsed);
    let day = hearing.on.map(format::date).unwrap_or_default();
    let names = match l {
        Lang::Zh => ["时间", "地点", "主持", "数据"],
        Lang::En => ["Date", "Place", "Chair", "Data"],
    };
    let data = match l {
        Lang::Zh => format!("截至 {}，序时进度 {share}", brief.as_of),
        Lang::En => format!("as of {}; {share} of the year was over", brief.as_of),
    };
    let said = [day, hearing.place.clone(), hearing.chair.clone(), data];
    let facts = names.into_iter().zip(said).filter(|(_, said)| !said.is_empty());
    let facts = facts.map(|(name, said)| Paragraph { part: Part::Fact, text: named(l, name, &said) });
    [Paragraph { part: Part::Title, text: title }].into_iter().chain(facts).collect()
}

fn summary(l: Lang, (heard, all): (usize, usize), before: &Count, given: usize) -> String {
    let last = counted(l, before);
    match l {
        Lang::Zh if before.given == 0 => format!("{all} 个单位中 {heard} 个过堂，当场承诺 {given} 项。"),
        Lang::Zh => format!("{all} 个单位中 {heard} 个过堂。上次{last}。当场承诺 {given} 项。"),
        Lang::En if before.given == 0 => {
            format!("{heard} of {all} units were heard and gave {given} pledges.")
        }
        Lang::En => format!("{heard} of {all} units were heard. Before: {last}. New pledges: {given}."),
    }
}

fn not_heard(l: Lang, names: &[String]) -> String {
    let names = names.join(marks::listing(l));
    match l {
        Lang::Zh => format!("未过堂：{names}。"),
        Lang::En => format!("Not heard: {names}."),
    }
}

/// What is told of one unit.
fn unit(l: Lang, brief: &Brief, page: &UnitBrief) -> Vec<String> {
    let mut all = Vec::new();
    let names = match l {
        Lang::Zh => ["完成情况", "上次承诺", "发言要点", "本次承诺"],
        Lang::En => ["Done", "Last pledges", "What was said", "New pledges"],
    };
    let end = if l == Lang::Zh { "。" } else { "." };
    let mut add = |name: &str, said: Vec<String>| {
        if !said.is_empty() {
            all.push(format!("{}{end}", named(l, name, &said.join(marks::semicolon(l)))));
        }
    };
    add(
        names[0],
        page.figures.iter().filter_map(|of| figure(l, brief.metrics.get(of.metric)?, of)).collect(),
    );
    add(names[1], page.before.iter().map(|of| looked_back(l, &brief.office, of)).collect());
    let said = brief.hearing.said_of(page.unit);
    let mut said = lines(said);
    if let Some(first) = said.next() {
        all.push(named(l, names[2], first));
        all.extend(said.map(str::to_owned));
    }
    let given = page.given.iter().map(|of| {
        let due = of.pledge.due.map(|due| marks::aside(l, &by(l, due))).unwrap_or_default();
        format!("{}{due}", promise(l, &brief.office, &of.pledge))
    });
    let given: Vec<String> = given.collect();
    if !given.is_empty() {
        all.push(format!("{}{end}", named(l, names[3], &given.join(marks::semicolon(l)))));
    }
    all
}

/// `新签约项目目标 12个，完成 8个，完成率 66.7%，欠序时 25 个百分点，差 4个，组内第 3 名`
fn figure(l: Lang, metric: &Metric, of: &Figure) -> Option<String> {
    let row = &of.row;
    let number = |number: Decimal| assess_words::number(l, metric.unit, number);
    let name = assess_words::metric_name(l, metric);
    let target = number(row.aim.as_ref()?.target);
    let mut parts = match l {
        Lang::Zh => vec![format!("{name}目标 {target}"), format!("完成 {}", number(row.done))],
        Lang::En => vec![format!("{name} {} of {target}", number(row.done))],
    };
    parts.extend(row.rate.map(|rate| match l {
        Lang::Zh => format!("完成率 {}", share(rate)),
        Lang::En => share(rate),
    }));
    parts.extend(row.ahead.map(|ahead| against_time(l, ahead)));
    parts.extend(row.left.filter(|left| !left.is_zero()).map(|left| match l {
        Lang::Zh => format!("差 {}", number(left)),
        Lang::En => format!("{} left", number(left)),
    }));
    parts.extend(row.place.filter(|_| of.of > 1).map(|place| match l {
        Lang::Zh => format!("组内第 {place} 名（共 {} 个单位）", of.of),
        Lang::En => format!("number {place} of {} in its group", of.of),
    }));
    Some(parts.join(marks::comma(l)))
}

fn against_time(l: Lang, ahead: Decimal) -> String {
    let tenths = ahead.abs().rounded(3, Rounding::HalfUp).as_millionths() / 1000;
    let points = format::exact(tenths, 1);
    match (l, ahead.is_negative()) {
        _ if tenths == 0 => if l == Lang::Zh { "与序时持平" } else { "on time" }.to_owned(),
        (Lang::Zh, true) => format!("欠序时 {points} 个百分点"),
        (Lang::Zh, false) => format!("超序时 {points} 个百分点"),
        (Lang::En, true) => format!("{points} points behind"),
        (Lang::En, false) => format!("{points} points ahead"),
    }
}

/// `新签约项目累计达到 12个（2026-11-30 前），实际 8个，未兑现`
fn looked_back(l: Lang, office: &[Metric], of: &Tracked) -> String {
    let due = of.pledge.due.map(|due| marks::aside(l, &by(l, due))).unwrap_or_default();
    let metric = office.iter().find(|metric| Some(standard::id(&metric.word)) == of.pledge.metric);
    let fact = metric.zip(of.fact).map(|(metric, fact)| assess_words::number(l, metric.unit, fact));
    let fact = fact.map(|fact| match l {
        Lang::Zh => format!("实际 {fact}"),
        Lang::En => format!("{fact} done"),
    });
    let told = standing(of.standing).get(l);
    let told = if l == Lang::Zh { told.to_owned() } else { told.to_lowercase() };
    let parts: Vec<String> =
        [format!("{}{due}", promise(l, office, &of.pledge))].into_iter().chain(fact).chain([told]).collect();
    parts.join(marks::comma(l))
}

fn share(of: Decimal) -> String {
    format::percent_of(of.as_millionths(), Decimal::ONE.as_millionths())
}

/// The lines of a text that say something.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// A heading with its number: `一、青禾镇`.
fn numbered(l: Lang, n: usize, name: &str) -> String {
    match l {
        Lang::Zh => format!("{}、{name}", in_han(n)),
        Lang::En => format!("{n}. {name}"),
    }
}

/// A number below a hundred in Chinese: 十二, 二十; in digits from there on.
fn in_han(n: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match (n / 10, n % 10) {
        (0, one) => DIGITS[one].to_owned(),
        (1, one) => format!("十{}", DIGITS[one]),
        (ten @ 2..=9, one) => format!("{}十{}", DIGITS[ten], DIGITS[one]),
        _ => n.to_string(),
    }
}

#[cfg(test)]
mod tests;
