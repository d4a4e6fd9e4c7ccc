//! What a record is and how it is named.

use std::fmt;
use std::str::FromStr;

/// Declares [`Kind`] with the word that names each kind in files and addresses.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $letter:literal;)*) => {
        /// The kind of a record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Kind { $($(#[$doc])* $name,)* }

        impl Kind {
            /// Every kind this version knows, in storage order.
            pub const ALL: &'static [Kind] = &[$(Kind::$name,)*];

            /// The word for this kind in a JSON file, such as `follow_up`.
            pub const fn word(self) -> &'static str {
                match self { $(Kind::$name => $word,)* }
            }

            /// The letter that begins the written form of an id of this kind.
            pub const fn letter(self) -> char {
                match self { $(Kind::$name => $letter,)* }
            }
        }
    };
}

kinds! {
    /// The office itself: its name, currency rates, preferences shared by all. One record, key 0.
    Office = "office", 'o';
    /// 责任单位: a town, park, bureau, platform company or team.
    Unit = "unit", 'u';
    /// A recruiter or a leader.
    Person = "person", 'r';
    /// 投资方 or 项目公司: an investor or a company set up here.
    Company = "company", 'c';
    /// 客商: a person at a company.
    Contact = "contact", 'k';
    /// 招商引资项目.
    Project = "project", 'p';
    /// 到资记录: one arrival of money.
    FundTranche = "fund_tranche", 'f';
    /// 跟进记录.
    FollowUp = "follow_up", 'w';
    /// One entry of an editable list (industries, methods, exit reasons, …).
    ListItem = "list_item", 'l';
    /// A saved view of a table.
    SavedView = "saved_view", 'v';
    /// The person and laptop behind a node id: who wrote the changes stamped with it.
    Author = "author", 'a';
    /// One run of an import: from which file, when, how many.
    ImportRun = "import_run", 'i';
    /// A record of a kind that only a newer version knows, kept and handed on unchanged.
    Foreign = "foreign", 'x';
    /// 首报: a unit's claim to have reported or talked to a project first.
    FirstReport = "first_report", 'b';
    /// 流转: a project handed from one unit to another, with the agreed split of its credit.
    Transfer = "transfer", 't';
    /// 附件: a photo, a scan or another file that belongs to a project. Its content lies beside the records.
    Attachment = "attachment", 'e';
    /// 外出招商: one trip of a unit's people.
    OutboundTrip = "outbound_trip", 'g';
    /// 来访接待: one visit of investors.
    Reception = "reception", 'j';
    /// 招商活动: a roadshow, a fair, a collective signing or start of works, a tour of sites.
    PromotionEvent = "promotion_event", 'h';
    /// 领导招商活动: one thing a leader did himself, of the five kinds.
    LeaderActivity = "leader_activity", 'n';
    /// 驻点招商: a team stationed in a region.
    Station = "station", 'z';
    /// 招商大使.
    Ambassador = "ambassador", 'm';
    /// 培训.
    Training = "training", 'T';
    /// 在岗记录: what one recruiter declared of one month.
    DutyMonth = "duty_month", 'D';
    /// 问题 or 要素需求 of a project.
    Issue = "issue", 'q';
    /// 审批事项 of a project.
    Permit = "permit", 's';
    /// 审批事项模板: a permit that projects of some kind need.
    PermitTemplate = "permit_template", 'P';
    /// 政策承诺 of a project, and how it was honoured.
    PolicyPromise = "policy_promise", 'd';
    /// 督查发现: one finding of an inspection.
    Inspection = "inspection", 'y';
    /// 指标: what is counted.
    Metric = "metric", 'M';
    /// 目标任务 of the county, a unit, a person or a chain.
    Target = "target", 'G';
    /// 填报数: a number entered by hand.
    Figure = "figure", 'F';
    /// 考核办法.
    RuleSheet = "rule_sheet", 'R';
    /// 竞赛: one round of a contest.
    Contest = "contest", 'C';
    /// 重点任务 with its node.
    KeyTask = "key_task", 'K';
    /// 评选: somebody proposed for an award.
    Nomination = "nomination", 'N';
    /// 过堂会.
    Hearing = "hearing", 'H';
    /// 承诺 at a hearing.
    Pledge = "pledge", 'L';
    /// 发布结果: a result as it was published.
    Published = "published", 'B';
    /// 通报: what the office writes to go with the numbers.
    Bulletin = "bulletin", 'U';
}

