//! The values of one column, by type.

use super::letters::{Alphabet, Characters};
use super::numbers;
use super::tables::{Ids, Texts, Words};
use crate::domain::{Currency, Date, Money, RecordId, Value};
use crate::ledger::Stamp;
use crate::store::persist::wire::{Malformed, Reader, Writer, unzigzag, zigzag};
use std::rc::Rc;

const EMPTY: u8 = 0;
const TEXT: u8 = 1;
const INT: u8 = 2;
const FALSE: u8 = 3;
const TRUE: u8 = 4;
const DATE: u8 = 5;
const YUAN: u8 = 6;
/// Money in another currency.
const MONEY: u8 = 7;
const REF: u8 = 8;
const UNKNOWN: u8 = 9;
/// Not a type: the values of the column are of several types, one byte for each follows.
const MIXED: u8 = 0xff;

fn tag(value: &Value) -> u8 {
    match value {
        Value::Empty => EMPTY,
        Value::Text(_) => TEXT,
        Value::Int(_) => INT,
        Value::Bool(false) => FALSE,
        Value::Bool(true) => TRUE,
        Value::Date(_) => DATE,
        Value::Money(Money { currency: Currency::CNY, .. }) => YUAN,
        Value::Money(_) => MONEY,
        Value::Ref(_) => REF,
        Value::Unknown(_) => UNKNOWN,
    }
}

/// The day of a stamp, counted from 1970: what a date typed in on that day most likely is near to.
fn day(stamp: &Stamp) -> i64 {
    (stamp.millis() / 86_400_000) as i64
}

/// The tables that values are written with.
pub(super) struct Tables<'t, 'a> {
    pub(super) words: &'t mut Words<'a>,
    pub(super) ids: &'t Ids,
    pub(super) texts: &'t Texts<'a>,
    pub(super) alphabet: &'t Alphabet,
}

/// Writes the values of a column; `stamps` are those of the same changes.
pub(super) fn write(w: &mut Writer, values: &[&Value], stamps: &[Stamp], tables: &mut Tables<'_, '_>) {
    let first = values.first().map_or(EMPTY, |value| tag(value));
    if values.iter().all(|value| tag(value) == first) {
        w.byte(first);
    } else {
        w.byte(MIXED);
        values.iter().for_each(|value| w.byte(tag(value)));
    }
    for tag in [TEXT, UNKNOWN] {
        write_texts(w, tag, values, tables);
    }
    let ints: Vec<i64> = values.iter().filter_map(|v| v.as_int()).collect();
    write_some(w, &ints, None);
    let (dates, guesses): (Vec<i64>, Vec<i64>) = values
        .iter()
        .zip(stamps)
        .filter_map(|(v, stamp)| v.as_date().map(|date| (i64::from(date.days()), day(stamp))))
        .unzip();
    write_some(w, &dates, Some(&guesses));
    write_money(w, values, tables.words);
    let refs: Vec<i64> =
        values.iter().filter_map(|v| v.as_ref_id()).map(|id| tables.ids.index(id) as i64).collect();
    write_some(w, &refs, None);
}

fn write_some(w: &mut Writer, numbers: &[i64], guesses: Option<&[i64]>) {
    if !numbers.is_empty() {
        numbers::write(w, numbers, guesses);
    }
}

fn read_some(r: &mut Reader<'_>, count: usize, guesses: Option<&[i64]>) -> Result<Vec<i64>, Malformed> {
    if count == 0 { Ok(Vec::new()) } else { numbers::read(r, count, guesses) }
}

/// Texts as an index into the table of frequent ones plus one, or 0 and then in full: first all
/// indexes, then all lengths, then all characters, since like compresses best beside like.
fn write_texts(w: &mut Writer, of: u8, values: &[&Value], tables: &Tables<'_, '_>) {
    let mut full: Vec<&str> = Vec::new();
    for value in values.iter().filter(|value| tag(value) == of) {
        if let Value::Text(text) | Value::Unknown(text) = value {
            match tables.texts.index(text) {
                Some(index) => w.len(index + 1),
                None => {
                    w.byte(0);
                    full.push(text);
                }
            }
        }
    }
    tables.alphabet.write_texts(w, &full);
}

fn read_texts(r: &mut Reader<'_>, count: usize, tables: &Read<'_>) -> Result<Vec<Rc<str>>, Malformed> {
    if count > r.rest().len() {
        return Err(Malformed::Short);
    }
    let mut codes = Vec::with_capacity(count);
    for _ in 0..count {
        codes.push(r.index(tables.texts.len() + 1)?);
    }
    let full = codes.iter().filter(|&&code| code == 0).count();
    let mut full = tables.characters.read_texts(r, full)?.into_iter();
    codes
        .into_iter()
        .map(|code| match code.checked_sub(1) {
            Some(index) => Ok(tables.texts[index].clone()),
            None => full.next().ok_or(Malformed::Short),
        })
        .collect()
}

