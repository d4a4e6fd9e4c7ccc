//! 在岗 and 队伍: the month of recruiters, stations, ambassadors, training.

use super::{Lang, Text, plural};

/// How the numbers come about.
pub const NOT_TRACKED: Text = Text::new(
    "只统计已登记的外出、接待、项目、跟进、培训和本人申报的在岗天数；不定位、不打卡、不暗中跟踪。",
    "Counted from recorded trips, receptions, projects, follow-ups and trainings, and from the days that people declare. Nobody is located or tracked.",
);
/// The month that is shown.
pub const MONTH: Text = Text::new("月份", "Month");
/// The table of declared months.
pub const DECLARED: Text = Text::new("在岗申报", "Declared days");
/// Back to the table of the month.
pub const BACK: Text = Text::new("返回月度表", "Back to the month");
/// The table of the month, as a title.
pub const TITLE: Text = Text::new("招商人员月度表", "Recruiters' month");
/// Nobody to show.
pub const NONE: Text = Text::new("还没有招商人员", "No recruiters yet");
/// Why not.
pub const NONE_TEXT: Text = Text::new(
    "在“设置 › 人员”里添加招商人员之后，这里一人一行，列出当月的外出、接待、线索、跟进和承诺兑现。",
    "Add people under Settings › People; each then has a line here with the month's trips, receptions, leads, follow-ups and promises.",
);

/// 姓名.
pub const NAME: Text = Text::new("姓名", "Name");
/// 单位.
pub const UNIT: Text = Text::new("单位", "Unit");
/// Days out.
pub const DAYS_OUT: Text = Text::new("外出（天）", "Days out");
/// Trips.
pub const TRIPS: Text = Text::new("外出（次）", "Trips");
/// Companies visited.
pub const VISITS: Text = Text::new("拜访企业", "Visits");
/// Receptions.
pub const RECEPTIONS: Text = Text::new("接待", "Receptions");
/// Leads.
pub const LEADS: Text = Text::new("新增线索", "New leads");
/// Follow-ups.
pub const FOLLOW_UPS: Text = Text::new("跟进", "Follow-ups");
/// Promised steps.
pub const PROMISED: Text = Text::new("到期承诺", "Promises due");
/// Kept in time.
pub const KEPT: Text = Text::new("按期兑现", "Kept in time");
/// Hours of training.
pub const HOURS: Text = Text::new("培训（学时）", "Training, h");
/// Declared days at post.
pub const AT_POST: Text = Text::new("在岗（天）", "At post");
/// Leave.
pub const LEAVE: Text = Text::new("请假（天）", "Leave");
/// Absences found.
pub const ABSENCES: Text = Text::new("缺岗（次）", "Absences");
/// The score.
pub const SCORE: Text = Text::new("在岗得分", "Post score");
/// The rule of the score, printed beside it.
pub const SCORE_RULE: Text = Text::new(
    "在岗得分参照德清县驻点招商员月度绩效比拼表：满 20 天 10 分，15–19 天 9 分，10–14 天 8 分，9 天 8 分，每少 1 天减 1 分至 0；每查到一次缺岗扣 10 分，扣完为止。仅供参考，不计入考核。",
    "Post score after the published monthly table of Deqing county: 20 days and more 10, 15–19 days 9, 10–14 days 8, 9 days 8 and 1 less for each day less, down to 0; \
     10 off for each absence found, down to 0. For orientation; it counts towards nothing.",
);
/// How a promise is judged.
pub const KEPT_RULE: Text = Text::new(
    "承诺为当月到期的“下一步”；到期日前标为完成，或其间有新的跟进，算按期兑现。未写返回日期的外出按 1 天计。",
    "A promise is a next step that fell due in the month. It is kept if it was ticked off by its day or followed up before it. A trip without a return counts as one day.",
);
/// Led the trip.
pub const LED: Text = Text::new("带队", "Led");
/// Went along.
pub const WENT_ALONG: Text = Text::new("同行", "Went along");
/// Kept in time.
pub const IN_TIME: Text = Text::new("按期", "In time");
/// Done late.
pub const LATE: Text = Text::new("逾期完成", "Done late");
/// Not done.
pub const MISSED: Text = Text::new("逾期未办", "Overdue");
/// Not yet due.
pub const OPEN: Text = Text::new("未到期", "Not due yet");
/// Nothing was declared.
pub const NOT_DECLARED: Text = Text::new("本月未申报", "Nothing declared");
/// Declares a month.
pub const DECLARE: Text = Text::new("申报在岗", "Declare days");
/// Nothing was recorded.
pub const NOTHING: Text = Text::new("本月无记录", "Nothing recorded this month");
/// 日期.
pub const DAY: Text = Text::new("日期", "Date");
/// What it was.
pub const WHAT: Text = Text::new("事项", "What");
/// 天数.
pub const DAYS: Text = Text::new("天数", "Days");
/// 情况.
pub const STANDING: Text = Text::new("情况", "Standing");
/// 企业.
pub const COMPANIES: Text = Text::new("拜访的企业", "Companies visited");
/// Next steps.
pub const PROMISES: Text = Text::new("到期的下一步", "Next steps due");
/// Trainings.
pub const TRAININGS: Text = Text::new("培训", "Trainings");

