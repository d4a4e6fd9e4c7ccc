//! Reading 目标任务分解表 as offices keep it: units, people or chains down, metrics across, a line of heads above.

use super::Holder;
use crate::domain::lists::List;
use crate::domain::read::{self, MoneyUnit};
use crate::domain::{Currency, Decimal, Kind};
use crate::ledger::State;
use crate::rules::lists;
use crate::rules::metrics::{Metric, Unit};
use crate::rules::query::name_of;
use rustc_hash::FxHashMap;

/// One target that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The word of the metric.
    pub metric: String,
    /// Whose.
    pub holder: Holder,
    /// How much; amounts in yuan.
    pub target: Decimal,
}

/// What a table says and what of it is not understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TargetTable {
    /// What was read, in the order of the table; of two numbers for the same the first counts.
    pub known: Vec<Known>,
    /// Heads that name no metric.
    pub heads: Vec<String>,
    /// First cells that name neither a unit, nor a person, nor a chain.
    pub names: Vec<String>,
    /// Cells that hold no number: name, head, text.
    pub cells: Vec<(String, String, String)>,
}

/// What is no number of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoNumber;

/// What offices call the county in such a table.
const COUNTY: [&str; 12] =
    ["全县", "全市", "全区", "全旗", "县", "合计", "总计", "总目标", "目标合计", "county", "total", "all"];

/// Reads a table. The line of heads is the first that names a metric; what stands above it is passed over.
pub fn read_table(state: &State, metrics: &[Metric], rows: &[Vec<String>]) -> TargetTable {
    let names = metric_names(metrics);
    let find = |cell: &String| names.get(plain(cell).as_str()).copied();
    let Some(at) = rows.iter().position(|row| row.iter().skip(1).any(|cell| find(cell).is_some())) else {
        let heads = rows.first().into_iter().flatten().skip(1).filter(|cell| !cell.trim().is_empty());
        return TargetTable { heads: heads.cloned().collect(), ..TargetTable::default() };
    };
    let mut found = TargetTable::default();
    let mut columns: Vec<(usize, &Metric, Option<MoneyUnit>, &String)> = Vec::new();
    for (column, head) in rows[at].iter().enumerate().skip(1) {
        match find(head) {
            Some(metric) if !columns.iter().any(|(_, other, ..)| other.word == metric.word) => {
                columns.push((column, metric, read::money_unit(bracket(head)), head));
            }
            // A second column of the same metric is another number: of the year before, or what was done.
            _ if head.trim().is_empty() || is_number(head) => {}
            _ => found.heads.push(head.trim().to_owned()),
        }
    }
    let holders = holders(state);
    for row in &rows[at + 1..] {
        let name = row.first().map(|cell| squeezed(cell)).unwrap_or_default();
        let has_number =
            columns.iter().any(|(at, ..)| row.get(*at).is_some_and(|cell| !cell.trim().is_empty()));
        if name.is_empty() || !has_number {
            continue;
        }
        let holder = match holders.get(&name) {
            _ if COUNTY.contains(&name.as_str()) => Holder::County,
            Some(Some(holder)) => holder.clone(),
            _ => {
                found.names.push(row[0].trim().to_owned());
                continue;
            }
        };
        for (at, metric, unit, head) in &columns {
            let Some(text) = row.get(*at).map(|cell| cell.trim()) else { continue };
            match read_number(metric.unit, text, unit.unwrap_or(MoneyUnit::WAN)) {
                Ok(None) => {}
                Ok(Some(target)) => {
                    let new = Known { metric: metric.word.clone(), holder: holder.clone(), target };
                    let is_same = |old: &Known| old.metric == new.metric && old.holder == new.holder;
                    if !found.known.iter().any(is_same) {
                        found.known.push(new);
                    }
                }
                Err(NoNumber) => {
                    found.cells.push((row[0].trim().to_owned(), head.trim().to_owned(), text.to_owned()));
                }
            }
        }
    }
    found
}

