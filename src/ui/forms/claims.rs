//! 首报: the claims on projects as screens show them.

use crate::domain::RecordId;
use crate::domain::milestone::Review;
use crate::domain::{Kind, lists::List};
use crate::i18n::{Lang, Text, first_report as words, format, values};
use crate::ledger::State;
use crate::rules::credit::{Share, WHOLE, shares, transfers};
use crate::rules::first_report::{Basis, Claim, Moment, claims, time_text};
use crate::store::Store;
use crate::ui::session;
use crate::web::clock;

/// The day and minute of a moment where the user is.
pub fn local(millis: u64) -> Option<Moment> {
    let (day, hour, minute) = clock::local(millis)?;
    Some(Moment { day, minute: u16::try_from(hour * 60 + minute).ok() })
}

/// The claims on one project, earliest first; `merged` are the projects merged into it.
pub fn claims_of(store: &Store, project: RecordId, merged: &[RecordId]) -> Vec<Claim> {
    claims(store.state(), project, store.index().of(Kind::FirstReport, project), merged, local)
}

/// What is shown of a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Told {
    /// 首报单位.
    pub unit: String,
    /// 首谈人.
    pub person: String,
    /// When it was reported: a day, with the time if it is known.
    pub when: String,
    /// When it was entered, where that is another day.
    pub entered: String,
    /// What shows it; that nothing was filed, for a registration.
    pub evidence: String,
    /// The ruling with its day and grounds; empty if there is none.
    pub ruling: String,
    /// Whether nobody filed it.
    pub is_registration: bool,
}

/// A claim in words.
pub fn told(l: Lang, state: &State, claim: &Claim) -> Told {
    let unit = claim.unit.map(|unit| values::record_name(l, state, unit));
    let entered = local(claim.entered.millis());
    let is_late = entered.map(|moment| moment.day) != claim.reported.map(|moment| moment.day);
    let is_registration = matches!(claim.basis, Basis::Registered(_));
    let mut evidence: Vec<String> =
        claim.evidence.iter().map(|word| values::list_word(l, state, List::ReportEvidence, word)).collect();
    evidence.extend((!claim.evidence_note.is_empty()).then(|| claim.evidence_note.clone()));
    let evidence = match (evidence.is_empty(), is_registration) {
        (true, true) => words::BY_REGISTRATION.get(l).to_owned(),
        (true, false) => words::NO_EVIDENCE.get(l).to_owned(),
        (false, _) => evidence.join(crate::i18n::project::JOINT.get(l)),
    };
    let on = claim.ruled_on.map(|on| on.to_string()).unwrap_or_default();
    Told {
        unit: unit.unwrap_or_else(|| words::NO_UNIT.get(l).to_owned()),
        person: claim.person.clone(),
        when: claim.reported.map(moment_text).unwrap_or_default(),
        entered: entered
            .filter(|_| is_late)
            .map(|at| words::entered(l, &moment_text(at)))
            .unwrap_or_default(),
        evidence,
        ruling: ruling_word(claim.ruling)
            .map(|word| words::ruled(l, word, &on, &claim.ruling_note))
            .unwrap_or_default(),
        is_registration,
    }
}

/// `2026-03-01 14:30`.
pub fn moment_text(moment: Moment) -> String {
    let time = moment.minute.map(|minute| format!(" {}", time_text(minute)));
    format!("{}{}", moment.day, time.unwrap_or_default())
}

fn ruling_word(ruling: Review) -> Option<Text> {
    match ruling {
        Review::Pending => None,
        Review::Recognised => Some(words::RECOGNISED),
        Review::Returned => Some(words::REFUSED),
    }
}

/// Whom a project counts for today, largest share first, with the share in percent; nothing where it never moved.
pub fn credit_of(l: Lang, store: &Store, project: RecordId) -> Vec<(String, String)> {
    let state = store.state();
    let moves = transfers(state, store.index().of(Kind::Transfer, project));
    let told =
        |share: Share| (values::record_name(l, state, share.unit), format::percent_of(share.share, WHOLE));
    shares(None, &moves, session::today()).into_iter().map(told).collect()
}

/// A new id for a first report.
pub fn new_report() -> RecordId {
    session::new_id(Kind::FirstReport)
}
