//! 大兑现自评表 (玉林 2006, R5): of what was signed, how much was kept, built and paid, with the score of each.

use crate::domain::Decimal;
use crate::rules::bulletin::sheet::Ranked;
use crate::rules::bulletin::{Cell, Desk, Head, Say, Table};
use crate::rules::metrics::Unit;
use crate::rules::scoring::Score;

/// One part: the head over it, its item, its numerator and denominator with their heads, what they are counted in.
struct Part {
    group: Say,
    item: &'static str,
    above: (&'static str, Say),
    below: (&'static str, Say),
    unit: Unit,
}

const PARTS: [Part; 3] = [
    Part {
        group: Say::KeptRate,
        item: "kept",
        above: ("honoured", Say::KeptCount),
        below: ("signed", Say::SignedCount),
        unit: Unit::Piece,
    },
    Part {
        group: Say::BuiltRate,
        item: "built",
        above: ("started_or_done", Say::BuiltCount),
        below: ("signed", Say::SignedCount),
        unit: Unit::Piece,
    },
    Part {
        group: Say::ArrivalRate,
        item: "arrival",
        above: ("arrived", Say::Arrived),
        below: ("contracted", Say::Contracted),
        unit: Unit::Yuan,
    },
];

/// The table: every unit that is scored, by the rules of R5.
pub(super) fn table(desk: &Desk<'_>) -> Table {
    let caption = desk.say(Say::KeptTitle);
    let Some(ranked) = Ranked::example(desk, "R5") else { return Table { caption, ..Table::default() } };
    let mut heads = vec![Head::name(desk.say(Say::Unit))];
    let head = |word: Say, unit: &str| Head::narrow(desk.words.in_unit(&desk.say(word), unit));
    let amounts = desk.words.amounts().1;
    for part in &PARTS {
        let unit = if part.unit == Unit::Yuan { amounts } else { "" };
        let own =
            [head(part.above.1, unit), head(part.below.1, unit), head(Say::Rate, "%"), head(Say::Score, "")];
        heads.extend(own.map(|head| head.under(desk.say(part.group))));
    }
    let out = [
        head(Say::FundsFromOutside, amounts),
        head(Say::Task, amounts),
        head(Say::Rate, "%"),
        head(Say::Score, ""),
    ];
    heads.extend(out.map(|head| head.under(desk.say(Say::OutsideInYear))));
    heads.push(head(Say::TotalScore, ""));
    let groups = ranked.groups();
    let rows = groups.iter().flat_map(|(_, scores)| scores.iter().map(|score| line(desk, &ranked, score)));
    let rows = rows.collect();
    Table {
        caption,
        basis: desk.basis_of(&desk.named(ranked.asked.period), true),
        heads,
        rows,
        total: None,
        notes: vec![ranked.told(desk)],
    }
}

fn line(desk: &Desk<'_>, ranked: &Ranked, score: &Score) -> Vec<Cell> {
    let digits = ranked.asked.sheet.digits;
    let points = |key: &str| {
        let own = score.item(key).filter(|item| item.counts);
        own.map_or(Cell::Empty, |item| Cell::number(item.points, digits))
    };
    let done = |word: &str| ranked.number(word, score.subject).0;
    let share = |above: Option<Decimal>, below: Option<Decimal>| {
        Cell::percent(above.zip(below).and_then(|(above, below)| above.over(below)))
    };
    let mut cells = vec![Cell::words(ranked.name(score))];
    for part in &PARTS {
        let (above, below) = (done(part.above.0), done(part.below.0));
        cells.extend([
            desk.figure_if(part.unit, above),
            desk.figure_if(part.unit, below),
            share(above, below),
            points(part.item),
        ]);
    }
    let (out, task) = ranked.number("arrived_out_of_province", score.subject);
    cells.extend([
        desk.figure_if(Unit::Yuan, out),
        desk.figure_if(Unit::Yuan, task),
        share(out, task),
        points("out"),
        Cell::number(score.total, digits),
    ]);
    cells
}
