//! Plan against fact as bars on one scale of days. The list under it says the same in words.

use crate::domain::Date;
use crate::i18n::service as words;
use crate::rules::permits::Permit;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use chrono::{Datelike, Months};
use leptos::prelude::*;

/// The most months that are named at the head.
const NAMED: i32 = 8;

/// The days that the chart spans.
#[derive(Clone, Copy, PartialEq)]
struct Scale {
    from: Date,
    to: Date,
}

impl Scale {
    /// All that has to be seen: the plan, what happened, the start and today, with whole months at both ends.
    fn of(permits: &[Permit], start: Option<Date>, today: Date) -> Option<Scale> {
        let days = permits.iter().flat_map(|p| [p.times.begin(), p.times.due, p.times.applied, p.times.done]);
        let days: Vec<Date> = days.chain([start, Some(today)]).flatten().collect();
        let (first, last) = (days.iter().min()?, days.iter().max()?);
        let from = Date::from_naive(first.naive().with_day(1)?)?;
        let to = Date::from_naive(last.naive().with_day(1)?.checked_add_months(Months::new(1))?)?;
        Some(Scale { from, to })
    }

    /// Where a day begins, in percent of the width.
    fn at(self, day: Date) -> f64 {
        f64::from(day.since(self.from)) * 100.0 / f64::from(self.to.since(self.from).max(1))
    }

    /// The place of a bar from the beginning of one day to the end of another.
    fn bar(self, from: Date, to: Date) -> String {
        let left = self.at(from);
        let width = (self.at(to.plus(1)) - left).max(0.5);
        format!("left:{left:.2}%;width:{width:.2}%")
    }

    /// The first days of months to be named.
    fn months(self) -> Vec<Date> {
        let first = self.from.naive();
        let months = (0..).map_while(|n| {
            let day = first.checked_add_months(Months::new(n)).and_then(Date::from_naive)?;
            (day < self.to).then_some(day)
        });
        let months: Vec<Date> = months.take(600).collect();
        let step = (months.len() as i32 + NAMED - 1) / NAMED;
        months.into_iter().step_by(step.max(1) as usize).collect()
    }
}

/// The chart.
#[component]
pub fn PermitChart(permits: Memo<Vec<Permit>>, start: Memo<Option<Date>>) -> impl IntoView {
    let chart = move || {
        let (l, today) = (lang(), session::today());
        let permits = permits.get();
        let scale = Scale::of(&permits, start.get(), today)?;
        let line = |class: &'static str, day: Date| {
            view! { <i class=class style=format!("left:{:.2}%", scale.at(day))></i> }
        };
        let rows = permits.iter().filter(|permit| permit.times.due.is_some() || permit.times.applied.is_some()).map(|permit| {
            let plan = permit.times.begin().zip(permit.times.due);
            let plan = plan.map(|(from, to)| view! { <i class="plan" style=scale.bar(from, to)></i> });
            // Work that is not ended goes on until today.
            let from = permit.times.applied.or(permit.times.done);
            let fact = from.map(|from| {
                let to = permit.times.done.unwrap_or(today).max(from);
                let class = if permit.times.done.is_some() { "fact" } else { "fact running" };
                view! { <i class=class style=scale.bar(from, to)></i> }
            });
            view! {
                <li>
                    <span class="name">{words::permit_name(l, &permit.name)}</span>
                    <span class="days">
                        {plan} {fact} {line("now-line", today)} {start.get().map(|start| line("start-line", start))}
                    </span>
                </li>
            }
        });
        let rows = rows.collect_view();
        let months = scale.months().into_iter().map(|month| {
            view! { <span style=format!("left:{:.2}%", scale.at(month))>{words::month(l, month)}</span> }
        });
        Some(view! {
            <ol aria-hidden="true">
                <li class="months"><span class="name"></span><span class="days">{months.collect_view()}</span></li>
                {rows}
            </ol>
        })
    };
    let key = |class: &'static str, text| view! { <span><i class=class></i>{move || t(text)}</span> };
    view! {
        <figure class="permit-chart" aria-label=move || t(words::CHART)>
            {chart}
            <figcaption>
                {key("plan", words::PLANNED)}
                {key("fact", words::ACTUAL)}
                {key("now-line", words::TODAY)}
                {key("start-line", words::START)}
            </figcaption>
        </figure>
    }
    .into_any()
}
