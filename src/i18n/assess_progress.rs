//! 进度: done against target and time.

use super::{Lang, Text, format};
use crate::domain::{Date, Decimal};
use crate::rules::metrics::Elapsed;
use crate::rules::scoring::Subject;
use crate::rules::targets::Standing;

/// Which table is shown, for screen readers.
pub const SHOW: Text = Text::new("查看", "Show");
/// The table of one metric.
pub const PROGRESS: Text = Text::new("序时进度", "Against time");
/// Half the year, half the target.
pub const HALF: Text = Text::new("双过半", "Half-year check");
/// Newly signed, started, completed.
pub const THREE_NEW: Text = Text::new("三新", "Three new");
/// Started of signed, and of all.
pub const START_RATE: Text = Text::new("开工率", "Start rate");
/// The county among others.
pub const CITY: Text = Text::new("全市位次", "Place in the city");
/// What is carried over.
pub const CLEARANCE: Text = Text::new("月月清", "Carried over");

/// 指标.
pub const METRIC: Text = Text::new("指标", "Metric");
/// 年份.
pub const YEAR: Text = Text::new("年份", "Year");
/// 周期.
pub const PERIOD: Text = Text::new("周期", "Period");
/// 截至.
pub const DAY: Text = Text::new("截至", "As of");
/// How the elapsed share is counted.
pub const BY: Text = Text::new("序时口径", "Time counted by");
/// By months.
pub const BY_MONTHS: Text = Text::new("按月", "Months");
/// By days.
pub const BY_DAYS: Text = Text::new("按日", "Days");
/// The day that places are compared with.
pub const EARLIER: Text = Text::new("名次对比", "Places since");

/// Whose numbers, for screen readers.
pub const WHOSE: Text = Text::new("按谁统计", "Progress of");
/// 单位.
pub const UNIT: Text = Text::new("单位", "Unit");
/// 考核组别.
pub const GROUP: Text = Text::new("组别", "Group");
/// 目标.
pub const TARGET: Text = Text::new("目标", "Target");
/// 完成.
pub const DONE: Text = Text::new("完成", "Done");
/// 完成率.
pub const RATE: Text = Text::new("完成率（%）", "Done, %");
/// 序时进度.
pub const ELAPSED: Text = Text::new("序时（%）", "Time, %");
/// 超/欠序时 in points.
pub const AHEAD: Text = Text::new("超/欠（百分点）", "Ahead, points");
/// How it stands.
pub const STANDING: Text = Text::new("状态", "Standing");
/// 差额.
pub const LEFT: Text = Text::new("差额", "Left");
/// 每周需完成.
pub const PER_WEEK: Text = Text::new("每周需", "Per week");
/// 上年同期.
pub const YEAR_BEFORE: Text = Text::new("上年同期", "Year before");
/// 同比.
pub const GROWTH: Text = Text::new("同比（%）", "Growth, %");
/// 名次.
pub const PLACE: Text = Text::new("名次", "Place");
/// All together.
pub const COUNTY: Text = Text::new("全县", "County");

/// A column of the half-year check: done and target.
pub const TO_HALF: Text = Text::new("距过半", "To half");
/// Half is done.
pub const PAST_HALF: Text = Text::new("已过半", "Past half");
/// Next quarter's task.
pub const NEXT: Text = Text::new("下季任务", "Next task");
/// Signed in the period.
pub const SIGNED: Text = Text::new("当年签约", "Signed");
/// Of those, started.
pub const SIGNED_STARTED: Text = Text::new("其中已开工", "Of these started");
/// Their share.
pub const OF_SIGNED: Text = Text::new("签约开工率（%）", "Rate of signed, %");
/// All on the list.
pub const LISTED: Text = Text::new("在库项目", "On the list");
/// Of those, started.
pub const LISTED_STARTED: Text = Text::new("在库已开工", "Of these started");
/// Their share.
pub const OF_LISTED: Text = Text::new("在库开工率（%）", "Rate of the list, %");
/// The two bases.
pub const START_RATE_RULE: Text = Text::new(
    "口径一：所选周期内签约、至今已开工 ÷ 所选周期内签约。口径二：在库已开工 ÷ 全部在库（流失、退库的不计，在谈的计入）。两种口径不可混用，引用时请写明。",
    "First basis: signed in the period and started by now ÷ signed in the period. Second: started ÷ all projects on the list (lost and withdrawn ones left out, those in talks included). Say which one is quoted.",
);
/// How the half-year check is counted.
pub const HALF_RULE: Text = Text::new(
    "到考核年度上半年末（年度从 1 月算起时为 6 月 30 日）完成全年目标的一半为过半。每项指标左列为完成 / 全年目标，右列为距过半还差多少。",
    "Half of the year's target by the end of its first half (30 June where the year begins in January). Of each metric: done / target of the year, and what is missing to the half.",
);
/// How the three new are counted.
pub const THREE_NEW_RULE: Text = Text::new(
    "新签约、新开工、新竣工：本季目标、完成和下季任务。",
    "Newly signed, started and completed: target and done of the quarter, and the task of the next.",
);
/// How places in the city are counted.
pub const CITY_RULE: Text = Text::new(
    "本县的数由本簿算出；兄弟县市的数是其公布数，取截至日期之前最近一期，数值高者在前，相同并列。",
    "The county's number is counted here; those of other places are what they published last before the day. The highest comes first, equal ones share a place.",
);
/// How carrying over is counted.
pub const CLEARANCE_RULE: Text = Text::new(
    "上月底以前到期还没完成的重点任务，和已过月份累计没有完成的月度目标。完成数先抵最早的月份；天数从到期日或该月最后一天算起。",
    "Key tasks that were due before this month and are not done, and monthly targets that are not reached together. What is done fills the oldest month first; days count from the day due or the end of that month.",
);

