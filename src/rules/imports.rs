//! Imports of spreadsheets that were made, and taking one back whole, also after days.
//!
//! What an import brought goes, what it changed becomes what it was. What people have worked on since stays
//! unless they say otherwise, and whatever that points to stays with it.

use super::introduce::identity_at;
use super::references::members;
use crate::domain::field::{Elements, FieldDef, FieldType, ImportRunField as I, owner_field};
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId};
use crate::ledger::{Edit, Stamp, State, Undone, inverse};
use rustc_hash::FxHashSet;

/// An import that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastImport {
    /// The command that it was.
    pub stamp: Stamp,
    /// The file's name; empty for pasted cells.
    pub file: String,
    /// The sheet's name.
    pub sheet: String,
    /// Who made it.
    pub by: String,
    /// Projects it brought.
    pub created: usize,
    /// Projects it changed.
    pub updated: usize,
    /// Rows it left out.
    pub left_out: usize,
    /// Whether it was taken back.
    pub is_taken_back: bool,
}

/// The imports of a workspace, latest first, those that came with colleagues' files too.
pub fn past_imports(state: &State) -> Vec<PastImport> {
    let mut found: Vec<PastImport> = state
        .records(Kind::ImportRun)
        .filter_map(|(id, run)| {
            let stamp = state.born(id)?;
            let count = |field: I| run.get(field).as_int().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
            let text = |field: I| run.get(field).as_text().unwrap_or_default().to_owned();
            Some(PastImport {
                stamp,
                file: text(I::File),
                sheet: text(I::Sheet),
                by: identity_at(state, stamp).name,
                created: count(I::Created),
                updated: count(I::Updated),
                left_out: count(I::Skipped),
                is_taken_back: run.is_deleted(),
            })
        })
        .collect();
    found.arrange_by(|a, b| b.stamp.cmp(&a.stamp));
    found
}

/// What taking an import back would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakeBack {
    /// The edits, and how many cells stay because they hold another value since.
    pub undone: Undone,
    /// Projects that go.
    pub going: usize,
    /// Trips that go.
    pub trips: usize,
    /// Projects that were there before, and become what they were.
    pub put_back: usize,
    /// Projects it brought that were worked on since, in order; they stay unless asked for.
    pub worked_on: Vec<RecordId>,
}

/// What taking back the import `stamp` would do. With `worked_on`, what people have worked on since goes
/// too, with their follow-ups and tranches.
pub fn take_back(state: &State, stamp: Stamp, worked_on: bool) -> TakeBack {
    let mut touched: Vec<RecordId> = Vec::new();
    let mut brought: FxHashSet<RecordId> = FxHashSet::default();
    for &kind in Kind::ALL {
        for (id, _) in state.records(kind) {
            if state.has_changed_in(id, stamp) {
                touched.push(id);
                if state.born(id) == Some(stamp) {
                    brought.insert(id);
                }
            }
        }
    }
    touched.arrange();
    let (later, children) = later_work(state, &brought, stamp);
    let mut result = TakeBack {
        worked_on: later.iter().copied().filter(|id| id.kind == Kind::Project).collect(),
        ..TakeBack::default()
    };
    result.worked_on.arrange();
    let mut staying = FxHashSet::default();
    if !worked_on {
        staying.extend(later);
    }
    let going = |id: &RecordId, staying: &FxHashSet<RecordId>| brought.contains(id) && !staying.contains(id);
    // Whatever stays holds what it points to.
    let gone_with: FxHashSet<RecordId> =
        if worked_on { children.into_iter().collect() } else { FxHashSet::default() };
    loop {
        let held = pointers(state)
            .filter(|(from, to)| !going(from, &staying) && !gone_with.contains(from) && going(to, &staying));
        let held: Vec<RecordId> = held.map(|(_, to)| to).collect();
        if held.is_empty() {
            break;
        }
        staying.extend(held);
    }
    touched.retain(|id| !staying.contains(id));
    let live = |id: &RecordId| state.record(*id).is_some_and(|record| record.is_live());
    let projects = touched.iter().filter(|id| id.kind == Kind::Project);
    (result.going, result.put_back) = projects.fold((0, 0), |(going, back), id| match brought.contains(id) {
        true => (going + usize::from(live(id)), back),
        false => (going, back + 1),
    });
    let trips = touched.iter().filter(|id| id.kind == Kind::OutboundTrip && brought.contains(id) && live(id));
    result.trips = trips.count();
    result.undone = inverse(state, stamp, Some(&touched));
    let mut also: Vec<RecordId> = gone_with.into_iter().filter(live).collect();
    also.arrange();
    result.undone.edits.extend(also.into_iter().map(Edit::delete));
    result
}

