//! A value as a person reads it: in a form, a history sentence, a preview, a table of text.

use super::{Lang, format, labels};
use crate::domain::field::FieldType;
use crate::domain::lists::List;
use crate::domain::milestone::Review;
use crate::domain::read::Area;
use crate::domain::{Exit, Field, Kind, Milestone, Money, RecordId, Value};
use crate::ledger::{CellKey, Names, State};
pub use crate::rules::lists::item_id as list_item_id;

/// A value of a cell of a record of `kind`, in running text; empty for an empty value.
pub fn shown(l: Lang, state: &State, kind: Kind, cell: CellKey, value: &Value) -> String {
    let ty = cell.field.def(kind).map(|def| def.ty);
    match (value, ty) {
        (Value::Empty, _) => String::new(),
        (Value::Text(word), Some(FieldType::Choice(list))) => list_word(l, state, list, word),
        (Value::Text(word), _) => fixed_word(l, word).unwrap_or_else(|| word.to_string()),
        (Value::Int(n), Some(FieldType::Area)) => area(l, *n),
        (Value::Int(n), Some(FieldType::Percent)) => format::exact(*n, 2) + "%",
        (Value::Int(n), Some(FieldType::Rate)) => format::exact(*n, 4),
        (Value::Int(n), Some(FieldType::Days)) => format::exact(*n, 1),
        (Value::Int(n), Some(FieldType::Number)) => format::exact(*n, 4),
        (Value::Int(n), _) => n.to_string(),
        (Value::Bool(yes), _) => yes_no(l, *yes).to_owned(),
        (Value::Date(date), _) => date.to_string(),
        (Value::Money(amount), _) => money(l, *amount),
        (Value::Ref(id), _) => record_name(l, state, *id),
        (Value::Unknown(json), _) => json.to_string(),
    }
}

/// The name of a field, and of its element where it is one of a family:
/// `签约 · 时间`, `佐证材料 · 签约/协议扫描件`.
pub fn cell_name(l: Lang, state: &State, kind: Kind, cell: CellKey) -> String {
    cell_name_in(l, state.names(), kind, cell)
}

/// [`cell_name`] of a cell numbered by other names than the ledger's, such as those of a file.
pub fn cell_name_in(l: Lang, names: &Names, kind: Kind, cell: CellKey) -> String {
    let field = match labels::field(kind, cell.field) {
        Some(text) => text.get(l).to_owned(),
        None => names.unknown_field_word(cell.field).to_owned(),
    };
    let element = names.element_word(cell.element);
    if element.is_empty() {
        return field;
    }
    let (first, rest) = element.split_once('/').unwrap_or((element, ""));
    match (Milestone::from_word(first), rest) {
        (Some(milestone), "") => format!("{} · {field}", labels::milestone(milestone).get(l)),
        (Some(milestone), rest) => format!("{} · {field} · {rest}", labels::milestone(milestone).get(l)),
        (None, _) => format!("{field} · {element}"),
    }
}

/// The field that holds the name of a record of `kind`.
pub fn name_field(kind: Kind) -> Option<Field> {
    ["name", "word", "file", "content"].iter().find_map(|word| Field::from_word(kind, word))
}

/// What a record is called, also when it is deleted or was merged into another; the name of its kind
/// where it has none.
pub fn record_name(l: Lang, state: &State, id: RecordId) -> String {
    let id = state.resolve(id);
    let name = name_field(id.kind).and_then(|field| state.get(id, field).as_text());
    name.map_or_else(|| labels::kind(id.kind).get(l).to_owned(), str::to_owned)
}

/// What tells a record from others of its kind: its name, or for one without, where, with whom and when it was.
pub fn record_title(l: Lang, state: &State, id: RecordId) -> String {
    let id = state.resolve(id);
    let name = name_field(id.kind).and_then(|field| state.get(id, field).as_text());
    if let Some(name) = name {
        return name.to_owned();
    }
    let told = ["place", "company", "person", "work", "on", "start", "month"].iter().filter_map(|word| {
        let cell = CellKey::one(Field::from_word(id.kind, word)?);
        Some(shown(l, state, id.kind, cell, state.get(id, cell))).filter(|text| !text.is_empty())
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() { record_name(l, state, id) } else { told.join(" · ") }
}

/// An amount in its own currency.
pub fn money(l: Lang, amount: Money) -> String {
    format::money_of(l, amount)
}

/// An area, from hundredths of a square metre, in 亩.
pub fn area(l: Lang, hundredths_sqm: i64) -> String {
    let mu = format::exact(Area { hundredths: hundredths_sqm }.mu_hundredths(), 2);
    match l {
        Lang::Zh => format!("{mu}亩"),
        Lang::En => format!("{mu} mu"),
    }
}

/// Yes or no.
pub const fn yes_no(l: Lang, yes: bool) -> &'static str {
    match (l, yes) {
        (Lang::Zh, true) => "是",
        (Lang::Zh, false) => "否",
        (Lang::En, true) => "Yes",
        (Lang::En, false) => "No",
    }
}

/// A word of an editable list as a reader of `l` sees it: the office's English reading if it gave one,
/// else the one shipped, else the word itself.
pub fn list_word(l: Lang, state: &State, list: List, word: &str) -> String {
    use crate::domain::field::ListItemField as F;
    if l == Lang::Zh {
        return word.to_owned();
    }
    let own = state.record(list_item_id(list, word)).and_then(|item| item.get(F::English).as_text());
    let shipped = || list.defaults().iter().find(|(zh, _)| *zh == word).map(|&(_, en)| en);
    own.or_else(shipped).unwrap_or(word).to_owned()
}

/// Words with a fixed meaning that records store as text: review states and exits.
fn fixed_word(l: Lang, word: &str) -> Option<String> {
    let review = Review::from_word(word).map(labels::review);
    let exit = Exit::from_word(word).map(labels::exit);
    review.or(exit).map(|text| text.get(l).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::ProjectField as P;

    #[test]
    fn values_read_as_the_field_writes_them() {
        let state = State::default();
        let read = |l, field: P, value| shown(l, &state, Kind::Project, CellKey::one(field), &value);
        let usd = Money { units: 12_000_000, currency: crate::domain::Currency::USD };
        assert_eq!(read(Lang::Zh, P::TotalInvestment, Value::Money(Money::yuan(350_000_000))), "3.5亿元");
        assert_eq!(read(Lang::Zh, P::TotalInvestment, Value::Money(usd)), "1200万美元");
        assert_eq!(read(Lang::Zh, P::LandArea, Value::Int(4_433_356)), "66.5亩");
        assert_eq!(read(Lang::En, P::Industry, Value::text("新能源")), "New energy");
        assert_eq!(read(Lang::Zh, P::Industry, Value::text("新能源")), "新能源");
        assert_eq!(read(Lang::En, P::Exit, Value::text("on_hold")), "On hold");
        assert_eq!(read(Lang::En, P::TwoHigh, Value::Bool(false)), "No");
        assert_eq!(read(Lang::En, P::RdShare, Value::Int(525)), "5.25%");
    }

    #[test]
    fn a_milestone_cell_is_named_by_its_milestone() {
        let mut state = State::default();
        let signed = CellKey::of(P::MilestoneDate, Milestone::Signed.element());
        assert_eq!(cell_name(Lang::Zh, &state, Kind::Project, signed), "签约 · 时间");
        let element = state.names_mut().element("signed/协议扫描件");
        let evidence = CellKey::of(P::Evidence, element);
        assert_eq!(cell_name(Lang::Zh, &state, Kind::Project, evidence), "签约 · 佐证材料 · 协议扫描件");
    }
}
