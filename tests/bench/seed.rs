//! Writes what the benchmark needs, made by the same code that the page runs:
//! `seed PROJECTS FOLLOW_UPS_EACH FILE [idle|working|assessed]` writes a JSON file with the stored values of such a county
//! (`storage`), a colleague's file to merge into it (`news`), and what to search for (`words`). A working county has
//! permits, problems, promises, trips and the rest besides; an assessed one a hundred units with targets
//! and a rule sheet of twenty items.

use std::cell::RefCell;
use std::rc::Rc;
use zhaoshang::domain::field::{FollowUpField as W, ProjectField as P};
use zhaoshang::domain::{Date, Kind, RecordId, Value};
use zhaoshang::exchange::json::{Scope, Sender, export};
use zhaoshang::ledger::{Action, Change, Clock, Edit, Names, NodeId, Stamp, State, VersionVector};
use zhaoshang::store::generate::{Size, generate, generate_assessed, generate_working};
use zhaoshang::store::persist::{MemoryStorage, Progress, Storage, TabId, Workspace, load};
use zhaoshang::store::{Journal, Store};

/// The changed fields and new follow-ups of the file to merge.
const CHANGED: usize = 1_000;
const NEW_FOLLOW_UPS: usize = 500;

fn main() {
    let mut args = std::env::args().skip(1);
    let mut number = || args.next().and_then(|a| a.parse::<usize>().ok()).expect("a number");
    let size = Size { projects: number(), follow_ups_each: number() };
    let file = args.next().expect("a file to write");
    let today = Date::ymd(2026, 11, 1).expect("a day");
    let mut names = Names::default();
    let changes = match args.next().as_deref() {
        Some("working") => generate_working(size, 7, today, &mut names),
        Some("assessed") => generate_assessed(size, 7, today, &mut names),
        _ => generate(size, 7, today),
    };
    let storage = stored(&changes, &names);
    let (news, words) = news(&changes, &names, size);
    let text = serde_json::json!({ "storage": storage, "news": news, "words": words });
    std::fs::write(file, text.to_string()).expect("the file can be written");
}

/// The values of a workspace that holds these changes, gathered as after some use.
fn stored(changes: &[Change], names: &Names) -> Vec<(String, String)> {
    let storage = MemoryStorage::default();
    let loaded = load(Rc::new(storage.clone()), Workspace::Real, TabId::new(1)).expect("an empty storage");
    let journal = Rc::new(RefCell::new(loaded.journal));
    let have: VersionVector = changes.iter().map(|change| change.stamp).collect();
    Journal::append(&mut Rc::clone(&journal), changes, &have, names).expect("memory takes everything");
    let mut journal = journal.borrow_mut();
    while let Some(mut compaction) = journal.compaction() {
        while compaction.step(&mut journal).expect("memory takes everything") == Progress::More {}
    }
    let keys = storage.keys().expect("readable");
    keys.into_iter().filter_map(|key| Some((key.clone(), storage.get(&key).ok()??))).collect()
}

/// A colleague who had everything changes some of it; and the first words of some projects' names.
fn news(changes: &[Change], names: &Names, size: Size) -> (String, Vec<String>) {
    let mut state = State::default();
    state.names_mut().clone_from(names);
    changes.iter().cloned().for_each(|change| {
        state.apply(change);
    });
    let have: VersionVector = changes.iter().map(|change| change.stamp).collect();
    let mut projects: Vec<RecordId> = state.live(Kind::Project).map(|(id, _)| id).collect();
    projects.sort_unstable();
    let name =
        |id: &RecordId| state.get(*id, P::Name).as_text().unwrap_or_default().chars().take(4).collect();
    let words: Vec<String> = projects.iter().step_by(projects.len().div_ceil(12).max(1)).map(name).collect();
    let clock = Clock::new(NodeId(99));
    let mut store = Store::open(state, have.clone(), clock, Box::new(Forgetful));
    let mut edits = Vec::new();
    for at in 0..CHANGED.min(size.projects) {
        let field = [P::Remark, P::Problems, P::YearTarget][at % 3];
        edits.push(Edit::new(
            projects[at * 7 % projects.len()],
            field,
            Value::text(&format!("同事所改{at}")),
        ));
    }
    for at in 0..NEW_FOLLOW_UPS {
        let entry = RecordId::new(Kind::FollowUp, at as u64 + 1);
        edits.push(Edit::new(entry, W::Project, Value::Ref(projects[at * 13 % projects.len()])));
        edits.push(Edit::new(entry, W::On, Value::Date(Date::ymd(2026, 11, 2).expect("a day"))));
        edits.push(Edit::new(entry, W::Content, Value::text("与企业负责人通话，约定下周来访看地")));
    }
    let latest = have.iter().map(Stamp::millis).max().unwrap_or_default();
    store.execute(Action::Edit, edits, latest + 1).expect("nothing can fail");
    let from = Sender { node: NodeId(99), name: "同事".into(), unit: "经济开发区".into() };
    let scope = Scope::Since { colleague: Some(NodeId(7)), since: have };
    (export(store.state(), store.have(), &scope, &from, latest + 2), words)
}

/// Keeps nothing.
struct Forgetful;

impl Journal for Forgetful {
    fn append(
        &mut self,
        _: &[Change],
        _: &VersionVector,
        _: &Names,
    ) -> Result<(), zhaoshang::store::WriteError> {
        Ok(())
    }
}
