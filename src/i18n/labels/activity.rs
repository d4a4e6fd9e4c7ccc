//! The names of the fields of trips, receptions, events and what leaders did.

use super::super::Text;
use crate::domain::field::{LeaderActivityField, OutboundTripField, PromotionEventField, ReceptionField};

labels! { outbound_trip: OutboundTripField {
    Unit: "单位", "Unit";
    Leader: "带队领导", "Led by";
    Members: "同行人员", "With";
    Followed: "是否跟随县领导", "With a county leader";
    Place: "目的地", "Destination";
    Abroad: "境外", "Abroad";
    Start: "出发日期", "From";
    End: "返回日期", "To";
    Days: "天数", "Days";
    Companies: "拜访企业", "Companies visited";
    Met: "接洽人", "Met";
    Purpose: "外出事由", "Purpose";
    Projects: "关联项目", "Projects";
    FiledOn: "备案日期", "Filed on";
    ClosedOn: "销假日期", "Closed on";
    Cost: "费用", "Cost";
    Leads: "新增线索", "New leads";
    LeadProjects: "新增线索项目", "Leads it gave";
    Results: "取得成果", "Results";
    NextStep: "下一步打算", "Next";
    Remark: "备注", "Remarks";
} }

labels! { reception: ReceptionField {
    On: "日期", "Date";
    Company: "客商单位", "Visitors from";
    Guests: "来访人员", "Visitors";
    Headcount: "来访人数", "Number of visitors";
    Purpose: "来访目的", "Purpose";
    Unit: "牵头单位", "Hosting unit";
    Leader: "接待领导", "Received by";
    Units: "陪同单位", "Units present";
    Itinerary: "考察行程", "Itinerary";
    Intent: "投资意向", "Intention";
    Amount: "意向投资额", "Intended investment";
    Project: "关联项目", "Project";
    NextStep: "下一步", "Next";
    Owner: "跟踪人", "Followed up by";
    Remark: "备注", "Remarks";
} }

labels! { promotion_event: PromotionEventField {
    Name: "活动名称", "Event";
    EventKind: "活动类别", "Kind of event";
    On: "开始日期", "From";
    Until: "结束日期", "To";
    Place: "地点", "Place";
    Unit: "主办单位", "Held by";
    Cost: "费用", "Cost";
    Contacts: "对接客商数", "Investors met";
    LeadProjects: "新增线索项目", "Leads it gave";
    Signings: "签约项目", "Projects signed";
    Summary: "活动情况", "What happened";
    Remark: "备注", "Remarks";
    Stop: "观摩点次序", "Place on the route";
    StopNote: "讲解要点", "What to tell at the stop";
} }

labels! { leader_activity: LeaderActivityField {
    Person: "领导", "Leader";
    Work: "事项", "What was done";
    On: "日期", "Date";
    Content: "内容", "Content";
    Project: "关联项目", "Project";
    Company: "关联企业", "Company";
    Remark: "备注", "Remarks";
} }
