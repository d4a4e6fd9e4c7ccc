//! The tables that sum up what people did: heads, notes, periods.

use super::format::count;
use super::{Lang, Text, marks};

/// Which table.
pub const VIEW: Text = Text::new("查看", "Show");
/// Which months.
pub const PERIOD: Text = Text::new("期间", "Period");
/// 本月.
pub const THIS_MONTH: Text = Text::new("本月", "This month");
/// 上月.
pub const LAST_MONTH: Text = Text::new("上月", "Last month");
/// 本季.
pub const THIS_QUARTER: Text = Text::new("本季", "This quarter");
/// 本年.
pub const THIS_YEAR: Text = Text::new("本年", "This year");
/// Months of one's own choice.
pub const MONTHS: Text = Text::new("自选月份", "Months");
/// The first of them.
pub const FROM: Text = Text::new("从", "From");
/// The last of them.
pub const TO: Text = Text::new("到", "To");

/// 序号.
pub const NUMBER: Text = Text::new("序号", "No.");
/// 单位.
pub const UNIT: Text = Text::new("单位", "Unit");
/// 责任单位.
pub const RESPONSIBLE: Text = Text::new("责任单位", "Unit");
/// 姓名.
pub const NAME: Text = Text::new("姓名", "Name");
/// 职务.
pub const POST: Text = Text::new("职务", "Post");
/// 领导.
pub const LEADER: Text = Text::new("领导", "Leader");
/// 接待领导.
pub const RECEIVED_BY: Text = Text::new("接待领导", "Received by");
/// 活动名称.
pub const EVENT: Text = Text::new("活动名称", "Event");
/// 日期.
pub const DATE: Text = Text::new("日期", "Date");
/// 地点.
pub const PLACE: Text = Text::new("地点", "Place");
/// 合计.
pub const TOTAL: Text = Text::new("合计", "Total");
/// 外出次数.
pub const TRIPS: Text = Text::new("外出次数（次）", "Trips");
/// Of which.
pub const OF_WHICH: Text = Text::new("其中", "Of which");
/// 外出人次.
pub const PEOPLE: Text = Text::new("外出人次（人次）", "People out");
/// 外出天数.
pub const DAYS: Text = Text::new("外出天数（天）", "Days out");
/// 驻外天数 (domain notes §3.7).
pub const DAYS_OUT: Text = Text::new("驻外天数", "Days out");
/// 本月, of the days out.
pub const OF_MONTH: Text = Text::new("本月", "Month");
/// 累计.
pub const OF_YEAR: Text = Text::new("累计", "Year to date");
/// 拜访企业.
pub const COMPANIES: Text = Text::new("拜访企业（家次）", "Company visits");
/// 新增线索.
pub const LEADS: Text = Text::new("新增线索（条）", "New leads");
/// 签约项目.
pub const SIGNED: Text = Text::new("签约项目（个）", "Signed projects");
/// 签约金额.
pub const SIGNED_WAN: Text = Text::new("签约金额（万元）", "Signed (CNY 10k)");
/// 费用.
pub const COST: Text = Text::new("费用（万元）", "Cost (CNY 10k)");
/// Trip money for each project signed.
pub const COST_EACH: Text = Text::new("每个签约项目费用（万元）", "Cost per signing (CNY 10k)");
/// 去向.
pub const WHERE_TO: Text = Text::new("去向", "Where to");
/// 未外出: a unit without a trip.
pub const NOT_OUT: Text = Text::new("未外出", "No trips");
/// A line of records that name no unit or person.
pub const NOBODY: Text = Text::new("（未填）", "(not stated)");
/// 批次.
pub const BATCHES: Text = Text::new("批次（批）", "Visits");
/// 人次.
pub const VISITORS: Text = Text::new("人次（人次）", "Visitors");
/// 新增意向.
pub const INTENTS: Text = Text::new("新增意向（个）", "New intentions");
/// 意向投资额.
pub const INTENT_WAN: Text = Text::new("意向投资额（万元）", "Intended (CNY 10k)");
/// Visits that became a project.
pub const BECAME: Text = Text::new("已登记项目（个）", "Became projects");
/// 对接客商.
pub const CONTACTS: Text = Text::new("对接客商（家）", "Contacts");
/// All that a leader did.
pub const ALL_WORKS: Text = Text::new("合计（次）", "All");

/// The titles of the tables as they are printed.
pub const RECEPTIONS_TITLE: Text = Text::new("来访接待情况汇总表", "Receptions by unit");
/// By leader.
pub const RECEIVED_TITLE: Text = Text::new("领导接待客商情况表", "Receptions by leader");
/// Events.
pub const EVENTS_TITLE: Text = Text::new("招商活动成效表", "What events gave");
/// Leaders.
pub const LEADERS_TITLE: Text = Text::new("领导招商活动情况表", "What leaders did");

