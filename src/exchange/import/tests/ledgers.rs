//! The shared example ledgers: every row as a careful person reads it, the two duplicates caught.

use super::*;
use crate::domain::Milestone;
use crate::domain::field::{
    CompanyField as C, ContactField as K, FollowUpField as W, PersonField as R, ProjectField as Pr,
    UnitField as U,
};
use crate::domain::milestone::stage;
use crate::domain::read::Area;
use crate::exchange::sheet::{self, Context, Mapping, targets};
use crate::ledger::CellKey;
use crate::rules::duplicates::Level;
use crate::rules::{OfficeRules, duplicates, reached};
use serde_json::Value as Json;

/// A file of the test data, built in: this layer opens no files.
fn file(name: &str) -> &'static [u8] {
    match name {
        "county-ledger.xlsx" => {
            include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/ledgers/county-ledger.xlsx"))
        }
        "county-ledger.expected.json" => include_bytes!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/data/ledgers/county-ledger.expected.json"
        )),
        "town-ledger-gbk.csv" => {
            include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/ledgers/town-ledger-gbk.csv"))
        }
        "town-ledger-gbk.expected.json" => include_bytes!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/data/ledgers/town-ledger-gbk.expected.json"
        )),
        other => panic!("{other} is not built in"),
    }
}

/// The drafts of a ledger, as the importer makes them of its likeliest table.
fn drafts_of(name: &str) -> Vec<Draft> {
    let gbk = |bytes: &[u8]| {
        let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes);
        text.map(|text| text.into_owned())
    };
    let book = sheet::open(file(name), name, &gbk).expect("opens");
    let ranked = sheet::table::rank(&book, &targets::PROJECT);
    let table = &ranked.first().expect("a table").table;
    let source = &book.sheets[table.layout.sheet];
    let mapping = Mapping::of(&sheet::columns::propose(source, table, &targets::PROJECT));
    let context = Context::on(day().naive());
    let rows = sheet::read_rows(&book, table, &targets::PROJECT, &mapping, &context);
    let columns = Columns::of(table, &mapping);
    rows.iter().map(|row| Draft::of_row(row, &columns)).collect()
}

fn expected(name: &str) -> Vec<Json> {
    let json: Json = serde_json::from_slice(file(name)).expect("json");
    json["rows"].as_array().expect("rows").clone()
}

/// Holds a project of the ledger against what a careful person reads in its row.
fn assert_row(office: &Office, id: RecordId, row: &Json) {
    let state = &office.state;
    let project = state.record(id).expect("a project");
    let name_of =
        |field: Pr| project.get(field).as_ref_id().map(|id| super::super::directory::name_of(state, id));
    let money = |field: Pr| project.get(field).as_money().map(|money| money.units);
    let date = |milestone: Milestone| {
        let cell = CellKey::of(Pr::MilestoneDate, milestone.element());
        project.get(cell).as_date().map(|day| day.to_string())
    };
    let text = |key: &str| row[key].as_str();
    assert_eq!(project.get(Pr::Name).as_text(), text("name"));
    assert_eq!(name_of(Pr::Investor), text("investor"), "{row}");
    assert_eq!(name_of(Pr::Unit), text("unit"), "{row}");
    // The expectations come from before the cells were rounded: 2.3亿 is 229 999 999 there and 22,999万
    // in the file, and 0.375亿 is 0.38 in a column of two decimals.
    let near = |field: Pr, key: &str, by: i64| {
        money(field).zip(row[key].as_i64()).is_none_or(|(a, b)| (a - b).abs() <= by)
    };
    assert!(near(Pr::TotalInvestment, "total_yuan", 9_999), "{row}");
    assert!(near(Pr::FixedInvestment, "fixed_yuan", 500_000), "{row}");
    assert!(near(Pr::ArrivedStated, "arrived_yuan", 9_999), "{row}");
    if let Some(mu) = row["mu"].as_f64() {
        let area = project.get(Pr::LandArea).as_int().map(|hundredths| Area { hundredths }.mu_hundredths());
        assert_eq!(area, Some((mu * 100.0).round() as i64), "{row}");
    }
    for (key, milestone) in [("signed", Milestone::Signed), ("started", Milestone::Started)] {
        if let Some(day) = text(key) {
            assert_eq!(date(milestone).as_deref(), Some(day), "{key} of {row}");
        }
    }
    if let Some(word) = text("stage") {
        let at = stage(&reached(project), false);
        assert_eq!(
            ["谋划", "在谈", "签约", "落地", "开工", "竣工", "投产", "达效"][at as usize],
            word,
            "{row}"
        );
    }
    for (key, field) in [("owner", Pr::Owner), ("leader", Pr::Leader), ("contact", Pr::Contact)] {
        if let Some(name) = text(key) {
            assert_eq!(name_of(field), Some(name), "{key} of {row}");
        }
    }
    for (key, field) in [("code", Pr::Code), ("origin", Pr::CapitalOrigin)] {
        assert!(row[key].is_null() || project.get(field).as_text() == text(key), "{key} of {row}");
    }
    if let Some(phone) = text("phone") {
        let (field, cell) = match project.get(Pr::Contact).as_ref_id() {
            Some(contact) => (contact, K::Phone.field()),
            None => (project.get(Pr::Owner).as_ref_id().expect("an owner"), R::Phone.field()),
        };
        assert_eq!(state.get(field, cell).as_text(), Some(phone), "{row}");
    }
}

