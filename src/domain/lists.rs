//! The editable lists, with the defaults of domain notes §3.1, §3.3 and §3.4. A record stores the
//! Chinese word; an office renames, adds and retires entries as it likes.

/// Declares [`List`] with the default entries of each list.
macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident = $word:literal: [$($zh:literal / $en:literal),* $(,)?];)*) => {
        /// An editable list of words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum List { $($(#[$doc])* $name,)* }

        impl List {
            /// Every list.
            pub const ALL: &'static [List] = &[$(List::$name,)*];

            /// The word for the list in files.
            pub const fn word(self) -> &'static str {
                match self { $(List::$name => $word,)* }
            }

            /// The entries a new office begins with: Chinese word and English reading.
            pub const fn defaults(self) -> &'static [(&'static str, &'static str)] {
                match self { $(List::$name => &[$(($zh, $en),)*],)* }
            }
        }
    };
}

lists! {
    /// 所属产业
    Industry = "industry": ["装备制造" / "Equipment manufacturing", "新能源" / "New energy", "电子信息" / "Electronics and IT",
        "生物医药" / "Biomedicine", "绿色化工" / "Green chemicals", "新材料" / "New materials", "汽车及零部件" / "Vehicles and parts",
        "应急装备" / "Emergency equipment", "农产品加工" / "Farm-product processing", "纺织服装" / "Textiles and apparel",
        "现代服务业" / "Modern services", "现代物流" / "Modern logistics", "文化旅游" / "Culture and tourism", "其他" / "Other"];
    /// 产业链
    Chain = "chain": ["高端装备" / "Advanced equipment", "动力与储能电池" / "Power and storage batteries", "风电光伏" / "Wind and solar",
        "半导体与元器件" / "Semiconductors and components", "生物医药" / "Biomedicine", "精细化工" / "Fine chemicals",
        "汽车零部件" / "Vehicle parts", "食品加工" / "Food processing"];
    /// 延链/补链/强链
    ChainRole = "chain_role": ["延链" / "Extends the chain", "补链" / "Fills a gap", "强链" / "Strengthens the chain"];
    /// 重点标记
    Priority = "priority": ["首位产业" / "Primary industry", "主导产业" / "Leading industry", "战略性新兴产业" / "Strategic emerging",
        "先进制造业" / "Advanced manufacturing", "研发中心" / "R&D centre", "总部经济" / "Headquarters"];
    /// 总部类型
    HqType = "hq_type": ["全球总部" / "Global", "亚太总部" / "Asia-Pacific", "中国总部" / "China", "区域总部" / "Regional",
        "第二总部" / "Second headquarters", "功能性总部" / "Functional"];
    /// 产业类别
    Sector = "sector": ["工业" / "Industry", "服务业" / "Services", "农业" / "Agriculture"];
    /// 招商方式
    Method = "method": ["产业链招商" / "Through the industry chain", "驻点招商" / "Stationed recruiting", "以商招商" / "Through existing investors",
        "活动招商" / "Promotion events", "校友招商" / "Alumni", "资本招商" / "Capital", "平台招商" / "Platforms",
        "委托招商" / "Commissioned agents", "科创招商" / "Science and innovation", "其他" / "Other"];
    /// 信息渠道
    Channel = "channel": ["企业自动上门" / "Walk-in", "招商局" / "Investment bureau", "人才计划" / "Talent programme", "协会联盟" / "Associations",
        "以商招商" / "Existing investors", "项目联动" / "Linked projects", "人脉介绍" / "Personal introduction", "活动现场" / "Events",
        "广告" / "Advertising", "互联网" / "Internet", "热线" / "Hotline", "其他" / "Other"];
    /// 乡贤类型
    HomeTie = "home_tie": ["本地乡贤" / "Home-born entrepreneur", "校友" / "Alumnus", "商会会员" / "Chamber member"];
    /// 流失/退库/暂缓原因
    ExitReason = "exit_reason": ["政策未达成" / "No agreement on terms", "土地不符" / "Land unsuitable", "环评不过" / "Failed environmental review",
        "资金不到位" / "Funds did not arrive", "投资方战略调整" / "Investor changed strategy", "落户外地" / "Settled elsewhere",
        "失联" / "Lost contact", "重复" / "Duplicate", "不符产业" / "Outside priority industries", "其他" / "Other"];
    /// 佐证材料类别
    Evidence = "evidence": ["项目建议书" / "Project proposal", "考察报告" / "Visit report", "研判意见" / "Screening opinion", "协议扫描件" / "Agreement scan",
        "营业执照" / "Business licence", "土地手续" / "Land deed or lease", "缴款凭证" / "Payment slip", "备案证" / "Filing certificate",
        "施工许可证" / "Construction permit", "现场照片" / "Dated site photo", "设备采购合同" / "Equipment contract", "入统凭证" / "Statistical listing",
        "竣工验收表" / "Acceptance form", "审计报告" / "Audit report", "首张发票" / "First invoice", "用电凭证" / "Power use",
        "入规通知" / "Above-scale notice", "完税证明" / "Tax proof", "其他" / "Other"];
    /// 首报佐证
    ReportEvidence = "report_evidence": ["首报确认表" / "First-report form", "首谈登记表" / "First-talk form", "考察报告" / "Visit report",
        "会议纪要" / "Minutes", "往来函件" / "Correspondence", "聊天记录" / "Chat messages", "现场照片" / "Dated photo", "其他" / "Other"];
    /// 企业性质
    Ownership = "ownership": ["国企(央企)" / "State-owned (central)", "国企(地方)" / "State-owned (local)", "民企" / "Private",
        "外企(独资)" / "Foreign (wholly owned)", "外企(合资或合伙)" / "Foreign (joint venture)"];
    /// 内外资
    CapitalOrigin = "capital_origin": ["内资" / "Domestic", "外资" / "Foreign", "港澳台资" / "Hong Kong, Macao, Taiwan"];
    /// 企业类别
    CompanyTier = "company_tier": ["世界500强" / "Global 500", "中国500强" / "China 500", "民营500强" / "Private 500", "制造业500强" / "Manufacturing 500",
        "服务业500强" / "Services 500", "上市公司" / "Listed", "独角兽" / "Unicorn", "瞪羚" / "Gazelle", "专精特新" / "Specialised SME",
        "小巨人" / "Little giant", "高新技术企业" / "High-tech"];
    /// 建设性质
    ConstructionNature = "construction_nature": ["新建" / "New build", "扩建" / "Extension", "改建" / "Rebuilding", "技改" / "Technical upgrade",
        "开业" / "Opening", "其他" / "Other"];
    /// 投资形态
    InvestForm = "invest_form": ["新设" / "New company", "增资" / "Capital increase", "并购" / "Acquisition", "技改" / "Technical upgrade", "其他" / "Other"];
    /// 项目分类
    DecisionClass = "decision_class": ["政策类" / "Policy", "投资类" / "Investment", "供地类" / "Land supply", "其他" / "Other"];
    /// 存量企业类型
    ExistingKind = "existing_kind": ["新项目投资" / "New project", "技改投资" / "Technical upgrade"];
    /// 用地情况
    LandKind = "land_kind": ["新供地" / "New land", "现有用地" / "Land in hand", "租赁厂房" / "Leased plant", "购买房产" / "Purchased property", "其他" / "Other"];
    /// 立项属性
    ApprovalRoute = "approval_route": ["审批" / "Approval", "核准" / "Verification", "备案" / "Filing"];
    /// 协议类型
    AgreementType = "agreement_type": ["投资协议" / "Investment agreement", "框架协议" / "Framework agreement", "补充协议" / "Supplement", "其他" / "Other"];
    /// 研判结果
    ScreeningResult = "screening": ["通过" / "Pass", "有条件通过" / "Conditional", "否决" / "Veto"];
    /// 评估等级
    AssessmentLevel = "assessment_level": ["A" / "A", "B" / "B", "C" / "C", "D" / "D"];
    /// 问题类型
    ProblemType = "problem_type": ["资金" / "Funds", "土地" / "Land", "政策" / "Policy", "审批" / "Permits", "用工" / "Labour", "用能" / "Energy", "其他" / "Other"];
    /// 交办层级
    AssignedBy = "assigned_by": ["书记" / "Party secretary", "县(市、区)长" / "County head", "副职领导" / "Deputy leader",
        "部门主要领导" / "Bureau head", "非领导交办" / "Not assigned by a leader"];
    /// 跟进方式
    FollowUpMethod = "follow_up_method": ["电话" / "Phone", "微信" / "WeChat", "上门拜访" / "Visit", "来访接待" / "Reception", "会议" / "Meeting",
        "现场" / "On site", "邮件" / "E-mail", "其他" / "Other"];
    /// 单位类别
    UnitKind = "unit_kind": ["镇(街道)" / "Town or subdistrict", "园区" / "Park", "部门" / "Bureau", "平台公司" / "Platform company",
        "驻点专班" / "Stationed team", "招商服务中心" / "Investment service centre", "其他" / "Other"];
    /// 考核组别
    RankGroup = "rank_group": ["园区组" / "Parks", "乡镇一组" / "Towns, class 1", "乡镇二组" / "Towns, class 2", "部门组" / "Bureaus", "不参与考核" / "Not ranked"];
    /// 领导类别
    LeaderLevel = "leader_level": ["县级领导" / "County leader", "党政主职" / "Party or government head", "班子成员" / "Deputy", "招商员" / "Recruiter"];
    /// 凭证类型
    Voucher = "voucher": ["进账单" / "Bank slip", "验资报告" / "Capital verification", "发票" / "Invoice", "土地款" / "Land payment", "工程款" / "Works payment", "其他" / "Other"];
    /// 资金来源
    FundSource = "fund_source": ["省外" / "Other provinces", "境外" / "Abroad", "省内市外" / "Province, outside the city", "市内" / "Within the city"];
    /// 招商活动类别
    EventKind = "event_kind": ["招商推介会" / "Promotion meeting", "展会" / "Fair", "集中签约" / "Collective signing", "集中开工" / "Collective start of works",
        "项目观摩" / "Tour of sites", "座谈走访" / "Round of talks", "其他" / "Other"];
    /// 领导五事 (domain notes, row 18)
    LeaderWork = "leader_work": ["研究方案" / "Studied a plan", "参加活动" / "Took part in an event", "关注项目" / "Followed a project",
        "会见客商" / "Met investors", "协调问题" / "Settled a problem"];
    /// 问题要素类别
    Factor = "factor": ["土地" / "Land", "厂房" / "Plant", "资金" / "Funds", "用工" / "Labour", "用能" / "Energy", "用水" / "Water",
        "排污指标" / "Emission quota", "物流" / "Logistics", "人才住房" / "Housing", "审批" / "Permits", "政策" / "Policy", "其他" / "Other"];
    /// 公平竞争审查
    FairReview = "fair_review": ["已审查" / "Reviewed", "审查中" / "Under review", "未审查" / "Not reviewed", "不适用" / "Not applicable"];
    /// 资金用途
    FundUse = "fund_use": ["注册资本" / "Registered capital", "土地" / "Land", "厂房" / "Buildings", "设备" / "Equipment", "流动资金" / "Working capital", "其他" / "Other"];
}

impl List {
    /// The list with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|l| l.word() == word)
    }
}

/// The kinds of evidence usually asked for at a milestone (domain notes §2.1); an office may use any.
pub fn usual_evidence(milestone: super::Milestone) -> &'static [&'static str] {
    use super::Milestone as M;
    match milestone {
        M::Planned => &["项目建议书"],
        M::Negotiating => &["考察报告", "研判意见"],
        M::Signed => &["协议扫描件"],
        M::Registered => &["营业执照"],
        M::Landed => &["营业执照", "土地手续", "缴款凭证"],
        M::Started => &["施工许可证", "现场照片", "备案证"],
        M::Listed => &["入统凭证"],
        M::Completed => &["竣工验收表", "审计报告"],
        M::InProduction => &["首张发票", "用电凭证", "入规通知"],
        M::AtCapacity => &["完税证明", "审计报告"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_evidence_is_on_the_default_list() {
        for &milestone in crate::domain::Milestone::ALL {
            for kind in usual_evidence(milestone) {
                assert!(List::Evidence.defaults().iter().any(|(zh, _)| zh == kind), "{kind}");
            }
        }
    }
}
