//! Names of projects in a form that can be compared.

use crate::domain::read::squeeze;

/// Endings that say only that a project is a project.
const ENDINGS: [&str; 6] = ["投资建设项目", "建设项目", "生产项目", "投资项目", "项目", "工程"];

/// Beginnings of names that say what is made and how much, and nothing of who makes it.
const GENERIC: [&str; 8] = ["年产", "年加工", "年处理", "年生产", "年销", "年储", "日产", "月产"];

/// A project's name, comparable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameKey {
    /// The name without spaces, brackets, punctuation and the word 项目; figures written out.
    pub key: String,
    /// The figures and phases in it, in order: names that differ here name different projects or
    /// different phases of one.
    pub figures: Vec<String>,
    /// Whether it begins like 年产…, as hundreds of names do.
    pub generic: bool,
}

impl NameKey {
    /// The comparable form of a name.
    pub fn new(name: &str) -> Self {
        let plain = plain(name);
        let body = ENDINGS.iter().find_map(|end| plain.strip_suffix(end)).filter(|body| !body.is_empty());
        let key = with_figures_written_out(body.unwrap_or(&plain));
        let bare = key.strip_prefix("新建").unwrap_or(&key);
        let generic = GENERIC.iter().any(|start| bare.starts_with(start));
        Self { figures: figures(&key), generic, key }
    }
}

/// Text for comparison: half-width, lower case, nothing but letters, digits and Han characters.
pub fn plain(text: &str) -> String {
    squeeze(text).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// "2万吨" and "20000吨" are the same figure.
fn with_figures_written_out(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut digits = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_digit() && digits.len() < 12 {
            digits.push(c);
            continue;
        }
        let zeros = match c {
            _ if digits.is_empty() => 0,
            '千' => 3,
            '万' => 4,
            '亿' => 8,
            _ => 0,
        };
        out.push_str(&std::mem::take(&mut digits));
        if zeros > 0 {
            out.extend(std::iter::repeat_n('0', zeros));
        } else if c.is_ascii_digit() {
            digits.push(c);
        } else if c != '\n' {
            out.push(c);
        }
    }
    out
}

/// The runs of digits in a name with the character after each, and its phases (一期, 二期 …).
fn figures(key: &str) -> Vec<String> {
    let chars: Vec<char> = key.chars().collect();
    let mut found = Vec::new();
    let mut run = String::new();
    for (i, &c) in chars.iter().enumerate() {
        if c.is_ascii_digit() {
            run.push(c);
            continue;
        }
        if !run.is_empty() {
            run.push(c);
            found.push(std::mem::take(&mut run));
        }
        if c == '期' && i > 0 && "一二三四五六七八九十".contains(chars[i - 1]) {
            found.push(chars[i - 1..=i].iter().collect());
        }
    }
    if !run.is_empty() {
        found.push(run);
    }
    found
}

/// How alike two texts are, in per cent: 100 less the share of characters that must be changed.
pub fn similarity(a: &str, b: &str) -> u8 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let longest = a.len().max(b.len());
    if longest == 0 {
        return 0;
    }
    let same = longest - distance(&a, &b).min(longest);
    u8::try_from(same * 100 / longest).unwrap_or(100)
}

/// The edit distance of two texts.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            // `row` has one place more than `b`, so j + 1 is inside it.
            let changed = corner + usize::from(ca != cb);
            corner = row[j + 1];
            row[j + 1] = changed.min(corner + 1).min(row[j] + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}
