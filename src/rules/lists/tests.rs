use super::*;
use crate::domain::field::ProjectField as P;
use crate::domain::{Field, Milestone, Value};
use crate::ledger::{CellKey, Edit, NodeId, Stamp};
use proptest::prelude::*;

fn apply(state: &mut State, millis: u64, edits: Vec<Edit>) {
    for change in state.changes_for(edits, Stamp::new(millis, 0, NodeId(1))) {
        state.apply(change);
    }
}

fn number(state: &mut State, edits: Vec<NamedEdit>) -> Vec<Edit> {
    edits.into_iter().map(|edit| edit.numbered(|word| state.names_mut().element(word))).collect()
}

#[test]
fn a_new_office_is_offered_the_shipped_words_in_order() {
    let shipped: Vec<&str> = List::Sector.defaults().iter().map(|(word, _)| *word).collect();
    assert_eq!(entries(&State::default(), List::Sector), shipped);
}

#[test]
fn words_are_added_retired_and_offered_again() {
    let mut state = State::default();
    let edits = add(&state, List::Sector, " 数字经济 ", "Digital economy").expect("a word");
    apply(&mut state, 1, edits);
    assert_eq!(entries(&state, List::Sector).last().map(String::as_str), Some("数字经济"));
    assert_eq!(add(&state, List::Sector, "数字经济", ""), Err(NotAWord::Exists));
    assert_eq!(add(&state, List::Sector, "工业", ""), Err(NotAWord::Exists));
    assert_eq!(add(&state, List::Sector, "  ", ""), Err(NotAWord::Empty));
    assert_eq!(add(&state, List::Evidence, "图/表", ""), Err(NotAWord::Slash));

    apply(&mut state, 2, set_retired(List::Sector, "工业", true));
    assert_eq!(entries(&state, List::Sector), ["服务业", "农业", "数字经济"]);
    assert_eq!(all(&state, List::Sector).len(), 4, "a retired word stays on the list");
    let again = add(&state, List::Sector, "工业", "").expect("it was retired");
    apply(&mut state, 3, again);
    assert_eq!(entries(&state, List::Sector), ["工业", "服务业", "农业", "数字经济"]);
}

#[test]
fn an_english_reading_can_be_given_and_taken_back() {
    let mut state = State::default();
    apply(&mut state, 1, change(List::Sector, "农业", "Farming"));
    let english =
        |state: &State| all(state, List::Sector).into_iter().find(|e| e.word == "农业").map(|e| e.english);
    assert_eq!(english(&state).as_deref(), Some("Farming"));
    apply(&mut state, 2, change(List::Sector, "农业", ""));
    assert_eq!(english(&state).as_deref(), Some("Agriculture"));
}

#[test]
fn renaming_reaches_choices_sets_and_evidence() {
    let mut state = State::default();
    let id = RecordId::new(Kind::Project, 1);
    let channel = state.names_mut().element("热线");
    let evidence = state.names_mut().element("signed/协议扫描件");
    apply(
        &mut state,
        1,
        vec![
            Edit::new(id, P::Industry, Value::text("新能源")),
            Edit::new(id, CellKey::of(P::Channel, channel), Value::Bool(true)),
            Edit::new(id, CellKey::of(P::Evidence, evidence), Value::text("甲字1号")),
        ],
    );
    let renames = [
        (List::Industry, "新能源", "新型能源"),
        (List::Channel, "热线", "12345"),
        (List::Evidence, "协议扫描件", "协议"),
    ];
    for ((list, from, to), millis) in renames.into_iter().zip(2..) {
        assert_eq!(counts(&state, list).get(from), Some(&1));
        let edits = rename(&state, list, from, to).expect("a new word");
        let edits = number(&mut state, edits);
        apply(&mut state, millis, edits);
        let used = counts(&state, list);
        assert_eq!((used.get(from), used.get(to)), (None, Some(&1)), "{to}");
        let offered = entries(&state, list);
        assert!(offered.iter().any(|word| word == to) && !offered.iter().any(|word| word == from), "{to}");
    }
    assert_eq!(state.get(id, P::Industry).as_text(), Some("新型能源"));
    let element = state.names().find_element(&format!("{}/协议", Milestone::Signed.word())).expect("in use");
    assert_eq!(state.get(id, CellKey::of(P::Evidence, element)).as_text(), Some("甲字1号"));
    assert_eq!(rename(&state, List::Industry, "新型能源", "新材料"), Err(NotAWord::Exists));
}

#[test]
fn a_deleted_entry_leaves_the_shipped_word_as_it_was() {
    let mut state = State::default();
    apply(&mut state, 1, set_retired(List::Sector, "农业", true));
    apply(&mut state, 2, vec![Edit::delete(item_id(List::Sector, "农业"))]);
    assert!(entries(&state, List::Sector).contains(&"农业".to_owned()));
    assert!(state.get(item_id(List::Sector, "农业"), Field::DELETED).is_true());
}

proptest! {
    #[test]
    fn a_word_moves_where_it_was_put(moves in prop::collection::vec((0usize..14, 0usize..14), 1..40)) {
        let mut state = State::default();
        let mut wanted = entries(&state, List::Industry);
        for ((from, to), millis) in moves.into_iter().zip(1..) {
            let word = wanted.remove(from);
            let edits = move_to(&state, List::Industry, &word, to);
            apply(&mut state, millis, edits);
            wanted.insert(to.min(wanted.len()), word);
            prop_assert_eq!(&entries(&state, List::Industry), &wanted);
        }
    }
}
