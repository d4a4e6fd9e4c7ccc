//! What cards come to in a ledger.

use super::read_one;
use crate::domain::field::{CompanyField as C, ContactField as K};
use crate::domain::{Kind, RecordId, Value};
use crate::exchange::vcard::{Card, Counts, Decision, Employer, Kept, Outcome, Plan, plan};
use crate::ledger::{Edit, NodeId, Stamp, State, inverse};

const COMPANY: RecordId = RecordId::new(Kind::Company, 1);
const CONTACT: RecordId = RecordId::new(Kind::Contact, 2);

fn apply(state: &mut State, edits: Vec<Edit>, millis: u64) -> Stamp {
    let stamp = Stamp::new(millis, 0, NodeId(1));
    for change in state.changes_for(edits, stamp) {
        state.apply(change);
    }
    stamp
}

/// A company with one contact.
fn ledger() -> State {
    let mut state = State::default();
    let edits = vec![
        Edit::new(COMPANY, C::Name, Value::text("苏州景澄锂能有限公司")),
        Edit::new(CONTACT, K::Name, Value::text("张文静")),
        Edit::new(CONTACT, K::Company, Value::Ref(COMPANY)),
        Edit::new(CONTACT, K::Phone, Value::text("139 0000 1111")),
        Edit::new(CONTACT, K::Post, Value::text("总监")),
    ];
    apply(&mut state, edits, 1000);
    state
}

fn card(lines: &str) -> Card {
    read_one(&format!("BEGIN:VCARD\nVERSION:3.0\n{lines}\nEND:VCARD\n"))
}

fn of(state: &State, lines: &[&str]) -> Plan {
    let cards: Vec<Card> = lines.iter().map(|lines| card(lines)).collect();
    plan(state, &cards, &[])
}

#[test]
fn at_a_company_only_whom_no_company_is_named_for_is_taken_to_work_there() {
    let state = ledger();
    let cards = [card("FN:周七\nTEL:13700000000"), card("FN:王芳\nORG:厦门某某新材料有限公司")];
    let decisions: Vec<Decision> = cards.iter().map(|card| Decision::at(COMPANY, card)).collect();
    let found = plan(&state, &cards, &decisions);
    let companies: Vec<_> = found.rows.iter().filter_map(|row| row.company.clone()).collect();
    assert_eq!((companies[0].id, companies[0].is_new), (COMPANY, false));
    assert_eq!((companies[1].name.as_str(), companies[1].is_new), ("厦门某某新材料有限公司", true));
    assert_eq!(found.counts, Counts { new: 2, companies: 1, ..Counts::default() });
}

#[test]
fn a_new_person_of_a_known_company_and_one_of_a_new_one() {
    let mut state = ledger();
    let lines = [
        "FN:李建国\nORG:苏州景澄锂能有限责任公司\nTEL:13800000000",
        "FN:王芳\nORG:厦门某某新材料有限公司",
        "FN:赵六\nORG:厦门某某新材料有限公司",
    ];
    let found = of(&state, &lines);
    let companies: Vec<_> = found.rows.iter().filter_map(|row| row.company.clone()).collect();
    assert_eq!((companies[0].id, companies[0].is_new), (COMPANY, false));
    assert_eq!((companies[0].name.as_str(), companies[1].is_new), ("苏州景澄锂能有限公司", true));
    assert_eq!(companies[1], companies[2]);
    assert_eq!(found.counts, Counts { new: 3, companies: 1, ..Counts::default() });
    let before = crate::exchange::json::canonical(&state);
    let stamp = apply(&mut state, found.edits, 2000);
    let colleague = found.rows[0].contact.expect("a contact");
    assert_eq!(state.get(colleague, K::Phone).as_text(), Some("13800000000"));
    assert_eq!(state.get(colleague, K::Company).as_ref_id(), Some(COMPANY));
    // The same file a second time changes nothing.
    let again = of(&state, &lines);
    assert_eq!((again.edits.len(), again.counts.known), (0, 3));
    // Undo takes all of it back.
    let undone = inverse(&state, stamp, None).edits;
    apply(&mut state, undone, 3000);
    assert_eq!(state.live(Kind::Contact).count(), 1);
    assert_eq!(state.live(Kind::Company).count(), 1);
    assert_ne!(
        crate::exchange::json::canonical(&state),
        before,
        "what was done and undone is kept as history"
    );
    // And a third import brings them back.
    let third = of(&state, &lines);
    assert_eq!(third.counts.new, 3);
    apply(&mut state, third.edits, 4000);
    assert_eq!(state.live(Kind::Contact).count(), 4);
    assert_eq!(state.get(colleague, K::Name).as_text(), Some("李建国"));
}

