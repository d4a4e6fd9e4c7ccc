use super::*;
use crate::domain::field::{HearingField as H, PledgeField as L, TargetField as G, UnitField as U};
use crate::domain::{Kind, Value};
use crate::ledger::{CellKey, Edit, NodeId, Stamp};
use crate::rules::hearing::{Order, brief, in_order};
use crate::rules::metrics::reading;
use crate::rules::metrics::tests::fixture::{Office, day, finish, on, set, signed, unit};
use crate::rules::query::Facts;

const JUNE: RecordId = RecordId::new(Kind::Hearing, 1);
const JULY: RecordId = RecordId::new(Kind::Hearing, 2);

/// Two towns with targets of 12 and 6 for the year; the first is heard on 31 July, having promised 3 by then.
fn county() -> Office {
    let target = |key: u64, number: i64| {
        let id = RecordId::new(Kind::Target, key);
        vec![
            set(id, G::Metric, Value::Ref(standard::id("signed"))),
            set(id, G::Unit, Value::Ref(unit(key))),
            set(id, G::Period, Value::text("2026")),
            set(id, G::Number, Value::Int(number * 10_000)),
            set(unit(key), U::Name, Value::text(["", "青禾镇", "双桥镇"][key as usize])),
            set(unit(key), U::RankGroup, Value::text("乡镇组")),
            set(unit(key), U::Order, Value::Int(key as i64)),
        ]
    };
    let pledge = |key: u64, at: RecordId, given: &str, due: &str| {
        let id = RecordId::new(Kind::Pledge, key);
        vec![
            set(id, L::Unit, Value::Ref(unit(1))),
            set(id, L::Hearing, Value::Ref(at)),
            on(id, L::On, given),
            on(id, L::DueOn, due),
        ]
    };
    let mut edits = [
        vec![on(JUNE, H::On, "2026-06-30"), on(JULY, H::On, "2026-07-31")],
        vec![
            set(JULY, H::Name, Value::text("7月过堂会")),
            set(JULY, H::Chair, Value::text("县长")),
            set(JULY, H::Minutes, Value::text("会议议定：\n\n  用地指标优先保障。")),
        ],
        target(1, 12),
        target(2, 6),
        signed(1, unit(1), "2026-02-01", 1),
        signed(2, unit(1), "2026-07-31", 1),
        signed(3, unit(2), "2026-03-01", 1),
        pledge(1, JUNE, "2026-06-30", "2026-07-30"),
        pledge(2, JULY, "2026-07-31", "2026-08-31"),
    ]
    .concat();
    edits.extend([
        set(RecordId::new(Kind::Pledge, 1), L::Metric, Value::Ref(standard::id("signed"))),
        set(RecordId::new(Kind::Pledge, 1), L::Number, Value::Int(30_000)),
        set(RecordId::new(Kind::Pledge, 2), L::Content, Value::text("再签约 2 个项目")),
    ]);
    let mut state = State::default();
    let element = state.names_mut().element(&unit(1).to_string());
    edits.push(Edit::new(JULY, CellKey::of(H::UnitMinutes, element), Value::text("用地紧张。\n8月补上。")));
    for (at, edit) in (1..).zip(edits) {
        for change in state.changes_for(vec![edit], Stamp::new(at, 0, NodeId(1))) {
            state.apply(change);
        }
    }
    finish(state)
}

fn text(l: Lang) -> Vec<String> {
    let office = county();
    let brief = brief((&office, &reading(&office)), &[], JULY, day("2026-08-02")).expect("it is there");
    let order = in_order(&brief.units, Order::Office);
    minutes(l, office.state(), &brief, &order).into_iter().map(|of| of.text).collect()
}

#[test]
fn the_minutes_tell_what_was_done_said_and_promised() {
    // Seven of twelve months are 58.3 %. The first did 2 of 12, which is 16.7 % and 41.7 points behind; the second 1 of
    // 6, the same 16.7 %, so that both share the first place. By 30 July one was signed of the 3 that were promised.
    assert_eq!(
        text(Lang::Zh),
        [
            "7月过堂会纪要",
            "时间：2026-07-31",
            "主持：县长",
            "数据：截至 2026-07-31，序时进度 58.3%",
            "2 个单位中 1 个过堂。上次承诺 1 项：未兑现 1。当场承诺 1 项。",
            "一、青禾镇",
            "完成情况：新签约项目目标 12个，完成 2个，完成率 16.7%，欠序时 41.7 个百分点，差 10个，组内第 1 名（共 2 个单位）。",
            "上次承诺：新签约项目累计达到 3个（2026-07-30 前），实际 1个，未兑现。",
            "发言要点：用地紧张。",
            "8月补上。",
            "本次承诺：再签约 2 个项目（2026-08-31 前）。",
            "未过堂：双桥镇。",
            "二、其他事项",
            "会议议定：",
            "用地指标优先保障。",
        ]
    );
}

#[test]
fn they_read_in_english_too() {
    let text = text(Lang::En);
    assert!(text[0].ends_with(": minutes"));
    assert_eq!(text[4], "1 of 2 units were heard. Before: 1 pledge: 1 broken. New pledges: 1.");
    assert_eq!(
        text[6],
        "Done: Newly signed projects 2 of 12, 16.7%, 41.7 points behind, 10 left, number 1 of 2 in its group."
    );
    assert_eq!(text[7], "Last pledges: Newly signed projects: 3 in all (by 2026-07-30), 1 done, broken.");
}

#[test]
fn without_anybody_heard_they_are_a_head() {
    let office = county();
    let brief = brief((&office, &reading(&office)), &[], JUNE, day("2026-06-01")).expect("it is there");
    let heard: Vec<Part> = minutes(Lang::Zh, office.state(), &Brief { units: Vec::new(), ..brief }, &[])
        .iter()
        .map(|of| of.part)
        .collect();
    assert_eq!(heard, [Part::Title, Part::Fact, Part::Fact]);
}

#[test]
fn headings_count_in_chinese() {
    let said = [1, 10, 11, 20, 35, 99, 100].map(in_han);
    assert_eq!(said, ["一", "十", "十一", "二十", "三十五", "九十九", "100"]);
}
