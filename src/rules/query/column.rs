//! The columns a table may show.

use super::Computed;
use crate::domain::field::{Elements, Group};
use crate::domain::lists::List;
use crate::domain::sort::Arrange;
use crate::domain::{Field, FieldType, Kind, Milestone};
use crate::ledger::{CellKey, Names, State};
use crate::rules::trips::{Fault, TripKind, TripState};
use crate::rules::{issues, nominations, pledges, promises};
use std::collections::BTreeSet;

/// One column of a table of one kind of record.
///
/// Good within one running program; views keep the stable [`Column::key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// One cell: a field, or one element of a family (the date of one milestone, a column that an
    /// import did not know).
    Cell(CellKey),
    /// A whole set read together, such as 信息渠道 or the labels.
    Set(Field),
    /// Something that follows from the records.
    Computed(Computed),
}

/// What the cells of a column hold; it decides how they are shown, filtered, read and summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// One line of text, or a telephone number.
    Text,
    /// Several lines of text.
    LongText,
    /// A whole number.
    Int,
    /// A year: a number that is written without separators and never summed.
    Year,
    /// An area in hundredths of a square metre.
    Area,
    /// A share in hundredths of a percent.
    Percent,
    /// Yes or no.
    Bool,
    /// A day.
    Date,
    /// A moment in milliseconds.
    Moment,
    /// An amount of money.
    Money,
    /// One word of an editable list.
    Choice(List),
    /// Several words, of an editable list where there is one.
    Words(Option<List>),
    /// Several records of a kind.
    Records(Kind),
    /// Days, in tenths.
    Days,
    /// A number in ten-thousandths.
    Number,
    /// Another record.
    Ref(Kind),
    /// 阶段
    Stage,
    /// 流失/退库/暂缓
    Exit,
    /// 待审核/认定/退回
    Review,
    /// Words of the program's own that follow from the records.
    Closed(Closed),
}

/// Words that nobody edits: each is a cell's text and stands in conditions, and is shown in the user's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// 带队/跟随/独立
    TripKind,
    /// 待备案/已备案/在外/待销假/已销假
    TripState,
    /// What is missing from a trip or contradicts itself.
    TripFault,
    /// 未办/在办/挂起/已办
    IssueStanding,
    /// 应兑未兑/未到期/已兑现 and the like
    PromiseStanding,
    /// 已兑现/未兑现 as the office judged a pledge
    PledgeOutcome,
    /// 红旗/蓝旗/奔牛奖/蜗牛奖
    Award,
    /// 通过/不通过
    Decision,
}

impl Closed {
    /// Every word, in order.
    pub fn words(self) -> Vec<&'static str> {
        match self {
            Closed::TripKind => TripKind::ALL.map(TripKind::word).to_vec(),
            Closed::TripState => TripState::ALL.map(TripState::word).to_vec(),
            Closed::TripFault => Fault::ALL.map(Fault::word).to_vec(),
            Closed::IssueStanding => issues::Standing::ALL.map(issues::Standing::word).to_vec(),
            Closed::PledgeOutcome => vec![pledges::KEPT, pledges::BROKEN],
            Closed::PromiseStanding => promises::Standing::ALL.map(promises::Standing::word).to_vec(),
            Closed::Award => nominations::AWARDS.to_vec(),
            Closed::Decision => nominations::DECISIONS.to_vec(),
        }
    }
}

/// Where a cell's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words and days.
    Start,
    /// Numbers.
    End,
}

/// What a totals row shows under a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Summing {
    /// Nothing: the sum has no meaning.
    None,
    /// The sum.
    Sum,
    /// The quotient of two sums, in hundredths of a percent.
    Ratio(Computed, Computed),
}

impl Column {
    /// The column of a field that is one cell.
    pub fn field(field: impl Into<Field>) -> Self {
        Column::Cell(CellKey::one(field))
    }

    /// The column of one milestone's cell.
    pub fn milestone(field: impl Into<Field>, milestone: Milestone) -> Self {
        Column::Cell(CellKey::of(field, milestone.element()))
    }