#[test]
fn the_county_ledger_arrives_whole_with_its_duplicates_caught() {
    let (drafts, rows) = (drafts_of("county-ledger.xlsx"), expected("county-ledger.expected.json"));
    let mut office = Office::default();
    let plan = office.plan(&drafts);
    let line = |at: usize| plan.rows[at].draft.line as u64;
    let mut caught = Vec::new();
    for (at, row) in plan.rows.iter().enumerate() {
        if let Outcome::Duplicate(alike) = &row.outcome {
            let Twin::Row(of) = alike.twin else { panic!("{row:?}") };
            caught.push((line(at), line(of), alike.level));
        }
    }
    let wanted: Vec<_> = rows
        .iter()
        .filter_map(|row| Some((row["row"].as_u64()?, row["duplicate_of_row"].as_u64()?, Level::Certain)))
        .collect();
    assert_eq!(caught, wanted);
    assert_eq!(plan.counts(), Counts { new: 60, duplicate: 2, undecided: 2, ..Counts::default() });
    office.carry_out(&plan);
    assert_eq!(office.live(Kind::Project).len(), 60);
    for row in rows.iter().filter(|row| row["duplicate_of_row"].is_null()) {
        let at = plan.rows.iter().find(|plan| plan.draft.line as u64 == row["row"].as_u64().expect("a row"));
        assert_row(&office, at.expect("planned").fresh, row);
    }
    assert_eq!(office.live(Kind::FollowUp).len(), 60, "one for each row with words of progress");
    for id in office.live(Kind::FollowUp) {
        assert_eq!(office.state.get(id, W::On).as_date(), Some(day()));
    }
    for kind in [Kind::Company, Kind::Contact, Kind::Person, Kind::Unit] {
        assert!(!office.live(kind).is_empty(), "{kind:?}");
    }
    let unnamed = |kind, field: crate::domain::Field| {
        office.live(kind).into_iter().filter(|id| office.state.get(*id, field).is_empty()).count()
    };
    assert_eq!(unnamed(Kind::Company, C::Name.into()) + unnamed(Kind::Unit, U::Name.into()), 0);
    assert_eq!(unnamed(Kind::Contact, K::Company.into()) + unnamed(Kind::Contact, K::Name.into()), 0);
    assert_eq!(again(&office, &drafts), []);
}

#[test]
fn no_two_rows_that_only_share_a_generic_name_are_taken_for_one() {
    let drafts = drafts_of("county-ledger.xlsx");
    let mut office = Office::default();
    let mut plan = office.plan(&drafts);
    for row in &mut plan.rows {
        if row.is_undecided() {
            row.decision = Decision::KeepBoth("分属两个地块".to_owned());
        }
    }
    office.carry_out(&plan);
    assert_eq!(office.live(Kind::Project).len(), 62);
    let pairs = duplicates::find_all(&office.state);
    let certain: Vec<_> = pairs.iter().filter(|pair| pair.likeness.level == Level::Certain).collect();
    assert_eq!(certain.len(), 2);
    assert!(certain.iter().all(|pair| pair.settled));
    assert_eq!(again(&office, &drafts), [], "what was kept apart stays apart");
}

#[test]
fn the_town_ledger_arrives_whole() {
    let (drafts, rows) = (drafts_of("town-ledger-gbk.csv"), expected("town-ledger-gbk.expected.json"));
    let mut office = Office::default();
    office.import(&drafts);
    assert_eq!(office.live(Kind::Project).len(), rows.len());
    for row in &rows {
        let (name, code) = (row["name"].as_str().expect("a name"), row["code"].as_str());
        let mut all = office.state.live(Kind::Project);
        let found =
            all.find(|(_, p)| p.get(Pr::Code).as_text() == code && p.get(Pr::Name).as_text() == Some(name));
        assert_row(&office, found.expect("imported").0, row);
    }
    assert_eq!(again(&office, &drafts), []);
    assert_eq!(OfficeRules::read(&office.state), OfficeRules::default());
}

#[test]
fn two_offices_that_import_the_same_ledger_arrive_at_the_same_records() {
    let drafts = drafts_of("county-ledger.xlsx");
    let (mut one, mut two, mut three) = (Office::default(), Office::default(), Office::default());
    one.import(&drafts);
    two.import(&drafts);
    // A ledger that names some of the same companies came first.
    three.import(&drafts_of("town-ledger-gbk.csv"));
    three.import(&drafts);
    for &kind in Kind::ALL {
        assert_eq!(one.live(kind), two.live(kind), "{kind:?}");
    }
    for kind in [Kind::Project, Kind::FollowUp, Kind::Unit] {
        assert!(one.live(kind).iter().all(|id| three.live(kind).contains(id)), "{kind:?}");
    }
}

#[test]
fn an_import_taken_back_can_be_done_again() {
    let drafts = drafts_of("county-ledger.xlsx");
    let mut office = Office::default();
    let stamp = office.import(&drafts);
    let before: Vec<_> = Kind::ALL.iter().map(|kind| office.live(*kind)).collect();
    office.undo(stamp);
    assert!(Kind::ALL.iter().all(|kind| office.live(*kind).is_empty()));
    office.import(&drafts);
    let after: Vec<_> = Kind::ALL.iter().map(|kind| office.live(*kind)).collect();
    assert_eq!(before, after);
    assert_eq!(again(&office, &drafts), []);
}
