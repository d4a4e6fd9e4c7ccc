//! A rule sheet worked out, as a table, a panel and a published result: what the scores and the contests have in common.

pub(super) mod awards;
mod behind;
mod faces;
pub(super) mod numbers;
pub(super) mod panel;
pub(super) mod publish;
pub(super) mod published;
mod row;
pub(super) mod table;
pub(super) mod trial;
pub(super) mod worked;

use crate::i18n::{assess_scores as words, scoring, values};
use crate::ledger::State;
use crate::rules::counting_year::first_month;
use crate::rules::scoring::columns;
use crate::rules::targets::Period;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{set_query, use_query};
use crate::ui::widgets::SidePanel;
use leptos::prelude::*;
use numbers::Asked;
use table::{ITEM, OPEN};
use worked::Worked;

/// What the address calls the part of the page that is shown.
pub(super) const SHOW: &str = "show";
/// Its word for what was published.
pub(super) const PUBLISHED: &str = "published";
/// What it calls the published result that is open.
pub(super) const RESULT: &str = "result";

/// A period as people name it.
pub(super) fn period_name(state: &State, period: Period) -> String {
    let contest = match period {
        Period::Contest(id) => values::record_name(lang(), state, id),
        _ => String::new(),
    };
    scoring::period(lang(), period, &contest, first_month(state))
}

/// The panel of the score that is open.
pub(super) fn aside(
    worked: Memo<Worked>,
    asked: Memo<Option<Asked>>,
    is_published: Memo<bool>,
) -> impl Fn() -> Option<AnyView> + Clone {
    let (open, item) = (use_query(OPEN), use_query(ITEM));
    let found = Memo::new(move |_| {
        let (key, item) = (open.get(), item.get());
        worked.with(|worked| {
            let at = worked.figures.subjects.iter().position(|subject| subject.key == key)?;
            let known = item.is_empty() || columns(&worked.sheet).iter().any(|of| of.key == item);
            known.then(|| (key, item, worked.figures.subjects[at].name.clone()))
        })
    });
    move || {
        let (key, item, name) = found.get()?;
        let of = item.clone();
        let title = move || {
            let what = match of.is_empty() {
                true => t(words::TOTAL).to_owned(),
                false => worked.with(|worked| worked.known.item(lang(), &of)),
            };
            format!("{name} · {what}")
        };
        let close = || {
            set_query(OPEN, "");
            set_query(ITEM, "");
        };
        let body = match is_published.get() {
            true => published::panel(worked, key, item),
            false => view! { <panel::ScorePanel worked asked key item/> }.into_any(),
        };
        Some(view! { <SidePanel title=Signal::derive(title) on_close=close>{body}</SidePanel> }.into_any())
    }
}
