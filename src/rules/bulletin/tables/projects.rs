//! 新注册、新开工、新投产重点项目一览表 (黄石, domain notes §3.7): the projects behind the numbers of a period.

use crate::domain::field::{CompanyField, ProjectField as P};
use crate::domain::lists::List as Words;
use crate::domain::read::Area;
use crate::domain::{Decimal, Milestone, RecordId, Value};
use crate::ledger::{CellKey, Record};
use crate::rules::bulletin::{Cell, Desk, Head, Say, Table};
use crate::rules::targets::units_in_order;
use rustc_hash::FxHashMap;

/// Which of the three lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Registered,
    Started,
    Producing,
}

impl List {
    const fn metric(self) -> &'static str {
        match self {
            List::Registered => "registered",
            List::Started => "started",
            List::Producing => "producing",
        }
    }

    const fn title(self) -> Say {
        match self {
            List::Registered => Say::RegisteredTitle,
            List::Started => Say::StartedTitle,
            List::Producing => Say::ProducingTitle,
        }
    }

    /// The column that the list of registrations does not have.
    const fn reached(self) -> Option<(Milestone, Say)> {
        match self {
            List::Registered => None,
            List::Started => Some((Milestone::Started, Say::StartedOn)),
            List::Producing => Some((Milestone::InProduction, Say::ProducingOn)),
        }
    }
}

/// The projects that count for the metric in the period, by unit in the order of the office, then by day.
pub(super) fn table(desk: &Desk<'_>, list: List) -> Table {
    let state = desk.state();
    let place: FxHashMap<RecordId, usize> =
        units_in_order(state).into_iter().enumerate().map(|(at, unit)| (unit, at)).collect();
    let mut found: Vec<(usize, Option<RecordId>, RecordId)> = Vec::new();
    if let (Some((_, measured, _)), Some(until)) = (desk.metric(list.metric()), desk.until()) {
        for entry in measured.within(until) {
            // Credit that is shared makes no second project: it is listed where most of it counts.
            let unit = entry.units.iter().max_by_key(|(unit, part)| (*part, std::cmp::Reverse(*unit)));
            let unit = unit.map(|(unit, _)| *unit);
            let at = unit.and_then(|unit| place.get(&unit)).copied().unwrap_or(usize::MAX);
            found.push((at, unit, entry.record));
        }
    }
    // Entries come by day; the sort keeps that order inside a unit.
    found.sort_by_key(|(at, ..)| *at);
    let rows = (1..).zip(&found).filter_map(|(number, (_, unit, id))| {
        let record = state.record(*id)?;
        Some(line(desk, list, number, *unit, record))
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    let notes = if rows.is_empty() { vec![desk.say(Say::NoRows)] } else { Vec::new() };
    Table {
        caption: desk.say(list.title()),
        basis: desk.basis_of(&desk.named(desk.period), true),
        heads: heads(desk, list),
        rows,
        total: None,
        notes,
    }
}

fn heads(desk: &Desk<'_>, list: List) -> Vec<Head> {
    let say = |word| desk.say(word);
    let amounts = desk.words.amounts().1;
    let mut heads = vec![
        Head::name(say(Say::Unit)),
        Head { width: 1, ..Head::narrow(say(Say::Number)) },
        Head::name(say(Say::RegisteredName)),
        Head::name(say(Say::OutsideInvestor)),
        Head { width: 3, ..Head::narrow(say(Say::RegisteredOn)) },
        Head::narrow(say(Say::LegalPerson)),
        Head::narrow(say(Say::RegisteredCapital)),
        Head::narrow(desk.words.in_unit(&say(Say::TotalInvestment), amounts)),
        Head::narrow(desk.words.in_unit(&say(Say::Phase1), amounts)),
        Head { width: 6, ..Head::long(say(Say::Content)) },
        Head::narrow(say(Say::Sector)),
    ];
    heads.extend(list.reached().map(|(_, word)| Head { width: 3, ..Head::narrow(say(word)) }));
    heads.extend([
        Head::name(say(Say::Site)),
        Head::narrow(say(Say::Land)),
        Head { width: 3, ..Head::name(say(Say::Introducer)) },
        Head { width: 3, ..Head::name(say(Say::Remark)) },
    ]);
    heads
}

fn line(desk: &Desk<'_>, list: List, number: usize, unit: Option<RecordId>, project: &Record) -> Vec<Cell> {
    let state = desk.state();
    let text = |field: P| Cell::words(project.get(field).as_text().unwrap_or_default());
    let name_of = |field: P| project.get(field).as_ref_id().map(|id| desk.name(id));
    let choice = |field: P, list: Words| {
        Cell::words(desk.words.choice(state, list, project.get(field).as_text().unwrap_or_default()))
    };
    let reached = |milestone: Milestone| {
        let date = |field: P| project.get(CellKey::of(field, milestone.element())).as_date();
        Cell::day(date(P::MilestoneDate).or_else(|| date(P::MilestoneRecognised)))
    };
    let yuan =
        |field: P| project.get(field).as_money().and_then(|money| desk.facts.rules().rates.to_yuan(money));
    let amount = |field: P| {
        yuan(field)
            .map_or(Cell::Empty, |yuan| desk.figure(crate::rules::metrics::Unit::Yuan, Decimal::whole(yuan)))
    };
    // Registered capital is written in 万元 on this form.
    let capital = yuan(P::RegisteredCapital).map_or(Cell::Empty, |yuan| {
        Cell::number(Decimal::whole(yuan).over(Decimal::whole(10_000)).unwrap_or_default(), 0)
    });
    let company = name_of(P::Company).or_else(|| project.get(P::Name).as_text().map(str::to_owned));
    let scope = project.get(P::Products).as_text().or_else(|| project.get(P::Summary).as_text());
    let mut cells = vec![
        Cell::words(unit.map(|unit| desk.name(unit)).unwrap_or_default()),
        Cell::count(number),
        Cell::words(company.unwrap_or_default()),
        Cell::words(name_of(P::Investor).unwrap_or_default()),
        reached(Milestone::Registered),
        text(P::LegalPerson),
        capital,
        amount(P::TotalInvestment),
        amount(P::Phase1Investment),
        Cell::words(scope.unwrap_or_default()),
        choice(P::Sector, Words::Sector),
    ];
    cells.extend(list.reached().map(|(milestone, _)| reached(milestone)));
    cells.extend([text(P::Site), land(project), text(P::Introducer), text(P::Remark)]);
    cells
}

/// 用地 in mu with two digits.
pub(super) fn land(project: &Record) -> Cell {
    match project.get(P::LandArea) {
        Value::Int(hundredths) => {
            let area = Area { hundredths: *hundredths };
            Cell::number(Decimal::hundredths(area.mu_hundredths()), 2)
        }
        _ => Cell::Empty,
    }
}

/// The summary of the company that a project's investor is.
pub(super) fn investor_summary(desk: &Desk<'_>, project: &Record) -> String {
    let company = project.get(P::Investor).as_ref_id().map(|id| desk.state().resolve(id));
    let summary = company.and_then(|id| desk.state().get(id, CompanyField::Summary).as_text());
    summary.unwrap_or_default().to_owned()
}
