//! Promises at the edges of their days.

use super::*;
use crate::domain::Currency;
use crate::domain::money::WAN;
use crate::ledger::{NodeId, Stamp};

fn on(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

fn promise(wan: i64, paid: i64, due: &str) -> Promise {
    Promise {
        id: RecordId::new(Kind::PolicyPromise, 1),
        project: None,
        department: None,
        amount: Some(wan * WAN),
        paid: paid * WAN,
        due: Some(on(due)),
        is_met: true,
        is_reviewed: true,
        no_rate: None,
        is_kept: paid >= wan,
        paid_on: None,
    }
}

#[test]
fn it_is_owed_on_its_day_and_coming_thirty_days_before() {
    let one = promise(100, 40, "2026-10-31");
    // 31 October less 30 days is 1 October.
    let at = |day| one.standing(on(day));
    assert_eq!(at("2026-09-30"), Standing::Later);
    assert_eq!(at("2026-10-01"), Standing::Soon);
    assert_eq!(at("2026-10-30"), Standing::Soon);
    assert_eq!(at("2026-10-31"), Standing::Owed);
    assert_eq!((one.owed(on("2026-10-30")), one.owed(on("2026-10-31"))), (0, 60 * WAN));
    assert_eq!((one.overdue(on("2026-10-31")), one.overdue(on("2026-11-02"))), (Some(0), Some(2)));
    let waiting = Promise { is_met: false, ..one.clone() };
    assert_eq!((waiting.standing(on("2026-12-01")), waiting.owed(on("2026-12-01"))), (Standing::Waiting, 0));
    let paid = promise(100, 100, "2026-10-31");
    assert_eq!(paid.standing(on("2026-12-01")), Standing::Paid);
    // More than promised is paid, not owed back.
    assert_eq!(promise(100, 120, "2026-10-31").unpaid(), 0);
    let without_day = Promise { due: None, ..one };
    assert_eq!(without_day.standing(on("2026-12-01")), Standing::Later);
}

/// How a record of these cells stands on a day, with the rates of an office that knows dollars.
fn standing(cells: &[(F, Value)], today: &str) -> Standing {
    one(cells).standing(on(today))
}

fn one(cells: &[(F, Value)]) -> Promise {
    let (id, mut rules, mut state) =
        (RecordId::new(Kind::PolicyPromise, 1), OfficeRules::default(), State::default());
    rules.rates.set(Currency::USD, 70_000);
    let due = Edit::new(id, F::DueOn, Value::Date(on("2026-10-31")));
    let edits =
        cells.iter().map(|(field, value)| Edit::new(id, *field, value.clone())).chain([due]).collect();
    for change in state.changes_for(edits, Stamp::new(1, 0, NodeId(1))) {
        state.apply(change);
    }
    read(&state, &rules, id, state.record(id).expect("a record"))
}

fn of(units: i64, currency: Currency) -> Value {
    Value::Money(Money { units, currency })
}

#[test]
fn what_is_not_money_is_kept_when_a_day_says_so() {
    let paid = (F::PaidOn, Value::Date(on("2026-10-20")));
    assert_eq!(standing(&[], "2026-11-01"), Standing::Owed);
    assert_eq!(standing(std::slice::from_ref(&paid), "2026-11-01"), Standing::Paid);
    // Money without a whole and without a day says nothing; 0 is no whole.
    let money = (F::Paid, of(5, Currency::CNY));
    assert_eq!(standing(std::slice::from_ref(&money), "2026-11-01"), Standing::Owed);
    assert_eq!(standing(&[(F::Amount, of(0, Currency::CNY))], "2026-11-01"), Standing::Owed);
    assert_eq!(standing(&[money, paid], "2026-11-01"), Standing::Paid);
}

#[test]
fn a_condition_is_open_until_it_is_ticked_and_where_it_is_stated_not_to_be_met() {
    let (written, no) = ((F::Condition, Value::text("投产")), (F::ConditionMet, Value::Bool(false)));
    assert_eq!(standing(&[], "2026-10-31"), Standing::Owed);
    assert_eq!(standing(std::slice::from_ref(&written), "2026-10-31"), Standing::Waiting);
    assert_eq!(standing(std::slice::from_ref(&no), "2026-10-31"), Standing::Waiting);
    let yes = (F::ConditionMet, Value::Bool(true));
    assert_eq!(standing(&[written, yes], "2026-10-31"), Standing::Owed);
}

#[test]
fn a_currency_without_a_rate_is_compared_with_itself_and_is_in_no_sum() {
    let euros = |paid: &[(F, Value)]| {
        let stated = (F::Amount, of(50_000, Currency::EUR));
        one(&[&[stated], paid].concat())
    };
    let day = (F::PaidOn, Value::Date(on("2026-10-20")));
    let today = on("2026-11-01");
    let unpaid = euros(&[]);
    assert_eq!((unpaid.amount, unpaid.no_rate, unpaid.is_money()), (None, Some(Currency::EUR), true));
    assert_eq!((unpaid.standing(today), unpaid.owed(today)), (Standing::Owed, 0));
    // A part with a day is not the whole.
    assert_eq!(euros(&[(F::Paid, of(49_999, Currency::EUR)), day.clone()]).standing(today), Standing::Owed);
    assert_eq!(euros(&[(F::Paid, of(50_000, Currency::EUR)), day.clone()]).standing(today), Standing::Paid);
    // In another currency nobody can tell without the rate.
    assert_eq!(euros(&[(F::Paid, of(9_000_000, Currency::CNY)), day]).standing(today), Standing::Owed);
    let (_, sum) = totals([unpaid, promise(5, 0, "2026-10-01")].into_iter(), |_| (), today);
    assert_eq!((sum.count, sum.no_rate, sum.owed_count, sum.owed), (2, 1, 2, 5 * WAN));
}

#[test]
fn looking_back_a_payment_is_known_from_its_day_on() {
    let paid = Promise { paid_on: Some(on("2026-10-20")), ..promise(100, 100, "2026-10-01") };
    let at = |day| paid.was_kept(on(day));
    assert_eq!((at("2026-10-19"), at("2026-10-20"), at("2026-10-21")), (false, true, true));
    assert!(Promise { paid_on: None, ..paid }.was_kept(on("2026-10-02")), "without a day, from ever");
    assert!(!promise(100, 99, "2026-10-01").was_kept(on("2026-12-01")));
}

#[test]
fn a_record_is_read_with_the_rates_of_the_office() {
    let mut state = State::default();
    let (id, mut rules) = (RecordId::new(Kind::PolicyPromise, 1), OfficeRules::default());
    rules.rates.set(Currency::USD, 70_000);
    let usd = |units| Value::Money(Money { units, currency: Currency::USD });
    let mut wall = 0;
    let mut write = |state: &mut State, edits: Vec<Edit>| {
        wall += 1;
        for change in state.changes_for(edits, Stamp::new(wall, 0, NodeId(1))) {
            state.apply(change);
        }
    };
    write(
        &mut state,
        vec![
            Edit::new(id, F::Amount, usd(1_000_000)),
            Edit::new(id, F::Condition, Value::text("投产")),
            Edit::new(id, F::DueOn, Value::Date(on("2026-10-31"))),
            Edit::new(id, F::FairReview, Value::text("审查中")),
        ],
    );
    let now = |state: &State| read(state, &rules, id, state.record(id).expect("a record"));
    assert_eq!(
        (now(&state).amount, now(&state).is_met, now(&state).is_reviewed),
        (Some(7_000_000), false, false)
    );
    write(&mut state, vec![Edit::new(id, F::ConditionMet, Value::Bool(true))]);
    assert_eq!(now(&state).standing(on("2026-10-31")), Standing::Owed);
    // 30万 dollars, then 100 万 yuan: 30 × 7 + 100 = 310 万 yuan, of 700.
    let dollars = Money { units: 300_000, currency: Currency::USD };
    let edits = pay(&state, &rules, id, Some(dollars), on("2026-11-01"), "进账单1").expect("a rate");
    write(&mut state, edits);
    let edits = pay(&state, &rules, id, Some(Money::yuan(1_000_000)), on("2026-11-05"), "进账单2");
    write(&mut state, edits.expect("a rate"));
    assert_eq!((now(&state).paid, now(&state).unpaid()), (3_100_000, 3_900_000));
    assert_eq!(state.get(id, F::Proof).as_text(), Some("进账单1、进账单2"));
    let euros = Money { units: 1, currency: Currency::EUR };
    assert_eq!(pay(&state, &rules, id, Some(euros), on("2026-11-06"), ""), None);
}

#[test]
fn the_sums_are_by_department_with_the_most_owed_first() {
    let unit = |key| Some(RecordId::new(Kind::Unit, key));
    let of = |department, promise: Promise| Promise { department, ..promise };
    // On 31 October: A owes 60 and 10, the first for 30 days; B owes nothing, has 50 coming and one waiting.
    let all = vec![
        of(unit(1), promise(100, 40, "2026-10-01")),
        of(unit(1), promise(10, 0, "2026-10-31")),
        of(unit(2), promise(50, 0, "2026-11-30")),
        of(unit(2), Promise { is_met: false, is_reviewed: false, ..promise(80, 0, "2026-10-01") }),
        of(None, promise(5, 5, "2026-10-01")),
    ];
    let (lines, sum) = totals(all.into_iter(), |promise| promise.department, on("2026-10-31"));
    let keys: Vec<_> = lines.iter().map(|(key, _)| *key).collect();
    assert_eq!(keys, [unit(1), unit(2), None]);
    let a = Totals {
        count: 2,
        amount: 110 * WAN,
        paid: 40 * WAN,
        owed_count: 2,
        owed: 70 * WAN,
        longest: 30,
        in_part: 1,
        ..Totals::default()
    };
    assert_eq!(lines[0].1, a);
    let b = Totals {
        count: 2,
        amount: 130 * WAN,
        soon_count: 1,
        soon: 50 * WAN,
        waiting: 1,
        unreviewed: 1,
        ..Totals::default()
    };
    assert_eq!(lines[1].1, b);
    assert_eq!((sum.count, sum.amount, sum.owed, sum.paid), (5, 245 * WAN, 70 * WAN, 45 * WAN));
}
