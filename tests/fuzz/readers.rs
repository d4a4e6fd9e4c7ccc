//! The readers: what each is fed from, and what it does with it.

use crate::chance::Chance;
use crate::{cards, seeds, shared};
use chrono::NaiveDate;
use zhaoshang::exchange::json;
use zhaoshang::exchange::notes::Notes;
use zhaoshang::exchange::sheet::targets::PROJECT;
use zhaoshang::exchange::sheet::{
    Context, Mapping, OpenError, Workbook, open, paste, propose, read_rows, table,
};
use zhaoshang::ledger::{Names, NodeId, State};
use zhaoshang::store::persist::value::Checked;

/// One reader.
pub struct Reader {
    pub name: &'static str,
    pub seeds: fn() -> Vec<Vec<u8>>,
    pub make: fn(&[Vec<u8>], &mut Chance) -> Vec<u8>,
    /// Whether the input was taken.
    pub read: fn(&[u8]) -> bool,
}

/// Every reader.
pub const READERS: [Reader; 13] = [
    Reader { name: "json", seeds: seeds::json, make: damaged, read: read_json },
    Reader { name: "stored", seeds: seeds::stored, make: seeds::sealed, read: read_stored },
    Reader { name: "text", seeds: seeds::stored_text, make: damaged, read: read_stored },
    Reader { name: "csv", seeds: seeds::csv, make: damaged, read: |bytes| read_sheet(bytes, "台账.csv") },
    Reader { name: "html", seeds: seeds::html, make: damaged, read: read_paste },
    Reader {
        name: "xlsx",
        seeds: seeds::parts,
        make: seeds::zipped,
        read: |bytes| read_sheet(bytes, "台账.xlsx"),
    },
    Reader { name: "xls", seeds: seeds::xls, make: damaged, read: |bytes| read_sheet(bytes, "台账.xls") },
    Reader { name: "notes", seeds: seeds::notes, make: damaged, read: read_notes },
    Reader { name: "vcard", seeds: cards::seeds, make: damaged, read: cards::read },
    Reader { name: "heads", seeds: shared::heads, make: damaged, read: shared::read_head },
    Reader { name: "files", seeds: seeds::json, make: shared::packed, read: shared::read_file },
    Reader { name: "age", seeds: shared::encrypted, make: shared::damaged, read: shared::read_encrypted },
    Reader { name: "qr", seeds: shared::carried, make: shared::codes, read: shared::read_codes },
];

/// A whole input, damaged.
fn damaged(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = seeds[chance.below(seeds.len())].clone();
    chance.damage(&mut bytes);
    bytes
}

fn read_json(bytes: &[u8]) -> bool {
    json::parse(bytes, 2_000_000_000_000).is_ok_and(|bundle| {
        let mut state = State::default();
        let _ = json::preview(&state, &bundle, NodeId(1), 2_000_000_000_000);
        for change in bundle.into_changes(state.names_mut()).into_iter().flatten() {
            state.apply(change);
        }
        json::canonical(&state).len() > 2
    })
}

fn read_stored(bytes: &[u8]) -> bool {
    let checked = Checked::new(&String::from_utf8_lossy(bytes));
    let batch = checked.and_then(|checked| checked.read(&mut Names::default()));
    batch.is_ok_and(|batch| {
        batch.fold_into(&mut State::default());
        true
    })
}

fn read_sheet(bytes: &[u8], name: &str) -> bool {
    read_book(open(bytes, name, &|bytes| {
        encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes).map(Into::into)
    }))
}

fn read_paste(bytes: &[u8]) -> bool {
    read_book(paste(&String::from_utf8_lossy(bytes)))
}

/// Reads all that an import reads before a person decides.
fn read_book(book: Result<Workbook, OpenError>) -> bool {
    let Ok(book) = book else { return false };
    let context = Context::on(NaiveDate::from_ymd_opt(2026, 9, 30).expect("a day"));
    for ranked in table::rank(&book, &PROJECT).into_iter().take(2) {
        let proposals = propose(&book.sheets[ranked.table.layout.sheet], &ranked.table, &PROJECT);
        let _ = read_rows(&book, &ranked.table, &PROJECT, &Mapping::of(&proposals), &context);
    }
    true
}

fn read_notes(bytes: &[u8]) -> bool {
    let notes = Notes::read(&String::from_utf8_lossy(bytes));
    assert_eq!(Notes::read(&notes.write()), notes, "what was read is written so that it reads the same");
    notes != Notes::default()
}
