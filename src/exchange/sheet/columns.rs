//! Proposes what each column of a table is, from its heading and its values.

use super::cell::Sheet;
use super::evidence::Evidence;
use super::heading::normal;
use super::names::{Names, PlainNames, Spoken};
use super::table::Table;
use crate::domain::read;
use crate::domain::sort::Arrange;
use std::sync::OnceLock;

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reader {
    /// One line of text.
    Text,
    /// Text with line breaks.
    LongText,
    /// The name of a thing or a company.
    Name,
    /// Names of people; numbers beside them are kept.
    People,
    /// Names with telephone numbers.
    NamePhone,
    /// Telephone numbers.
    Phone,
    /// An amount of money.
    Money,
    /// A day.
    Date,
    /// An area.
    Area,
    /// 是 or 否.
    YesNo,
    /// A stage word.
    Stage,
    /// A whole number.
    Int,
    /// A number in hundredths: half days.
    Decimal,
    /// A percentage in hundredths of a per cent.
    Percent,
    /// A unified social credit code.
    CreditCode,
    /// An enumeration.
    List,
    /// The row's own number, which is not kept.
    Serial,
}

/// Something a column may be.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// The word of the field.
    pub key: &'static str,
    /// How its cells are read.
    pub reader: Reader,
    /// Headings that mean it, parted by `|`.
    pub names: &'static str,
    /// Whether a group of rows shares a value that is written once, at its top.
    pub fills_down: bool,
}

/// Everything the columns of one kind of record may be, and what must hold between them.
#[derive(Debug)]
pub struct TargetTable {
    /// The target without which a row is no record.
    pub primary: &'static str,
    /// All targets.
    pub targets: &'static [Target],
    /// Pairs of days: the first is not later than the second.
    pub order: &'static [(&'static str, &'static str)],
    /// Pairs of amounts: the first is part of the second.
    pub parts: &'static [(&'static str, &'static str)],
    /// Days that tell what has happened, so they cannot lie ahead.
    pub facts: &'static [&'static str],
    /// What the words of a section row stand for.
    pub sections: &'static [SectionRule],
    /// The targets' names, ready to be compared with.
    pub(super) names: OnceLock<PlainNames>,
}

/// Gives the words of a section row ("一、新能源产业", "新港镇") to a target.
#[derive(Debug)]
pub struct SectionRule {
    /// What the words must look like.
    pub test: SectionTest,
    /// The target they fill where a row has nothing.
    pub key: &'static str,
}

/// What the words of a section row look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionTest {
    /// The name of a town, park or bureau.
    Unit,
    /// A stage word: "签约项目".
    Stage,
    /// Anything else.
    Other,
}

impl TargetTable {
    /// The target with this key.
    pub fn get(&self, key: &str) -> Option<&'static Target> {
        self.targets.iter().find(|t| t.key == key)
    }
}

/// A target and how sure the proposal is, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// The target's key.
    pub key: &'static str,
    /// 1 is certain; below [`ACCEPT`] it is only an alternative.
    pub confidence: f32,
}

/// What a column is proposed to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The column's place in the sheet, from 0.
    pub column: usize,
    /// Its heading as a person reads it.
    pub heading: String,
    /// The target chosen; `None` leaves the column as extra text.
    pub choice: Option<Choice>,
    /// The best other targets, best first.
    pub alternatives: Vec<Choice>,
    /// The first few values.
    pub samples: Vec<String>,
}

/// The confidence from which a target is chosen.
pub const ACCEPT: f32 = 0.5;

/// Which column is which: the part of the proposals that a person confirms and that is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Pairs of column and target key. A column that is not listed is kept as extra text.
    pub columns: Vec<(usize, &'static str)>,
}

impl Mapping {
    /// The mapping that the proposals amount to.
    pub fn of(proposals: &[Proposal]) -> Self {
        let chosen = |p: &Proposal| p.choice.map(|c| (p.column, c.key));
        Self { columns: proposals.iter().filter_map(chosen).collect() }
    }

    /// The target of a column.
    pub fn target(&self, column: usize) -> Option<&'static str> {
        self.columns.iter().find(|(c, _)| *c == column).map(|(_, key)| *key)
    }

    /// The column of a target.
    pub fn column(&self, key: &str) -> Option<usize> {
        self.columns.iter().find(|(_, k)| *k == key).map(|(c, _)| *c)
    }

    /// Makes a column a target, or nothing. A target has one column, so another loses it.
    pub fn set(&mut self, column: usize, key: Option<&'static str>) {
        self.columns.retain(|(c, k)| *c != column && Some(*k) != key);
        self.columns.extend(key.map(|key| (column, key)));
    }
}

