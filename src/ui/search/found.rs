//! One answer: how it is shown and where it leads.

use crate::domain::field::{ContactField, FollowUpField, PersonField, ProjectField};
use crate::domain::{Kind, RecordId};
use crate::i18n::{labels, search as words, values};
use crate::store::Store;
use crate::ui::lang::lang;
use crate::ui::routes::{Location, Route, Section};
use crate::ui::session;
use crate::ui::widgets::Choice;

/// The entry of the list for a record.
pub fn entry(store: &Store, id: RecordId) -> Choice {
    let l = lang();
    let state = store.state();
    let name = |id| values::record_name(l, state, id);
    let pointed = |field: crate::domain::Field| state.get(id, field).as_ref_id().map(name);
    let hint = match id.kind {
        Kind::Project => {
            let stage = store.index().project(id).map(|s| labels::stage(s.stage).get(l).to_owned());
            [stage, pointed(ProjectField::Investor.into())]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        }
        Kind::Contact => pointed(ContactField::Company.into()).unwrap_or_default(),
        Kind::Person => pointed(PersonField::Unit.into()).unwrap_or_default(),
        Kind::FollowUp => words::follow_up_of(l, &pointed(FollowUpField::Project.into()).unwrap_or_default()),
        kind => labels::kind(kind).get(l).to_owned(),
    };
    Choice::new(id.to_string(), name(id)).hint(hint)
}

/// Where an answer leads: to the record's page, or to that of the record it belongs to.
pub fn place_of(chosen: &str) -> Option<Location> {
    let id: RecordId = chosen.parse().ok()?;
    let parent = |field: crate::domain::Field| {
        session::read(|s| s.state().get(id, field).as_ref_id().map(|p| s.state().resolve(p))).flatten()
    };
    Some(match id.kind {
        Kind::Project => Route::Project(id).into(),
        Kind::Company => Route::Company(id).into(),
        Kind::Contact => Route::Company(parent(ContactField::Company.into())?).into(),
        Kind::FollowUp => Route::Project(parent(FollowUpField::Project.into())?).into(),
        Kind::Unit => Route::Settings(Section::Units).into(),
        _ => Route::Settings(Section::People).into(),
    })
}
