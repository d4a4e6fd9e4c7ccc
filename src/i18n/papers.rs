//! The words of bulletins and of the tables that counties send up, with the exact headings of the printed forms
//! (domain notes §3.7).

use super::{Lang, assess_words, labels, values};
use crate::domain::Milestone;
use crate::domain::lists::List;
use crate::ledger::State;
use crate::rules::bulletin::{Say, Words};
use crate::rules::metrics::Unit;
use crate::rules::targets::Period;

impl Words for Lang {
    fn both(&self, word: Say) -> [&'static str; 2] {
        words(word)
    }

    fn is_chinese(&self) -> bool {
        *self == Lang::Zh
    }

    fn unit(&self, unit: Unit) -> &'static str {
        assess_words::unit(*self, unit)
    }

    fn amounts(&self) -> (i64, &'static str) {
        let unit = super::format::MoneyUnit::usual(*self);
        (unit.yuan(), unit.name(*self))
    }

    fn period(&self, period: Period, first_month: u32) -> String {
        assess_words::period(*self, period, first_month)
    }

    fn choice(&self, state: &State, list: List, word: &str) -> String {
        if word.is_empty() { String::new() } else { values::list_word(*self, state, list, word) }
    }

    fn milestone(&self, milestone: Milestone) -> String {
        labels::milestone(milestone).get(*self).to_owned()
    }

    fn award(&self, word: &str) -> String {
        let both = match word {
            "red_flag" => ["红旗单位", "Red flag"],
            "blue_flag" => ["蓝旗单位", "Blue flag"],
            "ox" => ["奔牛奖", "Running ox"],
            "snail" => ["蜗牛奖", "Snail"],
            other => return other.to_owned(),
        };
        both[usize::from(*self == Lang::En)].to_owned()
    }
}

/// Declares the words in both languages.
macro_rules! words {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        const fn words(of: Say) -> [&'static str; 2] {
            match of { $(Say::$name => [$zh, $en],)* }
        }
    };
}

