//! What an import does to a ledger, by small drafts.

use super::*;
use crate::domain::field::{CompanyField as C, ContactField as K, FollowUpField as W, ProjectField as P};
use crate::domain::milestone::stage;
use crate::domain::read::{Person, StageWord};
use crate::domain::{Field, Milestone, Money, Stage, Value};
use crate::exchange::sheet::write::CellOut;
use crate::ledger::{CellKey, Edit};
use crate::rules::duplicates::{Level, StageStep};
use crate::rules::reached;
use proptest::prelude::*;

fn money(yuan: i64) -> Fact {
    Fact::one(P::TotalInvestment, Value::Money(Money::yuan(yuan)))
}

/// A row of a ledger with project name, investor and amount.
fn row(name: &str, investor: &str, yuan: i64) -> Draft {
    Draft {
        line: 5,
        name: name.to_owned(),
        investor: Firm { name: investor.to_owned(), ..Firm::default() },
        facts: vec![money(yuan)],
        ..Draft::default()
    }
}

fn outcomes(plan: &Plan) -> Vec<&Outcome> {
    plan.rows.iter().map(|row| &row.outcome).collect()
}

fn total(office: &Office, id: RecordId) -> Option<i64> {
    office.state.get(id, P::TotalInvestment).as_money().map(|money| money.units)
}

fn stage_of(office: &Office, id: RecordId) -> Stage {
    stage(&reached(office.state.record(id).expect("a project")), false)
}

#[test]
fn an_updated_file_updates_and_an_empty_cell_erases_nothing() {
    let mut office = Office::default();
    let mut first = row("隔膜项目", "苏州本泽能源有限公司", 100_000_000);
    first.facts.push(Fact::one(P::Site, Value::text("新港镇滨海大道88号")));
    office.import(std::slice::from_ref(&first));
    let id = office.project("隔膜项目");
    let second = row("隔膜项目", "苏州本泽能源有限公司", 150_000_000);
    let plan = office.plan(std::slice::from_ref(&second));
    assert_eq!(outcomes(&plan), [&Outcome::Update(id)]);
    let changed: Vec<_> = plan.rows[0].changes().map(|d| (d.field, d.effect)).collect();
    assert_eq!(changed, [(P::TotalInvestment.field(), Effect::Replace)]);
    office.carry_out(&plan);
    assert_eq!(total(&office, id), Some(150_000_000));
    assert_eq!(office.state.get(id, P::Site).as_text(), Some("新港镇滨海大道88号"));
    assert_eq!(outcomes(&office.plan(&[second])), [&Outcome::Same(id)]);
}

#[test]
fn a_renamed_project_is_known_by_its_code_or_by_the_row_it_came_from() {
    let mut office = Office::default();
    let mut first = row("隔膜项目", "苏州本泽能源有限公司", 100_000_000);
    first.code = "ZS20260001".to_owned();
    office.import(std::slice::from_ref(&first));
    let id = office.project("隔膜项目");
    let renamed = Draft { name: "高端锂电隔膜基地".to_owned(), ..first.clone() };
    assert_eq!(outcomes(&office.plan(std::slice::from_ref(&renamed))), [&Outcome::Update(id)]);
    office.import(&[renamed]);
    assert_eq!(office.project("高端锂电隔膜基地"), id);
    // Renamed here, the old file says nothing new.
    let plan = office.plan(&[first]);
    assert_eq!(outcomes(&plan), [&Outcome::Same(id)]);
    assert_eq!(plan.rows[0].differences[0].effect, Effect::Older);
}

#[test]
fn what_was_edited_here_since_is_not_taken_back_by_the_old_file() {
    let mut office = Office::default();
    let file = [row("隔膜项目", "苏州本泽能源有限公司", 100_000_000)];
    office.import(&file);
    let id = office.project("隔膜项目");
    office.edit(vec![Edit::new(id, P::TotalInvestment, Value::Money(Money::yuan(120_000_000)))]);
    assert_eq!(again(&office, &file), []);
    let mut plan = office.plan(&file);
    plan.decide(0, Decision::Update);
    office.carry_out(&plan);
    assert_eq!(total(&office, id), Some(100_000_000), "unless a person says so");
}

