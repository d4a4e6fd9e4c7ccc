//! What the plan proposes, and what a person decides, in words.

use super::target;
use crate::exchange::import::{Alike, Decision, LeftOut, Note, Outcome, Rejection, Twin};
use crate::exchange::sheet::rows::RowDoubt;
use crate::i18n::{Lang, Text, labels, plural};
use crate::rules::duplicates::{Level, Sign, StageStep};

/// What is proposed for a row, in one or two words.
pub fn outcome(l: Lang, outcome: &Outcome, decided: &Decision) -> String {
    let text = match (outcome, decided) {
        (Outcome::Rejected(_), _) => Text::new("不能导入", "Rejected"),
        (_, Decision::Skip) => Text::new("跳过", "Left out"),
        (Outcome::New, _) => Text::new("新增", "New"),
        (Outcome::Update(_) | Outcome::Same(_), Decision::Update) => Text::new("以台账为准", "File wins"),
        (Outcome::Update(_), _) => Text::new("更新", "Update"),
        (Outcome::Same(_), _) => Text::new("无变化", "No change"),
        (Outcome::Duplicate(_), Decision::Merge) => Text::new("合并", "Merge"),
        (Outcome::Duplicate(_), Decision::Update) => Text::new("更新已有", "Update"),
        (Outcome::Duplicate(_), Decision::KeepBoth(_)) => Text::new("两条都留", "Keep both"),
        (Outcome::Duplicate(alike), Decision::Open) => match alike.level {
            Level::Certain => Text::new("重复待定", "Duplicate?"),
            _ => Text::new("疑似待定", "Similar?"),
        },
    };
    text.get(l).to_owned()
}

/// A choice about a duplicate: its name and what it does.
pub const fn decision(decision: &Decision) -> (Text, Text) {
    match decision {
        Decision::Open => {
            (Text::new("待定", "Open"), Text::new("还没定，先不导入", "Not decided; the row stays out"))
        }
        Decision::Merge => (
            Text::new("合并", "Merge"),
            Text::new(
                "只补已有记录缺的，不改已有的值",
                "Fills in what the record lacks and changes nothing it has",
            ),
        ),
        Decision::Update => (
            Text::new("更新", "Update"),
            Text::new("以本行的值替换已有的值", "This row's values replace the record's"),
        ),
        Decision::KeepBoth(_) => (
            Text::new("两条都留", "Keep both"),
            Text::new("是两个项目，写明理由", "They are two projects; give the reason"),
        ),
        Decision::Skip => (Text::new("跳过", "Skip"), Text::new("本行不导入", "This row is left out")),
    }
}

/// How sure it is that two records are one project.
pub const fn level(level: Level) -> Text {
    match level {
        Level::Certain => Text::new("应是同一个项目", "Very likely the same project"),
        Level::Confirm => Text::new("可能是同一个项目，请确认", "Perhaps the same project; please confirm"),
        Level::Hint => Text::new("有相似之处，供参考", "Something in common, for your information"),
    }
}

/// What gave a duplicate away.
pub fn sign(l: Lang, sign: Sign) -> String {
    let text = match sign {
        Sign::SimilarName(percent) => {
            return match l {
                Lang::Zh => format!("投资方相同，名称相似 {percent}%"),
                Lang::En => format!("same investor, names {percent}% alike"),
            };
        }
        Sign::UpperCode => Text::new("上级编码相同", "same upper-level code"),
        Sign::Code => Text::new("项目编号相同", "same project code"),
        Sign::Name => Text::new("名称相同，投资方相符", "same name, matching investor"),
        Sign::NameOnly => Text::new("名称相同，投资方不同", "same name, other investor"),
        Sign::SameScale => {
            Text::new("投资方、产业相同，金额相近", "same investor and industry, similar amount")
        }
        Sign::Phone => Text::new("电话相同", "same telephone"),
        Sign::Address => Text::new("地址相同或重叠", "same or overlapping address"),
    };
    text.get(l).to_owned()
}

/// Where the row stands beside the other account.
pub const fn step(step: StageStep) -> Text {
    match step {
        StageStep::Forward => Text::new("本行阶段更靠后：是进展", "This row is further on: progress"),
        StageStep::Same => Text::new("阶段相同", "At the same stage"),
        StageStep::Backward => Text::new("本行阶段更靠前，请当心", "This row is further back: beware"),
    }
}

/// Why two records are taken for one, as a sentence.
pub fn alike(l: Lang, alike: &Alike) -> String {
    likeness(l, alike.level, &alike.signs)
}

/// How sure it is that two records are one, and what gave it away.
pub fn likeness(l: Lang, sure: Level, signs: &[Sign]) -> String {
    let signs: Vec<String> = signs.iter().map(|s| sign(l, *s)).collect();
    match l {
        Lang::Zh => format!("{}：{}", level(sure).get(l), signs.join("，")),
        Lang::En => format!("{}: {}", level(sure).get(l), signs.join(", ")),
    }
}

