//! 发布: the dialog that freezes a result.

use super::numbers::{Asked, Numbers, work_out};
use super::period_name;
use super::trial::Trial;
use crate::domain::{Kind, RecordId};
use crate::i18n::{assess_scores as words, scoring, widgets as widget_words};
use crate::ledger::Action;
use crate::rules::scoring::publish::freeze;
use crate::rules::scoring::published;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Dialog, Field, Glyph, TextInput};
use leptos::prelude::*;

/// The button that publishes, with its dialog.
#[component]
pub(in crate::ui::assessment) fn Publish(
    asked: Memo<Option<Asked>>,
    measured: Memo<Option<Numbers>>,
    trial: Trial,
    /// Whether nothing can be published now, as something is only supposed.
    #[prop(optional, into)]
    held: Signal<bool>,
    /// What follows, with the record of the result.
    after: fn(RecordId),
) -> impl IntoView {
    let open = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    let ask = move || {
        let title = asked.with_untracked(|asked| {
            let asked = asked.as_ref()?;
            let period = session::read(|store| untrack(|| period_name(store.state(), asked.period)))?;
            Some(words::result_name(
                untrack(lang),
                &scoring::label(untrack(lang), &asked.sheet.name),
                &period,
            ))
        });
        name.set(title.unwrap_or_default());
        open.set(true);
    };
    let publish = move || {
        let made = asked.with_untracked(|asked| {
            let asked = asked.as_ref()?;
            measured.with_untracked(|measured| {
                let measured = measured.as_ref()?;
                let (figures, _) = work_out(&asked.sheet, measured);
                // What counts is frozen with it, so that a later change of a metric does not read as one of facts.
                let mut sheet = asked.sheet.clone();
                sheet.metrics.clone_from(&measured.metrics);
                let (period, day) = (asked.period.to_string(), asked.day.to_string());
                let frozen = freeze(&sheet, &figures, &period, &day, asked.first_month);
                let id = session::new_id(Kind::Published);
                let (name, today) = (name.get_untracked(), session::today());
                let edits = session::read(|store| {
                    published::write(id, name.trim(), today, &frozen, asked.record, store.have())
                })?;
                Some((id, edits))
            })
        });
        let Some((id, edits)) = made else { return };
        if session::run(Action::Create, edits) {
            open.set(false);
            after(id);
        }
    };
    let footer = move || {
        view! {
            <Button label=widget_words::CANCEL on_press=move || open.set(false)/>
            <Button label=words::PUBLISH kind=ButtonKind::Primary on_press=publish disabled=Signal::derive(move || name.read().trim().is_empty())/>
        }
    };
    let off = Signal::derive(move || {
        trial.is_on()
            || held.get()
            || measured.with(|m| m.as_ref().is_none_or(|m| m.figures.subjects.is_empty()))
    });
    view! {
        <Button label=words::PUBLISH kind=ButtonKind::Primary icon=Glyph::Flag disabled=off title=Signal::derive(|| t(words::PUBLISH_HELP).to_owned()) on_press=ask/>
        <Dialog open title=words::PUBLISH_TITLE footer>
            <p>{move || t(words::PUBLISH_TEXT)}</p>
            <Field label=words::RESULT_NAME><TextInput value=name/></Field>
        </Dialog>
    }
}
