//! Papers as the office programs of other people read them: every table of the sample county and its meeting pack are
//! written, turned into PDF and CSV by LibreOffice, and compared with what the rules say.
//!
//! `cargo xtask test` installs LibreOffice and poppler where they are missing and apt-get is at hand.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use zhaoshang::domain::{Date, Kind, RecordId};
use zhaoshang::exchange::docx::docx;
use zhaoshang::exchange::sheet::write::paper_xlsx;
use zhaoshang::i18n::{Lang, papers};
use zhaoshang::ledger::{Names, NodeId, Stamp, State};
use zhaoshang::rules::bulletin::pack::pack;
use zhaoshang::rules::bulletin::tables::Which;
use zhaoshang::rules::bulletin::{Bulletin, Cell, Desk, Paper, Part, Ranked, Table, known, table};
use zhaoshang::rules::metrics::reading;
use zhaoshang::rules::scoring::Subject;
use zhaoshang::rules::targets::Period;
use zhaoshang::store::{Snapshot, sample};

fn county(today: Date) -> Snapshot {
    let mut state = State::default();
    let days = sample::county(state.names_mut() as &mut Names, today);
    for ((_, edits), time) in days.into_iter().zip(1..) {
        for change in state.changes_for(edits, Stamp::new(time, 0, NodeId(1))) {
            state.apply(change);
        }
    }
    Snapshot::of(state)
}

/// Every table of the county, and its meeting pack with a bulletin of the month.
fn made(county: &Snapshot, l: Lang, today: Date) -> Vec<(String, Paper)> {
    let measurer = reading(county);
    let year = Desk::within(county, &measurer, &l, Period::Year(2026), today).expect("days");
    let mut found: Vec<(String, Paper)> = Which::ALL
        .into_iter()
        .map(|which| (format!("{}-{}", l.word(), which.word()), table(&year, which, None)))
        .collect();
    let period = Period::Month(2026, 9);
    let desk = Desk::open(county, &measurer, &l, period, today, 1).expect("days");
    let ranked = Ranked::in_force(&desk, Subject::Unit);
    let known = known(&desk, ranked.as_ref());
    let bulletin = Bulletin {
        id: RecordId::new(Kind::Bulletin, 1),
        name: papers::usual_name(l, period, 1),
        period: Some(period),
        on: Some(today),
        as_of: Some(today),
        texts: papers::usual_texts(l, period),
        tables: vec![Which::Progress, Which::Started],
        first_month: 1,
    };
    let pack = pack(&desk, Some(&bulletin), &known, ranked.as_ref());
    assert_eq!(pack.unknown, Vec::<String>::new(), "every name of the usual texts is known");
    found.push((format!("{}-pack", l.word()), pack.paper));
    found
}

/// Runs LibreOffice once over some files.
fn convert(folder: &Path, to: &str, files: &[PathBuf]) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--norestore", "--convert-to", to, "--outdir"])
        .arg(folder)
        .args(files)
        .output()
        .expect("LibreOffice is there: on Debian, apt-get install libreoffice-writer-nogui libreoffice-calc-nogui");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// What poppler reads in a PDF.
fn poppler(pdf: &Path, how: &[&str]) -> String {
    let output = Command::new("pdftotext")
        .args(how)
        .arg(pdf)
        .arg("-")
        .output()
        .expect("poppler is there: on Debian, apt-get install poppler-utils");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{c}').collect()
}

/// Everything that a table says, in the order in which it is read.
fn said(table: &Table) -> Vec<String> {
    let mut words = vec![table.caption.clone(), table.basis.clone()];
    words.extend(table.head_lines().into_iter().flatten().map(|head| head.text));
    words.extend(table.rows.iter().chain(&table.total).flatten().map(Cell::text));
    words.extend(table.notes.iter().cloned());
    words
}

/// Everything that a paper says.
fn all_said(paper: &Paper) -> Vec<String> {
    let mut words = vec![paper.title.clone(), paper.subtitle.clone()];
    for part in &paper.parts {
        match part {
            Part::Heading(_, text) | Part::Text(text) => words.push(text.clone()),
            Part::Table(table) => words.extend(said(table)),
            Part::NewPage => {}
        }
    }
    words.iter().map(|word| squeezed(word)).filter(|word| !word.is_empty()).collect()
}

/// The text of a PDF without what comes again on each page: its number, and heads of tables that go on.
fn has_all(text: &str, paper: &Paper, name: &str) {
    let mut rest = text;
    for word in all_said(paper) {
        match rest.find(&word) {
            Some(at) => rest = &rest[at + word.len()..],
            // What lies across the end of a page is parted by the number of the page.
            None => assert!(text.contains(&word) || is_parted(text, &word), "{name}: {word}"),
        }
    }
}

