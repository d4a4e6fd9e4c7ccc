//! Why a file cannot be merged.

use crate::exchange::json::Problem;
use crate::i18n::exchange as words;
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Banner, BannerKind};
use leptos::prelude::*;

/// Everything that is wrong, where, and what to do about each.
pub(super) fn problems(found: &[Problem]) -> AnyView {
    let row = |problem: &Problem| {
        let Problem { place, fault } = problem.clone();
        let remedy = fault.remedy();
        view! {
            <li>
                <p>
                    <span class="quiet">{move || words::place(lang(), &place)}</span> " "
                    {move || words::fault(lang(), &fault)}
                </p>
                <p class="help">{move || t(words::remedy(remedy))}</p>
            </li>
        }
    };
    let rows = found.iter().map(row).collect_view();
    view! {
        <Banner kind=BannerKind::Error><p>{move || t(words::REFUSED)}</p></Banner>
        <ul class="problems">{rows}</ul>
    }
    .into_any()
}
