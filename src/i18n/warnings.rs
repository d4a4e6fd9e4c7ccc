//! 预警 and 责任: the rules in words, why a light is lit, and what clears it.

mod lead;
mod rules;

pub use lead::{
    CLOCK_NOT_BEGUN, CONTACTED_TODAY, LEAD_CLOCK, clock_from, lead_left, lead_step, take, taken, until,
};
pub use rules::{reason, rule, says};

use super::{Lang, Text, labels, plural};
use crate::domain::Milestone;
use crate::domain::field::ProjectField as P;
use crate::rules::warnings::{Level, Remedy, Stood};

/// The page, and the panel of a project.
pub const WARNINGS: Text = Text::new("预警", "Warnings");
/// The page of who answers for what.
pub const RESPONSIBILITY: Text = Text::new("责任", "Responsibility");
/// The table of rules.
pub const RULES: Text = Text::new("预警规则", "Rules");
/// How warnings are counted beside the list.
pub const COUNTED_BY: Text = Text::new("统计方式", "Counted by");
/// By unit.
pub const BY_UNIT: Text = Text::new("按单位", "By unit");
/// By person.
pub const BY_PERSON: Text = Text::new("按人员", "By person");
/// By rule.
pub const BY_RULE: Text = Text::new("按规则", "By rule");
/// By leader.
pub const BY_LEADER: Text = Text::new("按责任领导", "By leader");
/// Which lights are listed.
pub const LIGHTS: Text = Text::new("灯", "Lights");
/// All of them.
pub const ALL: Text = Text::new("全部", "All");
/// Red ones.
pub const RED: Text = Text::new("红灯", "Red");
/// Yellow ones.
pub const YELLOW: Text = Text::new("黄灯", "Yellow");
/// Nothing is wrong.
pub const GREEN: Text = Text::new("绿灯", "Green");
/// Narrows the list to a rule.
pub const RULE: Text = Text::new("规则", "Rule");
/// Every rule.
pub const EVERY_RULE: Text = Text::new("全部规则", "Every rule");
/// A unit in the head of the counts.
pub const UNIT: Text = Text::new("单位", "Unit");
/// A person there.
pub const PERSON: Text = Text::new("人员", "Person");
/// A leader there.
pub const LEADER: Text = Text::new("责任领导", "Leader");
/// The projects that have a warning.
pub const PROJECTS: Text = Text::new("涉及项目", "Projects");
/// A project.
pub const PROJECT: Text = Text::new("项目", "Project");
/// Why it is lit.
pub const REASON: Text = Text::new("原因", "Reason");
/// Who is to act.
pub const WHO: Text = Text::new("责任", "To act");
/// Since when.
pub const SINCE: Text = Text::new("自", "Since");
/// How long, with its unit.
pub const DAYS: Text = Text::new("天数", "Days");
/// What clears it.
pub const REMEDY: Text = Text::new("消除办法", "What clears it");
/// With no unit.
pub const NO_UNIT: Text = Text::new("无责任单位", "No unit");
/// With no person: a department has it, or nobody is named.
pub const NO_PERSON: Text = Text::new("部门办理或无负责人", "A department, or nobody named");
/// Nobody.
pub const NOBODY: Text = Text::new("未明确", "Nobody named");
/// All is in order.
pub const NONE: Text = Text::new("没有预警", "No warnings");
/// What that means.
pub const NONE_TEXT: Text = Text::new(
    "按现行规则，在管项目没有逾期、缺失或落后的事项。规则和限值在“预警规则”里查看、修改。",
    "By the rules in force nothing is late, missing or behind. See and change the limits under Rules.",
);
/// Nothing answers to what was chosen.
pub const NONE_CHOSEN: Text = Text::new("这样筛选没有预警", "No warning answers to this");
/// What to do then.
pub const NONE_CHOSEN_TEXT: Text =
    Text::new("换一个条件，或者清除筛选。", "Choose otherwise, or clear the filters.");
