//! Running a view over the ledger.

use super::cell::{CellValue, cell_of};
use super::computed::share;
use super::filter::{Condition, holds_text};
use super::key::SortKey;
use super::period::Step;
use super::{Column, Computed, Facts, Summing, View, name_field, name_of};
use crate::domain::field::{CompanyField, FollowUpField, ProjectField};
use crate::domain::milestone::Review;
use crate::domain::{Date, Exit, Field, Kind, RecordId, Stage, Value};
use crate::ledger::Record;
use crate::rules::search::places;
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// What a view shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns that can be shown, with their widths.
    pub columns: Vec<(Column, u16)>,
    /// Group headings and records, in order.
    pub rows: Vec<Row>,
    /// The groups that rows refer to.
    pub groups: Vec<GroupRow>,
    /// Sums over all rows, one a column.
    pub totals: Vec<Sum>,
    /// How many records are shown.
    pub matched: usize,
    /// How many records there are.
    pub all: usize,
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Row {
    /// The heading of a group: its place in [`Table::groups`].
    Group(usize),
    /// A record.
    Record(RecordId),
}

/// The heading of a group with its subtotals.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupRow {
    /// 0 for the outermost level.
    pub level: usize,
    /// Names the group as long as the view groups alike, so that it can stay folded.
    pub path: String,
    /// What its records have in common.
    pub label: GroupLabel,
    /// How many records it holds.
    pub count: usize,
    /// Subtotals, one a column.
    pub sums: Vec<Sum>,
}

/// What the records of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupLabel {
    /// An empty cell.
    Empty,
    /// A text or a word of a list.
    Text(String),
    /// A number.
    Number(i64),
    /// Yes or no.
    Bool(bool),
    /// A record by name.
    Ref(RecordId, String),
    /// The month, quarter or year that begins on this day.
    Period(Date, Step),
    /// 阶段
    Stage(Stage),
    /// 流失/退库/暂缓
    Exit(Exit),
    /// 待审核/认定/退回
    Review(Review),
}

impl GroupLabel {
    pub(super) fn of(value: &CellValue<'_>) -> Self {
        match value {
            CellValue::Empty => GroupLabel::Empty,
            CellValue::Text(text) => GroupLabel::Text((*text).to_owned()),
            CellValue::Words(words) => GroupLabel::Text(words.join("、")),
            CellValue::Int(number) => GroupLabel::Number(*number),
            CellValue::Money { money, .. } => GroupLabel::Number(money.units),
            CellValue::Bool(yes) => GroupLabel::Bool(*yes),
            CellValue::Date(day) => GroupLabel::Period(*day, Step::Month),
            CellValue::Ref { id, name } => GroupLabel::Ref(*id, (*name).to_owned()),
            CellValue::Stage(stage) => GroupLabel::Stage(*stage),
            CellValue::Exit(exit) => GroupLabel::Exit(*exit),
            CellValue::Review(review) => GroupLabel::Review(*review),
        }
    }

    /// What tells the group apart inside its parent.
    fn path(&self) -> String {
        match self {
            GroupLabel::Ref(id, _) => id.to_string(),
            GroupLabel::Text(text) => text.clone(),
            GroupLabel::Number(number) => number.to_string(),
            GroupLabel::Period(day, _) => day.to_string(),
            other => format!("{other:?}"),
        }
    }
}

/// The sum under one column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// In the unit of the column's type, amounts in yuan; `None` where a sum has no meaning or nothing
    /// was summed.
    pub value: Option<i64>,
    /// Amounts left out, as no rate is known for their currency.
    pub left_out: usize,
}

impl Table {
    /// The rows that are shown while the groups with these paths are folded.
    pub fn unfolded(&self, folded: &BTreeSet<String>) -> Vec<Row> {
        if folded.is_empty() {
            return self.rows.clone();
        }
        let mut hidden_below = None;
        let visible = |row: &&Row| {
            let group = match row {
                Row::Record(_) => return hidden_below.is_none(),
                Row::Group(at) => self.groups.get(*at),
            };
            let Some(group) = group else { return false };
            if hidden_below.is_some_and(|level| group.level > level) {
                return false;
            }
            hidden_below = folded.contains(&group.path).then_some(group.level);
            true
        };
        self.rows.iter().filter(visible).copied().collect()
    }
}

/// What a view is run with.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// The day, for ranges that move with it.
    pub today: Date,
    /// Records that answer the view's search text by sound, sorted by id (see
    /// [`crate::rules::search::SearchIndex::all`]); they are shown besides those that hold its words.
    pub sounding: &'a [RecordId],
}

