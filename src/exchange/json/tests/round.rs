//! Real files: what they look like, and that they read back.

use super::*;

#[test]
fn a_file_looks_like_this() {
    let file = sample_file();
    assert!(file == include_str!("../../../../tests/data/bundles/v1.json"), "the file now is:\n{file}");
}

#[test]
fn a_signed_file_looks_like_this() {
    let file = signed_sample_file();
    let committed = include_str!("../../../../tests/data/bundles/v1-signed.json");
    assert!(file == committed, "the file now is:\n{file}");
}

/// What was once signed and sealed fits for ever.
#[test]
fn signatures_and_seals_stay_good() {
    let bundle = read(include_str!("../../../../tests/data/bundles/v1-signed.json"));
    let FileSignature::Whole(key) = bundle.header.signature else { panic!("{:?}", bundle.header.signature) };
    let seals = bundle.header.seals.clone();
    assert!(bundle.kept.is_empty(), "{:?}", bundle.kept);
    let state = merged(bundle);
    assert_eq!(seals.iter().map(|seal| (seal.node().0, seal.count)).collect::<Vec<_>>(), [(1, 2), (2, 4)]);
    assert!(seals.iter().all(|seal| seal.is_genuine() && seal.fits(&Held::of(&state))));
    assert_eq!(key, seals[0].key);
    assert_eq!(canonical(&state), canonical(&sample().0));
}

#[test]
fn a_file_reads_back() {
    let (state, have) = sample();
    let bundle = read(&sample_file());
    assert_eq!(bundle.header.from, sender());
    assert_eq!((bundle.header.made, bundle.header.version), (NOW, VERSION));
    assert_eq!(bundle.header.scope, Some(Scope::All));
    assert_eq!(bundle.header.have, have);
    assert_eq!(bundle.header.grants(&VersionVector::default()), have);
    assert_eq!(bundle.header.authors[&NodeId(2)], ("王建国".to_string(), String::new()));
    assert!(bundle.kept.is_empty());
    assert_eq!(bundle.value(project(1), P::Name), &Value::text("景澄锂能"));
    assert_eq!(bundle.value(project(1), P::Code), &Value::Empty);
    let merged = merged(bundle);
    assert_eq!(canonical(&merged), canonical(&state));
    assert_eq!(merged.conflicts().len(), 1);
}

#[test]
fn what_is_new_is_sent_with_what_it_replaced() {
    let (mut state, have) = sample();
    state.apply(change(project(1), P::Name, Value::text("景澄新能"), stamp(9, 1), &[stamp(2, 1)]));
    let mut now_have = have.clone();
    now_have.advance(stamp(9, 1));
    let scope = Scope::Since { colleague: Some(NodeId(2)), since: have.clone() };
    let file = export(&state, &now_have, &scope, &sender(), NOW);
    let bundle = read(&file);
    assert_eq!(bundle.records().collect::<Vec<_>>(), [project(1)]);
    let sent = bundle.changes_of(project(1));
    assert_eq!(sent, [change(project(1), P::Name, Value::text("景澄新能"), stamp(9, 1), &[stamp(2, 1)])]);
    assert_eq!(bundle.header.scope, Some(scope));
    assert_eq!(bundle.header.grants(&have), now_have);
    assert_eq!(bundle.header.grants(&VersionVector::default()), VersionVector::default());
}

#[test]
fn a_claim_the_file_does_not_bear_out_is_not_believed() {
    let (state, _) = sample();
    let claim = [stamp(900, 1), stamp(900, 77)].into_iter().collect();
    let bundle = read(&export(&state, &claim, &Scope::All, &sender(), NOW));
    let granted = bundle.header.grants(&VersionVector::default());
    assert_eq!(granted, [stamp(4, 1)].into_iter().collect(), "the latest of node 1 in the file");
}

#[test]
fn a_part_holds_what_belongs_to_it_and_grants_nothing() {
    let (mut state, have) = sample();
    let unit = |key| RecordId::new(Kind::Unit, key);
    for change in [
        change(unit(1), Field::TAGS, Value::Empty, stamp(20, 1), &[]),
        change(unit(2), Field::TAGS, Value::Empty, stamp(20, 1), &[]),
        change(project(1), P::Unit, Value::Ref(unit(1)), stamp(20, 1), &[]),
        change(project(1), P::Unit, Value::Ref(unit(2)), stamp(21, 1), &[stamp(20, 1)]),
        change(project(2), P::Name, Value::text("别的"), stamp(20, 1), &[]),
        change(
            RecordId::new(Kind::FollowUp, 6),
            FollowUpField::Project,
            Value::Ref(project(2)),
            stamp(20, 1),
            &[],
        ),
    ] {
        state.apply(change);
    }
    let follow_up = RecordId::new(Kind::FollowUp, 5);
    let author = RecordId::new(Kind::Author, 2);
    let expected = [unit(1), unit(2), project(1), follow_up, author];
    for scope in [Scope::Unit(unit(1)), Scope::Unit(unit(2)), Scope::Selection(vec![project(1)])] {
        let bundle = read(&export(&state, &have, &scope, &sender(), NOW));
        assert_eq!(bundle.records().collect::<Vec<_>>(), expected, "{scope:?}");
        assert_eq!(bundle.header.grants(&have), VersionVector::default());
    }
}

/// Any change a ledger may hold, whether it makes sense or not.
fn any_change() -> impl Strategy<Value = (RecordId, usize, String, Value, Stamp, Vec<Stamp>)> {
    let stamp = || (0u64..5, 0u16..2, 0u64..3).prop_map(|(t, c, n)| Stamp::new(t, c, NodeId(n)));
    let value = prop_oneof![
        Just(Value::Empty),
        any::<String>().prop_map(|t| Value::text(&t)),
        any::<i64>().prop_map(Value::Int),
        any::<bool>().prop_map(Value::Bool),
        Just(Value::Money(Money::yuan(-5))),
        Just(Value::Date(Date::ymd(1900, 1, 1).expect("a day"))),
        (0u64..3).prop_map(|key| Value::Ref(project(key))),
        Just(Value::Unknown(r#"{"a":[1,"b c"]}"#.into())),
    ];
    let record = (0..Kind::ALL.len(), 0u64..2).prop_map(|(kind, key)| RecordId::new(Kind::ALL[kind], key));
    let element = prop_oneof![Just(String::new()), "[a-z/]{1,3}", any::<String>()];
    (record, 0usize..120, element, value, stamp(), prop::collection::vec(stamp(), 0..3))
}

proptest! {
    #[test]
    fn whatever_is_held_reads_back(changes in prop::collection::vec(any_change(), 0..40)) {
        let mut state = State::default();
        for (record, field, element, value, stamp, over) in changes {
            let fields: Vec<Field> = Field::of(record.kind).map(|(field, _)| field).collect();
            let field = match fields.get(field) {
                Some(&field) => field,
                None => state.names_mut().unknown_field(&format!("new_{field}")).expect("room"),
            };
            let element = state.names_mut().element(&element);
            state.apply(change(record, CellKey { field, element }, value, stamp, &over));
        }
        let file = export(&state, &VersionVector::default(), &Scope::All, &sender(), NOW);
        let bundle = parse(file.as_bytes(), NOW);
        prop_assert!(bundle.is_ok(), "{:?}\n{}", bundle.err(), file);
        prop_assert_eq!(canonical(&merged(read(&file))), canonical(&state));
    }
}
