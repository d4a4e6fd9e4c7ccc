use super::fixture::{DEPARTMENT, Office, PROJECT, UNIT, day, office};
use super::*;
use crate::domain::field::{
    AttachmentField as E, IssueField as Q, OfficeField as O, PermitField as K, PolicyPromiseField as Y,
};
use crate::domain::{Kind, Money, Value};
use crate::rules::board;

fn all(office: &Office, today: &str) -> Vec<Warning> {
    office.with(|facts| Watch::new(facts, day(today)).of(PROJECT))
}

/// The level of one rule, and since when.
fn of(office: &Office, rule: Rule, today: &str) -> Option<(Level, String)> {
    let found = all(office, today).into_iter().find(|warning| warning.rule == rule)?;
    Some((found.level, found.since.to_string()))
}

fn red(since: &str) -> Option<(Level, String)> {
    Some((Level::Red, since.to_owned()))
}

fn yellow(since: &str) -> Option<(Level, String)> {
    Some((Level::Yellow, since.to_owned()))
}

#[test]
fn words_are_unique_and_every_usual_limit_is_sensible() {
    for (at, &rule) in Rule::ALL.iter().enumerate() {
        assert_eq!(Rule::from_word(rule.word()), Some(rule));
        assert_eq!(rule as usize, at);
        let (yellow, red) = rule.usual();
        assert!([yellow, red].into_iter().flatten().all(|limit| (0..=MOST).contains(&limit)));
        assert!(yellow.zip(red).is_none_or(|(yellow, red)| yellow < red), "{rule:?}");
        assert_eq!(yellow.is_none(), matches!(rule.measure(), Measure::Fixed(_)), "{rule:?}");
    }
}

#[test]
fn a_stale_project_has_the_light_of_the_board() {
    let mut office = office();
    office.reach(PROJECT, Milestone::Signed, "2026-08-01");
    office.follow_up(PROJECT, "2026-09-01");
    // 签约 has 20 days: the last day in order is 09-21, red from 09-22, yellow from seven days before, 09-15.
    assert_eq!(of(&office, Rule::Stale, "2026-09-14"), None);
    assert_eq!(of(&office, Rule::Stale, "2026-09-15"), yellow("2026-09-15"));
    assert_eq!(of(&office, Rule::Stale, "2026-09-21"), yellow("2026-09-15"));
    assert_eq!(of(&office, Rule::Stale, "2026-09-22"), red("2026-09-22"));
    for days in 0..60 {
        let today = day("2026-09-01").plus(days);
        let (lamp, mine) = office.with(|facts| {
            let summary = facts.summary(PROJECT).expect("it is there");
            let mine = Watch::new(facts, today).of(PROJECT).into_iter().find(|w| w.rule == Rule::Stale);
            (board::light(&facts.rules().stale, summary, today), mine.map(|w| w.level))
        });
        let expected = match lamp {
            Some(board::Light::Red) => Some(Level::Red),
            Some(board::Light::Yellow) => Some(Level::Yellow),
            _ => None,
        };
        assert_eq!(mine, expected, "{today}");
    }
}

#[test]
fn works_that_were_promised_are_late_from_the_day_after_and_red_after_ninety() {
    let mut office = office();
    office.reach(PROJECT, Milestone::Signed, "2026-01-10");
    office.date(PROJECT, P::PromisedStart, "2026-06-01");
    assert_eq!(of(&office, Rule::LateStart, "2026-06-01"), None);
    assert_eq!(of(&office, Rule::LateStart, "2026-06-02"), yellow("2026-06-02"));
    // 06-01 + 90 days is 08-30.
    assert_eq!(of(&office, Rule::LateStart, "2026-08-30"), yellow("2026-06-02"));
    assert_eq!(of(&office, Rule::LateStart, "2026-08-31"), red("2026-08-31"));
    assert_eq!(of(&office, Rule::NotStarted, "2026-08-31"), None, "what was promised counts");
    office.reach(PROJECT, Milestone::Started, "2026-08-31");
    assert_eq!(of(&office, Rule::LateStart, "2026-12-31"), None);
}

