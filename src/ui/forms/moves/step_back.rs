//! The question before milestones are taken back.

use super::{Asked, open_while, rank_edit};
use crate::domain::field::ProjectField as P;
use crate::domain::{Date, Milestone, Value};
use crate::i18n::{format, labels, project as words, values, widgets};
use crate::ledger::{Action, Edit};
use crate::rules::advance::{self, back_edits, needs_date, taken_back};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, DateInput, Dialog, Field};
use leptos::prelude::*;

/// The dialog; open while a step back is asked for.
#[component]
pub fn StepBackDialog(asked: RwSignal<Option<Asked>>) -> impl IntoView {
    let open = open_while(asked);
    let date = RwSignal::new(String::new());
    Effect::new(move || {
        if asked.read().is_some() {
            date.set(session::today().to_string());
        }
    });
    let title = move || {
        let Some(asked) = asked.get() else { return String::new() };
        let name = session::watch(|store| values::record_name(lang(), store.state(), asked.project));
        words::step_back_title(lang(), &name.unwrap_or_default(), t(labels::milestone(asked.milestone)))
    };
    let agree = move || {
        if asked.get_untracked().is_some_and(|asked| take_back(&asked, &date.get_untracked())) {
            asked.set(None);
        }
    };
    let ready =
        move || asked.get().is_some_and(|a| !must_date(&a) || Date::parse_iso(&date.read()).is_some());
    let footer = move || {
        view! {
            <Button label=widgets::CANCEL on_press=move || asked.set(None)/>
            <Button
                label=words::TAKE_BACK
                kind=ButtonKind::Primary
                disabled=Signal::derive(move || !ready())
                on_press=agree
            />
        }
    };
    view! {
        <Dialog open title=Signal::derive(title) footer on_close=move || asked.set(None)>
            {move || asked.get().map(|asked| body(&asked, date))}
        </Dialog>
    }
    .into_any()
}

fn body(asked: &Asked, date: RwSignal<String>) -> AnyView {
    let listed = session::watch(|store| {
        let record = store.state().record(asked.project)?;
        Some(taken_back(record, asked.milestone.stage()?))
    });
    let entry = |(milestone, on): (Milestone, Option<Date>)| {
        let on = on.map(format::date).unwrap_or_default();
        view! { <li><span>{move || t(labels::milestone(milestone))}</span>" "<time>{on}</time></li> }
    };
    let dated = must_date(asked).then(|| {
        let label = labels::milestone(asked.milestone);
        view! {
            <Field label help=words::STEP_BACK_DATE required=true><DateInput value=date/></Field>
        }
    });
    view! {
        <p>{move || t(words::STEP_BACK_TEXT)}</p>
        <ul class="taken-back">{listed.flatten().unwrap_or_default().into_iter().map(entry).collect_view()}</ul>
        {dated}
    }
    .into_any()
}

/// Whether the stage to go back to was skipped and has no date of its own.
fn must_date(asked: &Asked) -> bool {
    session::watch(|store| {
        let record = store.state().record(asked.project)?;
        Some(needs_date(record, asked.milestone.stage()?, store.index().rules().strict_stage))
    })
    .flatten()
    .unwrap_or(false)
}

fn take_back(asked: &Asked, date: &str) -> bool {
    let edits = session::read(|store| {
        let record = store.state().record(asked.project)?;
        let to = asked.milestone.stage()?;
        let mut edits = back_edits(asked.project, record, to);
        if needs_date(record, to, store.index().rules().strict_stage) {
            let day = Date::parse_iso(date)?;
            edits.push(Edit::new(
                asked.project,
                advance::cell(P::MilestoneDate, asked.milestone),
                Value::Date(day),
            ));
        }
        edits.extend(rank_edit(asked.project, asked.rank.clone()));
        Some(edits)
    });
    edits.flatten().is_some_and(|edits| session::run(Action::StepBack, edits))
}
