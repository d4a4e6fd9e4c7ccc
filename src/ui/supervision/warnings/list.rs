//! The warnings themselves, one a line.

use super::chosen::Listed;
use crate::i18n::{labels, warnings as words};
use crate::rules::warnings::Watch;
use crate::ui::forms::warnings::{Told, lamp, place, told};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{Route, link};
use crate::ui::session;
use crate::ui::widgets::{Growing, MoreRows, lit};
use leptos::prelude::*;
use std::sync::Arc;

/// The list.
#[component]
pub(super) fn WarningList(listed: Memo<Arc<Listed>>) -> impl IntoView {
    let growing = Growing::begin();
    let rows = Memo::new(move |_| {
        let (l, today, limit) = (lang(), session::today(), growing.limit());
        let listed = listed.read();
        let few = listed.shown.iter().take(limit);
        session::read(|store| {
            let watch = Watch::new(store, today);
            few.map(|warning| told(l, store, &watch, today, warning)).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let heads = [words::LIGHTS, words::PROJECT, words::REASON, words::WHO];
    let heads = heads.map(|head| view! { <th scope="col">{move || t(head)}</th> });
    view! {
        <div class="table-wrap">
            <table class="warning-list">
                <thead>
                    <tr>
                        {heads.collect_view()}
                        <th scope="col" class="number">{move || t(words::DAYS)}</th>
                        <th scope="col">{move || t(words::REMEDY)}</th>
                    </tr>
                </thead>
                <tbody><For each=move || rows.get() key=Clone::clone children=line/></tbody>
            </table>
        </div>
        <MoreRows growing total=Signal::derive(move || listed.read().shown.len())/>
    }
    .into_any()
}

fn line(told: Told) -> AnyView {
    let Told { project, name, stage, level, reason, says, person, unit, since, days, remedy, clears, .. } =
        told;
    let nobody = person.is_empty() && unit.is_empty();
    let stage = stage.map(|stage| view! { <small>{t(labels::stage(stage))}</small> });
    view! {
        <tr>
            <td>{lit(lamp(level), t(words::level(level)).to_owned())}</td>
            <th scope="row">{link(&Route::Project(project).into(), name)} {stage}</th>
            <td>{reason} <small class="says">{says}</small></td>
            <td>{person} <small>{unit}</small> {nobody.then_some(move || t(words::NOBODY))}</td>
            <td class="number" title=since.clone()>{days} <small>{since.clone()}</small></td>
            <td>{link(&place(project, remedy), clears)}</td>
        </tr>
    }
    .into_any()
}
