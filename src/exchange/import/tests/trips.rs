//! Ledgers of trips: the shared example record for record, its second import, its undoing, and rows that are left
//! out.

use super::{Office, day};
use crate::domain::field::{OutboundTripField as G, PersonField as R, UnitField as U};
use crate::domain::{Kind, RecordId, Value};
use crate::exchange::import::{Job, TripOutcome, TripPlan, TripRefusal, rejected_table};
use crate::exchange::sheet::{open, paste};
use crate::ledger::{Edit, Stamp, State};
use crate::rules::OfficeRules;
use crate::rules::query::name_of;
use crate::rules::references::members;
use crate::rules::trips::{Trip, TripKind};

/// A job whose rows are planned.
fn planned(mut job: Job, state: &State) -> Job {
    assert!(job.is_trips(), "its headings are those of trips");
    assert!(job.has_name());
    job.read();
    job.plan_trips(state);
    job
}

fn example(state: &State) -> Job {
    let bytes =
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/ledgers/outbound-trips.xlsx"));
    let book = open(bytes, "outbound-trips.xlsx", &|_| None).expect("a workbook");
    planned(Job::open(book, day(), state).expect("a table"), state)
}

fn pasted(text: &str, state: &State) -> Job {
    planned(Job::open(paste(text).expect("cells"), day(), state).expect("a table"), state)
}

fn plan(job: &Job) -> &TripPlan {
    job.trips().expect("a plan")
}

fn carry_out(office: &mut Office, job: &Job) -> Stamp {
    let changes = plan(job).changes(&office.state);
    let edits = changes.edits(|word| office.state.names_mut().element(word));
    office.edit(edits)
}

/// Every trip on record in the words of the expected file, sorted.
fn on_record(state: &State) -> Vec<serde_json::Value> {
    let told = |(_, record): (RecordId, &crate::ledger::Record)| {
        let trip = Trip::read(state, &OfficeRules::default(), record);
        let name = |id: Option<RecordId>| id.map_or("", |id| name_of(state, id));
        let mut companies: Vec<&str> =
            members(state, record, G::Companies).into_iter().map(|id| name_of(state, id)).collect();
        companies.sort_unstable();
        serde_json::json!({
            "unit": name(trip.unit),
            "leader": name(trip.leader),
            "kind": trip.kind.word(),
            "start": trip.start.map(|day| day.to_string()),
            "end": trip.end.map(|day| day.to_string()),
            "days": trip.days.map(|tenths| tenths as f64 / 10.0),
            "place": record.get(G::Place).as_text(),
            "companies": companies,
            "leads": trip.leads,
        })
    };
    let mut all: Vec<serde_json::Value> = state.live(Kind::OutboundTrip).map(told).collect();
    all.sort_by_key(ToString::to_string);
    all
}

fn expected() -> Vec<serde_json::Value> {
    let bytes = include_bytes!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/data/ledgers/outbound-trips.expected.json"
    ));
    let file: serde_json::Value = serde_json::from_slice(bytes).expect("JSON");
    let mut rows = file["rows"].as_array().expect("rows").clone();
    for row in &mut rows {
        let mut companies: Vec<String> = row["companies"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect();
        companies.sort_unstable();
        row["companies"] = companies.into();
        let days = row["days"].as_f64().expect("a number");
        row["days"] = days.into();
    }
    rows.sort_by_key(ToString::to_string);
    rows
}

#[test]
fn the_example_is_on_record_exactly_as_expected() {
    let mut office = Office::default();
    let job = example(&office.state);
    assert_eq!(plan(&job).counts(), [45, 0, 0, 0]);
    carry_out(&mut office, &job);
    let (found, wanted) = (on_record(&office.state), expected());
    assert_eq!(found.len(), 45);
    assert_eq!(found, wanted);
    let half_days = office
        .state
        .live(Kind::OutboundTrip)
        .filter(|(_, trip)| trip.get(G::Days).as_int().is_some_and(|tenths| tenths % 10 != 0));
    assert!(half_days.count() > 0);
    // A namesake in another unit is another person: 43 pairs of unit and name.
    assert_eq!(office.state.live(Kind::Person).count(), 43);
}

#[test]
fn a_second_import_changes_nothing_and_another_laptop_arrives_at_the_same_trips() {
    let (mut office, mut other) = (Office::default(), Office::default());
    let job = example(&office.state);
    carry_out(&mut office, &job);
    let job = example(&office.state);
    assert_eq!(plan(&job).counts(), [0, 0, 45, 0]);
    assert!(plan(&job).changes(&office.state).is_empty());
    let job = example(&other.state);
    carry_out(&mut other, &job);
    for kind in [Kind::OutboundTrip, Kind::Unit, Kind::Person, Kind::Company] {
        assert_eq!(office.live(kind), other.live(kind), "{kind:?}");
    }
}

#[test]
fn an_import_is_undone_whole_and_can_be_made_again() {
    let mut office = Office::default();
    let job = example(&office.state);
    let stamp = carry_out(&mut office, &job);
    office.undo(stamp);
    for kind in [Kind::OutboundTrip, Kind::Unit, Kind::Person, Kind::Company] {
        assert_eq!(office.live(kind), [], "{kind:?}");
    }
    let job = example(&office.state);
    assert_eq!(plan(&job).counts(), [45, 0, 0, 0]);
    carry_out(&mut office, &job);
    assert_eq!(on_record(&office.state), expected());
}

