//! One stylesheet out of `style/`: `@import`s are replaced by what they import, so that the page
//! needs one request. The meaning is kept: `layer`, `layer(name)`, `supports(…)` and media
//! conditions become blocks around the imported text.

use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// The stylesheet that starts at `main`, with every relative import in place.
pub fn bundle(main: &Path) -> Result<String> {
    inline(main, &mut Vec::new())
}

/// The same text without comments and indentation, which the first page would wait for.
pub fn lean(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut chars = css.chars().peekable();
    let mut quote = None;
    while let Some(c) = chars.next() {
        if quote.is_none() && c == '/' && chars.next_if_eq(&'*').is_some() {
            let mut before = ' ';
            for c in chars.by_ref() {
                if (before, c) == ('*', '/') {
                    break;
                }
                before = c;
            }
            continue;
        }
        kept.push(c);
        match quote {
            Some(_) if c == '\\' => kept.extend(chars.next()),
            Some(open) if c == open => quote = None,
            None if matches!(c, '"' | '\'') => quote = Some(c),
            _ => {}
        }
    }
    // A line break is a space like any other.
    kept.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn inline(file: &Path, open: &mut Vec<PathBuf>) -> Result<String> {
    ensure!(!open.iter().any(|f| f == file), "{} imports itself", file.display());
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    open.push(file.to_owned());
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, found)) = next_import(rest) {
        out.push_str(before);
        let end = found.find(';').with_context(|| format!("an @import without ; in {}", file.display()))?;
        let import = Import::parse(&found["@import".len()..end])
            .with_context(|| format!("cannot understand {} in {}", &found[..=end], file.display()))?;
        let folder = file.parent().unwrap_or(Path::new("."));
        let inner = inline(&folder.join(import.path), open)?;
        out.push_str(&wrap(inner, import.conditions)?);
        rest = &found[end + 1..];
    }
    out.push_str(rest);
    open.pop();
    Ok(out)
}

/// Splits at the next `@import` that is not in a comment.
fn next_import(text: &str) -> Option<(&str, &str)> {
    let mut from = 0;
    loop {
        let at = from + text[from..].find("@import")?;
        let comment = text[from..at].rfind("/*").map(|start| from + start);
        match comment {
            Some(start) if !text[start..at].contains("*/") => from = at + text[at..].find("*/")?,
            _ => return Some(text.split_at(at)),
        }
    }
}

struct Import<'a> {
    path: &'a str,
    conditions: &'a str,
}

impl<'a> Import<'a> {
    /// Reads `"file.css" layer(x) …` or `url("file.css") …`.
    fn parse(text: &'a str) -> Result<Self> {
        let text = text.trim();
        let (text, close) = match text.strip_prefix("url(") {
            Some(inner) => (inner.trim_start(), ")"),
            None => (text, ""),
        };
        let quote = text.chars().next().filter(|c| matches!(c, '"' | '\'')).context("no quoted name")?;
        let (path, after) = text[1..].split_once(quote).context("the name has no end")?;
        ensure!(!path.contains(':') && !path.starts_with('/'), "{path} is not a file of this project");
        let conditions = after.trim_start().strip_prefix(close).context("url( has no end")?;
        Ok(Self { path, conditions: conditions.trim() })
    }
}

/// Puts the conditions of an import around its text.
fn wrap(css: String, conditions: &str) -> Result<String> {
    if conditions.is_empty() {
        return Ok(css);
    }
    if let Some(rest) = conditions.strip_prefix("layer(") {
        let (name, rest) = rest.split_once(')').context("layer( has no end")?;
        return Ok(format!("@layer {} {{\n{}}}\n", name.trim(), wrap(css, rest.trim())?));
    }
    if conditions == "layer" || conditions.starts_with("layer ") {
        return Ok(format!("@layer {{\n{}}}\n", wrap(css, conditions["layer".len()..].trim())?));
    }
    if conditions.starts_with("supports(") {
        bail!("supports(…) in an @import is not bundled: write @supports in the file itself");
    }
    Ok(format!("@media {conditions} {{\n{css}}}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle_of(files: &[(&str, &str)]) -> Result<String> {
        let folder = std::env::temp_dir().join(format!(
            "zs-css-{}-{}",
            std::process::id(),
            crate::digest::short(format!("{files:?}").as_bytes())
        ));
        fs::create_dir_all(&folder)?;
        for (name, text) in files {
            fs::write(folder.join(name), text)?;
        }
        let bundled = bundle(&folder.join("main.css"));
        fs::remove_dir_all(&folder)?;
        bundled
    }

    #[test]
    fn imports_are_replaced_in_their_layer() {
        let css = bundle_of(&[
            (
                "main.css",
                "@layer a, b;\n@import \"one.css\" layer(a);\n@import url('two.css') layer(b) print;\np{}",
            ),
            ("one.css", "@import \"deep.css\";\na{}"),
            ("deep.css", "i{}"),
            ("two.css", "b{}"),
        ]);
        assert_eq!(
            css.unwrap(),
            "@layer a, b;\n@layer a {\ni{}\na{}}\n\n@layer b {\n@media print {\nb{}}\n}\n\np{}"
        );
    }

    #[test]
    fn an_import_in_a_comment_is_left_alone() {
        let css = "/* @import \"none.css\"; */ a{} /* b */";
        assert_eq!(bundle_of(&[("main.css", css)]).unwrap(), css);
    }

    #[test]
    fn comments_and_indentation_go_and_strings_stay() {
        let css =
            "/* a \"b */\na {\n  content: \"/* \\\" */\";\n\n  /**/ color: red; /* c */\n}\n/*/ d */ b {}";
        assert_eq!(lean(css), "a {\ncontent: \"/* \\\" */\";\ncolor: red;\n}\nb {}");
    }

    #[test]
    fn circles_missing_files_and_foreign_addresses_are_errors() {
        assert!(bundle_of(&[("main.css", "@import \"main.css\";")]).is_err());
        assert!(bundle_of(&[("main.css", "@import \"none.css\";")]).is_err());
        assert!(bundle_of(&[("main.css", "@import \"https://example.org/a.css\";")]).is_err());
        assert!(bundle_of(&[("main.css", "@import \"a.css\"")]).is_err());
    }
}
