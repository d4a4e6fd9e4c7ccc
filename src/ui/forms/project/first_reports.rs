//! 首报首谈 of one project: who says to have been first, what shows it, and the ruling.

use super::file_report::FileReport;
use crate::domain::field::{FirstReportField as B, Group};
use crate::domain::{Field, Kind, RecordId};
use crate::i18n::{first_report as words, project, widgets};
use crate::ledger::{Action, Edit};
use crate::rules::first_report::{Basis, Claim, Standing, merged_into, rule, standing};
use crate::ui::forms::CellField;
use crate::ui::forms::claims::{Told, claims_of, new_report, told};
use crate::ui::forms::unsaved::{Note, keep_fields};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Badge, Button, ButtonKind, Field as Labelled, Glyph, Menu, MenuItem, TextInput};
use leptos::ev;
use leptos::prelude::*;
use web_sys::SubmitEvent;

/// The panel.
#[component]
pub fn FirstReports(id: RecordId) -> impl IntoView {
    let claims = Memo::new(move |_| {
        session::watch(|store| {
            let merged = merged_into(store.state());
            claims_of(store, id, merged.get(&id).map_or(&[], |ids| ids))
        })
        .unwrap_or_default()
    });
    let filing = RwSignal::new(false);
    let ruling = RwSignal::new(None::<Basis>);
    let editing = RwSignal::new(None::<RecordId>);
    let stands = Memo::new(move |_| standing(&claims.read()));
    let badge = move || {
        let text = Signal::derive(move || t(words::standing(stands.get())).to_owned());
        view! { <Badge text accent=stands.get() == Standing::Disputed/> }
    };
    let row = move |basis: Basis| {
        let told = Memo::new(move |_| {
            let l = lang();
            let claims = claims.read();
            let claim = claims.iter().find(|claim| claim.basis == basis);
            claim.and_then(|claim| session::watch(|store| told(l, store.state(), claim))).unwrap_or_default()
        });
        let part = move |part: fn(&Told) -> &str| move || part(&told.read()).to_owned();
        let menu = items(basis, claims, ruling, editing);
        let under = move || {
            let is_edited = matches!(basis, Basis::Filed(id) if editing.get() == Some(id));
            let is_ruled = ruling.get() == Some(basis);
            (is_edited || is_ruled).then(|| {
                let body = match basis {
                    Basis::Filed(report) if is_edited => editor(report, editing),
                    _ => view! { <Rule id claims basis ruling/> }.into_any(),
                };
                view! { <tr><td colspan="5">{body}</td></tr> }
            })
        };
        view! {
            <tr>
                <th scope="row">{part(|told| &told.unit)} <small>{part(|told| &told.person)}</small></th>
                <td>{part(|told| &told.when)} <small>{part(|told| &told.entered)}</small></td>
                <td>{part(|told| &told.evidence)}</td>
                <td>{part(|told| &told.ruling)}</td>
                <td>{session::is_now().then(|| view! {
                    <Menu label=project::ENTRY_MENU icon=Glyph::More bare=true align_end=true items=menu/>
                })}</td>
            </tr>
            {under}
        }
    };
    // A row stays as long as its claim does: its fields are edited one after another.
    let bases = move || claims.read().iter().map(|claim| claim.basis).collect::<Vec<_>>();
    let heads = [words::UNIT, words::WHEN, words::EVIDENCE, words::STANDING];
    let heads = heads.map(|head| view! { <th scope="col">{move || t(head)}</th> });
    let file = move || {
        if filing.get() {
            return view! { <FileReport id open=filing/> }.into_any();
        }
        view! {
            <Button
                label=words::FILE
                kind=ButtonKind::Quiet
                icon=Glyph::Plus
                on_press=move || filing.set(true)
            />
        }
        .into_any()
    };
    view! {
        <section class="panel first-reports" aria-label=move || t(words::FIRST_REPORTS)>
            <h2>{move || t(words::FIRST_REPORTS)} " " {badge}</h2>
            <div class="table-wrap">
                <table>
                    <thead><tr>{heads.collect_view()}<td></td></tr></thead>
                    <tbody><For each=bases key=|basis| *basis children=row/></tbody>
                </table>
            </div>
            {session::is_now().then_some(file)}
        </section>
    }
    .into_any()
}

fn items(
    basis: Basis,
    claims: Memo<Vec<Claim>>,
    ruling: RwSignal<Option<Basis>>,
    editing: RwSignal<Option<RecordId>>,
) -> Callback<(), Vec<MenuItem>> {
    let has_unit =
        move || claims.read_untracked().iter().any(|claim| claim.basis == basis && claim.unit.is_some());
    Callback::new(move |()| {
        let rule = MenuItem::new(words::RULE, move || ruling.set(Some(basis))).icon(Glyph::Check);
        let filed = if let Basis::Filed(id) = basis { Some(id) } else { None };
        let edit =
            filed.map(|id| MenuItem::new(project::EDIT, move || editing.set(Some(id))).icon(Glyph::Edit));
        let delete = filed.map(|id| {
            let delete = move || _ = session::run(Action::Delete, vec![Edit::delete(id)]);
            MenuItem::new(project::DELETE, delete).icon(Glyph::Trash).danger()
        });
        has_unit().then_some(rule).into_iter().chain(edit).chain(delete).collect()
    })
}

/// Every field of a filed report, edited in place.
fn editor(report: RecordId, editing: RwSignal<Option<RecordId>>) -> AnyView {
    let fields = Field::of(Kind::FirstReport)
        .filter(|(field, def)| def.group == Group::First && *field != Field::from(B::Project));
    let cells = fields.map(|(field, def)| view! { <CellField id=report field def/> });
    view! {
        <div class="cells">{cells.collect_view()}</div>
        <Button label=project::DONE on_press=move || editing.set(None)/>
    }
    .into_any()
}

/// Asks for the grounds of a ruling.
#[component]
fn Rule(
    id: RecordId,
    claims: Memo<Vec<Claim>>,
    basis: Basis,
    ruling: RwSignal<Option<Basis>>,
) -> impl IntoView {
    let note = RwSignal::new(String::new());
    let of = match basis {
        Basis::Filed(claim) | Basis::Registered(claim) => claim,
    };
    let typed = StoredValue::new(keep_fields(&format!("ruling-{of}"), vec![("note", note)]));
    let close = move || {
        typed.with_value(|note| note.iter().for_each(Note::forget));
        ruling.set(None);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let grounds = note.get_untracked();
        let on = (session::today(), grounds.trim());
        let edits = rule(id, &claims.read_untracked(), basis, on, new_report, session::element);
        if session::run(Action::Rule, edits) {
            close();
        }
    };
    view! {
        <form class="rule" on:submit=heard(ev::submit, submit)>
            <p class="help">{move || t(words::RULE_TEXT)}</p>
            <Labelled label=words::GROUNDS help=words::GROUNDS_HINT>
                <TextInput value=note autofocus=true/>
            </Labelled>
            <div class="buttons">
                <Button label=words::RULE kind=ButtonKind::Primary submit=true/>
                <Button label=widgets::CANCEL kind=ButtonKind::Quiet on_press=close/>
            </div>
        </form>
    }
    .into_any()
}
