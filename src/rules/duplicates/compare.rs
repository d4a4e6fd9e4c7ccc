//! The judgement on two projects.

use super::company::{CompanyKey, Relation, relation};
use super::name::{NameKey, plain, similarity};
use crate::domain::read::is_empty_mark;
use crate::domain::sort::Arrange;

/// How sure it is that two records are one project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// L1 and L2: taken for one project until a person says otherwise.
    Certain,
    /// L3: a person should confirm.
    Confirm,
    /// L4: worth knowing.
    Hint,
}

/// What gave it away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The same code of the upper level.
    UpperCode,
    /// The same code of the office itself.
    Code,
    /// The same name and the same or a compatible investor.
    Name,
    /// The same name, but of another investor.
    NameOnly,
    /// Names alike by this many per cent, and the same investor.
    SimilarName(u8),
    /// Investor and industry the same, amounts within a fifth.
    SameScale,
    /// The same telephone number.
    Phone,
    /// The same or an overlapping address.
    Address,
}

/// Two records that look alike: how much, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// The strongest level reached.
    pub level: Level,
    /// Everything found, strongest first.
    pub signs: Vec<Sign>,
}

/// Names are taken for the same from this similarity on, in per cent (domain notes §3.6, L2).
const SIMILAR: u8 = 85;
/// Below this, two names have nothing to do with each other.
const UNLIKE: u8 = 40;
/// An own code shorter than this is a row number.
const MIN_CODE: usize = 5;
/// An address shorter than this names a park, not a place in it.
const MIN_ADDRESS: usize = 6;

/// What is known of a project, as written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts<'a> {
    /// 市级项目编码
    pub upper_code: &'a str,
    /// 项目编号
    pub code: &'a str,
    /// 统一社会信用代码 of the investor
    pub credit_code: &'a str,
    /// 项目名称
    pub name: &'a str,
    /// 投资方
    pub investor: &'a str,
    /// 所属产业
    pub industry: &'a str,
    /// 总投资 in yuan
    pub total_yuan: Option<i64>,
    /// 建设地点
    pub address: &'a str,
    /// Telephone numbers of the investor's people.
    pub phones: &'a [&'a str],
}

/// A project, comparable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Upper-level code; empty if none.
    pub upper_code: String,
    /// Own code; empty if none or only a row number.
    pub code: String,
    /// Credit code of the investor; empty if none.
    pub credit_code: String,
    /// The name.
    pub name: NameKey,
    /// The investor.
    pub investor: CompanyKey,
    /// The industry; empty if none.
    pub industry: String,
    /// Total investment in yuan.
    pub total_yuan: Option<i64>,
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// The address; empty unless it names a place with a number.
    pub address: String,
}

impl Profile {
    /// The comparable form of a project.
    pub fn new(facts: &Facts<'_>) -> Self {
        let text = |text: &str| if is_empty_mark(text) { String::new() } else { plain(text) };
        let long_enough = |text: &String, least: usize| text.chars().count() >= least;
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        Self {
            upper_code: text(facts.upper_code),
            code: Some(text(facts.code)).filter(|code| long_enough(code, MIN_CODE)).unwrap_or_default(),
            credit_code: text(facts.credit_code),
            name: NameKey::new(facts.name),
            investor: CompanyKey::new(facts.investor),
            industry: text(facts.industry),
            total_yuan: facts.total_yuan,
            phones: facts.phones.iter().map(|p| digits(p)).filter(|p| p.len() >= 7).collect(),
            address: Some(text(facts.address))
                .filter(|a| long_enough(a, MIN_ADDRESS) && a.contains(|c: char| c.is_ascii_digit()))
                .unwrap_or_default(),
        }
    }
}

/// Judges two projects; `None` if nothing speaks for their being the same.
pub fn compare(a: &Profile, b: &Profile) -> Option<Likeness> {
    let mut found: Vec<(Level, Sign)> = Vec::new();
    let investor = relation(&a.investor, &a.credit_code, &b.investor, &b.credit_code);
    let alike = similarity(&a.name.key, &b.name.key);
    if same(&a.upper_code, &b.upper_code) {
        found.push((Level::Certain, Sign::UpperCode));
    }
    if same(&a.code, &b.code) {
        // Two offices may both count from ZS20260001.
        let clash = investor == Relation::Different && alike < UNLIKE;
        found.push((if clash { Level::Confirm } else { Level::Certain }, Sign::Code));
    }
    if let Some(by_name) = judge_names(a, b, investor, alike) {
        found.push(by_name);
    } else if investor == Relation::Same && same(&a.industry, &b.industry) && same_scale(a, b) {
        found.push((Level::Confirm, Sign::SameScale));
    }
    // One investor has one telephone for all its projects: that tells nothing.
    if investor != Relation::Same {
        if a.phones.iter().any(|phone| b.phones.contains(phone)) {
            found.push((Level::Hint, Sign::Phone));
        }
        if overlapping(&a.address, &b.address) {
            found.push((Level::Hint, Sign::Address));
        }
    }
    found.arrange_by_key(|(level, _)| *level);
    let mut level = found.first()?.0;
    // The upper level gave each its own code: there are two, though they look like one.
    let told_apart = !a.upper_code.is_empty() && !b.upper_code.is_empty() && a.upper_code != b.upper_code;
    if told_apart {
        level = level.max(Level::Confirm);
    }
    Some(Likeness { level, signs: found.into_iter().map(|(_, sign)| sign).collect() })
}

/// What the names say, in view of the investors.
fn judge_names(a: &Profile, b: &Profile, investor: Relation, alike: u8) -> Option<(Level, Sign)> {
    if same(&a.name.key, &b.name.key) {
        // 年产…项目 says nothing of who builds it; a name with the investor's brand does.
        let telling = |p: &Profile| !p.name.generic && p.name.key.contains(p.investor.brand());
        return Some(match investor {
            Relation::Same | Relation::Near => (Level::Certain, Sign::Name),
            Relation::Unknown if a.name.generic || b.name.generic => (Level::Confirm, Sign::Name),
            Relation::Unknown => (Level::Certain, Sign::Name),
            Relation::Different if telling(a) && same(&a.industry, &b.industry) && same_scale(a, b) => {
                (Level::Confirm, Sign::NameOnly)
            }
            Relation::Different => (Level::Hint, Sign::NameOnly),
        });
    }
    if alike < SIMILAR || a.name.key.is_empty() || b.name.key.is_empty() {
        return None;
    }
    match investor {
        // "年产5万吨…" beside "年产8万吨…", 一期 beside 二期: perhaps two projects of one investor.
        Relation::Same if a.name.figures == b.name.figures => {
            Some((Level::Certain, Sign::SimilarName(alike)))
        }
        Relation::Same | Relation::Near => Some((Level::Confirm, Sign::SimilarName(alike))),
        Relation::Unknown | Relation::Different => None,
    }
}

/// Whether both are known and equal.
fn same(a: &str, b: &str) -> bool {
    !a.is_empty() && a == b
}

/// Whether the smaller amount is at least four fifths of the larger.
fn same_scale(a: &Profile, b: &Profile) -> bool {
    let (Some(a), Some(b)) = (a.total_yuan, b.total_yuan) else { return false };
    let (small, large) = (i128::from(a.min(b)), i128::from(a.max(b)));
    small > 0 && small * 5 >= large * 4
}

/// Whether one address ends with the other: one names the county too, the other only the road.
fn overlapping(a: &str, b: &str) -> bool {
    !a.is_empty() && !b.is_empty() && (a.ends_with(b) || b.ends_with(a))
}
