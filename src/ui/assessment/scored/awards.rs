//! The awards of a sheet: who has which, by which place, and who would have it and why not.

use super::worked::Worked;
use crate::i18n::{assess_scores as words, scoring};
use crate::rules::scoring::award::{Considered, Verdict};
use crate::ui::lang::{lang, t};
use leptos::prelude::*;

/// The awards, where the sheet has any.
#[component]
pub(in crate::ui::assessment) fn Awards(
    /// The scores.
    worked: Memo<Worked>,
) -> impl IntoView {
    move || {
        let l = lang();
        worked.with(|worked| {
            let award = |at: usize| {
                let rule = &worked.sheet.awards[at];
                let near: Vec<&Considered> = worked.awards.iter().filter(|c| c.award == at).collect();
                let line = |c: &&Considered| {
                    let subject = &worked.figures.subjects[c.subject];
                    let score = &worked.outcome.scores[c.subject];
                    let place = score.place.map(|place| words::place_told(l, &subject.group, place, score.of));
                    let given = c.verdict == Verdict::Given;
                    let why = match given {
                        true => worked.tie_told(l, score),
                        false => scoring::verdict(l, &worked.known, &worked.sheet, rule, c.verdict),
                    };
                    view! {
                        <li class:given=given>
                            <b>{subject.name.clone()}</b>" "<span>{place}</span>" "<small>{why}</small>
                        </li>
                    }
                };
                let (given, others): (Vec<&Considered>, Vec<&Considered>) =
                    near.into_iter().partition(|c| c.verdict == Verdict::Given);
                let none = given.is_empty().then(|| view! { <li class="quiet">{t(words::NOBODY)}</li> });
                let not = (!others.is_empty()).then(|| {
                    view! { <li class="quiet not">{t(words::NOT_GIVEN)}</li> }
                });
                let clause = (!rule.clause.is_empty()).then(|| view! { <p class="quiet">{rule.clause.clone()}</p> });
                view! {
                    <section>
                        <h3>{scoring::label(l, &rule.title)}</h3>
                        {clause}
                        <ul>{given.iter().map(line).collect_view()}{none}{not}{others.iter().map(line).collect_view()}</ul>
                    </section>
                }
            };
            (!worked.sheet.awards.is_empty()).then(|| {
                let all = (0..worked.sheet.awards.len()).map(award).collect_view();
                view! {
                    <div class="awards"><h2>{t(words::AWARDS)}</h2><div class="award-list">{all}</div></div>
                }
            })
        })
    }
}
