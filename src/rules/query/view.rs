//! A table's view: everything that is saved under a name and shared with colleagues.

use super::{Column, Filter, Step};
use crate::domain::field::{
    CompanyField, ContactField, Elements, FieldDef, FollowUpField, Group, IssueField, OutboundTripField,
    PermitField, PolicyPromiseField, ProjectField,
};
use crate::domain::{Field, FieldType, Kind, Milestone};
use crate::ledger::Names;
use serde::{Deserialize, Serialize};

/// Columns, sorts, filters and groups of one table. Columns are named by [`Column::key`]; one that a
/// version or a workspace does not have is kept and passed over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    /// The columns shown, from the left; none means the usual ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnSpec>,
    /// How many of them stay in place while the rest scrolls.
    pub frozen: usize,
    /// Sorts, the strongest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sorts: Vec<SortSpec>,
    /// Conditions, all of which must hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<Filter>,
    /// Groups, the outermost first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupSpec>,
    /// Words to be found in a record's name and other names.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Amounts are shown in 亿元, not in 万元.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub in_yi: bool,
}

/// One column of a view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnSpec {
    /// Which.
    pub key: String,
    /// Its width in CSS pixels, where it is not the usual one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u16>,
}

/// One sort of a view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SortSpec {
    /// By which column.
    pub key: String,
    /// Largest first.
    #[serde(default)]
    pub descending: bool,
}

/// One level of grouping of a view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupSpec {
    /// By which column.
    pub key: String,
    /// For dates: how wide a group is.
    #[serde(default)]
    pub step: Step,
}

impl View {
    /// How many columns a table of such a kind begins with.
    const COLUMNS_AT_FIRST: usize = 11;

    /// The widths a column may be dragged to.
    pub const WIDTHS: std::ops::RangeInclusive<u16> = 48..=640;

    /// The view a table of `kind` begins with.
    pub fn standard(kind: Kind) -> Self {
        let field = |f: crate::domain::Field| Column::field(f);
        let columns: Vec<Column> = match kind {
            Kind::Project => {
                use super::Computed as C;
                use ProjectField as P;
                vec![
                    field(P::Name.into()),
                    Column::Computed(C::Stage),
                    field(P::Investor.into()),
                    field(P::TotalInvestment.into()),
                    Column::Computed(C::Arrived),
                    field(P::Industry.into()),
                    field(P::Unit.into()),
                    field(P::Owner.into()),
                    Column::milestone(P::MilestoneDate, Milestone::Signed),
                    Column::Computed(C::LastFollowUp),
                    Column::Computed(C::NextOn),
                ]
            }
            Kind::Company => {
                use super::Computed as C;
                use CompanyField as F;
                vec![
                    field(F::Name.into()),
                    field(F::Region.into()),
                    field(F::Industry.into()),
                    field(F::Ownership.into()),
                    Column::Set(F::Tier.into()),
                    Column::Computed(C::Projects),
                    Column::Computed(C::InvestedYuan),
                    field(F::CreditCode.into()),
                ]
            }
            Kind::Contact => {
                use ContactField as F;
                [F::Name, F::Company, F::Post, F::Phone, F::Wechat, F::Email].map(|f| field(f.into())).into()
            }
            Kind::FollowUp => {
                use FollowUpField as F;
                let fields = [F::On, F::Project, F::Method, F::Content, F::NextStep, F::NextOn, F::Person];
                fields.map(|f| field(f.into())).into()
            }
            Kind::Issue => {
                use super::Computed as C;
                use IssueField as F;
                vec![
                    field(F::Name.into()),
                    field(F::Project.into()),
                    field(F::Factor.into()),
                    Column::Computed(C::IssueStanding),
                    Column::Computed(C::Holder),
                    Column::Computed(C::HeldDays),
                    field(F::DueOn.into()),
                    Column::Computed(C::IssueOverdue),
                    Column::Computed(C::HandOvers),
                    field(F::RaisedOn.into()),
                    field(F::SolvedOn.into()),
                ]
            }
            Kind::Permit => {
                use super::Computed as C;
                use PermitField as F;
                vec![
                    field(F::Name.into()),
                    field(F::Project.into()),
                    field(F::Department.into()),
                    Column::Computed(C::BeginBy),
                    field(F::AppliedOn.into()),
                    field(F::DueOn.into()),
                    field(F::DoneOn.into()),
                    Column::Computed(C::PermitOverdue),
                    field(F::Phase.into()),
                    field(F::Days.into()),
                    field(F::Number.into()),
                ]
            }
            Kind::PolicyPromise => {
                use super::Computed as C;
                use PolicyPromiseField as F;
                vec![
                    field(F::Name.into()),
                    field(F::Project.into()),
                    field(F::Department.into()),
                    Column::Computed(C::PromiseStanding),
                    field(F::Amount.into()),
                    field(F::Paid.into()),
                    Column::Computed(C::Owed),
                    field(F::DueOn.into()),
                    field(F::ConditionMet.into()),
                    field(F::FairReview.into()),
                    field(F::PaidOn.into()),
                ]
            }
            Kind::OutboundTrip => {
                use super::Computed as C;
                use OutboundTripField as G;
                vec![
                    field(G::Unit.into()),
                    field(G::Leader.into()),
                    Column::Computed(C::TripKind),
                    field(G::Place.into()),
                    field(G::Start.into()),
                    field(G::End.into()),
                    Column::Computed(C::TripDays),
                    Column::Set(G::Companies.into()),
                    field(G::Leads.into()),
                    Column::Computed(C::TripState),
                    Column::Computed(C::TripFaults),
                ]
            }
            _ => Self::first_columns(kind),
        };
        // None of these columns has an element of the workspace's own, so empty names will do.
        let names = Names::default();
        let columns = columns.iter().map(|c| ColumnSpec { key: c.key(kind, &names), width: None }).collect();
        Self { columns, frozen: 1, sorts: Self::first_sorts(kind), ..Self::default() }
    }