#[test]
fn without_a_promise_works_are_late_ninety_days_after_the_signing() {
    let mut office = office();
    office.reach(PROJECT, Milestone::Signed, "2026-01-01");
    // 01-01 + 90 days is 04-01; + 180 is 06-30.
    assert_eq!(of(&office, Rule::NotStarted, "2026-04-01"), None);
    assert_eq!(of(&office, Rule::NotStarted, "2026-04-02"), yellow("2026-04-02"));
    assert_eq!(of(&office, Rule::NotStarted, "2026-06-30"), yellow("2026-04-02"));
    assert_eq!(of(&office, Rule::NotStarted, "2026-07-01"), red("2026-07-01"));
    // The office may set its own limits; what makes no sense is as usual.
    office.set_element(RecordId::OFFICE, O::WarningLimit, "not_started.yellow", Value::Int(30));
    office.set_element(RecordId::OFFICE, O::WarningLimit, "not_started.red", Value::Int(-5));
    assert_eq!(of(&office, Rule::NotStarted, "2026-02-01"), yellow("2026-02-01"));
    assert_eq!(of(&office, Rule::NotStarted, "2026-06-30"), yellow("2026-02-01"));
    office.set_element(RecordId::OFFICE, O::WarningLimit, "not_started.off", Value::Int(1));
    assert_eq!(of(&office, Rule::NotStarted, "2026-07-01"), None);
}

#[test]
fn works_are_listed_within_a_month() {
    let mut office = office();
    office.reach(PROJECT, Milestone::Started, "2026-03-01");
    // + 30 days is 03-31, + 60 is 04-30.
    assert_eq!(of(&office, Rule::Unlisted, "2026-03-31"), None);
    assert_eq!(of(&office, Rule::Unlisted, "2026-04-01"), yellow("2026-04-01"));
    assert_eq!(of(&office, Rule::Unlisted, "2026-04-30"), yellow("2026-04-01"));
    assert_eq!(of(&office, Rule::Unlisted, "2026-05-01"), red("2026-05-01"));
    office.reach(PROJECT, Milestone::Listed, "2026-04-15");
    assert_eq!(of(&office, Rule::Unlisted, "2026-05-01"), None);
}

#[test]
fn works_ten_points_behind_are_yellow_and_more_than_thirty_red() {
    let mut office = office();
    office.reach(PROJECT, Milestone::Started, "2026-01-01");
    // 200 days: half a point a day.
    office.set(PROJECT, P::PlannedCompletion, Value::Date(day("2026-01-01").plus(200)));
    office.set(PROJECT, P::PhysicalProgress, Value::Int(2_000));
    let after = |days: i32| {
        let found = office.with(|facts| Watch::new(facts, day("2026-01-01").plus(days)).of(PROJECT));
        let found = found.into_iter().find(|warning| warning.rule == Rule::Behind)?;
        Some((found.level, found.amount, found.since.since(day("2026-01-01"))))
    };
    // 20 % are done. After 59 days 29.5 % were due: 9.5 points; after 60 days 30 %: 10 points.
    assert_eq!(after(59), None);
    assert_eq!(after(60), Some((Level::Yellow, Amount::Works(1_000), 60)));
    // 30 points behind after 100 days is still yellow; red from the day after.
    assert_eq!(after(100), Some((Level::Yellow, Amount::Works(3_000), 60)));
    assert_eq!(after(101), Some((Level::Red, Amount::Works(3_050), 101)));
    // When the plan is over all is due, and no more.
    assert_eq!(after(400), Some((Level::Red, Amount::Works(8_000), 101)));
}

#[test]
fn without_progress_of_works_the_money_of_the_year_is_held_to_its_plan() {
    let mut office = office();
    office.reach(PROJECT, Milestone::Signed, "2026-01-05");
    office.set(PROJECT, P::YearPlan, Value::Money(Money::yuan(100_000_000)));
    office.arrive(PROJECT, "2025-12-31", 90_000_000);
    office.arrive(PROJECT, "2026-02-01", 30_000_000);
    let behind = |today: &str| {
        let found = all(&office, today).into_iter().find(|warning| warning.rule == Rule::Behind)?;
        Some((found.level, found.amount, found.since.to_string()))
    };
    // 30 % arrived in 2026. The 146th day of 365 is 05-26: 40.00 % were due, 10 points behind. The day before 39.72 %.
    assert_eq!(behind("2026-05-25"), None);
    let since = || "2026-05-26".to_owned();
    assert_eq!(behind("2026-05-26"), Some((Level::Yellow, Amount::Money(1_000), since())));
    // The 219th day, 08-07, is 60.00 %: 30 points are still yellow; the 220th is 60.27 %.
    assert_eq!(behind("2026-08-07"), Some((Level::Yellow, Amount::Money(3_000), since())));
    assert_eq!(behind("2026-08-08"), Some((Level::Red, Amount::Money(3_027), "2026-08-08".to_owned())));
}

