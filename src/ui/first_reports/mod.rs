//! 首报首谈登记簿: for every project who reported it first, what shows it, how it was ruled, and where it went.

mod export;
mod rows;

use crate::i18n::first_report as words;
use crate::rules::first_report::Standing;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route, set_query, use_query};
use crate::ui::session;
use crate::ui::shell::{Page, ProjectsSwitch};
use crate::ui::widgets::{Badge, Choice, EmptyState, Glyph, Growing, Menu, MenuItem, MoreRows, Segmented};
use crate::web::page;
use leptos::prelude::*;
use rows::{Row, rows};

/// What the query of the address calls the group that is shown.
const SHOW: &str = "show";
/// The groups in the order of the page, with their words in the address.
const GROUPS: [(&str, Standing); 4] = [
    ("disputed", Standing::Disputed),
    ("open", Standing::Sole),
    ("ruled", Standing::Ruled),
    ("nobody", Standing::Nobody),
];

/// The page.
#[component]
pub fn FirstReportsPage() -> impl IntoView {
    let all = Memo::new(|_| {
        let l = lang();
        session::watch(|store| rows(l, store)).unwrap_or_default()
    });
    let asked = use_query(SHOW);
    let group = Memo::new(move |_| {
        let asked = asked.read();
        GROUPS.into_iter().find(|(word, _)| **word == *asked.as_str()).map(|(_, standing)| standing)
    });
    let shown = Memo::new(move |_| {
        let wanted = |row: &&Row| group.get().is_none_or(|standing| row.standing == standing);
        all.read().iter().filter(wanted).cloned().collect::<Vec<_>>()
    });
    let growing = Growing::begin();
    let value = RwSignal::new(asked.get_untracked());
    Effect::new(move || {
        value.set(asked.get());
        growing.restart();
    });
    let options = move || {
        let all = all.read();
        let of = |standing: Option<Standing>, text| {
            let n = all.iter().filter(|row| standing.is_none_or(|s| row.standing == s)).count();
            words::counted(lang(), text, n)
        };
        let each =
            GROUPS.map(|(word, standing)| Choice::new(word, of(Some(standing), words::standing(standing))));
        [Choice::new("", of(None, words::ALL))].into_iter().chain(each).collect::<Vec<_>>()
    };
    let items = move |()| {
        let save = move |form| move || export::save(&shown.read_untracked(), form);
        vec![
            MenuItem::new(crate::i18n::table::EXPORT_XLSX, save(export::Form::Xlsx)).icon(Glyph::Download),
            MenuItem::new(crate::i18n::table::EXPORT_CSV, save(export::Form::Csv)),
            MenuItem::heading(""),
            MenuItem::new(crate::i18n::table::PRINT, page::print).icon(Glyph::Print),
        ]
    };
    let actions = move || {
        view! {
            <Menu label=crate::i18n::table::EXPORT icon=Glyph::Download align_end=true items=Callback::new(items)/>
        }
    };
    let lead = || view! { <ProjectsSwitch/> };
    let heads = [words::PROJECT, words::UNIT, words::WHEN, words::EVIDENCE, words::STANDING];
    let table = move || {
        let heads = heads.map(|head| view! { <th scope="col">{move || t(head)}</th> });
        let few = move || shown.read().iter().take(growing.limit()).cloned().collect::<Vec<_>>();
        view! {
            <div class="table-wrap">
                <table class="register">
                    <thead><tr>{heads.collect_view()}</tr></thead>
                    <tbody><For each=few key=Clone::clone children=line/></tbody>
                </table>
            </div>
        }
    };
    let body = move || {
        if shown.with(Vec::is_empty) {
            view! { <EmptyState title=words::NONE text=words::NONE_TEXT/> }.into_any()
        } else {
            table().into_any()
        }
    };
    view! {
        <Page title=words::FIRST_REPORTS lead actions>
            <div class="first-reports-page">
                <p class="help">{move || t(words::LEAD)}</p>
                <Segmented
                    label=words::SHOW
                    value
                    options=Signal::derive(options)
                    on_change=move |word: String| set_query(SHOW, &word)
                />
                {body}
                <MoreRows growing total=Signal::derive(move || shown.read().len())/>
            </div>
        </Page>
    }
    .into_any()
}

/// One project: the claim that counts first, the others under it.
fn line(row: Row) -> AnyView {
    let Row { project, name, standing, claims, moves } = row;
    let n = claims.len().max(1);
    let accent = standing == Standing::Disputed;
    let badge = view! {
        <Badge text=Signal::derive(move || t(words::standing(standing)).to_owned()) accent/>
    };
    let moves = (!moves.is_empty()).then(|| view! { <p class="quiet">{moves}</p> });
    let mut rest = claims.into_iter();
    let cells = |claim: crate::ui::forms::claims::Told| {
        view! {
            <td>{claim.unit} " " <small>{claim.person}</small></td>
            <td>{claim.when} " " <small>{claim.entered}</small></td>
            <td>{claim.evidence}</td>
            <td class="ruling">{claim.ruling}</td>
        }
    };
    let first = cells(rest.next().unwrap_or_default());
    let others = rest.map(|claim| view! { <tr class="other">{cells(claim)}</tr> }).collect_view();
    view! {
        <tr>
            <th scope="row" rowspan=n>
                <A to=Route::Project(project)>{name}</A> " " {badge} {moves}
            </th>
            {first}
        </tr>
        {others}
    }
    .into_any()
}
