//! The teams: stations, ambassadors, training, months at post (domain notes §1, §3.2).

use super::super::{COMMON, Elements, Field, FieldDef, FieldType as T, Group};
use crate::domain::Kind;

fields! {
    /// 驻点招商: a team stationed in a region.
    StationField, STATION {
        First {
            /// 驻点名称
            Name = "name", T::Text;
            /// 驻点城市
            City = "city", T::Text;
            /// 负责区域
            Region = "region", T::Text;
            /// 派出单位
            Unit = "unit", T::Ref(Kind::Unit);
            /// 负责人
            Leader = "leader", T::Ref(Kind::Person);
            /// 驻点人员
            Members = "members", T::Bool, Elements::Records(Kind::Person);
            /// 开始日期
            From = "from", T::Date;
            /// 结束日期
            Until = "until", T::Date;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// 招商大使 (domain notes R44 to R46).
    AmbassadorField, AMBASSADOR {
        First {
            /// 姓名
            Name = "name", T::Text;
            /// 所在单位
            Organisation = "organisation", T::Text;
            /// 所在地区
            Region = "region", T::Text;
            /// 电话
            Phone = "phone", T::Phone;
            /// 聘期开始
            From = "from", T::Date;
            /// 聘期结束
            Until = "until", T::Date;
            /// 年度经费
            Fee = "fee", T::Money;
            /// 年度线索任务
            Quota = "quota", T::Int;
            /// 提供线索项目
            LeadProjects = "lead_projects", T::Bool, Elements::Records(Kind::Project);
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// 培训.
    TrainingField, TRAINING {
        First {
            /// 培训主题
            Name = "name", T::Text;
            /// 日期
            On = "on", T::Date;
            /// 学时
            Hours = "hours", T::Int;
            /// 组织单位
            Unit = "unit", T::Ref(Kind::Unit);
            /// 参训人员
            People = "people", T::Bool, Elements::Records(Kind::Person);
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// 在岗记录: what one recruiter declared of one month (domain notes R32).
    DutyMonthField, DUTY_MONTH {
        First {
            /// 招商人员
            Person = "person", T::Ref(Kind::Person);
            /// 月份, such as 2026-09
            Month = "month", T::Text;
            /// 在岗天数
            AtPost = "at_post", T::Days;
            /// 请假天数
            Leave = "leave", T::Days;
            /// 查岗缺岗次数
            Absences = "absences", T::Int;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}