#[test]
fn a_milestone_needs_something_that_shows_it() {
    let mut office = office();
    office.reach(PROJECT, Milestone::Negotiating, "2026-01-01");
    office.reach(PROJECT, Milestone::Signed, "2026-03-01");
    office.reach(PROJECT, Milestone::Landed, "2026-04-01");
    let shown = |office: &Office, today: &str| {
        let found = all(office, today).into_iter().find(|warning| warning.rule == Rule::Evidence)?;
        Some((found.amount, found.remedy, found.since.to_string()))
    };
    let bit = |milestone: Milestone| 1u16 << milestone as u16;
    assert_eq!(shown(&office, "2026-03-01"), None, "not yet on the day itself");
    let both = bit(Milestone::Signed) | bit(Milestone::Landed);
    let expected = (Amount::Milestones(both), Remedy::Prove(Milestone::Signed), "2026-03-02".to_owned());
    assert_eq!(shown(&office, "2026-04-02"), Some(expected));
    office.set_element(PROJECT, P::Evidence, "signed/协议扫描件", Value::text("扫描件"));
    let expected = (
        Amount::Milestones(bit(Milestone::Landed)),
        Remedy::Prove(Milestone::Landed),
        "2026-04-02".to_owned(),
    );
    assert_eq!(shown(&office, "2026-04-02"), Some(expected));
    let photo = office.child(Kind::Attachment, E::Project, PROJECT);
    office.set(photo, E::Milestone, Value::text("landed"));
    assert_eq!(shown(&office, "2026-04-02"), None);
}

#[test]
fn a_promise_is_red_when_it_is_due_and_not_paid() {
    let mut office = office();
    let promise = office.child(Kind::PolicyPromise, Y::Project, PROJECT);
    office.date(promise, Y::DueOn, "2026-06-30");
    office.set(promise, Y::Amount, Value::Money(Money::yuan(5_000_000)));
    office.set(promise, Y::Department, Value::Ref(DEPARTMENT));
    assert_eq!(of(&office, Rule::Promise, "2026-05-30"), None);
    assert_eq!(of(&office, Rule::Promise, "2026-05-31"), yellow("2026-05-31"), "30 days before");
    assert_eq!(of(&office, Rule::Promise, "2026-06-30"), yellow("2026-05-31"));
    assert_eq!(of(&office, Rule::Promise, "2026-07-01"), red("2026-07-01"));
    let found =
        all(&office, "2026-07-01").into_iter().find(|w| w.rule == Rule::Promise).expect("it is there");
    assert_eq!((found.unit, found.person, found.about), (Some(DEPARTMENT), None, Some(promise)));
    assert_eq!((found.amount, found.remedy), (Amount::Late(1), Remedy::See(promise)));
    office.set(promise, Y::Paid, Value::Money(Money::yuan(4_999_999)));
    assert_eq!(of(&office, Rule::Promise, "2026-07-01"), red("2026-07-01"));
    office.set(promise, Y::ConditionMet, Value::Bool(false));
    assert_eq!(of(&office, Rule::Promise, "2026-07-01"), None, "not earned");
    office.set(promise, Y::ConditionMet, Value::Bool(true));
    office.set(promise, Y::Paid, Value::Money(Money::yuan(5_000_000)));
    assert_eq!(of(&office, Rule::Promise, "2026-07-01"), None);
}

