//! Columns that follow from the records by rule.

use super::ColumnType as T;
use super::cell::CellValue;
use super::{Closed, ColumnType, Facts, name_of};
use crate::domain::field::{CompanyField, FollowUpField, ProjectField};
use crate::domain::lists::List;
use crate::domain::{Date, Kind, Money, RecordId};
use crate::ledger::Record;
use crate::rules::origin;
use crate::rules::trips::{Fault, Trip, faults, state_of};
use crate::rules::visits::has_intent;

/// Declares [`Computed`] with the word, kind and type of each.
macro_rules! computed {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $kind:ident, $ty:expr;)*) => {
        /// A computed column.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Computed { $($(#[$doc])* $name,)* }

        impl Computed {
            /// Every computed column.
            pub const ALL: &'static [Computed] = &[$(Computed::$name,)*];

            /// The word for it in saved views.
            pub const fn word(self) -> &'static str {
                match self { $(Computed::$name => $word,)* }
            }

            /// The kind of record it is computed for.
            pub const fn kind(self) -> Kind {
                match self { $(Computed::$name => Kind::$kind,)* }
            }

            /// What it holds.
            pub const fn ty(self) -> ColumnType {
                match self { $(Computed::$name => $ty,)* }
            }
        }
    };
}

computed! {
    /// 阶段
    Stage = "stage", Project, T::Stage;
    /// 进入阶段日期
    StageSince = "stage_since", Project, T::Date;
    /// 总投资 in yuan at the office's rate
    TotalYuan = "total_yuan", Project, T::Money;
    /// 到位资金: the sum of tranches that were not returned
    Arrived = "arrived", Project, T::Money;
    /// 资金到位率: arrived money over total investment
    ArrivalRate = "arrival_rate", Project, T::Percent;
    /// 来源范围: 市内, 省内市外, 省外 or 境外
    Origin = "origin", Project, T::Choice(List::FundSource);
    /// 来源省份
    SourceProvince = "source_province", Project, T::Text;
    /// 投资方企业类别
    InvestorTier = "investor_tier", Project, T::Words(Some(List::CompanyTier));
    /// 最近跟进
    LastFollowUp = "last_follow_up", Project, T::Date;
    /// 未跟进天数
    DaysSince = "days_since_follow_up", Project, T::Int;
    /// 跟进次数
    FollowUps = "follow_ups", Project, T::Int;
    /// 下一步
    NextStep = "next_step_text", Project, T::Text;
    /// 下一步时间
    NextOn = "next_step_on", Project, T::Date;
    /// 投资项目数
    Projects = "projects", Company, T::Int;
    /// 投资总额 of its projects here
    InvestedYuan = "invested_yuan", Company, T::Money;
    /// 联系人数
    Contacts = "contacts", Company, T::Int;
    /// 状态 of a problem
    IssueStanding = "standing", Issue, T::Closed(Closed::IssueStanding);
    /// 现责任部门: who has it now, or solved it
    Holder = "holder", Issue, T::Ref(Kind::Unit);
    /// 在手天数 of that department
    HeldDays = "held_days", Issue, T::Int;
    /// 超期天数
    IssueOverdue = "overdue_days", Issue, T::Int;
    /// 转办次数
    HandOvers = "hand_overs", Issue, T::Int;
    /// 经手部门
    Departments = "departments", Issue, T::Records(Kind::Unit);
    /// 最迟申报
    BeginBy = "begin_by", Permit, T::Date;
    /// 超期天数
    PermitOverdue = "overdue_days", Permit, T::Int;
    /// 状态 of a promise
    PromiseStanding = "standing", PolicyPromise, T::Closed(Closed::PromiseStanding);
    /// 未兑现金额
    Unpaid = "unpaid", PolicyPromise, T::Money;
    /// 应兑未兑: what of it is due
    Owed = "owed", PolicyPromise, T::Money;
    /// 缺汇率币种: the currency that keeps it out of the sums
    NoRate = "no_rate", PolicyPromise, T::Text;
    /// 带队/跟随/独立
    TripKind = "trip_kind", OutboundTrip, T::Closed(Closed::TripKind);
    /// 外出天数: as stated, else those between departure and return
    TripDays = "trip_days", OutboundTrip, T::Days;
    /// 待备案/已备案/在外/待销假/已销假
    TripState = "trip_state", OutboundTrip, T::Closed(Closed::TripState);
    /// What is missing or contradicts itself
    TripFaults = "trip_faults", OutboundTrip, T::Closed(Closed::TripFault);
    /// 参加单位: its own and those of the people who went
    TripUnits = "trip_units", OutboundTrip, T::Records(Kind::Unit);
    /// 跟随单位: those that followed a county leader or went along on another's trip
    TripFollowers = "trip_followers", OutboundTrip, T::Records(Kind::Unit);
    /// 外出人员: who led and who went along
    TripPeople = "trip_people", OutboundTrip, T::Records(Kind::Person);
    /// 有意向: an intention in words, or an amount
    HasIntent = "has_intent", Reception, T::Bool;
}

impl Computed {
    /// The computed columns of `kind`.
    pub fn of(kind: Kind) -> impl Iterator<Item = Computed> {
        Self::ALL.iter().copied().filter(move |c| c.kind() == kind)
    }