#[test]
fn of_a_known_person_only_what_is_empty_is_filled() {
    let state = ledger();
    let found =
        of(&state, &["FN:张文静\nORG:苏州景澄锂能有限公司\nTITLE:总经理\nTEL:13900001111\nEMAIL:a@b.cn"]);
    let row = &found.rows[0];
    assert_eq!((row.contact, row.outcome), (Some(CONTACT), Outcome::Fills { by_number: false }));
    assert_eq!(row.filled, [K::Email]);
    assert_eq!(row.kept, [Kept { field: K::Post, known: "总监".into(), said: "总经理".into() }]);
    assert_eq!(found.edits, [Edit::new(CONTACT, K::Email, Value::text("a@b.cn"))]);
}

#[test]
fn a_mobile_tells_who_it_is_and_a_desk_does_not() {
    let mut state = ledger();
    let moved = of(&state, &["FN:张文静\nORG:别的公司\nTEL:+86-139-0000-1111\nX-WECHAT:zwj"]);
    assert_eq!(moved.rows[0].outcome, Outcome::Fills { by_number: true });
    assert_eq!(moved.rows[0].kept[0].field, K::Company);
    assert_eq!(moved.counts.companies, 0, "a company that nobody goes to is not made");
    apply(&mut state, vec![Edit::new(CONTACT, K::Phone, Value::text("0512-66668888"))], 2000);
    let colleague = of(&state, &["FN:李建国\nORG:苏州景澄锂能有限公司\nTEL:0512-66668888"]);
    assert_eq!(colleague.rows[0].outcome, Outcome::New);
}

#[test]
fn two_cards_of_one_person_are_one() {
    let found = of(
        &State::default(),
        &["FN:李建国\nORG:甲公司\nTEL:13800000000", "FN:李建国\nORG:甲公司\nEMAIL:a@b.cn\nTITLE:总监"],
    );
    assert_eq!(found.rows[0].contact, found.rows[1].contact);
    assert_eq!(found.counts, Counts { new: 1, filled: 1, companies: 1, ..Counts::default() });
}

#[test]
fn somebody_decides() {
    let state = ledger();
    let cards =
        [card("FN:周七"), card("FN:周七"), card("FN:张某\nTEL:13900001111"), card("FN:吴八\nORG:丙公司")];
    let open = plan(&state, &cards, &[]);
    assert_eq!((open.rows[0].outcome, open.counts.homeless), (Outcome::NoCompany, 2));
    assert_eq!(open.rows[2].outcome, Outcome::Known { by_number: true });
    let decisions = [
        Decision { employer: Some(Employer::Known(COMPANY)), ..Decision::default() },
        Decision { employer: Some(Employer::Named("丁公司".into())), ..Decision::default() },
        Decision { employer: Some(Employer::Known(COMPANY)), is_another: true, ..Decision::default() },
        Decision { is_taken: false, ..Decision::default() },
    ];
    let found = plan(&state, &cards, &decisions);
    let outcomes: Vec<Outcome> = found.rows.iter().map(|row| row.outcome).collect();
    assert_eq!(outcomes, [Outcome::New, Outcome::New, Outcome::New, Outcome::LeftOut]);
    assert_ne!(found.rows[2].contact, Some(CONTACT));
    assert_eq!(found.counts, Counts { new: 3, companies: 1, left_out: 1, ..Counts::default() });
}

#[test]
fn a_company_that_may_be_the_same_is_named() {
    let found = of(&ledger(), &["FN:李建国\nORG:景澄锂能"]);
    assert_eq!(found.rows[0].company.as_ref().and_then(|company| company.near), Some(COMPANY));
}