#[test]
fn permits_and_issues_are_red_when_they_are_overdue() {
    let mut office = office();
    let permit = office.child(Kind::Permit, K::Project, PROJECT);
    office.date(permit, K::DueOn, "2026-06-30");
    let issue = office.child(Kind::Issue, Q::Project, PROJECT);
    office.date(issue, Q::DueOn, "2026-06-30");
    office.set(issue, Q::Department, Value::Ref(UNIT));
    office.set_element(issue, Q::HandedTo, "2026-06-02", Value::Ref(UNIT));
    office.set_element(issue, Q::HandedTo, "2026-06-03", Value::Ref(DEPARTMENT));
    for (rule, before, first) in
        [(Rule::Permit, "2026-06-22", "2026-06-23"), (Rule::Issue, "2026-06-26", "2026-06-27")]
    {
        assert_eq!(of(&office, rule, before), None);
        assert_eq!(of(&office, rule, first), yellow(first));
        assert_eq!(of(&office, rule, "2026-06-30"), yellow(first));
        assert_eq!(of(&office, rule, "2026-07-01"), red("2026-07-01"));
    }
    let unit = |office: &Office, rule| {
        all(office, "2026-07-01").into_iter().find(|w| w.rule == rule).map(|w| w.unit)
    };
    assert_eq!(unit(&office, Rule::Permit), Some(Some(UNIT)), "with nobody named it is the project's unit");
    assert_eq!(unit(&office, Rule::Issue), Some(Some(DEPARTMENT)), "with whom it was handed to last");
    office.date(permit, K::DoneOn, "2026-06-30");
    office.set(issue, Q::Suspended, Value::Bool(true));
    assert_eq!(all(&office, "2026-07-01"), []);
}

#[test]
fn a_promise_is_due_here_as_on_its_page() {
    let mut office = office();
    let promise = office.child(Kind::PolicyPromise, Y::Project, PROJECT);
    office.date(promise, Y::DueOn, "2026-06-30");
    office.set(promise, Y::Condition, Value::text("投产"));
    assert_eq!(of(&office, Rule::Promise, "2026-07-01"), None, "nobody says that its condition is met");
    office.set(promise, Y::ConditionMet, Value::Bool(true));
    assert_eq!(of(&office, Rule::Promise, "2026-07-01"), red("2026-07-01"));
    // Dollars are compared with dollars, with or without a rate.
    let dollars = |units| Value::Money(Money { units, currency: crate::domain::Currency::USD });
    office.set(promise, Y::Amount, dollars(300_000));
    office.date(promise, Y::PaidOn, "2026-06-20");
    office.set(promise, Y::Paid, dollars(299_999));
    assert_eq!(of(&office, Rule::Promise, "2026-07-01"), red("2026-07-01"), "a part is not the whole");
    office.set(promise, Y::Paid, dollars(300_000));
    assert_eq!(of(&office, Rule::Promise, "2026-07-01"), None);
}

#[test]
fn an_issue_is_with_whom_its_page_says() {
    let mut office = office();
    let issue = office.child(Kind::Issue, Q::Project, PROJECT);
    office.date(issue, Q::DueOn, "2026-06-30");
    office.set(issue, Q::Department, Value::Ref(UNIT));
    let holder = |office: &Office| {
        all(office, "2026-07-01").into_iter().find(|w| w.rule == Rule::Issue).and_then(|w| w.unit)
    };
    // A word that is no day says nothing; it would come after every day.
    office.set_element(issue, Q::HandedTo, "soon", Value::Ref(DEPARTMENT));
    assert_eq!(holder(&office), Some(UNIT));
    // The tenth of a day comes after the second.
    office.set_element(issue, Q::HandedTo, "2026-06-03.2", Value::Ref(UNIT));
    office.set_element(issue, Q::HandedTo, "2026-06-03.10", Value::Ref(DEPARTMENT));
    assert_eq!(holder(&office), Some(DEPARTMENT));
}

#[test]
fn the_lead_clock_says_the_first_step_that_is_late() {
    let mut office = office();
    office.date(PROJECT, P::ContactedOn, "2026-03-01");
    assert_eq!(of(&office, Rule::Reply, "2026-03-02"), None);
    assert_eq!(of(&office, Rule::Reply, "2026-03-03"), yellow("2026-03-03"));
    assert_eq!(of(&office, Rule::Reply, "2026-03-05"), red("2026-03-05"));
    assert_eq!(all(&office, "2026-03-30").len(), 1, "one step at a time");
    office.date(PROJECT, P::RepliedOn, "2026-03-02");
    assert_eq!(of(&office, Rule::Assess, "2026-03-04"), None);
    assert_eq!(of(&office, Rule::Assess, "2026-03-05"), yellow("2026-03-05"));
    assert_eq!(of(&office, Rule::Assess, "2026-03-09"), red("2026-03-09"));
    office.date(PROJECT, P::AssessedOn, "2026-03-04");
    assert_eq!(of(&office, Rule::Feedback, "2026-03-08"), None);
    assert_eq!(of(&office, Rule::Feedback, "2026-03-09"), yellow("2026-03-09"));
    office.date(PROJECT, P::FeedbackOn, "2026-03-08");
    assert_eq!(of(&office, Rule::Report, "2026-03-22"), None);
    assert_eq!(of(&office, Rule::Report, "2026-03-23"), yellow("2026-03-23"));
    assert_eq!(of(&office, Rule::Report, "2026-04-06"), red("2026-04-06"));
    office.follow_up(PROJECT, "2026-03-23");
    assert_eq!(of(&office, Rule::Report, "2026-04-06"), None);
    assert_eq!(of(&office, Rule::Report, "2026-04-07"), yellow("2026-04-07"));
    office.reach(PROJECT, Milestone::Signed, "2026-04-07");
    assert_eq!(of(&office, Rule::Report, "2026-05-30"), None, "it is signed");
}