    /// How a table of such a kind is sorted at first: what is late, and what took place last, comes first.
    fn first_sorts(kind: Kind) -> Vec<SortSpec> {
        let first = |key: &str| vec![SortSpec { key: key.to_owned(), descending: true }];
        match kind {
            Kind::Issue | Kind::Permit => first("overdue_days"),
            Kind::PolicyPromise => first("owed"),
            Kind::OutboundTrip => first("start"),
            Kind::Reception
            | Kind::PromotionEvent
            | Kind::LeaderActivity
            | Kind::Training
            | Kind::Inspection => first("on"),
            _ => Vec::new(),
        }
    }

    /// The columns of a kind without a choice of its own: its first fields, none of several lines.
    fn first_columns(kind: Kind) -> Vec<Column> {
        let fits = |(field, def): (Field, &FieldDef)| {
            let fits = def.group == Group::First && def.ty != FieldType::LongText;
            let column = match def.elements {
                Elements::One => Column::field(field),
                _ => Column::Set(field),
            };
            (fits && field != Field::TAGS).then_some(column)
        };
        Field::of(kind).filter_map(fits).take(Self::COLUMNS_AT_FIRST).collect()
    }

    /// The view written as JSON; `None` for what is no view at all.
    pub fn from_json(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }

    /// JSON for a saved view or an address.
    pub fn to_json(&self) -> String {
        // Plain strings and numbers always serialise.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A view that only narrows: for a link from another page.
    pub fn of_filters(filters: Vec<Filter>) -> Self {
        Self { filters, ..Self::default() }
    }

    /// The view with the columns of `usual` where it says nothing of columns.
    pub fn or_columns_of(mut self, usual: &View) -> Self {
        if self.columns.is_empty() {
            self.columns.clone_from(&usual.columns);
            self.frozen = usual.frozen;
        }
        self
    }

    /// The columns that can be shown here, with their widths, from the left.
    pub fn shown(&self, kind: Kind, names: &Names) -> Vec<(Column, u16)> {
        self.shown_with(kind, names, |column| column.default_width(kind))
    }

    /// The same, with widths of another language for columns that were not made wider or narrower.
    pub fn shown_with(&self, kind: Kind, names: &Names, usual: impl Fn(Column) -> u16) -> Vec<(Column, u16)> {
        let mut shown: Vec<(Column, u16)> = Vec::with_capacity(self.columns.len());
        for spec in &self.columns {
            if let Some(column) = Column::from_key(kind, &spec.key, names)
                && !shown.iter().any(|(other, _)| *other == column)
            {
                let width = spec.width.unwrap_or_else(|| usual(column));
                shown.push((column, width.clamp(*Self::WIDTHS.start(), *Self::WIDTHS.end())));
            }
        }
        shown
    }

    /// Sorts by one column alone, or takes it away where `descending` is `None`.
    pub fn sort_by(&mut self, key: &str, descending: Option<bool>) {
        self.sorts =
            descending.map(|descending| SortSpec { key: key.to_owned(), descending }).into_iter().collect();
    }

    /// Adds a column as a weaker sort, or turns its direction.
    pub fn also_sort_by(&mut self, key: &str, descending: bool) {
        self.sorts.retain(|sort| sort.key != key);
        self.sorts.push(SortSpec { key: key.to_owned(), descending });
    }

    /// The condition on a column is this one now, or none.
    pub fn set_filter(&mut self, key: &str, test: Option<super::Test>) {
        let at = self.filters.iter().position(|filter| filter.key == key);
        match (at, test) {
            (Some(at), Some(test)) => self.filters[at].test = test,
            (Some(at), None) => {
                self.filters.remove(at);
            }
            (None, Some(test)) => self.filters.push(Filter { key: key.to_owned(), test }),
            (None, None) => {}
        }
    }

    /// Moves a column to where another stands, which gives way.
    pub fn move_column_to(&mut self, key: &str, target: &str) {
        let place = |key: &str| self.columns.iter().position(|c| c.key == key);
        if let (Some(from), Some(to)) = (place(key), place(target)) {
            let spec = self.columns.remove(from);
            self.columns.insert(to, spec);
        }
    }

    /// Moves a column by some places; it stops at the ends.
    pub fn shift_column(&mut self, key: &str, by: isize) {
        if let Some(at) = self.columns.iter().position(|c| c.key == key) {
            let to = at.saturating_add_signed(by).min(self.columns.len() - 1);
            let spec = self.columns.remove(at);
            self.columns.insert(to, spec);
        }
    }

    /// Shows a column at the end, or hides it.
    pub fn show_column(&mut self, key: &str, show: bool) {
        let at = self.columns.iter().position(|c| c.key == key);
        match (at, show) {
            (Some(at), false) => {
                self.columns.remove(at);
                if at < self.frozen {
                    self.frozen -= 1;
                }
            }
            (None, true) => self.columns.push(ColumnSpec { key: key.to_owned(), width: None }),
            _ => {}
        }
    }

    /// Gives a column a width, held within [`View::WIDTHS`].
    pub fn set_width(&mut self, key: &str, width: u16) {
        if let Some(spec) = self.columns.iter_mut().find(|c| c.key == key) {
            spec.width = Some(width.clamp(*Self::WIDTHS.start(), *Self::WIDTHS.end()));
        }
    }

    /// Whether any condition or search text narrows the rows.
    pub fn is_narrowed(&self) -> bool {
        !self.filters.is_empty() || !self.text.trim().is_empty()
    }
}
