//! 到位资金: the tranches, their sum, and the share of the total that has arrived.

use crate::domain::field::FundTrancheField as T;
use crate::domain::lists::List;
use crate::domain::{Date, Field, Kind, RecordId, Value};
use crate::i18n::{format, labels, project as words, values};
use crate::ledger::{Action, Edit};
use crate::ui::forms::{CellField, money};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, DateInput, Glyph, Menu, MenuItem, MoneyInput, Select};
use leptos::ev;
use leptos::prelude::*;

/// The columns of the table.
const COLUMNS: [T; 5] = [T::ArrivedOn, T::Amount, T::Voucher, T::Source, T::Review];

fn name(field: T) -> String {
    labels::field(Kind::FundTranche, field.into()).map(|text| t(text).to_owned()).unwrap_or_default()
}

/// The panel.
#[component]
pub fn Funds(id: RecordId) -> impl IntoView {
    let ids = Memo::new(move |_| {
        session::watch(|store| store.index().of(Kind::FundTranche, id).to_vec()).unwrap_or_default()
    });
    let adding = RwSignal::new(false);
    let head = || {
        COLUMNS.map(|field| {
            view! { <th scope="col" class:number=field == T::Amount>{move || name(field)}</th> }
        })
    };
    let table = move || {
        view! {
            <div class="table-wrap">
                <table>
                    <thead><tr>{head()}<td></td></tr></thead>
                    <tbody><For each=move || ids.get() key=|id| *id children=|id| view! { <Tranche id/> }/></tbody>
                    <Total id/>
                </table>
            </div>
        }
    };
    let body = move || {
        if ids.read().is_empty() {
            view! { <p class="quiet">{move || t(words::NO_FUNDS)}</p> }.into_any()
        } else {
            table().into_any()
        }
    };
    let add = move || {
        if adding.get() {
            return view! { <NewTranche id adding/> }.into_any();
        }
        view! {
            <Button
                label=words::ADD_FUNDS
                kind=ButtonKind::Quiet
                icon=Glyph::Plus
                on_press=move || adding.set(true)
            />
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-label=move || t(words::FUNDS)>
            <h2>{move || t(words::FUNDS)}</h2>
            {body}
            {session::is_now().then_some(add)}
        </section>
    }
    .into_any()
}

/// One tranche: a row, or its editor.
#[component]
fn Tranche(id: RecordId) -> impl IntoView {
    let editing = RwSignal::new(false);
    let text = move |field: T| {
        session::watch(|store| {
            let state = store.state();
            let cell = crate::ledger::CellKey::one(field);
            values::shown(lang(), state, Kind::FundTranche, cell, state.get(id, field))
        })
        .unwrap_or_default()
    };
    let delete = move || {
        session::run(Action::Delete, vec![Edit::delete(id)]);
    };
    let items = move |()| {
        vec![
            MenuItem::new(words::EDIT, move || editing.set(true)).icon(Glyph::Edit),
            MenuItem::new(words::DELETE, delete).icon(Glyph::Trash).danger(),
        ]
    };
    let cell = move |(field, def): (Field, _)| view! { <CellField id field def/> };
    let editor = move || {
        let fields = Field::of(Kind::FundTranche).filter(|(field, def)| {
            def.group == crate::domain::field::Group::First && *field != Field::from(T::Project)
        });
        view! {
            <tr>
                <td colspan="6">
                    <div class="cells">{fields.map(cell).collect_view()}</div>
                    <Button label=words::DONE on_press=move || editing.set(false)/>
                </td>
            </tr>
        }
    };
    let row = move || {
        let cells =
            COLUMNS.map(|field| view! { <td class:number=field == T::Amount>{move || text(field)}</td> });
        view! {
            <tr>
                {cells}
                <td>{session::is_now().then(|| view! {
                    <Menu label=words::ENTRY_MENU icon=Glyph::More bare=true align_end=true items/>
                })}</td>
            </tr>
        }
    };
    move || if editing.get() { editor().into_any() } else { row().into_any() }
}

/// The sum of what was not returned, and its share of the total investment.
#[component]
fn Total(id: RecordId) -> impl IntoView {
    let sums = Memo::new(move |_| {
        session::watch(|store| store.index().project(id).map(|s| (s.arrived_yuan, s.total_yuan))).flatten()
    });
    move || {
        let (arrived, total) = sums.get()?;
        let l = lang();
        let rate =
            total.map(|total| format!("{} {}", t(words::ARRIVAL_RATE), format::percent_of(arrived, total)));
        Some(view! {
            <tfoot>
                <tr>
                    <th scope="row">{t(words::SUM)}</th>
                    <td class="number">{format::money(l, arrived)}</td>
                    <td colspan="4">{rate}</td>
                </tr>
            </tfoot>
        })
    }
}

/// A line for a new tranche: day, amount, voucher.
#[component]
pub(super) fn NewTranche(id: RecordId, adding: RwSignal<bool>) -> impl IntoView {
    use crate::ui::forms::records::list_choices;
    use crate::ui::widgets::Choice;
    let on = RwSignal::new(session::today().to_string());
    let amount = RwSignal::new(String::new());
    let voucher = RwSignal::new(String::new());
    let vouchers = move || {
        let mut all = vec![Choice::new("", words::NOT_STATED)];
        all.extend(list_choices(List::Voucher));
        all
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(read) = money::read(&amount.get_untracked()).filter(|read| !read.is_empty()) else { return };
        let tranche = session::new_id(Kind::FundTranche);
        let day = Date::parse_iso(&on.get_untracked()).map_or(Value::Empty, Value::Date);
        let cells = [
            (T::Project, Value::Ref(id)),
            (T::ArrivedOn, day),
            (T::Amount, read),
            (T::Voucher, Value::text(&voucher.get_untracked())),
        ];
        let edits = cells.into_iter().filter(|(_, value)| !value.is_empty());
        if session::run(
            Action::Create,
            edits.map(|(field, value)| Edit::new(tranche, field, value)).collect(),
        ) {
            adding.set(false);
        }
    };
    let label = |field: T| Signal::derive(move || name(field));
    view! {
        <form class="new-tranche" on:submit=heard(ev::submit, submit)>
            <DateInput value=on label=label(T::ArrivedOn)/>
            <MoneyInput
                value=amount
                unit=money::unit()
                parse=money::reading
                label=label(T::Amount)
                placeholder=label(T::Amount)
            />
            <Select value=voucher options=Signal::derive(vouchers) label=label(T::Voucher)/>
            <Button label=words::NOTE_DOWN submit=true/>
            <Button
                label=crate::i18n::widgets::CANCEL
                kind=ButtonKind::Quiet
                on_press=move || adding.set(false)
            />
        </form>
    }
    .into_any()
}