const HEADS: &str = "单位\t带队领导\t职务\t出发时间\t返回时间\t天数\t目的地\t拜访企业\n";

#[test]
fn rows_that_cannot_be_counted_are_left_out_with_a_reason() {
    let rows = "云岭镇\t张三丰\t镇长\t2026-09-01\t2026-09-02\t2\t上海\t甲公司\n\
                云岭镇\t张三丰\t镇长\t\t2026-09-02\t2\t上海\t甲公司\n\
                云岭镇\t张三丰\t镇长\t2026-09-05\t2026-09-04\t1\t上海\t甲公司\n\
                云岭镇\t张三丰\t镇长\t2026-09-01\t2026-09-02\t2\t上海\t乙公司\n\
                \t\t\t2026-09-08\t2026-09-09\t2\t苏州\t甲公司\n\
                云岭镇\t李四光\t副镇长\t2026-09-10\t2026-09-11\t1.5\t无锡\t甲公司\n";
    let office = Office::default();
    let job = pasted(&(HEADS.to_owned() + rows), &office.state);
    let outcomes: Vec<TripOutcome> = plan(&job).rows.iter().map(|row| row.outcome).collect();
    let refused = TripOutcome::Refused;
    // A unit stands for the rows below it, so the fifth is one of 云岭镇.
    assert_eq!(
        outcomes[..4],
        [
            TripOutcome::New,
            refused(TripRefusal::NoStart),
            refused(TripRefusal::EndBeforeStart),
            refused(TripRefusal::Repeats(2)),
        ]
    );
    assert_eq!(outcomes[5], TripOutcome::New);
    // Saved as a file: the cells as they were, the line and the reason.
    let out = plan(&job).rows.iter().enumerate().filter(|(_, row)| row.is_refused());
    let out = out.map(|(at, row)| (at, row.line, format!("{:?}", row.outcome)));
    let mut headings = job.headings();
    headings.extend(["行", "原因"].map(str::to_owned));
    let table = rejected_table(headings, out, |at| job.cells(at));
    let first: Vec<String> = table.rows[0].iter().map(|cell| format!("{cell:?}")).collect();
    assert_eq!(table.rows.len(), plan(&job).counts()[3]);
    assert!(first[0].contains("云岭镇") && first[4].contains("2026-09-02"), "{first:?}");
    assert_eq!(plan(&job).rows[5].days, Some(15));
}

#[test]
fn a_fuller_copy_fills_in_and_what_people_changed_since_stays() {
    let mut office = Office::default();
    let short = HEADS.to_owned()
        + "云岭镇\t张三丰\t镇长\t2026-09-01\t2026-09-02\t\t上海\t\n云岭镇\t李四光\t\t2026-09-03\t2026-09-04\t\t苏州\t\n";
    let job = pasted(&short, &office.state);
    carry_out(&mut office, &job);
    let trip = plan(&job).rows[0].id;
    assert_eq!(office.state.get(trip, G::Days), &Value::Empty, "two days follow from the dates");
    office.edit(vec![Edit::new(
        trip,
        G::End,
        Value::Date(crate::domain::Date::ymd(2026, 9, 3).expect("a day")),
    )]);
    let fuller = short.replace("上海\t", "上海\t甲公司、乙公司");
    let job = pasted(&fuller, &office.state);
    assert_eq!(plan(&job).counts(), [0, 1, 1, 0]);
    carry_out(&mut office, &job);
    let record = office.state.record(trip).expect("the trip");
    assert_eq!(members(&office.state, record, G::Companies).len(), 2);
    assert_eq!(record.get(G::End).as_date().map(|day| day.to_string()).as_deref(), Some("2026-09-03"));
}

#[test]
fn a_county_leader_is_known_by_post_and_a_namesake_in_the_unit_is_not_him() {
    let mut office = Office::default();
    let (leader, unit) = (RecordId::new(Kind::Person, 1), RecordId::derived(Kind::Unit, &["云岭镇"]));
    office.edit(vec![
        Edit::new(leader, R::Name, Value::text("周明远")),
        Edit::new(leader, R::LeaderLevel, Value::text("县级领导")),
        Edit::new(unit, U::Name, Value::text("云岭镇")),
    ]);
    let rows = "云岭镇\t周明远\t镇长\t2026-09-01\t2026-09-02\t2\t上海\t甲公司\n\
                云岭镇\t周明远\t副县长\t2026-09-03\t2026-09-04\t2\t苏州\t甲公司\n\
                云岭镇\t孙国庆\t县长\t2026-09-05\t2026-09-06\t2\t无锡\t甲公司\n";
    let job = pasted(&(HEADS.to_owned() + rows), &office.state);
    let kinds: Vec<TripKind> = plan(&job).rows.iter().map(|row| row.kind).collect();
    assert_eq!(kinds, [TripKind::Independent, TripKind::Accompanied, TripKind::Accompanied]);
    carry_out(&mut office, &job);
    let kind = |at: usize| {
        let record = office.state.record(plan(&job).rows[at].id).expect("a trip");
        Trip::read(&office.state, &OfficeRules::default(), record).kind
    };
    assert_eq!([kind(0), kind(1), kind(2)], kinds[..]);
    assert_eq!(office.state.get(plan(&job).rows[1].id, G::Leader).as_ref_id(), Some(leader));
    assert_ne!(office.state.get(plan(&job).rows[0].id, G::Leader).as_ref_id(), Some(leader));
}
