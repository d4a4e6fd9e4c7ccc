//! Sentences from templates.

use super::random::Random;
use super::words;
use std::fmt::Write;

/// Fills in the template. Unknown slots are left as they stand.
pub(super) fn fill(template: &str, random: &mut Random) -> String {
    let mut out = String::new();
    fill_into(&mut out, template, random);
    out
}

fn fill_into(out: &mut String, template: &str, random: &mut Random) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((slot, tail)) = after.split_once('}') else { break };
        fill_slot(out, slot, random);
        rest = tail;
    }
    out.push_str(rest);
}

fn fill_slot(out: &mut String, slot: &str, random: &mut Random) {
    let words = match slot {
        "n" => return number(out, round_number(random)),
        "d" => return number(out, random.between(2, 20)),
        "m" => return number(out, random.between(1, 12)),
        "brand" => return out.push_str(&brand(random)),
        "effect" => {
            let template = random.pick(words::EFFECT);
            return fill_into(out, template, random);
        }
        "product" => words::PRODUCT,
        "output" => words::UNIT_OF_OUTPUT,
        "equipment" => words::EQUIPMENT,
        "city" => words::CITY,
        "place" => words::PLACE,
        "town" => words::TOWN,
        "bureau" => words::BUREAU,
        "surname" => words::SURNAME,
        "given" => words::GIVEN,
        "post" => words::POST,
        "topic" => words::TOPIC,
        "document" => words::DOCUMENT,
        _ => {
            let _ = write!(out, "{{{slot}}}");
            return;
        }
    };
    out.push_str(random.pick(words));
}

fn number(out: &mut String, number: u64) {
    // Writing to a string cannot fail.
    let _ = write!(out, "{number}");
}

/// Numbers as people give them: two digits that count and up to three zeros.
fn round_number(random: &mut Random) -> u64 {
    random.between(10, 99) * 10u64.pow(random.below(4) as u32)
}

/// A made-up company name of two letters.
pub(super) fn brand(random: &mut Random) -> String {
    [random.pick(words::BRAND), random.pick(words::BRAND)].concat()
}

/// A made-up person's name.
pub(super) fn person(random: &mut Random) -> String {
    [random.pick(words::SURNAME), random.pick(words::GIVEN)].concat()
}

/// What happened, in a few clauses.
pub(super) fn follow_up(random: &mut Random) -> String {
    let mut out = String::new();
    let parts = random.between(4, 6);
    let opening = random.pick(words::OPENING);
    fill_into(&mut out, opening, random);
    for part in 0..parts {
        if part > 0 {
            out.push(';');
        }
        let middle = random.pick(words::MIDDLE);
        fill_into(&mut out, middle, random);
    }
    let closing = random.pick(words::CLOSING);
    fill_into(&mut out, closing, random);
    out
}

/// What is to be built, in two sentences.
pub(super) fn summary(random: &mut Random) -> String {
    let mut out = String::new();
    for _ in 0..2 {
        let sentence = random.pick(words::SUMMARY);
        fill_into(&mut out, sentence, random);
    }
    out
}
