//! The pipeline by unit, industry, channel and the like.

use super::{Between, Case, Depth, between, is_enough};
use crate::domain::field::ProjectField as P;
use crate::domain::{Field, Kind, RecordId, Stage};
use crate::ledger::State;
use crate::rules::query::DayRange;
use rustc_hash::FxHashMap;

/// By what the pipeline is broken down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// 责任单位.
    #[default]
    Unit,
    /// 所属产业.
    Industry,
    /// 信息渠道: a project of two channels is in both rows.
    Channel,
    /// 招商方式.
    Method,
    /// 引荐单位/引荐人.
    Introducer,
    /// 内资/外资/港澳台资.
    Origin,
}

impl Dimension {
    /// Every one, in the order of the switch.
    pub const ALL: [Dimension; 6] = [
        Dimension::Unit,
        Dimension::Industry,
        Dimension::Channel,
        Dimension::Method,
        Dimension::Introducer,
        Dimension::Origin,
    ];

    /// The word for it in addresses: that of its field.
    pub fn word(self) -> &'static str {
        self.field().def(Kind::Project).map_or("", |def| def.word)
    }

    /// The field that says it.
    pub const fn field(self) -> Field {
        match self {
            Dimension::Unit => P::Unit.field(),
            Dimension::Industry => P::Industry.field(),
            Dimension::Channel => P::Channel.field(),
            Dimension::Method => P::Method.field(),
            Dimension::Introducer => P::Introducer.field(),
            Dimension::Origin => P::CapitalOrigin.field(),
        }
    }

    /// Tells each key of a project: the id of its unit, or words; once the empty text where there is none.
    fn each_key(self, state: &State, project: RecordId, mut see: impl FnMut(&str)) {
        let Some(record) = state.record(project) else { return };
        match self {
            Dimension::Unit => match record.get(self.field()).as_ref_id() {
                Some(unit) => see(&state.resolve(unit).to_string()),
                None => see(""),
            },
            Dimension::Channel => {
                let mut any = false;
                for cell in record.family(self.field()).iter().filter(|cell| cell.value.is_true()) {
                    any = true;
                    see(state.names().element_word(cell.key.element));
                }
                if !any {
                    see("");
                }
            }
            _ => see(record.get(self.field()).as_text().unwrap_or_default()),
        }
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// The id of the unit, or the word; empty where the projects say none.
    pub key: String,
    /// In the pipeline, not signed.
    pub talks: Depth,
    /// In the pipeline, signed, works not begun.
    pub signed: Depth,
    /// In the pipeline, works begun or beyond.
    pub works: Depth,
    /// Talks began in the period.
    pub met: usize,
    /// How many of them are signed by now.
    pub met_signed: usize,
    /// Signed in the period.
    pub agreed: usize,
    /// How many of them have begun works by now: 开工率 by the signings of the period (domain notes §2.5).
    pub agreed_started: usize,
    /// Lost or withdrawn in the period.
    pub lost: usize,
    /// Days from signing to the start of works, of those that began in the period.
    pub days: Between,
}

impl Breakdown {
    /// How many are in the pipeline.
    pub fn live(&self) -> usize {
        self.talks.count + self.signed.count + self.works.count
    }

    /// Their yuan, as far as stated.
    pub fn yuan(&self) -> i64 {
        self.talks.yuan.saturating_add(self.signed.yuan).saturating_add(self.works.yuan)
    }

    /// Signed of those met, where there are enough of them.
    pub fn sign_rate(&self) -> Option<(usize, usize)> {
        is_enough(self.met).then_some((self.met_signed, self.met))
    }

    /// Begun of those signed, where there are enough of them.
    pub fn start_rate(&self) -> Option<(usize, usize)> {
        is_enough(self.agreed).then_some((self.agreed_started, self.agreed))
    }
}

/// The rows, most projects in the pipeline first, then by money and key; those without a key last.
pub fn breakdown(state: &State, cases: &[Case], by: Dimension, range: DayRange) -> Vec<Breakdown> {
    let mut groups: FxHashMap<String, Vec<Case>> = FxHashMap::default();
    for case in cases {
        by.each_key(state, case.id, |key| match groups.get_mut(key) {
            Some(group) => group.push(case.clone()),
            None => {
                groups.insert(key.to_owned(), vec![case.clone()]);
            }
        });
    }
    let mut rows: Vec<Breakdown> = groups.into_iter().map(|(key, cases)| row(key, &cases, range)).collect();
    rows.sort_by(|a, b| {
        let order = |row: &Breakdown| (row.key.is_empty(), usize::MAX - row.live(), i64::MAX - row.yuan());
        order(a).cmp(&order(b)).then_with(|| a.key.cmp(&b.key))
    });
    rows
}

fn row(key: String, cases: &[Case], range: DayRange) -> Breakdown {
    let is_open = range == DayRange::default();
    let mut row = Breakdown {
        key,
        talks: Depth::default(),
        signed: Depth::default(),
        works: Depth::default(),
        met: 0,
        met_signed: 0,
        agreed: 0,
        agreed_started: 0,
        lost: 0,
        days: between(cases, (Stage::Signed, Stage::Started), range),
    };
    for case in cases {
        if case.is_live() {
            let depth = match case.stage {
                Stage::Planned | Stage::Negotiating => &mut row.talks,
                Stage::Signed | Stage::Landed => &mut row.signed,
                _ => &mut row.works,
            };
            depth.add(case);
        }
        if case.day_in(Stage::Negotiating, range).is_some() {
            row.met += 1;
            row.met_signed += usize::from(case.stage >= Stage::Signed);
        }
        if case.day_in(Stage::Signed, range).is_some() {
            row.agreed += 1;
            row.agreed_started += usize::from(case.stage >= Stage::Started);
        }
        let left = case.left_on.map_or(is_open, |day| range.holds(day));
        row.lost += usize::from(case.is_lost() && left);
    }
    row
}
