//! Receptions by unit and by leader, what events gave, what leaders did.

use super::page::Asked;
use super::sheet::{Behind, Cell, Sheet};
use crate::domain::RecordId;
use crate::domain::field::{PersonField as R, PromotionEventField as H};
use crate::domain::lists::List;
use crate::i18n::format::grouped;
use crate::i18n::{Text, actions as words, values};
use crate::rules::lists;
use crate::rules::query::{Test, name_of};
use crate::rules::references::members;
use crate::rules::visits::{self, Counted, Visits};
use crate::ui::records::OPEN;
use crate::ui::routes::{Route, Work};

/// 来访接待情况汇总表.
pub(super) fn receptions_by_unit(asked: &Asked<'_>) -> Sheet {
    let counted = visits::receptions_by_unit(asked.store.state(), asked.store.index().rules(), asked.days());
    receptions(asked, &counted, words::RECEPTIONS_TITLE, words::UNIT, "unit")
}

/// 领导接待客商情况表.
pub(super) fn receptions_by_leader(asked: &Asked<'_>) -> Sheet {
    let counted =
        visits::receptions_by_leader(asked.store.state(), asked.store.index().rules(), asked.days());
    receptions(asked, &counted, words::RECEIVED_TITLE, words::RECEIVED_BY, "leader")
}

fn receptions(asked: &Asked<'_>, counted: &Counted<Visits>, title: Text, whose: Text, key: &str) -> Sheet {
    let l = asked.l;
    let mut sheet = Sheet::new(l, title);
    sheet.words(words::NUMBER.get(l));
    sheet.words(whose.get(l));
    for head in [words::BATCHES, words::VISITORS, words::INTENTS, words::INTENT_WAN, words::BECAME] {
        sheet.numbers("", head.get(l));
    }
    let all = Behind::within(Work::Receptions, "on", asked.days());
    let numbers = |tally: &Visits, of: &Behind| {
        vec![
            Cell::count(tally.batches, of),
            Cell::number(tally.people, 0, &of.with("headcount", Test::Filled)),
            Cell::count(tally.intents, &of.with("has_intent", Test::Is(true))),
            Cell::wan(tally.amount, &of.with("amount", Test::Filled)),
            Cell::count(tally.projects, &of.with("project", Test::Filled)),
        ]
    };
    for (at, line) in counted.rows.iter().enumerate() {
        let mut cells = vec![Cell::text((at + 1).to_string()), Cell::text(named(asked, line.of))];
        cells.extend(numbers(&line.tally, &all.of(key, line.of)));
        sheet.rows.push(cells);
    }
    let total = &counted.total;
    sheet.total = vec![Cell::text(""), Cell::text(words::TOTAL.get(l))];
    sheet.total.extend(numbers(total, &all));
    sheet.line = words::receptions_line(l, total.batches, &grouped(total.people), total.intents);
    notes(asked, &mut sheet, words::RECEPTIONS_BASIS, counted.undated);
    sheet
}

