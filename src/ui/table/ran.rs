//! The tables that were run last, kept so that who comes back to one, or opens the projects for the first time, does
//! not wait for ten thousand records to be filtered, sorted and summed once more.

use crate::domain::{Date, Kind, RecordId};
use crate::rules::query::{Ask, Table, View, run};
use crate::store::Store;
use crate::ui::session;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// A table and what it was run with.
struct Ran {
    revision: u64,
    view: View,
    today: Date,
    sounding: Vec<RecordId>,
    table: Table,
}

impl Ran {
    fn answers(&self, store: &Store, view: &View, ask: Ask<'_>) -> bool {
        self.revision == store.revision()
            && self.today == ask.today
            && self.sounding == ask.sounding
            && self.view == *view
    }
}

thread_local! {
    /// The last of each kind.
    static RAN: RefCell<FxHashMap<Kind, Ran>> = {
        session::on_other_records(|| drop(RAN.take()));
        RefCell::default()
    };
}

/// What of a view says which records are shown, and how: widths, what stays in sight and the unit are for the eye.
pub fn asked(mut view: View) -> View {
    view.columns.iter_mut().for_each(|column| column.width = None);
    View { frozen: 0, in_yi: false, ..view }
}

/// The table of a view as the records are now.
pub fn table(store: &Store, kind: Kind, view: &View, ask: Ask<'_>) -> Table {
    RAN.with_borrow_mut(|all| {
        if let Some(ran) = all.get(&kind).filter(|ran| ran.answers(store, view, ask)) {
            return ran.table.clone();
        }
        let table = run(store, kind, view, ask);
        let Ask { today, sounding } = ask;
        let (revision, view, sounding) = (store.revision(), view.clone(), sounding.to_vec());
        all.insert(kind, Ran { revision, view, today, sounding, table: table.clone() });
        table
    })
}

/// Runs the usual table of projects before anybody asks (see [`crate::ui::unasked`]).
pub fn prepare() -> bool {
    let (usual, today) = (asked(View::standard(Kind::Project)), session::today());
    session::read(|store| drop(table(store, Kind::Project, &usual, Ask { today, sounding: &[] })));
    false
}
