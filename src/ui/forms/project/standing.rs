//! What stands over the sheet: that the project left the pipeline, and which duplicates it stands for.

use crate::domain::field::ProjectField as P;
use crate::domain::lists::List;
use crate::domain::sort::Arrange;
use crate::domain::{Exit, Kind, RecordId};
use crate::i18n::{labels, project as words, values};
use crate::ledger::Action;
use crate::rules::advance::revive_edits;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Banner, Button};
use leptos::prelude::*;

/// The banners; nothing for most projects.
#[component]
pub fn Standing(id: RecordId) -> impl IntoView {
    let left = Memo::new(move |_| {
        let l = lang();
        session::watch(|store| {
            let state = store.state();
            let project = state.record(id)?;
            let exit = Exit::from_word(project.get(P::Exit).as_text()?)?;
            let date = project.get(P::ExitDate).as_date().map(|on| on.to_string()).unwrap_or_default();
            let reason = project.get(P::ExitReason).as_text().unwrap_or_default();
            let reason = values::list_word(l, state, List::ExitReason, reason);
            let note = project.get(P::ExitNote).as_text().unwrap_or_default().to_owned();
            Some((words::left(l, labels::exit(exit).get(l), &date, &reason), note))
        })
        .flatten()
    });
    let merged = Memo::new(move |_| {
        session::watch(|store| {
            let state = store.state();
            let merged = state.records(Kind::Project).filter(|(_, record)| record.merged_into().is_some());
            let names = merged.filter(|(other, _)| state.resolve(*other) == id);
            let mut names: Vec<String> =
                names.filter_map(|(_, r)| r.get(P::Name).as_text().map(str::to_owned)).collect();
            names.arrange();
            names
        })
        .unwrap_or_default()
    });
    let revive = move || {
        session::run(Action::Restore, revive_edits(id));
    };
    view! {
        {move || left.get().map(|(words, note)| view! {
            <Banner>
                <p><strong>{words}</strong>" "{note}</p>
                {session::is_now().then(|| view! { <Button label=words::REVIVE on_press=revive/> })}
            </Banner>
        })}
        {move || (!merged.read().is_empty()).then(|| view! {
            <p class="merged">{words::merged_from(lang(), &merged.read().join(t(words::JOINT)))}</p>
        })}
    }
    .into_any()
}
