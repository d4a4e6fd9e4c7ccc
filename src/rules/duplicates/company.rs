//! Names of companies as a careful reader compares them: the same firm is written with and without its
//! province, as 有限公司 or 有限责任公司, in full or by its brand; a firm of the same brand in another
//! city is another firm.

use super::name::plain;
use crate::domain::read::{fold, squeeze};
use crate::rules::places;

/// Legal forms, the longest first.
const FORMS: [&str; 9] = [
    "股份有限责任公司",
    "有限责任公司",
    "股份有限公司",
    "有限合伙",
    "有限公司",
    "股份公司",
    "责任公司",
    "公司",
    "股份",
];

/// A company's name, comparable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompanyKey {
    /// The whole name without spaces, brackets and punctuation.
    pub full: String,
    /// The places it begins with, widest first: province, city.
    pub places: Vec<&'static str>,
    /// What is left without places and legal form.
    pub core: String,
}

impl CompanyKey {
    /// The comparable form of a name.
    pub fn new(name: &str) -> Self {
        let full = plain(name);
        let (mut places, mut core) = without_places(&full);
        if places.is_empty()
            && let Some((place, rest)) = place_in_brackets(name)
        {
            places.push(place);
            core = plain(&rest);
        }
        let body = FORMS.iter().find_map(|form| core.strip_suffix(form)).filter(|body| !body.is_empty());
        Self { core: without_county_mark(body.unwrap_or(&core)), places, full }
    }

    /// Whether nothing is known of it.
    pub fn is_empty(&self) -> bool {
        self.full.is_empty()
    }

    /// The first two characters of the core, by which people call the firm; empty for shorter names.
    pub fn brand(&self) -> &str {
        let end = self.core.char_indices().nth(2).map_or(0, |(at, _)| at);
        &self.core[..end]
    }
}

/// Splits the provinces and cities off the front of a name.
fn without_places(full: &str) -> (Vec<&'static str>, String) {
    let mut rest = full;
    let mut found = Vec::new();
    for leading in [places::leading_province, places::leading_city] {
        if let Some(place) = leading(rest)
            && let Some(tail) = rest.strip_prefix(place)
            && tail.chars().count() >= 2
        {
            found.push(place);
            rest = places::MARKS.iter().find_map(|mark| tail.strip_prefix(mark)).unwrap_or(tail);
        }
    }
    (found, rest.to_owned())
}

/// "金禾瑞(厦门)生物有限公司": the place and the name without it.
fn place_in_brackets(name: &str) -> Option<(&'static str, String)> {
    let name = fold(&squeeze(name));
    let open = name.find('(')?;
    let close = open + name.get(open..)?.find(')')?;
    let inner = name.get(open + 1..close)?;
    let inner = places::MARKS.iter().find_map(|mark| inner.strip_suffix(mark)).unwrap_or(inner);
    let place = places::all().find(|place| *place == inner)?;
    Some((place, format!("{}{}", name.get(..open)?, name.get(close + 1..)?)))
}

/// "昆山市金禾瑞" is "昆山金禾瑞": the mark after a county of two or three characters says nothing.
fn without_county_mark(core: &str) -> String {
    let mark = core.char_indices().skip(2).take(2).find(|(_, c)| matches!(c, '市' | '县'));
    match mark {
        Some((at, c)) if core[at..].chars().count() > 2 => {
            format!("{}{}", &core[..at], &core[at + c.len_utf8()..])
        }
        _ => core.to_owned(),
    }
}

/// How two investors stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// One firm, however written.
    Same,
    /// Probably one firm: a place is missing, the name is shortened, or one character differs.
    Near,
    /// One of them is not known.
    Unknown,
    /// Two firms.
    Different,
}

/// How two companies stand to each other, by their names and, where known, their credit codes.
pub fn relation(a: &CompanyKey, a_code: &str, b: &CompanyKey, b_code: &str) -> Relation {
    if !a_code.is_empty() && !b_code.is_empty() {
        return if a_code == b_code { Relation::Same } else { Relation::Different };
    }
    if a.is_empty() || b.is_empty() {
        return Relation::Unknown;
    }
    if a.full == b.full {
        return Relation::Same;
    }
    let inside = |x: &CompanyKey, y: &CompanyKey| x.places.iter().all(|place| y.places.contains(place));
    let one_unplaced = a.places.is_empty() || b.places.is_empty();
    if !inside(a, b) && !inside(b, a) {
        return Relation::Different;
    }
    if a.core == b.core {
        return if one_unplaced && a.places != b.places { Relation::Near } else { Relation::Same };
    }
    if shortened(&a.core, &b.core) || shortened(&b.core, &a.core) || one_slip(&a.core, &b.core) {
        return Relation::Near;
    }
    Relation::Different
}

/// "金禾瑞" for "金禾瑞生物".
fn shortened(short: &str, long: &str) -> bool {
    long.starts_with(short) && short.chars().count() >= 3
}

/// One character of at least five written wrongly.
fn one_slip(a: &str, b: &str) -> bool {
    let len = a.chars().count();
    len >= 5 && len == b.chars().count() && a.chars().zip(b.chars()).filter(|(x, y)| x != y).count() == 1
}
