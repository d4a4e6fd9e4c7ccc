//! 会议材料: all that the meeting needs in one paper, in the order in which it goes (domain notes row 71): bulletin,
//! ranking, awards, pledges, next tasks.

use super::list::Bulletin;
use super::names::Known;
use super::paper::{Cell, Head, Paper, Part, Table};
use super::sheet::Ranked;
use super::write::bulletin;
use super::{Desk, Say};
use crate::domain::field::{KeyTaskField as K, NominationField as N};
use crate::domain::{Date, Decimal, Kind, RecordId};
use crate::rules::metrics::{Cycle, Window};
use crate::rules::pledges::{self, Standing};
use crate::rules::scoring::award::{Verdict, awards};
use crate::rules::scoring::columns;
use crate::rules::targets::{Holder, Period, units_in_order};

/// A meeting pack, and what it has nothing to say of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack {
    /// The paper.
    pub paper: Paper,
    /// Sections that are left out because there is nothing of them.
    pub left_out: Vec<Say>,
    /// Names in the bulletin that are not known.
    pub unknown: Vec<String>,
}

/// Writes the pack of a meeting.
pub fn pack(desk: &Desk<'_>, of: Option<&Bulletin>, known: &Known, ranked: Option<&Ranked>) -> Pack {
    let mut pack = Pack::default();
    let written = of.map(|of| bulletin(desk, of, known));
    let mut own = Vec::new();
    if let Some(written) = written {
        pack.unknown = written.unknown;
        own.push(Part::Text(written.paper.title));
        own.extend(written.paper.parts);
    }
    let sections = [
        (Say::BulletinSection, own),
        (Say::RankingSection, ranked.map(|ranked| ranking(desk, ranked)).unwrap_or_default()),
        (Say::AwardsSection, honours(desk, ranked)),
        (Say::PledgesSection, promised(desk)),
        (Say::TasksSection, tasks(desk)),
    ];
    let mut body = Vec::new();
    let mut contents = Vec::new();
    for (section, parts) in sections {
        if parts.is_empty() {
            pack.left_out.push(section);
            continue;
        }
        let name = desk.say(section);
        let heading = desk.words.tell(Say::Section, &[&(contents.len() + 1).to_string(), &name]);
        contents.push(heading.clone());
        body.push(Part::NewPage);
        body.push(Part::Heading(1, heading));
        body.extend(parts);
    }
    let mut parts = vec![Part::Heading(2, desk.say(Say::Contents))];
    parts.extend(contents.into_iter().map(Part::Text));
    if !pack.left_out.is_empty() {
        let names = desk.listed(pack.left_out.iter().map(|section| desk.say(*section)));
        parts.push(Part::Text(desk.words.tell(Say::LeftOut, &[&names])));
    }
    parts.extend(body);
    let subtitle = desk.words.tell(Say::AsOf, &[&desk.day.to_string()]);
    let title = format!("{}{}", desk.named(desk.period), desk.say(Say::PackTitle));
    let title = match desk.words.is_chinese() {
        true => title,
        false => format!("{}, {}", desk.say(Say::PackTitle), desk.named(desk.period)),
    };
    pack.paper = Paper { title, subtitle: format!("{}  {subtitle}", desk.office()), parts };
    pack
}

/// The ranking of each group by the rules in force, the items of the outermost level beside the total.
fn ranking(desk: &Desk<'_>, ranked: &Ranked) -> Vec<Part> {
    let digits = ranked.asked.sheet.digits;
    let items = columns(&ranked.asked.sheet);
    let mut heads = vec![
        Head { width: 1, ..Head::narrow(desk.say(Say::Place)) },
        Head::name(desk.say(Say::Unit)),
        Head::narrow(desk.say(Say::TotalScore)),
    ];
    for item in items {
        let weight = if item.weight.is_zero() { String::new() } else { item.weight.to_string() };
        heads.push(Head::narrow(desk.words.in_unit(&desk.words.label(&item.title), &weight)));
    }
    let mut parts = vec![Part::Text(ranked.told(desk))];
    for (group, scores) in ranked.groups() {
        let line = |score: &&crate::rules::scoring::Score| {
            let mut cells = vec![
                score.place.map_or(Cell::Empty, Cell::count),
                Cell::words(ranked.name(score)),
                Cell::number(score.total, digits),
            ];
            cells.extend(items.iter().map(|item| {
                let own = score.item(&item.key).filter(|own| own.counts);
                own.map_or(Cell::Empty, |own| Cell::number(own.points, digits))
            }));
            cells
        };
        let caption = desk.words.choice(desk.state(), crate::domain::lists::List::RankGroup, &group);
        let caption = if caption.is_empty() { desk.say(Say::RankingSection) } else { caption };
        parts.push(Part::Table(Table {
            caption,
            basis: desk.words.tell(Say::AsOf, &[&desk.day.to_string()]),
            heads: heads.clone(),
            rows: scores.iter().map(line).collect(),
            ..Table::default()
        }));
    }
    if parts.len() > 1 { parts } else { Vec::new() }
}

