//! Charts and tables of computed figures.

use super::format::{DASH, MoneyUnit, money_cell};
use super::{Lang, Text};

/// The table with the numbers of a chart.
pub const TABLE: Text = Text::new("数据表", "As a table");
/// Saves a chart as a picture.
pub const SAVE_PICTURE: Text = Text::new("存为图片", "Save as a picture");

/// The menu of a chart or a table.
pub fn export_of(l: Lang, title: &str) -> String {
    match l {
        Lang::Zh => format!("{title}：存图、导出、打印"),
        Lang::En => format!("{title}: picture, export, print"),
    }
}

/// Decimals of an amount in a table or at a bar: enough to compare, no more.
pub const fn places(unit: MoneyUnit) -> u32 {
    match unit {
        MoneyUnit::Million => 1,
        MoneyUnit::Wan | MoneyUnit::Yi => 2,
    }
}

/// An amount with its unit, rounded: `12.35 亿元`, `CNY 1,235.0 m`; a dash for none.
pub fn money(l: Lang, yuan: i64) -> String {
    let unit = MoneyUnit::usual(l);
    match (yuan, l) {
        (0, _) => DASH.to_owned(),
        (_, Lang::Zh) => format!("{} {}", money_cell(unit, yuan, places(unit)), unit.name(l)),
        (_, Lang::En) => format!("CNY {} m", money_cell(unit, yuan, places(unit))),
    }
}

/// A column's head with the unit of its amounts.
pub fn in_unit(l: Lang, name: &str, unit: MoneyUnit) -> String {
    match l {
        Lang::Zh => format!("{name}（{}）", unit.name(l)),
        Lang::En => format!("{name}, {}", unit.name(l)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_at_a_bar_are_rounded_and_named() {
        assert_eq!(money(Lang::Zh, 15_629_268_292), "156.29 亿元");
        assert_eq!(money(Lang::En, 15_629_268_292), "CNY 15,629.3 m");
        assert_eq!(money(Lang::Zh, 0), "–");
        assert_eq!(in_unit(Lang::Zh, "到位资金", MoneyUnit::Yi), "到位资金（亿元）");
    }
}
