//! The tables themselves: every field of every kind (domain notes §3.1 to §3.4).

use super::{COMMON, Elements, Field, FieldDef, FieldType as T, Group};
use crate::domain::Kind;
use crate::domain::lists::List as L;

fields! {
    /// The office and its settings that travel with the data.
    OfficeField, OFFICE {
        First {
            /// 办公室名称
            Name = "name", T::Text;
            /// 省份 of the county, to tell 省内 from 省外
            Province = "province", T::Text;
            /// 设区市 of the county
            City = "city", T::Text;
        }
        Assessment {
            /// Yuan for one unit of each foreign currency, by ISO code
            Rate = "rate", T::Rate, Elements::Free;
            /// The day each rate was set
            RateDate = "rate_date", T::Date, Elements::Free;
            /// Whether only recognised milestones move the stage
            StrictStage = "strict_stage", T::Bool;
            /// Days without follow-up before a project counts as stale, by stage
            StaleDays = "stale_days", T::Int, Elements::Milestones;
        }
    }
}

fields! {
    /// A unit that recruits or hosts.
    UnitField, UNIT {
        First {
            /// 单位名称
            Name = "name", T::Text;
            /// 单位类别: town, park, bureau, …
            UnitKind = "unit_kind", T::Choice(L::UnitKind);
            /// 上级单位
            Parent = "parent", T::Ref(Kind::Unit);
            /// 考核组别: units are only ranked inside one group
            RankGroup = "rank_group", T::Choice(L::RankGroup);
            /// Place in lists
            Order = "order", T::Int;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// A recruiter or a leader.
    PersonField, PERSON {
        First {
            /// 姓名
            Name = "name", T::Text;
            /// 单位
            Unit = "unit", T::Ref(Kind::Unit);
            /// 职务
            Post = "post", T::Text;
            /// 领导类别
            LeaderLevel = "leader_level", T::Choice(L::LeaderLevel);
            /// 电话
            Phone = "phone", T::Phone;
            /// 招商区域
            Region = "region", T::Text;
            /// 专攻方向
            Speciality = "speciality", T::Text;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// An investor, a target or a company set up here.
    CompanyField, COMPANY {
        First {
            /// 企业名称
            Name = "name", T::Text;
            /// 统一社会信用代码
            CreditCode = "credit_code", T::Text;
            /// 来源地
            Region = "region", T::Text;
            /// 所属行业
            Industry = "industry", T::Choice(L::Industry);
            /// 企业性质
            Ownership = "ownership", T::Choice(L::Ownership);
            /// 企业类别
            Tier = "tier", T::Bool, Elements::Set(L::CompanyTier);
            /// 母公司
            ParentCompany = "parent_company", T::Ref(Kind::Company);
            /// 地址
            Address = "address", T::Text;
            /// 企业简介
            Summary = "summary", T::LongText;
            /// 目标企业
            IsTarget = "is_target", T::Bool;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// A person at a company.
    ContactField, CONTACT {
        First {
            /// 姓名
            Name = "name", T::Text;
            /// 所在企业
            Company = "company", T::Ref(Kind::Company);
            /// 职务
            Post = "post", T::Text;
            /// 电话
            Phone = "phone", T::Phone;
            /// 微信
            Wechat = "wechat", T::Text;
            /// 邮箱
            Email = "email", T::Text;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// An investment project.
    ProjectField, PROJECT {
        First {
            /// 项目名称
            Name = "name", T::Text;
            /// 投资方
            Investor = "investor", T::Ref(Kind::Company);
            /// 总投资
            TotalInvestment = "total_investment", T::Money;
            /// 所属产业
            Industry = "industry", T::Choice(L::Industry);
            /// 责任单位
            Unit = "unit", T::Ref(Kind::Unit);
            /// 跟踪负责人
            Owner = "owner", T::Ref(Kind::Person);
            /// 客商联系人
            Contact = "contact", T::Ref(Kind::Contact);
        }
        Description {
            /// 项目编号
            Code = "code", T::Text;
            /// 市级项目编码: the strongest duplicate key
            UpperCode = "upper_code", T::Text;
            /// 建设内容及规模
            Summary = "summary", T::LongText;
            /// 主要产品及产能
            Products = "products", T::LongText;
            /// 产业类别: 农业/工业/服务业
            Sector = "sector", T::Choice(L::Sector);
            /// 建设性质
            ConstructionNature = "construction_nature", T::Choice(L::ConstructionNature);
            /// 投资形态
            InvestForm = "invest_form", T::Choice(L::InvestForm);
            /// 项目分类: decision class
            DecisionClass = "decision_class", T::Choice(L::DecisionClass);
            /// 纳统项目名称
            StatName = "stat_name", T::Text;
        }
        Investor {
            /// 项目公司 (注册企业)
            Company = "company", T::Ref(Kind::Company);
            /// 注册资本
            RegisteredCapital = "registered_capital", T::Money;
            /// 法定代表人
            LegalPerson = "legal_person", T::Text;
            /// 经营范围
            BusinessScope = "business_scope", T::LongText;
            /// 内资/外资/港澳台资
            CapitalOrigin = "capital_origin", T::Choice(L::CapitalOrigin);
            /// 来源地/国别
            SourceRegion = "source_region", T::Text;
            /// 是否 FDI
            IsFdi = "is_fdi", T::Bool;
            /// FDI 金额
            FdiAmount = "fdi_amount", T::Money;
            /// 存量企业
            IsExistingInvestor = "is_existing_investor", T::Bool;
            /// 首次投资年份
            FirstInvestedYear = "first_invested_year", T::Int;
            /// 乡贤类型
            HomeTie = "home_tie", T::Choice(L::HomeTie);
        }
        Amounts {
            /// 一期投资
            Phase1Investment = "phase1_investment", T::Money;
            /// 固定资产投资
            FixedInvestment = "fixed_investment", T::Money;
            /// 备案证金额
            FiledInvestment = "filed_investment", T::Money;
            /// 纳统计划总投资
            StatInvestment = "stat_investment", T::Money;
            /// 年度计划投资
            YearPlan = "year_plan", T::Money;
            /// 年度形象进度
            YearTarget = "year_target", T::Text;
            /// 预计年产值
            OutputValue = "output_value", T::Money;
            /// 预计年开票
            InvoicedSales = "invoiced_sales", T::Money;
            /// 预计年税收
            TaxYearly = "tax_yearly", T::Money;
            /// 用工人数
            Jobs = "jobs", T::Int;
            /// 台账所列累计到位资金: a figure stated in a ledger; vouched arrivals are fund tranches
            ArrivedStated = "arrived_stated", T::Money;
            /// 基金名称
            FundName = "fund_name", T::Text;
            /// 基金参投金额
            FundAmount = "fund_amount", T::Money;
        }
        Industry {
            /// 行业代码 (GB/T 4754)
            IndustryCode = "industry_code", T::Text;
            /// 所属产业链
            Chain = "chain", T::Choice(L::Chain);
            /// 次要产业链
            SecondChain = "second_chain", T::Choice(L::Chain);
            /// 延链/补链/强链
            ChainRole = "chain_role", T::Choice(L::ChainRole);
            /// 首位/主导/战新/先进制造/研发中心/总部经济
            Priority = "priority", T::Bool, Elements::Set(L::Priority);
            /// 总部类型
            HqType = "hq_type", T::Choice(L::HqType);
            /// 研发平台
            RdPlatform = "rd_platform", T::Text;
            /// 近三年研发占比
            RdShare = "rd_share", T::Percent;
            /// 发明专利数
            InventionPatents = "invention_patents", T::Int;
            /// 实用新型专利数
            UtilityPatents = "utility_patents", T::Int;
        }
        Land {
            /// 用地情况
            LandKind = "land_kind", T::Choice(L::LandKind);
            /// 用地面积
            LandArea = "land_area", T::Area;
            /// 厂房/使用面积
            FloorArea = "floor_area", T::Area;
            /// 建设地点/园区
            Site = "site", T::Text;
            /// 占用基本农田
            Farmland = "farmland", T::Bool;
            /// 涉及生态红线
            EcologicalRedline = "ecological_redline", T::Bool;
            /// 用地手续
            LandFormalities = "land_formalities", T::Text;
        }
        Approvals {
            /// 立项属性
            ApprovalRoute = "approval_route", T::Choice(L::ApprovalRoute);
            /// 两高项目
            TwoHigh = "two_high", T::Bool;
            /// 节能审查
            EnergyReview = "energy_review", T::Bool;
            /// 环评
            EnvironmentalReview = "environmental_review", T::Bool;
            /// 环境影响说明: required where 环评 is no
            EnvironmentalNote = "environmental_note", T::LongText;
            /// 备案
            Filing = "filing", T::Bool;
            /// 安评
            SafetyReview = "safety_review", T::Bool;
        }
        Source {
            /// 招商方式
            Method = "method", T::Choice(L::Method);
            /// 信息渠道
            Channel = "channel", T::Bool, Elements::Set(L::Channel);
            /// 引荐单位/引荐人
            Introducer = "introducer", T::Text;
            /// 首谈单位
            FirstTalkUnit = "first_talk_unit", T::Ref(Kind::Unit);
            /// 首谈联系人
            FirstTalkPerson = "first_talk_person", T::Text;
            /// 对接时间
            ContactedOn = "contacted_on", T::Date;
            /// 申报时间
            DeclaredOn = "declared_on", T::Date;
            /// 录入时间
            EnteredOn = "entered_on", T::Date;
            /// 入库时间
            PooledOn = "pooled_on", T::Date;
            /// 流转方向
            TransferTo = "transfer_to", T::Ref(Kind::Unit);
            /// 流转时间
            TransferredOn = "transferred_on", T::Date;
            /// 流转状态
            TransferState = "transfer_state", T::Text;
        }
        Responsibility {
            /// 责任领导
            Leader = "leader", T::Ref(Kind::Person);
            /// 交办层级
            AssignedBy = "assigned_by", T::Choice(L::AssignedBy);
            /// 落地单位
            HostUnit = "host_unit", T::Ref(Kind::Unit);
            /// 报送联络人
            Filer = "filer", T::Text;
            /// 报送联络人电话
            FilerPhone = "filer_phone", T::Phone;
        }
        Milestones {
            /// When the milestone happened
            MilestoneDate = "milestone_date", T::Date, Elements::Milestones;
            /// When it was recognised (认定)
            MilestoneRecognised = "milestone_recognised", T::Date, Elements::Milestones;
            /// A second bureau's date for the same milestone, such as 开工(经信)
            MilestoneOtherDate = "milestone_other_date", T::Date, Elements::Milestones;
            /// How far its review has come: pending, recognised, returned
            MilestoneReview = "milestone_review", T::Text, Elements::Milestones;
            /// Who reviewed it
            MilestoneReviewer = "milestone_reviewer", T::Text, Elements::Milestones;
            /// The reviewer's opinion or a remark
            MilestoneNote = "milestone_note", T::LongText, Elements::Milestones;
            /// Evidence by kind
            Evidence = "evidence", T::Text, Elements::Evidence;
            /// 协议类型
            AgreementType = "agreement_type", T::Choice(L::AgreementType);
        }
        Assessment {
            /// 研判结果
            Screening = "screening", T::Choice(L::ScreeningResult);
            /// 研判意见
            ScreeningNote = "screening_note", T::LongText;
            /// 问题类型
            ProblemTypes = "problem_types", T::Bool, Elements::Set(L::ProblemType);
            /// 存在问题
            Problems = "problems", T::LongText;
            /// 考核项目: counts for assessment
            CountsForAssessment = "counts_for_assessment", T::Bool;
            /// 是否推送省库
            PushedToProvince = "pushed_to_province", T::Bool;
            /// 流失/退库/暂缓
            Exit = "exit", T::Text;
            /// 退出日期
            ExitDate = "exit_date", T::Date;
            /// 退出原因
            ExitReason = "exit_reason", T::Choice(L::ExitReason);
            /// 退出说明
            ExitNote = "exit_note", T::LongText;
            /// Why a record that looks like another is kept apart
            KeptApart = "kept_apart", T::Text;
            /// 备注
            Remark = "remark", T::LongText;
        }
        Internal {
            /// Place on the board inside its column: a fractional index
            BoardRank = "board_rank", T::Text;
        }
    }
}

fields! {
    /// One arrival of money.
    FundTrancheField, FUND_TRANCHE {
        First {
            /// 项目
            Project = "project", T::Ref(Kind::Project);
            /// 到资时间
            ArrivedOn = "arrived_on", T::Date;
            /// 到资金额
            Amount = "amount", T::Money;
            /// 凭证类型
            Voucher = "voucher", T::Choice(L::Voucher);
            /// 凭证编号
            VoucherNumber = "voucher_number", T::Text;
            /// 来源
            Source = "source", T::Choice(L::FundSource);
            /// 用途
            Purpose = "purpose", T::Choice(L::FundUse);
            /// 审核: pending, recognised, returned
            Review = "review", T::Text;
            /// 审核人
            Reviewer = "reviewer", T::Text;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// One follow-up entry.
    FollowUpField, FOLLOW_UP {
        First {
            /// 项目
            Project = "project", T::Ref(Kind::Project);
            /// 日期
            On = "on", T::Date;
            /// 方式
            Method = "method", T::Choice(L::FollowUpMethod);
            /// 内容
            Content = "content", T::LongText;
            /// 下一步
            NextStep = "next_step", T::Text;
            /// 下一步时间
            NextOn = "next_on", T::Date;
            /// 下一步已完成
            NextDone = "next_done", T::Bool;
            /// 跟进人 (may differ from who typed it)
            Person = "person", T::Ref(Kind::Person);
            /// 客商
            Contact = "contact", T::Ref(Kind::Contact);
        }
    }
}

fields! {
    /// One entry of an editable list.
    ListItemField, LIST_ITEM {
        First {
            /// The list it belongs to
            List = "list", T::Text;
            /// The word, as stored in records
            Word = "word", T::Text;
            /// How an English reader sees it
            English = "english", T::Text;
            /// Place in the list
            Order = "order", T::Int;
            /// No longer offered; old records keep it
            Retired = "retired", T::Bool;
        }
    }
}

fields! {
    /// A saved view of a table.
    SavedViewField, SAVED_VIEW {
        First {
            /// 名称
            Name = "name", T::Text;
            /// The table it is of
            Table = "table", T::Text;
            /// Columns, sort, filter and groups, as JSON
            Definition = "definition", T::LongText;
            /// Place in the menu
            Order = "order", T::Int;
        }
    }
}

fields! {
    /// Who wrote the changes of one node (one laptop in one person's hands).
    AuthorField, AUTHOR {
        First {
            /// 姓名
            Name = "name", T::Text;
            /// 单位
            Unit = "unit", T::Text;
            /// 这台电脑的叫法
            Device = "device", T::Text;
        }
    }
}

fields! {
    /// One run of an import.
    ImportRunField, IMPORT_RUN {
        First {
            /// File name
            File = "file", T::Text;
            /// Sheet name
            Sheet = "sheet", T::Text;
            /// When
            At = "at", T::Moment;
            /// Records created
            Created = "created", T::Int;
            /// Records changed
            Updated = "updated", T::Int;
            /// Rows skipped or rejected
            Skipped = "skipped", T::Int;
            /// Fingerprint of the headings, to remember the mapping
            Fingerprint = "fingerprint", T::Text;
            /// The mapping used: target word by column, as JSON
            Mapping = "mapping", T::LongText;
        }
    }
}

impl Kind {
    /// The fields that only this kind has.
    pub(super) fn own_fields(self) -> &'static [FieldDef] {
        match self {
            Kind::Office => OFFICE,
            Kind::Unit => UNIT,
            Kind::Person => PERSON,
            Kind::Company => COMPANY,
            Kind::Contact => CONTACT,
            Kind::Project => PROJECT,
            Kind::FundTranche => FUND_TRANCHE,
            Kind::FollowUp => FOLLOW_UP,
            Kind::ListItem => LIST_ITEM,
            Kind::SavedView => SAVED_VIEW,
            Kind::Author => AUTHOR,
            Kind::ImportRun => IMPORT_RUN,
            Kind::Foreign => &[],
        }
    }
}
