//! 全年进度曲线: what was done so far against what was due by time, month by month.

use super::data::{Headline, Side, quantity};
use crate::domain::Decimal;
use crate::i18n::format::MoneyUnit;
use crate::i18n::{assess_overview as words, assess_words, charts as chart_words};
use crate::rules::metrics::Unit;
use crate::rules::overview::Point;
use crate::ui::assessment::period::follow;
use crate::ui::charts::draw::{escape, text_width};
use crate::ui::charts::{Figure, Figures, FiguresMenu, FiguresTable, Head};
use crate::ui::lang::{lang, t};
use crate::ui::records::sums::To;
use crate::ui::routes::{set_query, use_query};
use crate::ui::shell::printing;
use crate::ui::widgets::{Choice, Segmented};
use crate::web::page;
use chrono::Datelike;
use leptos::prelude::*;
use std::fmt::Write;

/// What the address calls the headline number of the curve, and whether its money is drawn.
const OF: &str = "curve";
const IN: &str = "in";
const MONEY: &str = "money";

/// The size of the drawing on a laptop, on a phone and on the wall, which is low and wide there.
const LAPTOP: (f64, f64) = (820.0, 250.0);
const PHONE: (f64, f64) = (350.0, 230.0);
const WALL: (f64, f64) = (820.0, 165.0);
/// The room around it: right, top, bottom; at the left stand words.
const ROOM: (f64, f64, f64) = (78.0, 14.0, 26.0);

