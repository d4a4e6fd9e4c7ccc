//! What each row below the header is, and why.

use super::view::View;
use super::{Column, Row};
use crate::domain::read::{self, Decimal};
use crate::exchange::sheet::cell::{Cell, Raw};
use crate::exchange::sheet::columns::is_unit_like;
use crate::exchange::sheet::heading::normal;
use crate::exchange::sheet::names::Names;

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A record.
    Data,
    /// More lines of the record above: its name is merged down over this row.
    Continuation,
    /// A heading within the data: "一、新能源产业", "新港镇". With its depth: 1 for 一, 2 for (一),
    /// 3 for 1, 4 without number.
    Section {
        /// The words without their number.
        words: String,
        /// How deep it is.
        depth: u8,
    },
    /// A sum: 合计, 小计.
    Subtotal,
    /// A note, a signature line.
    Footnote,
    /// Nothing.
    Blank,
    /// The header once more, or a row that numbers the columns.
    Repeated,
}

/// Why a row was taken for what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// It has values under several headings.
    HasValues,
    /// It has no value.
    NoValue,
    /// Its name is part of a merged cell that begins above.
    NameMerged,
    /// It begins with a word such as 合计.
    SumWord,
    /// It begins with a word such as 注.
    NoteWord,
    /// It follows a note and has hardly a value.
    BelowNote,
    /// It repeats the headings.
    SameAsHeader,
    /// It counts the columns: 1, 2, 3 …
    ColumnNumbers,
    /// Its first cell is numbered 一, (一) and the like.
    Numbered,
    /// It holds one cell only.
    Alone,
    /// It has sums but no name.
    NoName,
}

/// Classifies the rows from `from` on, up to the header of another table. Gives the row after the
/// last, too.
pub(super) fn rows(
    view: &View,
    columns: &[Column],
    from: usize,
    name: Option<usize>,
    names: &Names,
) -> (Vec<Row>, usize) {
    let mut found: Vec<Row> = Vec::new();
    let headings: Vec<(usize, Vec<String>)> =
        columns.iter().map(|c| (c.index, c.path.iter().map(|heading| normal(heading)).collect())).collect();
    let mut noted = false;
    let mut end = view.height();
    for index in from..view.height() {
        let row = Line::of(view, columns, &headings, index, name);
        if row.is_other_header(names) {
            end = index;
            break;
        }
        let (kind, reason) = row.kind(index == from, noted);
        noted |= kind == RowKind::Footnote;
        found.push(Row { index, kind, reason });
    }
    // What stands right above the next header is its title.
    while end < view.height()
        && found.last().is_some_and(|r| !matches!(r.kind, RowKind::Data | RowKind::Subtotal))
    {
        found.pop();
        end -= 1;
    }
    (found, end)
}

/// A row under judgement.
struct Line<'a> {
    view: &'a View<'a>,
    columns: &'a [Column],
    /// The headings over each column, in plain form.
    headings: &'a [(usize, Vec<String>)],
    index: usize,
    name: Option<usize>,
    own: Vec<(usize, &'a Cell, String)>,
}

impl<'a> Line<'a> {
    fn of(
        view: &'a View<'a>,
        columns: &'a [Column],
        headings: &'a [(usize, Vec<String>)],
        index: usize,
        name: Option<usize>,
    ) -> Self {
        let own = view.own_cells(index).map(|(c, cell)| (c, cell, read::squeeze(&cell.shown))).collect();
        Self { view, columns, headings, index, name, own }
    }

    fn kind(&self, first: bool, noted: bool) -> (RowKind, Reason) {
        if self.own.iter().all(|(_, _, text)| read::is_empty_mark(text)) {
            return (RowKind::Blank, Reason::NoValue);
        }
        if self.repeats_header() {
            return (RowKind::Repeated, Reason::SameAsHeader);
        }
        if first && self.numbers_columns() {
            return (RowKind::Repeated, Reason::ColumnNumbers);
        }
        if self.name_is_merged_from_above() {
            return (RowKind::Continuation, Reason::NameMerged);
        }
        if self.own.iter().take(2).any(|(_, _, text)| is_sum_word(text)) {
            return (RowKind::Subtotal, Reason::SumWord);
        }
        if self.own.first().is_some_and(|(_, _, text)| is_note(text)) && self.is_sparse() {
            return (RowKind::Footnote, Reason::NoteWord);
        }
        if noted && self.own.len() <= 2 && !self.has_name() {
            return (RowKind::Footnote, Reason::BelowNote);
        }
        self.section().unwrap_or((RowKind::Data, Reason::HasValues))
    }