/// How trips are counted.
pub const TRIPS_BASIS: Text = Text::new(
    "口径：按出发日期计入期间，天数全部计入出发的月份；随其他单位外出的计为跟随；企业、线索、项目和费用只计入派出单位；合计中每次外出只计一次。",
    "Basis: a trip counts in the period in which it left, with all its days. A unit that went along on another's trip followed. Companies, leads, projects and cost count for the trip's own unit. The total has each trip once.",
);
/// The same by person.
pub const PEOPLE_BASIS: Text = Text::new(
    "口径：按出发日期计入期间；企业、线索、项目和费用计入带队人；合计中每次外出只计一次。",
    "Basis: a trip counts in the period in which it left. Companies, leads, projects and cost count for who led. The total has each trip once.",
);
/// The same for heads.
pub const HEADS_BASIS: Text = Text::new(
    "口径：按出发日期计入月份；两位主职同行的，各计天数；累计从 1 月 1 日起。",
    "Basis: a trip counts in the month in which it left. Two heads on one trip are two times its days. The year begins on 1 January.",
);
/// How receptions are counted.
pub const RECEPTIONS_BASIS: Text = Text::new(
    "口径：一次来访为一批；填了投资意向或意向投资额的计为新增意向。",
    "Basis: one visit is one batch. A visit with an intention in words or an amount is a new intention.",
);
/// How events are counted.
pub const EVENTS_BASIS: Text = Text::new(
    "口径：按开始日期计入期间；签约金额为签约项目的总投资；合计中同一个项目只计一次。",
    "Basis: an event counts in the period in which it began. What was signed is the total investment of its projects. The total has each project once.",
);
/// How leaders' works are counted.
pub const LEADERS_BASIS: Text = Text::new(
    "口径：一条记录为一次；县级领导没有记录的也列出。",
    "Basis: one record is one time. County leaders without any are listed too.",
);
/// Nothing in the period.
pub const NONE: Text = Text::new("这个期间没有记录", "Nothing in this period");
/// What to do about it.
pub const NONE_TEXT: Text =
    Text::new("换一个期间，或到“明细”里登记。", "Choose another period, or add records under Records.");

/// The days that a table tells of.
pub fn days(l: Lang, from: &str, to: &str) -> String {
    match l {
        Lang::Zh => format!("{from} 至 {to}"),
        Lang::En => format!("{from} to {to}"),
    }
}

/// The most important numbers of a period in one sentence, as S3 puts them: how many trips, and of which kinds.
pub fn trips_line(l: Lang, trips: usize, kinds: [usize; 3]) -> String {
    let (trips, [led, accompanied, independent]) = (count(trips), kinds.map(count));
    match l {
        Lang::Zh => {
            format!(
                "外出 {trips} 次：县领导带队 {led} 次，跟随县领导 {accompanied} 次，独立外出 {independent} 次"
            )
        }
        Lang::En => format!(
            "{trips} trips: {led} led by county leaders, {accompanied} accompanied, {independent} independent"
        ),
    }
}

/// Two statements as one.
pub fn and(l: Lang, one: &str, other: &str) -> String {
    [one, other].join(marks::semicolon(l))
}

/// The first `few` of some places.
pub fn places(l: Lang, places: &[String], few: usize) -> String {
    let named = places.iter().take(few).map(String::as_str).collect::<Vec<_>>().join(marks::listing(l));
    if places.len() > few { named + "…" } else { named }
}

/// How many units did not go out.
pub fn not_out(l: Lang, units: usize) -> String {
    match l {
        Lang::Zh => format!("{} 个单位未外出", count(units)),
        Lang::En => format!("{} units without a trip", count(units)),
    }
}

/// Records that no period counts.
pub fn undated(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("另有 {} 条未填日期，没有计入", count(n)),
        Lang::En => format!("{} more without a date are not counted", count(n)),
    }
}

/// Heads that only their post tells.
pub fn by_post(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("{} 人未填领导类别，按职务（书记、镇长、局长等）认作党政主职", count(n)),
        Lang::En => format!("{} people have no leader level and are taken for heads by their post", count(n)),
    }
}

/// Units whose heads nobody named.
pub fn headless(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("{} 个单位还没有登记党政主职，可在“设置 · 人员”里填领导类别", count(n)),
        Lang::En => {
            format!("{} units have no head on record; set the leader level under Settings, People", count(n))
        }
    }
}

/// The most important numbers of heads of units: days in a month and since the first of January.
pub fn heads_line(l: Lang, month: &str, of_month: &str, of_year: &str) -> String {
    match l {
        Lang::Zh => format!("党政主职驻外：{month} 共 {of_month} 天，当年累计 {of_year} 天"),
        Lang::En => {
            format!("Heads of units were out {of_month} days in {month}, {of_year} days in the year to date")
        }
    }
}

/// The most important numbers of receptions.
pub fn receptions_line(l: Lang, batches: usize, people: &str, intents: usize) -> String {
    let (batches, intents) = (count(batches), count(intents));
    match l {
        Lang::Zh => format!("接待 {batches} 批 {people} 人次，新增意向 {intents} 个"),
        Lang::En => format!("{batches} visits with {people} people, {intents} new intentions"),
    }
}

/// The most important numbers of events.
pub fn events_line(l: Lang, events: usize, leads: usize, signings: usize) -> String {
    let [events, leads, signings] = [events, leads, signings].map(count);
    match l {
        Lang::Zh => format!("举办活动 {events} 场，新增线索 {leads} 条，签约项目 {signings} 个"),
        Lang::En => format!("{events} events, {leads} new leads, {signings} projects signed"),
    }
}

/// The most important numbers of leaders.
pub fn leaders_line(l: Lang, leaders: usize, works: usize, idle: usize) -> String {
    let [leaders, works, idle] = [leaders, works, idle].map(count);
    match l {
        Lang::Zh => format!("{leaders} 位领导，共 {works} 次；{idle} 位没有记录"),
        Lang::En => format!("{leaders} leaders, {works} times in all; {idle} without any"),
    }
}

/// A head with the group it stands under.
pub fn grouped(l: Lang, group: &str, head: &str) -> String {
    [group, head].join(marks::colon(l))
}
