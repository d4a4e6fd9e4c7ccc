//! One office of the simulation: a ledger, a clock that is wrong, and what it knows of colleagues.

use std::collections::BTreeSet;
use zhaoshang::domain::field::{AuthorField, CompanyField, FollowUpField, ProjectField, UnitField};
use zhaoshang::domain::{Currency, Date, Field, Kind, Milestone, Money, RecordId, Value};
use zhaoshang::exchange::json::{Bundle, Colleagues, Preview, Scope, Sender, export, parse, preview, unheld};
use zhaoshang::ledger::{
    Applied, CellKey, Change, Clock, Edit, NodeId, Stamp, State, VersionVector, inverse,
};

/// When the simulation begins, in milliseconds since 1970.
pub const T0: u64 = 1_790_000_000_000;

/// What sort of file to send.
#[derive(Clone, Copy, Debug)]
pub enum Mode {
    All,
    Since,
    /// The unit with this key.
    Unit(u64),
    /// The project with this key.
    Selection(u64),
}

pub struct Office {
    pub state: State,
    pub have: VersionVector,
    pub colleagues: Colleagues,
    clock: Clock,
    skew: i64,
    /// Commands that can be undone.
    done: Vec<Stamp>,
}

impl Office {
    pub fn new(node: u64, skew: i64) -> Self {
        Self {
            state: State::default(),
            have: VersionVector::default(),
            colleagues: Colleagues::default(),
            clock: Clock::new(NodeId(node)),
            skew,
            done: Vec::new(),
        }
    }

    pub fn node(&self) -> NodeId {
        self.clock.node()
    }

    pub fn sender(&self) -> Sender {
        Sender { node: self.node(), name: format!("第{}人", self.node().0), unit: "招商局".into() }
    }

    fn wall(&self, now: u64) -> u64 {
        now.saturating_add_signed(self.skew)
    }

    /// Some edit that depends on `seed` alone; gives the changes made.
    pub fn edit(&mut self, seed: u64, now: u64) -> Vec<Change> {
        let pick = |shift: u32, count: u64| (seed >> shift) % count;
        let project = RecordId::new(Kind::Project, pick(4, 4));
        let other = RecordId::new(Kind::Project, pick(6, 4));
        let milestone = Milestone::ALL[pick(8, 3) as usize].element();
        let word = ["甲", "乙", "说\"引号\"\n换行", ""][pick(12, 4) as usize];
        let element = self.state.names_mut().element(["首位产业", "主导产业", "a/b"][pick(16, 3) as usize]);
        let amount = Money { units: pick(20, 3) as i64 * 100, currency: Currency::ALL[pick(24, 2) as usize] };
        let date = Date::ymd(2026, 1, 1 + pick(28, 3) as u32).map_or(Value::Empty, Value::Date);
        let yes = Value::Bool(pick(32, 2) == 0);
        let small = |kind| RecordId::new(kind, pick(36, 2));
        let follow_up = RecordId::new(Kind::FollowUp, pick(40, 3));
        let edits = match seed % 14 {
            0 => vec![Edit::new(project, ProjectField::Name, Value::text(word))],
            1 => vec![Edit::new(project, ProjectField::TotalInvestment, Value::Money(amount))],
            2 => vec![Edit::new(project, CellKey::of(ProjectField::MilestoneDate, milestone), date)],
            3 => vec![Edit::new(project, CellKey::of(ProjectField::Priority, element), yes)],
            4 => vec![Edit::new(project, CellKey::of(Field::TAGS, element), yes)],
            5 => vec![Edit::new(project, ProjectField::Unit, Value::Ref(small(Kind::Unit)))],
            6 => vec![Edit::new(project, ProjectField::Investor, Value::Ref(small(Kind::Company)))],
            7 => vec![Edit::new(project, Field::DELETED, yes)],
            8 if project != other => vec![Edit::new(project, Field::MERGED_INTO, Value::Ref(other))],
            9 | 10 => vec![
                Edit::new(follow_up, FollowUpField::Project, Value::Ref(project)),
                Edit::new(follow_up, FollowUpField::On, date),
                Edit::new(follow_up, FollowUpField::Content, Value::text(word)),
            ],
            11 => vec![Edit::new(small(Kind::Unit), UnitField::Name, Value::text(word))],
            12 => vec![Edit::new(small(Kind::Company), CompanyField::Name, Value::text(word))],
            _ => {
                let author = RecordId::new(Kind::Author, self.node().0);
                vec![Edit::new(author, AuthorField::Name, Value::text(word))]
            }
        };
        self.execute(edits, now)
    }