/// Amounts as a mantissa and the number of zeros behind it: 350 000 000 is 35 and seven zeros.
fn write_money(w: &mut Writer, values: &[&Value], words: &mut Words<'_>) {
    let amounts = || values.iter().filter_map(|value| value.as_money());
    for yuan in [true, false] {
        for money in amounts().filter(|m| (m.currency == Currency::CNY) == yuan) {
            if !yuan {
                w.len(words.index(money.currency.code()));
            }
            let (mut mantissa, mut zeros) = (money.units, 0u8);
            while mantissa != 0 && mantissa % 10 == 0 {
                mantissa /= 10;
                zeros += 1;
            }
            w.byte(zeros);
            w.varint(zigzag(mantissa));
        }
    }
}

fn read_money(r: &mut Reader<'_>, count: usize, words: Option<&[&str]>) -> Result<Vec<Money>, Malformed> {
    if count > r.rest().len() {
        return Err(Malformed::Short);
    }
    (0..count)
        .map(|_| {
            let currency = match words {
                Some(words) => {
                    let code = words[r.index(words.len())?];
                    Currency::from_code(code).ok_or(Malformed::Range)?
                }
                None => Currency::CNY,
            };
            let zeros = u32::from(r.byte()?);
            let mantissa = unzigzag(r.varint()?);
            let power = 10i64.checked_pow(zeros).ok_or(Malformed::Range)?;
            let units = mantissa.checked_mul(power).ok_or(Malformed::Range)?;
            Ok(Money { units, currency })
        })
        .collect()
}

/// The tables that values are read with.
pub(super) struct Read<'t> {
    pub(super) words: &'t [&'t str],
    pub(super) ids: &'t [RecordId],
    pub(super) texts: &'t [Rc<str>],
    pub(super) characters: &'t Characters,
}

/// Reads the values of the changes with these stamps.
pub(super) fn read(r: &mut Reader<'_>, stamps: &[Stamp], tables: &Read<'_>) -> Result<Vec<Value>, Malformed> {
    let one = r.byte()?;
    let mixed = if one == MIXED { Some(r.take(stamps.len())?) } else { None };
    let tag_at = |at: usize| mixed.map_or(one, |tags| tags[at]);
    let mut counts = [0usize; UNKNOWN as usize + 1];
    match mixed {
        None => *counts.get_mut(usize::from(one)).ok_or(Malformed::Range)? = stamps.len(),
        Some(tags) => {
            for &tag in tags {
                *counts.get_mut(usize::from(tag)).ok_or(Malformed::Range)? += 1;
            }
        }
    }
    let count = |tag: u8| counts[usize::from(tag)];
    let mut texts = read_texts(r, count(TEXT), tables)?.into_iter();
    let mut unknown = read_texts(r, count(UNKNOWN), tables)?.into_iter();
    let mut ints = read_some(r, count(INT), None)?.into_iter();
    let guesses: Vec<i64> = stamps
        .iter()
        .enumerate()
        .filter(|&(at, _)| tag_at(at) == DATE)
        .map(|(_, stamp)| day(stamp))
        .collect();
    let mut dates = read_some(r, count(DATE), Some(&guesses))?.into_iter();
    let mut yuan = read_money(r, count(YUAN), None)?.into_iter();
    let mut money = read_money(r, count(MONEY), Some(tables.words))?.into_iter();
    let mut refs = read_some(r, count(REF), None)?.into_iter();
    (0..stamps.len())
        .map(|at| {
            let value = match tag_at(at) {
                EMPTY => Some(Value::Empty),
                FALSE => Some(Value::Bool(false)),
                TRUE => Some(Value::Bool(true)),
                TEXT => texts.next().map(Value::Text),
                UNKNOWN => unknown.next().map(Value::Unknown),
                INT => ints.next().map(Value::Int),
                DATE => dates
                    .next()
                    .and_then(|n| i32::try_from(n).ok())
                    .and_then(Date::from_days)
                    .map(Value::Date),
                YUAN => yuan.next().map(Value::Money),
                MONEY => money.next().map(Value::Money),
                _ => refs
                    .next()
                    .and_then(|n| tables.ids.get(usize::try_from(n).ok()?))
                    .map(|&id| Value::Ref(id)),
            };
            value.ok_or(Malformed::Range)
        })
        .collect()
}
