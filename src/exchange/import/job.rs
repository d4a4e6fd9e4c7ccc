//! One import under way: the opened file, what was chosen of it, the rows read and the plan.
//!
//! The wizard holds one of these and shows it; everything it decides is decided here.

mod shown;
mod trips;

use super::draft::Draft;
use super::memory::{read_memory, remembered};
use super::plan::{Options, Plan};
use super::planner::Planner;
use super::retype::{as_of, retype};
use super::take::Columns;
use super::trips::TripPlan;
use crate::domain::Date;
use crate::domain::read::{AreaUnit, MoneyUnit};
use crate::exchange::sheet::columns::{Proposal, mapping_fingerprint, propose};
use crate::exchange::sheet::rows::{ReadRow, RowDoubt};
use crate::exchange::sheet::table::{Layout, Row, RowKind, rank};
use crate::exchange::sheet::targets::{PROJECT, TRIP};
use crate::exchange::sheet::{Context, Mapping, Table, Target, TargetTable, Workbook, read_rows};
use crate::ledger::State;

/// An import under way.
#[derive(Debug)]
pub struct Job {
    book: Workbook,
    /// What kind of ledger it is taken for.
    targets: &'static TargetTable,
    tables: Vec<Table>,
    chosen: usize,
    proposals: Vec<Proposal>,
    mapping: Mapping,
    /// Columns whose target a person chose.
    by_hand: Vec<usize>,
    /// Rows that a person takes for projects, as they were taken before.
    as_projects: Vec<Row>,
    from_memory: bool,
    context: Context,
    rows: Vec<ReadRow>,
    plan: Option<Plan>,
    trips: Option<TripPlan>,
}

/// A row that is not taken for a project by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherRow {
    /// Its place in the sheet, from 0.
    pub at: usize,
    /// What it looks like.
    pub kind: RowKind,
    /// Its words.
    pub words: String,
    /// Whether a person takes it for a project all the same.
    pub is_project: bool,
}

/// How sure it is what a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// A person or an earlier import said so.
    Chosen,
    /// Heading and values agree.
    Certain,
    /// Probably.
    Likely,
    /// It is no field, as far as can be told.
    Unknown,
}

/// From this confidence on a proposal is called certain.
const CERTAIN: f32 = 0.8;

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Every row.
    #[default]
    All,
    /// New projects.
    New,
    /// Updates.
    Updates,
    /// With something to confirm.
    Doubtful,
    /// Duplicates.
    Duplicates,
    /// Rejected.
    Rejected,
}

impl Show {
    /// Every filter, in the order shown.
    pub const ALL: [Show; 6] =
        [Show::All, Show::New, Show::Updates, Show::Doubtful, Show::Duplicates, Show::Rejected];
}

impl Job {
    /// Takes up an opened file; `None` if no table is found in it.
    pub fn open(book: Workbook, today: Date, state: &State) -> Option<Self> {
        // The kind of ledger whose headings the likeliest table has; of projects where both are as likely.
        let ranked =
            |targets| rank(&book, targets).into_iter().map(|ranked| ranked.table).collect::<Vec<_>>();
        let (projects, trips) = (ranked(&PROJECT), ranked(&TRIP));
        let score = |tables: &[Table]| tables.first().map_or(0.0, |table| table.score);
        let is_trips = score(&trips) > score(&projects);
        let (targets, tables) = if is_trips { (&TRIP, trips) } else { (&PROJECT, projects) };
        let mut job = Self {
            book,
            targets,
            tables,
            chosen: 0,
            proposals: Vec::new(),
            mapping: Mapping::default(),
            by_hand: Vec::new(),
            as_projects: Vec::new(),
            from_memory: false,
            context: Context::on(today.naive()),
            rows: Vec::new(),
            plan: None,
            trips: None,
        };
        job.tables.first()?;
        job.propose(state);
        Some(job)
    }

    /// The opened file.
    pub fn book(&self) -> &Workbook {
        &self.book
    }

    /// The tables found, the likeliest first.
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// Which of them is chosen.
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// The chosen table.
    pub fn table(&self) -> Option<&Table> {
        self.tables.get(self.chosen)
    }

