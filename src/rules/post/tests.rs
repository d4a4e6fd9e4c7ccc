use super::*;
use crate::domain::Value;
use crate::domain::field::UnitField as U;
use crate::ledger::{CellKey, Edit, NodeId, Stamp};

fn on(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

fn id(kind: Kind, key: u64) -> RecordId {
    RecordId::new(kind, key)
}

const DAY: u64 = 86_400_000;

/// The day of a moment, by UTC.
fn local(millis: u64) -> Option<Date> {
    Date::from_days(i32::try_from(millis / DAY).ok()?)
}

fn stamp(day: &str) -> Stamp {
    Stamp::new(on(day).days() as u64 * DAY, 0, NodeId(1))
}

/// Records that are written on a day each.
#[derive(Default)]
struct Book(State);

impl Book {
    fn write(&mut self, day: &str, edits: Vec<Edit>) {
        for change in self.0.changes_for(edits, stamp(day)) {
            self.0.apply(change);
        }
    }

    fn member(&mut self, of: RecordId, field: impl Into<crate::domain::Field>, who: RecordId) -> Edit {
        let element = self.0.names_mut().element(&who.to_string());
        Edit::new(of, CellKey::of(field, element), Value::Bool(true))
    }

    fn cards(&self, month: u32, today: &str) -> FxHashMap<RecordId, Card> {
        cards(&self.0, &Asked { month: Month { year: 2026, month }, today: on(today), local: &local })
    }
}

fn date(id: RecordId, field: impl Into<crate::domain::Field>, day: &str) -> Edit {
    Edit::new(id, field.into(), Value::Date(on(day)))
}

#[test]
fn days_out_are_of_the_month_and_of_all_who_went() {
    let (zhang, li, twin) = (id(Kind::Person, 1), id(Kind::Person, 2), id(Kind::Person, 3));
    let (first, second, third) =
        (id(Kind::OutboundTrip, 1), id(Kind::OutboundTrip, 2), id(Kind::OutboundTrip, 3));
    let mut book = Book::default();
    let company = id(Kind::Company, 1);
    let edits = vec![
        // 29 September to 2 October: 4 calendar days, 3.5 declared.
        Edit::new(first, G::Leader, Value::Ref(zhang)),
        date(first, G::Start, "2026-09-29"),
        date(first, G::End, "2026-10-02"),
        Edit::new(first, G::Days, Value::Int(35)),
        book.member(first, G::Members, li),
        // The leader is named among the members too, under a record that was merged into his.
        book.member(first, G::Members, twin),
        Edit::new(twin, crate::domain::Field::MERGED_INTO, Value::Ref(zhang)),
        book.member(first, G::Companies, company),
        // No return is noted.
        Edit::new(second, G::Leader, Value::Ref(zhang)),
        date(second, G::Start, "2026-09-10"),
        book.member(second, G::Companies, company),
        // It comes yet.
        Edit::new(third, G::Leader, Value::Ref(zhang)),
        date(third, G::Start, "2026-10-05"),
        date(third, G::End, "2026-10-07"),
    ];
    book.write("2026-09-01", edits);
    let september = book.cards(9, "2026-10-04");
    // Two of four days: 3.5 × 2 ÷ 4 = 1.75, told as 1.7; October has the other 1.8.
    let of = |cards: &FxHashMap<RecordId, Card>, who| {
        cards
            .get(&who)
            .map_or(Vec::new(), |card| card.trips.iter().map(|t| (t.id, t.tenths, t.led)).collect())
    };
    assert_eq!(of(&september, zhang), [(second, 10, true), (first, 17, true)]);
    assert_eq!(of(&september, li), [(first, 17, false)]);
    assert_eq!(september[&zhang].days_out(Month { year: 2026, month: 9 }), 27);
    assert_eq!(september[&zhang].companies, [company], "twice visited is one company");
    let october = book.cards(10, "2026-10-04");
    assert_eq!(of(&october, zhang), [(first, 18, true)]);
    assert!(october[&zhang].companies.is_empty(), "visits are of the month in which the trip began");
    // On the 5th it is one day, on the 7th all three.
    assert_eq!(of(&book.cards(10, "2026-10-05"), zhang)[1], (third, 10, true));
    assert_eq!(of(&book.cards(10, "2026-10-31"), zhang)[1], (third, 30, true));
    assert!(book.cards(8, "2026-10-31").is_empty());
}

#[test]
fn a_step_is_kept_by_its_day() {
    let (zhang, project) = (id(Kind::Person, 1), id(Kind::Project, 1));
    let mut book = Book::default();
    book.write("2026-08-20", vec![Edit::new(project, P::Owner, Value::Ref(zhang))]);
    let entry = |n| id(Kind::FollowUp, n);
    // Each promises something for 10 September.
    let promise = |n, project: RecordId| {
        vec![
            Edit::new(entry(n), W::Project, Value::Ref(project)),
            date(entry(n), W::On, "2026-09-01"),
            date(entry(n), W::NextOn, "2026-09-10"),
        ]
    };
    let other = |n| id(Kind::Project, 10 + n);
    for n in 1..=4 {
        let edits = vec![
            Edit::new(other(n), P::Owner, Value::Ref(zhang)),
            date(other(n), P::EnteredOn, "2026-08-01"),
        ];
        book.write("2026-08-20", edits);
        book.write("2026-09-01", promise(n, other(n)));
    }
    let done = |n| vec![Edit::new(entry(n), W::NextDone, Value::Bool(true))];
    book.write("2026-09-10", done(1));
    book.write("2026-09-11", done(2));
    // Ticked off late, but a talk on the day itself shows it; he who wrote it is another.
    book.write("2026-09-30", done(3));
    let talk = entry(9);
    let li = id(Kind::Person, 2);
    let edits = vec![
        Edit::new(talk, W::Project, Value::Ref(other(3))),
        date(talk, W::On, "2026-09-10"),
        Edit::new(talk, W::Person, Value::Ref(li)),
    ];
    book.write("2026-09-30", edits);
    let stand = |today| {
        let cards = book.cards(9, today);
        let card = &cards[&zhang];
        let mut promises = card.promises.clone();
        promises.sort_by_key(|promise| promise.follow_up);
        let kept: Vec<Kept> = promises.iter().map(|promise| promise.kept).collect();
        (kept, card.follow_ups.len(), cards.get(&li).map_or(0, |card| card.follow_ups.len()))
    };
    use Kept::{InTime, Late, Missed, Open};
    assert_eq!(stand("2026-09-10"), (vec![InTime, Late, InTime, Open], 4, 1), "the day itself is not over");
    assert_eq!(stand("2026-09-11").0, [InTime, Late, InTime, Missed]);
    // Promised in September for September: nothing of it is October's.
    assert!(!book.cards(10, "2026-10-31").contains_key(&zhang));
}

#[test]
fn leads_receptions_trainings_and_what_was_declared() {
    let (zhang, li) = (id(Kind::Person, 1), id(Kind::Person, 2));
    let mut book = Book::default();
    let (stated, unstated, late) = (id(Kind::Project, 1), id(Kind::Project, 2), id(Kind::Project, 3));
    let (reception, training) = (id(Kind::Reception, 1), id(Kind::Training, 1));
    let edits = vec![
        Edit::new(stated, P::Owner, Value::Ref(zhang)),
        date(stated, P::EnteredOn, "2026-09-30"),
        Edit::new(unstated, P::Owner, Value::Ref(zhang)),
        Edit::new(late, P::Owner, Value::Ref(zhang)),
        date(late, P::EnteredOn, "2026-10-01"),
        Edit::new(reception, V::Leader, Value::Ref(zhang)),
        Edit::new(reception, V::Owner, Value::Ref(zhang)),
        date(reception, V::On, "2026-09-15"),
        date(training, N::On, "2026-09-15"),
        Edit::new(training, N::Hours, Value::Int(6)),
        book.member(training, N::People, zhang),
        book.member(training, N::People, li),
    ];
    book.write("2026-09-02", edits);
    let (early, later) = (id(Kind::DutyMonth, 1), id(Kind::DutyMonth, 2));
    let duty = |id, days: i64, absences: i64| {
        vec![
            Edit::new(id, D::Person, Value::Ref(zhang)),
            Edit::new(id, D::Month, Value::text("2026年9月")),
            Edit::new(id, D::AtPost, Value::Int(days)),
            Edit::new(id, D::Absences, Value::Int(absences)),
        ]
    };
    book.write("2026-10-02", duty(later, 90, 0));
    book.write("2026-10-01", duty(early, 200, 0));
    let cards = book.cards(9, "2026-10-05");
    let card = &cards[&zhang];
    assert_eq!(card.leads.len(), 2, "the second was registered on the day it was written");
    assert!(card.leads.contains(&unstated) && !card.leads.contains(&late));
    assert_eq!((card.receptions.len(), card.trainings.len(), card.hours), (1, 1, 6));
    let duty = card.duty.as_ref().expect("declared");
    assert_eq!((duty.id, duty.at_post, duty.score()), (later, Some(90), Some(8)), "the later record counts");
    assert_eq!(cards[&li].hours, 6);
}

#[test]
fn the_roster_has_recruiters_with_nothing_and_leaders_with_something() {
    let mut state = State::default();
    let person = |n| id(Kind::Person, n);
    let (near, far) = (id(Kind::Unit, 1), id(Kind::Unit, 2));
    let name = |n, text: &str, unit: Option<RecordId>, level: &str| {
        let mut edits = vec![Edit::new(person(n), R::Name, Value::text(text))];
        edits.extend(unit.map(|unit| Edit::new(person(n), R::Unit, Value::Ref(unit))));
        if !level.is_empty() {
            edits.push(Edit::new(person(n), R::LeaderLevel, Value::text(level)));
        }
        edits
    };
    let edits = [
        name(1, "丙", Some(far), RECRUITER),
        name(2, "乙", Some(near), ""),
        name(3, "甲", Some(near), "县级领导"),
        name(4, "丁", Some(near), "县级领导"),
        name(5, "戊", None, ""),
        vec![Edit::new(near, U::Order, Value::Int(1)), Edit::new(far, U::Order, Value::Int(2))],
    ];
    for change in state.changes_for(edits.concat(), stamp("2026-09-01")) {
        state.apply(change);
    }
    let cards = FxHashMap::from_iter([(person(4), Card::default())]);
    let mut expected = vec![person(4), person(2)];
    // By the code points of the names: 丁 before 乙.
    expected.sort_by_key(|id| state.get(*id, R::Name).as_text().map(str::to_owned));
    expected.extend([person(1), person(5)]);
    assert_eq!(roster(&state, &cards), expected);
}

#[test]
fn months_follow_each_other() {
    let month = |year, month| Month { year, month };
    assert_eq!(month(2026, 1).before(), month(2025, 12));
    assert_eq!(month(2026, 12).days(), DayRange { from: Some(on("2026-12-01")), to: Some(on("2026-12-31")) });
    assert_eq!(month(2024, 2).days().to, Some(on("2024-02-29")));
    assert_eq!(Month::of(on("2026-09-30")), month(2026, 9));
}
