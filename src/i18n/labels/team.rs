//! The names of the fields of stations, ambassadors, training and months at post.

use super::super::Text;
use crate::domain::field::{AmbassadorField, DutyMonthField, StationField, TrainingField};

labels! { station: StationField {
    Name: "驻点名称", "Station";
    City: "驻点城市", "City";
    Region: "负责区域", "Region";
    Unit: "派出单位", "Sent by";
    Leader: "负责人", "Headed by";
    Members: "驻点人员", "Members";
    From: "开始日期", "From";
    Until: "结束日期", "Until";
    Remark: "备注", "Remarks";
} }

labels! { ambassador: AmbassadorField {
    Name: "姓名", "Name";
    Organisation: "所在单位", "Organisation";
    Region: "所在地区", "Region";
    Phone: "电话", "Phone";
    From: "聘期开始", "Term from";
    Until: "聘期结束", "Term until";
    Fee: "年度经费", "Yearly fee";
    Quota: "年度线索任务", "Leads a year";
    LeadProjects: "提供线索项目", "Leads given";
    Remark: "备注", "Remarks";
} }

labels! { training: TrainingField {
    Name: "培训主题", "Topic";
    On: "日期", "Date";
    Hours: "学时", "Hours";
    Unit: "组织单位", "Held by";
    People: "参训人员", "Trained";
    Remark: "备注", "Remarks";
} }

labels! { duty_month: DutyMonthField {
    Person: "招商人员", "Recruiter";
    Month: "月份", "Month";
    AtPost: "在岗天数", "Days at post";
    Leave: "请假天数", "Days of leave";
    Absences: "查岗缺岗次数", "Absences found";
    Remark: "备注", "Remarks";
} }
