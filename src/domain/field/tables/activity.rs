//! What people did to win projects: trips, receptions, events, what leaders did (domain notes §3.2).

use super::super::{COMMON, Elements, Field, FieldDef, FieldType as T, Group};
use crate::domain::Kind;
use crate::domain::lists::List as L;

fields! {
    /// 外出招商: one trip of a unit's people.
    OutboundTripField, OUTBOUND_TRIP {
        First {
            /// 单位
            Unit = "unit", T::Ref(Kind::Unit);
            /// 带队领导
            Leader = "leader", T::Ref(Kind::Person);
            /// 同行人员
            Members = "members", T::Bool, Elements::Records(Kind::Person);
            /// 是否跟随县领导, as declared; where nothing is declared, who took part says it
            Followed = "followed", T::Bool;
            /// 目的地
            Place = "place", T::Text;
            /// 境外
            Abroad = "abroad", T::Bool;
            /// 出发日期
            Start = "start", T::Date;
            /// 返回日期
            End = "end", T::Date;
            /// 天数, where it differs from the days between: half days occur
            Days = "days", T::Days;
            /// 拜访企业
            Companies = "companies", T::Bool, Elements::Records(Kind::Company);
            /// 接洽人
            Met = "met", T::Text;
            /// 外出事由
            Purpose = "purpose", T::Text;
            /// 关联项目
            Projects = "projects", T::Bool, Elements::Records(Kind::Project);
            /// 备案日期: filed before leaving
            FiledOn = "filed_on", T::Date;
            /// 销假日期: closed after coming back
            ClosedOn = "closed_on", T::Date;
            /// 费用
            Cost = "cost", T::Money;
            /// 新增线索, as declared
            Leads = "leads", T::Int;
            /// 新增线索项目: the leads that it gave rise to
            LeadProjects = "lead_projects", T::Bool, Elements::Records(Kind::Project);
            /// 取得成果
            Results = "results", T::LongText;
            /// 下一步打算
            NextStep = "next_step", T::LongText;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// 来访接待: one visit of investors.
    ReceptionField, RECEPTION {
        First {
            /// 日期
            On = "on", T::Date;
            /// 客商单位
            Company = "company", T::Ref(Kind::Company);
            /// 来访人员及职务
            Guests = "guests", T::Text;
            /// 来访人数
            Headcount = "headcount", T::Int;
            /// 来访目的
            Purpose = "purpose", T::Text;
            /// 牵头单位
            Unit = "unit", T::Ref(Kind::Unit);
            /// 接待领导
            Leader = "leader", T::Ref(Kind::Person);
            /// 陪同单位
            Units = "units", T::Bool, Elements::Records(Kind::Unit);
            /// 行程 (考察地块)
            Itinerary = "itinerary", T::LongText;
            /// 投资意向
            Intent = "intent", T::LongText;
            /// 意向投资额
            Amount = "amount", T::Money;
            /// 关联项目
            Project = "project", T::Ref(Kind::Project);
            /// 下一步
            NextStep = "next_step", T::LongText;
            /// 跟踪人
            Owner = "owner", T::Ref(Kind::Person);
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// 招商活动: a roadshow, a fair, a collective signing or start of works, a tour of sites.
    PromotionEventField, PROMOTION_EVENT {
        First {
            /// 活动名称
            Name = "name", T::Text;
            /// 活动类别
            EventKind = "event_kind", T::Choice(L::EventKind);
            /// 开始日期
            On = "on", T::Date;
            /// 结束日期
            Until = "until", T::Date;
            /// 地点
            Place = "place", T::Text;
            /// 主办单位
            Unit = "unit", T::Ref(Kind::Unit);
            /// 费用
            Cost = "cost", T::Money;
            /// 对接客商数
            Contacts = "contacts", T::Int;
            /// 新增线索项目
            LeadProjects = "lead_projects", T::Bool, Elements::Records(Kind::Project);
            /// 签约项目
            Signings = "signings", T::Bool, Elements::Records(Kind::Project);
            /// 活动情况
            Summary = "summary", T::LongText;
            /// 备注
            Remark = "remark", T::LongText;
        }
        Internal {
            /// The stops of its route: their places in order, by project
            Stop = "stop", T::Int, Elements::Records(Kind::Project);
            /// 讲解要点 of a stop
            StopNote = "stop_note", T::LongText, Elements::Records(Kind::Project);
        }
    }
}

fields! {
    /// 领导招商活动: one thing a leader did himself, of the five kinds (domain notes, row 18).
    LeaderActivityField, LEADER_ACTIVITY {
        First {
            /// 领导
            Person = "person", T::Ref(Kind::Person);
            /// 事项
            Work = "work", T::Choice(L::LeaderWork);
            /// 日期
            On = "on", T::Date;
            /// 内容
            Content = "content", T::LongText;
            /// 关联项目
            Project = "project", T::Ref(Kind::Project);
            /// 关联企业
            Company = "company", T::Ref(Kind::Company);
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}
