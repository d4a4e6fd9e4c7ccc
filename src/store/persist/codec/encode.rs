//! Writing a set of changes.

use super::foreign::{Written, written};
use super::tables::{Ids, Nodes, Texts, Words};
use super::{columns, stamps, values};
use crate::domain::sort::Arrange;
use crate::domain::{Kind, RecordId};
use crate::ledger::{CellKey, Change, Names, Stamp, VersionVector};
use crate::store::persist::wire::Writer;
use rustc_hash::FxHashMap;

/// Writes a set of changes, in any order, and what holding them lets this office claim to have.
///
/// The bytes are those of [`super::decode`]; they follow from the set alone.
pub fn encode(changes: &[&Change], have: &VersionVector, names: &Names) -> Vec<u8> {
    let changes = in_order(changes);
    let groups = group(&changes);
    let nodes = Nodes::collect(&changes, have);
    let texts = Texts::collect(&changes);
    let alphabet = texts.alphabet(&changes);
    let records = groups.iter().flat_map(|group| group.records.iter().map(|record| record.id));
    let ids = Ids::collect(records, &changes);
    let mut words = Words::default();

    let mut body = Writer::default();
    body.len(groups.len());
    for group in &groups {
        body.len(words.index(group.kind));
        body.varint(u64::from(u32::from(group.letter)));
        body.len(group.records.len());
        group.records.iter().for_each(|record| body.fixed(record.key));
    }
    body.len(ids.others().len());
    for id in ids.others() {
        body.len(words.index(id.kind.word()));
        body.fixed(id.key);
    }
    alphabet.write(&mut body);
    texts.write(&mut body, &alphabet);
    for group in &groups {
        let mut tables = values::Tables { words: &mut words, ids: &ids, texts: &texts, alphabet: &alphabet };
        write_group(&mut body, group, &nodes, names, &mut tables);
    }

    let mut head = Writer::default();
    nodes.write(&mut head);
    head.len(have.iter().count());
    for stamp in have.iter() {
        head.len(nodes.index(stamp));
        head.varint(stamp.time);
    }
    words.write(&mut head);
    head.0.append(&mut body.0);
    head.0
}

/// By record, cell and stamp, each change once.
fn in_order<'a>(changes: &[&'a Change]) -> Vec<&'a Change> {
    let mut sorted = changes.to_vec();
    let order = |change: &Change| (change.record, change.cell, change.stamp);
    sorted.arrange_by(|a, b| {
        order(a).cmp(&order(b)).then_with(|| (&a.value, &a.over).cmp(&(&b.value, &b.over)))
    });
    sorted.dedup();
    sorted
}

/// The records of one kind.
struct Group<'c, 'a> {
    kind: &'a str,
    letter: char,
    records: Vec<Record<'c, 'a>>,
}

/// One record with its changes by cell and stamp.
struct Record<'c, 'a> {
    id: RecordId,
    key: u64,
    base: Stamp,
    changes: &'c [&'a Change],
}

/// Groups by kind, records in order of their base stamp: what was entered together stands together.
fn group<'c, 'a>(changes: &'c [&'a Change]) -> Vec<Group<'c, 'a>> {
    let mut records: Vec<(Written<'a>, Record<'c, 'a>)> = changes
        .chunk_by(|a, b| a.record == b.record)
        .map(|changes| {
            let id = changes[0].record;
            let written = written(id, changes);
            (written, Record { id, key: written.key, base: base(changes), changes })
        })
        .collect();
    records.arrange_by(|(a, x), (b, y)| {
        (a.kind, a.letter, x.base, a.key).cmp(&(b.kind, b.letter, y.base, b.key))
    });
    let mut groups: Vec<Group<'c, 'a>> = Vec::new();
    for (Written { kind, letter, .. }, record) in records {
        match groups.last_mut() {
            Some(group) if (group.kind, group.letter) == (kind, letter) => group.records.push(record),
            _ => groups.push(Group { kind, letter, records: vec![record] }),
        }
    }
    groups
}

/// The stamp that most changes of a record carry, the earliest of such.
fn base(changes: &[&Change]) -> Stamp {
    let mut stamps: Vec<Stamp> = changes.iter().map(|change| change.stamp).collect();
    stamps.arrange();
    let mut best = (0, Stamp::ZERO);
    for run in stamps.chunk_by(|a, b| a == b) {
        if run.len() > best.0 {
            best = (run.len(), run[0]);
        }
    }
    best.1
}

/// The changes of one cell key throughout a group.
#[derive(Default)]
struct Column<'a> {
    positions: Vec<u32>,
    changes: Vec<&'a Change>,
}

fn write_group<'a>(
    w: &mut Writer,
    group: &Group<'_, 'a>,
    nodes: &Nodes,
    names: &'a Names,
    tables: &mut values::Tables<'_, 'a>,
) {
    let bases: Vec<Stamp> = group.records.iter().map(|record| record.base).collect();
    stamps::write(w, &bases, None, nodes);

    let kind = group.records.first().map_or(Kind::Foreign, |record| record.id.kind);
    let columns = columns_of(group);
    w.len(columns.len());
    for (key, column) in &columns {
        let word = key.field.def(kind).map_or_else(|| names.unknown_field_word(key.field), |def| def.word);
        w.len(tables.words.index(word));
        w.len(tables.words.index(names.element_word(key.element)));
        columns::write_positions(w, &column.positions, group.records.len());
    }
    for (_, column) in &columns {
        let own: Vec<Stamp> = column.changes.iter().map(|change| change.stamp).collect();
        let base: Vec<Stamp> = column.positions.iter().map(|&at| bases[at as usize]).collect();
        stamps::write_differing(w, &own, &base, nodes);
        write_over(w, &column.changes, nodes);
        let values: Vec<_> = column.changes.iter().map(|change| &change.value).collect();
        values::write(w, &values, &own, tables);
    }
}

/// The columns in order of cell key.
fn columns_of<'a>(group: &Group<'_, 'a>) -> Vec<(CellKey, Column<'a>)> {
    let mut numbers: FxHashMap<CellKey, usize> = FxHashMap::default();
    let mut columns: Vec<(CellKey, Column<'a>)> = Vec::new();
    for (position, record) in (0u32..).zip(&group.records) {
        for &change in record.changes {
            let number = *numbers.entry(change.cell).or_insert_with(|| {
                columns.push((change.cell, Column::default()));
                columns.len() - 1
            });
            let column = &mut columns[number].1;
            column.positions.push(position);
            column.changes.push(change);
        }
    }
    columns.arrange_by_key(|(key, _)| *key);
    columns
}

/// Writes what changes cover where it is not just the change of the cell before in this set.
fn write_over(w: &mut Writer, changes: &[&Change], nodes: &Nodes) {
    let implied = |at: usize| {
        let before = at.checked_sub(1).map(|before| changes[before]);
        before.filter(|before| before.record == changes[at].record).map(|before| before.stamp)
    };
    let differing: Vec<usize> =
        (0..changes.len()).filter(|&at| !changes[at].over.iter().copied().eq(implied(at))).collect();
    columns::write_sparse(w, &differing);
    let mut covered: Vec<Stamp> = Vec::new();
    let mut guesses: Vec<Stamp> = Vec::new();
    for &at in &differing {
        let change = changes[at];
        w.len(change.over.len());
        covered.extend(&change.over);
        guesses.extend(std::iter::repeat_n(change.stamp, change.over.len()));
    }
    stamps::write(w, &covered, Some(&guesses), nodes);
}