#[test]
fn a_duplicate_is_merged_updated_kept_or_skipped() {
    let file = [
        row("隔膜项目", "苏州本泽能源有限公司", 100_000_000),
        Draft {
            units: vec![(P::Unit, "新港镇".to_owned())],
            ..row("隔膜 项目", "苏州本泽能源有限责任公司", 130_000_000)
        },
    ];
    let decided = |decision: Decision| {
        let mut office = Office::default();
        let mut plan = office.plan(&file);
        let Outcome::Duplicate(alike) = &plan.rows[1].outcome else { panic!("{plan:?}") };
        assert_eq!((alike.twin, alike.level), (Twin::Row(0), Level::Certain));
        plan.decide(1, decision);
        office.carry_out(&plan);
        let projects = office.live(Kind::Project);
        let first = projects.iter().copied().min_by_key(|id| total(&office, *id)).expect("a project");
        let has_unit = !office.state.get(first, P::Unit).is_empty();
        assert_eq!(again(&office, &file[..1]), [], "the first row is still itself");
        (projects.len(), total(&office, first), has_unit, office.live(Kind::Unit).len())
    };
    assert_eq!(decided(Decision::Open), (1, Some(100_000_000), false, 0));
    assert_eq!(decided(Decision::Skip), (1, Some(100_000_000), false, 0));
    assert_eq!(decided(Decision::Merge), (1, Some(100_000_000), true, 1));
    assert_eq!(decided(Decision::KeepBoth("二期".to_owned())), (2, Some(100_000_000), false, 1));
}

#[test]
fn a_row_stands_in_for_the_skipped_row_it_repeats() {
    let file = [row("隔膜项目", "苏州本泽能源有限公司", 1), row("隔膜项目", "苏州本泽能源有限责任公司", 2)];
    let mut office = Office::default();
    let mut plan = office.plan(&file);
    plan.decide(0, Decision::Skip);
    plan.decide(1, Decision::Merge);
    office.carry_out(&plan);
    assert_eq!(total(&office, office.project("隔膜项目")), Some(2));
}

#[test]
fn alike_duplicates_are_decided_together() {
    let mut file = Vec::new();
    for n in 0..3 {
        let name = format!("{}隔膜基地", ["甲", "乙", "丙"][n]);
        file.push(row(&name, "苏州本泽能源有限公司", 1));
        file.push(row(&name, "苏州本泽能源有限责任公司", 2));
    }
    let mut plan = Office::default().plan(&file);
    assert_eq!(plan.counts().undecided, 3);
    assert_eq!(plan.decide_all_like(1, &Decision::Skip), 3);
    assert_eq!(plan.counts().undecided, 0);
    assert_eq!(plan.decide_all_like(0, &Decision::Skip), 0, "a new row is no duplicate");
}

#[test]
fn a_row_of_a_record_merged_away_fills_gaps_only() {
    let mut office = Office::default();
    let file = [row("隔膜项目", "苏州本泽能源有限公司", 1), row("零碳物流园", "厦门佳域科技有限公司", 2)];
    office.import(&file);
    let (kept, gone) = (office.project("隔膜项目"), office.project("零碳物流园"));
    office.edit(vec![Edit::new(gone, Field::MERGED_INTO, Value::Ref(kept))]);
    let mut told_more = file.clone();
    told_more[1].facts.push(Fact::one(P::Site, Value::text("高新区")));
    office.import(&told_more);
    assert_eq!(total(&office, kept), Some(1));
    assert_eq!(office.state.get(kept, P::Site).as_text(), Some("高新区"));
    assert_eq!(office.live(Kind::Project), [kept]);
}

#[test]
fn stages_without_a_day_are_dated_by_the_file_and_marked() {
    let mut office = Office::default();
    let at = |name: &str, stage| Draft { stage: Some(stage), ..row(name, "", 1) };
    office.import(&[
        at("甲基地", StageWord::InProduction),
        at("乙基地", StageWord::Lost),
        Draft { dated: true, ..row("丙基地", "", 1) },
        row("丁基地", "", 1),
    ]);
    let project = |name| office.project(name);
    assert_eq!(stage_of(&office, project("甲基地")), Stage::InProduction);
    let note = CellKey::of(P::MilestoneNote, Milestone::InProduction.element());
    assert_eq!(office.state.get(project("甲基地"), note).as_text(), Some(UNDATED));
    assert_eq!(office.state.get(project("乙基地"), P::Exit).as_text(), Some("lost"));
    assert_eq!(stage_of(&office, project("丙基地")), Stage::Negotiating);
    assert_eq!(stage_of(&office, project("丁基地")), Stage::Planned);
    // The next month's file knows the day.
    let dated = Draft {
        dates: vec![(Milestone::InProduction, Date::ymd(2026, 8, 1).expect("a day"))],
        ..at("甲基地", StageWord::InProduction)
    };
    office.import(std::slice::from_ref(&dated));
    let project = office.project("甲基地");
    assert!(office.state.get(project, note).is_empty());
    assert_eq!(again(&office, &[dated]), []);
}

