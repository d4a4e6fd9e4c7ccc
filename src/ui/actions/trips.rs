//! Trips by unit and by person, and the days of heads of units.

use super::page::Asked;
use super::sheet::{Behind, Cell, Sheet};
use crate::domain::field::PersonField as R;
use crate::domain::{RecordId, Stage};
use crate::i18n::{actions as words, format, trips as trip_words};
use crate::rules::query::{Test, name_of};
use crate::rules::span::month as month_of;
use crate::rules::trips::{self, Report, Tally, TripKind};
use crate::ui::routes::Work;

/// The columns that tell who led, by their conditions.
const KINDS: [TripKind; 3] = TripKind::ALL;

/// 外出招商情况汇总表.
pub(super) fn by_unit(asked: &Asked<'_>) -> Sheet {
    let (l, state) = (asked.l, asked.store.state());
    let report = trips::by_unit(state, asked.store.index().rules(), &signed(asked), asked.days());
    let mut sheet = Sheet::new(l, trip_words::UNIT_TITLE);
    sheet.words(words::NUMBER.get(l));
    sheet.words(words::UNIT.get(l));
    columns(asked, &mut sheet);
    sheet.words(words::WHERE_TO.get(l));
    let all = Behind::within(Work::Trips, "start", asked.days());
    for (at, row) in report.rows.iter().enumerate() {
        let name = named(asked, row.of);
        let part = match row.of {
            Some(_) => all.one_of("trip_units", vec![name.clone()]),
            None => all.with("trip_units", Test::Empty),
        };
        let own = all.of("unit", row.of);
        let kinds = [
            own.one_of("trip_kind", vec![TripKind::Led.word().to_owned()]),
            match row.of {
                Some(_) => all.one_of("trip_followers", vec![name.clone()]),
                None => part.one_of("trip_kind", vec![TripKind::Accompanied.word().to_owned()]),
            },
            own.one_of("trip_kind", vec![TripKind::Independent.word().to_owned()]),
        ];
        let mut cells = vec![Cell::text((at + 1).to_string()), Cell::text(name)];
        numbers(&mut cells, &row.tally, &part, &own, &kinds);
        cells.push(where_to(asked, &row.tally));
        sheet.rows.push(cells);
    }
    finish(asked, &mut sheet, &report, &all, words::TRIPS_BASIS.get(l));
    sheet.total.push(Cell::text(""));
    let idle = report.rows.iter().filter(|row| row.tally.trips == 0).count();
    if idle > 0 {
        sheet.line = words::and(l, &sheet.line, &words::not_out(l, idle));
    }
    sheet
}

/// 外出招商人员情况表.
pub(super) fn by_person(asked: &Asked<'_>) -> Sheet {
    let (l, state) = (asked.l, asked.store.state());
    let report = trips::by_person(state, asked.store.index().rules(), &signed(asked), asked.days());
    let mut sheet = Sheet::new(l, trip_words::PERSON_TITLE);
    for head in [words::NUMBER, words::NAME, words::UNIT, words::POST] {
        sheet.words(head.get(l));
    }
    columns(asked, &mut sheet);
    sheet.words(words::WHERE_TO.get(l));
    let all = Behind::within(Work::Trips, "start", asked.days());
    for (at, row) in report.rows.iter().enumerate() {
        let name = named(asked, row.of);
        let person = row.of.and_then(|id| state.record(id));
        let unit = person.and_then(|person| person.get(R::Unit).as_ref_id()).map(|unit| name_of(state, unit));
        let post = person.and_then(|person| person.get(R::Post).as_text()).unwrap_or_default();
        let part = all.one_of("trip_people", vec![name.clone()]);
        // Of one name in two units there are two people; a county leader's unit takes no part.
        let is_leader = row.of.is_some_and(|id| crate::rules::leaders::is_county_leader(state, id));
        let part = match unit.filter(|unit| !unit.is_empty() && !is_leader) {
            Some(unit) => part.one_of("trip_units", vec![unit.to_owned()]),
            None => part,
        };
        let own = all.of("leader", row.of);
        let kinds = KINDS.map(|kind| part.one_of("trip_kind", vec![kind.word().to_owned()]));
        let texts = [(at + 1).to_string(), name, unit.unwrap_or_default().to_owned(), post.to_owned()];
        let mut cells: Vec<Cell> = texts.into_iter().map(Cell::text).collect();
        numbers(&mut cells, &row.tally, &part, &own, &kinds);
        cells.push(where_to(asked, &row.tally));
        sheet.rows.push(cells);
    }
    finish(asked, &mut sheet, &report, &all, words::PEOPLE_BASIS.get(l));
    sheet.total.splice(2..2, [Cell::text(""), Cell::text("")]);
    sheet.total.push(Cell::text(""));
    sheet
}

