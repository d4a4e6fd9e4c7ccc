//! Rows of one file that tell of one project, and what was decided about them.

use super::*;
use crate::domain::field::ProjectField as P;
use crate::domain::{Money, Value};

fn row(investor: &str, yuan: i64) -> Draft {
    Draft {
        name: "隔膜项目".to_owned(),
        investor: Firm { name: investor.to_owned(), ..Firm::default() },
        facts: vec![Fact::one(P::TotalInvestment, Value::Money(Money::yuan(yuan)))],
        ..Draft::default()
    }
}

/// Three accounts of one project, each with an amount of its own.
fn file() -> [Draft; 3] {
    [100_000_000, 150_000_000, 180_000_000].map(|yuan| row("苏州本泽能源有限公司", yuan))
}

fn decided(office: &mut Office, file: &[Draft], decisions: &[(usize, Decision)]) {
    let mut plan = office.plan(file);
    for (at, decision) in decisions {
        plan.decide(*at, decision.clone());
    }
    office.carry_out(&plan);
}

/// The amounts of the projects that stand.
fn totals(office: &Office) -> Vec<i64> {
    let total = |id: &RecordId| Some(office.state.get(*id, P::TotalInvestment).as_money()?.units);
    office.live(Kind::Project).iter().filter_map(total).collect()
}

#[test]
fn a_row_that_replaces_another_of_its_file_goes_on_doing_so() {
    for known in [false, true] {
        let mut office = Office::default();
        let file = file();
        if known {
            office.import(&file[..1]);
        }
        decided(&mut office, &file, &[(1, Decision::Update), (2, Decision::Merge)]);
        assert_eq!(totals(&office), [150_000_000], "known before: {known}");
        assert_eq!(again(&office, &file), [], "known before: {known}");
    }
}

#[test]
fn of_two_rows_that_replace_the_last_holds() {
    let mut office = Office::default();
    decided(&mut office, &file(), &[(1, Decision::Update), (2, Decision::Update)]);
    assert_eq!(totals(&office), [180_000_000]);
    assert_eq!(again(&office, &file()), []);
    // The row that holds is followed from now on.
    let mut news = file();
    news[2] = row("苏州本泽能源有限公司", 200_000_000);
    office.import(&news);
    assert_eq!(totals(&office), [200_000_000]);
}

#[test]
fn rows_that_repeat_a_skipped_one_are_still_one_project() {
    for decision in [Decision::Merge, Decision::Update] {
        let mut office = Office::default();
        let decisions = [(0, Decision::Skip), (1, decision.clone()), (2, decision)];
        decided(&mut office, &file(), &decisions);
        assert_eq!(totals(&office).len(), 1, "{decisions:?}");
        // The skipped row is a project of the ledger: it stays the one that the others repeat.
        let mut office = Office::default();
        office.import(&file()[..1]);
        decided(&mut office, &file(), &decisions);
        assert_eq!(totals(&office).len(), 1, "{decisions:?}");
    }
}

#[test]
fn a_row_decided_to_update_a_project_is_known_again_and_followed() {
    let mut office = Office::default();
    office.import(&[Draft { name: "年产隔膜基地项目".to_owned(), ..row("", 100_000_000) }]);
    let file = |yuan| [Draft { name: "年产隔膜基地".to_owned(), ..row("", yuan) }];
    decided(&mut office, &file(120_000_000), &[(0, Decision::Update)]);
    assert_eq!(totals(&office), [120_000_000]);
    let plan = office.plan(&file(120_000_000));
    assert_eq!((plan.counts().same, plan.counts().undecided), (1, 0), "nothing is asked again");
    office.import(&file(130_000_000));
    assert_eq!(totals(&office), [130_000_000]);
}

#[test]
fn a_row_decided_to_merge_goes_on_filling_gaps_only() {
    let mut office = Office::default();
    office.import(&[Draft { name: "年产隔膜基地项目".to_owned(), ..row("", 100_000_000) }]);
    let file = |yuan| [Draft { name: "年产隔膜基地".to_owned(), ..row("", yuan) }];
    decided(&mut office, &file(120_000_000), &[(0, Decision::Merge)]);
    office.import(&file(130_000_000));
    assert_eq!(totals(&office), [100_000_000]);
}
