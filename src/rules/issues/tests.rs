//! Problems at the edges of their days.

use super::*;
use crate::domain::field::IssueField as Q;
use crate::ledger::{CellKey, NodeId, Stamp};

fn on(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

fn unit(key: u64) -> RecordId {
    RecordId::new(Kind::Unit, key)
}

fn issue(key: u64) -> RecordId {
    RecordId::new(Kind::Issue, key)
}

/// A workspace that is written to one command after another.
#[derive(Default)]
struct Desk {
    state: State,
    commands: u64,
}

impl Desk {
    fn write(&mut self, edits: Vec<Edit>) {
        self.commands += 1;
        for change in self.state.changes_for(edits, Stamp::new(self.commands, 0, NodeId(1))) {
            self.state.apply(change);
        }
    }

    fn raise(&mut self, key: u64, raised: &str, department: Option<u64>, due: Option<&str>) -> RecordId {
        let id = issue(key);
        let mut edits = vec![
            Edit::new(id, Q::Project, Value::Ref(RecordId::new(Kind::Project, key % 10))),
            Edit::new(id, Q::RaisedOn, Value::Date(on(raised))),
        ];
        edits.extend(department.map(|key| Edit::new(id, Q::Department, Value::Ref(unit(key)))));
        edits.extend(due.map(|due| Edit::new(id, Q::DueOn, Value::Date(on(due)))));
        self.write(edits);
        id
    }

    fn hand(&mut self, id: RecordId, to: u64, day: &str) {
        let edits = hand_over(&self.state, id, unit(to), on(day)).into_iter();
        let edits = edits.map(|edit| edit.numbered(|word| self.state.names_mut().element(word))).collect();
        self.write(edits);
    }

    fn solve(&mut self, id: RecordId, day: &str) {
        let edits = solve(&self.state, id, on(day), "");
        self.write(edits);
    }

    fn read(&self, id: RecordId) -> Issue {
        read(&self.state, id, self.state.record(id).expect("a record"))
    }
}

#[test]
fn it_waits_then_is_in_hand_then_solved_and_may_be_put_off() {
    let mut desk = Desk::default();
    let id = desk.raise(1, "2026-09-01", Some(1), Some("2026-09-10"));
    assert_eq!(desk.read(id).standing, Standing::Waiting);
    desk.write(vec![Edit::new(id, Q::AcceptedOn, Value::Date(on("2026-09-02")))]);
    assert_eq!(desk.read(id).standing, Standing::InHand);
    desk.write(vec![Edit::new(id, Q::Suspended, Value::Bool(true))]);
    assert_eq!(desk.read(id).standing, Standing::Suspended);
    assert_eq!(desk.read(id).overdue(on("2026-10-01")), None, "nobody is late with what was put off");
    desk.solve(id, "2026-09-11");
    let solved = desk.read(id);
    assert_eq!((solved.standing, solved.in_time()), (Standing::Solved, Some(false)));
    assert_eq!(desk.state.get(id, Q::Suspended), &Value::Empty);
}

#[test]
fn it_is_overdue_from_the_day_after_and_in_time_on_the_day() {
    let mut desk = Desk::default();
    let id = desk.raise(1, "2026-09-01", Some(1), Some("2026-09-10"));
    let late = |day| desk.read(id).overdue(on(day));
    assert_eq!((late("2026-09-09"), late("2026-09-10"), late("2026-09-11")), (None, None, Some(1)));
    for (day, in_time) in [("2026-09-09", true), ("2026-09-10", true), ("2026-09-11", false)] {
        desk.solve(id, day);
        assert_eq!(desk.read(id).in_time(), Some(in_time), "{day}");
        assert_eq!(desk.read(id).overdue(on("2026-12-01")), None, "what is solved is not overdue");
    }
}

#[test]
fn a_hand_over_gives_it_to_another_who_has_to_take_it_up_anew() {
    let mut desk = Desk::default();
    let id = desk.raise(1, "2026-09-01", Some(1), None);
    desk.write(vec![Edit::new(id, Q::AcceptedOn, Value::Date(on("2026-09-02")))]);
    desk.hand(id, 1, "2026-09-03");
    assert_eq!(desk.read(id).hand_overs(), 0, "it has it already");
    desk.hand(id, 2, "2026-09-05");
    desk.hand(id, 3, "2026-09-05");
    let handed = desk.read(id);
    let turns: Vec<_> = handed.turns.iter().map(|turn| (turn.department, turn.from)).collect();
    let day = |text| Some(on(text));
    assert_eq!(
        turns,
        [
            (Some(unit(1)), day("2026-09-01")),
            (Some(unit(2)), day("2026-09-05")),
            (Some(unit(3)), day("2026-09-05"))
        ]
    );
    assert_eq!((handed.hand_overs(), handed.standing), (2, Standing::Waiting));
    // From 5 to 12 September are 7 days; on the day itself 0.
    assert_eq!(handed.held_days(on("2026-09-05")), Some(0));
    assert_eq!(handed.held_days(on("2026-09-12")), Some(7));
    let days =
        |issue: &Issue| issue.turn_days(on("2026-09-12")).iter().map(|(_, days)| *days).collect::<Vec<_>>();
    assert_eq!(days(&handed), [Some(4), Some(0), Some(7)]);
    assert_eq!(handed.age(on("2026-09-12")), Some(11));
    let solved = Issue { solved: Some(on("2026-09-10")), ..handed.clone() };
    assert_eq!(days(&solved), [Some(4), Some(0), Some(5)]);
    let words: Vec<_> = desk.state.record(id).into_iter().flat_map(|r| r.family(Q::HandedTo)).collect();
    let words: Vec<_> = words.iter().map(|c| desk.state.names().element_word(c.key.element)).collect();
    assert!(words.contains(&"2026-09-05") && words.contains(&"2026-09-05.2"), "{words:?}");
}

#[test]
fn days_that_cannot_be_do_not_run_backwards() {
    let mut desk = Desk::default();
    let id = desk.raise(1, "2026-09-10", Some(1), None);
    desk.hand(id, 2, "2026-09-01");
    assert_eq!(desk.read(id).last().from, Some(on("2026-09-10")));
    // A word that is no day says nothing.
    let element = desk.state.names_mut().element("soon");
    desk.write(vec![Edit::new(id, CellKey::of(Q::HandedTo, element), Value::Ref(unit(9)))]);
    assert_eq!(desk.read(id).last().department, Some(unit(2)));
}

#[test]
fn looking_back_it_was_with_whom_it_was_then() {
    let mut desk = Desk::default();
    let id = desk.raise(1, "2026-09-01", Some(1), None);
    desk.hand(id, 2, "2026-09-05");
    desk.hand(id, 3, "2026-09-05");
    desk.solve(id, "2026-09-10");
    let issue = desk.read(id);
    let open = ["2026-08-31", "2026-09-01", "2026-09-09", "2026-09-10"].map(|day| issue.was_open(on(day)));
    assert_eq!(open, [false, true, true, false]);
    let with = ["2026-08-31", "2026-09-04", "2026-09-05", "2026-09-10"];
    let with = with.map(|day| issue.turn_on(on(day)).department);
    assert_eq!(with, [1, 1, 3, 3].map(|key| Some(unit(key))));
}

#[test]
fn who_gets_what_nobody_had_gets_it_from_nobody() {
    let mut desk = Desk::default();
    let id = desk.raise(1, "2026-09-01", None, None);
    desk.hand(id, 2, "2026-09-05");
    assert_eq!((desk.read(id).hand_overs(), desk.read(id).held_days(on("2026-09-06"))), (0, Some(1)));
    let lines = by_department(all(&desk.state), on("2026-09-06"));
    let nobody = lines.iter().find(|line| line.department.is_none()).expect("a line");
    assert_eq!((nobody.had, nobody.handed_on, nobody.holds), (1, 0, 0));
}

#[test]
fn the_departments_answer_for_their_own_days() {
    let mut desk = Desk::default();
    // Unit 1 solves one in 4 days and one in 9, the second a day late: median (4 + 9) / 2 = 6.5.
    let a = desk.raise(1, "2026-09-01", Some(1), Some("2026-09-05"));
    desk.solve(a, "2026-09-05");
    let b = desk.raise(2, "2026-09-01", Some(1), Some("2026-09-09"));
    desk.solve(b, "2026-09-10");
    // Unit 1 hands one on after 10 days; unit 2 solves it 2 days later, without a day set.
    let c = desk.raise(3, "2026-09-01", Some(1), None);
    desk.hand(c, 2, "2026-09-11");
    desk.solve(c, "2026-09-13");
    // Unit 2 has two, one of them overdue by 5 days on the 20th, had for 15; the other put off.
    desk.raise(4, "2026-09-05", Some(2), Some("2026-09-15"));
    let off = desk.raise(5, "2026-09-01", Some(2), Some("2026-09-15"));
    desk.write(vec![Edit::new(off, Q::Suspended, Value::Bool(true))]);
    // One that goes to and fro: 1, 2, 1.
    let f = desk.raise(6, "2026-09-18", Some(1), None);
    desk.hand(f, 2, "2026-09-19");
    desk.hand(f, 1, "2026-09-20");
    let lines = by_department(all(&desk.state), on("2026-09-20"));
    let two = Response {
        department: Some(unit(2)),
        had: 4,
        solved: 1,
        in_time: 0,
        with_day: 0,
        handed_on: 1,
        holds: 1,
        overdue: 1,
        longest: 15,
        median_tenths: Some(20),
    };
    let one = Response {
        department: Some(unit(1)),
        had: 4,
        solved: 2,
        in_time: 1,
        with_day: 2,
        handed_on: 2,
        holds: 1,
        overdue: 0,
        longest: 0,
        median_tenths: Some(65),
    };
    assert_eq!(lines, [two, one], "most overdue first");
}

#[test]
fn the_matrix_has_open_requests_alone_and_the_longest_wait_first() {
    let mut desk = Desk::default();
    let factor = |desk: &mut Desk, id, word: &str| {
        desk.write(vec![Edit::new(id, Q::Factor, Value::text(word))]);
    };
    let land = desk.raise(1, "2026-09-01", None, Some("2026-09-19"));
    factor(&mut desk, land, "土地");
    // The second of project 1: 11 is 1 modulo 10.
    let more = desk.raise(11, "2026-09-15", None, Some("2026-09-20"));
    factor(&mut desk, more, "土地");
    let power = desk.raise(2, "2026-08-01", None, None);
    factor(&mut desk, power, "用能");
    let done = desk.raise(3, "2026-01-01", None, None);
    factor(&mut desk, done, "用水");
    desk.solve(done, "2026-02-01");
    let order = ["土地", "用水", "用能"].map(str::to_owned);
    let matrix = factor_matrix(all(&desk.state), &order, on("2026-09-20"));
    assert_eq!(matrix.factors, ["土地", "用能"]);
    let none = Open::default();
    // From 1 August 50 days, from 1 September 19; one was due the day before, one is due today.
    assert_eq!(
        matrix.rows,
        [
            (RecordId::new(Kind::Project, 2), vec![none, Open { count: 1, oldest: 50, overdue: 0 }], 50),
            (RecordId::new(Kind::Project, 1), vec![Open { count: 2, oldest: 19, overdue: 1 }, none], 19),
        ]
    );
}