/// The number of a target as people write it: `12`, `12个`, `1.5亿元`; bare amounts are counted in `unit`. `None` for
/// nothing.
///
/// # Errors
/// What is no number, or one below nothing.
pub fn read_number(of: Unit, text: &str, unit: MoneyUnit) -> Result<Option<Decimal>, NoNumber> {
    let text = text.trim();
    if read::is_empty_mark(text) {
        return Ok(None);
    }
    let number = match of {
        Unit::Yuan => {
            let money = read::money(text, Some(unit)).value.filter(|money| money.currency == Currency::CNY);
            money.map(|money| Decimal::whole(money.units))
        }
        _ => Decimal::parse(&text.replace('%', ""))
            .or_else(|| read::decimal(text).value.map(Decimal::hundredths)),
    };
    number.filter(|number| !number.is_negative()).map(Some).ok_or(NoNumber)
}

/// Every way a metric is called in a head.
fn metric_names(metrics: &[Metric]) -> FxHashMap<String, &Metric> {
    let mut names = FxHashMap::default();
    // A whole name goes before what is left of another one.
    for metric in metrics {
        for name in [&metric.name.zh, &metric.name.en, &metric.word] {
            names.entry(squeezed(name)).or_insert(metric);
        }
    }
    for metric in metrics {
        names.entry(plain(&metric.name.zh)).or_insert(metric);
    }
    names.retain(|name, _| !name.is_empty());
    names
}

/// A head without its unit and without the words that say it is a target.
fn plain(head: &str) -> String {
    let head = squeezed(head);
    let end = head.find(['(', '（', '[', '【']).unwrap_or(head.len());
    let mut head = &head[..end];
    for word in
        ["目标任务", "目标数", "目标值", "目标额", "目标", "任务数", "任务", "计划数", "个数", "项目", "数"]
    {
        head = head.strip_suffix(word).filter(|rest| !rest.is_empty()).unwrap_or(head);
    }
    head.to_owned()
}

/// What stands in the brackets of a head.
fn bracket(head: &str) -> &str {
    let begin = head.find(['(', '（', '[', '【']).unwrap_or(head.len());
    head[begin..].trim_matches(['(', '（', '[', '【', ')', '）', ']', '】', ' ', '单', '位', ':', '：'])
}

fn squeezed(text: &str) -> String {
    read::squeeze(&read::fold(text)).to_lowercase()
}

fn is_number(head: &str) -> bool {
    Decimal::parse(head).is_some()
}

/// Units, people and chains by name; a name of several is nobody's, and a unit goes before a person, a person before a
/// chain. A chain is called by its word, with 产业链 or 链 behind it or not, or by its English reading.
fn holders(state: &State) -> FxHashMap<String, Option<Holder>> {
    let mut found: FxHashMap<String, Option<Holder>> = FxHashMap::default();
    let mut add = |own: FxHashMap<String, Option<Holder>>| {
        for (name, holder) in own {
            found.entry(name).or_insert(holder);
        }
    };
    for kind in [Kind::Unit, Kind::Person] {
        let mut own: FxHashMap<String, Option<Holder>> = FxHashMap::default();
        for (id, _) in state.live(kind) {
            let holder = Some(Holder::Record(id));
            own.entry(squeezed(name_of(state, id))).and_modify(|known| *known = None).or_insert(holder);
        }
        add(own);
    }
    let mut own: FxHashMap<String, Option<Holder>> = FxHashMap::default();
    for entry in lists::all(state, List::Chain) {
        let word = squeezed(&entry.word);
        let core = word.trim_end_matches('链').trim_end_matches("产业").to_owned();
        let mut names =
            vec![format!("{core}链"), format!("{core}产业链"), squeezed(&entry.english), core, word];
        names.sort_unstable();
        names.dedup();
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            let holder = Some(Holder::Chain(entry.word.clone()));
            own.entry(name).and_modify(|known| *known = None).or_insert(holder);
        }
    }
    add(own);
    found
}
