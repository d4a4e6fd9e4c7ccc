//! 问题要素, 审批 and 政策兑现: the panels of a project and the pages of 监督.

mod said;

pub use said::*;

use super::Text;

/// The panel of problems.
pub const ISSUES: Text = Text::new("问题要素", "Problems and needs");
/// None.
pub const NO_ISSUES: Text = Text::new("没有登记的问题和要素需求。", "No problem or need is noted.");
/// Notes one.
pub const RAISE: Text = Text::new("登记问题", "Note a problem");
/// Takes it up.
pub const ACCEPT: Text = Text::new("受理", "Take up");
/// Hands it to another department.
pub const HAND_OVER: Text = Text::new("转办", "Hand over");
/// Closes it.
pub const SOLVE: Text = Text::new("办结", "Solve");
/// Puts it off.
pub const SUSPEND: Text = Text::new("挂起", "Put off");
/// Goes on with it.
pub const RESUME: Text = Text::new("恢复办理", "Go on");
/// Opens it again.
pub const REOPEN: Text = Text::new("重新打开", "Open again");

/// The panel of permits.
pub const PERMITS: Text = Text::new("审批", "Permits");
/// None.
pub const NO_PERMITS: Text = Text::new(
    "还没有审批事项。填好承诺开工时间，按模板一次排好。",
    "No permits yet. State the promised start of works, and plan them all from the templates.",
);
/// Adds one by hand.
pub const ADD_PERMIT: Text = Text::new("加一项审批", "Add a permit");
/// It was applied for.
pub const APPLY: Text = Text::new("申报", "Applied");
/// It was granted.
pub const GRANT: Text = Text::new("办结", "Granted");
/// Planned and actual, for the chart.
pub const CHART: Text = Text::new("计划与实际", "Plan and fact");
/// In the chart.
pub const PLANNED: Text = Text::new("计划", "Planned");
/// In the chart.
pub const ACTUAL: Text = Text::new("实际", "Actual");
/// In the chart.
pub const TODAY: Text = Text::new("今天", "Today");
/// In the chart.
pub const START: Text = Text::new("承诺开工", "Promised start");
/// Everything was granted.
pub const ALL_GRANTED: Text = Text::new("审批已全部办结。", "All permits are granted.");
/// Everything is under way.
pub const ALL_APPLIED: Text = Text::new("审批已全部申报，等待办结。", "All permits are applied for.");
/// A permit not applied for.
pub const AHEAD: Text = Text::new("未申报", "Not applied for");
/// A permit applied for.
pub const APPLIED: Text = Text::new("办理中", "Applied for");
/// A permit granted.
pub const GRANTED: Text = Text::new("已办结", "Granted");
/// A day that the plan does not move.
pub const BY_HAND: Text = Text::new("手工设定", "Set by hand");
/// What the plan is worked back from.
pub const RULE_OF_PLAN: Text = Text::new(
    "从承诺开工时间往回排：前一阶段全部办结，后一阶段才开始。已办结的和手工设定日期的不动。",
    "Worked back from the promised start: a phase begins when the one before is granted. What is granted or set by \
     hand stays.",
);

/// The panel of promises.
pub const PROMISES: Text = Text::new("政策兑现", "Policy promises");
/// None.
pub const NO_PROMISES: Text = Text::new("没有登记的政策承诺。", "No promise is noted.");
/// Notes one.
pub const ADD_PROMISE: Text = Text::new("登记承诺", "Note a promise");
/// Pays it.
pub const PAY: Text = Text::new("兑现", "Pay");
/// Its condition is met.
pub const CONDITION_MET: Text = Text::new("条件已达成", "Condition met");
/// What is paid now, in the form.
pub const PAID_NOW: Text = Text::new("本次兑现金额", "Paid now");
/// No rate is known.
pub const NO_RATE: Text = Text::new(
    "没有这个币种的汇率，先到“设置”填写。",
    "No rate is known for this currency; enter it under Settings first.",
);
/// Amounts that are in no sum.
pub const WITHOUT_RATE: Text = Text::new("缺汇率，未计入合计", "No rate, in no sum");
/// Fair competition.
pub const UNREVIEWED: Text = Text::new("未经公平竞争审查", "No fair-competition review");