/// What the other account is: a record here, or another line of the file.
pub fn twin(l: Lang, twin: Twin, line: usize) -> String {
    match (l, twin) {
        (Lang::Zh, Twin::Ledger(_)) => "本簿已有".to_owned(),
        (Lang::En, Twin::Ledger(_)) => "Already here".to_owned(),
        (Lang::Zh, Twin::Row(_)) => format!("台账第 {line} 行"),
        (Lang::En, Twin::Row(_)) => format!("Line {line} of the file"),
    }
}

/// Something to know about a row.
pub fn note(l: Lang, note: Note) -> String {
    let stage = |stage| labels::stage(stage).get(l);
    match (l, note) {
        (Lang::Zh, Note::StageUndated(milestone)) => {
            format!("阶段为“{}”但未载日期，按台账日期记，并注明", labels::milestone(milestone).get(l))
        }
        (Lang::En, Note::StageUndated(milestone)) => {
            format!(
                "“{}” is stated without a date; the file's date is used and noted",
                labels::milestone(milestone).get(l)
            )
        }
        (Lang::Zh, Note::StageBehind { known, row }) => {
            format!("台账为“{}”，本簿已到“{}”，不往回退", stage(row), stage(known))
        }
        (Lang::En, Note::StageBehind { known, row }) => {
            format!(
                "The file says “{}”, here it is “{}” already; it does not go back",
                stage(row),
                stage(known)
            )
        }
        (Lang::Zh, Note::StageBelowDates { word, dates }) => {
            format!("阶段写“{}”，日期却到“{}”，以日期为准", stage(word), stage(dates))
        }
        (Lang::En, Note::StageBelowDates { word, dates }) => {
            format!("The stage says “{}” but the dates reach “{}”; the dates hold", stage(word), stage(dates))
        }
        (Lang::Zh, Note::OtherName) => {
            "信用代码已属于另一名称的企业：按同一家记，本行写的名称另存，请核对代码".to_owned()
        }
        (Lang::En, Note::OtherName) => {
            "A company of another name has this credit code: taken for the same, this name is kept beside it; check the code"
                .to_owned()
        }
        (Lang::Zh, Note::Restored) => "此项目曾被删除或撤销，将恢复".to_owned(),
        (Lang::En, Note::Restored) => "This project was deleted or undone before and comes back".to_owned(),
    }
}

/// What is doubtful about a row as a whole.
pub fn row_doubt(l: Lang, doubt: RowDoubt) -> String {
    let name = |key| target(l, key);
    match (l, doubt) {
        (Lang::Zh, RowDoubt::NoName) => "没有项目名称，请补上".to_owned(),
        (Lang::En, RowDoubt::NoName) => "There is no project name; type one".to_owned(),
        (Lang::Zh, RowDoubt::OutOfOrder(a, b)) => format!("“{}”晚于“{}”，请核对", name(a), name(b)),
        (Lang::En, RowDoubt::OutOfOrder(a, b)) => {
            format!("“{}” is later than “{}”; please check", name(a), name(b))
        }
        (Lang::Zh, RowDoubt::PartOverWhole(a, b)) => format!("“{}”大于“{}”，请核对", name(a), name(b)),
        (Lang::En, RowDoubt::PartOverWhole(a, b)) => {
            format!("“{}” exceeds “{}”; please check", name(a), name(b))
        }
        (Lang::Zh, RowDoubt::Ahead(a)) => format!("“{}”在今天之后，请核对是否已发生", name(a)),
        (Lang::En, RowDoubt::Ahead(a)) => format!("“{}” lies ahead; check that it has happened", name(a)),
        (Lang::Zh, RowDoubt::MoreLines(n)) => format!("下方另有 {n} 行续写，文字按列名原样保留"),
        (Lang::En, RowDoubt::MoreLines(n)) => {
            plural(n, "continuation row below is kept as text", "continuation rows below are kept as text")
        }
    }
}

/// Why a row was left out, and what to do, for the spreadsheet of such rows. `line` is that of the
/// row it repeats.
pub fn left_out(l: Lang, why: LeftOut, line: usize) -> String {
    match (l, why) {
        (Lang::Zh, LeftOut::Rejected(Rejection::NoName)) => "没有项目名称：补上名称后再导入".to_owned(),
        (Lang::En, LeftOut::Rejected(Rejection::NoName)) => {
            "No project name: add one and import again".to_owned()
        }
        (Lang::Zh, LeftOut::Undecided { twin: t, level: at }) => {
            format!(
                "与{}{}：未选择处理方式",
                twin(l, t, line),
                level(at).get(l).replace("是同一个项目", "重复")
            )
        }
        (Lang::En, LeftOut::Undecided { twin: t, level: at }) => {
            format!("{} ({}): no choice was made", level(at).get(l), twin(l, t, line))
        }
        (Lang::Zh, LeftOut::Skipped) => "导入时选择了跳过".to_owned(),
        (Lang::En, LeftOut::Skipped) => "Skipped at the import".to_owned(),
    }
}

/// The line that repeats the reason for keeping two records.
pub fn reason_for_keeping(l: Lang, reason: &str) -> String {
    match l {
        Lang::Zh => format!("两条都留：{reason}"),
        Lang::En => format!("Kept apart: {reason}"),
    }
}