    /// The computed column of `kind` with this word.
    pub fn from_word(kind: Kind, word: &str) -> Option<Self> {
        Self::of(kind).find(|c| c.word() == word)
    }

    /// Its value for one record.
    pub fn value<'a>(
        self,
        facts: &'a dyn Facts,
        id: RecordId,
        record: &'a Record,
        today: Date,
    ) -> CellValue<'a> {
        match self.kind() {
            Kind::Project => self.of_project(facts, id, today),
            Kind::Issue => self.of_issue(facts.state(), id, record, today),
            Kind::Permit => self.of_permit(record, today),
            Kind::PolicyPromise => self.of_promise(facts, id, record, today),
            Kind::OutboundTrip => self.of_trip(facts, record, today),
            Kind::Reception => CellValue::Bool(has_intent(record)),
            _ => self.of_company(facts, id),
        }
    }

    fn of_project(self, facts: &dyn Facts, id: RecordId, today: Date) -> CellValue<'_> {
        let Some(summary) = facts.summary(id) else { return CellValue::Empty };
        let date = |day: Option<Date>| day.map_or(CellValue::Empty, CellValue::Date);
        let text = |text: Option<&'static str>| text.map_or(CellValue::Empty, CellValue::Text);
        match self {
            Computed::Stage => CellValue::Stage(summary.stage),
            Computed::StageSince => date(summary.stage_since),
            Computed::TotalYuan => summary.total_yuan.map_or(CellValue::Empty, yuan),
            Computed::Arrived if facts.children(Kind::FundTranche, id).is_empty() => CellValue::Empty,
            Computed::Arrived => yuan(summary.arrived_yuan),
            Computed::ArrivalRate => {
                summary.total_yuan.and_then(|total| share(summary.arrived_yuan, total)).into()
            }
            Computed::Origin => text(origin::of_project(facts.state(), id).map(origin::Origin::word)),
            Computed::SourceProvince => text(origin::province_of_project(facts.state(), id)),
            Computed::InvestorTier => {
                let state = facts.state();
                let investor = state.get(id, ProjectField::Investor).as_ref_id();
                let company = investor.and_then(|id| state.record(state.resolve(id)));
                let tiers = company.map_or(&[][..], |company| company.family(CompanyField::Tier));
                let named = tiers.iter().filter(|cell| cell.value.is_true());
                words(named.map(|cell| state.names().element_word(cell.key.element)).collect())
            }
            Computed::LastFollowUp => date(summary.last_follow_up),
            Computed::DaysSince => summary.last_follow_up.map(|day| i64::from(today.since(day))).into(),
            Computed::FollowUps => CellValue::Int(i64::from(summary.follow_ups)),
            Computed::NextOn => date(summary.next.map(|next| next.on)),
            Computed::NextStep => {
                let step =
                    summary.next.map(|next| facts.state().get(next.follow_up, FollowUpField::NextStep));
                step.and_then(|value| value.as_text()).map_or(CellValue::Empty, CellValue::Text)
            }
            _ => CellValue::Empty,
        }
    }

    fn of_trip<'a>(self, facts: &'a dyn Facts, record: &Record, today: Date) -> CellValue<'a> {
        let state = facts.state();
        let trip = || Trip::read(state, facts.rules(), record);
        let named = |ids: Vec<RecordId>| words(ids.into_iter().map(|id| name_of(state, id)).collect());
        match self {
            Computed::TripKind => CellValue::Text(trip().kind.word()),
            Computed::TripDays => trip().days.into(),
            Computed::TripState => CellValue::Text(state_of(record, today).word()),
            Computed::TripFaults => {
                words(faults(state, record, today).into_iter().map(Fault::word).collect())
            }
            Computed::TripUnits => named(trip().units(state)),
            Computed::TripFollowers => named(trip().followers(state)),
            Computed::TripPeople => named(trip().party),
            _ => CellValue::Empty,
        }
    }

    fn of_company(self, facts: &dyn Facts, id: RecordId) -> CellValue<'_> {
        let count = |kind| CellValue::Int(facts.children(kind, id).len() as i64);
        match self {
            Computed::Projects => count(Kind::Project),
            Computed::Contacts => count(Kind::Contact),
            _ => {
                let projects = facts.children(Kind::Project, id).iter();
                let amounts = projects.filter_map(|&p| facts.summary(p)?.total_yuan);
                yuan(amounts.fold(0, i64::saturating_add))
            }
        }
    }
}

/// Several words; nothing where there is none.
fn words<'a>(words: Vec<&'a str>) -> CellValue<'a> {
    if words.is_empty() { CellValue::Empty } else { CellValue::Words(words) }
}

/// `part` of `whole` in hundredths of a percent; `None` of nothing.
pub(super) fn share(part: i64, whole: i64) -> Option<i64> {
    let share = (i128::from(part) * 10_000).checked_div(i128::from(whole))?;
    i64::try_from(share).ok()
}

pub(super) fn yuan(units: i64) -> CellValue<'static> {
    CellValue::Money { money: Money::yuan(units), yuan: Some(units) }
}