    /// Every column a table of `kind` can show, in the order of the form; columns that an import did
    /// not know come last, by heading.
    pub fn all(kind: Kind, state: &State) -> Vec<Column> {
        let mut all: Vec<Column> = Computed::of(kind).map(Column::Computed).collect();
        for (field, def) in Field::of(kind).filter(|(_, def)| def.group != Group::Internal) {
            match def.elements {
                Elements::One => all.push(Column::field(field)),
                Elements::Milestones => all.extend(Milestone::ALL.iter().map(|&m| Self::milestone(field, m))),
                Elements::Set(_) => all.push(Column::Set(field)),
                Elements::Records(_) if def.ty == FieldType::Bool => all.push(Column::Set(field)),
                Elements::Free if def.ty == FieldType::Bool => all.push(Column::Set(field)),
                Elements::Free | Elements::Evidence | Elements::Records(_) => {}
            }
        }
        all.extend(extras(kind, state));
        all
    }

    /// The stable name of the column, for saved views and files: `name`, `milestone_date.signed`,
    /// `extra.备用列`, `arrived`.
    pub fn key(self, kind: Kind, names: &Names) -> String {
        match self {
            Column::Computed(computed) => computed.word().to_owned(),
            Column::Set(field) => field.def(kind).map_or("", |def| def.word).to_owned(),
            Column::Cell(cell) => {
                let word = cell.field.def(kind).map_or("", |def| def.word);
                match names.element_word(cell.element) {
                    "" => word.to_owned(),
                    element => format!("{word}.{element}"),
                }
            }
        }
    }

    /// The column with this key; `None` for one that this version or this workspace does not have.
    pub fn from_key(kind: Kind, key: &str, names: &Names) -> Option<Column> {
        if let Some(computed) = Computed::from_word(kind, key) {
            return Some(Column::Computed(computed));
        }
        let (word, element) = key.split_once('.').unwrap_or((key, ""));
        let field = Field::from_word(kind, word)?;
        let def = field.def(kind)?;
        let family = matches!(def.elements, Elements::Milestones) || field == Field::EXTRA;
        match def.elements {
            Elements::Set(_) if element.is_empty() => Some(Column::Set(field)),
            Elements::Records(_) if element.is_empty() && def.ty == FieldType::Bool => {
                Some(Column::Set(field))
            }
            Elements::Free if field == Field::TAGS && element.is_empty() => Some(Column::Set(field)),
            Elements::One if element.is_empty() && def.group != Group::Internal => Some(Column::field(field)),
            _ if family && !element.is_empty() => {
                names.find_element(element).map(|element| Column::Cell(CellKey::of(field, element)))
            }
            _ => None,
        }
    }

    /// What its cells hold.
    pub fn ty(self, kind: Kind) -> ColumnType {
        let field = match self {
            Column::Computed(computed) => return computed.ty(),
            Column::Set(field) => field,
            Column::Cell(cell) => cell.field,
        };
        let Some(def) = field.def(kind) else { return ColumnType::Text };
        if let Column::Set(_) = self {
            return match def.elements {
                Elements::Set(list) => ColumnType::Words(Some(list)),
                Elements::Records(kind) => ColumnType::Records(kind),
                _ => ColumnType::Words(None),
            };
        }
        match (def.word, def.ty) {
            ("outcome", _) => ColumnType::Closed(Closed::PledgeOutcome),
            ("exit", _) => ColumnType::Exit,
            ("review" | "milestone_review", _) => ColumnType::Review,
            ("first_invested_year" | "order" | "phase", FieldType::Int) => ColumnType::Year,
            ("award", FieldType::Text) => ColumnType::Closed(Closed::Award),
            ("decision", FieldType::Text) => ColumnType::Closed(Closed::Decision),
            (_, FieldType::Text | FieldType::Phone) => ColumnType::Text,
            (_, FieldType::LongText) => ColumnType::LongText,
            (_, FieldType::Int | FieldType::Rate) => ColumnType::Int,
            (_, FieldType::Area) => ColumnType::Area,
            (_, FieldType::Percent) => ColumnType::Percent,
            (_, FieldType::Days) => ColumnType::Days,
            (_, FieldType::Number) => ColumnType::Number,
            (_, FieldType::Moment) => ColumnType::Moment,
            (_, FieldType::Bool) => ColumnType::Bool,
            (_, FieldType::Date) => ColumnType::Date,
            (_, FieldType::Money) => ColumnType::Money,
            (_, FieldType::Choice(list)) => ColumnType::Choice(list),
            (_, FieldType::Ref(kind)) => ColumnType::Ref(kind),
            (_, FieldType::Same) => ColumnType::Ref(kind),
        }
    }