/// Whether a text stands in another with the number of a page in the middle of it.
fn is_parted(text: &str, word: &str) -> bool {
    let chars: Vec<char> = word.chars().collect();
    (1..chars.len()).any(|at| {
        let (first, second): (String, String) = (chars[..at].iter().collect(), chars[at..].iter().collect());
        text.match_indices(&first).any(|(found, _)| {
            let after = &text[found + first.len()..];
            after.find(&second).is_some_and(|gap| gap < 400 && after[..gap].contains('—'))
        })
    })
}

/// Whether every word of a PDF lies on its page, and which pages lie on their side.
fn pages(pdf: &Path, name: &str) -> Vec<bool> {
    let number = |line: &str, key: &str| -> f64 {
        let rest = line.split_once(&format!("{key}=\"")).map(|(_, rest)| rest).unwrap_or_default();
        rest.split('"').next().and_then(|number| number.parse().ok()).unwrap_or(f64::NAN)
    };
    let mut on_side = Vec::new();
    let mut width = 0.0;
    for line in poppler(pdf, &["-bbox"]).lines().map(str::trim) {
        if line.starts_with("<page ") {
            width = number(line, "width");
            on_side.push(width > number(line, "height"));
        } else if line.starts_with("<word ") {
            let (left, right) = (number(line, "xMin"), number(line, "xMax"));
            assert!(left > 20.0 && right < width - 20.0, "{name}: {line} on a page {width} wide");
        }
    }
    on_side
}

#[test]
fn office_programs_read_what_the_rules_say() {
    let today = Date::ymd(2026, 9, 30).expect("a day");
    let county = county(today);
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("papers");
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).expect("a folder");
    let all: Vec<(String, Paper)> = Lang::ALL.into_iter().flat_map(|l| made(&county, l, today)).collect();
    let (mut texts, mut books) = (Vec::new(), Vec::new());
    for (name, paper) in &all {
        let (text, book) = (folder.join(format!("{name}.docx")), folder.join(format!("{name}.xlsx")));
        fs::write(&text, docx(paper)).expect("written");
        fs::write(&book, paper_xlsx(paper)).expect("written");
        texts.push(text);
        books.push(book);
    }
    convert(&folder, "pdf", &texts);
    // Commas, quotes, UTF-8, every sheet.
    convert(
        &folder,
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
        &books,
    );
    for (name, paper) in &all {
        let pdf = folder.join(format!("{name}.pdf"));
        has_all(&squeezed(&poppler(&pdf, &["-raw"])), paper, name);
        let on_side = pages(&pdf, name);
        let wide = paper.tables().any(Table::is_wide);
        assert_eq!(on_side.iter().any(|side| *side), wide, "{name}: {on_side:?}");
        assert!(!name.ends_with("pack") || !on_side[0], "a pack begins upright");
        sheets(&folder, name, paper);
    }
}

/// Whether the sheets of a workbook hold the cells of the tables.
fn sheets(folder: &Path, name: &str, paper: &Paper) {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "csv"))
        .filter(|path| {
            path.file_stem().is_some_and(|stem| stem.to_string_lossy().starts_with(&format!("{name}-")))
        })
        .collect();
    files.sort();
    let read: Vec<Vec<Vec<String>>> =
        files.iter().map(|file| rows(&fs::read_to_string(file).expect("text"))).collect();
    for table in paper.tables() {
        let title = if table.caption.is_empty() { &paper.title } else { &table.caption };
        let wanted = lines(table);
        let is_it = |rows: &Vec<Vec<String>>| {
            rows.first().and_then(|row| row.first()) == Some(title) && holds(rows, &wanted, table)
        };
        assert!(read.iter().any(is_it), "{name}: {title}");
    }
}

fn holds(rows: &[Vec<String>], wanted: &[Vec<String>], table: &Table) -> bool {
    let body = rows.iter().skip(2 + table.depth());
    body.zip(wanted).filter(|(row, wanted)| row.iter().take(wanted.len()).eq(wanted.iter())).count()
        == wanted.len()
}

/// The cells of a table as a spreadsheet program holds them: numbers exactly, without thousands.
fn lines(table: &Table) -> Vec<Vec<String>> {
    let held = |cell: &Cell| match cell {
        Cell::Number(number, _) => number.to_string(),
        other => other.text(),
    };
    table.rows.iter().chain(&table.total).map(|row| row.iter().map(held).collect()).collect()
}

/// The rows of a CSV file.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                cell.push('"');
                chars.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            c => cell.push(c),
        }
    }
    rows
}
