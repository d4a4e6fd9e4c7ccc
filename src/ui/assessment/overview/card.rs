//! One headline number: how many, how much, of which target, and how it stands against the time.

use super::data::{Headline, Side, quantity};
use super::tables::progress_of;
use crate::domain::Decimal;
use crate::i18n::{assess_overview as words, assess_words, format};
use crate::rules::metrics::Unit;
use crate::rules::targets::Standing;
use crate::ui::assessment::standing::level;
use crate::ui::lang::{lang, t};
use crate::ui::routes::A;
use crate::ui::session;
use crate::ui::widgets::Light;
use chrono::Datelike;
use leptos::prelude::*;

/// A headline number.
#[component]
pub(super) fn Card(headline: Headline, elapsed: Decimal) -> impl IntoView {
    let lines = [headline.count, headline.amount].into_iter().flatten().enumerate();
    let lines = lines.map(|(nth, side)| line(side, nth == 0, elapsed)).collect_view();
    view! {
        <section class="headline" data-metric=headline.word>
            <h2>{headline.name}</h2>
            {lines}
        </section>
    }
    .into_any()
}

/// One of its two lines; the first is the large one.
fn line(side: Side, is_first: bool, elapsed: Decimal) -> AnyView {
    let l = lang();
    let Side { unit, row, metric, .. } = &side;
    let percent = |share: Decimal| format::percent_of(share.as_millionths(), Decimal::ONE.as_millionths());
    let done = quantity(*unit, row.done);
    // A number of nothing leads nowhere.
    let number = match row.done.is_zero() {
        true => {
            let nothing =
                if *unit == Unit::Yuan { done } else { format!("0{}", assess_words::unit(l, *unit)) };
            view! { <b>{nothing}</b> }.into_any()
        }
        false => view! { <A to=Signal::stored(side.done.clone().location())><b>{done}</b></A> }.into_any(),
    };
    let light = level(row).map(|level| {
        let said = words::ahead(l, row.ahead.unwrap_or_default(), row.standing == Standing::Met);
        view! { <Light level words=Signal::stored(said)/> }
    });
    let year = session::today().naive().year();
    let target = match (&row.aim, row.rate) {
        (Some(aim), Some(rate)) => {
            let said = words::of_target(l, &quantity(*unit, aim.target), &percent(rate));
            let to = progress_of(metric, aim_year(&side).unwrap_or(year)).location();
            view! { <A to=Signal::stored(to)>{said}</A> }.into_any()
        }
        _ => view! { <span>{t(words::NO_TARGET)}</span> }.into_any(),
    };
    let meter = row.rate.map(|rate| {
        let width = |share: Decimal| {
            let share = share.as_millionths().clamp(0, Decimal::ONE.as_millionths());
            format!("{}%", format::exact(share / 1000, 1))
        };
        let said = words::bar_said(l, &percent(rate), &percent(elapsed));
        view! {
            <div class="meter" role="img" aria-label=said>
                <i style:width=width(rate)></i>
                <s style:left=width(elapsed)></s>
            </div>
        }
    });
    let before = (!row.year_before.is_zero()).then(|| {
        let (to, number) = (side.before.clone().location(), quantity(*unit, row.year_before));
        view! { <A to=Signal::stored(to)>{number}</A> }
    });
    let before = match before {
        Some(link) => link.into_any(),
        None => format::DASH.into_any(),
    };
    view! {
        <div class="line" data-first=is_first.to_string()>
            <p class="done">{number} {light}</p>
            {meter}
            <p class="quiet">{target}<span>{t(words::YEAR_BEFORE)}" "{before}</span></p>
        </div>
    }
    .into_any()
}

/// The year of the target, as the curve has it.
fn aim_year(side: &Side) -> Option<i32> {
    side.curve.last().map(|(point, _)| point.end.naive().year())
}
