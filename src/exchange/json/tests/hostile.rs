//! Files that are not what they should be.

use super::*;
use crate::domain::FieldType;

fn only(fault: Fault) -> Vec<(usize, Fault)> {
    vec![(0, fault)]
}

fn fault_of(bytes: &[u8]) -> Fault {
    parse(bytes, NOW).expect_err("a bad file").remove(0).fault
}

#[test]
fn other_files_are_told_apart() {
    for (bytes, kind) in [
        (&b"PK\x03\x04rest"[..], FileKind::Zip),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", FileKind::OldOffice),
        (b"%PDF-1.7", FileKind::Pdf),
        (b"\x1f\x8b\x08", FileKind::Gzip),
        (b"\x89PNG\r\n", FileKind::Picture),
        (b"<html></html>", FileKind::Markup),
        (b"[1, 2]", FileKind::OtherJson),
        (br#"{"type": "FeatureCollection"}"#, FileKind::OtherJson),
        ("项目名称,投资额\n".as_bytes(), FileKind::PlainText),
    ] {
        assert_eq!(fault_of(bytes), Fault::WrongFile(kind));
    }
    assert_eq!(fault_of(b""), Fault::Empty);
    assert_eq!(fault_of(b"\xef\xbb\xbf \n"), Fault::Empty);
    assert_eq!(fault_of(b"\xff\xfe{\x00"), Fault::NotUtf8);
    assert_eq!(fault_of(b"{\"format\": \"\xd5\xd0\xc9\xcc\"}"), Fault::NotUtf8, "GB18030");
    assert_eq!(Fault::WrongFile(FileKind::Zip).remedy(), Remedy::ImportAsSpreadsheet);
}

#[test]
fn layout_and_marks_of_editors_do_no_harm() {
    let file = sample_file();
    let expected = canonical(&merged(read(&file)));
    let windows = format!("\u{feff}{}", file.replace('\n', "\r\n"));
    assert_eq!(canonical(&merged(read(&windows))), expected);
    let value: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    let pretty = serde_json::to_string_pretty(&value).expect("JSON");
    assert_eq!(canonical(&merged(read(&pretty))), expected);
}

#[test]
fn a_cut_file_is_refused_wherever_it_is_cut() {
    let file = sample_file();
    let whole = file.trim_end().len();
    for end in 1..whole {
        assert_eq!(fault_of(&file.as_bytes()[..end]), Fault::Cut, "cut at {end}");
    }
}

#[test]
fn each_problem_is_said_where_it_is() {
    let file = sample_file();
    for (from, to, line, fault) in [
        (r#""CNY":360000000"#, r#""CNY":"3.6亿""#, 26, Fault::Wrong(Expected::Value(FieldType::Money))),
        (r#""2026-03-09""#, r#""2026-02-30""#, 17, Fault::Wrong(Expected::Value(FieldType::Date))),
        (r#""land_area": null"#, r#""land_area": 1.5"#, 21, Fault::Wrong(Expected::Value(FieldType::Area))),
        (r#""name": "景"#, r#""Name": "景"#, 23, Fault::Wrong(Expected::CellName)),
        (r#""milestone_date/signed""#, r#""milestone_date""#, 22, Fault::Wrong(Expected::CellName)),
        (r#""name": "景"#, r#""name/x": "景"#, 23, Fault::Wrong(Expected::CellName)),
        (r#""name": "景"#, r#""remark": "景"#, 20, Fault::KeyTwice),
        (r#""id": "w-0000000000005""#, r#""id": "p-0000000000005""#, 15, Fault::Wrong(Expected::Id)),
        ("005Z a2", "005Z a3", 28, Fault::UnknownAuthor),
        ("005Z a2", "005 a2", 28, Fault::Wrong(Expected::Stamp)),
        ("005Z a2", "003Z a2", 24, Fault::OutOfOrder),
        (r#""remark": "乙","#, "", 28, Fault::NoSuchCell),
        (
            r#""project": "p-0000000000001""#,
            r#""project": "u-0000000000001""#,
            18,
            Fault::Wrong(Expected::Value(FieldType::Ref(Kind::Project))),
        ),
        (r#""stamp": "2026-09-21T13:56:40.004Z a1""#, r#""time": 4"#, 34, Fault::Missing("stamp")),
    ] {
        let bad = file.replacen(from, to, 1);
        assert_ne!(bad, file, "{from}");
        let found = faults(&bad);
        assert!(found.contains(&(line, fault.clone())), "{fault:?} in line {line}, not {found:?}\n{bad}");
    }
}

#[test]
fn a_problem_names_record_and_cell() {
    let bad = sample_file().replacen(r#""CNY":360000000"#, r#""CNY":0.1"#, 1);
    let problem = parse(bad.as_bytes(), NOW).expect_err("a bad file").remove(0);
    assert_eq!(problem.place.record, Some(3));
    assert_eq!(problem.place.id.as_deref(), Some("p-0000000000001"));
    assert_eq!(problem.place.key.as_deref(), Some("total_investment"));
    assert_eq!(problem.fault.remedy(), Remedy::CorrectPlace);
}

#[test]
fn the_head_must_be_whole() {
    let file = sample_file();
    let without = |line: &str| {
        let kept: Vec<&str> = file.lines().filter(|l| !l.starts_with(line)).collect();
        faults(&kept.join("\n"))
    };
    assert_eq!(without("\"version\""), only(Fault::Missing("version")));
    for key in ["made", "from", "have"] {
        assert_eq!(without(&format!("\"{key}\"")), only(Fault::Missing(key)));
    }
    let strange = file.replace(r#"{"kind": "all"}"#, r#"{"kind": "sector"}"#);
    assert_eq!(faults(&strange), only(Fault::Wrong(Expected::Scope)));
    let negative = file.replace(r#""version": 1"#, r#""version": -1"#);
    assert_eq!(faults(&negative), only(Fault::Wrong(Expected::Whole)));
    let twice = file.replacen("\"made\"", "\"from\": {},\n\"made\"", 1);
    assert_eq!(faults(&twice), only(Fault::KeyTwice));
    let stranger = file.replace("004Z a1\", \"2026", "004Z a9\", \"2026");
    assert_eq!(faults(&stranger)[0], (7, Fault::UnknownAuthor));
}

#[test]
fn a_record_stands_once() {
    let file = sample_file();
    let start = file.find("{\"kind\": \"author\"").expect("a record");
    let end = file.find("{\"kind\": \"follow_up\"").expect("a record");
    let twice = format!("{}{}", &file[..end], &file[start..]);
    assert_eq!(faults(&twice), [(15, Fault::RecordTwice)]);
}

#[test]
fn a_later_alteration_is_noticed() {
    let file = sample_file();
    for (from, to) in [
        ("360000000", "350000001"),
        ("王建国\"}},\n{", "王建图\"}},\n{"),
        ("004Z a1\", \"2026", "003Z a1\", \"2026"),
    ] {
        let altered = file.replacen(from, to, 1);
        assert_ne!(altered, file);
        assert_eq!(faults(&altered), only(Fault::Altered), "{from}");
        // Whoever takes the sum out takes the alteration on himself.
        let unsigned = altered.replace(",\n\"check\": \"fwrwv2pa3z8a1\"", "");
        assert!(parse(unsigned.as_bytes(), NOW).is_ok());
    }
}

#[test]
fn stamps_from_the_far_future_are_refused() {
    let (mut state, have) = sample();
    let at = |millis| Stamp::new(millis, 0, NodeId(9));
    state.apply(change(project(1), P::Code, Value::text("甲"), at(NOW + MAX_AHEAD), &[]));
    let file = export(&state, &have, &Scope::All, &sender(), NOW);
    assert!(parse(file.as_bytes(), NOW).is_ok());
    let newest = NOW + MAX_AHEAD + 1;
    state.apply(change(project(1), P::Code, Value::text("乙"), at(newest), &[]));
    let file = export(&state, &have, &Scope::All, &sender(), NOW);
    assert_eq!(faults(&file), only(Fault::Future { newest, now: NOW }));
    let beyond = file.replace("2027-09-22T14:13:20.001Z", "2201-01-01T00:00:00.000Z");
    assert!(faults(&beyond).iter().any(|(_, fault)| *fault == Fault::Wrong(Expected::Stamp)));
}

#[test]
fn long_lists_of_problems_are_cut_short() {
    let mut file = sample_file();
    let records: Vec<String> =
        (0..150).map(|n| format!("{{\"kind\": \"project\", \"id\": \"{n}\"}}")).collect();
    let start = file.find("\"records\"").expect("records");
    file.replace_range(start.., &format!("\"records\": [\n{}]\n}}", records.join(",\n")));
    let found = faults(&file);
    assert_eq!(found.len(), 101);
    assert_eq!(found[99], (111, Fault::Wrong(Expected::Id)));
    assert_eq!(found[100], (0, Fault::More(50)));
}

#[test]
fn limits_are_kept() {
    let file = sample_file();
    let many =
        |count: usize, item: &dyn Fn(usize) -> String| (0..count).map(item).collect::<Vec<_>>().join(",");
    let cells = |word: &str, count: usize| {
        let cells = many(count, &|n| format!("\"{word}{n}\": null"));
        file.replacen("\"land_area\": null", &cells, 1).replace("\"check\"", "\"unchecked\"")
    };
    assert!(parse(cells("tags/", MAX_CELLS - 5).as_bytes(), NOW).is_ok());
    assert!(faults(&cells("tags/", MAX_CELLS - 4)).contains(&(19, Fault::TooMuch(Limit::Cells))));
    assert!(parse(cells("new_", MAX_UNKNOWN_FIELDS).as_bytes(), NOW).is_ok());
    assert_eq!(faults(&cells("new_", MAX_UNKNOWN_FIELDS + 1)), [(21, Fault::TooMuch(Limit::UnknownFields))]);

    let history = |count: usize| {
        let item = |n| {
            format!(
                r#"{{"value": null, "stamp": "2026-08-{:02}T01:00:00.{:03}Z a1"}}"#,
                1 + n / 1000,
                n % 1000
            )
        };
        let earlier = format!("{},\n   {{\"value\": \"甲\"", many(count - 1, &item));
        file.replacen("{\"value\": \"甲\"", &earlier, 1).replace("\"check\"", "\"unchecked\"")
    };
    let long = read(&history(MAX_HISTORY));
    let remark = long.changes_of(project(1)).iter().filter(|change| change.cell == CellKey::one(P::Remark));
    assert_eq!(remark.count(), MAX_HISTORY + 1);
    assert_eq!(faults(&history(MAX_HISTORY + 1))[0], (33, Fault::TooMuch(Limit::History)));
}

#[test]
fn deep_and_unreadable_values_are_refused() {
    let put = |value: &str| sample_file().replacen("\"land_area\": null", &format!("\"soil\": {value}"), 1);
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for value in [&deep, "\"\\ud800\"", "1e999"] {
        assert_eq!(faults(&put(value)), [(21, Fault::Wrong(Expected::Readable))]);
    }
}

/// Any JSON, as text.
fn any_json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_string()),
        any::<bool>().prop_map(|b| b.to_string()),
        any::<i64>().prop_map(|n| n.to_string()),
        "[a-z/]{0,5}".prop_map(|t| format!("\"{t}\"")),
        Just("\"2026-09-21T13:56:40.004Z a1\"".to_string()),
        Just("\"p-0000000000001\"".to_string()),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        let key = prop_oneof![
            Just("kind"),
            Just("id"),
            Just("stamp"),
            Just("fields"),
            Just("stamps"),
            Just("over"),
            Just("history"),
            Just("kept"),
            Just("value"),
            Just("name"),
            Just("tags/a"),
            Just("node"),
            Just("records"),
            Just("a1"),
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec((key, inner), 0..6).prop_map(|members| {
                let members: Vec<String> = members.into_iter().map(|(k, v)| format!("\"{k}\":{v}")).collect();
                format!("{{{}}}", members.join(","))
            }),
        ]
    })
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = parse(&bytes, NOW);
    }

    #[test]
    fn no_json_makes_it_panic(
        values in prop::collection::vec(any_json(), 8),
        version in 0u32..3,
        record in any_json(),
        member in 0usize..8,
    ) {
        // Mostly right, so that it gets far.
        let good = [
            r#""2026-09-21T13:56:40.004Z""#, r#"{"node":"0000000000001"}"#, r#"{"kind":"all"}"#, "[]",
            r#"{"a1":{"node":"0000000000001"}}"#,
        ];
        let mut parts: Vec<String> = good.iter().map(|text| text.to_string()).collect();
        parts.push(format!(
            r#"[{record},{{"kind":"project","id":"p-0000000000001","stamp":"2026-09-21T13:56:40.004Z a1","fields":{},"history":{},"over":{}}}]"#,
            values[0], values[1], values[2],
        ));
        if let Some(part) = parts.get_mut(member) {
            part.clone_from(&values[3]);
        }
        let keys = ["made", "from", "scope", "have", "authors", "records"];
        let members: Vec<String> = keys.iter().zip(&parts).map(|(k, v)| format!("\"{k}\":{v}")).collect();
        let file = format!(r#"{{"format":"zhaoshang","version":{version},{}}}"#, members.join(","));
        if let Ok(bundle) = parse(file.as_bytes(), NOW) {
            // What was accepted can be merged, and written so that it is accepted again.
            let state = merged(bundle);
            let again = export(&state, &VersionVector::default(), &Scope::All, &sender(), NOW);
            prop_assert!(parse(again.as_bytes(), NOW).is_ok(), "{again}");
        }
    }

    /// Files damaged on the way are refused, or the damage was where it does no harm.
    #[test]
    fn damage_is_noticed(at in any::<prop::sample::Index>(), len in 0usize..40, with in "[ -~甲]{0,3}") {
        let file = sample_file();
        let expected = canonical(&merged(read(&file)));
        let mut chars: Vec<char> = file.chars().collect();
        let from = at.index(chars.len());
        chars.splice(from..(from + len).min(chars.len()), with.chars());
        let damaged: String = chars.into_iter().collect();
        let same_version = damaged.contains("\"version\": 1,") && damaged.contains("\"check\": \"");
        if let Ok(bundle) = parse(damaged.as_bytes(), NOW)
            && same_version
        {
            let state = merged(bundle);
            let again = export(&state, &sample().1, &Scope::All, &sender(), NOW);
            prop_assert_eq!(canonical(&state), expected, "{}", again);
        }
    }
}