    /// Whether most cells are headings of their own columns.
    fn repeats_header(&self) -> bool {
        let same = |(column, _, text): &(usize, &Cell, String)| {
            let over = self.headings.iter().find(|(index, _)| index == column);
            over.is_some_and(|(_, path)| {
                let plain = normal(text);
                path.contains(&plain)
            })
        };
        self.own.len() >= 2 && self.two_thirds(same)
    }

    /// Whether a test holds for two thirds of the cells. Stops as soon as it cannot any more, which in a
    /// data row is soon.
    fn two_thirds(&self, mut test: impl FnMut(&(usize, &'a Cell, String)) -> bool) -> bool {
        let may_fail = self.own.len() / 3;
        self.own.iter().filter(|cell| !test(cell)).nth(may_fail).is_none()
    }

    /// Whether the row counts its columns: 1 2 3, or 甲 乙 1 2 3.
    fn numbers_columns(&self) -> bool {
        let number = |text: &str| text.trim_matches(['(', ')', '.']).parse::<usize>().ok();
        let counted: Vec<usize> = self.own.iter().filter_map(|(_, _, text)| number(text)).collect();
        let others = self.own.len() - counted.len();
        let letters = self
            .own
            .iter()
            .all(|(_, _, t)| number(t).is_some() || "甲乙丙丁戊ABCD".contains(t.as_str()) || t.contains('='));
        letters && counted.len() >= 3 && others <= 3 && counted.windows(2).all(|w| w[1] == w[0] + 1)
    }

    fn name_is_merged_from_above(&self) -> bool {
        let merge = self.name.and_then(|column| self.view.merge_at(self.index, column));
        merge.is_some_and(|m| m.top < self.index && !self.view.sheet().cell(m.top, m.left).is_empty())
    }

    fn is_sparse(&self) -> bool {
        self.own.len() <= (self.columns.len() / 3).max(2)
    }

    fn has_name(&self) -> bool {
        self.name.is_some_and(|column| self.own.iter().any(|(c, _, _)| *c == column))
    }

    /// A heading within the data, if the row is one.
    fn section(&self) -> Option<(RowKind, Reason)> {
        let [(column, cell, text), rest @ ..] = self.own.as_slice() else { return None };
        if cell.raw != Raw::Text || self.columns.len() < 3 {
            return None;
        }
        let section =
            |words: &str, depth, reason| Some((RowKind::Section { words: read::tidy(words), depth }, reason));
        let words = read::tidy(&cell.shown);
        let numbers_only =
            |cells: &[(usize, &Cell, String)]| cells.iter().all(|(_, cell, text)| is_figure(cell, text));
        // "一" in the serial column, the words beside it, perhaps sums behind.
        if let Some(depth) = chinese_serial(text)
            && let [(_, second, _), sums @ ..] = rest
            && second.raw == Raw::Text
            && numbers_only(sums)
        {
            return section(&second.shown, depth, Reason::Numbered);
        }
        if let Some((depth, stem)) = numbered(&words)
            && numbers_only(rest)
            && (rest.is_empty() || !self.has_name() || self.name == Some(*column))
        {
            return section(stem, depth, Reason::Numbered);
        }
        if rest.is_empty() {
            let wide = self.view.merge_at(self.index, *column).is_some_and(|m| m.right > m.left);
            let named = self.name == Some(*column) && *column > 0 && !wide;
            if !named || is_unit_like(&words) {
                return section(&words, 4, Reason::Alone);
            }
            return None;
        }
        // "新港镇 | | 3个 | 5.2": a group's sums.
        if !self.has_name() && self.name.is_some() && Decimal::parse(text).is_none() && numbers_only(rest) {
            return section(&words, 4, Reason::NoName);
        }
        None
    }

    /// Whether another table's header begins here: most cells are headings by the letter.
    fn is_other_header(&self, names: &Names) -> bool {
        let known = |(_, _, text): &(usize, &Cell, String)| {
            text.chars().nth(20).is_none() && names.is_name(&normal(text))
        };
        self.own.len() >= 4
            && self.own.iter().all(|(_, cell, _)| cell.raw == Raw::Text)
            && self.two_thirds(known)
            && !self.repeats_header()
    }
}

/// A number, or a number of things: "3个".
fn is_figure(cell: &Cell, text: &str) -> bool {
    matches!(cell.raw, Raw::Number(_))
        || read::whole(text).value.is_some()
        || read::money(text, None).value.is_some()
}

/// 合计, 小计(3个), 新能源产业小计, 总计:62.
fn is_sum_word(text: &str) -> bool {
    const WORDS: &[&str] = &["合计", "总计", "小计", "共计", "累计", "总合计", "平均", "汇总"];
    let lower = text.to_ascii_lowercase();
    let bare: String =
        lower.chars().take_while(|c| !matches!(c, '(' | ':' | ',')).filter(|c| !c.is_ascii_digit()).collect();
    let bare = bare.trim_end_matches(['个', '项']);
    let ends = ["合计", "总计", "小计"].iter().any(|w| bare.ends_with(w)) && bare.chars().count() <= 16;
    ends || WORDS.contains(&bare)
        || matches!(bare, "total" | "subtotal" | "sum" | "grand total" | "grandtotal")
}

/// 注:…, 备注:…, 填表人:…, ※ ….
fn is_note(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "备注:",
        "说明:",
        "填表说明",
        "填报说明",
        "填表人",
        "填报人",
        "制表",
        "审核人",
        "审核:",
        "审核",
        "单位负责人",
        "分管领导:",
        "主要领导:",
        "负责人:",
        "负责人签",
        "联系人:",
        "联系电话:",
        "填报时间",
        "填表时间",
        "填报日期",
        "报送时间",
        "报送单位",
        "填报单位",
        "盖章",
        "(盖章",
        "※",
        "★",
        "*",
        "注意",
    ];
    let noted = text.strip_prefix('注').is_some_and(|t| {
        t.is_empty()
            || t.starts_with([':', '(', '、', '.', '一', ';'])
            || t.starts_with(|c: char| c.is_ascii_digit())
    });
    noted || WORDS.iter().any(|w| text.starts_with(w))
}

/// The depth of a serial in Chinese characters alone in its cell: 一 is 1, (一) is 2.
fn chinese_serial(text: &str) -> Option<u8> {
    let bare = text.trim_end_matches(['、', '.']);
    let inner = bare.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
    let numeral = |t: &str| !t.is_empty() && t.chars().count() <= 3 && t.chars().all(read::chinese_numeral);
    match inner {
        Some(inner) if numeral(inner) => Some(2),
        None if numeral(bare) => Some(1),
        _ => None,
    }
}

/// Words that begin with a number: their depth and the words without it.
fn numbered(words: &str) -> Option<(u8, &str)> {
    let numerals = words.trim_start_matches(read::chinese_numeral);
    if numerals.len() < words.len()
        && let Some(stem) = numerals.strip_prefix(['、', '.', ',', ' '])
    {
        return Some((1, stem.trim()));
    }
    if let Some((inner, stem)) = words.strip_prefix('(').and_then(|t| t.split_once(')'))
        && !inner.is_empty()
        && inner.chars().all(read::chinese_numeral)
    {
        return Some((2, stem.trim()));
    }
    if let Some(stem) = words.strip_prefix('第')
        && let Some((ordinal, stem)) = stem.split_once(['类', '批', '部'])
        && ordinal.chars().all(read::chinese_numeral)
    {
        let stem = stem.trim_start_matches(|c: char| c == ':' || c.is_whitespace() || c == '、');
        return Some((1, if stem.is_empty() { words } else { stem }));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_sums_and_notes() {
        for text in ["合计", "小计(3个)", "新能源产业小计", "总计:62", "合计5个", "Total"] {
            assert!(is_sum_word(text), "{text}");
        }
        for text in ["合计量检测设备项目", "1", "累计到位资金项目", "年产5万吨预制菜项目"]
        {
            assert!(!is_sum_word(text), "{text}");
        }
        for text in ["注:1.总投资以协议为准", "备注:", "填表人:张三", "※以上数据", "注1"]
        {
            assert!(is_note(text), "{text}");
        }
        assert!(!is_note("注塑机项目") && !is_note("备用电源项目"));
    }

    #[test]
    fn numbers_of_sections() {
        assert_eq!(numbered("一、新能源产业"), Some((1, "新能源产业")));
        assert_eq!(numbered("(二)在谈项目"), Some((2, "在谈项目")));
        assert_eq!(numbered("第一类:签约项目"), Some((1, "签约项目")));
        assert_eq!(numbered("三一重工项目"), None);
        assert_eq!(chinese_serial("(三)"), Some(2));
        assert_eq!(chinese_serial("十二、"), Some(1));
        assert_eq!(chinese_serial("12"), None);
    }
}