    /// What its columns are proposed to be.
    pub fn proposals(&self) -> &[Proposal] {
        &self.proposals
    }

    /// What its columns are taken for.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// Whether the mapping is that of an earlier import.
    pub fn is_from_memory(&self) -> bool {
        self.from_memory
    }

    /// Whether a column holds the name, without which nothing can be imported; of trips, the unit or who led, and
    /// the day of departure.
    pub fn has_name(&self) -> bool {
        let has = |key| self.mapping.column(key).is_some();
        if self.is_trips() {
            (has("unit") || has("leader")) && has("start")
        } else {
            has(self.targets.primary)
        }
    }

    /// The rows as they were read.
    pub fn rows(&self) -> &[ReadRow] {
        &self.rows
    }

    /// The plan, once made.
    pub fn plan(&self) -> Option<&Plan> {
        self.plan.as_ref()
    }

    /// The plan, to decide on rows.
    pub fn plan_mut(&mut self) -> Option<&mut Plan> {
        self.plan.as_mut()
    }

    /// Chooses another table of the file.
    pub fn choose(&mut self, table: usize, state: &State) {
        if table < self.tables.len() {
            self.chosen = table;
            self.propose(state);
        }
    }

    /// Reads the chosen sheet by other header rows.
    pub fn choose_header(&mut self, from: usize, rows: usize, state: &State) {
        let Some(table) = self.tables.get_mut(self.chosen) else { return };
        let layout =
            Layout { header_from: from, header_rows: rows, first_data_row: from + rows, ..table.layout };
        if let Some(found) = Table::with_layout(&self.book, layout, self.targets) {
            *table = found;
            self.propose(state);
        }
    }

    fn propose(&mut self, state: &State) {
        let Some(table) = self.tables.get_mut(self.chosen) else { return };
        let Some(sheet) = self.book.sheets.get(table.layout.sheet) else { return };
        self.proposals = propose(sheet, table, self.targets);
        let known = remembered(state, &mapping_fingerprint(table));
        let known = known.and_then(|known| read_memory(known, table, self.targets));
        self.from_memory = known.is_some();
        self.mapping = known.unwrap_or_else(|| Mapping::of(&self.proposals));
        self.by_hand.clear();
        self.as_projects.clear();
        self.forget();
    }

    /// The rows with words in them that are not taken for projects, and those that only a person takes
    /// for one, in the order of the file.
    pub fn other_rows(&self) -> Vec<OtherRow> {
        let Some(table) = self.table() else { return Vec::new() };
        let Some(sheet) = self.book.sheets.get(table.layout.sheet) else { return Vec::new() };
        let other = |row: &Row| {
            let was = self.as_projects.iter().find(|was| was.index == row.index);
            let kind = was.map_or(&row.kind, |was| &was.kind);
            if matches!(kind, RowKind::Data | RowKind::Blank) {
                return None;
            }
            let cells = table.columns.iter().map(|column| sheet.cell(row.index, column.index).shown.trim());
            let words: Vec<&str> = cells.filter(|words| !words.is_empty()).collect();
            Some(OtherRow {
                at: row.index,
                kind: kind.clone(),
                words: words.join(" · "),
                is_project: was.is_some(),
            })
        };
        table.rows.iter().filter_map(other).collect()
    }

    /// Takes a row of the sheet for a project although it looks like something else, or no longer.
    pub fn take_for_project(&mut self, at: usize, is_project: bool) {
        let rows = self.tables.get_mut(self.chosen).map(|table| &mut table.rows);
        let Some(row) = rows.and_then(|rows| rows.iter_mut().find(|row| row.index == at)) else { return };
        let was = self.as_projects.iter().position(|was| was.index == at);
        match (was, is_project) {
            (None, true) if row.kind != RowKind::Data => {
                self.as_projects.push(row.clone());
                row.kind = RowKind::Data;
            }
            (Some(was), false) => *row = self.as_projects.swap_remove(was),
            _ => {}
        }
        self.forget();
    }

