//! One file imported twice, where several of its rows speak of one person or company.

use super::*;
use crate::domain::field::{CompanyField as C, ContactField as K};
use crate::domain::read::Person;
use crate::domain::{Field, Value};
use crate::ledger::Edit;

fn row(name: &str, title: Option<&str>, phones: &[&str]) -> Draft {
    Draft {
        name: name.to_owned(),
        investor: Firm { name: "苏州本泽能源有限公司".to_owned(), ..Firm::default() },
        contacts: vec![Person {
            name: "试验员甲".to_owned(),
            title: title.map(str::to_owned),
            phones: phones.iter().map(|phone| (*phone).to_owned()).collect(),
        }],
        ..Draft::default()
    }
}

fn phone(office: &Office) -> Option<&str> {
    let contacts = office.live(Kind::Contact);
    assert_eq!(contacts.len(), 1);
    office.state.get(contacts[0], K::Phone).as_text()
}

/// A second import of the file proposes nothing and writes nothing.
fn assert_settled(office: &Office, file: &[Draft]) {
    let plan = office.plan(file);
    assert_eq!(plan.counts().same, file.len(), "{:?}", plan.counts());
    assert_eq!(work_out(&plan, &office.state).writes, []);
}

#[test]
fn different_telephones_of_one_contact_are_all_kept_and_settle() {
    let mut office = Office::default();
    let file = [
        row("隔膜基地", None, &["19900000001"]),
        row("零碳物流园", None, &["19900000002"]),
        row("冷链中心", None, &["19900000001"]),
    ];
    office.import(&file);
    assert_eq!(phone(&office), Some("19900000001/19900000002"));
    assert_settled(&office, &file);
}

#[test]
fn a_number_taken_off_here_is_not_brought_back_by_the_old_file() {
    let mut office = Office::default();
    let file = [row("隔膜基地", None, &["19900000001"]), row("零碳物流园", None, &["19900000002"])];
    office.import(&file);
    let contact = office.live(Kind::Contact)[0];
    office.edit(vec![Edit::new(contact, K::Phone, Value::text("199 0000 0002"))]);
    assert_settled(&office, &file);
    // A number that nobody knew yet is news.
    let news = [row("隔膜基地", None, &["19900000003"])];
    assert_eq!(office.plan(&news).counts().update, 1);
    office.import(&news);
    assert_eq!(phone(&office), Some("19900000003"));
}

#[test]
fn of_two_posts_or_kinds_of_ownership_in_one_file_the_first_holds() {
    let mut office = Office::default();
    let mut file = [row("隔膜基地", Some("总经理"), &[]), row("零碳物流园", Some("董事长"), &[])];
    for (draft, kind) in file.iter_mut().zip(["民企", "央企"]) {
        draft.investor.facts.push(Fact::one(C::Ownership, Value::text(kind)));
    }
    office.import(&file);
    let contact = office.live(Kind::Contact)[0];
    assert_eq!(office.state.get(contact, K::Post).as_text(), Some("总经理"));
    let company = office.live(Kind::Company)[0];
    assert_eq!(office.state.get(company, C::Ownership).as_text(), Some("民企"));
    assert_settled(&office, &file);
}

#[test]
fn a_row_left_out_has_no_say() {
    let mut office = Office::default();
    let file = [row("隔膜基地", Some("总经理"), &[]), row("零碳物流园", Some("董事长"), &[])];
    let mut plan = office.plan(&file);
    plan.decide(0, Decision::Skip);
    office.carry_out(&plan);
    let contact = office.live(Kind::Contact)[0];
    assert_eq!(office.state.get(contact, K::Post).as_text(), Some("董事长"));
}

#[test]
fn two_columns_of_one_heading_are_both_kept_and_settle() {
    let mut office = Office::default();
    let kept = |text: &str| Fact::of(Field::EXTRA, "说明", Value::text(text));
    let mut draft = row("隔膜基地", None, &[]);
    draft.keep("说明", "甲");
    draft.keep("说明", "乙");
    draft.keep("说明", "甲");
    assert_eq!(draft.facts, [kept("甲\n乙")]);
    let file = [draft];
    office.import(&file);
    assert_settled(&office, &file);
}

#[test]
fn two_names_under_one_credit_code_are_asked_about_and_both_kept() {
    let mut office = Office::default();
    let named = |project: &str, company: &str| {
        let mut draft = row(project, None, &[]);
        draft.investor.name = company.to_owned();
        draft.investor.credit_code = "91320500MA1X0ABC1D".to_owned();
        draft
    };
    let file = [named("隔膜基地", "苏州本泽能源有限公司"), named("冷链中心", "无锡远拓物流有限公司")];
    let plan = office.plan(&file);
    assert_eq!(
        plan.rows.iter().map(|row| row.notes.contains(&Note::OtherName)).collect::<Vec<_>>(),
        [false, true]
    );
    office.carry_out(&plan);
    assert_eq!(office.live(Kind::Company).len(), 1);
    let other = office.state.record(office.project("冷链中心")).expect("a project");
    let kept = other.cells().iter().find(|cell| cell.key.field == Field::EXTRA).map(|cell| &cell.value);
    assert_eq!(kept.and_then(Value::as_text), Some("无锡远拓物流有限公司"));
    assert_settled(&office, &file);
    // A company renamed here is not asked about again.
    let company = office.live(Kind::Company)[0];
    office.edit(vec![Edit::new(company, C::Name, Value::text("苏州本泽新能源有限公司"))]);
    assert!(!office.plan(&file).rows[0].notes.contains(&Note::OtherName));
}

#[test]
fn a_row_decided_to_update_speaks_of_a_contact_with_the_rest_of_the_file() {
    let mut office = Office::default();
    office.import(&[Draft { investor: Firm::default(), ..row("隔膜基地", None, &[]) }]);
    let file = [
        Draft {
            investor: Firm { name: "厦门金禾瑞公司".to_owned(), ..Firm::default() },
            ..row("隔膜基地", None, &["19900000001"])
        },
        Draft { investor: Firm::default(), ..row("零碳物流园", None, &["19900000002"]) },
    ];
    let mut plan = office.plan(&file);
    assert!(plan.rows[0].is_undecided());
    plan.decide(0, Decision::Update);
    office.carry_out(&plan);
    assert_eq!(phone(&office), Some("19900000001/19900000002"));
    assert_settled(&office, &file);
}