/// Proposes a target for every column of the table. Each target is given at most once: to the column
/// that fits it best.
pub fn propose(sheet: &Sheet, table: &Table, targets: &TargetTable) -> Vec<Proposal> {
    let names = Names::of(targets);
    let mut proposals = Vec::new();
    let mut scores: Vec<(f32, usize, usize)> = Vec::new();
    let mut own: Vec<Vec<Choice>> = Vec::new();
    for (i, column) in table.columns.iter().enumerate() {
        let evidence = Evidence::gather(sheet, table, column);
        let spoken = Spoken::of(&column.path);
        let mut choices = Vec::new();
        for (t, target) in targets.targets.iter().enumerate() {
            let heading = names.score(&spoken, t);
            let telling = matches!(target.reader, Reader::NamePhone | Reader::CreditCode);
            if heading < 0.25 && !telling {
                continue;
            }
            let confidence = fit(heading, evidence.for_reader(target.reader), target.reader);
            if confidence > 0.25 {
                choices.push(Choice { key: target.key, confidence });
                scores.push((confidence, i, t));
            }
        }
        choices.arrange_by(|a, b| b.confidence.total_cmp(&a.confidence));
        own.push(choices);
        let samples = evidence.samples();
        let (heading, column) = (column.heading(), column.index);
        proposals.push(Proposal { column, heading, choice: None, alternatives: Vec::new(), samples });
    }
    // The best fit of all first; a tie goes to the column that stands first.
    scores.arrange_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut given = vec![false; targets.targets.len()];
    for (confidence, i, t) in scores {
        if confidence >= ACCEPT
            && !given[t]
            && proposals[i].choice.is_none()
            && !rivals_combined(&given, targets, t)
        {
            given[t] = true;
            proposals[i].choice = Some(Choice { key: targets.targets[t].key, confidence });
        }
    }
    for (proposal, choices) in proposals.iter_mut().zip(own) {
        let chosen = proposal.choice.map(|c| c.key);
        proposal.alternatives = choices.into_iter().filter(|c| Some(c.key) != chosen).take(3).collect();
    }
    proposals
}

/// A table has either "联系人及电话" or "联系人" and "电话": a combined column and a name column exclude
/// each other, so that a second, unrelated column of names is not taken for the contact.
fn rivals_combined(given: &[bool], targets: &TargetTable, t: usize) -> bool {
    let is_given = |key| targets.targets.iter().zip(given).any(|(target, given)| target.key == key && *given);
    match targets.targets[t].key {
        "contact_phone" => is_given("contact"),
        "contact" => is_given("contact_phone"),
        _ => false,
    }
}

/// Weighs heading and values. Values alone decide only where they cannot be mistaken.
fn fit(heading: f32, evidence: Option<f32>, reader: Reader) -> f32 {
    match evidence {
        _ if heading < 0.45 => match (reader, evidence) {
            (Reader::NamePhone | Reader::CreditCode, Some(share)) if share > 0.9 => 0.55,
            _ => heading * 0.5,
        },
        None => heading * 0.92,
        Some(share) => heading * (0.45 + 0.55 * share),
    }
}

/// A stable fingerprint of the headings, under which a confirmed mapping is remembered: the next
/// file with the same headings gets the same mapping.
pub fn mapping_fingerprint(table: &Table) -> String {
    let plain: Vec<String> = table
        .columns
        .iter()
        .map(|c| c.path.iter().map(|p| normal(p)).collect::<Vec<_>>().join("\u{1e}"))
        .collect();
    // FNV-1a, 64 bits: stable over versions and machines.
    let hash = plain
        .join("\u{1f}")
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// Whether words look like the name of a unit: a town, a park, a bureau.
pub(super) fn is_unit_like(text: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "镇",
        "乡",
        "街道",
        "局",
        "委",
        "办",
        "区",
        "园",
        "中心",
        "集团",
        "部",
        "政府",
        "管委会",
        "专班",
        "街道办",
        "办事处",
        "组",
        "处",
        "院",
        "公司",
        "县",
        "市",
        "场",
        "总队",
        "协会",
        "商会",
        "社",
    ];
    let plain = read::squeeze(text);
    let count = plain.chars().count();
    (2..=16).contains(&count)
        && ENDINGS.iter().any(|e| plain.ends_with(e))
        && !plain.chars().any(|c| c.is_ascii_digit())
        && !plain.ends_with("项目")
}