/// 党政主职驻外招商进度汇总表 (domain notes §3.7): 序号, 责任单位, 驻外天数 本月 and 累计, 合计.
pub(super) fn heads(asked: &Asked<'_>) -> Sheet {
    let (l, state) = (asked.l, asked.store.state());
    let (_, to) = asked.days();
    let report = trips::heads(state, asked.store.index().rules(), to, asked.today);
    let mut sheet = Sheet::new(l, trip_words::HEADS_TITLE);
    sheet.words(words::NUMBER.get(l));
    sheet.words(words::RESPONSIBLE.get(l));
    sheet.numbers(words::DAYS_OUT.get(l), words::OF_MONTH.get(l));
    sheet.numbers(words::DAYS_OUT.get(l), words::OF_YEAR.get(l));
    let month = Behind::within(Work::Trips, "start", report.month);
    let year = Behind::within(Work::Trips, "start", (report.from, report.month.1));
    let mut headless = 0;
    for (at, row) in report.rows.iter().enumerate() {
        headless += usize::from(row.heads.is_empty());
        let names: Vec<String> = row.heads.iter().map(|&head| name_of(state, head).to_owned()).collect();
        let unit = name_of(state, row.unit).to_owned();
        let of = |behind: &Behind| {
            behind.one_of("trip_people", names.clone()).one_of("trip_units", vec![unit.clone()])
        };
        let in_month = match row.month {
            0 if !row.heads.is_empty() => Cell::Instead(words::NOT_OUT.get(l).to_owned()),
            days => Cell::number(days, 1, &of(&month)),
        };
        let in_year = Cell::number(row.year, 1, &of(&year));
        sheet.rows.push(vec![Cell::text((at + 1).to_string()), Cell::text(&unit), in_month, in_year]);
    }
    let total = |value| Cell::Number { value, places: 1, to: None };
    sheet.total =
        vec![Cell::text(""), Cell::text(words::TOTAL.get(l)), total(report.total.0), total(report.total.1)];
    let tenths = |days| format::exact(days, 1);
    sheet.line =
        words::heads_line(l, &month_of(report.month.0), &tenths(report.total.0), &tenths(report.total.1));
    sheet.notes.push(words::HEADS_BASIS.get(l).to_owned());
    sheet.notes.extend((report.by_post > 0).then(|| words::by_post(l, report.by_post)));
    sheet.notes.extend((headless > 0).then(|| words::headless(l, headless)));
    sheet.is_empty = report.rows.is_empty();
    sheet
}

/// The heads that a unit and a person have alike.
fn columns(asked: &Asked<'_>, sheet: &mut Sheet) {
    let l = asked.l;
    sheet.numbers("", words::TRIPS.get(l));
    for kind in KINDS {
        sheet.numbers(words::OF_WHICH.get(l), trip_words::kind(kind).get(l));
    }
    let rest = [
        words::PEOPLE,
        words::DAYS,
        words::COMPANIES,
        words::LEADS,
        words::SIGNED,
        words::COST,
        words::COST_EACH,
    ];
    for head in rest {
        sheet.numbers("", head.get(l));
    }
}

/// The cells under those heads: `part` are the trips taken part in, `own` those of the unit or person.
fn numbers(cells: &mut Vec<Cell>, tally: &Tally, part: &Behind, own: &Behind, kinds: &[Behind; 3]) {
    cells.push(Cell::count(tally.trips, part));
    let by_kind = [tally.led, tally.accompanied, tally.independent];
    cells.extend(by_kind.into_iter().zip(kinds).map(|(n, behind)| Cell::count(n, behind)));
    cells.push(Cell::count(tally.people, part));
    cells.push(Cell::number(tally.days, 1, part));
    cells.push(Cell::count(tally.companies, &own.with("companies", Test::Filled)));
    cells.push(Cell::number(tally.leads, 0, own));
    cells.push(Cell::count(tally.signed, own));
    cells.push(Cell::wan(tally.cost, &own.with("cost", Test::Filled)));
    cells.push(Cell::Wan(tally.cost_per_signed().unwrap_or(0), None));
}

/// Where they went, or that they did not.
fn where_to(asked: &Asked<'_>, tally: &Tally) -> Cell {
    const NAMED: usize = 4;
    if tally.trips == 0 {
        return Cell::text(words::NOT_OUT.get(asked.l));
    }
    Cell::text(words::places(asked.l, &tally.places, NAMED))
}

/// The total, the sentence and the notes.
fn finish(asked: &Asked<'_>, sheet: &mut Sheet, report: &Report, all: &Behind, basis: &str) {
    let (l, total) = (asked.l, &report.total);
    let kinds = KINDS.map(|kind| all.one_of("trip_kind", vec![kind.word().to_owned()]));
    sheet.total = vec![Cell::text(""), Cell::text(words::TOTAL.get(l))];
    numbers(&mut sheet.total, total, all, all, &kinds);
    sheet.line = words::trips_line(l, total.trips, [total.led, total.accompanied, total.independent]);
    sheet.notes.push(basis.to_owned());
    sheet.notes.extend((report.undated > 0).then(|| words::undated(l, report.undated)));
    sheet.is_empty = report.rows.is_empty();
}

fn named(asked: &Asked<'_>, of: Option<RecordId>) -> String {
    of.map_or_else(|| words::NOBODY.get(asked.l).to_owned(), |id| name_of(asked.store.state(), id).to_owned())
}

/// Whether a project is signed.
fn signed<'a>(asked: &'a Asked<'_>) -> impl Fn(RecordId) -> bool + 'a {
    |project| asked.store.index().project(project).is_some_and(|summary| summary.stage >= Stage::Signed)
}