/// The curve of one of the headline numbers.
#[component]
pub(super) fn Curve(headlines: Memo<Vec<Headline>>, on_wall: bool) -> impl IntoView {
    let (of, money) = (use_query(OF), use_query(IN));
    let side = Memo::new(move |_| {
        let (of, money) = (of.read(), money.read().as_str() == MONEY);
        headlines.with(|all| {
            let headline = all.iter().find(|one| one.word == of.as_str()).or(all.first())?;
            let (count, amount) = (headline.count.clone(), headline.amount.clone());
            let side = if money { amount.or(count) } else { count.or(amount) };
            side.map(|side| (headline.name.clone(), side))
        })
    });
    let first = move || headlines.with(|all| all.first().map(|one| one.word.to_owned()).unwrap_or_default());
    let which = follow(move || Some(of.get()).filter(|of| !of.is_empty()).unwrap_or_else(first));
    let how = follow(move || money.get());
    let options = Signal::derive(move || {
        headlines
            .with(|all| all.iter().map(|one| Choice::new(one.word, one.name.clone())).collect::<Vec<_>>())
    });
    let ways = vec![Choice::new("", words::IN_COUNT), Choice::new(MONEY, words::IN_MONEY)];
    let figures = Signal::derive(move || {
        side.with(|side| side.as_ref().map(|(_, side)| table(side)).unwrap_or_default())
    });
    let title = Signal::derive(move || {
        let name = side.with(|side| side.as_ref().map(|(name, _)| name.clone())).unwrap_or_default();
        format!("{} · {name}", t(words::CURVE))
    });
    let svg = move || {
        let size = match (on_wall, page::is_narrow()) {
            (true, _) => WALL,
            (false, true) => PHONE,
            (false, false) => LAPTOP,
        };
        let l = lang();
        side.with(|side| {
            let Some((_, side)) = side else { return String::new() };
            let inner = draw(side, size, |nth| words::month(l, nth));
            let (width, height) = size;
            let label = escape(&title.get());
            format!(r#"<svg role="group" aria-label="{label}" viewBox="0 0 {width} {height}">{inner}</svg>"#)
        })
    };
    let is_printing = printing();
    let choices = (!on_wall).then(|| {
        view! {
            <Segmented label=words::CURVE_OF value=which options on_change=|word: String| set_query(OF, &word)/>
            <Segmented label=words::IN value=how options=ways on_change=|word: String| set_query(IN, &word)/>
        }
    });
    let table = (!on_wall).then(|| {
        view! {
            <p class="help">{move || t(words::CURVE_NOTE)}</p>
            <details prop:open=move || is_printing.get()>
                <summary>{move || t(chart_words::TABLE)}</summary>
                <FiguresTable figures/>
            </details>
        }
    });
    let menu = (!on_wall).then(|| view! { <FiguresMenu title figures/> });
    view! {
        <figure class="chart curve block">
            <figcaption><h2>{title}</h2>{menu}</figcaption>
            <div class="choices">{choices}</div>
            <div class="drawing" inner_html=svg></div>
            {table}
        </figure>
    }
    .into_any()
}

/// The numbers of the curve.
fn table(side: &Side) -> Figures {
    let l = lang();
    let unit = MoneyUnit::usual(l);
    let is_money = side.unit == Unit::Yuan;
    let number = |number: Decimal| match is_money {
        true => Figure::money(number.trunc(), unit),
        false => Figure::tenths(
            number.rounded(1, crate::domain::decimal::Rounding::HalfUp).as_millionths() / 100_000,
        ),
    };
    let head = |name: &str| match is_money {
        true => Head::number(&chart_words::in_unit(l, name, unit)),
        false => Head::number(&assess_words::in_unit(l, name, side.unit)),
    };
    let row = |(point, to): &(Point, To)| {
        let done = point.done.map_or_else(Figure::none, |done| number(done).to(to.clone().location()));
        vec![
            Figure::words(words::month(l, point.end.naive().month())),
            done,
            point.due.map_or_else(Figure::none, number),
            number(point.year_before),
        ]
    };
    let names = [words::DONE_SO_FAR, words::DUE, words::YEAR_BEFORE];
    let heads = [Head::words(t(words::MONTH))].into_iter().chain(names.iter().map(|name| head(t(*name))));
    Figures { heads: heads.collect(), rows: side.curve.iter().map(row).collect() }
}

/// The drawing: two lines, the months below, half and whole of the target at the side.
fn draw(side: &Side, (width, height): (f64, f64), month: impl Fn(u32) -> String) -> String {
    let (right, top, bottom) = ROOM;
    let target = side.row.aim.as_ref().map(|aim| aim.target);
    let all = side.curve.iter().flat_map(|(point, _)| [point.done, point.due]);
    let highest = all.flatten().chain(target).max().unwrap_or_default().max(Decimal::ONE);
    // Half and whole of the target, or of what was done where there is none.
    let whole = target.unwrap_or(highest);
    let marks = [whole.times(Decimal::hundredths(50)), whole].map(|mark| (mark, quantity(side.unit, mark)));
    let left = marks.iter().map(|(_, text)| f64::from(text_width(text))).fold(0.0, f64::max) + 12.0;
    let share = |of: Decimal| of.as_millionths() as f64 / highest.as_millionths() as f64;
    let months = side.curve.len().max(1) as f64;
    let x = |nth: usize| left + (width - left - right) * nth as f64 / months;
    let y = |of: Decimal| height - bottom - (height - top - bottom) * share(of);
    let mut out = String::new();
    for (mark, text) in marks {
        let text = escape(&text);
        let line = y(mark);
        let _ = write!(
            out,
            r#"<path class="grid" d="M{left} {line:.1}H{:.1}"/><text class="tick" x="{:.1}" y="{:.1}" text-anchor="end">{text}</text>"#,
            width - right,
            left - 6.0,
            line + 4.0,
        );
    }
    let base = height - bottom;
    let _ = write!(out, r#"<path class="axis" d="M{left} {base}H{:.1}" fill="none"/>"#, width - right);
    let step = if width < 500.0 { 3 } else { 1 };
    for (nth, (point, _)) in side.curve.iter().enumerate().filter(|(nth, _)| (nth + 1) % step == 0) {
        let _ = write!(
            out,
            r#"<text class="tick" x="{:.1}" y="{:.1}" text-anchor="middle">{}</text>"#,
            x(nth + 1),
            height - 8.0,
            escape(&month(point.end.naive().month()))
        );
    }
    let line = |class: &str, values: Vec<Option<Decimal>>, out: &mut String| {
        let mut path = format!("M{left:.1} {base:.1}");
        for (nth, value) in values.iter().enumerate() {
            if let Some(value) = value {
                let _ = write!(path, "L{:.1} {:.1}", x(nth + 1), y(*value));
            }
        }
        let _ = write!(out, r#"<path class="{class}" d="{path}" fill="none"/>"#);
    };
    if target.is_some() {
        line("due", side.curve.iter().map(|(point, _)| point.due).collect(), &mut out);
        let _ = write!(
            out,
            r#"<text class="due-name" x="{:.1}" y="{:.1}">{}</text>"#,
            width - right + 6.0,
            y(whole) + 4.0,
            escape(t(words::DUE))
        );
    }
    line("done", side.curve.iter().map(|(point, _)| point.done).collect(), &mut out);
    let mut last = None;
    for (nth, (point, to)) in side.curve.iter().enumerate() {
        let Some(done) = point.done else { continue };
        let said = escape(&format!("{} {}", month(point.end.naive().month()), quantity(side.unit, done)));
        let dot = format!(
            r#"<circle class="dot" cx="{:.1}" cy="{:.1}" r="4"><title>{said}</title></circle>"#,
            x(nth + 1),
            y(done)
        );
        match done.is_zero() {
            true => out.push_str(&dot),
            false => {
                let href = escape(&to.clone().location().href());
                let _ = write!(out, r#"<a href="{href}" aria-label="{said}">{dot}</a>"#);
            }
        }
        last = Some((nth, done));
    }
    if let Some((nth, done)) = last {
        let text = format!("{} {}", t(words::DONE), quantity(side.unit, done));
        // Right of the last dot, or left of it where there is no room; under the line where the time runs above it.
        let fits = x(nth + 1) + 8.0 + f64::from(text_width(&text)) < width;
        let is_behind = side.curve[nth].0.due.is_some_and(|due| due > done);
        let (at, anchor) = if fits { (8.0, "start") } else { (-6.0, "end") };
        let below = if is_behind { 18.0 } else { -9.0 };
        let _ = write!(
            out,
            r#"<text class="done-name" x="{:.1}" y="{:.1}" text-anchor="{anchor}">{}</text>"#,
            x(nth + 1) + at,
            y(done) + below,
            escape(&text)
        );
    }
    out
}
