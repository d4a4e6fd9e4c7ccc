//! Targets as they are typed, told and written to a file.

use crate::domain::Decimal;
use crate::domain::read::MoneyUnit;
use crate::i18n::{Lang, assess_targets as words, assess_words, format};
use crate::rules::metrics::{Metric, Unit};
use crate::rules::scoring::Subject;
use crate::rules::targets::{Holder, Line};
use crate::ui::assessment::whose::holder_name;
use crate::ui::lang::{lang, t};
use crate::ui::records::sums::{Cell, Head, Sums, unit as money_unit};
use crate::ui::session;

/// The unit of an amount that is typed without one.
pub(in crate::ui::assessment) const fn typed_in(l: Lang) -> MoneyUnit {
    MoneyUnit { scale: money_unit(l).yuan(), ..MoneyUnit::WAN }
}

/// A target as it stands in its cell: with all its digits.
pub(super) fn typed(l: Lang, unit: Unit, target: Decimal) -> String {
    match unit {
        Unit::Yuan => {
            let whole = Decimal::whole(money_unit(l).yuan());
            target.over(whole).map(separated).unwrap_or_default()
        }
        _ => separated(target),
    }
}

/// A number with its thousands apart.
fn separated(number: Decimal) -> String {
    let text = number.to_string();
    match text.split_once('.') {
        Some((_, part)) => format!("{}.{part}", format::grouped(number.trunc())),
        None => format::grouped(number.trunc()),
    }
}

/// The table as a file: everybody, with what is not divided.
pub(super) fn sums(subject: Subject, metrics: &[Metric], lines: &[Line]) -> Sums {
    let l = lang();
    let mut heads = vec![Head::words(t(words::who(subject)))];
    heads.extend(
        metrics.iter().map(|metric| Head::measured(l, &assess_words::metric_name(l, metric), metric.unit)),
    );
    let named = |who: &Holder| session::watch(|store| holder_name(store.state(), who)).unwrap_or_default();
    let row = |line: &Line| {
        let name = Cell::words(format!("{}{}", "\u{3000}".repeat(line.depth), named(&line.holder)));
        let spots = line.spots.iter().zip(metrics);
        let cells = spots.map(|(spot, metric)| Cell::measured_if(metric.unit, spot.target));
        [name].into_iter().chain(cells).collect()
    };
    Sums { heads, rows: lines.iter().map(row).collect(), total: None }
}