/// Clears the filters.
pub const CLEAR: Text = Text::new("清除筛选", "Clear filters");
/// Opens the rules.
pub const SHOW_RULES: Text = Text::new("查看、修改预警规则", "Warning rules");
/// Back from the rules.
pub const SHOW_LIST: Text = Text::new("返回预警清单", "Back to the warnings");
/// What the rules are.
pub const RULES_TEXT: Text = Text::new(
    "一张表定所有预警：限值改了，各页的灯随之变化，同事合并后也一致。留空用默认值。超期未跟进各阶段的天数在“设置 · 办公室”里。",
    "One table for all warnings: change a limit and every light follows, at colleagues' after a merge too. \
     Empty means the default. Days without follow-up by stage are set under Settings, Office.",
);
/// The head of what a rule says.
pub const SAYS: Text = Text::new("亮灯条件", "When it is lit");
/// Whether a rule is used.
pub const USED: Text = Text::new("启用", "On");
/// The limit from which it is yellow.
pub const YELLOW_LIMIT: Text = Text::new("黄灯限值", "Yellow limit");
/// The limit beyond which it is red.
pub const RED_LIMIT: Text = Text::new("红灯限值", "Red limit");
/// How many warnings it gives now.
pub const NOW: Text = Text::new("现有预警", "Warnings now");
/// Sets all limits back.
pub const RESET: Text = Text::new("恢复默认", "Set back to default");
/// Days, as the unit of a limit.
pub const UNIT_DAYS: Text = Text::new("天", "days");
/// Percentage points.
pub const UNIT_POINTS: Text = Text::new("个百分点", "points");
/// A limit that is none.
pub const WRONG_LIMIT: Text = Text::new("请填 0 到 999 的整数", "Enter a whole number from 0 to 999");
/// The rule is not used.
pub const NOT_USED: Text = Text::new("未启用", "Off");
/// The strip of a project's lights.
pub const OVER_TIME: Text = Text::new("近十二个月", "Last twelve months");
/// What the strip rests on.
pub const OVER_TIME_TEXT: Text = Text::new(
    "以往各月按记录里的日期和现行限值倒推月末的灯；责任人、形象进度和佐证没有日期，只计入今天。",
    "Past months are worked out from the dates in the records and today's limits; who answered for it, progress of works \
     and evidence are not dated and count today only.",
);
/// The project is in order.
pub const IN_ORDER: Text = Text::new("没有预警", "Nothing to warn of");
/// Nothing known of that month.
pub const UNKNOWN: Text = Text::new("尚无记录", "No record yet");
/// It had left.
pub const LEFT: Text = Text::new("已退出", "Left");
/// Today, under the strip.
pub const TODAY: Text = Text::new("今天", "Today");
/// Why nothing was done in a month.
pub const WHY: Text = Text::new("无进展原因", "Reason for no progress");
/// Saves it.
pub const SAVE: Text = Text::new("保存", "Save");
/// The name of the file.
pub const FILE_NAME: Text = Text::new("预警清单", "Warnings");
/// The section of Today.
pub const ON_TODAY: Text = Text::new("红灯预警", "Red warnings");
/// From there to all of them.
pub const SEE_ALL: Text = Text::new("查看全部预警", "See all warnings");
/// Projects for which somebody is not named.
pub const GAPS: Text = Text::new("责任未落实的项目", "Projects that nobody answers for");
/// None of them.
pub const NO_GAPS: Text = Text::new(
    "每个在管项目都有责任领导、责任单位和跟踪负责人。",
    "Every open project has a leader, a unit and an owner.",
);
/// What is missing.
pub const MISSING: Text = Text::new("缺", "Missing");
/// The stage.
pub const STAGE: Text = Text::new("阶段", "Stage");
/// Open projects.
pub const OPEN_PROJECTS: Text = Text::new("在管项目", "Open projects");
/// The sum of investment, with its unit.
pub const TOTAL_MONEY: Text = Text::new("总投资（万元）", "Total investment (CNY 10k)");
/// The money that arrived, with its unit.
pub const ARRIVED_MONEY: Text = Text::new("到位资金（万元）", "Arrived (CNY 10k)");
/// Projects with a red light.
pub const RED_PROJECTS: Text = Text::new("红灯项目", "Red projects");
/// Projects with a yellow light.
pub const YELLOW_PROJECTS: Text = Text::new("黄灯项目", "Yellow projects");
/// The last line.
pub const SUM: Text = Text::new("合计", "Total");
/// The file of responsibility.
pub const RESPONSIBILITY_FILE: Text = Text::new("责任清单", "Responsibility");
/// No open project.
pub const NO_PROJECTS: Text = Text::new("还没有在管项目", "No open projects yet");
/// What the page of responsibility is for.
pub const NO_PROJECTS_TEXT: Text = Text::new(
    "登记或导入项目后，这里按责任领导和责任单位列出项目、资金和红黄灯。",
    "Once projects are registered or imported, this page lists them by leader and by unit with money and lights.",
);
/// What the defects are.
pub const GAPS_TEXT: Text = Text::new(
    "每个项目都要有责任领导、责任单位和跟踪负责人；签约后没有负责人的亮红灯，列在最前。",
    "Every project has a leader, a unit and an owner; signed ones without an owner are red and come first.",
);