words! {
    AsOf: "数据截至{}", "Data as of {}";
    AmountsIn: "金额单位：{}", "Amounts in {}";
    Basis: "口径：{}", "Basis: {}";
    Total: "合计", "Total";
    County: "全县", "County";
    Comma: "、", ", ";
    Nobody: "无", "none";
    NoRows: "本期没有符合条件的记录。", "Nothing to list in this period.";
    Unit: "单位", "Unit";
    Class: "类别", "Class";
    Target: "目标值", "Target";
    Done: "完成值", "Done";
    Share: "完成进度%", "Done, %";
    Ahead: "超欠序时（百分点）", "Ahead (points)";
    Number: "序号", "No.";
    DomesticFunds: "实际到位内资", "Domestic funds in place";
    WholeAmount: "总额", "In all";
    OutOfProvince: "其中省外资金", "Of these from other provinces";
    ProgressTitle: "招商引资工作目标进度汇总表", "Progress against targets";
    RegisteredTitle: "新注册重点项目一览表", "Newly registered key projects";
    StartedTitle: "新开工重点项目一览表", "Newly started key projects";
    ProducingTitle: "新投产重点项目一览表", "Key projects that began production";
    RegisteredName: "注册名称", "Registered name";
    OutsideInvestor: "外来投资方", "Investor";
    RegisteredOn: "注册时间", "Registered";
    LegalPerson: "法人", "Legal person";
    RegisteredCapital: "注册资本（万元）", "Registered capital (CNY 10k)";
    TotalInvestment: "总投资额", "Total investment";
    Phase1: "一期投资额", "Phase 1";
    Content: "建设内容", "Content";
    Sector: "产业类别", "Sector";
    StartedOn: "开工时间", "Started";
    ProducingOn: "投产时间", "In production";
    Site: "建设地点（注明园区）", "Site (park)";
    Land: "用地（亩）", "Land (mu)";
    Introducer: "引荐单位", "Introduced by";
    Remark: "备注", "Remarks";
    HeadsTitle: "党政主职驻外招商进度汇总表", "Days on which heads of units were out";
    ResponsibleUnit: "责任单位", "Responsible unit";
    DaysOut: "驻外天数", "Days out";
    ThisMonth: "本月", "This month";
    SoFar: "累计", "This year";
    HeadsRule: "按出发日期计入本月和累计；两位主职同行，天数各计。", "A trip counts in the month in which it left; two heads on one trip count twice.";
    ChainsTitle: "产业链分局目标情况表", "Targets of the industry chains";
    Chain: "产业链", "Chain";
    Branch: "分局", "Branch";
    RegisteredHalfYi: "新注册0.5亿元以上项目", "Registered, CNY 50 m and more";
    RegisteredYi: "新注册1亿元以上项目", "Registered, CNY 100 m and more";
    Started: "新开工项目", "Newly started";
    TargetShort: "目标", "Target";
    DoneShort: "完成", "Done";
    Ratio: "比例%", "Share, %";
    IntakeTitle: "驻点招商项目信息采集表", "Projects brought in by the stations";
    IntakeCounts: "共{}个项目，固定资产投资{}", "{} projects, fixed investment {}";
    ProjectName: "项目名称", "Project";
    Investor: "投资方", "Investor";
    FixedInvestment: "固定资产投资", "Fixed investment";
    InvestorSummary: "投资方简介", "About the investor";
    ProjectContent: "项目内容", "Content";
    LandNeeded: "需用土地（亩）", "Land needed (mu)";
    Contact: "企业联系人", "Contact";
    ContactPhone: "联系方式", "Phone";
    Region: "片区", "Region";
    ProgressNote: "进度备注", "Progress";
    Industry: "产业类型", "Industry";
    Screening: "研判结果", "Screening";
    DuelTitle: "月度绩效比拼表", "Monthly comparison of recruiters";
    PersonName: "姓名", "Name";
    Value: "数值", "Number";
    Score: "得分", "Points";
    TotalScore: "总分", "Total";
    Place: "名次", "Place";
    IndicatorsTitle: "考核指标表", "Assessment items";
    IndicatorClass: "指标类别", "Class";
    Indicator: "考核指标", "Item";
    Weight: "分值", "Full marks";
    Clause: "评分标准", "Rule";
    DoneState: "完成情况", "Done";
    Elapsed: "序时进度%", "Time elapsed, %";
    KeptTitle: "大兑现自评表", "Self-assessment of agreements kept";
    KeptCount: "履约数", "Kept";
    SignedCount: "签约数", "Signed";
    Rate: "率", "Rate";
    BuiltCount: "开竣工数", "Started or completed";
    Arrived: "到位资金", "Arrived";
    Contracted: "合同投资额", "Contracted";
    FundsFromOutside: "完成数", "Done";
    Task: "任务数", "Target";
    KeptRate: "履约率", "Agreements kept";
    BuiltRate: "开竣工率", "Started or completed";
    ArrivalRate: "资金到位率", "Arrival rate";
    OutsideInYear: "当年区外到位资金", "Funds from outside in the year";
    DigestTitle: "项目进展摘要", "Digest of progress";
    DigestOverall: "本月总体进展", "The month as a whole";
    DigestNodes: "重要节点", "Milestones";
    DigestRisks: "风险与待协调", "Risks and what is to be settled";
    DigestNext: "下一步", "Next steps";
    DigestCounts: "本期跟进{}次，涉及项目{}个；达到重要节点{}项；提到待办、滞后、协调、卡点的跟进{}条。", "{} follow-ups on {} projects; {} milestones reached; {} follow-ups speak of delays or of what is to be settled.";
    Project: "项目", "Project";
    Milestone: "节点", "Milestone";
    Date: "日期", "Date";
    Progress: "进展", "Progress";
    Keyword: "关键词", "Word";
    Owner: "负责人", "Owner";
    Overall: "一、总体", "1. Overall";
    ByUnit: "二、分单位", "2. By unit";
    Problems: "三、问题", "3. Problems";
    Next: "四、下步", "4. Next";
    Attached: "附表", "Tables";
    PackTitle: "招商引资会议材料", "Meeting pack";
    Contents: "目录", "Contents";
    Section: "材料{}　{}", "{}. {}";
    BulletinSection: "通报", "Bulletin";
    RankingSection: "排名", "Ranking";
    RankedBy: "考核办法：{}", "Rules: {}";
    Group: "组别", "Group";
    AwardsSection: "表彰与通报批评", "Awards and warnings";
    Award: "奖项", "Award";
    AwardedTo: "单位（个人）", "Given to";
    AwardGrounds: "依据", "Grounds";
    ByRules: "按考核办法排名", "By place under the rules";
    Approved: "已审定", "Approved";
    PledgesSection: "承诺兑现", "Pledges";
    Pledged: "承诺内容", "Pledge";
    PledgedNumber: "承诺值", "Pledged";
    Due: "时限", "Due";
    Standing: "兑现情况", "Standing";
    Broken: "未兑现", "Broken";
    Unjudged: "待评定", "To be judged";
    Open: "未到期", "Open";
    Kept: "已兑现", "Kept";
    TasksSection: "下步任务", "Next tasks";
    KeyTask: "重点任务", "Key tasks";
    Node: "节点要求", "Node";
    NextTargets: "下季度目标", "Targets of the next quarter";
    Metric: "指标", "Metric";
    LeftOut: "无内容而未列入：{}。", "Left out because there is nothing of it: {}.";
    NameDone: "完成", "done";
    NameTarget: "目标", "target";
    NameShare: "完成率", "share";
    NameGap: "缺口", "gap";
    NamePeriod: "本期", "in_period";
    NameLastYear: "去年同期", "last_year";
    NameGrowth: "同比", "yoy";
    NamePlace: "全市位次", "place";
    NameAhead: "超序时单位", "ahead";
    NameBehind: "欠序时单位", "behind";
    NameOffice: "单位名称", "office";
    NameSpan: "通报期", "period";
    NameAsOf: "截至", "as_of";
    NameElapsed: "序时", "elapsed";
    NameStale: "超期项目数", "stale";
    NameRed: "红灯项目数", "red";
    NameFirst: "排名第一", "first";
    NameLast: "排名末位", "last";
    NameContest: "竞赛", "contest";
    NameContestDay: "竞赛天数", "contest_day";
    NameBroken: "未兑现承诺数", "broken";
    NameLate: "逾期任务数", "late_tasks";
    NameDueNext: "下月任务数", "due_next";
    PlaceOf: "第{}位（共{}个）", "place {} of {}";
    DayOf: "第{}天（共{}天）", "day {} of {}";
}

