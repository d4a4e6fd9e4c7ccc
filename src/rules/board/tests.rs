use super::*;
use crate::domain::{Currency, Exit, Kind, Money, Value};
use crate::ledger::{CellKey, Change, NodeId, Stamp};
use proptest::prelude::*;

fn id(key: u64) -> RecordId {
    RecordId::new(Kind::Project, key)
}

fn set(state: &mut State, record: RecordId, field: P, value: Value, time: u64) {
    let stamp = Stamp::new(time, 0, NodeId(1));
    state.apply(Change { record, cell: CellKey::one(field), value, stamp, over: Box::default() });
}

fn summary(stage: Stage, yuan: i64) -> ProjectSummary {
    ProjectSummary {
        stage,
        stage_since: None,
        exit: None,
        total_yuan: Some(yuan),
        arrived_yuan: 0,
        follow_ups: 0,
        last_follow_up: None,
        next: None,
    }
}

/// Projects 1, 2, 3 … with these amounts, all of them signed.
fn signed(amounts: &[i64]) -> (State, Vec<(RecordId, ProjectSummary)>) {
    let mut state = State::default();
    let projects = (1u64..).zip(amounts).map(|(key, &yuan)| {
        let money = Money { units: yuan, currency: Currency::CNY };
        set(&mut state, id(key), P::TotalInvestment, Value::Money(money), 1);
        (id(key), summary(Stage::Signed, yuan))
    });
    let projects = projects.collect();
    (state, projects)
}

fn cards(state: &State, projects: &[(RecordId, ProjectSummary)]) -> Vec<RecordId> {
    let all = projects.iter().map(|(id, summary)| (*id, summary));
    Board::lay_out(state, all, &BoardFilter::default()).column(Some(Stage::Signed)).cards.clone()
}

#[test]
fn cards_stand_by_amount_until_somebody_moves_one() {
    let (mut state, projects) = signed(&[100, 300, 200]);
    assert_eq!(cards(&state, &projects), [id(2), id(3), id(1)]);
    let yuan = |wanted| projects.iter().find(|(id, _)| *id == wanted).and_then(|(_, s)| s.total_yuan);
    let column = cards(&state, &projects);
    let rank = rank_at(&state, yuan, &column, id(1), 1);
    set(&mut state, id(1), P::BoardRank, rank, 2);
    assert_eq!(cards(&state, &projects), [id(2), id(1), id(3)]);
    let column = cards(&state, &projects);
    assert_eq!(rank_at(&state, yuan, &column, id(1), 2), Value::Empty, "back where its amount puts it");
}

#[test]
fn exits_stand_apart_and_sums_add_up() {
    let (state, mut projects) = signed(&[100, 300]);
    projects[0].1.exit = Some(Exit::Lost);
    let all = projects.iter().map(|(id, summary)| (*id, summary));
    let board = Board::lay_out(&state, all, &BoardFilter::default());
    assert_eq!((board.exits.cards.as_slice(), board.exits.yuan), (&[id(1)][..], 100));
    assert_eq!(board.column(Some(Stage::Signed)).yuan, 300);
    assert_eq!(board.find(id(2)), Some((Some(Stage::Signed), 0)));
    assert_eq!(board.find(id(1)), Some((None, 0)));
    assert_eq!(board.order(false).collect::<Vec<_>>(), [id(2)]);
}

#[test]
fn filters_follow_merged_records() {
    let (mut state, projects) = signed(&[100, 300]);
    let unit = |key| RecordId::new(Kind::Unit, key);
    set(&mut state, id(1), P::Unit, Value::Ref(unit(1)), 2);
    let stamp = Stamp::new(3, 0, NodeId(1));
    let merged = CellKey::one(crate::domain::Field::MERGED_INTO);
    state.apply(Change {
        record: unit(1),
        cell: merged,
        value: Value::Ref(unit(2)),
        stamp,
        over: Box::default(),
    });
    let shown = |filter: &BoardFilter| {
        let all = projects.iter().map(|(id, summary)| (*id, summary));
        Board::lay_out(&state, all, filter).order(true).collect::<Vec<_>>()
    };
    let of_unit = BoardFilter { unit: Some(unit(2)), ..BoardFilter::default() };
    assert_eq!(shown(&of_unit), [id(1)]);
    let found = BoardFilter { found: Some(vec![id(2)]), ..BoardFilter::default() };
    assert_eq!(shown(&found), [id(2)]);
    let industry = BoardFilter { industry: Some("新能源".into()), ..BoardFilter::default() };
    assert_eq!(shown(&industry), []);
}

proptest! {
    /// A card dropped anywhere stands there, and the others keep their order.
    #[test]
    fn a_dropped_card_stands_where_it_was_dropped(
        amounts in prop::collection::vec(0i64..5, 2..8),
        drops in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..30),
    ) {
        let (mut state, projects) = signed(&amounts);
        let yuan = |wanted| projects.iter().find(|(id, _)| *id == wanted).and_then(|(_, s)| s.total_yuan);
        for (time, (which, to)) in (10u64..).zip(drops) {
            let mut expected = cards(&state, &projects);
            let moving = expected[which.index(expected.len())];
            let rank = rank_at(&state, yuan, &expected, moving, to.index(expected.len()));
            expected.retain(|&card| card != moving);
            expected.insert(to.index(expected.len() + 1), moving);
            set(&mut state, moving, P::BoardRank, rank, time);
            prop_assert_eq!(cards(&state, &projects), expected);
        }
    }
}