/// Who is honoured and who is warned: by the rules in force, and what was approved until the day.
fn honours(desk: &Desk<'_>, ranked: Option<&Ranked>) -> Vec<Part> {
    let state = desk.state();
    let mut rows = Vec::new();
    if let Some(ranked) = ranked {
        let sheet = &ranked.asked.sheet;
        let given = awards(sheet, &ranked.figures, &ranked.outcome);
        for given in given.into_iter().filter(|given| given.verdict == Verdict::Given) {
            let subject = &ranked.figures.subjects[given.subject];
            let place = ranked.outcome.scores[given.subject].place;
            let group = desk.words.choice(state, crate::domain::lists::List::RankGroup, &subject.group);
            rows.push(vec![
                Cell::words(desk.words.label(&sheet.awards[given.award].title)),
                Cell::words(subject.name.clone()),
                Cell::words(group),
                place.map_or(Cell::Empty, Cell::count),
                Cell::words(desk.say(Say::ByRules)),
            ]);
        }
    }
    let mut approved: Vec<(Option<Date>, RecordId)> = state
        .live(Kind::Nomination)
        .filter(|(_, record)| record.get(N::Decision).as_text() == Some(APPROVED))
        .map(|(id, record)| (record.get(N::DecidedOn).as_date(), id))
        .filter(|(on, _)| on.is_none_or(|on| on <= desk.day && desk.aim_window.holds(on)))
        .collect();
    approved.sort_unstable();
    for (_, id) in approved {
        let text = |field: N| state.get(id, field).as_text().unwrap_or_default();
        let name = |field: N| state.get(id, field).as_ref_id().map(|id| desk.name(id));
        let who = name(N::Unit).or_else(|| name(N::Person)).unwrap_or_default();
        let by = text(N::DecidedBy);
        let grounds = [text(N::Reason), by].into_iter().filter(|part| !part.is_empty());
        let grounds = grounds.collect::<Vec<_>>().join(&desk.say(Say::Comma));
        let grounds = if grounds.is_empty() { desk.say(Say::Approved) } else { grounds };
        rows.push(vec![
            Cell::words(desk.words.award(text(N::Award))),
            Cell::words(who),
            Cell::words(name(N::Task).unwrap_or_default()),
            Cell::Empty,
            Cell::words(grounds),
        ]);
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let heads = vec![
        Head { width: 3, ..Head::name(desk.say(Say::Award)) },
        Head::name(desk.say(Say::AwardedTo)),
        Head::name(desk.say(Say::Group)),
        Head { width: 1, ..Head::narrow(desk.say(Say::Place)) },
        Head::long(desk.say(Say::AwardGrounds)),
    ];
    vec![Part::Table(Table { caption: desk.say(Say::AwardsSection), heads, rows, ..Table::default() })]
}

/// The word of [`N::Decision`] for what was approved.
const APPROVED: &str = "approved";

/// The pledges of the last hearing until the day, and how they stand; without a hearing, those of the year.
fn promised(desk: &Desk<'_>) -> Vec<Part> {
    let state = desk.state();
    let today = desk.day;
    let all: Vec<pledges::Pledge> = pledges::all(state, desk.facts.rules())
        .into_iter()
        .filter(|pledge| pledge.on.is_none_or(|on| on <= today))
        .collect();
    let hearing = all.iter().find(|pledge| pledge.hearing.is_some()).and_then(|pledge| pledge.hearing);
    let meant = |pledge: &pledges::Pledge| match hearing {
        Some(hearing) => pledge.hearing == Some(hearing),
        None => pledge.on.is_some_and(|on| desk.aim_window.holds(on)),
    };
    let facts = pledges::facts(state, &all, &desk.metrics, &desk.measured, today, desk.first_month);
    let order: Vec<RecordId> = units_in_order(state);
    let at = |pledge: &pledges::Pledge| order.iter().position(|unit| Some(*unit) == pledge.unit);
    let mut found: Vec<(&pledges::Pledge, Option<Decimal>)> =
        all.iter().zip(facts).filter(|(pledge, _)| meant(pledge)).collect();
    found.sort_by_key(|(pledge, _)| (at(pledge).unwrap_or(usize::MAX), pledge.due, pledge.id));
    let row = |(pledge, fact): &(&pledges::Pledge, Option<Decimal>)| {
        let metric = desk
            .metrics
            .iter()
            .find(|metric| Some(crate::rules::metrics::standard::id(&metric.word)) == pledge.metric);
        let number = |of: Option<Decimal>| {
            of.zip(metric).map(|(of, metric)| desk.told(metric.unit, of)).unwrap_or_default()
        };
        let standing = match pledge.standing(*fact, today) {
            Standing::Broken => Say::Broken,
            Standing::Unjudged => Say::Unjudged,
            Standing::Open => Say::Open,
            Standing::Kept => Say::Kept,
        };
        vec![
            Cell::words(pledge.unit.map(|unit| desk.name(unit)).unwrap_or_default()),
            Cell::words(pledge.content.clone()),
            Cell::words(number(pledge.promised)),
            Cell::words(number(*fact)),
            Cell::day(pledge.due),
            Cell::words(desk.say(standing)),
        ]
    };
    let rows: Vec<Vec<Cell>> = found.iter().map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let heads = vec![
        Head { width: 3, ..Head::name(desk.say(Say::Unit)) },
        Head::long(desk.say(Say::Pledged)),
        Head::narrow(desk.say(Say::PledgedNumber)),
        Head::narrow(desk.say(Say::Done)),
        Head { width: 3, ..Head::narrow(desk.say(Say::Due)) },
        Head::narrow(desk.say(Say::Standing)),
    ];
    let basis = hearing.map(|hearing| desk.name(hearing)).unwrap_or_default();
    vec![Part::Table(Table {
        caption: desk.say(Say::PledgesSection),
        basis: desk.basis_of(&basis, false),
        heads,
        rows,
        ..Table::default()
    })]
}

/// What comes next: key tasks that are not done and due until the end of the next quarter, the late ones first, and the
/// targets of the next quarter.
fn tasks(desk: &Desk<'_>) -> Vec<Part> {
    let state = desk.state();
    let quarter = Window::of(Cycle::Quarter, desk.day, desk.first_month);
    let next = Window::of(Cycle::Quarter, quarter.to.plus(1), desk.first_month);
    let mut open: Vec<(Date, RecordId)> = state
        .live(Kind::KeyTask)
        .filter(|(_, task)| task.get(K::DoneOn).as_date().is_none_or(|done| done > desk.day))
        .filter_map(|(id, task)| Some((task.get(K::DueOn).as_date()?, id)))
        .filter(|(due, _)| *due <= next.to)
        .collect();
    open.sort_unstable();
    let line = |&(due, id): &(Date, RecordId)| {
        let text = |field: K| Cell::words(state.get(id, field).as_text().unwrap_or_default());
        let name = |field: K| state.get(id, field).as_ref_id().map(|id| desk.name(id)).unwrap_or_default();
        vec![
            Cell::words(desk.name(id)),
            Cell::words(name(K::Unit)),
            Cell::words(name(K::Owner)),
            text(K::Node),
            Cell::Day(due),
            text(K::Progress),
        ]
    };
    let mut parts = Vec::new();
    if !open.is_empty() {
        let name = |word| Head::name(desk.say(word));
        parts.push(Part::Table(Table {
            caption: desk.say(Say::KeyTask),
            basis: desk.basis_of("", false),
            heads: vec![
                Head { width: 6, ..name(Say::KeyTask) },
                name(Say::ResponsibleUnit),
                Head::narrow(desk.say(Say::Owner)),
                Head { width: 6, ..name(Say::Node) },
                Head { width: 3, ..Head::narrow(desk.say(Say::Due)) },
                Head { width: 6, ..name(Say::DoneState) },
            ],
            rows: open.iter().map(line).collect(),
            ..Table::default()
        }));
    }
    parts.extend(next_targets(desk, next).map(Part::Table));
    parts
}

/// The targets of the next quarter: units down, the metrics that have any across.
fn next_targets(desk: &Desk<'_>, next: Window) -> Option<Table> {
    let period = Period::of(Cycle::Quarter, next.from, desk.first_month);
    let aim = |word: &str, holder: &Holder| desk.aims.of(word, holder, period).map(|aim| aim.target);
    let metrics: Vec<_> = desk
        .metrics
        .iter()
        .filter(|metric| !desk.aims.holders(&metric.word, period).is_empty())
        .filter(|metric| {
            let county = aim(&metric.word, &Holder::County).is_some();
            county
                || units_in_order(desk.state())
                    .iter()
                    .any(|u| aim(&metric.word, &Holder::Record(*u)).is_some())
        })
        .collect();
    let line = |name: String, holder: &Holder| {
        let own: Vec<Option<Decimal>> = metrics.iter().map(|metric| aim(&metric.word, holder)).collect();
        own.iter().any(Option::is_some).then(|| {
            let cells = metrics.iter().zip(own).map(|(metric, own)| desk.figure_if(metric.unit, own));
            [Cell::words(name)].into_iter().chain(cells).collect::<Vec<_>>()
        })
    };
    let units = units_in_order(desk.state()).into_iter();
    let rows: Vec<Vec<Cell>> =
        units.filter_map(|unit| line(desk.name(unit), &Holder::Record(unit))).collect();
    let total = line(desk.say(Say::County), &Holder::County);
    if rows.is_empty() && total.is_none() {
        return None;
    }
    let mut heads = vec![Head::name(desk.say(Say::Unit))];
    heads.extend(
        metrics.iter().map(|metric| {
            Head::narrow(desk.words.in_unit(&desk.words.metric(metric), desk.unit(metric.unit)))
        }),
    );
    Some(Table {
        caption: desk.say(Say::NextTargets),
        basis: desk.basis_of(&desk.named(period), true),
        heads,
        rows,
        total,
        notes: Vec::new(),
    })
}