/// 招商活动成效表.
pub(super) fn events(asked: &Asked<'_>) -> Sheet {
    let (l, state) = (asked.l, asked.store.state());
    let index = asked.store.index();
    let yuan = |project: RecordId| index.project(project).and_then(|summary| summary.total_yuan).unwrap_or(0);
    let counted = visits::events(state, index.rules(), &yuan, asked.days());
    let mut sheet = Sheet::new(l, words::EVENTS_TITLE);
    for head in [words::NUMBER, words::EVENT, words::DATE, words::PLACE] {
        sheet.words(head.get(l));
    }
    let heads =
        [words::CONTACTS, words::LEADS, words::SIGNED, words::SIGNED_WAN, words::COST, words::COST_EACH];
    for head in heads {
        sheet.numbers("", head.get(l));
    }
    let all = Behind::within(Work::Events, "on", asked.days());
    // The events behind the numbers they state, and the projects behind those of projects.
    let numbers = |tally: &visits::Events, events: &Behind, leads: &[RecordId], signings: &[RecordId]| {
        let n = i64::try_from(tally.signings).unwrap_or(i64::MAX);
        let each = (tally.cost + n / 2).checked_div(n).unwrap_or(0);
        let projects = |ids: &[RecordId]| Behind::projects(ids);
        vec![
            Cell::number(tally.contacts, 0, &events.with("contacts", Test::Filled)),
            Cell::count(tally.leads, &projects(leads)),
            Cell::count(tally.signings, &projects(signings)),
            Cell::wan(tally.signed_yuan, &projects(signings)),
            Cell::wan(tally.cost, &events.with("cost", Test::Filled)),
            Cell::wan(each, &projects(signings)),
        ]
    };
    let (mut all_leads, mut all_signings) = (Vec::new(), Vec::new());
    for (at, line) in counted.rows.iter().enumerate() {
        let record = line.of.and_then(|id| state.record(id));
        let text =
            |field: H| record.and_then(|record| record.get(field).as_text()).unwrap_or_default().to_owned();
        let day = record.and_then(|record| record.get(H::On).as_date());
        let to =
            line.of.map(|id| Route::Work(Work::Events).with_query([(OPEN, id.to_string().as_str())]).href());
        let name = text(H::Name);
        let name = if name.is_empty() { words::NOBODY.get(l).to_owned() } else { name };
        let mut cells = vec![
            Cell::text((at + 1).to_string()),
            Cell::Text(name, to),
            Cell::text(day.map(|day| day.to_string()).unwrap_or_default()),
            Cell::text(text(H::Place)),
        ];
        let named = |field: H| record.map(|record| members(state, record, field)).unwrap_or_default();
        let (leads, signings) = (named(H::LeadProjects), named(H::Signings));
        cells.extend(numbers(
            &line.tally,
            &Behind::these(Work::Events, line.of.as_slice()),
            &leads,
            &signings,
        ));
        sheet.rows.push(cells);
        all_leads.extend(leads);
        all_signings.extend(signings);
    }
    for ids in [&mut all_leads, &mut all_signings] {
        ids.sort_unstable();
        ids.dedup();
    }
    let total = &counted.total;
    sheet.total = vec![Cell::text(""), Cell::text(words::TOTAL.get(l)), Cell::text(""), Cell::text("")];
    sheet.total.extend(numbers(total, &all, &all_leads, &all_signings));
    sheet.line = words::events_line(l, total.events, total.leads, total.signings);
    notes(asked, &mut sheet, words::EVENTS_BASIS, counted.undated);
    sheet
}

/// 领导招商活动情况表: leaders and the five things they do themselves.
pub(super) fn leaders(asked: &Asked<'_>) -> Sheet {
    let (l, state) = (asked.l, asked.store.state());
    let works = lists::entries(state, List::LeaderWork);
    let counted = visits::leader_works(state, &works, asked.days());
    let mut sheet = Sheet::new(l, words::LEADERS_TITLE);
    for head in [words::NUMBER, words::LEADER, words::POST] {
        sheet.words(head.get(l));
    }
    for work in &works {
        sheet.numbers("", values::list_word(l, state, List::LeaderWork, work));
    }
    sheet.numbers("", words::ALL_WORKS.get(l));
    let all = Behind::within(Work::Leaders, "on", asked.days());
    let numbers = |tally: &visits::Works, of: &Behind| {
        let each = tally.each.iter().zip(&works);
        let mut cells: Vec<Cell> =
            each.map(|(n, work)| Cell::count(*n, &of.one_of("work", vec![work.clone()]))).collect();
        cells.push(Cell::count(tally.all, of));
        cells
    };
    for (at, line) in counted.rows.iter().enumerate() {
        let post = line.of.and_then(|id| state.get(id, R::Post).as_text()).unwrap_or_default();
        let mut cells =
            vec![Cell::text((at + 1).to_string()), Cell::text(named(asked, line.of)), Cell::text(post)];
        cells.extend(numbers(&line.tally, &all.of("person", line.of)));
        sheet.rows.push(cells);
    }
    sheet.total = vec![Cell::text(""), Cell::text(words::TOTAL.get(l)), Cell::text("")];
    sheet.total.extend(numbers(&counted.total, &all));
    let idle = counted.rows.iter().filter(|line| line.tally.all == 0).count();
    sheet.line = words::leaders_line(l, counted.rows.len(), counted.total.all, idle);
    notes(asked, &mut sheet, words::LEADERS_BASIS, counted.undated);
    sheet
}

fn notes(asked: &Asked<'_>, sheet: &mut Sheet, basis: Text, undated: usize) {
    sheet.notes.push(basis.get(asked.l).to_owned());
    sheet.notes.extend((undated > 0).then(|| words::undated(asked.l, undated)));
    sheet.is_empty = sheet.rows.is_empty();
}

fn named(asked: &Asked<'_>, of: Option<RecordId>) -> String {
    of.map_or_else(|| words::NOBODY.get(asked.l).to_owned(), |id| name_of(asked.store.state(), id).to_owned())
}