/// Runs a view over the live records of `kind`.
pub fn run(facts: &dyn Facts, kind: Kind, view: &View, ask: Ask<'_>) -> Table {
    let today = ask.today;
    let names = facts.state().names();
    let column = |key: &str| Column::from_key(kind, key, names);
    let columns = view.shown(kind, names);
    let conditions: Vec<Condition> = view
        .filters
        .iter()
        .filter_map(|filter| Condition::new(column(&filter.key), kind, filter, today))
        .collect();
    let words: Vec<String> = view.text.split_whitespace().map(str::to_lowercase).collect();
    let groups: Vec<(Column, Step)> =
        view.groups.iter().filter_map(|spec| Some((column(&spec.key)?, spec.step))).collect();
    let sorts: Vec<(Column, bool)> =
        view.sorts.iter().filter_map(|spec| Some((column(&spec.key)?, spec.descending))).collect();

    let directions: Vec<bool> = groups.iter().map(|_| false).chain(sorts.iter().map(|s| s.1)).collect();

    let mut all = 0;
    let mut entries = Vec::new();
    for (id, record) in facts.state().live(kind) {
        all += 1;
        let answers = || ask.sounding.binary_search(&id).is_ok() || mentions(facts, id, record, &words);
        if !conditions.iter().all(|c| c.holds(facts, id, record, today)) || !answers() {
            continue;
        }
        let key_of_group = |&(column, step): &(Column, Step)| {
            SortKey::of_group(&cell_of(facts, id, record, column, today), step).0
        };
        let key_of_sort =
            |&(column, _): &(Column, bool)| SortKey::of(&cell_of(facts, id, record, column, today));
        let keys: Box<[SortKey]> =
            groups.iter().map(key_of_group).chain(sorts.iter().map(key_of_sort)).collect();
        // When a record was made says something only where no sort does, and costs a walk over its cells.
        let stamps = record.cells().iter().filter(|_| sorts.is_empty()).map(|cell| cell.stamp.time);
        let born = stamps.min().unwrap_or(0);
        let first = keys.first().map_or(0, |key| key.beginning(directions[0]));
        let name = name_field(kind).and_then(|field| record.get(field).as_text()).map_or(0, beginning);
        entries.push(Entry { first, name, id, record, born, keys });
    }
    let entries = sorted(&entries, &directions);
    let mut table = Table { columns, matched: entries.len(), all, ..Table::default() };
    fill(&mut table, facts, &entries, &groups, today);
    table
}

/// One record with its keys, groups first.
struct Entry<'a> {
    /// The order of the first key as far as a number can tell: most comparisons end here, without a
    /// walk through memory.
    first: u64,
    /// The beginning of the name, likewise.
    name: u128,
    id: RecordId,
    record: &'a Record,
    /// When it was registered; 0 where a sort makes that beside the point.
    born: u64,
    keys: Box<[SortKey]>,
}

impl Entry<'_> {
    /// By the keys; what was registered last comes first where they say nothing, then by the
    /// beginning of the name.
    fn compare(&self, other: &Self, descending: &[bool]) -> Ordering {
        let by_keys = || {
            let pairs = self.keys.iter().zip(&other.keys).zip(descending);
            let mut orders = pairs.map(|((a, b), &descending)| a.compare(b, descending));
            orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
        };
        by_keys()
            .then_with(|| other.born.cmp(&self.born))
            .then_with(|| self.name.cmp(&other.name))
            .then_with(|| self.id.cmp(&other.id))
    }
}

