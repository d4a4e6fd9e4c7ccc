//! The documented format is the real one: the committed schema is what the field tables say, and real
//! files are valid under it.

use jsonschema::Validator;
use serde_json::Value as Json;
use zhaoshang::domain::field::{Elements, FieldType};
use zhaoshang::domain::{Date, Field, Kind, Milestone, Money, RecordId, Value};
use zhaoshang::exchange::json::{Scope, Sender, export, export_signed, schema};
use zhaoshang::exchange::seal::{Chain, DeviceKey, Held, Seal, Signer};
use zhaoshang::ledger::{CellKey, Change, NodeId, Stamp, State, VersionVector};

const COMMITTED: &str = "docs/format.schema.json";

fn validator() -> Validator {
    let schema: Json = serde_json::from_str(&schema()).expect("JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("a JSON Schema");
    jsonschema::draft202012::new(&schema).expect("a JSON Schema")
}

fn check(validator: &Validator, file: &str) {
    let file: Json = serde_json::from_str(file).expect("JSON");
    let errors: Vec<String> =
        validator.iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// A state with every field of every kind, set, changed and cleared.
fn everything() -> State {
    let mut state = State::default();
    let stamp = |time| Stamp::new(1_790_000_000_000 + time, 0, NodeId(1));
    for &kind in Kind::ALL.iter().filter(|&&kind| kind != Kind::Foreign) {
        let record = RecordId::new(kind, 7);
        for (field, def) in Field::of(kind) {
            if field == Field::FOREIGN_KIND || field == Field::FOREIGN_ID {
                continue;
            }
            let element = match def.elements {
                Elements::One => 0,
                Elements::Milestones => Milestone::Signed.element(),
                Elements::Set(_) | Elements::Free => state.names_mut().element("首位产业 \"x\"/1"),
                Elements::Records(of) => {
                    let id = RecordId::new(of, 9).to_string();
                    state.names_mut().element(&id)
                }
                Elements::Evidence => state.names_mut().element("signed/协议扫描件"),
            };
            let value = match def.ty {
                FieldType::Text | FieldType::LongText | FieldType::Phone | FieldType::Choice(_) => {
                    Value::text("一\n\"二\"")
                }
                FieldType::Int
                | FieldType::Area
                | FieldType::Percent
                | FieldType::Rate
                | FieldType::Days
                | FieldType::Number
                | FieldType::Moment => Value::Int(-3),
                FieldType::Bool => Value::Bool(true),
                FieldType::Date => Date::ymd(2026, 9, 30).map_or(Value::Empty, Value::Date),
                FieldType::Money => Value::Money(Money::yuan(350_000_000)),
                FieldType::Ref(to) => Value::Ref(RecordId::new(to, u64::MAX)),
                FieldType::Same => Value::Ref(RecordId::new(kind, 8)),
            };
            let cell = CellKey::of(field, element);
            let first = stamp(u64::from(field.0 % 3));
            let change =
                |value, stamp, over: &[Stamp]| Change { record, cell, value, stamp, over: over.into() };
            state.apply(change(Value::Empty, first, &[]));
            state.apply(change(value.clone(), stamp(10), &[first]));
            state.apply(change(value, stamp(11), &[first]));
        }
    }
    state
}

fn files(state: &State) -> Vec<String> {
    let have: VersionVector = [Stamp::new(1_790_000_000_011, 5, NodeId(1))].into_iter().collect();
    let from = Sender { node: NodeId(3), name: "李海燕".into(), unit: "城关镇".into() };
    let scopes = [
        Scope::All,
        Scope::Unit(RecordId::new(Kind::Unit, 7)),
        Scope::Selection(vec![RecordId::new(Kind::Project, 7)]),
        Scope::Since {
            colleague: Some(NodeId(2)),
            since: [Stamp::new(1_790_000_000_010, 0, NodeId(1))].into_iter().collect(),
        },
    ];
    let made = 1_790_000_000_020;
    let mut files: Vec<String> =
        scopes.iter().map(|scope| export(state, &have, scope, &from, made)).collect();
    let key = DeviceKey::from_seed(&[7; 32]);
    let seal = Seal::make(&key, &Chain::over(&Held::of(state), NodeId(1)));
    let signer = Signer { key: &key, seals: seal.into_iter().collect() };
    files.extend(scopes.iter().map(|scope| export_signed(state, &have, scope, (&from, made), Some(&signer))));
    files
}

/// `UPDATE=1 cargo test --test format` writes the file anew.
#[test]
fn the_committed_schema_is_current() {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(COMMITTED, schema()).expect("writable");
    }
    let committed = std::fs::read_to_string(COMMITTED).expect("docs/format.schema.json");
    assert!(committed == schema(), "{COMMITTED} is out of date: UPDATE=1 cargo test --test format");
}

#[test]
fn real_files_are_valid() {
    let validator = validator();
    for file in files(&everything()) {
        check(&validator, &file);
    }
    check(&validator, include_str!("data/bundles/v1.json"));
    check(&validator, include_str!("data/bundles/v1-signed.json"));
}

#[test]
fn files_that_pass_on_what_they_do_not_know_are_valid() {
    let mut state = State::default();
    let newer = include_bytes!("data/bundles/v2-imagined.json");
    let bundle = zhaoshang::exchange::json::parse(newer, 1_790_000_000_000).expect("a good file");
    let changes = bundle.into_changes(state.names_mut()).expect("room for names");
    for change in changes {
        state.apply(change);
    }
    for file in files(&state) {
        check(&validator(), &file);
    }
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let validator = validator();
    let file = include_str!("data/bundles/v1.json");
    for (from, to) in [
        (r#""CNY":360000000"#, r#""CNY":"3.6亿""#),
        (r#""CNY":360000000"#, r#""XYZ":1"#),
        (r#""land_area": null"#, r#""land_area": 1.5"#),
        (r#""2026-03-09""#, r#""9.3.2026""#),
        (r#""id": "w-0000000000005""#, r#""id": "p-0000000000005""#),
        (r#""tags/重点": true"#, r#""tags/重点": "yes""#),
        (r#""name": "景"#, r#""Name": "景"#),
        ("005Z a2", "005Z"),
        (r#""have""#, r#""had""#),
        (r#"{"kind": "all"}"#, r#"{"kind": "unit"}"#),
        (r#""version": 1"#, r#""version": "1""#),
    ] {
        let bad = file.replacen(from, to, 1);
        assert_ne!(bad, file);
        let bad: Json = serde_json::from_str(&bad).expect("JSON");
        assert!(!validator.is_valid(&bad), "{to}");
    }
}

/// The examples in the text are of this format: the large one is a whole file.
#[test]
fn the_example_in_the_text_is_valid() {
    let text = std::fs::read_to_string("docs/format.md").expect("docs/format.md");
    let example =
        text.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    check(&validator(), example);
    zhaoshang::exchange::json::parse(example.as_bytes(), 1_790_000_000_000).expect("a good file");
}
