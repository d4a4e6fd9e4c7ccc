//! Charts and tables of computed figures.

use super::{Lang, Text};

/// The table with the numbers of a chart.
pub const TABLE: Text = Text::new("数据表", "As a table");
/// Saves a chart as a picture.
pub const SAVE_PICTURE: Text = Text::new("存为图片", "Save as a picture");
/// Shows more rows.
pub const MORE: Text = Text::new("再显示一些", "Show more");

/// The menu of a chart or a table.
pub fn export_of(l: Lang, title: &str) -> String {
    match l {
        Lang::Zh => format!("{title}：存图、导出、打印"),
        Lang::En => format!("{title}: picture, export, print"),
    }
}
