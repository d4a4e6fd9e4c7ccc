//! HTML tables: what a browser's clipboard carries, and what many systems save under the name .xls.

use super::cell::{Budget, Cell, Merge, Sheet, Workbook};
use super::open::{MAX_COLUMNS, MAX_ROWS, OpenError};
use super::xml::{Attributes, Token, Tokens};

/// Reads every outer table of a document as a sheet.
pub(super) fn open(text: &str, budget: &mut Budget) -> Result<Workbook, OpenError> {
    let mut reader = Tables { budget, sheets: Vec::new(), open: None, depth: 0 };
    let mut skip: Option<String> = None;
    for token in Tokens::new(text) {
        if let Some(name) = &skip {
            if matches!(&token, Token::Close(n) if n.eq_ignore_ascii_case(name)) {
                skip = None;
            }
            continue;
        }
        match token {
            Token::Open { name, attributes, empty } => {
                let name = name.to_ascii_lowercase();
                if matches!(name.as_str(), "style" | "script") && !empty {
                    skip = Some(name);
                } else {
                    reader.open_tag(&name, &attributes)?;
                }
            }
            Token::Close(name) => reader.close_tag(&name.to_ascii_lowercase())?,
            Token::Text(text) => reader.text(&text),
        }
    }
    reader.end_table()?;
    Ok(Workbook { sheets: reader.sheets, ..Workbook::default() })
}

struct Tables<'b> {
    budget: &'b mut Budget,
    sheets: Vec<Sheet>,
    open: Option<OpenTable>,
    /// Tables within tables are read as text of their cell.
    depth: usize,
}

struct OpenTable {
    sheet: Sheet,
    /// The row being filled; `None` before the first.
    row: Option<usize>,
    column: usize,
    /// The text of the open cell.
    cell: Option<String>,
    /// For each column, the row up to which a cell from above reaches (exclusive).
    taken: Vec<usize>,
}

impl Tables<'_> {
    fn open_tag(&mut self, name: &str, attributes: &Attributes) -> Result<(), OpenError> {
        if name == "table" {
            self.depth += 1;
            if self.depth == 1 {
                let sheet = Sheet::default();
                self.open = Some(OpenTable { sheet, row: None, column: 0, cell: None, taken: Vec::new() });
            }
            return Ok(());
        }
        let (1, Some(table)) = (self.depth, self.open.as_mut()) else { return Ok(()) };
        match name {
            "tr" => {
                table.end_cell(self.budget)?;
                table.row = Some(table.row.map_or(0, |r| r + 1));
                table.column = 0;
            }
            "td" | "th" => {
                table.end_cell(self.budget)?;
                table.begin_cell(attributes)?;
            }
            "br" | "p" | "div" => {
                if let Some(cell) = table.cell.as_mut().filter(|c| !c.trim().is_empty()) {
                    cell.push('\n');
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn close_tag(&mut self, name: &str) -> Result<(), OpenError> {
        match (name, self.depth) {
            ("table", 1) => self.end_table(),
            ("table", _) => {
                self.depth = self.depth.saturating_sub(1);
                Ok(())
            }
            ("td" | "th" | "tr", 1) => match self.open.as_mut() {
                Some(table) => table.end_cell(self.budget),
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.open.as_mut().and_then(|t| t.cell.as_mut()) {
            // In HTML a line break in the source is only a space.
            let mut gap = text.starts_with(char::is_whitespace);
            for word in text.split_whitespace() {
                if gap && !cell.is_empty() && !cell.ends_with('\n') {
                    cell.push(' ');
                }
                cell.push_str(word);
                gap = true;
            }
        }
    }

    fn end_table(&mut self) -> Result<(), OpenError> {
        self.depth = 0;
        if let Some(mut table) = self.open.take() {
            table.end_cell(self.budget)?;
            self.sheets.push(table.sheet);
        }
        Ok(())
    }
}

impl OpenTable {
    fn begin_cell(&mut self, attributes: &Attributes) -> Result<(), OpenError> {
        let span =
            |name| attributes.get(name).and_then(|v| v.trim().parse::<usize>().ok()).unwrap_or(1).max(1);
        let row = *self.row.get_or_insert(0);
        while self.taken.get(self.column).is_some_and(|until| *until > row) {
            self.column += 1;
        }
        let (rows, columns) = (span("rowspan").min(MAX_ROWS), span("colspan").min(MAX_COLUMNS));
        let right = self.column + columns - 1;
        if right >= MAX_COLUMNS {
            return Err(OpenError::TooLarge);
        }
        if rows > 1 || columns > 1 {
            self.sheet.merges.push(Merge { top: row, left: self.column, bottom: row + rows - 1, right });
        }
        if self.taken.len() <= right {
            self.taken.resize(right + 1, 0);
        }
        self.taken[self.column..=right].fill(row + rows);
        self.cell = Some(String::new());
        Ok(())
    }

    fn end_cell(&mut self, budget: &mut Budget) -> Result<(), OpenError> {
        let Some(text) = self.cell.take() else { return Ok(()) };
        let row = self.row.unwrap_or(0);
        budget.put(&mut self.sheet, row, self.column, Cell::text(text.trim()))?;
        while self.taken.get(self.column).is_some_and(|until| *until > row) {
            self.column += 1;
        }
        Ok(())
    }
}
