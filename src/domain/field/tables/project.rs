//! The fields of a project (domain notes §3.1).

use crate::domain::Kind;
use crate::domain::field::{COMMON, Elements, Field, FieldDef, FieldType as T, Group};
use crate::domain::lists::List as L;

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
            /// 存量企业类型
            ExistingKind = "existing_kind", T::Choice(L::ExistingKind);
            /// 首次投资年份
            FirstInvestedYear = "first_invested_year", T::Int;
            /// 乡贤类型
            HomeTie = "home_tie", T::Choice(L::HomeTie);
        }
        Amounts {
            /// 一期投资
            Phase1Investment = "phase1_investment", T::Money;
            /// 分期情况
            Phasing = "phasing", T::Text;
            /// 固定资产投资
            FixedInvestment = "fixed_investment", T::Money;
            /// 备案证金额
            FiledInvestment = "filed_investment", T::Money;
            /// 纳统计划总投资
            StatInvestment = "stat_investment", T::Money;
            /// 承诺开工时间
            PromisedStart = "promised_start", T::Date;
            /// 计划竣工时间
            PlannedCompletion = "planned_completion", T::Date;
            /// 计划投产时间
            PlannedProduction = "planned_production", T::Date;
            /// 形象进度: how much of the works is done
            PhysicalProgress = "physical_progress", T::Percent;
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
            /// 答复时间: when the lead was answered (domain notes R31)
            RepliedOn = "replied_on", T::Date;
            /// 研判时间: when the lead was assessed
            AssessedOn = "assessed_on", T::Date;
            /// 反馈时间: when the investor was told the outcome
            FeedbackOn = "feedback_on", T::Date;
            /// 申报时间
            DeclaredOn = "declared_on", T::Date;
            /// 录入时间
            EnteredOn = "entered_on", T::Date;
            /// 入库时间
            PooledOn = "pooled_on", T::Date;
            /// 项目发布人
            Publisher = "publisher", T::Ref(Kind::Person);
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
            /// 进规时间: when the company became one above scale (规上企业)
            AboveScaleOn = "above_scale_on", T::Date;
            /// 协议类型
            AgreementType = "agreement_type", T::Choice(L::AgreementType);
        }
        Assessment {
            /// 研判结果
            Screening = "screening", T::Choice(L::ScreeningResult);
            /// 研判意见
            ScreeningNote = "screening_note", T::LongText;
            /// 评估等级
            AssessmentLevel = "assessment_level", T::Choice(L::AssessmentLevel);
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
            /// 本月无进展原因 of each month, such as 2026-09
            NoProgress = "no_progress", T::LongText, Elements::Free;
            /// Place on the board inside its column: a fractional index
            BoardRank = "board_rank", T::Text;
        }
    }
}
