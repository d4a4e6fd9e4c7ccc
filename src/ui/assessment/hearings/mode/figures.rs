//! The numbers of a unit: target, done, share, time, gap and place of each metric.

use super::Floor;
use crate::domain::{Decimal, RecordId};
use crate::i18n::{Lang, assess_hearings as words, assess_progress, assess_words, service};
use crate::rules::hearing::{Brief, Figure};
use crate::rules::metrics::{Cycle, Metric, Unit, Who, Window};
use crate::rules::targets::Standing;
use crate::ui::assessment::behind;
use crate::ui::lang::{lang, t};
use crate::ui::records::sums::{Cell, unit as money_unit};
use crate::ui::routes::A;
use crate::ui::widgets::{Level, Light};
use leptos::prelude::*;

#[component]
pub(super) fn Figures(floor: Floor, unit: RecordId) -> impl IntoView {
    let is_any = Memo::new(move |_| floor.with(|_, page| !page.figures.is_empty()).unwrap_or(false));
    let rows = move || {
        let l = lang();
        floor.with(|brief, page| {
            let line = |of: &Figure| Some(row(l, brief, brief.metrics.get(of.metric)?, of, unit));
            page.figures.iter().filter_map(line).collect_view()
        })
    };
    let heads = || {
        let number = |text| view! { <th scope="col" class="number">{t(text)}</th> };
        view! {
            <th scope="col">{t(words::METRIC)}</th>
            {number(words::TARGET)}
            {number(words::DONE)}
            {number(words::DONE_RATE)}
            {number(words::AHEAD)}
            <th scope="col">{t(assess_progress::STANDING)}</th>
            {number(words::GAP)}
            {number(words::RANK)}
        }
    };
    move || match is_any.get() {
        false => view! { <p class="nothing">{t(words::NO_FIGURES)}</p> }.into_any(),
        true => view! {
            <div class="table-wrap">
                <table class="figures">
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any(),
    }
}

fn row(l: Lang, brief: &Brief, metric: &Metric, of: &Figure, unit: RecordId) -> AnyView {
    let row = &of.row;
    let number = |number: Option<Decimal>| Cell::measured_if(metric.unit, number).text(l);
    let name = assess_words::metric_name(l, metric);
    let name = match metric.unit {
        Unit::Yuan => service::with_unit(l, &name, money_unit(l)),
        unit => assess_words::in_unit(l, &name, unit),
    };
    let done = number(Some(row.done));
    let over = Window::of(Cycle::Year, brief.as_of, brief.hearing.first_month).until(brief.as_of);
    let done = match over.filter(|_| !row.done.is_zero()) {
        Some(window) => {
            let to = behind::beside(&metric.word, window, Who::Unit(unit));
            view! { <A to=Signal::stored(to)>{done}</A> }.into_any()
        }
        None => done.into_any(),
    };
    let said = t(assess_progress::standing(row.standing));
    let standing = match (row.standing, row.ahead) {
        (Standing::NoTarget, _) => ().into_any(),
        // As in the table of progress (domain notes R24).
        (Standing::Behind, Some(ahead)) if ahead < Decimal::hundredths(-30) => {
            view! { <Light level=Level::Red words=Signal::stored(said.to_owned())/> }.into_any()
        }
        (Standing::Behind, _) => {
            view! { <Light level=Level::Yellow words=Signal::stored(said.to_owned())/> }.into_any()
        }
        _ => view! { <Light level=Level::Green words=Signal::stored(said.to_owned())/> }.into_any(),
    };
    let place = row.place.map(|place| words::rank_of(place, of.of)).unwrap_or_default();
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="number">{number(row.aim.as_ref().map(|aim| aim.target))}</td>
            <td class="number done">{done}</td>
            <td class="number">{Cell::percent(row.rate).text(l)}</td>
            <td class="number">{Cell::points(row.ahead).text(l)}</td>
            <td>{standing}</td>
            <td class="number">{number(row.left)}</td>
            <td class="number">{place}</td>
        </tr>
    }
    .into_any()
}