    /// Says what a column is; `None` keeps it as text.
    pub fn set_column(&mut self, column: usize, key: Option<&str>) {
        let key = key.and_then(|key| self.targets.get(key)).map(|target| target.key);
        self.mapping.set(column, key);
        self.by_hand.push(column);
        self.plan = None;
    }

    /// Says what bare amounts of a column are counted in.
    pub fn set_money_unit(&mut self, column: usize, unit: Option<MoneyUnit>) {
        let columns = self.tables.get_mut(self.chosen).map(|table| &mut table.columns);
        if let Some(column) = columns.and_then(|all| all.iter_mut().find(|c| c.index == column)) {
            column.money_unit = unit;
            column.mixed_units = false;
            self.plan = None;
        }
    }

    /// Says what bare areas of a column are counted in.
    pub fn set_area_unit(&mut self, column: usize, unit: Option<AreaUnit>) {
        let columns = self.tables.get_mut(self.chosen).map(|table| &mut table.columns);
        if let Some(column) = columns.and_then(|all| all.iter_mut().find(|c| c.index == column)) {
            column.area_unit = unit;
            self.plan = None;
        }
    }

    /// How sure it is what a column is.
    pub fn sureness(&self, column: usize) -> Sureness {
        let proposal = self.proposals.iter().find(|p| p.column == column).and_then(|p| p.choice);
        match (self.mapping.target(column), proposal) {
            _ if self.from_memory || self.by_hand.contains(&column) => Sureness::Chosen,
            (None, _) => Sureness::Unknown,
            (Some(_), Some(choice)) if choice.confidence >= CERTAIN => Sureness::Certain,
            (Some(_), _) => Sureness::Likely,
        }
    }

    /// Reads the rows by table and mapping. The plan is to be made anew.
    pub fn read(&mut self) {
        if let Some(table) = self.tables.get(self.chosen) {
            self.rows = read_rows(&self.book, table, self.targets, &self.mapping, &self.context);
            self.forget();
        }
    }

    /// The day the file tells of: the one in its titles, else today.
    pub fn as_of(&self) -> Date {
        let titles = self.table().map_or(&[][..], |table| &table.titles);
        let today = Date::from_naive(self.context.today).unwrap_or(Date::epoch());
        as_of(titles, &self.context).unwrap_or(today)
    }

    /// Begins to compare the rows with a ledger.
    pub fn planner(&self, state: &State) -> Planner {
        let columns = self.table().map(|table| Columns::of(table, &self.mapping)).unwrap_or_default();
        let drafts: Vec<Draft> = self.rows.iter().map(|row| Draft::of_row(row, &columns)).collect();
        Planner::new(drafts, state, Options { as_of: self.as_of() })
    }

    /// Takes the plan, with the decisions made on the same rows before.
    pub fn set_plan(&mut self, mut plan: Plan) {
        if let Some(before) = self.plan.take() {
            for (row, was) in plan.rows.iter_mut().zip(before.rows) {
                if row.outcome.asks_as(&was.outcome) {
                    row.decision = was.decision;
                }
            }
        }
        self.plan = Some(plan);
    }

    /// The target of a value, by its key.
    pub fn target(&self, key: &str) -> Option<&'static Target> {
        self.targets.get(key)
    }

    /// Reads what a person typed into a cell. The plan keeps its decisions but is to be made anew.
    pub fn retype(&mut self, row: usize, key: &str, text: &str) {
        let Some(table) = self.tables.get(self.chosen) else { return };
        let (Some(row), Some(target)) = (self.rows.get_mut(row), self.targets.get(key)) else { return };
        let Some(value) = row.values.iter_mut().find(|value| value.key == key) else { return };
        retype(value, target, table, &self.context, text);
        let has_name = row.get(self.targets.primary).is_some_and(|name| name.read.is_some());
        // What was said of the old words of this cell no longer holds.
        row.doubts.retain(|doubt| match doubt {
            RowDoubt::NoName => !has_name,
            RowDoubt::OutOfOrder(a, b) | RowDoubt::PartOverWhole(a, b) => *a != key && *b != key,
            RowDoubt::Ahead(a) => *a != key,
            RowDoubt::MoreLines(_) => true,
        });
    }
}
