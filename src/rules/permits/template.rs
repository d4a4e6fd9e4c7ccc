//! Which permits each kind of project needs: the office's own templates, or those shipped.

use crate::domain::field::{PermitTemplateField as T, ProjectField as P};
use crate::domain::{Field, Kind, RecordId, Value};
use crate::ledger::{Edit, Record, State};
use crate::rules::lists::NamedEdit;

/// One permit that projects of some kind need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// 事项.
    pub name: String,
    /// 适用用地情况; none means all.
    pub lands: Vec<String>,
    /// 适用建设性质; none means all.
    pub natures: Vec<String>,
    /// 阶段.
    pub phase: i64,
    /// 办理天数.
    pub days: i64,
    /// 办理部门.
    pub department: Option<RecordId>,
}

/// Name, phase, days, kinds of land and natures of construction of a permit.
type Shipped = (&'static str, i64, i64, &'static [&'static str], &'static [&'static str]);

/// The permits shipped: name, phase, days, kinds of land, natures of construction (domain notes, row 53). Days are
/// usual ones for a county and meant to be changed. 租赁厂房 and 购买房产 need no land and no planning permit, 开业
/// builds nothing.
const SHIPPED: [Shipped; 8] = [
    ("项目备案", 1, 3, &[], &[]),
    ("环境影响评价", 2, 45, &[], &[]),
    ("节能审查", 2, 30, &[], &[]),
    ("安全评价", 2, 30, &[], &[]),
    ("用地手续", 2, 60, &["新供地", "其他"], &[]),
    ("规划许可", 3, 20, &["新供地", "现有用地", "其他"], &[]),
    ("施工图审查", 4, 15, &[], BUILT),
    ("施工许可", 5, 7, &[], BUILT),
];

/// Natures of construction where something is built.
const BUILT: &[&str] = &["新建", "扩建", "改建", "技改", "其他"];

/// The permits that are shipped, by phase.
pub fn shipped() -> Vec<Template> {
    let words = |words: &[&str]| sorted(words.iter().map(|&word| word.to_owned()));
    let template = |(name, phase, days, lands, natures): Shipped| Template {
        name: name.to_owned(),
        lands: words(lands),
        natures: words(natures),
        phase,
        days,
        department: None,
    };
    SHIPPED.map(template).into()
}

/// The templates in force, by phase: the office's own as soon as it has any, else those shipped.
pub fn templates(state: &State) -> Vec<Template> {
    let own = state.live(Kind::PermitTemplate).map(|(_, record)| read(state, record));
    let mut all: Vec<Template> = own.filter(|template| !template.name.is_empty()).collect();
    if all.is_empty() {
        all = shipped();
    }
    all.sort_by(|a, b| (a.phase, &a.name).cmp(&(b.phase, &b.name)));
    all
}

/// The words of a set, the same whoever names them first.
fn sorted(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut words: Vec<String> = words.collect();
    words.sort_unstable();
    words
}

fn read(state: &State, record: &Record) -> Template {
    let words = |field: T| {
        let chosen = record.family(field).iter().filter(|cell| cell.value.is_true());
        sorted(chosen.map(|cell| state.names().element_word(cell.key.element).to_owned()))
    };
    Template {
        name: record.get(T::Name).as_text().unwrap_or_default().trim().to_owned(),
        lands: words(T::LandKinds),
        natures: words(T::Natures),
        phase: record.get(T::Phase).as_int().unwrap_or(1),
        days: record.get(T::Days).as_int().unwrap_or(0),
        department: record.get(T::Department).as_ref_id().map(|unit| state.resolve(unit)),
    }
}

impl Template {
    /// Whether a project needs it. What the project does not say is taken as needing it: a permit too many is struck
    /// out sooner than one too few is missed.
    pub fn is_for(&self, project: &Record) -> bool {
        let stated = |field: P| project.get(field).as_text();
        self.fits(stated(P::LandKind), stated(P::ConstructionNature))
    }

    /// Whether a project with this 用地情况 and 建设性质 needs it.
    pub fn fits(&self, land: Option<&str>, nature: Option<&str>) -> bool {
        let fits = |words: &[String], stated: Option<&str>| {
            words.is_empty() || stated.is_none_or(|stated| words.iter().any(|word| word == stated))
        };
        fits(&self.lands, land) && fits(&self.natures, nature)
    }
}

/// The id of a template that is shipped: it comes from its name, so that two offices that restore them have one set.
pub fn shipped_id(template: &Template) -> RecordId {
    RecordId::derived(Kind::PermitTemplate, &[&template.name])
}

/// 恢复默认: the edits that delete the office's templates and write those shipped as its own, to be changed there.
pub fn restore(state: &State) -> Vec<NamedEdit> {
    let shipped = shipped();
    let ids: Vec<RecordId> = shipped.iter().map(shipped_id).collect();
    let others = state.live(Kind::PermitTemplate).filter(|(old, _)| !ids.contains(old));
    let mut edits: Vec<NamedEdit> = others.map(|(old, _)| Edit::delete(old).into()).collect();
    for (template, id) in shipped.iter().zip(ids) {
        if state.record(id).is_some_and(Record::is_deleted) {
            edits.push(Edit::new(id, Field::DELETED, Value::Empty).into());
        }
        let cells = [
            (T::Name, Value::text(&template.name)),
            (T::Phase, Value::Int(template.phase)),
            (T::Days, Value::Int(template.days)),
            (T::Department, template.department.map_or(Value::Empty, Value::Ref)),
        ];
        let changed = cells.into_iter().filter(|(field, value)| state.get(id, *field) != value);
        edits.extend(changed.map(|(field, value)| NamedEdit::from(Edit::new(id, field, value))));
        edits.extend(set(state, id, T::LandKinds, &template.lands));
        edits.extend(set(state, id, T::Natures, &template.natures));
    }
    edits
}

/// The edits after which a set holds these words and no others.
fn set(state: &State, id: RecordId, field: T, words: &[String]) -> Vec<NamedEdit> {
    let held = state.record(id).map(|record| record.family(field)).unwrap_or_default();
    let held = held.iter().filter(|cell| cell.value.is_true());
    let held: Vec<&str> = held.map(|cell| state.names().element_word(cell.key.element)).collect();
    let edit =
        |word: &str, value| NamedEdit { record: id, field: field.into(), element: word.to_owned(), value };
    let goes = held.iter().filter(|word| !words.iter().any(|wanted| wanted == *word));
    let comes = words.iter().filter(|wanted| !held.contains(&wanted.as_str()));
    goes.map(|word| edit(word, Value::Empty)).chain(comes.map(|word| edit(word, Value::Bool(true)))).collect()
}
