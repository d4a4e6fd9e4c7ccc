use super::*;
use crate::domain::field::FundTrancheField as T;
use crate::domain::{Field, Money, Value};
use crate::ledger::{CellKey, Edit, NodeId, Stamp};
use crate::rules::summarise;

fn on(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

fn id(kind: Kind, key: u64) -> RecordId {
    RecordId::new(kind, key)
}

fn state_of(edits: impl FnOnce(&mut State) -> Vec<Edit>) -> State {
    let mut state = State::default();
    let edits = edits(&mut state);
    for change in state.changes_for(edits, Stamp::new(1, 0, NodeId(1))) {
        state.apply(change);
    }
    state
}

fn member(state: &mut State, of: RecordId, field: impl Into<Field>, who: RecordId) -> Edit {
    let element = state.names_mut().element(&who.to_string());
    Edit::new(of, CellKey::of(field, element), Value::Bool(true))
}

fn date(id: RecordId, field: impl Into<Field>, day: &str) -> Edit {
    Edit::new(id, field.into(), Value::Date(on(day)))
}

fn with<R>(state: &State, today: &str, read: impl FnOnce(&Asked<'_>) -> R) -> R {
    let rules = OfficeRules::default();
    let tranches: Vec<RecordId> = state.live(Kind::FundTranche).map(|(id, _)| id).collect();
    let of = |project: RecordId| {
        let is_of = |&&id: &&RecordId| state.get(id, T::Project).as_ref_id() == Some(project);
        tranches.iter().filter(is_of).copied().collect::<Vec<_>>()
    };
    let summaries: FxHashMap<RecordId, ProjectSummary> = state
        .live(Kind::Project)
        .map(|(id, record)| (id, summarise(state, &rules, record, &[], &of(id))))
        .collect();
    read(&Asked { rules: &rules, today: on(today), summary: &|id| summaries.get(&id), local: &|_| None })
}

#[test]
fn a_station_yields_what_its_people_did_while_it_stood() {
    let (station, zhang, li) = (id(Kind::Station, 1), id(Kind::Person, 1), id(Kind::Person, 2));
    let (before, during, given) = (id(Kind::Project, 1), id(Kind::Project, 2), id(Kind::Project, 3));
    let trip = |n| id(Kind::OutboundTrip, n);
    let company = id(Kind::Company, 1);
    let tranche = id(Kind::FundTranche, 1);
    let signed = CellKey::of(P::MilestoneDate, Stage::Signed.milestone().element());
    let state = state_of(|state| {
        vec![
            date(station, S::From, "2026-03-01"),
            Edit::new(station, S::Leader, Value::Ref(zhang)),
            member(state, station, S::Members, li),
            member(state, station, S::Members, zhang),
            // The eve, the first day with both members on it, and one of somebody else.
            date(trip(1), G::Start, "2026-02-28"),
            Edit::new(trip(1), G::Leader, Value::Ref(zhang)),
            date(trip(2), G::Start, "2026-03-01"),
            Edit::new(trip(2), G::Leader, Value::Ref(zhang)),
            member(state, trip(2), G::Members, li),
            member(state, trip(2), G::Companies, company),
            member(state, trip(2), G::LeadProjects, given),
            date(trip(3), G::Start, "2026-03-02"),
            Edit::new(trip(3), G::Leader, Value::Ref(id(Kind::Person, 9))),
            date(before, P::EnteredOn, "2026-02-28"),
            Edit::new(before, P::Owner, Value::Ref(li)),
            date(during, P::EnteredOn, "2026-03-01"),
            Edit::new(during, P::Owner, Value::Ref(li)),
            Edit::new(during, signed, Value::Date(on("2026-04-01"))),
            // Of no member, but from their trip.
            date(given, P::EnteredOn, "2026-05-01"),
            Edit::new(tranche, T::Project, Value::Ref(given)),
            Edit::new(tranche, T::Amount, Value::Money(Money::yuan(5_000))),
        ]
    });
    let found = with(&state, "2026-06-30", |asked| stations(&state, asked));
    let yields =
        Yield { leads: vec![during, given], signed: vec![during], paid: vec![given], arrived: 5_000 };
    let expected = StationYield { id: station, members: 2, trips: vec![trip(2)], visits: 1, yields };
    assert_eq!(found, [expected]);
}

#[test]
fn a_term_warns_sixty_days_before_its_end() {
    use Light::{Green, Red, Yellow};
    assert_eq!([61, 60, 0, -1].map(term_light), [Green, Yellow, Yellow, Red]);
    let (wang, lead) = (id(Kind::Ambassador, 1), |n| id(Kind::Project, n));
    let state = state_of(|state| {
        vec![
            date(wang, A::From, "2025-06-01"),
            date(wang, A::Until, "2027-05-31"),
            Edit::new(wang, A::Fee, Value::Money(Money::yuan(50_000))),
            Edit::new(wang, A::Quota, Value::Int(3)),
            member(state, wang, A::LeadProjects, lead(1)),
            member(state, wang, A::LeadProjects, lead(2)),
            member(state, wang, A::LeadProjects, lead(3)),
            // The last day of the first year, the first of the second, and a later one.
            date(lead(1), P::EnteredOn, "2026-05-31"),
            date(lead(2), P::EnteredOn, "2026-06-01"),
            date(lead(3), P::EnteredOn, "2026-09-01"),
        ]
    });
    let one = |today| with(&state, today, |asked| ambassadors(&state, asked).remove(0));
    // From 1 April 2027 to 31 May are 60 days.
    assert_eq!((one("2027-04-01").left, one("2027-04-01").light), (Some(60), Some(Yellow)));
    assert_eq!(one("2027-03-31").light, Some(Green));
    assert_eq!(one("2027-06-01").light, Some(Red));
    // 50,000 ÷ 2 leads of the second year.
    let september = one("2026-09-30");
    assert_eq!((&september.this_year[..], september.yields.leads.len()), (&[lead(2), lead(3)][..], 3));
    assert_eq!((september.fee_per_lead(), september.quota), (Some(25_000), Some(3)));
    assert_eq!(one("2026-05-31").this_year, [lead(1)]);
    assert_eq!(
        term_year(on("2024-02-29"), on("2025-02-28")),
        on("2025-02-28"),
        "a leap day has its year too"
    );
}

#[test]
fn hours_are_of_the_unit_of_who_took_part() {
    let (unit, zhang, li) = (id(Kind::Unit, 1), id(Kind::Person, 1), id(Kind::Person, 2));
    let training = |n| id(Kind::Training, n);
    let state = state_of(|state| {
        let mut edits = vec![Edit::new(zhang, R::Unit, Value::Ref(unit))];
        for (n, day, hours) in
            [(1, "2026-01-01", 4), (2, "2026-09-30", 3), (3, "2025-12-31", 50), (4, "2026-10-01", 50)]
        {
            edits.push(date(training(n), N::On, day));
            edits.push(Edit::new(training(n), N::Hours, Value::Int(hours)));
            edits.push(member(state, training(n), N::People, zhang));
        }
        edits.push(member(state, training(2), N::People, li));
        edits
    });
    let of = |unit, hours, trainings| Trained { unit, people: 1, hours, trainings };
    let mut found = trained(&state, on("2026-09-30"));
    found.iter_mut().for_each(|row| row.trainings.sort_unstable());
    assert_eq!(found, [of(Some(unit), 7, vec![training(1), training(2)]), of(None, 3, vec![training(2)])]);
}