    /// Takes back the latest command not yet taken back; gives the changes made.
    pub fn undo(&mut self, now: u64) -> Vec<Change> {
        let Some(stamp) = self.done.pop() else { return Vec::new() };
        let edits = inverse(&self.state, stamp, None).edits;
        let made = self.execute(edits, now);
        self.done.truncate(self.done.len().saturating_sub(usize::from(!made.is_empty())));
        made
    }

    fn execute(&mut self, edits: Vec<Edit>, now: u64) -> Vec<Change> {
        let stamp = self.clock.tick(self.wall(now));
        let changes = self.state.changes_for(edits, stamp);
        for change in &changes {
            self.state.apply(change.clone());
        }
        if !changes.is_empty() {
            self.have.advance(stamp);
            self.done.push(stamp);
        }
        // Elements are numbered differently in each office: others know the change by its words.
        changes
    }

    pub fn send(&self, mode: Mode, to: NodeId, now: u64) -> String {
        let scope = match mode {
            Mode::All => Scope::All,
            Mode::Unit(key) => Scope::Unit(RecordId::new(Kind::Unit, key)),
            Mode::Selection(key) => Scope::Selection(vec![RecordId::new(Kind::Project, key)]),
            Mode::Since => self
                .colleagues
                .since(to)
                .unwrap_or(Scope::Since { colleague: Some(to), since: VersionVector::default() }),
        };
        export(&self.state, &self.have, &scope, &self.sender(), self.wall(now))
    }

    /// Merges a file; gives how many changes were new. The preview must have said the same.
    pub fn receive(&mut self, file: &str, now: u64) -> usize {
        let bundle = parse(file.as_bytes(), self.wall(now)).expect("a real export");
        let ahead = preview(&self.state, &bundle, self.node(), self.wall(now));
        let header = bundle.header.clone();
        let changes = bundle.clone().into_changes(self.state.names_mut()).expect("room for names");
        let before = self.state.clone();
        let fresh = unheld(&self.state, changes).len();
        let new = self.unite(bundle.clone());
        assert_eq!((fresh, ahead.fresh), (new, new));
        self.came_true(&bundle, &ahead, &before);
        self.colleagues.note(&header);
        new
    }

    /// Unites the ledger with a file; gives how many changes were new.
    pub fn unite(&mut self, bundle: Bundle) -> usize {
        let header = bundle.header.clone();
        let changes = bundle.into_changes(self.state.names_mut()).expect("room for names");
        let mut new = 0;
        for change in changes {
            self.clock.observe(change.stamp);
            new += usize::from(self.state.apply(change) != Applied::Known);
        }
        self.have.join(&header.grants(&self.have));
        new
    }

    /// Whether what the preview said is what happened.
    fn came_true(&self, bundle: &Bundle, ahead: &Preview, before: &State) {
        assert_eq!(ahead.own_unknown, None, "no office forgets its own changes here");
        let ours = |key: CellKey| CellKey {
            field: key.field,
            element: self.state.names().find_element(bundle.names().element_word(key.element)).unwrap_or(0),
        };
        for id in bundle.records() {
            assert_eq!(ahead.new.contains(&id), before.record(id).is_none());
        }
        let mut shown = 0;
        for changed in &ahead.changed {
            let key = ours(changed.cell);
            assert_eq!(before.get(changed.record, key), &changed.before);
            assert_eq!(self.state.get(changed.record, key), &changed.after);
        }
        for (id, cells) in
            bundle.records().filter_map(|id| Some((id, before.record(id).zip(self.state.record(id))?)))
        {
            let told = |key| ahead.conflicts.iter().any(|c| c.record == id && ours(c.cell) == key);
            let changed = |key, value| cells.0.get(key) != value && !told(key);
            shown += cells.1.cells().iter().filter(|cell| changed(cell.key, &cell.value)).count();
            assert!(self.state.record(id).is_some());
        }
        assert_eq!(shown, ahead.changed.len());
        let mut expected: BTreeSet<(RecordId, CellKey)> = before.conflict_cells().collect();
        expected.extend(ahead.conflicts.iter().map(|conflict| (conflict.record, ours(conflict.cell))));
        for &(id, key) in &ahead.settled {
            assert!(expected.remove(&(id, ours(key))));
        }
        assert_eq!(self.state.conflict_cells().collect::<BTreeSet<_>>(), expected);
    }

    /// The vector claims nothing that is not held. `made` is every change ever made anywhere.
    pub fn check_vector(&self, made: &[Change]) {
        for change in made.iter().filter(|change| self.have.covers(change.stamp)) {
            let held = self.state.changes_of(change.record);
            assert!(held.iter().any(|held| held.stamp == change.stamp && held.value == change.value));
        }
    }
}