/// The texts that a new bulletin begins with, in the order of its four parts: of a month, a half year or a year.
pub fn usual_texts(l: Lang, period: Period) -> [String; 4] {
    let texts = match (l, period) {
        (Lang::Zh, Period::Half(..)) => HALF_ZH,
        (Lang::En, Period::Half(..)) => HALF_EN,
        (Lang::Zh, Period::Year(_)) => YEAR_ZH,
        (Lang::En, Period::Year(_)) => YEAR_EN,
        (Lang::Zh, _) => MONTH_ZH,
        (Lang::En, _) => MONTH_EN,
    };
    texts.map(str::to_owned)
}

/// What a new bulletin is called.
pub fn usual_name(l: Lang, period: Period, first_month: u32) -> String {
    let period = assess_words::period(l, period, first_month);
    match l {
        Lang::Zh => format!("{period}招商引资工作通报"),
        Lang::En => format!("Bulletin on investment promotion, {period}"),
    }
}

const MONTH_ZH: [&str; 4] = [
    "截至{截至}，{单位名称}新签约项目{新签约项目.完成}，完成年度目标{新签约项目.目标}的{新签约项目.完成率}，其中{通报期}新签约{新签约项目.本期}；签约金额{签约金额.完成}，去年同期{签约金额.去年同期}。\n新开工项目{新开工项目.完成}，新投产项目{新投产项目.完成}，到位资金{到位资金.完成}，实际利用外资{实际利用外资.完成}。时间已过{序时}。",
    "新签约超序时进度的单位：{新签约项目.超序时单位}；欠序时进度的单位：{新签约项目.欠序时单位}。\n新开工超序时进度的单位：{新开工项目.超序时单位}；欠序时进度的单位：{新开工项目.欠序时单位}。\n考核各组第一：{排名第一}；各组末位：{排名末位}。",
    "超期未跟进项目{超期项目数}个，红灯预警项目{红灯项目数}个，逾期未完成的重点任务{逾期任务数}项，未兑现的承诺{未兑现承诺数}项。\n距年度目标，新签约项目还差{新签约项目.缺口}，到位资金还差{到位资金.缺口}。",
    "下月到期的重点任务{下月任务数}项，各责任单位按时限完成。\n欠序时进度的单位倒排工期，红灯项目逐个落实责任人和时限。",
];

