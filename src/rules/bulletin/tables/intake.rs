//! 驻点招商项目信息采集表 (德清, domain notes §3.7): what the stations brought in, for the office to judge.

use super::projects::{investor_summary, land};
use crate::domain::field::{ContactField, ProjectField as P, StationField as S};
use crate::domain::lists::List;
use crate::domain::{Date, Decimal, Kind, RecordId};
use crate::ledger::Record;
use crate::rules::bulletin::{Cell, Desk, Head, Say, Table};
use crate::rules::metrics::Unit;
use crate::rules::references::members;
use rustc_hash::FxHashMap;

/// The projects that became leads in the period and are followed by somebody of a station on the day, each with the
/// region of the station. An office without stations lists all of its leads of the period.
pub(super) fn table(desk: &Desk<'_>) -> Table {
    let state = desk.state();
    let stationed = stationed(desk);
    let mut rows = Vec::new();
    let mut amount = Decimal::ZERO;
    if let (Some((_, measured, _)), Some(until)) = (desk.metric("leads"), desk.until()) {
        for entry in measured.within(until) {
            let region = entry.people.iter().find_map(|person| stationed.get(person));
            if region.is_none() && !stationed.is_empty() {
                continue;
            }
            let Some(project) = state.record(entry.record) else { continue };
            let yuan = project
                .get(P::FixedInvestment)
                .as_money()
                .and_then(|money| desk.facts.rules().rates.to_yuan(money))
                .map(Decimal::whole);
            amount += yuan.unwrap_or_default();
            let region = region.map(String::as_str).unwrap_or_default();
            rows.push(line(desk, rows.len() + 1, entry.record, project, yuan, region));
        }
    }
    let say = |word| desk.say(word);
    let amounts = desk.words.amounts().1;
    let counts =
        desk.words.tell(Say::IntakeCounts, &[&rows.len().to_string(), &desk.told(Unit::Yuan, amount)]);
    Table {
        caption: say(Say::IntakeTitle),
        basis: desk.basis_of(&format!("{}  {counts}", desk.named(desk.period)), false),
        heads: vec![
            Head { width: 1, ..Head::narrow(say(Say::Number)) },
            Head::name(say(Say::ProjectName)),
            Head { width: 3, ..Head::name(say(Say::Investor)) },
            Head::narrow(desk.words.in_unit(&say(Say::FixedInvestment), amounts)),
            Head { width: 5, ..Head::long(say(Say::InvestorSummary)) },
            Head { width: 6, ..Head::long(say(Say::ProjectContent)) },
            Head::narrow(say(Say::LandNeeded)),
            Head::narrow(say(Say::Contact)),
            Head { width: 3, ..Head::narrow(say(Say::ContactPhone)) },
            Head::narrow(say(Say::Region)),
            Head { width: 6, ..Head::long(say(Say::ProgressNote)) },
            Head::narrow(say(Say::Industry)),
            Head::narrow(say(Say::Screening)),
        ],
        rows,
        total: None,
        notes: Vec::new(),
    }
}

/// The people of stations that are there on the day, with the region of each.
fn stationed(desk: &Desk<'_>) -> FxHashMap<RecordId, String> {
    let state = desk.state();
    let mut found = FxHashMap::default();
    for (_, station) in state.live(Kind::Station) {
        let day = |field: S| station.get(field).as_date();
        if day(S::From).is_some_and(|from| from > desk.day) || day(S::Until).is_some_and(|to| to < desk.day) {
            continue;
        }
        let text = |field: S| station.get(field).as_text();
        let region = text(S::Region).or_else(|| text(S::City)).or_else(|| text(S::Name)).unwrap_or_default();
        let leader = station.get(S::Leader).as_ref_id().map(|id| state.resolve(id));
        for person in members(state, station, S::Members).into_iter().chain(leader) {
            found.insert(person, region.to_owned());
        }
    }
    found
}

fn line(
    desk: &Desk<'_>,
    number: usize,
    id: RecordId,
    project: &Record,
    yuan: Option<Decimal>,
    region: &str,
) -> Vec<Cell> {
    let state = desk.state();
    let text = |field: P| project.get(field).as_text().unwrap_or_default();
    let name_of = |field: P| project.get(field).as_ref_id().map(|id| desk.name(id)).unwrap_or_default();
    let choice = |field: P, list: List| Cell::words(desk.words.choice(state, list, text(field)));
    let contact = project.get(P::Contact).as_ref_id().map(|id| state.resolve(id));
    let phone = contact.and_then(|id| state.get(id, ContactField::Phone).as_text()).unwrap_or_default();
    let content = if text(P::Products).is_empty() { text(P::Summary) } else { text(P::Products) };
    vec![
        Cell::count(number),
        Cell::words(text(P::Name)),
        Cell::words(name_of(P::Investor)),
        desk.figure_if(Unit::Yuan, yuan),
        Cell::words(investor_summary(desk, project)),
        Cell::words(content),
        land(project),
        Cell::words(name_of(P::Contact)),
        Cell::words(phone),
        Cell::words(region),
        Cell::words(last_said(desk, id).map(|(_, said)| said).unwrap_or_default()),
        choice(P::Industry, List::Industry),
        choice(P::Screening, List::ScreeningResult),
    ]
}

/// What was said of a project last, until the day, and when.
pub(super) fn last_said(desk: &Desk<'_>, project: RecordId) -> Option<(Date, String)> {
    use crate::domain::field::FollowUpField as W;
    let state = desk.state();
    let found = desk.facts.children(Kind::FollowUp, project).iter().filter_map(|&id| {
        let record = state.record(id)?;
        let on = record.get(W::On).as_date().filter(|on| *on <= desk.day)?;
        Some((on, id, record.get(W::Content).as_text().unwrap_or_default()))
    });
    found.max_by_key(|(on, id, _)| (*on, *id)).map(|(on, _, said)| (on, said.to_owned()))
}