/// Entries in their order. Small pairs are sorted in place of the entries: half of the time goes into
/// moving them.
fn sorted<'a, 'r>(entries: &'a [Entry<'r>], descending: &[bool]) -> Vec<&'a Entry<'r>> {
    let mut order: Vec<(u64, &Entry<'_>)> = entries.iter().map(|entry| (entry.first, entry)).collect();
    order
        .sort_unstable_by(|(a, first), (b, second)| a.cmp(b).then_with(|| first.compare(second, descending)));
    order.into_iter().map(|(_, entry)| entry).collect()
}

/// The first five characters of a text as a number of the order of their places.
fn beginning(text: &str) -> u128 {
    // The highest place, that of the last syllable, needs 25 bits.
    const BITS: u32 = 25;
    const SHOWN: u32 = 5;
    let shown = places(text).take(SHOWN as usize);
    let (number, taken) =
        shown.fold((0u128, 0u32), |(number, taken), place| (number << BITS | u128::from(place), taken + 1));
    number << (BITS * (SHOWN - taken))
}

/// Lays the sorted entries out as rows, with headings and sums.
fn fill(
    table: &mut Table,
    facts: &dyn Facts,
    entries: &[&Entry<'_>],
    groups: &[(Column, Step)],
    today: Date,
) {
    let kind = entries.first().map(|entry| entry.id.kind);
    let ways: Vec<(Column, Summing)> = table
        .columns
        .iter()
        .map(|&(column, _)| (column, kind.map_or(Summing::None, |kind| column.summing(kind))))
        .collect();
    table.rows.reserve(entries.len());
    let mut total = vec![Adder::default(); ways.len()];
    // The open group of each level: its place in the table and what it has summed.
    let mut open: Vec<(usize, Vec<Adder>)> = Vec::new();
    let mut before: Option<&[SortKey]> = None;
    for entry in entries {
        let common = before.replace(&entry.keys).map_or(0, |keys| {
            keys.iter().zip(&entry.keys).take(groups.len()).take_while(|(a, b)| a == b).count()
        });
        close(table, &mut open, common, &ways);
        for (level, &(column, step)) in groups.iter().enumerate().skip(common) {
            let label = SortKey::of_group(&cell_of(facts, entry.id, entry.record, column, today), step).1;
            let parent = open.last().map_or("", |&(at, _)| table.groups[at].path.as_str());
            let path = format!("{parent}/{}", label.path());
            open.push((table.groups.len(), vec![Adder::default(); ways.len()]));
            table.rows.push(Row::Group(table.groups.len()));
            table.groups.push(GroupRow { level, path, label, count: 0, sums: Vec::new() });
        }
        table.rows.push(Row::Record(entry.id));
        for (place, &(column, way)) in ways.iter().enumerate() {
            let amounts = Amounts::of(facts, entry, column, way, today);
            total[place].add(amounts);
            open.iter_mut().for_each(|(_, adders)| adders[place].add(amounts));
        }
        for &(at, _) in &open {
            table.groups[at].count += 1;
        }
    }
    close(table, &mut open, 0, &ways);
    table.totals = total.iter().zip(&ways).map(|(adder, (_, way))| adder.sum(*way)).collect();
}

/// Closes the groups below `level` and writes their sums.
fn close(table: &mut Table, open: &mut Vec<(usize, Vec<Adder>)>, level: usize, ways: &[(Column, Summing)]) {
    for (at, adders) in open.drain(level.min(open.len())..) {
        table.groups[at].sums = adders.iter().zip(ways).map(|(adder, (_, way))| adder.sum(*way)).collect();
    }
}

/// What one record adds to a column's sum.
#[derive(Clone, Copy, Default)]
struct Amounts {
    first: Option<i64>,
    second: i64,
    left_out: bool,
}

impl Amounts {
    fn of(facts: &dyn Facts, entry: &Entry<'_>, column: Column, way: Summing, today: Date) -> Self {
        let read = |column| cell_of(facts, entry.id, entry.record, column, today);
        match way {
            Summing::None => Self::default(),
            Summing::Sum => match read(column) {
                CellValue::Money { yuan: None, .. } => Self { left_out: true, ..Self::default() },
                value => Self { first: value.number(), ..Self::default() },
            },
            Summing::Ratio(part, whole) => {
                let of = |computed: Computed| read(Column::Computed(computed)).number();
                // A record without the whole has no share to add to.
                match of(whole) {
                    Some(whole) => {
                        Self { first: Some(of(part).unwrap_or(0)), second: whole, left_out: false }
                    }
                    None => Self::default(),
                }
            }
        }
    }
}

/// A sum in the making.
#[derive(Clone, Copy, Default)]
struct Adder {
    first: Option<i64>,
    second: i64,
    left_out: usize,
}

impl Adder {
    fn add(&mut self, amounts: Amounts) {
        if let Some(first) = amounts.first {
            self.first = Some(self.first.unwrap_or(0).saturating_add(first));
            self.second = self.second.saturating_add(amounts.second);
        }
        self.left_out += usize::from(amounts.left_out);
    }

    fn sum(&self, way: Summing) -> Sum {
        let value = match way {
            Summing::Ratio(..) => self.first.and_then(|part| share(part, self.second)),
            _ => self.first,
        };
        Sum { value, left_out: self.left_out }
    }
}

/// Whether every word is found in one of the texts by which people name a record.
fn mentions(facts: &dyn Facts, id: RecordId, record: &Record, words: &[String]) -> bool {
    let state = facts.state();
    let texts = || {
        spoken_of(id.kind).iter().map(move |&field| match record.get(field) {
            Value::Text(text) => &**text,
            Value::Ref(to) => name_of(state, *to),
            _ => "",
        })
    };
    words.iter().all(|word| texts().any(|text| holds_text(text, word)))
}

/// The fields by which people name a record of `kind`.
fn spoken_of(kind: Kind) -> &'static [Field] {
    use {CompanyField as C, FollowUpField as W, ProjectField as P};
    const PROJECT: &[Field] = &[
        P::Name.field(),
        P::Investor.field(),
        P::Code.field(),
        P::UpperCode.field(),
        P::Owner.field(),
        P::Unit.field(),
    ];
    const COMPANY: &[Field] = &[C::Name.field(), C::CreditCode.field(), C::Region.field()];
    const CONTACT: &[Field] = {
        use crate::domain::field::ContactField as K;
        &[K::Name.field(), K::Company.field(), K::Phone.field()]
    };
    const FOLLOW_UP: &[Field] =
        &[W::Project.field(), W::Content.field(), W::NextStep.field(), W::Person.field()];
    match kind {
        Kind::Project => PROJECT,
        Kind::Company => COMPANY,
        Kind::Contact => CONTACT,
        Kind::FollowUp => FOLLOW_UP,
        _ => &[],
    }
}
