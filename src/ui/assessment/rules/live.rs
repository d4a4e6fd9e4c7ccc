//! The scores of today by the draft, beside the form, so that a change shows at once.

use super::draft::Draft;
use crate::i18n::{assess_rules as words, assess_scores, scoring};
use crate::rules::counting_year::first_month;
use crate::rules::metrics::{Cycle, Metric};
use crate::rules::scoring::edit;
use crate::rules::scoring::formula::Ratio;
use crate::rules::scoring::{Formula, Item, Rule, RuleSheet};
use crate::rules::targets::Period;
use crate::ui::assessment::scored::numbers::{Asked, numbers};
use crate::ui::assessment::scored::worked::{Worked, points_cell};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use leptos::prelude::*;

/// How many of each group are shown.
const SHOWN: usize = 8;

/// The rows.
#[component]
pub(super) fn Live(draft: Draft, metrics: Memo<Vec<Metric>>) -> impl IntoView {
    // The pipeline is measured again only where the draft asks for other numbers or other people.
    let shape = Memo::new(move |_| draft.sheet.with(shape));
    let measured = Memo::new(move |_| {
        let asked = asked(shape.get())?;
        session::watch(|store| numbers(store, &asked))
    });
    let worked = Memo::new(move |_| {
        let sheet = draft.sheet.get();
        metrics.track();
        measured.with(|measured| {
            measured.as_ref().map(|measured| Worked::of(sheet, measured)).unwrap_or_default()
        })
    });
    let rows = move || {
        let path = draft.path.get();
        let l = lang();
        worked.with(|worked| {
            let digits = worked.sheet.digits;
            let key = edit::item(&worked.sheet, &path).map(|item| item.key.clone());
            let groups = worked.groups().into_iter().map(|(name, scores)| {
                let lines = scores.into_iter().take(SHOWN).map(|score| {
                    let own = key.as_ref().and_then(|key| score.item(key));
                    let own =
                        own.map(
                            |item| if item.counts { points_cell(item.points, digits) } else { String::new() },
                        );
                    view! {
                        <tr>
                            <td class="number">{score.place}</td>
                            <th scope="row">{worked.figures.subjects[score.subject].name.clone()}</th>
                            <td class="number">{own}</td>
                            <td class="number"><b>{points_cell(score.total, digits)}</b></td>
                        </tr>
                    }
                });
                let lines = lines.collect_view();
                let heading = (!name.is_empty())
                    .then(|| view! { <tr class="group"><th colspan="4" scope="rowgroup">{name}</th></tr> });
                view! { <tbody>{heading}{lines}</tbody> }
            });
            let groups = groups.collect_view();
            // The general rules have no points of their own.
            let item = match &key {
                Some(key) => {
                    view! { <th scope="col" class="number">{worked.known.item(l, key)}</th> }.into_any()
                }
                None => view! { <td></td> }.into_any(),
            };
            view! {
                <table>
                    <thead><tr>
                        <th scope="col" class="number">{t(assess_scores::PLACE)}</th>
                        <th scope="col">{t(assess_scores::WHO)}</th>
                        {item}
                        <th scope="col" class="number">{t(assess_scores::TOTAL)}</th>
                    </tr></thead>
                    {groups}
                </table>
            }
        })
    };
    let period = move || {
        let asked = asked(shape.get())?;
        Some(scoring::period(lang(), asked.period, "", asked.first_month))
    };
    view! {
        <section class="rule-live" aria-label=move || t(words::LIVE)>
            <h2>{move || t(words::LIVE)}" "<small>{period}</small></h2>
            {rows}
        </section>
    }
}

/// A sheet that asks for the same numbers and people, and says nothing of points.
fn shape(sheet: &RuleSheet) -> RuleSheet {
    let item = |word: &str| Item {
        key: word.to_owned(),
        rule: Rule::Formula(Formula::Ratio(Ratio {
            metric: word.to_owned(),
            cap: None,
            from: None,
            undefined: Default::default(),
        })),
        ..Item::default()
    };
    RuleSheet {
        subject: sheet.subject,
        period: sheet.period,
        elapsed: sheet.elapsed,
        prorate: sheet.prorate,
        groups: sheet.groups.clone(),
        metrics: sheet.metrics.clone(),
        items: sheet.metric_words().into_iter().map(item).collect(),
        ..RuleSheet::default()
    }
}

/// What is asked: the current period, today. A contest is looked at by its year.
fn asked(sheet: RuleSheet) -> Option<Asked> {
    let day = session::today();
    let cycle = if sheet.period == Cycle::Contest { Cycle::Year } else { sheet.period };
    let first_month = session::read(|store| first_month(store.state()))?;
    let period = Period::of(cycle, day, first_month);
    let window = session::read(|store| period.window(store.state(), first_month)).flatten()?;
    Some(Asked { sheet, record: None, version: String::new(), period, window, day, first_month })
}
