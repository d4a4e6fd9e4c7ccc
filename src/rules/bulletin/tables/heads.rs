//! 党政主职驻外招商进度汇总表 (黄石 2016, R33): the days on which heads of units were out, this month and so far.

use crate::domain::Decimal;
use crate::rules::bulletin::{Cell, Desk, Head, Say, Table};
use crate::rules::trips::heads;

/// The table, a line for every unit that has a head, those whose heads did not go out too (R34 prints zero rows).
pub(super) fn table(desk: &Desk<'_>) -> Table {
    let found = heads(desk.state(), desk.facts.rules(), desk.day, desk.day);
    let days = |tenths: i64| {
        let days = Decimal::whole(tenths).over(Decimal::whole(10)).unwrap_or_default();
        Cell::number(days, u32::from(tenths % 10 != 0))
    };
    let rows = (1..).zip(&found.rows).map(|(number, row)| {
        vec![Cell::count(number), Cell::words(desk.name(row.unit)), days(row.month), days(row.year)]
    });
    let out = |word| Head { width: 3, ..Head::narrow(desk.say(word)) }.under(desk.say(Say::DaysOut));
    Table {
        caption: desk.say(Say::HeadsTitle),
        basis: desk.basis_of("", false),
        heads: vec![
            Head::narrow(desk.say(Say::Number)),
            Head { width: 6, ..Head::name(desk.say(Say::ResponsibleUnit)) },
            out(Say::ThisMonth),
            out(Say::SoFar),
        ],
        rows: rows.collect(),
        total: Some(vec![
            Cell::Empty,
            Cell::words(desk.say(Say::Total)),
            days(found.total.0),
            days(found.total.1),
        ]),
        notes: vec![desk.say(Say::HeadsRule)],
    }
}
