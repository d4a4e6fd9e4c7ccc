//! 考核指标表 (domain notes §3.7): the rules in force, item by item, with what one unit did and got.

use crate::domain::RecordId;
use crate::rules::bulletin::sheet::Ranked;
use crate::rules::bulletin::{Cell, Desk, Head, Say, Table};
use crate::rules::scoring::{Item, Rule, Score, Subject};

/// The table of a unit; of the first that is scored where none is named.
pub(super) fn table(desk: &Desk<'_>, unit: Option<RecordId>) -> Table {
    let mut table = Table {
        caption: desk.say(Say::IndicatorsTitle),
        heads: vec![
            Head { width: 3, ..Head::name(desk.say(Say::IndicatorClass)) },
            Head { width: 3, ..Head::name(desk.say(Say::Indicator)) },
            Head::narrow(desk.say(Say::Target)),
            Head { width: 1, ..Head::narrow(desk.say(Say::Weight)) },
            Head { width: 6, ..Head::long(desk.say(Say::Clause)) },
            Head::narrow(desk.say(Say::DoneState)),
            Head::narrow(desk.say(Say::Elapsed)),
            Head { width: 1, ..Head::narrow(desk.say(Say::Score)) },
        ],
        ..Table::default()
    };
    let Some(ranked) = Ranked::in_force(desk, Subject::Unit) else {
        table.notes.push(desk.say(Say::NoRows));
        return table;
    };
    let key = unit.map(|unit| unit.to_string());
    let subjects = &ranked.figures.subjects;
    let at = key.and_then(|key| subjects.iter().position(|subject| subject.key == key)).unwrap_or(0);
    let Some(score) = ranked.outcome.scores.iter().find(|score| score.subject == at) else { return table };
    table.basis = desk.basis_of(&ranked.name(score), true);
    for item in &ranked.asked.sheet.items {
        add(desk, &ranked, score, item, "", &mut table.rows);
    }
    let digits = ranked.asked.sheet.digits;
    let mut total = vec![Cell::words(desk.say(Say::TotalScore))];
    total.extend([Cell::Empty, Cell::Empty]);
    total.push(Cell::number(ranked.asked.sheet.full(), whole_or(ranked.asked.sheet.full())));
    total.extend([Cell::Empty, Cell::Empty, Cell::Empty]);
    total.push(Cell::number(score.total, digits));
    table.total = Some(total);
    table.notes.push(ranked.told(desk));
    table
}

/// Adds an item, or what stands in it, under the title of the group that it stands in.
fn add(desk: &Desk<'_>, ranked: &Ranked, score: &Score, item: &Item, class: &str, rows: &mut Vec<Vec<Cell>>) {
    let title = desk.words.label(&item.title);
    if let Rule::Group(group) = &item.rule {
        let class = if class.is_empty() { &title } else { class };
        for inner in &group.items {
            add(desk, ranked, score, inner, class, rows);
        }
        return;
    }
    let Some(own) = score.item(&item.key).filter(|own| own.counts || own.working.is_some()) else { return };
    let metric = ranked.metric_of(item);
    let (done, target) = metric.map(|metric| ranked.number(&metric.word, score.subject)).unwrap_or_default();
    let cell = |number| metric.map_or(Cell::Empty, |metric| desk.figure_if(metric.unit, number));
    let unit = metric.map_or("", |metric| desk.unit(metric.unit));
    let digits = ranked.asked.sheet.digits;
    rows.push(vec![
        Cell::words(class),
        Cell::words(desk.words.in_unit(&title, unit)),
        cell(target),
        if item.weight.is_zero() { Cell::Empty } else { Cell::number(item.weight, whole_or(item.weight)) },
        Cell::words(item.clause.clone()),
        cell(done),
        Cell::percent(target.map(|_| ranked.figures.elapsed)),
        Cell::number(own.points, digits),
    ]);
}

/// The digits that a weight needs.
fn whole_or(weight: crate::domain::Decimal) -> u32 {
    if weight == weight.floor() { 0 } else { 2 }
}
