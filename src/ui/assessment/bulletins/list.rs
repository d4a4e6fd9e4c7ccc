//! The bulletins of the office, and the dialog that begins one.

use super::{OPEN, Shell};
use crate::domain::{Date, Kind};
use crate::i18n::{assess_bulletins as words, assess_words, papers, widgets as widget_words};
use crate::ledger::Action;
use crate::rules::bulletin::tables::Which;
use crate::rules::bulletin::{Bulletin, all, edits};
use crate::rules::metrics::Cycle;
use crate::rules::targets::Period;
use crate::ui::assessment::period::{first_month, named};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route, Work, navigate};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Choice, DateInput, Dialog, EmptyState, Field, Glyph, Select};
use leptos::prelude::*;
use std::str::FromStr;

/// How many months, half years and years back may be chosen.
const BACK: [(Cycle, usize); 3] = [(Cycle::Month, 12), (Cycle::Half, 3), (Cycle::Year, 2)];

/// The list.
#[component]
pub(super) fn BulletinList() -> impl IntoView {
    let listed = Memo::new(move |_| session::watch(|store| all(store.state())).unwrap_or_default());
    let asking = RwSignal::new(false);
    let actions = move || {
        session::is_now().then(|| view! {
            <Button label=words::NEW kind=ButtonKind::Primary icon=Glyph::Plus on_press=move || asking.set(true)/>
        })
    };
    let row = move |of: Bulletin| {
        let to = Route::Work(Work::Bulletins).with_query([(OPEN, of.id.to_string().as_str())]);
        let period =
            of.period.map(|period| assess_words::period(lang(), period, of.first_month)).unwrap_or_default();
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        view! {
            <tr>
                <th scope="row"><A to=Signal::stored(to)>{of.name}</A></th>
                <td>{period}</td>
                <td>{day(of.as_of)}</td>
                <td>{day(of.on)}</td>
            </tr>
        }
    };
    let body = move || {
        if listed.with(Vec::is_empty) {
            return view! {
                <EmptyState title=words::NONE text=words::NONE_TEXT>
                    {session::is_now().then(|| view! {
                        <Button label=words::NEW kind=ButtonKind::Primary icon=Glyph::Plus on_press=move || asking.set(true)/>
                    })}
                </EmptyState>
            }
            .into_any();
        }
        view! {
            <div class="table-wrap">
                <table class="bulletin-list" aria-label=move || t(words::BULLETINS)>
                    <thead>
                        <tr>
                            <th scope="col">{t(words::NAME)}</th>
                            <th scope="col">{t(words::PERIOD)}</th>
                            <th scope="col">{t(words::AS_OF)}</th>
                            <th scope="col">{t(words::ISSUED)}</th>
                        </tr>
                    </thead>
                    <tbody>{listed.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! { <Shell part="" actions>{body}<NewBulletin open=asking/></Shell> }.into_any()
}

/// The periods that a bulletin may be about, the latest of each kind first.
pub(super) fn periods(today: Date) -> Vec<Period> {
    let mut found = Vec::new();
    for (cycle, back) in BACK {
        let mut day = today;
        for _ in 0..back {
            found.push(Period::of(cycle, day, first_month()));
            day = crate::rules::metrics::Window::of(cycle, day, first_month()).from.plus(-1);
        }
    }
    found
}

/// Asks what a bulletin is about.
#[component]
fn NewBulletin(open: RwSignal<bool>) -> impl IntoView {
    let period = RwSignal::new(String::new());
    let day = RwSignal::new(String::new());
    let last_day = |period: &str| {
        let today = session::today();
        let window = Period::from_str(period)
            .ok()
            .and_then(|period| session::read(|store| period.window(store.state(), first_month())).flatten());
        window.map_or(today, |window| window.to.min(today)).to_string()
    };
    Effect::new(move || {
        if open.get() {
            let first = Period::of(Cycle::Month, session::today(), first_month()).to_string();
            day.set(last_day(&first));
            period.set(first);
        }
    });
    let options = Signal::derive(move || {
        let l = lang();
        let choice = |of: Period| Choice::new(of.to_string(), named(l, of));
        periods(session::today()).into_iter().map(choice).collect::<Vec<_>>()
    });
    let make = move || {
        let l = untrack(lang);
        let Ok(of) = Period::from_str(&period.get_untracked()) else { return };
        let id = session::new_id(Kind::Bulletin);
        let first_month = untrack(first_month);
        // What the office changed in the last bulletin of this kind is there for the next one.
        let same = |a: Period, b: Period| std::mem::discriminant(&a) == std::mem::discriminant(&b);
        let before = session::read(|store| {
            all(store.state()).into_iter().find(|last| last.period.is_some_and(|last| same(last, of)))
        })
        .flatten();
        let bulletin = Bulletin {
            id,
            name: papers::usual_name(l, of, first_month),
            period: Some(of),
            on: Some(session::today()),
            as_of: Date::parse_iso(&day.get_untracked()),
            texts: before.as_ref().map_or_else(|| papers::usual_texts(l, of), |last| last.texts.clone()),
            tables: before.map_or_else(|| vec![Which::Progress, Which::Started], |last| last.tables),
            first_month,
        };
        if session::run(Action::Create, edits(&bulletin)) {
            open.set(false);
            navigate(Route::Work(Work::Bulletins).with_query([(OPEN, id.to_string().as_str())]));
        }
    };
    let footer = move || {
        view! {
            <Button label=widget_words::CANCEL on_press=move || open.set(false)/>
            <Button label=words::MAKE kind=ButtonKind::Primary on_press=make/>
        }
    };
    view! {
        <Dialog open title=words::NEW_TITLE footer>
            <Field label=words::PERIOD>
                <Select value=period options on_change=move |word: String| day.set(last_day(&word))/>
            </Field>
            <Field label=words::AS_OF help=words::AS_OF_HELP><DateInput value=day/></Field>
        </Dialog>
    }
    .into_any()
}
