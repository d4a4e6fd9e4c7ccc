//! Tables as questions about the records: filtered, sorted and summed once, and kept until the records change.

use crate::domain::{Date, Kind, RecordId};
use crate::rules::query::{Ask, Table, View, run};
use crate::store::Store;
use crate::ui::session::{self, Question};

/// What a table is run with.
#[derive(PartialEq)]
pub struct Asked {
    kind: Kind,
    view: View,
    sounding: Vec<RecordId>,
}

impl Asked {
    /// The records that a view shows, those among them that sound like what it searches for.
    pub fn new(kind: Kind, view: View, sounding: Vec<RecordId>) -> Self {
        Self { kind, view, sounding }
    }
}

impl Question for Asked {
    type Answer = Table;

    fn answer(&self, store: &Store, today: Date) -> Table {
        run(store, self.kind, &self.view, Ask { today, sounding: &self.sounding })
    }
}

/// What of a view says which records are shown, and how: widths, what stays in sight and the unit are for the eye.
pub fn asked(mut view: View) -> View {
    view.columns.iter_mut().for_each(|column| column.width = None);
    View { frozen: 0, in_yi: false, ..view }
}

/// The kinds with a page of their own of which a county has thousands.
const MANY: [Kind; 9] = [
    Kind::Project,
    Kind::Permit,
    Kind::Issue,
    Kind::PolicyPromise,
    Kind::OutboundTrip,
    Kind::Reception,
    Kind::PromotionEvent,
    Kind::LeaderActivity,
    Kind::Inspection,
];

/// Runs the usual tables before anybody asks (see [`crate::ui::unasked`]).
pub fn prepare(n: usize) -> bool {
    if let Some(&kind) = MANY.get(n) {
        session::prepare(Asked::new(kind, asked(View::standard(kind)), Vec::new()));
    }
    n + 1 < MANY.len()
}
