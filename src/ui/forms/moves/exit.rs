//! The dialog in which a project leaves the pipeline: 流失, 退库 or 暂缓, with a reason.

use super::open_while;
use crate::domain::lists::List;
use crate::domain::{Date, Exit, RecordId};
use crate::i18n::{labels, project as words, values, widgets};
use crate::ledger::Action;
use crate::rules::advance::exit_edits;
use crate::ui::forms::records::list_choices;
use crate::ui::forms::unsaved::{Note, keep_fields};
use crate::ui::lang::lang;
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Choice, Combo, DateInput, Dialog, Field, Segmented, TextArea};
use leptos::prelude::*;

/// The dialog; open while somebody wants a project out.
#[component]
pub fn ExitDialog(asked: RwSignal<Option<(RecordId, Exit)>>) -> impl IntoView {
    let open = open_while(asked);
    let exit = RwSignal::new(String::new());
    let reason = RwSignal::new(String::new());
    let date = RwSignal::new(String::new());
    let note = RwSignal::new(String::new());
    let typed = StoredValue::new(None::<Note>);
    Effect::new(move || {
        // What was typed and not saved is there again; whoever closes the dialog gives it up.
        if let Some((project, wanted)) = asked.get() {
            exit.set(wanted.word().to_owned());
            reason.set(String::new());
            date.set(session::today().to_string());
            note.set(String::new());
            let fields = vec![("exit", exit), ("reason", reason), ("date", date), ("note", note)];
            typed.set_value(keep_fields(&format!("exit-{project}"), fields));
        } else {
            typed.update_value(|note| note.take().iter().for_each(Note::forget));
        }
    });
    let title = move || {
        let Some((project, _)) = asked.get() else { return String::new() };
        let name = session::watch(|store| values::record_name(lang(), store.state(), project));
        words::exit_title(lang(), &name.unwrap_or_default())
    };
    let save = move || {
        let wanted = (
            asked.get_untracked(),
            Exit::from_word(&exit.read_untracked()),
            Date::parse_iso(&date.read_untracked()),
        );
        let (Some((project, _)), Some(exit), Some(on)) = wanted else { return };
        let reason = Some(reason.get_untracked()).filter(|reason| !reason.is_empty());
        if session::run(Action::Edit, exit_edits(project, exit, on, reason.as_deref(), &note.get_untracked()))
        {
            asked.set(None);
        }
    };
    let ready = move || !reason.read().is_empty() && Date::parse_iso(&date.read()).is_some();
    let footer = move || {
        view! {
            <Button label=widgets::CANCEL on_press=move || asked.set(None)/>
            <Button
                label=words::RECORD
                kind=ButtonKind::Primary
                disabled=Signal::derive(move || !ready())
                on_press=save
            />
        }
    };
    let kinds =
        || Exit::ALL.iter().map(|&exit| Choice::new(exit.word(), labels::exit(exit))).collect::<Vec<_>>();
    view! {
        <Dialog open title=Signal::derive(title) footer on_close=move || asked.set(None)>
            <Segmented label=words::EXIT_KIND value=exit options=Signal::derive(kinds)/>
            <Field label=words::EXIT_REASON required=true>
                <Combo
                    value=reason
                    options=Signal::derive(|| list_choices(List::ExitReason))
                    on_create=move |word: String| reason.set(word)
                />
            </Field>
            <Field label=words::EXIT_DATE required=true><DateInput value=date/></Field>
            <Field label=words::EXIT_NOTE><TextArea value=note rows=3/></Field>
        </Dialog>
    }
    .into_any()
}
