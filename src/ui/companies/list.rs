//! The list of companies.

use super::cards::Cards;
use super::create::NewCompany;
use super::export::ExportMenu;
use super::row::{Row, height, printed_row};
use crate::domain::field::CompanyField as C;
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId};
use crate::i18n::companies::cards;
use crate::i18n::format::MoneyUnit;
use crate::i18n::{companies as words, labels, shell};
use crate::rules::companies::{Order, Totals, list};
use crate::rules::search::{Query, Searched};
use crate::store::Store;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{set_query, use_query};
use crate::ui::session;
use crate::ui::shell::{Page, printing};
use crate::ui::state::prefs;
use crate::ui::widgets::{
    Button, ButtonKind, Choice, EmptyState, Glyph, ListRole, Select, TextInput, VirtualList,
};
use leptos::prelude::*;

/// The orders, as the address writes them.
const ORDERS: [(&str, Order, crate::i18n::Text); 4] = [
    ("sum", Order::Sum, words::BY_SUM),
    ("projects", Order::Projects, words::BY_PROJECTS),
    ("name", Order::Name, words::BY_NAME),
    ("region", Order::Region, words::BY_REGION),
];

/// The page.
#[component]
pub fn CompaniesPage() -> impl IntoView {
    let typed = use_query("q");
    let by = use_query("by");
    let ids = Memo::new(move |_| {
        let order = ORDERS.iter().find(|(word, ..)| *word == *by.read()).map_or(Order::Sum, |o| o.1);
        session::watch(|store| shown(store, &typed.read(), order)).unwrap_or_default()
    });
    let total = Memo::new(move |_| ids.read().len());
    let any = Memo::new(|_| session::watch(|store| store.state().count(Kind::Company) > 0).unwrap_or(false));
    let creating = RwSignal::new(false);
    let importing = RwSignal::new(false);
    let lead = move || view! { <span>{move || words::n_companies(lang(), total.get())}</span> };
    let create = move || {
        view! {
            <Button label=cards::IMPORT icon=Glyph::Upload on_press=move || importing.set(true)/>
            <Button
                label=words::NEW
                kind=ButtonKind::Primary
                icon=Glyph::Plus
                on_press=move || creating.set(true)
            />
        }
    };
    let actions = move || {
        view! {
            <Tools/>
            <ExportMenu ids/>
            {session::is_now().then(create)}
        }
    };
    // Rows change with the list, the table itself only when it appears.
    let state = Memo::new(move |_| (total.get() > 0, any.get()));
    let content = move || match state.get() {
        (true, _) => untrack(|| table(ids, total)),
        (false, true) => view! { <EmptyState title=words::NOT_FOUND text=words::NOT_FOUND_TEXT/> }.into_any(),
        (false, false) => view! {
            <EmptyState title=words::NONE text=words::NONE_TEXT>
                {session::is_now().then(|| view! {
                    <Button label=words::NEW on_press=move || creating.set(true)/>
                    <Button label=cards::IMPORT on_press=move || importing.set(true)/>
                })}
            </EmptyState>
        }
        .into_any(),
    };
    view! {
        <Page title=shell::COMPANIES lead=lead actions=actions fill=true>
            <Cards open=importing>{content}</Cards>
            <Printed ids/>
            <NewCompany open=creating/>
        </Page>
    }
    .into_any()
}

/// The companies that answer what was typed, in order.
fn shown(store: &Store, typed: &str, order: Order) -> Vec<RecordId> {
    let state = store.state();
    let totals = |id| {
        let projects = store.index().of(Kind::Project, id).iter();
        Totals::of(projects.filter_map(|&project| store.index().project(project)))
    };
    let found = Query::new(typed).map(|query| {
        let answers = |text: Option<&str>| {
            let searched = Searched::new(text.unwrap_or_default());
            (0..query.terms()).all(|term| query.term_match(term, &searched).is_some())
        };
        let companies = state.live(Kind::Company);
        let found = companies
            .filter(|(_, company)| {
                answers(company.get(C::Name).as_text()) || answers(company.get(C::CreditCode).as_text())
            })
            .map(|(id, _)| id);
        let mut found: Vec<RecordId> = found.collect();
        found.arrange();
        found
    });
    list(state, totals, found.as_deref(), order)
}

/// Search and order.
#[component]
fn Tools() -> impl IntoView {
    let (typed, by) = (use_query("q"), use_query("by"));
    let text = RwSignal::new(typed.get_untracked());
    Effect::new(move || set_query("q", text.read().trim()));
    let order = RwSignal::new(String::new());
    Effect::new(move || {
        let by = by.get();
        order.set(if by.is_empty() { ORDERS[0].0.to_owned() } else { by });
    });
    let choices = ORDERS.iter().map(|&(word, _, text)| Choice::new(word, text)).collect::<Vec<_>>();
    view! {
        <TextInput value=text kind="search" label=words::SEARCH placeholder=words::SEARCH/>
        <Select
            value=order
            options=Signal::stored(choices)
            label=words::ORDER
            on_change=|word: String| set_query("by", &word)
        />
    }
}

/// 万元 in Chinese; millions for an English reader.
pub(super) fn unit() -> MoneyUnit {
    if prefs::language().get() == crate::i18n::Lang::En { MoneyUnit::Million } else { MoneyUnit::Wan }
}

/// The words of the first columns.
const NAMED: [C; 4] = [C::Name, C::Region, C::Industry, C::Tier];

fn heading(field: C) -> Option<&'static str> {
    labels::field(Kind::Company, Field::from(field)).map(t)
}

/// The heading of the sums, with their unit.
fn sum_heading() -> String {
    words::with_unit(lang(), words::SUM, unit().name(lang()))
}

/// The whole list on paper: on the screen only the rows in sight exist.
#[component]
fn Printed(ids: Memo<Vec<RecordId>>) -> impl IntoView {
    let printing = printing();
    move || {
        printing.get().then(|| {
            let rows = ids.read_untracked().iter().map(|&id| printed_row(id)).collect_view();
            view! {
                <table class="printed-companies">
                    <thead>
                        <tr>
                            {NAMED.map(|field| view! { <th>{heading(field)}</th> }).collect_view()}
                            <th class="number">{t(words::PROJECTS)}</th>
                            <th class="number">{sum_heading()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            }
        })
    }
}

fn table(ids: Memo<Vec<RecordId>>, total: Memo<usize>) -> AnyView {
    let name = |field: C| view! { <span role="columnheader">{move || heading(field)}</span> };
    let head = move || {
        view! {
            <div class="company-row head-row" role="row">
                {NAMED.map(name).collect_view()}
                <span role="columnheader" class="number">{move || t(words::PROJECTS)}</span>
                <span role="columnheader" class="number">
                    {sum_heading}
                </span>
            </div>
        }
    };
    let key = move |at: usize| ids.read().get(at).map(ToString::to_string).unwrap_or_default();
    let render = move |at: usize| match ids.read_untracked().get(at).copied() {
        Some(id) => view! { <Row id/> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <VirtualList
            label=shell::COMPANIES
            total
            row_height=Signal::derive(height)
            role=ListRole::Table
            head=head
            key=key
            render=render
        />
    }
    .into_any()
}