/// Which of the records an import brought were worked on since, and the live records that hang on them
/// since, such as follow-ups.
fn later_work(
    state: &State,
    brought: &FxHashSet<RecordId>,
    stamp: Stamp,
) -> (FxHashSet<RecordId>, Vec<RecordId>) {
    let edited = brought.iter().copied().filter(|&id| {
        let cells = state.record(id).map_or(&[][..], |record| record.cells());
        cells.iter().any(|cell| cell.key.field != Field::DELETED && cell.stamp > stamp)
    });
    let mut later: FxHashSet<RecordId> = edited.collect();
    let mut children = Vec::new();
    for (from, to) in pointers(state) {
        // Only what hangs on a record is work on it: a project that names a unit is none on the unit.
        if owner_field(from.kind).is_some()
            && from.kind != Kind::Contact
            && brought.contains(&to)
            && !brought.contains(&from)
        {
            later.insert(to);
            children.push(from);
        }
    }
    (later, children)
}

/// Every pointer of a live record to another record, after merges of duplicates and as written.
fn pointers(state: &State) -> impl Iterator<Item = (RecordId, RecordId)> + '_ {
    let fields = |kind: Kind| -> Vec<(Field, Elements)> {
        let points = |def: &FieldDef| {
            matches!(def.elements, Elements::Records(_))
                || matches!(def.ty, FieldType::Ref(_) | FieldType::Same)
        };
        Field::of(kind).filter(|(_, def)| points(def)).map(|(field, def)| (field, def.elements)).collect()
    };
    Kind::ALL.iter().flat_map(move |&kind| {
        let fields = fields(kind);
        state.live(kind).flat_map(move |(id, record)| {
            let mut to: Vec<RecordId> = Vec::new();
            for &(field, elements) in &fields {
                match elements {
                    Elements::Records(_) => to.extend(members(state, record, field)),
                    _ => to.extend(record.family(field).iter().filter_map(|cell| cell.value.as_ref_id())),
                }
            }
            to.into_iter().flat_map(move |to| [to, state.resolve(to)]).map(move |to| (id, to))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Value;
    use crate::domain::field::{FollowUpField as F, ProjectField as P, UnitField as U};
    use crate::ledger::NodeId;

    const RUN: RecordId = RecordId::new(Kind::ImportRun, 1);
    const UNIT: RecordId = RecordId::new(Kind::Unit, 1);
    const SPARE: RecordId = RecordId::new(Kind::Unit, 2);
    const OLD: RecordId = RecordId::new(Kind::Project, 1);
    const ONE: RecordId = RecordId::new(Kind::Project, 2);
    const TWO: RecordId = RecordId::new(Kind::Project, 3);
    const NOTE: RecordId = RecordId::new(Kind::FollowUp, 1);

    fn apply(state: &mut State, millis: u64, edits: Vec<Edit>) -> Stamp {
        let stamp = Stamp::new(millis, 0, NodeId(1));
        for change in state.changes_for(edits, stamp) {
            state.apply(change);
        }
        stamp
    }

    /// A project that was there, and an import that changed it and brought two projects and two units.
    fn imported() -> (State, Stamp) {
        let mut state = State::default();
        apply(
            &mut state,
            1,
            vec![Edit::new(OLD, P::Name, Value::text("旧")), Edit::new(OLD, P::Remark, Value::text("前"))],
        );
        let stamp = apply(
            &mut state,
            2,
            vec![
                Edit::new(RUN, I::File, Value::text("台账.xlsx")),
                Edit::new(RUN, I::Created, Value::Int(2)),
                Edit::new(UNIT, U::Name, Value::text("新港镇")),
                Edit::new(SPARE, U::Name, Value::text("云岭镇")),
                Edit::new(OLD, P::Remark, Value::text("后")),
                Edit::new(ONE, P::Name, Value::text("一号")),
                Edit::new(ONE, P::Unit, Value::Ref(UNIT)),
                Edit::new(TWO, P::Name, Value::text("二号")),
                Edit::new(TWO, P::Unit, Value::Ref(SPARE)),
            ],
        );
        (state, stamp)
    }

    fn live(state: &State) -> Vec<RecordId> {
        let ids = Kind::ALL.iter().flat_map(|&kind| state.live(kind).map(|(id, _)| id));
        let mut ids: Vec<RecordId> = ids.collect();
        ids.arrange();
        ids
    }

    #[test]
    fn all_of_it_goes_and_the_import_says_so() {
        let (mut state, stamp) = imported();
        let back = take_back(&state, stamp, false);
        assert_eq!((back.going, back.put_back, back.worked_on.len()), (2, 1, 0));
        apply(&mut state, 9, back.undone.edits);
        assert_eq!(live(&state), [OLD]);
        assert_eq!(state.get(OLD, P::Remark), &Value::text("前"));
        let runs = past_imports(&state);
        assert_eq!(runs.len(), 1);
        assert_eq!((&runs[0].file[..], runs[0].created, runs[0].is_taken_back), ("台账.xlsx", 2, true));
        assert!(take_back(&state, stamp, false).undone.edits.is_empty(), "nothing is left to take back");
    }

    #[test]
    fn what_was_worked_on_stays_with_what_it_points_to() {
        let (mut state, stamp) = imported();
        apply(
            &mut state,
            3,
            vec![
                Edit::new(NOTE, F::Project, Value::Ref(ONE)),
                Edit::new(NOTE, F::Content, Value::text("谈")),
            ],
        );
        let back = take_back(&state, stamp, false);
        assert_eq!((back.going, back.put_back, &back.worked_on[..]), (1, 1, &[ONE][..]));
        apply(&mut state, 9, back.undone.edits);
        assert_eq!(live(&state), {
            let mut ids = vec![OLD, ONE, UNIT, NOTE];
            ids.arrange();
            ids
        });
    }

    #[test]
    fn asked_for_it_goes_too_with_its_follow_ups() {
        let (mut state, stamp) = imported();
        apply(
            &mut state,
            3,
            vec![
                Edit::new(NOTE, F::Project, Value::Ref(ONE)),
                Edit::new(NOTE, F::Content, Value::text("谈")),
            ],
        );
        apply(&mut state, 4, vec![Edit::new(TWO, P::Remark, Value::text("改过"))]);
        let back = take_back(&state, stamp, true);
        assert_eq!((back.going, back.worked_on.len()), (2, 2));
        apply(&mut state, 9, back.undone.edits);
        assert_eq!(live(&state), [OLD]);
    }

    #[test]
    fn a_unit_that_another_project_names_by_now_stays() {
        let (mut state, stamp) = imported();
        apply(&mut state, 3, vec![Edit::new(OLD, P::Unit, Value::Ref(SPARE))]);
        let back = take_back(&state, stamp, true);
        apply(&mut state, 9, back.undone.edits);
        assert_eq!(live(&state), {
            let mut ids = vec![OLD, SPARE];
            ids.arrange();
            ids
        });
        assert_eq!(state.get(OLD, P::Remark), &Value::text("前"));
    }

    #[test]
    fn what_was_edited_since_in_a_record_of_before_stays() {
        let (mut state, stamp) = imported();
        apply(&mut state, 3, vec![Edit::new(OLD, P::Remark, Value::text("又改"))]);
        let back = take_back(&state, stamp, false);
        assert_eq!(back.undone.kept, 1);
        apply(&mut state, 9, back.undone.edits);
        assert_eq!(state.get(OLD, P::Remark), &Value::text("又改"));
    }

    #[test]
    fn undoing_and_redoing_it_is_no_work() {
        let (mut state, stamp) = imported();
        let undo = inverse(&state, stamp, None).edits;
        let undone = apply(&mut state, 3, undo);
        let redo = inverse(&state, undone, None).edits;
        apply(&mut state, 4, redo);
        let back = take_back(&state, stamp, false);
        assert_eq!((back.going, back.put_back, back.worked_on.len()), (2, 1, 0));
    }
}