/// The switch of a page.
pub const SHOW: Text = Text::new("显示", "Show");
/// The records themselves.
pub const DETAIL: Text = Text::new("明细", "Records");
/// The departments.
pub const RESPONSE: Text = Text::new("部门响应", "Departments");
/// Projects by needs.
pub const FACTORS: Text = Text::new("要素矩阵", "Needs by project");
/// The projects by their next date.
pub const CRITICAL: Text = Text::new("关键日期", "Critical dates");
/// Promises by department.
pub const BY_DEPARTMENT: Text = Text::new("按部门", "By department");
/// Promises by project.
pub const BY_PROJECT: Text = Text::new("按项目", "By project");
/// Nobody is named.
pub const NOBODY: Text = Text::new("未指定", "Nobody named");
/// Column heads.
pub const DEPARTMENT: Text = Text::new("部门", "Department");
/// The project.
pub const PROJECT: Text = Text::new("项目", "Project");
/// Had.
pub const HAD: Text = Text::new("经手", "Had");
/// Solved.
pub const SOLVED: Text = Text::new("办结", "Solved");
/// Solved by the day set.
pub const IN_TIME: Text = Text::new("按期办结", "In time");
/// Handed on.
pub const HANDED_ON: Text = Text::new("转出", "Handed on");
/// Median days.
pub const MEDIAN: Text = Text::new("办结用时（中位，天）", "Days to solve (median)");
/// Has now.
pub const HOLDS: Text = Text::new("在手", "Has now");
/// Overdue.
pub const OVERDUE: Text = Text::new("超期", "Overdue");
/// The longest.
pub const LONGEST: Text = Text::new("最长在手（天）", "Longest (days)");
/// The oldest open request.
pub const OLDEST: Text = Text::new("最久（天）", "Oldest (days)");
/// What the table of departments counts.
pub const RESPONSE_RULE: Text = Text::new(
    "天数从该部门接手当天算起，转走之后不再计。挂起的不算在手，也不算超期。",
    "Days count from the day a department got it until it passed it on. What is put off counts neither as had now nor \
     as overdue.",
);
/// What the matrix shows.
pub const MATRIX_RULE: Text = Text::new(
    "未办结的要素需求：件数和最久的一件提出至今的天数。挂起的不计。",
    "Open needs: how many, and the days since the oldest was raised. What is put off is left out.",
);
/// Column heads of the critical dates.
pub const PROGRESS: Text = Text::new("已办结 / 全部", "Granted / all");
/// The next date.
pub const NEXT_DATE: Text = Text::new("最迟申报", "Apply by");
/// The next permit.
pub const NEXT_PERMIT: Text = Text::new("下一事项", "Next permit");
/// How far off.
pub const STATE: Text = Text::new("状态", "State");
/// Overdue permits.
pub const OVERDUE_PERMITS: Text = Text::new("超期事项", "Overdue permits");
/// How many promises.
pub const COUNT: Text = Text::new("条数", "Promises");
/// Promised.
pub const AMOUNT: Text = Text::new("承诺金额", "Promised");
/// Paid.
pub const PAID: Text = Text::new("已兑现", "Paid");
/// Due and unpaid.
pub const OWED: Text = Text::new("应兑未兑", "Due and unpaid");
/// The oldest.
pub const OWED_LONGEST: Text = Text::new("最长拖欠（天）", "Longest (days)");
/// Due in 30 days.
pub const SOON: Text = Text::new("30天内到期", "Due in 30 days");
/// The condition is open.
pub const UNMET: Text = Text::new("条件未达成", "Condition open");
/// Paid in part.
pub const IN_PART: Text = Text::new("部分兑现", "Paid in part");
/// Not reviewed.
pub const NOT_REVIEWED: Text = Text::new("未审查", "Not reviewed");
/// All.
pub const TOTAL: Text = Text::new("合计", "Total");
/// Waiting for anybody.
pub const OPEN: Text = Text::new("未办结", "Open");
/// The longest of all.
pub const LONGEST_HELD: Text = Text::new("最长在手天数", "Longest with one department (days)");
/// Not applied for, late.
pub const BEGINS_LATE: Text = Text::new("该申报未申报", "Should be applied for");
/// To be applied for soon.
pub const BEGINS_SOON: Text = Text::new("30天内要申报", "Apply within 30 days");
/// Nothing to show.
pub const NOTHING: Text = Text::new("这里还没有内容", "Nothing here yet");
/// Why not.
pub const NOTHING_TEXT: Text =
    Text::new("换到“明细”登记，或在项目页登记。", "Note some under Records, or on the page of a project.");
/// Brings the shipped templates back.
pub const RESTORE: Text = Text::new("恢复默认模板", "Restore the usual templates");
