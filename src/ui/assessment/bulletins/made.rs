//! What is worked out for the papers of this page.

use crate::domain::{Date, RecordId};
use crate::i18n::Lang;
use crate::rules::bulletin::pack::{Pack, pack};
use crate::rules::bulletin::tables::Which;
use crate::rules::bulletin::{Bulletin, Desk, Known, Material, Paper, Ranked, known, material, table};
use crate::rules::counting_year::first_month;
use crate::rules::scoring::Subject;
use crate::rules::targets::Period;
use crate::store::Store;
use crate::ui::assessment::measured::measurer;
use crate::ui::session;

/// The day that a bulletin is of: its own, but none that lies ahead.
pub(super) fn day_of(of: &Bulletin) -> Date {
    let today = session::today();
    of.as_of.unwrap_or(today).min(today)
}

/// The language that a bulletin is written in: the words of the paper follow its texts, and not the page.
pub(super) fn language(of: &Bulletin, l: Lang) -> Lang {
    let is_han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}');
    let says = |text: &String| text.chars().any(is_han);
    match (of.texts.iter().all(|text| text.trim().is_empty()), of.texts.iter().any(says)) {
        (true, _) => l,
        (false, true) => Lang::Zh,
        (false, false) => Lang::En,
    }
}

/// All but the texts of a bulletin: its tables, and the numbers of its names.
pub(super) fn materials(store: &Store, l: Lang, of: &Bulletin) -> Option<(Material, Known)> {
    let measurer = measurer(store);
    let desk = Desk::open(store, &measurer, &l, of.period?, day_of(of), of.first_month)?;
    let ranked = Ranked::in_force(&desk, Subject::Unit);
    let known = known(&desk, ranked.as_ref());
    Some((material(&desk, of), known))
}

/// One table as a paper.
pub(super) fn one_table(
    store: &Store,
    l: Lang,
    which: Which,
    period: Period,
    day: Date,
    unit: Option<RecordId>,
) -> Option<Paper> {
    let measurer = measurer(store);
    let desk = Desk::within(store, &measurer, &l, period, day)?;
    Some(table(&desk, which, unit))
}

/// A meeting pack with a bulletin, or of a period and a day without one.
pub(super) fn meeting(
    store: &Store,
    l: Lang,
    of: Option<&Bulletin>,
    period: Period,
    day: Date,
) -> Option<Pack> {
    let (period, day) = match of {
        Some(of) => (of.period.unwrap_or(period), day_of(of)),
        None => (period, day),
    };
    let l = of.map_or(l, |of| language(of, l));
    let first_month = of.map_or_else(|| first_month(store.state()), |of| of.first_month);
    let measurer = measurer(store);
    let desk = Desk::open(store, &measurer, &l, period, day, first_month)?;
    let ranked = Ranked::in_force(&desk, Subject::Unit);
    let known = known(&desk, ranked.as_ref());
    Some(pack(&desk, of, &known, ranked.as_ref()))
}
