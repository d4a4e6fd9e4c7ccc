//! 流转与分成 of one project: where it went, what was agreed, and whom it counts for today.

use super::transfer_form::TransferForm;
use crate::domain::field::{ProjectField as P, TransferField as T};
use crate::domain::{Field, Kind, RecordId};
use crate::i18n::{project, transfer as words, values};
use crate::ledger::{Action, Edit};
use crate::rules::credit::transfers;
use crate::ui::forms::CellField;
use crate::ui::forms::claims::credit_of;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Glyph, Menu, MenuItem};
use leptos::prelude::*;

/// One transfer as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
struct Moved {
    on: String,
    from: String,
    to: String,
    agreed: String,
    agreed_by: String,
    reason: String,
}

/// The panel.
#[component]
pub fn Transfers(id: RecordId) -> impl IntoView {
    let moved = Memo::new(move |_| {
        let l = lang();
        session::watch(|store| {
            let state = store.state();
            let name = |unit: Option<RecordId>| {
                unit.map(|unit| values::record_name(l, state, unit)).unwrap_or_default()
            };
            let text = |id, field: T| state.get(id, field).as_text().unwrap_or_default().to_owned();
            let shown = |moved: crate::rules::credit::Transfer| {
                let years = state.get(moved.id, T::Years).as_int().filter(|&years| years > 0);
                let until = moved.until.map(|until| until.to_string()).unwrap_or_default();
                let shown = Moved {
                    on: moved.on.map(|on| on.to_string()).unwrap_or_default(),
                    from: name(moved.from),
                    to: name(moved.to),
                    agreed: words::agreed(l, &words::split(moved.kept), years, &until),
                    agreed_by: text(moved.id, T::AgreedBy),
                    reason: text(moved.id, T::Reason),
                };
                (moved.id, shown)
            };
            transfers(state, store.index().of(Kind::Transfer, id)).into_iter().map(shown).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let credit = Memo::new(move |_| {
        let l = lang();
        session::watch(|store| credit_of(l, store, id)).unwrap_or_default()
    });
    let has_unit = Memo::new(move |_| {
        session::watch(|store| store.state().get(id, P::Unit).as_ref_id().is_some()).unwrap_or(false)
    });
    let adding = RwSignal::new(false);
    let counts = move || {
        let credit = credit.get();
        (!credit.is_empty()).then(|| {
            let each = credit.into_iter().map(|(unit, share)| {
                view! { <li><span>{unit}</span> " " <strong>{share}</strong></li> }
            });
            view! {
                <div class="credit">
                    <span class="quiet">{move || t(words::COUNTS_FOR)}</span>
                    <ul>{each.collect_view()}</ul>
                </div>
            }
        })
    };
    // An entry stays while its fields are edited one after another.
    let ids = move || moved.read().iter().map(|(id, _)| *id).collect::<Vec<_>>();
    let add = move || match (adding.get(), has_unit.get()) {
        (true, _) => view! { <TransferForm id open=adding/> }.into_any(),
        (false, false) => view! { <p class="quiet">{t(words::NO_GIVER)}</p> }.into_any(),
        (false, true) => view! {
            <Button
                label=words::TRANSFER
                kind=ButtonKind::Quiet
                icon=Glyph::Forward
                on_press=move || adding.set(true)
            />
        }
        .into_any(),
    };
    view! {
        <section class="panel transfers" aria-label=move || t(words::TRANSFERS)>
            <h2>{move || t(words::TRANSFERS)}</h2>
            <ul class="moves"><For each=ids key=|id| *id children=move |id| view! { <Entry id moved/> }/></ul>
            {counts}
            {session::is_now().then_some(add)}
        </section>
    }
    .into_any()
}

/// One transfer, or its editor.
#[component]
fn Entry(id: RecordId, moved: Memo<Vec<(RecordId, Moved)>>) -> impl IntoView {
    let shown = Memo::new(move |_| {
        moved
            .read()
            .iter()
            .find(|(other, _)| *other == id)
            .map(|(_, moved)| moved.clone())
            .unwrap_or_default()
    });
    let part = move |part: fn(&Moved) -> &str| move || part(&shown.read()).to_owned();
    let editing = RwSignal::new(false);
    let delete = move || {
        session::run(Action::Delete, vec![Edit::delete(id)]);
    };
    let items = move |()| {
        vec![
            MenuItem::new(project::EDIT, move || editing.set(true)).icon(Glyph::Edit),
            MenuItem::new(project::DELETE, delete).icon(Glyph::Trash).danger(),
        ]
    };
    let editor = move || {
        editing.get().then(|| {
            let fields = Field::of(Kind::Transfer).filter(|(field, def)| {
                def.group == crate::domain::field::Group::First && *field != Field::from(T::Project)
            });
            let cells = fields.map(|(field, def)| view! { <CellField id field def/> });
            view! {
                <div class="cells">{cells.collect_view()}</div>
                <Button label=project::DONE on_press=move || editing.set(false)/>
            }
        })
    };
    let by = move || {
        let by = shown.read().agreed_by.clone();
        (!by.is_empty()).then(|| view! { <p class="quiet">{t(words::AGREED_BY)} " " {by}</p> })
    };
    let reason = move || {
        let reason = shown.read().reason.clone();
        (!reason.is_empty()).then(|| view! { <p>{reason}</p> })
    };
    view! {
        <li>
            <div class="move">
                <time>{part(|moved| &moved.on)}</time>
                <span>{part(|moved| &moved.from)} " → " <strong>{part(|moved| &moved.to)}</strong></span>
                <span class="quiet">{part(|moved| &moved.agreed)}</span>
                {session::is_now().then(|| view! {
                    <Menu label=project::ENTRY_MENU icon=Glyph::More bare=true align_end=true items/>
                })}
            </div>
            {reason}
            {by}
            {editor}
        </li>
    }
    .into_any()
}
