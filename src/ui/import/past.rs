//! Ledgers imported before, each with a way to take it back whole.

use crate::domain::field::ProjectField as P;
use crate::i18n::import::past as words;
use crate::i18n::widgets;
use crate::ledger::{Action, Stamp};
use crate::rules::imports::{PastImport, TakeBack, past_imports, take_back};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Checkbox, Dialog};
use crate::web::clock;
use leptos::prelude::*;

/// How many projects that stay are named.
const NAMED: usize = 5;

/// What taking an import back would do, as the question tells it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Told {
    going: (usize, usize),
    put_back: usize,
    kept: usize,
    is_nothing: bool,
    /// How many projects were worked on since, and the names of the first.
    worked_on: (usize, Vec<String>),
}

/// The list; nothing before the first import.
#[component]
pub fn PastImports() -> impl IntoView {
    let list = Memo::new(move |_| session::watch(|store| past_imports(store.state())).unwrap_or_default());
    let asked: RwSignal<Option<Stamp>> = RwSignal::new(None);
    let open = RwSignal::new(false);
    let ask = move |stamp| {
        asked.set(Some(stamp));
        open.set(true);
    };
    let section = move || {
        let list = list.get();
        (!list.is_empty()).then(|| {
            view! {
                <section class="past-imports" aria-label=move || t(words::PAST)>
                    <h2>{move || t(words::PAST)}</h2>
                    <ul>{list.into_iter().map(|import| line(import, ask)).collect_view()}</ul>
                </section>
            }
        })
    };
    view! {
        {section}
        <Question asked open/>
    }
    .into_any()
}

fn line(import: PastImport, ask: impl Fn(Stamp) + Copy + Send + Sync + 'static) -> AnyView {
    let PastImport { stamp, file, sheet, by, created, updated, left_out, is_taken_back } = import;
    let when = clock::local(stamp.millis());
    let when = when.map(|(day, hour, minute)| format!("{day} {hour:02}:{minute:02}")).unwrap_or_default();
    let name = move || if file.is_empty() { t(words::PASTED).to_owned() } else { file.clone() };
    let end = move || {
        if is_taken_back {
            view! { <span class="quiet">{move || t(words::TAKEN_BACK)}</span> }.into_any()
        } else {
            view! { <Button label=words::TAKE_BACK kind=ButtonKind::Quiet on_press=move || ask(stamp)/> }
                .into_any()
        }
    };
    view! {
        <li data-taken-back=is_taken_back.then_some("true")>
            <p><strong>{name}</strong>" "<span class="quiet">{sheet}</span></p>
            <p class="quiet">{words::by(&when, &by)}</p>
            <p class="num">{move || words::counts(lang(), created, updated, left_out)}</p>
            {end}
        </li>
    }
    .into_any()
}

/// What would happen, and the button that does it.
#[component]
fn Question(asked: RwSignal<Option<Stamp>>, open: RwSignal<bool>) -> impl IntoView {
    let too = RwSignal::new(false);
    Effect::new(move || {
        if open.get() {
            too.set(false);
        }
    });
    let plan = Memo::new(move |_| {
        let stamp = asked.get().filter(|_| open.get())?;
        session::watch(|store| {
            let TakeBack { undone, going, trips, put_back, worked_on } =
                take_back(store.state(), stamp, too.get());
            let name = |id| store.state().get(id, P::Name).as_text().unwrap_or_default().to_owned();
            let names = worked_on.iter().take(NAMED).map(|&id| name(id)).collect();
            let worked_on = (worked_on.len(), names);
            Told {
                going: (going, trips),
                put_back,
                kept: undone.kept,
                is_nothing: undone.edits.is_empty(),
                worked_on,
            }
        })
    });
    let confirm = move || {
        let Some(stamp) = asked.get_untracked() else { return };
        open.set(false);
        session::write_with(|store, now| {
            let TakeBack { undone, .. } = take_back(store.state(), stamp, too.get_untracked());
            store.take_back(undone, Action::Import, now).map(Some)
        });
    };
    let outcome = move || {
        plan.read().as_ref().map(|told| match told.is_nothing {
            true => t(words::NOTHING_LEFT).to_owned(),
            false => words::outcome(lang(), told.going, told.put_back, told.kept),
        })
    };
    let staying =
        Memo::new(move |_| plan.read().as_ref().map(|told| told.worked_on.clone()).unwrap_or_default());
    let said = move || {
        let (n, names) = staying.get();
        let rest = n.saturating_sub(names.len());
        let stay = (n > 0).then(|| {
            view! {
                <p>{move || words::worked_on(lang(), n)}</p>
                <ul class="names">
                    {names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}
                    {(rest > 0).then(|| view! { <li class="quiet">{move || words::and_more(lang(), rest)}</li> })}
                </ul>
                <Checkbox checked=too label=words::WORKED_ON_TOO/>
            }
        });
        view! {
            <p class="outcome">{outcome}</p>
            {stay}
            <p class="quiet">{move || t(words::CAN_BE_UNDONE)}</p>
        }
    };
    let nothing = move || plan.read().as_ref().is_none_or(|told| told.is_nothing);
    let footer = move || {
        view! {
            <Button label=widgets::CANCEL on_press=move || open.set(false)/>
            <Button label=words::TAKE_BACK kind=ButtonKind::Primary disabled=nothing on_press=confirm/>
        }
    };
    view! { <Dialog open title=words::TAKE_BACK_TITLE footer>{said}</Dialog> }.into_any()
}
