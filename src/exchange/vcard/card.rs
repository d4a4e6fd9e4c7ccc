//! One card: who it is, where he works and how he is reached.

use super::lines::RawCard;
use super::name::called;
use super::property::{Property, parts, plain};
use super::reach::{number, wechat};
use super::{Decoder, MAX_NOTE, MAX_NUMBERS, MAX_TEXT};
use crate::domain::field::ContactField as K;
use crate::domain::read::{paragraph, tidy};
use rustc_hash::FxHashMap;

/// What is kept in the remark of what the ledger has no field for. It is data, in the language of the ledgers.
const FAX: &str = "传真";
const OTHER_EMAIL: &str = "其他邮箱";
const ADDRESS: &str = "地址";
const QQ: &str = "QQ";

/// What a card says of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Its place among the cards of the file, from 1.
    pub number: usize,
    /// The line that it begins on, from 1.
    pub line: usize,
    /// The name; never empty.
    pub name: String,
    /// The company; empty for none.
    pub company: String,
    /// Department and post; empty for none.
    pub post: String,
    /// Telephone numbers, the preferred first.
    pub phones: Vec<String>,
    /// Electronic address; empty for none.
    pub email: String,
    /// WeChat; empty for none.
    pub wechat: String,
    /// The note, and what else the card says: fax, other addresses.
    pub remark: String,
    /// What of it could not be taken.
    pub doubts: Vec<Doubt>,
}

/// Something of a card that was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The encoding of its text is not known.
    Undecodable(K),
    /// It is longer than the limits allow.
    TooLong(K),
    /// There are more than the limits allow.
    TooMany(K),
}

/// Why a card was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no name in it.
    NoName,
    /// It is a company's: there is no person in it.
    OnlyCompany,
    /// The encoding of its name is not known.
    Undecodable,
    /// Its name is longer than the limits allow.
    NameTooLong,
    /// Its end is missing.
    Cut,
}

/// A card that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its place among the cards of the file, from 1.
    pub number: usize,
    /// The line that it begins on, from 1.
    pub line: usize,
    /// What it can be found by in the address book: a number, an address; empty for nothing.
    pub hint: String,
    /// Why.
    pub fault: Fault,
}

/// What was gathered so far.
#[derive(Default)]
struct Gathered {
    card: Card,
    n: Vec<String>,
    shown: String,
    nickname: String,
    department: String,
    title: String,
    role: String,
    emails: Vec<String>,
    note: String,
    extra: Vec<(&'static str, String)>,
}

/// Reads a card from its lines.
pub(super) fn card(raw: RawCard, decode: Decoder) -> Result<Card, Unread> {
    let mut found = Gathered::default();
    (found.card.number, found.card.line) = (raw.number, raw.at);
    let mut properties: Vec<Property> = raw.lines.into_iter().filter_map(Property::parse).collect();
    // Of several numbers the preferred comes first; the sort keeps the order of the others.
    properties.sort_by_key(|property| !property.is_preferred());
    let labels = properties.iter().filter(|p| p.name == "X-ABLABEL" && !p.group.is_empty());
    let labels: FxHashMap<&str, String> =
        labels.filter_map(|p| Some((p.group.as_str(), p.text(decode)?))).collect();
    for property in &properties {
        found.take(property, decode, labels.get(property.group.as_str()).map_or("", String::as_str));
    }
    found.finish(raw.is_whole)
}

impl Gathered {
    fn take(&mut self, property: &Property, decode: Decoder, label: &str) {
        let Some(field) = field_of(&property.name) else { return };
        let text = if property.is_cut { Err(Doubt::TooLong(field)) } else { Ok(property.text(decode)) };
        let text = match text.and_then(|text| text.ok_or(Doubt::Undecodable(field))) {
            Ok(text) => text,
            Err(doubt) => {
                // An address on the web is looked at for WeChat alone.
                if property.name != "URL" {
                    self.doubt(doubt);
                }
                return;
            }
        };
        if let Some(name) = wechat(property, &text, label) {
            self.put(K::Wechat, name);
            return;
        }
        match property.name.as_str() {
            "FN" => self.shown = plain(&text),
            "N" => self.n = parts(&text, ';'),
            "NICKNAME" => self.nickname = tidy(&plain(&text)),
            "ORG" => {
                let mut units = parts(&text, ';').into_iter().map(|unit| tidy(&unit));
                self.put(K::Company, units.next().unwrap_or_default());
                self.department = units.filter(|unit| !unit.is_empty()).collect::<Vec<_>>().join(" ");
            }
            "TITLE" => self.title = tidy(&plain(&text)),
            "ROLE" => self.role = tidy(&plain(&text)),
            "TEL" => self.take_number(property, number(&text)),
            "EMAIL" => {
                let address = tidy(&plain(&text)).trim_start_matches("mailto:").to_owned();
                if !address.is_empty() && !self.emails.contains(&address) {
                    self.emails.push(address);
                }
            }
            "NOTE" => {
                self.note.push('\n');
                self.note.push_str(&paragraph(&plain(&text)));
            }
            "ADR" => {
                let address = parts(&text, ';').join(" ");
                self.extra(ADDRESS, tidy(&address));
            }
            "X-QQ" => self.extra(QQ, tidy(&plain(&text))),
            _ => {}
        }
    }