#[test]
fn a_file_that_is_behind_takes_no_stage_back() {
    let mut office = Office::default();
    let signed = Draft {
        dates: vec![(Milestone::Signed, Date::ymd(2026, 3, 1).expect("a day"))],
        dated: true,
        ..row("甲基地", "苏州本泽能源有限公司", 1)
    };
    office.import(&[signed]);
    let id = office.project("甲基地");
    let behind = Draft {
        stage: Some(StageWord::Negotiating), ..row("甲基地", "苏州本泽能源有限公司", 1)
    };
    let plan = office.plan(std::slice::from_ref(&behind));
    let note = Note::StageBehind { known: Stage::Signed, row: Stage::Negotiating };
    assert_eq!((outcomes(&plan), &plan.rows[0].notes[..]), (vec![&Outcome::Same(id)], &[note][..]));
    let other = Draft {
        investor: Firm { name: "苏州本泽能源股份有限公司".to_owned(), ..Firm::default() },
        ..behind
    };
    let plan = office.plan(&[other]);
    let Outcome::Duplicate(alike) = &plan.rows[0].outcome else { panic!("{plan:?}") };
    assert_eq!(alike.step, Some(StageStep::Backward));
}

#[test]
fn words_of_progress_become_one_follow_up() {
    let mut office = Office::default();
    let said = |words: &str| Draft { progress: words.to_owned(), ..row("甲基地", "", 1) };
    office.import(&[said("正在办理环评")]);
    office.import(&[said("正在办理环评")]);
    let ids = office.live(Kind::FollowUp);
    assert_eq!(ids.len(), 1);
    assert_eq!(office.state.get(ids[0], W::Project).as_ref_id(), Some(office.project("甲基地")));
    office.import(&[said("环评已批")]);
    assert_eq!(office.live(Kind::FollowUp).len(), 2);
    office.edit(vec![Edit::delete(ids[0])]);
    assert_eq!(again(&office, &[said("正在办理环评")]), [], "what was deleted here stays deleted");
}

#[test]
fn companies_contacts_and_people_are_looked_up_by_name() {
    let mut office = Office::default();
    let who = |name: &str, phone: &str| Person {
        name: name.to_owned(),
        title: None,
        phones: Some(phone.to_owned()).filter(|p| !p.is_empty()).into_iter().collect(),
    };
    let full = |name: &str, investor: &str, phone: &str| Draft {
        contacts: vec![who("张文静", phone)],
        owners: vec![who("王丽娜", "")],
        units: vec![(P::Unit, "新港镇".to_owned())],
        ..row(name, investor, 1)
    };
    office.import(&[full("甲基地", "苏州本泽能源有限公司", "")]);
    office.import(&[full("乙物流园", "苏州 本泽能源有限公司", "19900000001")]);
    let count = |kind| office.live(kind).len();
    assert_eq!([Kind::Company, Kind::Contact, Kind::Person, Kind::Unit].map(count), [1, 1, 1, 1]);
    let contact = office.live(Kind::Contact)[0];
    assert_eq!(office.state.get(contact, K::Phone).as_text(), Some("19900000001"));
    // The company was renamed here; the file still means it.
    let company = office.live(Kind::Company)[0];
    office.edit(vec![Edit::new(company, C::Name, Value::text("苏州本泽新能源集团"))]);
    office.import(&[full("丙物流园", "苏州本泽能源有限公司", "")]);
    assert_eq!(office.live(Kind::Company), [company]);
}

#[test]
fn a_row_without_a_name_is_left_out_with_its_reason() {
    let office = Office::default();
    let plan = office.plan(&[row("", "苏州本泽能源有限公司", 1), row("甲基地", "", 1)]);
    assert_eq!(outcomes(&plan), [&Outcome::Rejected(Rejection::NoName), &Outcome::New]);
    let headings = ["项目名称", "行", "原因"].map(str::to_owned).to_vec();
    let out = |at: usize| Some((at, plan.rows[at].draft.line, format!("{:?}", left_out(&plan, at)?)));
    let rows = (0..plan.rows.len()).filter_map(out);
    let table = rejected_table(headings, rows, |at| vec![format!("第{at}行")]);
    let text = |text: &str| CellOut::Text(text.to_owned());
    let line = CellOut::Number { value: 5, places: 0 };
    assert_eq!(table.rows, [[text("第0行"), line, text("Rejected(NoName)")]]);
}

