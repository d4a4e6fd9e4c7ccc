//! 月度绩效比拼表 (德清, R32): each person's numbers of the month and what they are worth. The rule is printed with it,
//! because there the text of the rule and its program did not agree (domain notes §2.6, F3).

use crate::rules::bulletin::sheet::Ranked;
use crate::rules::bulletin::{Cell, Desk, Head, Say, Table};

/// The table by the office's own monthly rules for people, or else by those of 德清.
pub(super) fn table(desk: &Desk<'_>) -> Table {
    let caption = desk.say(Say::DuelTitle);
    let found = Ranked::monthly(desk).or_else(|| Ranked::example(desk, "R32"));
    let Some(ranked) = found else { return Table { caption, ..Table::default() } };
    let leaves = ranked.asked.sheet.leaves();
    let digits = ranked.asked.sheet.digits;
    let mut heads = vec![Head::narrow(desk.say(Say::Place)), Head::narrow(desk.say(Say::PersonName))];
    for item in &leaves {
        let title = desk.words.label(&item.title);
        let unit = ranked.metric_of(item).map_or("", |metric| desk.unit(metric.unit));
        heads.push(Head::narrow(desk.words.in_unit(&desk.say(Say::Value), unit)).under(title.clone()));
        heads.push(Head::narrow(desk.say(Say::Score)).under(title));
    }
    heads.push(Head::narrow(desk.say(Say::TotalScore)));
    let mut rows = Vec::new();
    for (_, scores) in ranked.groups() {
        for score in scores {
            let mut cells =
                vec![score.place.map_or(Cell::Empty, Cell::count), Cell::words(ranked.name(score))];
            for item in &leaves {
                let metric = ranked.metric_of(item);
                let done = metric.and_then(|metric| ranked.number(&metric.word, score.subject).0);
                cells.push(metric.map_or(Cell::Empty, |metric| desk.figure_if(metric.unit, done)));
                let points = score.item(&item.key).filter(|item| item.counts).map(|item| item.points);
                cells.push(points.map_or(Cell::Empty, |points| Cell::number(points, digits)));
            }
            cells.push(Cell::number(score.total, digits));
            rows.push(cells);
        }
    }
    let rule = |item: &&crate::rules::scoring::Item| {
        let title = desk.words.label(&item.title);
        (!item.clause.is_empty()).then(|| format!("{title}: {}", item.clause))
    };
    let mut notes = vec![ranked.told(desk)];
    notes.extend(leaves.iter().filter_map(rule));
    let basis = desk.basis_of(&desk.named(ranked.asked.period), false);
    Table { caption, basis, heads, rows, total: None, notes }
}
