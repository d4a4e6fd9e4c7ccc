//! Values as the preview shows them.

use crate::domain::read::StageWord;
use crate::domain::{Exit, Milestone};
use crate::exchange::sheet::rows::Read;
use crate::i18n::format::percent;
use crate::i18n::{Lang, labels, values};

/// A value that was read, in words; amounts with their unit.
pub fn read_value(l: Lang, read: &Read) -> String {
    match read {
        Read::Text(text) => text.clone(),
        Read::Money(money) => values::money(l, *money),
        Read::Date(day) => day.to_string(),
        Read::Area(area) => values::area(l, area.hundredths),
        Read::People(people) => {
            let one = |who: &crate::domain::read::Person| {
                let title = who.title.as_ref().map(|title| format!("({title})")).unwrap_or_default();
                let words = [format!("{}{title}", who.name), who.phones.join("/")];
                words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
            };
            people.iter().map(one).collect::<Vec<_>>().join("、")
        }
        Read::Phones(phones) => phones.join("/"),
        Read::YesNo(yes) => values::yes_no(l, *yes).to_owned(),
        Read::Stage(word) => stage_word(l, *word).to_owned(),
        Read::Int(number) => number.to_string(),
        Read::Hundredths(number) => percent(*number as f64 / 10_000.0),
        Read::List(words) => words.join("、"),
    }
}

/// A stage word by the stage or exit it means.
fn stage_word(l: Lang, word: StageWord) -> &'static str {
    let milestone = match word {
        StageWord::Planned => Milestone::Planned,
        StageWord::Negotiating => Milestone::Negotiating,
        StageWord::Signed => Milestone::Signed,
        StageWord::Registered => Milestone::Registered,
        StageWord::Landed => Milestone::Landed,
        StageWord::Started => Milestone::Started,
        StageWord::Completed => Milestone::Completed,
        StageWord::InProduction => Milestone::InProduction,
        StageWord::AtCapacity => Milestone::AtCapacity,
        StageWord::Lost => return labels::exit(Exit::Lost).get(l),
        StageWord::Withdrawn => return labels::exit(Exit::Withdrawn).get(l),
        StageWord::OnHold => return labels::exit(Exit::OnHold).get(l),
    };
    labels::milestone(milestone).get(l)
}
