//! 本月无进展: of which month a project owes a reason, because nothing happened in it (domain notes §3.1, field
//! 洽谈进度: "if nothing in a month, reason must be stated").

use crate::domain::field::{FollowUpField as W, ProjectField as P};
use crate::domain::milestone::Exit;
use crate::domain::{Date, Milestone, RecordId, Stage};
use crate::ledger::{CellKey, State};
use crate::rules::reached;
use chrono::{Datelike, Months};

/// The day of the month from which nothing in it is asked about.
const ASKED_FROM: u32 = 25;
/// Milliseconds of a day.
const DAY: u64 = 86_400_000;

/// A month, as the cells of 本月无进展原因 name it: `2026-09`.
pub fn month_word(month: Date) -> String {
    month.naive().format("%Y-%m").to_string()
}

/// The month that such a cell is of, as its first day.
pub fn month_of(word: &str) -> Option<Date> {
    Date::parse_iso(&format!("{word}-01"))
}

/// The first day of the month for which a reason is asked, while none is given: last month if it had neither a
/// follow-up nor a milestone, else this month from its 25th on. `follow_ups` are the live ones of the project.
///
/// Nothing is asked of a project that left, that produces (its works are done), or that was not in the ledger by the
/// 25th of the month.
pub fn asked(
    state: &State,
    id: RecordId,
    follow_ups: &[RecordId],
    stage: Stage,
    today: Date,
) -> Option<Date> {
    let project = state.record(id)?;
    let has_left = project.get(P::Exit).as_text().and_then(Exit::from_word).is_some();
    if has_left || stage >= Stage::InProduction {
        return None;
    }
    let born = project.cells().iter().map(|cell| cell.stamp.millis()).min()? / DAY;
    let born = i32::try_from(born).ok().and_then(Date::from_days)?;
    let milestones = reached(project);
    let happened = |from: Date, to: Date| {
        let within = |day: Date| (from..to).contains(&day);
        let dated = Milestone::ALL.iter().filter_map(|m| milestones[*m as usize].event);
        let talked = follow_ups.iter().filter_map(|&entry| state.get(entry, W::On).as_date());
        dated.chain(talked).any(within)
    };
    let this = today.plus(1 - today.naive().day() as i32);
    let last = this.naive().checked_sub_months(Months::new(1)).and_then(Date::from_naive)?;
    let next = this.naive().checked_add_months(Months::new(1)).and_then(Date::from_naive)?;
    let owes = |from: Date, to: Date| {
        let asked_from = from.plus(ASKED_FROM as i32 - 1);
        let is_told = |element| !project.get(CellKey::of(P::NoProgress, element)).is_empty();
        born <= asked_from
            && today >= asked_from
            && !happened(from, to)
            && !state.names().find_element(&month_word(from)).is_some_and(is_told)
    };
    [(last, this), (this, next)].into_iter().find(|&(from, to)| owes(from, to)).map(|(from, _)| from)
}

/// The reasons given, with the first day of their month, the latest first.
pub fn reasons(state: &State, id: RecordId) -> Vec<(Date, String)> {
    let Some(project) = state.record(id) else { return Vec::new() };
    let told = project.family(P::NoProgress.field()).iter().filter_map(|cell| {
        let month = month_of(state.names().element_word(cell.key.element))?;
        Some((month, cell.value.as_text()?.to_owned()))
    });
    let mut told: Vec<(Date, String)> = told.collect();
    told.sort_by(|a, b| b.cmp(a));
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Kind, Value};
    use crate::ledger::{Edit, NodeId, Stamp};

    const PROJECT: RecordId = RecordId::new(Kind::Project, 1);
    const TALK: RecordId = RecordId::new(Kind::FollowUp, 1);

    fn on(text: &str) -> Date {
        Date::parse_iso(text).expect("a day")
    }

    /// A project that was put into the ledger on a day, and talked about on another.
    fn state(born: &str, talk: &str) -> State {
        let mut state = State::default();
        let at = |day: &str| u64::try_from(on(day).days()).expect("after 1970") * DAY;
        put(&mut state, at(born), vec![Edit::new(PROJECT, P::Name, Value::text("甲"))]);
        put(&mut state, at(born) + 1, vec![Edit::new(TALK, W::On, Value::Date(on(talk)))]);
        state
    }

    fn put(state: &mut State, millis: u64, edits: Vec<Edit>) {
        for change in state.changes_for(edits, Stamp::new(millis, 0, NodeId(1))) {
            state.apply(change);
        }
    }

    fn asked_on(state: &State, today: &str) -> Option<String> {
        asked(state, PROJECT, &[TALK], Stage::Signed, on(today)).map(month_word)
    }

    #[test]
    fn a_month_without_a_talk_is_asked_about_from_its_25th_and_in_the_month_after() {
        let state = state("2026-05-03", "2026-08-31");
        assert_eq!(asked_on(&state, "2026-09-24"), None);
        assert_eq!(asked_on(&state, "2026-09-25").as_deref(), Some("2026-09"));
        assert_eq!(asked_on(&state, "2026-10-01").as_deref(), Some("2026-09"), "last month before this");
        // A talk on the first or last day of the month is enough. It was not there in August.
        for talk in ["2026-09-01", "2026-09-30"] {
            let state = self::state("2026-09-01", talk);
            assert_eq!(asked_on(&state, "2026-09-30"), None, "{talk}");
            assert_eq!(asked_on(&state, "2026-10-24"), None, "{talk}");
        }
    }

    #[test]
    fn a_milestone_a_reason_or_an_exit_ends_the_asking() {
        let mut state = state("2026-05-03", "2026-07-31");
        assert_eq!(asked_on(&state, "2026-09-30").as_deref(), Some("2026-08"));
        let august = state.names_mut().element("2026-08");
        let reason = Edit::new(PROJECT, CellKey::of(P::NoProgress, august), Value::text("等用地指标"));
        put(&mut state, 1_800_000_000_000, vec![reason]);
        assert_eq!(asked_on(&state, "2026-09-30").as_deref(), Some("2026-09"));
        assert_eq!(reasons(&state, PROJECT), [(on("2026-08-01"), "等用地指标".to_owned())]);
        let signed = CellKey::of(P::MilestoneDate, Milestone::Signed.element());
        put(&mut state, 1_800_000_000_001, vec![Edit::new(PROJECT, signed, Value::Date(on("2026-09-12")))]);
        assert_eq!(asked_on(&state, "2026-09-30"), None);
        assert_eq!(asked(&state, PROJECT, &[TALK], Stage::InProduction, on("2026-10-30")), None);
        assert_eq!(asked_on(&state, "2026-10-30").as_deref(), Some("2026-10"));
        put(
            &mut state,
            1_800_000_000_002,
            vec![Edit::new(PROJECT, P::Exit, Value::text(Exit::OnHold.word()))],
        );
        assert_eq!(asked_on(&state, "2026-10-30"), None);
    }

    #[test]
    fn a_project_registered_late_in_the_month_is_not_asked_about_it() {
        assert_eq!(asked_on(&state("2026-09-26", "2026-01-01"), "2026-10-10"), None);
        let state = state("2026-09-25", "2026-01-01");
        assert_eq!(asked_on(&state, "2026-10-10").as_deref(), Some("2026-09"));
    }
}
