//! The projects for which somebody is not named.

use super::lines::{Shown, lacking};
use crate::domain::Stage;
use crate::domain::field::ProjectField as P;
use crate::i18n::{Text, labels, project, values, warnings as words};
use crate::rules::responsibility::Gap;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route, link};
use crate::ui::session;
use crate::ui::widgets::{Growing, Level, Light, MoreRows};
use leptos::prelude::*;
use std::sync::Arc;

/// Who is looked for, in the order of the page.
const FIELDS: [P; 3] = [P::Owner, P::Leader, P::Unit];

fn lacks(gap: &Gap, field: P) -> bool {
    match field {
        P::Owner => gap.owner,
        P::Leader => gap.leader,
        _ => gap.unit,
    }
}

fn name(field: P) -> Text {
    labels::field(crate::domain::Kind::Project, field.into()).unwrap_or(words::NOBODY)
}

/// The list, with how many lack whom above it.
#[component]
pub(super) fn Gaps(found: Memo<Arc<Shown>>) -> impl IntoView {
    let growing = Growing::begin();
    let is_any = Memo::new(move |_| found.with(|found| !found.gaps.is_empty()));
    let sums = move || {
        let found = found.read();
        let sum = |field: P| {
            let n = found.gaps.iter().filter(|gap| lacks(gap, field)).count();
            (n > 0).then(|| {
                let label = words::lacking(lang(), name(field), n);
                view! { <li><A to=Signal::stored(lacking(field))>{label}</A></li> }
            })
        };
        FIELDS.map(sum).collect_view()
    };
    let rows = Memo::new(move |_| {
        let gaps = &found.read().gaps;
        gaps.iter().take(growing.limit()).copied().collect::<Vec<_>>()
    });
    let key = |gap: &Gap| (gap.project, gap.stage, gap.leader, gap.unit, gap.owner);
    let list = move || {
        view! {
            <p class="help">{move || t(words::GAPS_TEXT)}</p>
            <ul class="lacking">{sums}</ul>
            <div class="table-wrap">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{move || t(words::PROJECT)}</th>
                            <th scope="col">{move || t(words::STAGE)}</th>
                            <th scope="col">{move || t(words::MISSING)}</th>
                        </tr>
                    </thead>
                    <tbody><For each=move || rows.get() key=key children=row/></tbody>
                </table>
            </div>
            <MoreRows growing total=Signal::derive(move || found.read().gaps.len())/>
        }
    };
    move || {
        if is_any.get() {
            list().into_any()
        } else {
            view! { <p class="quiet">{t(words::NO_GAPS)}</p> }.into_any()
        }
    }
}

fn row(gap: Gap) -> AnyView {
    let Gap { project, stage, owner, .. } = gap;
    let called = move || {
        session::watch(|store| values::record_name(lang(), store.state(), project)).unwrap_or_default()
    };
    let missing = move || {
        let names: Vec<&str> =
            FIELDS.into_iter().filter(|&field| lacks(&gap, field)).map(|field| t(name(field))).collect();
        names.join(t(project::JOINT))
    };
    let level = if owner && stage >= Stage::Signed { Level::Red } else { Level::Yellow };
    view! {
        <tr>
            <th scope="row">{link(&Route::Project(project).into(), called)}</th>
            <td>{move || t(labels::stage(stage))}</td>
            <td><Light level words=Signal::derive(missing)/></td>
        </tr>
    }
    .into_any()
}
