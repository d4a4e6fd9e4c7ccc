//! 奖项 and 一票否决 of a rule sheet, as they are edited.

use super::scoring::{Known, condition, label};
use super::{Lang, Text, marks};
use crate::rules::scoring::award::{AwardRule, Places};

/// Both parts.
pub const REST: Text = Text::new("评先与否决", "Awards and vetoes");
/// What they do.
pub const REST_HELP: Text = Text::new(
    "红旗、蓝旗等按名次和条件评定；一票否决不看得分，取消评优或得零分。",
    "Flags and the like go by place and conditions. A veto looks at no score: it bars from awards or takes all points.",
);
/// Adds an award.
pub const ADD_AWARD: Text = Text::new("加奖项", "Add an award");
/// Adds a veto.
pub const ADD_VETO: Text = Text::new("加一票否决", "Add a veto");
/// By which places an award goes.
pub const PLACES: Text = Text::new("按名次", "By place");
/// The first.
pub const FIRST: Text = Text::new("组内前几名", "The first of a group");
/// The last.
pub const LAST: Text = Text::new("组内后几名", "The last of a group");
/// Any place.
pub const ANY: Text = Text::new("不看名次", "Any place");
/// How many places.
pub const HOW_MANY: Text = Text::new("几名", "How many");
/// It honours.
pub const HONOUR: Text = Text::new("属于表彰（不勾选为告诫）", "It honours; otherwise it warns");
/// The next one moves up.
pub const MOVES_UP: Text = Text::new("不符合的由下一名递补", "The next moves up where somebody falls out");
/// All must hold.
pub const REQUIRES: Text = Text::new("须同时满足", "All of these must hold");
/// Any frees.
pub const EXEMPTS: Text = Text::new("有下列之一免予", "Any of these frees from it");
/// Adds a condition.
pub const ADD_CONDITION: Text = Text::new("加条件", "Add a condition");
/// Takes a condition away.
pub const DELETE_CONDITION: Text = Text::new("删除条件", "Remove the condition");
/// What a condition looks at.
pub const LOOKS_AT: Text = Text::new("看什么", "Looks at");
/// How it compares.
pub const WHEN: Text = Text::new("条件", "Where");
/// Its number.
pub const EDGE: Text = Text::new("界线", "Edge");
/// 不低于
pub const NOT_BELOW: Text = Text::new("不低于", "At least");
/// 不高于
pub const NOT_ABOVE: Text = Text::new("不高于", "At most");
/// 高于
pub const ABOVE: Text = Text::new("高于", "Above");
/// 低于
pub const UNDER: Text = Text::new("低于", "Below");
/// The metric of a veto.
pub const METRIC: Text = Text::new("指标", "Metric");
/// So many or more.
pub const AT_LEAST: Text = Text::new("达到", "So many or more");
/// Less than so many.
pub const BELOW: Text = Text::new("不足", "Less than so many");
/// Less than a share of the target.
pub const COMPLETION_BELOW: Text = Text::new("完成率低于", "Completion below");
/// What a veto does.
pub const EFFECT: Text = Text::new("后果", "What follows");
/// No award.
pub const BAR: Text = Text::new("取消评优资格", "Barred from awards");
/// No points.
pub const ZERO: Text = Text::new("总分得零分", "The total is nothing");

/// An award as a sentence.
pub fn award(l: Lang, known: &Known, of: &AwardRule) -> String {
    let title = Some(label(l, &of.title)).filter(|title| !title.is_empty());
    let title =
        title.unwrap_or_else(|| if l == Lang::Zh { "（未命名）".into() } else { "(no name)".into() });
    let places = match (of.places, l) {
        (Places::First(many), Lang::Zh) => format!("组内前 {many} 名"),
        (Places::First(many), Lang::En) => format!("the first {many} of a group"),
        (Places::Last(many), Lang::Zh) => format!("组内后 {many} 名"),
        (Places::Last(many), Lang::En) => format!("the last {many} of a group"),
        (Places::Any, Lang::Zh) => "不看名次".to_owned(),
        (Places::Any, Lang::En) => "any place".to_owned(),
    };
    let told = |conditions: &[crate::rules::scoring::award::Condition]| {
        let all: Vec<String> = conditions.iter().map(|of| condition(l, known, of)).collect();
        all.join(marks::listing(l))
    };
    let requires = (!of.requires.is_empty()).then(|| match l {
        Lang::Zh => format!("须{}", told(&of.requires)),
        Lang::En => format!("needs {}", told(&of.requires)),
    });
    let exempts = (!of.exempts.is_empty()).then(|| match l {
        Lang::Zh => format!("{}的免予", told(&of.exempts)),
        Lang::En => format!("freed by {}", told(&of.exempts)),
    });
    let parts: Vec<String> = [Some(places), requires, exempts].into_iter().flatten().collect();
    format!("{title}{}{}", marks::colon(l), parts.join(marks::semicolon(l)))
}

/// The button that opens a form.
pub fn edit(l: Lang, what: &str) -> String {
    match l {
        Lang::Zh => format!("修改：{what}"),
        Lang::En => format!("Edit: {what}"),
    }
}

/// The button that takes it away.
pub fn delete(l: Lang, what: &str) -> String {
    match l {
        Lang::Zh => format!("删除：{what}"),
        Lang::En => format!("Remove: {what}"),
    }
}
