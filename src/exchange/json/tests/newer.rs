//! Files of other versions: what this one does not know passes through it unharmed.

use super::*;

const NEWER: &str = include_str!("../../../../tests/data/bundles/v2-imagined.json");
const OLDER: &str = include_str!("../../../../tests/data/bundles/v0.json");

#[test]
fn a_newer_file_is_kept_and_written_again() {
    let bundle = read(NEWER);
    assert!(bundle.header.is_newer());
    assert_eq!(bundle.header.scope, None, "a part this version cannot judge");
    assert_eq!(bundle.header.grants(&VersionVector::default()), VersionVector::default());
    let kept = &bundle.kept;
    assert_eq!(kept.fields[&(Kind::Project, "carbon".to_string())], 2);
    assert_eq!(kept.fields[&(Kind::Foreign, "city".to_string())], 1);
    assert_eq!(kept.kinds["visit"], 1);
    assert_eq!((kept.values, kept.keys), (2, 2));
    let first = merged(bundle);
    assert_eq!(first.get(project(1), P::Jobs), &Value::Unknown(r#"{"from":200,"to":300}"#.into()));
    assert_eq!(first.count(Kind::Foreign), 1);

    // Through this version's own file, strict as that is, all of it arrives.
    let file = export(&first, &VersionVector::default(), &Scope::All, &sender(), NOW);
    for word in [
        r#""kind": "visit", "id": "q-0000000000009""#,
        r#""carbon/scope 1": {"tonnes":1.10}"#,
        r#""jobs": {"from":200,"to":300}"#,
        r#""kept""#,
    ] {
        assert!(file.contains(word), "{word} in\n{file}");
    }
    assert!(!file.contains("foreign"), "{file}");
    let second = merged(read(&file));
    assert_eq!(canonical(&second), canonical(&first));
    let ahead = preview(&first, &read(NEWER), NodeId(1), NOW);
    assert!(ahead.is_nothing_new(), "{ahead:?}");
}

#[test]
fn an_older_file_is_brought_up_to_date() {
    let bundle = read(OLDER);
    assert!(bundle.header.is_older());
    assert_eq!(bundle.header.from.name, "李海燕");
    assert!(bundle.kept.is_empty(), "{:?}", bundle.kept);
    let state = merged(bundle);
    assert_eq!(state.get(project(1), P::TotalInvestment), &Value::Money(Money::yuan(350_000_000)));
    let signed = CellKey::of(P::MilestoneDate, Milestone::Signed.element());
    assert_eq!(state.get(project(1), signed).as_date(), Date::ymd(2026, 3, 1));
    let stamp = state.record(project(1)).and_then(|record| record.cell(P::Name)).map(|cell| cell.stamp);
    assert_eq!(stamp, Some(Stamp::new(1_789_999_000_002, 3, NodeId(1))));
}

#[test]
fn the_first_release_stays_readable() {
    let state = merged(read(include_str!("../../../../tests/data/bundles/v1.json")));
    assert_eq!(canonical(&state), canonical(&sample().0));
}
