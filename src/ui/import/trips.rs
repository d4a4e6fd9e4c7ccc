//! The rows of a ledger of trips: how each was read, and what becomes of it.

use super::work;
use crate::exchange::import::TripRow;
use crate::i18n::format;
use crate::i18n::{Lang, import as words, marks, trips as trip_words};
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Growing, MoreRows};
use leptos::prelude::*;

/// The table.
#[component]
pub fn TripRows() -> impl IntoView {
    let growing = Growing::begin();
    let counts = move || {
        work::watch(|job| job.trips().map(|plan| words::trip_counts(lang(), plan.counts()))).flatten()
    };
    let rows = move || {
        let l = lang();
        let rows = work::watch(|job| {
            // What is left out stands first: it wants a look.
            let plan = job.trips()?;
            let (out, taken): (Vec<_>, Vec<_>) = plan.rows.iter().partition(|row| row.is_refused());
            Some(out.into_iter().chain(taken).take(growing.limit()).map(|row| line(l, row)).collect_view())
        });
        rows.flatten()
    };
    let total = move || work::watch(|job| job.trips().map_or(0, |plan| plan.rows.len())).unwrap_or(0);
    let heads = words::TRIP_HEADS.into_iter().enumerate().map(|(at, head)| {
        let class = is_number(at).then_some("num");
        view! { <th scope="col" class=class>{move || t(head)}</th> }
    });
    view! {
        <p class="quiet" data-test="trip-counts">{counts}</p>
        <div class="trip-rows" role="region" tabindex="0" aria-label=move || t(words::ROWS)>
            <table>
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
            <MoreRows growing total=Signal::derive(total)/>
        </div>
    }
    .into_any()
}

/// Whether numbers stand in a column.
const fn is_number(column: usize) -> bool {
    matches!(column, 0 | 7 | 10)
}

fn line(l: Lang, row: &TripRow) -> AnyView {
    let day = |day: Option<crate::domain::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let cells = [
        row.line.to_string(),
        words::trip_outcome(l, row.outcome),
        row.unit.clone(),
        row.leader.clone(),
        trip_words::kind(row.kind).get(l).to_owned(),
        day(row.start),
        day(row.end),
        row.days.map(|days| format::exact(days, 1)).unwrap_or_default(),
        row.place.clone(),
        row.companies.join(marks::listing(l)),
        row.leads.map(format::number_cell).unwrap_or_default(),
    ];
    let cells = cells.into_iter().enumerate().map(|(at, text)| {
        view! { <td class=is_number(at).then_some("num")>{text}</td> }
    });
    let refused = row.is_refused().then_some("true");
    view! { <tr data-refused=refused data-doubtful=row.doubtful.then_some("true")>{cells.collect_view()}</tr> }.into_any()
}
