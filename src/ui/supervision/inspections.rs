//! 督查: findings with their photos, and how many are not corrected.

use super::slides::{SHOW, SLIDES, Slides};
use crate::domain::field::InspectionField as Y;
use crate::domain::{Kind, RecordId, Value};
use crate::i18n::inspection as words;
use crate::ledger::{Action, Edit};
use crate::rules::inspect::counts;
use crate::rules::query::{Filter, Test, View};
use crate::ui::forms::project::Attachments;
use crate::ui::lang::lang;
use crate::ui::records::RecordsPage;
use crate::ui::routes::{A, Location, Route, TABLE_VIEW, Work, set_query, use_query};
use crate::ui::session;
use crate::ui::widgets::{Button, Glyph, Level, Light};
use leptos::prelude::*;

/// 督查, as a table or as slides.
#[component]
pub fn InspectionsPage() -> impl IntoView {
    let show = use_query(SHOW);
    let is_show = Memo::new(move |_| *show.read() == SLIDES);
    move || {
        if is_show.get() {
            view! { <Slides/> }.into_any()
        } else {
            let kinds = &[Kind::Inspection];
            view! { <RecordsPage work=Work::Inspections kinds summary beyond/> }.into_any()
        }
    }
}

/// How many are not corrected; each number opens them.
fn summary() -> AnyView {
    let counted =
        Memo::new(|_| session::watch(|store| counts(store.state(), session::today())).unwrap_or_default());
    let open = || Filter { key: "corrected_on".to_owned(), test: Test::Empty };
    let yesterday = session::today().plus(-1).to_string();
    let late = Test::Days { from: None, to: Some(yesterday) };
    let late = vec![open(), Filter { key: "due_on".to_owned(), test: late }];
    let (open, late) = (narrowed(vec![open()]), narrowed(late));
    let overdue = move || {
        let n = counted.read().overdue;
        (n > 0).then(|| {
            let words = Signal::derive(move || words::overdue(lang(), n));
            view! { <A to=Signal::stored(late.clone())><Light level=Level::Red words/></A> }
        })
    };
    view! {
        <p class="work-summary">
            <A to=Signal::stored(open)>{move || words::open(lang(), counted.read().open)}</A>
            {overdue}
            <A to=Signal::stored(narrowed(Vec::new()))>{move || words::all(lang(), counted.read().all)}</A>
            <Button label=words::SLIDES icon=Glyph::Open on_press=|| set_query(SHOW, SLIDES)/>
        </p>
    }
    .into_any()
}

fn narrowed(filters: Vec<Filter>) -> Location {
    Route::Work(Work::Inspections).with_query([(TABLE_VIEW, View::of_filters(filters).to_json().as_str())])
}

/// Under the fields of a finding: that it was corrected, and its photos.
fn beyond(id: RecordId) -> AnyView {
    let is_open = Memo::new(move |_| {
        session::watch(|store| store.state().get(id, Y::CorrectedOn).is_empty()).unwrap_or(false)
    });
    let correct = move || {
        session::run(Action::Edit, vec![Edit::new(id, Y::CorrectedOn, Value::Date(session::today()))]);
    };
    let action = move || {
        (is_open.get() && session::is_now()).then(|| {
            view! { <Button label=words::CORRECTED_NOW icon=Glyph::Check on_press=correct/> }
        })
    };
    view! { {action} <Attachments id/> }.into_any()
}