/// A place in the city.
pub const WHERE: Text = Text::new("县（市、区）", "Place");
/// This county.
pub const HERE: Text = Text::new("本县", "This county");
/// 数值.
pub const NUMBER: Text = Text::new("数值", "Number");
/// As of.
pub const ON: Text = Text::new("截至日期", "As of");
/// Where it was published.
pub const SOURCE: Text = Text::new("来源", "Source");
/// No other place's number.
pub const NO_CITY: Text = Text::new("还没有兄弟县市的公布数", "No published figures of other places yet");
/// How to enter one.
pub const NO_CITY_TEXT: Text = Text::new(
    "在“目标”页登记填报数：选这项指标，写明兄弟县市、截至日期、数值和来源。登记之后这里排出本县在全市的位次。",
    "Enter a figure on the Targets page: this metric, the other place, the day, the number and its source. The county's place in the city then shows here.",
);
/// Enters one.
pub const ENTER: Text = Text::new("登记公布数", "Enter a figure");

/// Key tasks.
pub const TASKS: Text = Text::new("重点任务", "Key tasks");
/// Monthly targets.
pub const MONTHLY: Text = Text::new("月度目标", "Monthly targets");
/// What is missing.
pub const WHAT: Text = Text::new("差额", "Missing");
/// All items.
pub const ITEMS: Text = Text::new("结转（项）", "Carried over");
/// The oldest.
pub const AGE: Text = Text::new("最久（天）", "Oldest (days)");
/// Nothing carried over.
pub const CLEAR: Text = Text::new("没有结转的任务", "Nothing is carried over");
/// What that means.
pub const CLEAR_TEXT: Text = Text::new(
    "上月底以前的重点任务和月度目标都已完成，或还没有登记。月度目标在“目标”页按月分解，重点任务在“目标”页登记。",
    "All key tasks and monthly targets until the end of last month are done, or none is recorded. Both are set on the Targets page.",
);

/// No target and nothing done.
pub const NONE: Text =
    Text::new("这一周期还没有目标，也没有完成数", "No target and nothing done in this period");
/// What to do.
pub const NONE_TEXT: Text = Text::new(
    "在“目标”页分解目标，或换一项指标、一个周期。",
    "Divide targets on the Targets page, or choose another metric or period.",
);
/// To the targets.
pub const SET_TARGETS: Text = Text::new("分解目标", "Set targets");

/// The panel of records behind a number.
pub const BEHIND: Text = Text::new("计入的记录", "Records that count");
/// A record's day.
pub const COUNTED_ON: Text = Text::new("计入日期", "Counted on");
/// What it gives.
pub const AMOUNT: Text = Text::new("计入", "Counted");

/// The switch between units, people and chains.
pub const fn by_subject(of: Subject) -> Text {
    match of {
        Subject::Unit => Text::new("按单位", "Units"),
        Subject::Person => Text::new("按人员", "People"),
        Subject::Chain => Text::new("按产业链", "Chains"),
    }
}

/// That no person or chain has a target or did anything, and what to do.
pub const fn none_of(of: Subject) -> Option<(Text, Text)> {
    match of {
        Subject::Unit => None,
        Subject::Person => Some((
            Text::new(
                "这一周期人员还没有目标，也没有完成数",
                "No person has a target or a result in this period",
            ),
            Text::new(
                "在“目标”页展开单位，把目标分解到人；在项目上写明跟踪负责人，完成数就计到人。",
                "Open a unit on the Targets page and divide its targets among its people; results follow from the follow-up owner of each project.",
            ),
        )),
        Subject::Chain => Some((
            Text::new(
                "这一周期产业链还没有目标，也没有完成数",
                "No chain has a target or a result in this period",
            ),
            Text::new(
                "在“目标”页按产业链填目标；在项目上写明所属产业链，完成数就计到链。",
                "Set targets by chain on the Targets page; results follow from the industry chain of each project.",
            ),
        )),
    }
}