const HALF_ZH: [&str; 4] = [
    "{通报期}，{单位名称}新签约项目{新签约项目.完成}，完成年度目标的{新签约项目.完成率}；新开工项目{新开工项目.完成}，完成年度目标的{新开工项目.完成率}；新投产项目{新投产项目.完成}；到位资金{到位资金.完成}，同比{到位资金.同比}。\n对照时间过半、任务过半，时间已过{序时}，新签约项目距年度目标还差{新签约项目.缺口}，到位资金还差{到位资金.缺口}。",
    "新签约超序时进度的单位：{新签约项目.超序时单位}；欠序时进度的单位：{新签约项目.欠序时单位}。\n到位资金超序时进度的单位：{到位资金.超序时单位}；欠序时进度的单位：{到位资金.欠序时单位}。\n考核各组第一：{排名第一}；各组末位：{排名末位}。",
    "超期未跟进项目{超期项目数}个，红灯预警项目{红灯项目数}个，逾期未完成的重点任务{逾期任务数}项，未兑现的承诺{未兑现承诺数}项。",
    "未过半的单位制定追赶计划，下月到期的重点任务{下月任务数}项按时限完成。",
];

const YEAR_ZH: [&str; 4] = [
    "{通报期}，{单位名称}新签约项目{新签约项目.完成}，完成年度目标{新签约项目.目标}的{新签约项目.完成率}；签约金额{签约金额.完成}，同比{签约金额.同比}；新开工项目{新开工项目.完成}，新投产项目{新投产项目.完成}；到位资金{到位资金.完成}，完成年度目标的{到位资金.完成率}；实际利用外资{实际利用外资.完成}。",
    "新签约超序时进度或完成年度目标的单位：{新签约项目.超序时单位}；未完成的单位：{新签约项目.欠序时单位}。\n考核各组第一：{排名第一}；各组末位：{排名末位}。",
    "年末超期未跟进项目{超期项目数}个，红灯预警项目{红灯项目数}个，未兑现的承诺{未兑现承诺数}项。",
    "未完成事项结转下年，逐项明确责任单位和时限；下月到期的重点任务{下月任务数}项。",
];

const MONTH_EN: [&str; 4] = [
    "As of {as_of}, {office} signed {signed.done} projects this year, {signed.share} of the year's target of {signed.target}, {signed.in_period} of them in {period}. They are worth {signed_amount.done}, after {signed_amount.last_year} in the same time of last year.\n{started.done} projects started works and {producing.done} began production. Funds in place: {arrived.done}; foreign capital used: {arrived_foreign.done}. {elapsed} of the year is over.",
    "Ahead of time in signings: {signed.ahead}. Behind: {signed.behind}.\nAhead of time in starts: {started.ahead}. Behind: {started.behind}.\nFirst of each group: {first}. Last: {last}.",
    "{stale} projects were not followed up in time and {red} show a red light. {late_tasks} key tasks are late and {broken} pledges were broken.\nMissing to the year's targets: {signed.gap} signings and {arrived.gap} of funds.",
    "{due_next} key tasks fall due next month; the responsible units finish them in time.\nUnits that are behind plan backwards from the end of the year, and each red project gets an owner and a date.",
];

const HALF_EN: [&str; 4] = [
    "{period}: {office} signed {signed.done} projects, {signed.share} of the year's target; {started.done} started works, {started.share} of the target; {producing.done} began production. Funds in place: {arrived.done}, {arrived.yoy} against last year.\nHalf of the year should be half of the target: {elapsed} of the time is over, {signed.gap} signings and {arrived.gap} of funds are missing to the year's targets.",
    "Ahead of time in signings: {signed.ahead}. Behind: {signed.behind}.\nAhead of time in funds: {arrived.ahead}. Behind: {arrived.behind}.\nFirst of each group: {first}. Last: {last}.",
    "{stale} projects were not followed up in time and {red} show a red light. {late_tasks} key tasks are late and {broken} pledges were broken.",
    "Units below half of their target write down how they catch up. {due_next} key tasks fall due next month.",
];

const YEAR_EN: [&str; 4] = [
    "{period}: {office} signed {signed.done} projects, {signed.share} of the target of {signed.target}, worth {signed_amount.done} ({signed_amount.yoy} against the year before). {started.done} started works and {producing.done} began production. Funds in place: {arrived.done}, {arrived.share} of the target; foreign capital used: {arrived_foreign.done}.",
    "On time or done in signings: {signed.ahead}. Not done: {signed.behind}.\nFirst of each group: {first}. Last: {last}.",
    "At the end of the year {stale} projects were not followed up in time, {red} showed a red light, and {broken} pledges were broken.",
    "What is not done goes over into the next year, each with a unit and a date. {due_next} key tasks fall due next month.",
];

#[cfg(test)]
mod tests;