/// The name of a level.
pub const fn level(level: Level) -> Text {
    match level {
        Level::Red => RED,
        Level::Yellow => YELLOW,
    }
}

/// The one action that clears a warning.
pub fn remedy(l: Lang, remedy: Remedy) -> String {
    let text = match remedy {
        Remedy::FollowUp => Text::new("跟进", "Follow up"),
        Remedy::Reach(Milestone::Started) => Text::new("登记开工", "Record the start"),
        Remedy::Reach(_) => Text::new("登记入统", "Record the listing"),
        Remedy::Prove(milestone) => {
            let name = labels::milestone(milestone).get(l);
            return match l {
                Lang::Zh => format!("补{name}佐证"),
                Lang::En => format!("Add evidence: {}", name.to_lowercase()),
            };
        }
        Remedy::Step(P::RepliedOn) => Text::new("已答复", "Answered today"),
        Remedy::Step(P::AssessedOn) => Text::new("已研判", "Assessed today"),
        Remedy::Step(_) => Text::new("已反馈", "Told today"),
        Remedy::Progress => Text::new("更新形象进度", "Update progress"),
        Remedy::Funds => Text::new("登记到资", "Record funds"),
        Remedy::See(_) => Text::new("去办理", "See to it"),
        Remedy::Explain(_) => Text::new("写明原因", "Give the reason"),
        Remedy::Assign(P::Owner) => Text::new("指定负责人", "Name an owner"),
        Remedy::Assign(P::Leader) => Text::new("指定责任领导", "Name a leader"),
        Remedy::Assign(_) => Text::new("指定责任单位", "Name a unit"),
    };
    text.get(l).to_owned()
}

/// A light of the strip in words: `红灯：超期未跟进`.
pub fn stood(l: Lang, stood: &Stood) -> String {
    match stood {
        Stood::Unknown => UNKNOWN.get(l).to_owned(),
        Stood::Left => LEFT.get(l).to_owned(),
        Stood::In(None, _) => GREEN.get(l).to_owned(),
        Stood::In(Some(light), rules) => {
            let names: Vec<&str> = rules.iter().map(|&of| rule(of).get(l)).collect();
            match l {
                Lang::Zh => format!("{}：{}", level(*light).get(l), names.join("、")),
                Lang::En => format!("{}: {}", level(*light).get(l), names.join(", ").to_lowercase()),
            }
        }
    }
}

/// How many red and yellow warnings there are, in a line.
pub fn gist(l: Lang, red: usize, yellow: usize, projects: usize) -> String {
    match l {
        Lang::Zh => format!("红灯 {red} 条 · 黄灯 {yellow} 条 · 涉及项目 {projects} 个"),
        Lang::En => {
            format!("{red} red · {yellow} yellow · {}", plural(projects, "project", "projects"))
        }
    }
}

/// A choice with how many there are.
pub fn counted(l: Lang, words: Text, n: usize) -> String {
    format!("{} {}", words.get(l), super::format::count(n))
}

/// How many projects lack somebody.
pub fn lacking(l: Lang, what: Text, n: usize) -> String {
    match l {
        Lang::Zh => format!("缺{} {n} 个", what.get(l)),
        Lang::En => format!("{n} without {}", what.get(l).to_lowercase()),
    }
}

/// A reason, and how many more there are.
pub fn and_more(l: Lang, reason: &str, more: usize) -> String {
    match (l, more) {
        (_, 0) => reason.to_owned(),
        (Lang::Zh, more) => format!("{reason}，另有 {more} 项"),
        (Lang::En, more) => format!("{reason}, and {more} more"),
    }
}

/// The default of a limit, where another may be typed.
pub fn usual(l: Lang, limit: i64) -> String {
    match l {
        Lang::Zh => format!("默认 {limit}"),
        Lang::En => format!("default {limit}"),
    }
}
