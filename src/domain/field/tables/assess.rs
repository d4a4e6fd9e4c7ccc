//! Targets, rules, contests, hearings and what was published (domain notes §2.2 to §2.5).

use super::super::{COMMON, Elements, Field, FieldDef, FieldType as T, Group};
use crate::domain::Kind;
use crate::domain::lists::List as L;

fields! {
    /// 指标: what is counted.
    MetricField, METRIC {
        First {
            /// 指标名称
            Name = "name", T::Text;
            /// English name
            English = "english", T::Text;
            /// What names it in rule sheets and targets: snake_case, never changed
            Word = "word", T::Text;
            /// 口径: its definition, as JSON
            Definition = "definition", T::LongText;
            /// Place in lists
            Order = "order", T::Int;
            /// No longer offered
            Retired = "retired", T::Bool;
        }
    }
}

fields! {
    /// 目标任务: how much of a metric somebody is to do in a period.
    TargetField, TARGET {
        First {
            /// 指标
            Metric = "metric", T::Ref(Kind::Metric);
            /// 单位; without unit, person and chain it is the county's
            Unit = "unit", T::Ref(Kind::Unit);
            /// 责任人
            Person = "person", T::Ref(Kind::Person);
            /// 产业链
            Chain = "chain", T::Choice(L::Chain);
            /// 周期: 2026, 2026-H1, 2026-Q1, 2026-03, or the days of a contest
            Period = "period", T::Text;
            /// 目标值 of what is not money
            Number = "number", T::Number;
            /// 目标额 of money
            Amount = "amount", T::Money;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// 填报数: a number that is entered by hand: what the pipeline does not hold, a mark of a grader, or what another
    /// place published.
    FigureField, FIGURE {
        First {
            /// 指标
            Metric = "metric", T::Ref(Kind::Metric);
            /// 单位
            Unit = "unit", T::Ref(Kind::Unit);
            /// 责任人
            Person = "person", T::Ref(Kind::Person);
            /// 产业链
            Chain = "chain", T::Choice(L::Chain);
            /// 兄弟县市: another place whose published number it is
            Place = "place", T::Text;
            /// 截至日期
            On = "on", T::Date;
            /// 数值 of what is not money
            Number = "number", T::Number;
            /// 金额 of money
            Amount = "amount", T::Money;
            /// 评委类别, of a mark
            Grader = "grader", T::Text;
            /// 来源: where it was published
            Source = "source", T::Text;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// 考核办法.
    RuleSheetField, RULE_SHEET {
        First {
            /// 名称
            Name = "name", T::Text;
            /// 版本
            Version = "version", T::Text;
            /// 依据
            Source = "source", T::Text;
            /// 启用日期
            From = "from", T::Date;
            /// The sheet, as JSON
            Definition = "definition", T::LongText;
            /// Place in lists
            Order = "order", T::Int;
            /// No longer offered
            Retired = "retired", T::Bool;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// 竞赛: one round of a contest.
    ContestField, CONTEST {
        First {
            /// 名称
            Name = "name", T::Text;
            /// 轮次
            Round = "round", T::Int;
            /// 开始日期
            Start = "start", T::Date;
            /// 结束日期
            End = "end", T::Date;
            /// 考核办法
            Rules = "rules", T::Ref(Kind::RuleSheet);
            /// 参赛单位; without any, all of the groups of the rules
            Units = "units", T::Bool, Elements::Records(Kind::Unit);
            /// 口号
            Slogan = "slogan", T::Text;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// 重点任务: one task with its node, for which an ox or a snail may be given (domain notes R20, R21).
    KeyTaskField, KEY_TASK {
        First {
            /// 任务名称
            Name = "name", T::Text;
            /// 项目
            Project = "project", T::Ref(Kind::Project);
            /// 责任单位
            Unit = "unit", T::Ref(Kind::Unit);
            /// 责任人
            Owner = "owner", T::Ref(Kind::Person);
            /// 竞赛
            Contest = "contest", T::Ref(Kind::Contest);
            /// 阶段
            Phase = "phase", T::Text;
            /// 节点要求
            Node = "node", T::Text;
            /// 时限
            DueOn = "due_on", T::Date;
            /// 完成日期
            DoneOn = "done_on", T::Date;
            /// 完成情况
            Progress = "progress", T::LongText;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// 评选: an award that somebody is proposed for, and what came of it.
    NominationField, NOMINATION {
        First {
            /// 奖项: red_flag, blue_flag, ox, snail, or the key of an award of the rules
            Award = "award", T::Text;
            /// 单位
            Unit = "unit", T::Ref(Kind::Unit);
            /// 责任人
            Person = "person", T::Ref(Kind::Person);
            /// 重点任务
            Task = "task", T::Ref(Kind::KeyTask);
            /// 竞赛
            Contest = "contest", T::Ref(Kind::Contest);
            /// 阶段
            Phase = "phase", T::Text;
            /// 事由
            Reason = "reason", T::LongText;
            /// 提名日期
            On = "on", T::Date;
            /// 审定: approved or refused
            Decision = "decision", T::Text;
            /// 审定日期
            DecidedOn = "decided_on", T::Date;
            /// 审定机构, such as 县委常委会
            DecidedBy = "decided_by", T::Text;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// 过堂会: one hearing.
    HearingField, HEARING {
        First {
            /// 名称
            Name = "name", T::Text;
            /// 日期
            On = "on", T::Date;
            /// 主持人
            Chair = "chair", T::Text;
            /// 地点
            Place = "place", T::Text;
            /// 考核办法
            Rules = "rules", T::Ref(Kind::RuleSheet);
            /// 纪要
            Minutes = "minutes", T::LongText;
        }
        Internal {
            /// What was said of each unit, by its id
            UnitMinutes = "unit_minutes", T::LongText, Elements::Records(Kind::Unit);
            /// 考核年度起始月 when it was called, so that a later setting does not move its numbers; without one, the office's
            FirstMonth = "first_month", T::Int;
        }
    }
}

fields! {
    /// 承诺: what a unit promised at a hearing or a meeting.
    PledgeField, PLEDGE {
        First {
            /// 单位
            Unit = "unit", T::Ref(Kind::Unit);
            /// 表态人
            Person = "person", T::Text;
            /// 过堂会
            Hearing = "hearing", T::Ref(Kind::Hearing);
            /// 承诺日期
            On = "on", T::Date;
            /// 承诺内容
            Content = "content", T::LongText;
            /// 指标
            Metric = "metric", T::Ref(Kind::Metric);
            /// 承诺值 of what is not money, from the beginning of the year to the day it is due
            Number = "number", T::Number;
            /// 承诺额 of money
            Amount = "amount", T::Money;
            /// 兑现时限
            DueOn = "due_on", T::Date;
            /// 兑现情况 where no metric tells: kept or broken
            Outcome = "outcome", T::Text;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// 发布结果: a result as it was published, frozen with the rules, the numbers and the version of the data.
    PublishedField, PUBLISHED {
        First {
            /// 标题
            Name = "name", T::Text;
            /// 发布日期
            On = "on", T::Date;
            /// 数据截至
            AsOf = "as_of", T::Date;
            /// 考核办法
            Rules = "rules", T::Ref(Kind::RuleSheet);
            /// 竞赛
            Contest = "contest", T::Ref(Kind::Contest);
            /// 备注
            Remark = "remark", T::LongText;
        }
        Internal {
            /// The rules, the numbers and the scores, as JSON
            Content = "content", T::LongText;
            /// SHA-256 of the content, in hexadecimal digits
            Digest = "digest", T::Text;
            /// The version of the data, as JSON
            Version = "version", T::LongText;
        }
    }
}

fields! {
    /// 通报: the texts of a bulletin. Its numbers are names that are filled in when it is looked at.
    BulletinField, BULLETIN {
        First {
            /// 通报名称
            Name = "name", T::Text;
            /// 通报期: 2026-03, 2026-H1 or 2026
            Period = "period", T::Text;
            /// 印发日期
            On = "on", T::Date;
            /// 数据截至
            AsOf = "as_of", T::Date;
            /// 一、总体
            Overall = "overall", T::LongText;
            /// 二、分单位
            ByUnit = "by_unit", T::LongText;
            /// 三、问题
            Problems = "problems", T::LongText;
            /// 四、下步
            Next = "next", T::LongText;
            /// 附表: the words of the tables that go with it
            Tables = "tables", T::Text;
            /// Place in lists
            Order = "order", T::Int;
            /// 备注
            Remark = "remark", T::LongText;
        }
        Internal {
            /// 考核年度起始月 when it was made; January without one. A later setting of the office does not move its days
            FirstMonth = "first_month", T::Int;
        }
    }
}
