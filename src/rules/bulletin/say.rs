//! What a paper has to say: its fixed words and sentences.

/// Declares the fixed words of papers.
macro_rules! say {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// One fixed word or sentence of a paper; `{}` in it stands for what is told.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Say { $($(#[$doc])* $name,)* }

        impl Say {
            /// Every one.
            pub const ALL: &'static [Say] = &[$(Say::$name,)*];
        }
    };
}

say! {
    /// 数据截至 a day.
    AsOf,
    /// 单位 of the amounts.
    AmountsIn,
    /// 口径 of a metric.
    Basis,
    /// 合计
    Total,
    /// 全县
    County,
    /// Between the items of a list.
    Comma,
    /// Nobody, nothing.
    Nobody,
    /// That a table has no rows.
    NoRows,
    /// 单位
    Unit,
    /// 类别
    Class,
    /// 目标值
    Target,
    /// 完成值
    Done,
    /// 完成进度%
    Share,
    /// 超欠序时 in points
    Ahead,
    /// 序号
    Number,
    /// 实际到位内资
    DomesticFunds,
    /// 总额 in the unit of amounts
    WholeAmount,
    /// 其中省外资金 in the unit of amounts
    OutOfProvince,
    /// The caption of [`super::tables::Which::Progress`].
    ProgressTitle,
    /// The captions of the three lists.
    RegisteredTitle,
    /// See there.
    StartedTitle,
    /// See there.
    ProducingTitle,
    /// 注册名称
    RegisteredName,
    /// 外来投资方
    OutsideInvestor,
    /// 注册时间
    RegisteredOn,
    /// 法人
    LegalPerson,
    /// 注册资本 in the small unit of amounts
    RegisteredCapital,
    /// 总投资额
    TotalInvestment,
    /// 一期投资额
    Phase1,
    /// 建设内容
    Content,
    /// 产业类别
    Sector,
    /// 开工时间
    StartedOn,
    /// 投产时间
    ProducingOn,
    /// 建设地点（注明园区）
    Site,
    /// 用地（亩）
    Land,
    /// 引荐单位
    Introducer,
    /// 备注
    Remark,
    /// 党政主职驻外招商进度汇总表
    HeadsTitle,
    /// 责任单位
    ResponsibleUnit,
    /// 驻外天数
    DaysOut,
    /// 本月
    ThisMonth,
    /// 累计
    SoFar,
    /// How the days of heads are counted.
    HeadsRule,
    /// 产业链分局目标情况表
    ChainsTitle,
    /// 产业链
    Chain,
    /// 分局
    Branch,
    /// 新注册 0.5 亿元以上
    RegisteredHalfYi,
    /// 新注册 1 亿元以上
    RegisteredYi,
    /// 新开工
    Started,
    /// 目标
    TargetShort,
    /// 完成
    DoneShort,
    /// 比例
    Ratio,
    /// 驻点招商项目信息采集表
    IntakeTitle,
    /// The line of counts above it: projects, with an intended amount of.
    IntakeCounts,
    /// 项目名称
    ProjectName,
    /// 投资方
    Investor,
    /// 固定资产投资
    FixedInvestment,
    /// 投资方简介
    InvestorSummary,
    /// 项目内容
    ProjectContent,
    /// 需用土地
    LandNeeded,
    /// 企业联系人
    Contact,
    /// 联系方式
    ContactPhone,
    /// 片区
    Region,
    /// 进度备注
    ProgressNote,
    /// 产业类型
    Industry,
    /// 研判结果
    Screening,
    /// 月度绩效比拼表
    DuelTitle,
    /// 姓名
    PersonName,
    /// 数值 of an item
    Value,
    /// 得分
    Score,
    /// 总分
    TotalScore,
    /// 名次
    Place,
    /// 考核指标表
    IndicatorsTitle,
    /// 指标类别
    IndicatorClass,
    /// 考核指标
    Indicator,
    /// 分值
    Weight,
    /// 评分标准
    Clause,
    /// 完成情况
    DoneState,
    /// 序时进度
    Elapsed,
    /// 大兑现自评表
    KeptTitle,
    /// 履约数
    KeptCount,
    /// 签约数
    SignedCount,
    /// 率
    Rate,
    /// 开竣工数
    BuiltCount,
    /// 到位资金
    Arrived,
    /// 合同投资额
    Contracted,
    /// 区外到位资金
    FundsFromOutside,
    /// 任务数
    Task,
    /// 履约率
    KeptRate,
    /// 开竣工率
    BuiltRate,
    /// 资金到位率
    ArrivalRate,
    /// 当年区外到位资金
    OutsideInYear,
    /// 项目进展摘要
    DigestTitle,
    /// 本月总体进展
    DigestOverall,
    /// 重要节点
    DigestNodes,
    /// 风险与待协调
    DigestRisks,
    /// 下一步
    DigestNext,
    /// Follow-ups, projects, milestones of the month.
    DigestCounts,
    /// 项目
    Project,
    /// 节点
    Milestone,
    /// 日期
    Date,
    /// 进展
    Progress,
    /// 关键词
    Keyword,
    /// 负责人
    Owner,
    /// 一、总体 and its three fellows.
    Overall,
    /// See there.
    ByUnit,
    /// See there.
    Problems,
    /// See there.
    Next,
    /// 附表
    Attached,
    /// 会议材料
    PackTitle,
    /// 目录
    Contents,
    /// The heading of a section of a pack: its number and its name.
    Section,
    /// 通报
    BulletinSection,
    /// 排名
    RankingSection,
    /// 考核办法 of a ranking
    RankedBy,
    /// 组别
    Group,
    /// 表彰
    AwardsSection,
    /// 奖项
    Award,
    /// 授予
    AwardedTo,
    /// 依据
    AwardGrounds,
    /// By the rules of the sheet
    ByRules,
    /// 审定
    Approved,
    /// 承诺
    PledgesSection,
    /// 承诺内容
    Pledged,
    /// 承诺值
    PledgedNumber,
    /// 时限
    Due,
    /// 兑现情况
    Standing,
    /// 未兑现
    Broken,
    /// 待评定
    Unjudged,
    /// 未到期
    Open,
    /// 已兑现
    Kept,
    /// 下步任务
    TasksSection,
    /// 重点任务
    KeyTask,
    /// 节点要求
    Node,
    /// 下季度目标
    NextTargets,
    /// 指标
    Metric,
    /// What is left out of a pack.
    LeftOut,
    /// Parts of the names of numbers: 完成
    NameDone,
    /// 目标
    NameTarget,
    /// 完成率
    NameShare,
    /// 缺口
    NameGap,
    /// 本期
    NamePeriod,
    /// 去年同期
    NameLastYear,
    /// 同比
    NameGrowth,
    /// 全市位次
    NamePlace,
    /// 超序时单位
    NameAhead,
    /// 欠序时单位
    NameBehind,
    /// Names that stand alone: 单位名称
    NameOffice,
    /// 期间
    NameSpan,
    /// 截至
    NameAsOf,
    /// 序时
    NameElapsed,
    /// 超期项目
    NameStale,
    /// 红灯项目
    NameRed,
    /// 排名第一
    NameFirst,
    /// 排名末位
    NameLast,
    /// 竞赛
    NameContest,
    /// 竞赛天数
    NameContestDay,
    /// 未兑现承诺
    NameBroken,
    /// 逾期任务
    NameLate,
    /// 下月任务
    NameDueNext,
    /// 第几位 of how many places.
    PlaceOf,
    /// 第几天 of how many days.
    DayOf,
}
