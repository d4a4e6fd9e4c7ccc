//! What a column may be, in the words of the form.

use crate::domain::{Field, Kind};
use crate::exchange::import::{field_of, milestone_of};
use crate::i18n::{Lang, labels};

/// The name of a target of a ledger of trips.
pub fn trip_target(l: Lang, key: &str) -> String {
    let own = match (key, l) {
        ("seq", Lang::Zh) => "序号（不导入）",
        ("seq", Lang::En) => "Row number (not imported)",
        ("post", Lang::Zh) => "带队领导职务",
        ("post", Lang::En) => "Post of who led",
        ("leader_level", Lang::Zh) => "领导类别",
        ("leader_level", Lang::En) => "Leader level",
        _ => "",
    };
    if !own.is_empty() {
        return own.to_owned();
    }
    let label =
        Field::from_word(Kind::OutboundTrip, key).and_then(|field| labels::field(Kind::OutboundTrip, field));
    label.map_or_else(|| key.to_owned(), |label| label.get(l).to_owned())
}

/// The name of a target.
pub fn target(l: Lang, key: &str) -> String {
    if let Some(milestone) = milestone_of(key) {
        let name = labels::milestone(milestone).get(l);
        return match l {
            Lang::Zh => format!("{name}日期"),
            Lang::En => format!("{name}, date"),
        };
    }
    let own = match (key, l) {
        ("seq", Lang::Zh) => "序号（不导入）",
        ("seq", Lang::En) => "Row number (not imported)",
        ("credit_code", Lang::Zh) => "统一社会信用代码",
        ("credit_code", Lang::En) => "Unified social credit code",
        ("phone", Lang::Zh) => "电话",
        ("phone", Lang::En) => "Telephone",
        ("contact_phone", Lang::Zh) => "联系人及电话",
        ("contact_phone", Lang::En) => "Contact and telephone",
        ("ownership", Lang::Zh) => "企业性质",
        ("ownership", Lang::En) => "Ownership",
        ("stage", Lang::Zh) => "项目阶段",
        ("stage", Lang::En) => "Stage",
        ("progress", Lang::Zh) => "目前进展（记为跟进）",
        ("progress", Lang::En) => "Progress (becomes a follow-up)",
        ("next_step", Lang::Zh) => "下一步（记入跟进）",
        ("next_step", Lang::En) => "Next step (of the follow-up)",
        ("arrived_year", Lang::Zh) => "当年到位资金（原文保留）",
        ("arrived_year", Lang::En) => "Arrived this year (kept as text)",
        _ => "",
    };
    if !own.is_empty() {
        return own.to_owned();
    }
    let label = field_of(key).and_then(|field| labels::field(Kind::Project, field.into()));
    label.map_or_else(|| key.to_owned(), |label| label.get(l).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::sheet::targets::{PROJECT, TRIP};

    #[test]
    fn every_target_of_a_trip_has_a_name_in_both_languages() {
        for target in TRIP.targets {
            for l in Lang::ALL {
                assert_ne!(super::trip_target(l, target.key), target.key, "{l:?}");
            }
        }
    }

    #[test]
    fn every_target_of_a_project_has_a_name_in_both_languages() {
        for target in PROJECT.targets {
            for l in Lang::ALL {
                assert_ne!(super::target(l, target.key), target.key, "{l:?}");
            }
        }
    }
}