    /// What a totals row shows under it.
    pub fn summing(self, kind: Kind) -> Summing {
        match (self, self.ty(kind)) {
            (Column::Computed(Computed::ArrivalRate), _) => {
                Summing::Ratio(Computed::Arrived, Computed::TotalYuan)
            }
            (
                Column::Computed(
                    Computed::DaysSince
                    | Computed::HeldDays
                    | Computed::IssueOverdue
                    | Computed::PermitOverdue,
                ),
                _,
            ) => Summing::None,
            // How long permits take together is not how long they take: those of a phase run beside each other.
            (Column::Cell(cell), _)
                if matches!(kind, Kind::Permit | Kind::PermitTemplate)
                    && cell.field.def(kind).is_some_and(|def| def.word == "days") =>
            {
                Summing::None
            }
            (_, ColumnType::Int | ColumnType::Days | ColumnType::Area | ColumnType::Money) => Summing::Sum,
            _ => Summing::None,
        }
    }

    /// Whether its cells can be typed into. Stages follow from milestones, exits and reviews have their
    /// own panels with reasons and evidence, and computed columns follow from records.
    pub fn is_editable(self, kind: Kind) -> bool {
        let panel = |cell: CellKey| {
            let word = cell.field.def(kind).map_or("", |def| def.word);
            cell.element != 0 && !matches!(word, "milestone_date" | "milestone_other_date" | "extra")
        };
        match (self, self.ty(kind)) {
            (Column::Computed(_), _) => false,
            (
                _,
                ColumnType::Exit
                | ColumnType::Review
                | ColumnType::Moment
                | ColumnType::Closed(_)
                | ColumnType::Records(_),
            ) => false,
            (Column::Cell(cell), _) => !panel(cell),
            (Column::Set(_), _) => true,
        }
    }

    /// The width it begins with, in CSS pixels at the normal size.
    pub fn default_width(self, kind: Kind) -> u16 {
        if let Column::Cell(cell) = self
            && Field::from_word(kind, "name") == Some(cell.field)
        {
            return if matches!(kind, Kind::Person | Kind::Contact) { 96 } else { 220 };
        }
        // These are sorted by at first: the arrow wants room.
        match self {
            Column::Computed(Computed::IssueOverdue | Computed::PermitOverdue) => return 112,
            Column::Computed(Computed::Owed) => return 148,
            _ => {}
        }
        match self.ty(kind) {
            ColumnType::LongText => 240,
            ColumnType::Text | ColumnType::Words(_) | ColumnType::Records(_) => 128,
            ColumnType::Ref(Kind::Company | Kind::Project) => 176,
            ColumnType::Ref(Kind::Person | Kind::Contact) => 104,
            ColumnType::Ref(_) | ColumnType::Choice(_) => 112,
            ColumnType::Money => 124,
            ColumnType::Area | ColumnType::Date | ColumnType::Moment => 108,
            ColumnType::Int
            | ColumnType::Percent
            | ColumnType::Year
            | ColumnType::Days
            | ColumnType::Number => 88,
            ColumnType::Closed(Closed::TripFault) => 160,
            ColumnType::Stage | ColumnType::Exit | ColumnType::Review | ColumnType::Closed(_) => 96,
            ColumnType::Bool => 80,
        }
    }

    /// Where its cells' text stands.
    pub fn align(self, kind: Kind) -> Align {
        match self.ty(kind) {
            ColumnType::Int
            | ColumnType::Year
            | ColumnType::Area
            | ColumnType::Percent
            | ColumnType::Days
            | ColumnType::Number
            | ColumnType::Money => Align::End,
            _ => Align::Start,
        }
    }

    /// The part of the form it belongs to; `None` for what is computed and what an import did not know.
    pub fn group(self, kind: Kind) -> Option<Group> {
        match self {
            Column::Computed(_) => None,
            Column::Set(field) => field.def(kind).map(|def| def.group),
            Column::Cell(cell) if cell.field == Field::EXTRA => None,
            Column::Cell(cell) => cell.field.def(kind).map(|def| def.group),
        }
    }
}

/// The columns that imports did not know, as far as a live record has one, by heading.
fn extras(kind: Kind, state: &State) -> Vec<Column> {
    let records = state.live(kind);
    let used: BTreeSet<u32> =
        records.flat_map(|(_, record)| record.family(Field::EXTRA)).map(|cell| cell.key.element).collect();
    let mut used: Vec<u32> = used.into_iter().collect();
    used.arrange_by_key(|&element| state.names().element_word(element));
    used.into_iter().map(|element| Column::Cell(CellKey::of(Field::EXTRA, element))).collect()
}