#[test]
fn an_import_is_noted_with_its_mapping_only_if_it_changes_something() {
    let mut office = Office::default();
    let file = [row("甲基地", "苏州本泽能源有限公司", 1)];
    let run = |at| Run {
        fingerprint: "0a".to_owned(),
        at,
        mapping: "{\"0\":{\"is\":\"name\"}}".to_owned(),
        ..Run::default()
    };
    let mut import = |at: u64| {
        let mut changes = work_out(&office.plan(&file), &office.state);
        run(at).note(RecordId::new(Kind::ImportRun, at), &mut changes);
        let edits = changes.edits(|word| office.state.names_mut().element(word));
        office.edit(edits);
        office.live(Kind::ImportRun).len()
    };
    assert_eq!((import(1), import(2)), (1, 1));
    assert_eq!(remembered(&office.state, "0a"), Some("{\"0\":{\"is\":\"name\"}}"));
    assert_eq!(remembered(&office.state, "0b"), None);
}

/// Nobody, or one of few people with one of few numbers and posts.
fn any_contact() -> impl Strategy<Value = Vec<Person>> {
    let person = ("[甲乙]", prop::option::of("(经理|主任)"), "(1990000000[1-3])?");
    prop::collection::vec(person, 0..3).prop_map(|all| {
        let phones = |phone: String| Some(phone).filter(|p| !p.is_empty()).into_iter().collect();
        all.into_iter().map(|(name, title, phone)| Person { name, title, phones: phones(phone) }).collect()
    })
}

fn any_draft() -> impl Strategy<Value = Draft> {
    let name = "(年产)?[1-3](万)?吨?[甲乙]{0,2}(基地)?(项目)?";
    let firm = "((苏州|厦门)?[金禾]{1,2}科技(有限|有限责任|股份有限)?公司)?";
    let date = prop::option::of((0usize..10, 20_000i32..20_010));
    (name, firm, "(ZS2026000[1-3])?", any::<Option<u8>>(), date, "[一二]?", "(王|李)?[丽娜]?", any_contact())
        .prop_map(|(name, firm, code, amount, date, progress, owner, contacts)| Draft {
            code,
            progress,
            contacts,
            owners: Some(owner)
                .filter(|o| !o.is_empty())
                .map(|name| Person { name, ..Person::default() })
                .into_iter()
                .collect(),
            facts: amount.map(|n| money(i64::from(n))).into_iter().collect(),
            dates: date
                .and_then(|(m, d)| Some((Milestone::ALL[m], Date::from_days(d)?)))
                .into_iter()
                .collect(),
            stage: amount.and_then(|n| {
                [None, Some(StageWord::Signed), Some(StageWord::Started), Some(StageWord::OnHold)]
                    [usize::from(n % 4)]
            }),
            ..row(&name, &firm, 0)
        })
}

proptest! {
    /// Whatever a file holds, planning it never panics, and importing it twice changes nothing.
    #[test]
    fn the_same_import_again_changes_nothing(
        first in prop::collection::vec(any_draft(), 0..8),
        second in prop::collection::vec(any_draft(), 0..8),
        decisions in prop::collection::vec(0u8..3, 8),
        updates in any::<bool>(),
    ) {
        // A code that several rows claim, one of them skipped, is a question that every import asks anew.
        let second: Vec<Draft> = second.into_iter().map(|draft| Draft { code: String::new(), ..draft }).collect();
        let mut office = Office::default();
        office.import(&first);
        prop_assert_eq!(again(&office, &first), []);
        let mut plan = office.plan(&second);
        for (at, decision) in decisions.iter().enumerate() {
            let keep = Decision::KeepBoth("理由".to_owned());
            // A row left open is weighed anew by every import, and an update may rename what it was like.
            let last = if updates { Decision::Update } else { Decision::Open };
            let all = [Decision::Merge, keep, last];
            if plan.rows.get(at).is_some_and(RowPlan::is_undecided) {
                plan.decide(at, all[usize::from(*decision)].clone());
            }
        }
        office.carry_out(&plan);
        prop_assert_eq!(again(&office, &second), []);
    }
}
