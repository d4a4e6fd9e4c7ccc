//! Stage words of all the systems seen, as one list of meanings.

use super::text::{is_empty_mark, squeeze};
use super::{Doubt, Reading};

/// What a stage word means. The order is that of the pipeline; the exits come last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StageWord {
    /// 谋划, 储备, 线索
    Planned,
    /// 洽谈, 在谈, 对接
    Negotiating,
    /// 签约
    Signed,
    /// 注册
    Registered,
    /// 落地
    Landed,
    /// 开工, 在建
    Started,
    /// 竣工
    Completed,
    /// 投产
    InProduction,
    /// 达效, 达产
    AtCapacity,
    /// 流失, 停止谈判
    Lost,
    /// 退库, 终止
    Withdrawn,
    /// 暂缓, 搁置
    OnHold,
}

use StageWord::{
    AtCapacity, Completed, InProduction, Landed, Lost, Negotiating, OnHold, Planned, Registered, Signed,
    Started, Withdrawn,
};

/// Every word, by its meaning. Where one word is part of another, the longer wins.
const WORDS: &[(StageWord, &str)] = &[
    (Planned, "谋划|储备|策划|线索|信息|前期|包装|拟谈"),
    (
        Negotiating,
        "在谈|洽谈|对接|跟踪|考察|意向|接洽|磋商|推进|拟签约|待签约|即将签约|未签约|计划签约|研判|\
        在跟|谈判",
    ),
    (
        Signed,
        "签约|签订|签署|已签|注册中|拟注册|未注册|待注册|签约未注册|签约未落地|签约未开工|\
        签约待开工|拟落地|待落地|未落地",
    ),
    (Registered, "注册|登记|已注册未开工"),
    (
        Landed,
        "落地|落户|供地|摘牌|拿地|拟开工|待开工|未开工|尚未开工|计划开工|即将开工|开工准备|\
        前期手续",
    ),
    (Started, "开工|动工|在建|建设|施工|启动|奠基|续建|拟竣工|未竣工|待竣工|设备安装|装修"),
    (Completed, "竣工|完工|建成|验收|拟投产|待投产|未投产|竣工未投产|试生产|调试"),
    (InProduction, "投产|投用|运营|开业|生产|营业"),
    (AtCapacity, "达效|达产|投产达效|达产达效|投产达产"),
    (Lost, "流失|停止谈判|谈判终止|终止谈判|谈判破裂|落户外地|失败|放弃"),
    (Withdrawn, "退库|出库|终止|中止|取消|撤销|退出|解约|注销"),
    (OnHold, "暂缓|暂停|搁置|停滞|停工|停建|缓建|观望"),
];

/// English words, for ledgers kept in English.
const ENGLISH: &[(StageWord, &str)] = &[
    (Planned, "planned|lead|prospect"),
    (Negotiating, "negotiating|negotiation"),
    (Signed, "signed"),
    (Registered, "registered"),
    (Landed, "landed"),
    (Started, "started|construction"),
    (Completed, "completed"),
    (InProduction, "in production|production|operational"),
    (AtCapacity, "at capacity"),
    (Lost, "lost"),
    (Withdrawn, "withdrawn|terminated"),
    (OnHold, "on hold|paused"),
];

/// Decoration around the word: "新增在谈", "已开工8", "在谈阶段", "签约项目".
fn bare(text: &str) -> String {
    let mut word = squeeze(text);
    for ending in ["项目", "阶段", "状态", "库", "中", "期", "类"] {
        if let Some(stripped) = word.strip_suffix(ending).filter(|s| s.chars().count() >= 2 && *s != "注册")
        {
            word = stripped.to_owned();
        }
    }
    let word = word.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | '.' | '、' | '-'));
    let word = ["新增", "已经", "正在", "正式", "新", "已", "正"]
        .iter()
        .find_map(|p| word.strip_prefix(p).filter(|s| s.chars().count() >= 2))
        .unwrap_or(word);
    word.to_owned()
}

/// Reads a stage word. A word found inside other words is taken with [`Doubt::Uncertain`]; when a
/// text holds several, the one that stands last counts ("签约后已开工").
pub fn stage(text: &str) -> Reading<StageWord> {
    if is_empty_mark(text) {
        return Reading::none();
    }
    let lower = super::tidy(text).to_ascii_lowercase();
    let exact = |table: &[(StageWord, &str)], word: &str| {
        table.iter().find(|(_, words)| words.split('|').any(|w| w == word)).map(|(stage, _)| *stage)
    };
    let whole = squeeze(text);
    let bare = bare(text);
    if let Some(found) =
        exact(ENGLISH, &lower).or_else(|| exact(WORDS, &whole)).or_else(|| exact(WORDS, &bare))
    {
        // "未开工" tells what has not happened; what has is a guess.
        let guess =
            ["未", "尚未", "待", "拟", "即将", "计划"].iter().any(|w| whole.starts_with(w) && whole != *w);
        return Reading {
            value: Some(found),
            doubts: if guess { vec![Doubt::Uncertain] } else { Vec::new() },
        };
    }
    // A sentence about progress is not a stage cell.
    if bare.chars().count() > 14 {
        return Reading::unreadable();
    }
    let words = WORDS.iter().flat_map(|(stage, words)| words.split('|').map(move |w| (w, *stage)));
    let found = words
        .filter_map(|(w, s)| bare.rfind(w).map(|at| (at + w.len(), w.len(), s)))
        .max_by_key(|(end, len, _)| (*end, *len));
    match found {
        Some((_, _, stage)) => Reading { value: Some(stage), doubts: vec![Doubt::Uncertain] },
        None => Reading::unreadable(),
    }
}