/// The month of a person, as a title.
pub fn month_of(l: Lang, name: &str, month: &str) -> String {
    match l {
        Lang::Zh => format!("{name} · {month}月度卡"),
        Lang::En => format!("{name}, {month}"),
    }
}

/// Stations and what they yield.
pub const STATIONS: Text = Text::new("驻点成效", "What stations yield");
/// How it is counted.
pub const STATIONS_NOTE: Text = Text::new(
    "自驻点开始之日起：驻点人员参加的外出、拜访的企业；由他们跟踪的新登记项目和外出带来的线索，其中已签约的、累计到位资金。",
    "Since the station began: trips of its members and companies visited; projects they registered and follow or that their trips gave rise to, how many are signed, money arrived.",
);
/// Ambassadors.
pub const AMBASSADORS: Text = Text::new("大使履职", "How ambassadors do");
/// How it is counted.
pub const AMBASSADORS_NOTE: Text = Text::new(
    "线索任务按聘期年度计；每条线索经费＝年度经费 ÷ 本聘期年度线索数。聘期不足 60 天提醒。",
    "Quotas are by year of the term; fee per lead is the yearly fee ÷ the leads of that year. A term with 60 days or less to go is shown.",
);
/// Training by unit.
pub const TRAINED: Text = Text::new("本年培训（按单位）", "Training this year by unit");
/// Members.
pub const MEMBERS: Text = Text::new("人员", "Members");
/// Leads given.
pub const GIVEN: Text = Text::new("线索", "Leads");
/// Signed.
pub const SIGNED: Text = Text::new("已签约", "Signed");
/// Arrived money.
pub const ARRIVED: Text = Text::new("到位资金", "Arrived");
/// The term.
pub const TERM: Text = Text::new("聘期", "Term");
/// Leads of this year.
pub const THIS_YEAR: Text = Text::new("本聘期年度线索", "Leads this term year");
/// What is to be given.
pub const QUOTA: Text = Text::new("任务", "Quota");
/// The yearly fee.
pub const FEE: Text = Text::new("年度经费（万元）", "Yearly fee, CNY 10k");
/// Fee per lead.
pub const FEE_PER_LEAD: Text = Text::new("每条线索（万元）", "Per lead, CNY 10k");
/// People who took part.
pub const PEOPLE: Text = Text::new("参训人数", "People");
/// Hours, summed up.
pub const PERSON_HOURS: Text = Text::new("合计学时（人次）", "Person-hours");
/// Where sources are compared.
pub const CHANNELS: Text = Text::new("渠道和引荐人的转化", "Conversion of channels and introducers");
/// No end of the term.
pub const NO_END: Text = Text::new("未填聘期", "No end stated");

/// How a term stands.
pub fn term(l: Lang, left: i32) -> String {
    let n = usize::try_from(left.unsigned_abs()).unwrap_or_default();
    match (l, left) {
        (Lang::Zh, ..0) => format!("已到期 {n} 天"),
        (Lang::Zh, _) => format!("剩 {n} 天"),
        (Lang::En, ..0) => plural(n, "day over", "days over"),
        (Lang::En, _) => plural(n, "day left", "days left"),
    }
}
