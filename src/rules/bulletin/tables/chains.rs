//! 产业链分局目标情况表 (黄石, domain notes §3.7): what each chain was to register and start, and did.
//!
//! Who a chain's branch is no record says; it is the unit whose name holds that of the chain, and 责任单位 the unit above
//! it (our reading).

use crate::domain::Decimal;
use crate::domain::lists::List;
use crate::rules::bulletin::{Cell, Desk, Head, Say, Table};
use crate::rules::metrics::{Measured, Metric, standard};
use crate::rules::query::{Filter, Test};
use crate::rules::scoring::Subject;
use crate::rules::targets::{Holder, above, units_in_order};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Half of 100 million yuan and the whole of it.
const EDGES: [(&str, Say, i64); 2] = [
    ("registered_half_yi", Say::RegisteredHalfYi, 50_000_000),
    ("registered_yi", Say::RegisteredYi, 100_000_000),
];

/// The metrics of the columns: 新注册 above two sizes and 新开工. An office that aims at the sizes has metrics of these
/// words; where it has none, the number is that of its own 新注册 above the size.
fn metrics(desk: &Desk<'_>) -> Vec<(Metric, Say)> {
    let usual = standard::standard();
    let find = |word: &str| desk.metrics.iter().chain(&usual).find(|metric| metric.word == word).cloned();
    let sized = |(word, say, edge): (&str, Say, i64)| {
        let own = find(word);
        let metric = own.or_else(|| {
            let mut metric = find("registered")?;
            metric.word = word.to_owned();
            let test = Test::Between { min: Some(edge), max: None };
            metric.filters.push(Filter { key: "total_investment".to_owned(), test });
            Some(metric)
        });
        Some((metric?, say))
    };
    let started = find("started").map(|metric| (metric, Say::Started));
    EDGES.into_iter().filter_map(sized).chain(started).collect()
}

/// The table: every chain that projects name or that has a target.
pub(super) fn table(desk: &Desk<'_>) -> Table {
    let state = desk.state();
    let columns = metrics(desk);
    let of: Vec<Metric> = columns.iter().map(|(metric, _)| metric.clone()).collect();
    let measured = (desk.measurer)(&of, desk.day);
    let until = desk.aim_window.until(desk.day);
    let sums = |measured: &Arc<Measured>| {
        until.map(|until| measured.sums(Subject::Chain, until)).unwrap_or_default()
    };
    let done: Vec<FxHashMap<String, Decimal>> = measured.iter().map(sums).collect();
    let aim = |metric: &Metric, chain: &str| {
        desk.aims.of(&metric.word, &Holder::Chain(chain.to_owned()), desk.aim).map(|aim| aim.target)
    };
    let mut chains: Vec<String> = measured.iter().flat_map(|measured| measured.chains.clone()).collect();
    for metric in &of {
        chains.extend(desk.aims.holders(&metric.word, desk.aim).into_iter().filter_map(
            |holder| match holder {
                Holder::Chain(word) => Some(word),
                _ => None,
            },
        ));
    }
    chains.sort_unstable();
    chains.dedup();
    let units = units_in_order(state);
    let mut sum: Vec<(Option<Decimal>, Decimal)> = vec![(None, Decimal::ZERO); columns.len()];
    let mut rows = Vec::new();
    for chain in &chains {
        let core = chain.trim_end_matches('链').trim_end_matches("产业");
        let branch = units.iter().copied().find(|unit| !core.is_empty() && desk.name(*unit).contains(core));
        let above = branch.and_then(|unit| above(state, unit));
        let mut cells = vec![
            Cell::words(desk.words.choice(state, List::Chain, chain)),
            Cell::words(branch.map(|unit| desk.name(unit)).unwrap_or_default()),
            Cell::words(above.map(|unit| desk.name(unit)).unwrap_or_default()),
        ];
        for ((at, metric), done) in of.iter().enumerate().zip(&done) {
            let (target, done) = (aim(metric, chain), done.get(chain).copied().unwrap_or_default());
            sum[at].0 = target.map_or(sum[at].0, |target| Some(sum[at].0.unwrap_or_default() + target));
            sum[at].1 += done;
            cells.extend(three(desk, metric, target, done));
        }
        rows.push(cells);
    }
    let mut total = vec![Cell::words(desk.say(Say::Total)), Cell::Empty, Cell::Empty];
    for (metric, (target, done)) in of.iter().zip(sum) {
        total.extend(three(desk, metric, target, done));
    }
    let mut heads = vec![
        Head::name(desk.say(Say::Chain)),
        Head::name(desk.say(Say::Branch)),
        Head::name(desk.say(Say::ResponsibleUnit)),
    ];
    for (metric, say) in &columns {
        let group = desk.words.in_unit(&desk.say(*say), desk.unit(metric.unit));
        let own = |word| Head::narrow(desk.say(word)).under(group.clone());
        heads.extend([own(Say::TargetShort), own(Say::DoneShort), own(Say::Ratio)]);
    }
    let notes = if rows.is_empty() { vec![desk.say(Say::NoRows)] } else { Vec::new() };
    let total = (!rows.is_empty()).then_some(total);
    Table { caption: desk.say(Say::ChainsTitle), basis: desk.basis(false), heads, rows, total, notes }
}

fn three(desk: &Desk<'_>, metric: &Metric, target: Option<Decimal>, done: Decimal) -> [Cell; 3] {
    let share = target.and_then(|target| done.over(target));
    [desk.figure_if(metric.unit, target), desk.figure(metric.unit, done), Cell::percent(share)]
}