    fn take_number(&mut self, property: &Property, number: String) {
        if property.is_of("FAX") || property.is_of("PAGER") {
            self.extra(FAX, number);
        } else if number.chars().count() > MAX_TEXT {
            self.doubt(Doubt::TooLong(K::Phone));
        } else if number.chars().any(|c| c.is_ascii_digit()) && !self.card.phones.contains(&number) {
            if self.card.phones.len() < MAX_NUMBERS {
                self.card.phones.push(number);
            } else {
                self.doubt(Doubt::TooMany(K::Phone));
            }
        }
    }

    fn doubt(&mut self, doubt: Doubt) {
        if !self.card.doubts.contains(&doubt) {
            self.card.doubts.push(doubt);
        }
    }

    fn extra(&mut self, what: &'static str, text: String) {
        if text.chars().count() > MAX_TEXT * 4 {
            self.doubt(Doubt::TooLong(K::Remark));
        } else if self.extra.len() >= MAX_NUMBERS {
            self.doubt(Doubt::TooMany(K::Remark));
        } else if !text.is_empty() && !self.extra.contains(&(what, text.clone())) {
            self.extra.push((what, text));
        }
    }

    /// Puts a text into a field that is empty so far.
    fn put(&mut self, field: K, text: String) {
        if text.chars().count() > MAX_TEXT {
            return self.doubt(Doubt::TooLong(field));
        }
        let into = match field {
            K::Company => &mut self.card.company,
            K::Post => &mut self.card.post,
            K::Wechat => &mut self.card.wechat,
            _ => &mut self.card.email,
        };
        if into.is_empty() {
            *into = text;
        }
    }

    fn finish(mut self, is_whole: bool) -> Result<Card, Unread> {
        let title = if self.title.is_empty() { &self.role } else { &self.title };
        let post = [self.department.as_str(), title].into_iter().filter(|part| !part.is_empty());
        let post = post.collect::<Vec<_>>().join(" ");
        self.put(K::Post, post);
        let mut emails = std::mem::take(&mut self.emails).into_iter();
        self.put(K::Email, emails.next().unwrap_or_default());
        for other in emails {
            self.extra(OTHER_EMAIL, other);
        }
        self.card.remark = self.remark();
        let name = [called(&self.n, &self.shown), self.nickname.clone()];
        self.card.name = name.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        let has_person = self.n.iter().take(2).any(|part| !part.trim().is_empty());
        let fault = if !is_whole {
            Some(Fault::Cut)
        } else if self.card.name.is_empty() {
            Some(if self.card.doubts.contains(&Doubt::Undecodable(K::Name)) {
                Fault::Undecodable
            } else if self.card.doubts.contains(&Doubt::TooLong(K::Name)) {
                Fault::NameTooLong
            } else {
                Fault::NoName
            })
        } else if self.card.name.chars().count() > MAX_TEXT {
            Some(Fault::NameTooLong)
        } else {
            (!has_person && self.card.name == self.card.company).then_some(Fault::OnlyCompany)
        };
        match fault {
            None => Ok(self.card),
            Some(fault) => Err(self.unread(fault)),
        }
    }

    /// The note, and below it what has no field of its own.
    fn remark(&mut self) -> String {
        let mut lines = vec![self.note.trim().to_owned()];
        lines.extend(self.extra.iter().map(|(what, text)| format!("{what} {text}")));
        lines.retain(|line| !line.is_empty());
        let remark = lines.join("\n");
        if remark.chars().count() > MAX_NOTE {
            self.doubt(Doubt::TooLong(K::Remark));
            return String::new();
        }
        remark
    }

    fn unread(self, fault: Fault) -> Unread {
        let Card { number, line, name, company, phones, email, .. } = self.card;
        let known = [name, company, phones.into_iter().next().unwrap_or_default(), email];
        let known = known.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
        Unread { number, line, hint: known.chars().take(MAX_TEXT).collect(), fault }
    }
}

/// The field of a contact that a property goes to; `None` for one that is not taken.
fn field_of(name: &str) -> Option<K> {
    Some(match name {
        "FN" | "N" | "NICKNAME" => K::Name,
        "ORG" => K::Company,
        "TITLE" | "ROLE" => K::Post,
        "TEL" => K::Phone,
        "EMAIL" => K::Email,
        "NOTE" | "ADR" | "X-QQ" => K::Remark,
        "IMPP" | "URL" | "SOCIALPROFILE" => K::Wechat,
        name if name.starts_with("X-") && name != "X-ABLABEL" => K::Wechat,
        _ => return None,
    })
}
