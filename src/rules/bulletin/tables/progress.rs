//! 招商引资工作目标进度汇总表 (黄石, domain notes §3.7): each unit's target, what it did and how far that is, of five numbers.

use crate::domain::{Decimal, RecordId};
use crate::rules::bulletin::{Cell, Desk, Head, Say, Table};
use crate::rules::metrics::{Metric, Unit};
use crate::rules::targets::{Progress, Row, units_in_order};

/// The words of its metrics, in the order of its columns.
pub const COLUMNS: [&str; 5] =
    ["registered", "started", "producing", "arrived_domestic", "arrived_out_of_province"];

/// The table. Units that were to do nothing and did nothing are left out.
pub(super) fn table(desk: &Desk<'_>) -> Table {
    let found: Vec<(&Metric, &Progress)> = COLUMNS
        .iter()
        .filter_map(|word| desk.metric(word).map(|(metric, _, progress)| (metric, progress)))
        .collect();
    let mut heads = vec![Head::name(desk.say(Say::Unit)), Head::narrow(desk.say(Say::Class))];
    for (metric, _) in &found {
        heads.extend([Say::Target, Say::Done, Say::Share].map(|word| head(desk, metric, word)));
    }
    let rows = units_in_order(desk.state()).into_iter().filter_map(|unit| {
        let of = |progress: &'_ Progress| progress.rows.iter().find(|row| row.unit() == Some(unit)).cloned();
        let own: Vec<Option<Row>> = found.iter().map(|(_, progress)| of(progress)).collect();
        own.iter().any(Option::is_some).then(|| line(desk, Some(unit), &found, &own))
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    let own: Vec<Option<Row>> = found.iter().map(|(_, progress)| Some(progress.total.clone())).collect();
    Table {
        caption: desk.say(Say::ProgressTitle),
        basis: desk.basis(true),
        heads,
        rows,
        total: Some(line(desk, None, &found, &own)),
        notes: Vec::new(),
    }
}

/// The head of one column: money stands under 实际到位内资, as the printed form has it.
fn head(desk: &Desk<'_>, metric: &Metric, word: Say) -> Head {
    let own = Head::narrow(desk.say(word));
    let amounts = desk.words.amounts().1;
    match metric.word.as_str() {
        "arrived_domestic" => own
            .under(desk.words.in_unit(&desk.say(Say::WholeAmount), amounts))
            .under(desk.say(Say::DomesticFunds)),
        "arrived_out_of_province" => own
            .under(desk.words.in_unit(&desk.say(Say::OutOfProvince), amounts))
            .under(desk.say(Say::DomesticFunds)),
        _ => own.under(desk.words.in_unit(&desk.words.metric(metric), desk.unit(metric.unit))),
    }
}

fn line(
    desk: &Desk<'_>,
    unit: Option<RecordId>,
    found: &[(&Metric, &Progress)],
    own: &[Option<Row>],
) -> Vec<Cell> {
    let mut cells = match unit {
        Some(unit) => vec![Cell::words(desk.name(unit)), Cell::words(desk.group(unit))],
        None => vec![Cell::words(desk.say(Say::Total)), Cell::Empty],
    };
    for ((metric, _), row) in found.iter().zip(own) {
        let of: Unit = metric.unit;
        let target = row.as_ref().and_then(|row| row.aim.as_ref()).map(|aim| aim.target);
        cells.push(desk.figure_if(of, target));
        cells.push(desk.figure(of, row.as_ref().map_or(Decimal::ZERO, |row| row.done)));
        cells.push(Cell::percent(row.as_ref().and_then(|row| row.rate)));
    }
    cells
}
