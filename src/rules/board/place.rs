//! A card's place inside its column.
//!
//! Every card has a place that can be written as a text, and texts order the cards: the rank somebody
//! gave it, or a text made of its amount and id. Between two texts there is always room for another
//! ([`between`]), so a card moves by one change of one cell and no other card is ever renumbered.

use crate::domain::field::ProjectField as P;
use crate::domain::id::base32;
use crate::domain::{RecordId, Value};
use crate::ledger::{Record, State};
use std::cmp::Ordering;

/// Where a card stands among others; less is higher up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'a> {
    /// Where somebody put it.
    Given(&'a str),
    /// By amount, the largest first; equal amounts by id.
    ByAmount {
        /// The amount, turned so that the largest comes first.
        turned: u64,
        /// The key of the record.
        key: u64,
    },
}

impl<'a> Place<'a> {
    /// The place of a project of `yuan` total investment.
    pub fn of(project: &'a Record, id: RecordId, yuan: Option<i64>) -> Self {
        match project.get(P::BoardRank).as_text() {
            Some(rank) => Place::Given(rank),
            None => Place::by_amount(id, yuan),
        }
    }

    /// The place a project has as long as nobody moves it.
    pub fn by_amount(id: RecordId, yuan: Option<i64>) -> Self {
        let yuan = u64::try_from(yuan.unwrap_or(0)).unwrap_or(0);
        Place::ByAmount { turned: u64::MAX - yuan, key: id.key }
    }

    /// The place as a text. It never ends in the lowest digit, as [`between`] wants it.
    fn text(&self) -> String {
        match self {
            Place::Given(rank) => (*rank).to_owned(),
            Place::ByAmount { turned, key } => base32(*turned) + &base32(*key) + "1",
        }
    }
}

impl Ord for Place<'_> {
    /// As the texts compare, without making them where two amounts are compared.
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Place::Given(a), Place::Given(b)) => a.cmp(b),
            (Place::ByAmount { turned: a, key: x }, Place::ByAmount { turned: b, key: y }) => {
                (a, x).cmp(&(b, y))
            }
            _ => self.text().cmp(&other.text()),
        }
    }
}

impl PartialOrd for Place<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The rank to give `moving` so that it stands at place `at` of `cards`, which may hold it already.
/// [`Value::Empty`] where it stands there by its amount anyway.
///
/// `yuan` tells the total investment of a project.
pub fn rank_at(
    state: &State,
    yuan: impl Fn(RecordId) -> Option<i64>,
    cards: &[RecordId],
    moving: RecordId,
    at: usize,
) -> Value {
    let others: Vec<RecordId> = cards.iter().copied().filter(|&card| card != moving).collect();
    let place = |id: RecordId| state.record(id).map(|record| Place::of(record, id, yuan(id)));
    let above = at.checked_sub(1).and_then(|i| others.get(i.min(others.len().checked_sub(1)?)));
    let above = above.and_then(|&id| place(id));
    let below = others.get(at).and_then(|&id| place(id));
    let own = Place::by_amount(moving, yuan(moving));
    if above.is_none_or(|above| above < own) && below.is_none_or(|below| own < below) {
        return Value::Empty;
    }
    let text = |place: Option<Place<'_>>| place.map(|place| place.text()).unwrap_or_default();
    Value::text(&between(&text(above), &text(below)))
}

/// The digits of a rank in order of their bytes: base 32 without letters that read like digits.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Ranks longer than this only come from a damaged or hostile file; their tail is not looked at.
const LONGEST: usize = 512;

/// A text between two others, as short as can be: read as fractions in base 32, the first digit that
/// leaves room is halved. Empty stands for no limit. The result never ends in the lowest digit, so
/// there is always room again on either side of it.
///
/// Where there is no room (the limits are equal or crossed), the result comes right after `low`.
pub fn between(low: &str, high: &str) -> String {
    let low = digits(low);
    let mut high = digits(high);
    while high.last() == Some(&0) {
        high.pop();
    }
    let mut bounded = low < high;
    let mut out = String::new();
    for i in 0.. {
        let from = low.get(i).copied().unwrap_or(0);
        let to = if bounded { high.get(i).copied().unwrap_or(0) } else { DIGITS.len() };
        if to > from + 1 {
            out.push(char::from(DIGITS[from + (to - from) / 2]));
            break;
        }
        out.push(char::from(DIGITS[from]));
        // From here on the result is below `high` whatever follows.
        bounded = bounded && to == from;
    }
    out
}

/// The digits of a rank; a character that is none stands for the next one below it.
fn digits(text: &str) -> Vec<usize> {
    let digit = |byte: u8| DIGITS.partition_point(|&d| d <= byte).saturating_sub(1);
    text.bytes().take(LONGEST).map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn between_takes_the_shortest_text() {
        assert_eq!(between("", ""), "g");
        assert_eq!(between("g", ""), "r");
        assert_eq!(between("", "1"), "0g");
        assert_eq!(between("a", "b"), "ag");
        assert_eq!(between("a", "a1"), "a0g");
        assert_eq!(between("zz", ""), "zzg");
    }

    #[test]
    fn hostile_limits_end_in_some_text() {
        for (low, high) in [("b", "a"), ("a", "a"), ("", "0"), ("", "000"), ("é", "\u{1f600}"), ("zzz", "0")]
        {
            let rank = between(low, high);
            assert!(!rank.is_empty() && !rank.ends_with('0'), "{low} {high}");
        }
        assert!(between(&"z".repeat(100_000), "").len() <= LONGEST + 1);
    }

    proptest! {
        /// Whatever is dropped where, there is room, and the others keep their ranks.
        #[test]
        fn there_is_always_room(drops in prop::collection::vec(any::<prop::sample::Index>(), 1..120)) {
            let mut ranks: Vec<String> = Vec::new();
            for drop in drops {
                let at = drop.index(ranks.len() + 1);
                let low = at.checked_sub(1).map_or("", |i| ranks[i].as_str());
                let high = ranks.get(at).map_or("", String::as_str);
                let rank = between(low, high);
                prop_assert!(low < rank.as_str(), "{} after {}", rank, low);
                prop_assert!(high.is_empty() || rank.as_str() < high, "{} before {}", rank, high);
                ranks.insert(at, rank);
            }
        }

        #[test]
        fn amounts_order_as_their_texts(a in 0i64.., b in 0i64.., x: u64, y: u64) {
            let place = |yuan, key| Place::by_amount(RecordId::new(crate::domain::Kind::Project, key), Some(yuan));
            let (one, two) = (place(a, x), place(b, y));
            prop_assert_eq!(one.cmp(&two), one.text().cmp(&two.text()));
        }

        #[test]
        fn no_limits_make_it_panic(low in "\\PC{0,12}", high in "\\PC{0,12}") {
            prop_assert!(!between(&low, &high).is_empty());
        }
    }
}
