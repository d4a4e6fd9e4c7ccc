//! Units in headings and in unit lines ("单位:亿元、亩").

use crate::domain::read::{AreaUnit, MoneyUnit, area_unit, fold, is_han, money_unit, money_units};

/// Characters that unit words consist of, with the strokes between several.
const UNIT_CHARS: &str = "万亿千百十元美欧港日英镑币人民新台韩圆亩平方米㎡m2²公顷个家%、,/和及,吨 ";

/// The units that headings name, the innermost heading first: all money units, and an area unit.
pub(super) fn of_heading(path: &[String]) -> (Vec<MoneyUnit>, Option<AreaUnit>) {
    let money = path.iter().rev().map(|h| money_units(h)).find(|units| !units.is_empty()).unwrap_or_default();
    (money, path.iter().rev().find_map(|h| area_unit(h)))
}

/// The units that title lines name after the word 单位, or alone in brackets: "(万元)".
pub(super) fn of_lines<'a>(lines: impl Iterator<Item = &'a str>) -> (Option<MoneyUnit>, Option<AreaUnit>) {
    let (mut money, mut area) = (None, None);
    for line in lines {
        let line = fold(line).to_ascii_lowercase();
        for (at, _) in line.match_indices("单位") {
            let words = words_after(&line[at + "单位".len()..]);
            money = money.or_else(|| money_unit(&words));
            area = area.or_else(|| words.split(['、', ',', '/', '和', ' ']).find_map(area_unit));
        }
        if money.is_none() {
            let inner = line.split('(').skip(1).filter_map(|t| t.split(')').next());
            money = inner.filter(|t| t.chars().all(|c| UNIT_CHARS.contains(c))).find_map(money_unit);
        }
    }
    (money, area)
}

/// The unit words right after "单位", nothing if other words follow ("填报单位:招商局").
fn words_after(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| c == ':' || c == '为' || c.is_whitespace());
    let end = text.find(|c| !UNIT_CHARS.contains(c)).unwrap_or(text.len());
    let (words, rest) = text.split_at(end);
    // "填报单位:万年镇" begins with a unit's character, but goes on as a name.
    let name = rest.starts_with(is_han) && !words.contains(['元', '亩', '米', '㎡']);
    if name { String::new() } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unit_lines() {
        let units = |line: &str| {
            let (money, area) = of_lines([line].into_iter());
            (money, area.map(|a| a.hundredths))
        };
        let (wan, yi, mu) = (Some(MoneyUnit::WAN), Some(MoneyUnit::YI), Some(AreaUnit::MU.hundredths));
        assert_eq!(
            units("填报单位:招商服务中心        截至日期:2026年9月30日        单位:亿元、亩"),
            (yi, mu)
        );
        assert_eq!(units("单位\u{ff1a}万元"), (wan, None));
        assert_eq!(units("(金额单位:人民币万元)"), (wan, None));
        assert_eq!(units("项目台账(万元)"), (wan, None));
        assert_eq!(units("填报单位:万年镇"), (None, None));
        assert_eq!(units("责任单位"), (None, None));
    }
}