impl Kind {
    /// The kind written as `word` in a file.
    pub fn from_word(word: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.word() == word)
    }

    /// The kind with this storage number.
    pub fn from_number(number: u8) -> Option<Kind> {
        Kind::ALL.get(usize::from(number)).copied()
    }
}

/// Names one record for ever: its kind and 64 random bits, or 64 bits derived from content where two
/// offices that read the same ledger should arrive at the same record (see [`RecordId::derived`]).
///
/// Written as a letter and thirteen base-32 digits: `p-0c3f…`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId {
    /// The kind of the record.
    pub kind: Kind,
    /// The rest of its name.
    pub key: u64,
}

impl RecordId {
    /// The id of `kind` with `key`.
    pub const fn new(kind: Kind, key: u64) -> Self {
        Self { kind, key }
    }

    /// The one record of the office.
    pub const OFFICE: RecordId = RecordId::new(Kind::Office, 0);

    /// An id that follows from `parts`, so that two offices importing the same row name it alike.
    ///
    /// FNV-1a over the parts with a separator; the caller normalises them first.
    pub fn derived(kind: Kind, parts: &[&str]) -> Self {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let mut eat = |byte: u8| {
            hash ^= u64::from(byte);
            hash = hash.wrapping_mul(0x0100_0000_01b3);
        };
        eat(kind as u8);
        for part in parts {
            part.bytes().for_each(&mut eat);
            eat(0xff);
        }
        // A final mix: FNV's high bits move little for short texts.
        hash ^= hash >> 32;
        hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
        hash ^= hash >> 32;
        Self::new(kind, hash)
    }

    /// The id here of a record whose kind only a newer version knows, from the word of its kind and its
    /// id as written.
    pub fn foreign(kind_word: &str, id: &str) -> Self {
        Self::derived(Kind::Foreign, &[kind_word, id])
    }
}

/// Crockford's base 32: no letter can be taken for a digit or another letter when read out or written down.
pub const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Thirteen base-32 digits for 64 bits.
pub fn base32(value: u64) -> String {
    (0..13).map(|i| char::from(DIGITS[(value >> (60 - 5 * i)) as usize & 31])).collect()
}

/// Reads what [`base32`] writes; `None` for anything else.
pub fn from_base32(text: &str) -> Option<u64> {
    if text.len() != 13 {
        return None;
    }
    let mut value: u128 = 0;
    for byte in text.bytes() {
        let digit = DIGITS.iter().position(|&d| d == byte)?;
        value = value << 5 | digit as u128;
    }
    u64::try_from(value).ok()
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.kind.letter(), base32(self.key))
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not the written form of an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl FromStr for RecordId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (letter, digits) = text.split_once('-').ok_or(NotAnId)?;
        let kind = Kind::ALL
            .iter()
            .copied()
            .find(|k| letter.len() == 1 && letter.starts_with(k.letter()))
            .ok_or(NotAnId)?;
        Ok(Self::new(kind, from_base32(digits).ok_or(NotAnId)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_form_reads_back() {
        for key in [0, 1, u64::MAX, 0x0123_4567_89ab_cdef] {
            let id = RecordId::new(Kind::FollowUp, key);
            assert_eq!(id.to_string().parse(), Ok(id));
        }
        for bad in
            ["", "p", "p-", "pp-0000000000000", "p-000000000000u", "0-0000000000000", "p-zzzzzzzzzzzzz"]
        {
            assert_eq!(bad.parse::<RecordId>(), Err(NotAnId), "{bad}");
        }
    }

    #[test]
    fn letters_are_distinct() {
        let letters: std::collections::BTreeSet<char> = Kind::ALL.iter().map(|k| k.letter()).collect();
        assert_eq!(letters.len(), Kind::ALL.len());
    }

    #[test]
    fn derived_ids_depend_on_each_part() {
        let id = |parts: &[&str]| RecordId::derived(Kind::Project, parts);
        assert_eq!(id(&["甲", "乙"]), id(&["甲", "乙"]));
        assert_ne!(id(&["甲", "乙"]), id(&["甲乙", ""]));
        assert_ne!(id(&["甲"]), RecordId::derived(Kind::Company, &["甲"]));
    }
}