#[test]
fn what_is_old_is_not_asked_for_a_reply() {
    let mut office = office();
    office.date(PROJECT, P::ContactedOn, "2024-03-01");
    office.reach(PROJECT, Milestone::Negotiating, "2026-03-01");
    office.follow_up(PROJECT, "2026-03-20");
    // 洽谈 goes 30 days without a follow-up, so 04-13 to 04-19 are yellow by that; the report is yellow from 04-04, red
    // from 04-18. The worse is said, once.
    let rules = |today: &str| -> Vec<(Rule, Level)> {
        all(&office, today)
            .into_iter()
            .filter(|w| w.rule != Rule::NoProgress)
            .map(|w| (w.rule, w.level))
            .collect()
    };
    assert_eq!(rules("2026-03-30"), []);
    assert_eq!(rules("2026-04-12"), [(Rule::Report, Level::Yellow)]);
    assert_eq!(rules("2026-04-13"), [(Rule::Stale, Level::Yellow)]);
    assert_eq!(rules("2026-04-18"), [(Rule::Report, Level::Red)]);
    assert_eq!(rules("2026-04-20"), [(Rule::Stale, Level::Red)]);
}

#[test]
fn a_signed_project_has_an_owner() {
    let mut office = Office::default();
    office.reach(PROJECT, Milestone::Negotiating, "2026-03-01");
    let rules = |office: &Office| -> Vec<(Rule, Level)> {
        all(office, "2026-03-02")
            .into_iter()
            .filter(|w| w.rule != Rule::Evidence)
            .map(|w| (w.rule, w.level))
            .collect()
    };
    let (leader, unit) = ((Rule::NoLeader, Level::Yellow), (Rule::NoUnit, Level::Yellow));
    assert_eq!(rules(&office), [leader, unit]);
    office.reach(PROJECT, Milestone::Signed, "2026-03-02");
    assert_eq!(rules(&office), [(Rule::NoOwner, Level::Red), leader, unit]);
    assert_eq!(worst(&all(&office, "2026-03-02")), Some(Level::Red));
    office.set(PROJECT, P::Exit, Value::text("on_hold"));
    assert_eq!(all(&office, "2026-03-02"), [], "what left the pipeline has no light");
}

#[test]
fn a_month_without_progress_needs_a_reason() {
    let mut office = office();
    office.reach(PROJECT, Milestone::Negotiating, "2026-07-31");
    assert_eq!(of(&office, Rule::NoProgress, "2026-08-31"), None, "July had a milestone, August is not over");
    assert_eq!(of(&office, Rule::NoProgress, "2026-09-01"), yellow("2026-09-01"));
    let found =
        all(&office, "2026-09-30").into_iter().find(|w| w.rule == Rule::NoProgress).expect("it is there");
    assert_eq!(found.remedy, Remedy::Explain(day("2026-08-01")));
    let mut other = Office::default();
    other.reach(PROJECT, Milestone::Negotiating, "2026-08-01");
    assert_eq!(of(&other, Rule::NoProgress, "2026-09-01"), None, "not known before August");
    office.set_element(PROJECT, P::NoProgress, "2026-08", Value::text("等待环评批复"));
    assert_eq!(of(&office, Rule::NoProgress, "2026-09-01"), None);
    assert_eq!(of(&office, Rule::NoProgress, "2026-10-01"), yellow("2026-10-01"), "September needs its own");
    office.follow_up(PROJECT, "2026-09-30");
    assert_eq!(of(&office, Rule::NoProgress, "2026-10-01"), None);
}