/// The column of who it is.
pub const fn who(of: Subject) -> Text {
    match of {
        Subject::Unit => UNIT,
        Subject::Person => Text::new("责任人", "Person"),
        Subject::Chain => Text::new("产业链", "Chain"),
    }
}

/// How people and chains are counted and ranked.
pub const fn whose_rule(of: Subject) -> Option<Text> {
    match of {
        Subject::Unit => None,
        Subject::Person => Some(Text::new(
            "项目计给跟踪负责人（指标写明责任领导的，计给责任领导），不按单位分成。名次在全县人员中统一排，不分组。没有目标也没有完成数的人员不列。",
            "A project counts in full for its follow-up owner, or for its leader where the metric says so; it is not shared out as among units. All people of the county are ranked together. Who has neither a target nor a result is left out.",
        )),
        Subject::Chain => Some(Text::new(
            "项目按所属产业链计，没有写产业链的项目只计入全县。名次在全部产业链中排。",
            "A project counts for its chain; one without a chain counts for the county alone. All chains are ranked together.",
        )),
    }
}

/// 超序时, 欠序时.
pub const fn standing(of: Standing) -> Text {
    match of {
        Standing::Ahead => Text::new("超序时", "Ahead"),
        Standing::Behind => Text::new("欠序时", "Behind"),
        Standing::Met => Text::new("已完成", "Met"),
        Standing::NoTarget => Text::new("无目标", "No target"),
    }
}

/// The share of a period that is over, and how it is counted.
pub fn elapsed(l: Lang, share: Decimal, by: Elapsed) -> String {
    let share = format::percent_of(share.as_millionths(), Decimal::ONE.as_millionths());
    match (l, by) {
        (Lang::Zh, Elapsed::Months) => format!("序时进度按月计 {share}"),
        (Lang::Zh, Elapsed::Days) => format!("序时进度按日计 {share}"),
        (Lang::En, Elapsed::Months) => format!("Time by months: {share}"),
        (Lang::En, Elapsed::Days) => format!("Time by days: {share}"),
    }
}

/// Until which day.
pub fn until(l: Lang, day: Date) -> String {
    match l {
        Lang::Zh => format!("截至 {day}"),
        Lang::En => format!("As of {day}"),
    }
}

/// Which day places are compared with.
pub fn compared(l: Lang, day: Date) -> String {
    match l {
        Lang::Zh => format!("名次升降与 {day} 相比"),
        Lang::En => format!("Places moved since {day}"),
    }
}

/// A place and how it moved: `3 ▲2`.
pub fn place(place: usize, gained: Option<i64>) -> String {
    match gained.unwrap_or(0) {
        0 => place.to_string(),
        gained if gained > 0 => format!("{place} ▲{gained}"),
        lost => format!("{place} ▼{}", lost.unsigned_abs()),
    }
}

/// What is missing of the months that are over.
pub fn missing(l: Lang, name: &str, number: &str, since: &str, months: usize) -> String {
    match l {
        Lang::Zh => format!("{name}差 {number}（自{since}，{} 个月）", format::count(months)),
        Lang::En => format!("{name}: {number} since {since} ({})", super::plural(months, "month", "months")),
    }
}

/// A title with what it is of: `序时进度 - 新签约项目`.
pub fn of(l: Lang, table: Text, what: &str) -> String {
    match what {
        "" => table.get(l).to_owned(),
        what => format!("{} - {what}", table.get(l)),
    }
}

/// A metric and what of it: `新签约项目 目标`.
pub fn two(l: Lang, name: &str, what: &str) -> String {
    match l {
        Lang::Zh => format!("{} {what}", name.trim_end_matches("项目")),
        Lang::En => format!("{name}: {}", what.to_lowercase()),
    }
}

/// The county's rank among so many places.
pub fn rank(l: Lang, rank: usize, all: usize) -> String {
    match l {
        Lang::Zh => format!("本县在 {all} 个县（市、区）中列第 {rank} 位"),
        Lang::En => format!("This county is number {rank} of {all}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_show_how_they_moved() {
        assert_eq!(
            [place(3, Some(2)), place(3, Some(-1)), place(1, Some(0)), place(4, None)],
            ["3 ▲2", "3 ▼1", "1", "4"]
        );
    }

    #[test]
    fn the_elapsed_share_says_how_it_is_counted() {
        let share = Decimal::parse("0.916667").expect("a number");
        assert_eq!(elapsed(Lang::Zh, share, Elapsed::Months), "序时进度按月计 91.7%");
        assert_eq!(elapsed(Lang::En, share, Elapsed::Days), "Time by days: 91.7%");
    }
}
