//! Reading a set of changes: first all of it, then, if all is well, handing it over.

use super::columns::{read_positions, read_sparse};
use super::foreign::{self, Written};
use super::letters::Characters;
use super::{stamps, values};
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId};
use crate::ledger::{Cell, CellKey, Change, Names, NodeId, Stamp, State, VersionVector};
use crate::store::persist::wire::{Malformed, Reader};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// No honest payload holds more changes: the splitter keeps parts far below.
const MAX_CHANGES: usize = 4_000_000;

/// A set of changes as read.
#[derive(Debug, Default)]
pub struct Batch {
    /// What the set lets this office claim to hold without a gap.
    pub have: VersionVector,
    /// Cells with a single change that covers nothing, by record: nearly all there are.
    records: Vec<(RecordId, Vec<Cell>)>,
    /// All other changes.
    rest: Vec<Change>,
}

impl Batch {
    /// How many changes the set holds.
    pub fn len(&self) -> usize {
        self.rest.len() + self.records.iter().map(|(_, cells)| cells.len()).sum::<usize>()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The stamp of its latest change.
    pub fn latest(&self) -> Stamp {
        let cells = self.records.iter().flat_map(|(_, cells)| cells.iter().map(|cell| cell.stamp));
        cells.chain(self.rest.iter().map(|change| change.stamp)).max().unwrap_or_default()
    }

    /// Unites a state with the set; much faster than change by change where the records are new.
    pub fn fold_into(self, state: &mut State) {
        for (id, cells) in self.records {
            state.take_record(id, cells);
        }
        for change in self.rest {
            state.apply(change);
        }
    }

    /// The changes one by one.
    pub fn into_changes(self) -> impl Iterator<Item = Change> {
        let plain = self.records.into_iter().flat_map(|(record, cells)| {
            cells.into_iter().map(move |Cell { key, value, stamp }| Change {
                record,
                cell: key,
                value,
                stamp,
                over: Box::default(),
            })
        });
        plain.chain(self.rest)
    }
}

/// Reads what [`super::encode`] wrote. New words are added to `names`.
///
/// # Errors
/// If the bytes are anything else; `names` may then have learnt words that nothing uses.
pub fn decode(payload: &[u8], names: &mut Names) -> Result<Batch, Malformed> {
    let mut r = Reader::new(payload);
    let count = r.count()?;
    let nodes = (0..count).map(|_| r.fixed().map(NodeId)).collect::<Result<Vec<_>, _>>()?;
    let have = read_have(&mut r, &nodes)?;
    let count = r.count()?;
    let words = (0..count).map(|_| r.text()).collect::<Result<Vec<_>, _>>()?;
    let (groups, ids) = read_groups(&mut r, &words)?;
    let characters = Characters::read(&mut r)?;
    let count = r.count()?;
    let texts = characters.read_texts(&mut r, count)?;
    let tables = values::Read { words: &words, ids: &ids, texts: &texts, characters: &characters };
    let mut batch = Batch { have, ..Batch::default() };
    let mut budget = MAX_CHANGES;
    for group in &groups {
        read_group(&mut r, group, &tables, &nodes, names, &mut budget, &mut batch)?;
    }
    r.end()?;
    Ok(batch)
}

fn read_have(r: &mut Reader<'_>, nodes: &[NodeId]) -> Result<VersionVector, Malformed> {
    let count = r.count()?;
    (0..count).map(|_| Ok(Stamp { node: nodes[r.index(nodes.len())?], time: r.varint()? })).collect()
}

/// The records of one kind, as a range of the table of ids.
struct Group<'a> {
    kind: Kind,
    records: Range<usize>,
    /// For a kind not known here, how each record was written.
    foreign: Option<(&'a str, char, Vec<u64>)>,
}

/// Reads which records there are, and the ids that are only referred to.
fn read_groups<'a>(
    r: &mut Reader<'_>,
    words: &[&'a str],
) -> Result<(Vec<Group<'a>>, Vec<RecordId>), Malformed> {
    let mut ids: Vec<RecordId> = Vec::new();
    let mut groups = Vec::new();
    for _ in 0..r.count()? {
        let word = words[r.index(words.len())?];
        let letter = u32::try_from(r.varint()?).ok().and_then(char::from_u32).ok_or(Malformed::Range)?;
        let count = r.count()?;
        let keys = (0..count).map(|_| r.fixed()).collect::<Result<Vec<_>, _>>()?;
        let first = ids.len();
        ids.extend(keys.iter().map(|&key| foreign::id_of(Written { kind: word, letter, key })));
        let known = Kind::from_word(word);
        groups.push(Group {
            kind: known.unwrap_or(Kind::Foreign),
            records: first..ids.len(),
            foreign: known.is_none().then_some((word, letter, keys)),
        });
    }
    for _ in 0..r.count()? {
        let kind = Kind::from_word(words[r.index(words.len())?]).unwrap_or(Kind::Foreign);
        ids.push(RecordId::new(kind, r.fixed()?));
    }
    Ok((groups, ids))
}

/// Which records have a cell.
struct Column {
    key: CellKey,
    positions: Vec<u32>,
    /// Whether an earlier column has the same key, which no honest encoder writes.
    again: bool,
}

fn read_group(
    r: &mut Reader<'_>,
    group: &Group<'_>,
    tables: &values::Read<'_>,
    nodes: &[NodeId],
    names: &mut Names,
    budget: &mut usize,
    batch: &mut Batch,
) -> Result<(), Malformed> {
    let ids = &tables.ids[group.records.clone()];
    let bases = stamps::read(r, ids.len(), None, nodes)?;
    let columns = read_columns(r, group.kind, ids.len(), tables.words, names, budget)?;
    let mut cells = room_for(&columns, ids.len());
    for column in &columns {
        let mut own: Vec<Stamp> = column.positions.iter().map(|&at| bases[at as usize]).collect();
        stamps::read_differing(r, &mut own, nodes)?;
        let mut over = read_over(r, &own, nodes)?.into_iter().peekable();
        let values = values::read(r, &own, tables)?;
        if group.kind != Kind::Foreign && foreign::FIELDS.contains(&column.key.field) {
            // Written by a version that did not know the kind; here the record is what it always was.
            continue;
        }
        let positions = &column.positions;
        for (at, (value, stamp)) in values.into_iter().zip(own.iter().copied()).enumerate() {
            let position = positions[at] as usize;
            let before = at.checked_sub(1).filter(|&before| positions[before] == positions[at]);
            let explicit = over.next_if(|(covering, _)| *covering == at).map(|(_, stamps)| stamps);
            let is_single = before.is_none() && positions.get(at + 1) != Some(&positions[at]);
            let over = match (explicit, before) {
                (Some(stamps), _) => stamps,
                (None, Some(before)) => [own[before]].into(),
                (None, None) => Box::default(),
            };
            if is_single && over.is_empty() && !column.again {
                cells[position].push(Cell { key: column.key, value, stamp });
            } else {
                let change = Change { record: ids[position], cell: column.key, value, stamp, over };
                batch.rest.push(change);
            }
        }
    }
    if let Some((kind, letter, keys)) = &group.foreign {
        for ((cells, &key), &base) in cells.iter_mut().zip(keys).zip(&bases) {
            add_foreign(cells, Written { kind, letter: *letter, key }, base);
        }
    }
    if !columns.is_sorted_by_key(|column| column.key) || group.foreign.is_some() {
        cells.iter_mut().for_each(|cells| cells.arrange_by_key(|cell| cell.key));
    }
    batch.records.extend(ids.iter().copied().zip(cells).filter(|(_, cells)| !cells.is_empty()));
    Ok(())
}

fn read_columns(
    r: &mut Reader<'_>,
    kind: Kind,
    records: usize,
    words: &[&str],
    names: &mut Names,
    budget: &mut usize,
) -> Result<Vec<Column>, Malformed> {
    let count = r.count()?;
    let mut seen = FxHashSet::default();
    (0..count)
        .map(|_| {
            let field = words[r.index(words.len())?];
            let field = Field::from_word(kind, field)
                .or_else(|| names.unknown_field(field))
                .ok_or(Malformed::TooLarge)?;
            let element = names.element(words[r.index(words.len())?]);
            let key = CellKey::of(field, element);
            let positions = read_positions(r, records, budget)?;
            Ok(Column { key, positions, again: !seen.insert(key) })
        })
        .collect()
}

/// A list of cells for each record, with room for exactly those to come.
fn room_for(columns: &[Column], records: usize) -> Vec<Vec<Cell>> {
    let mut counts = vec![0usize; records];
    for column in columns {
        column.positions.iter().for_each(|&at| counts[at as usize] += 1);
    }
    counts.into_iter().map(Vec::with_capacity).collect()
}

/// The place of a change in its column, and what it covers.
type Covering = (usize, Box<[Stamp]>);

/// Reads what changes cover where it is not just the change before, by their place in the column.
fn read_over(r: &mut Reader<'_>, own: &[Stamp], nodes: &[NodeId]) -> Result<Vec<Covering>, Malformed> {
    let differing = read_sparse(r, own.len())?;
    let mut counts = Vec::with_capacity(differing.len());
    let mut guesses = Vec::new();
    for &at in &differing {
        let count = r.count()?;
        counts.push(count);
        if guesses.len() + count > r.rest().len() {
            return Err(Malformed::Short);
        }
        guesses.extend(std::iter::repeat_n(own[at], count));
    }
    let mut covered = stamps::read(r, guesses.len(), Some(&guesses), nodes)?.into_iter();
    let over = counts.into_iter().map(|count| covered.by_ref().take(count).collect());
    Ok(differing.into_iter().zip(over).collect())
}

/// Gives a record its two cells of a foreign record, unless they were written with it.
fn add_foreign(cells: &mut Vec<Cell>, written: Written<'_>, stamp: Stamp) {
    for cell in foreign::cells(written, stamp) {
        if cells.iter().all(|other| other.key != cell.key) {
            cells.push(cell);
        }
    }
}
