//! Assembles the site: the page, its loader, the program, the stylesheet, `public/` and the
//! service worker, under names that carry their content's digest.

use crate::compile::{Profile, Program};
use crate::process::root;
use crate::{css, digest, split};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What the page may do, sent by our server and written in the page: everything it needs is its
/// own, and nothing can leave. (Leptos sets `style` attributes, hence 'unsafe-inline' there.)
/// A shared server at another address is added by [`csp`].
pub const CSP: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; \
    object-src 'none'; base-uri 'none'; form-action 'none'";

/// The policy that also lets the page reach a shared server at another address.
pub fn csp(server: Option<&str>) -> String {
    match server {
        Some(server) => CSP.replace("connect-src 'self'", &format!("connect-src 'self' {server}")),
        None => CSP.to_owned(),
    }
}

/// The origin of a server's address, as a policy names it.
pub fn origin(address: &str) -> Result<&str> {
    let (scheme, rest) = address.split_once("://").unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    // Whatever else a policy may hold would open it wider than meant.
    let is_plain =
        !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.:[]".contains(&b));
    ensure!(
        matches!(scheme, "https" | "http") && is_plain,
        "--server takes the address of a server, such as https://dav.example.cn, not {address}"
    );
    Ok(&address[..scheme.len() + 3 + host.len()])
}

/// The page is cached under the address it is opened at, not under its file name, because a
/// server may redirect the one to the other and a redirected answer cannot be a page's.
const PAGE_ADDRESS: &str = "./";
const PAGE: &str = "index.html";
const WORKER: &str = "sw.js";

/// The files of a site by name, with `/` between folders.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Makes all files of the site.
pub fn assemble(program: &Program, profile: Profile, server: Option<&str>) -> Result<Files> {
    let mut files = public()?;
    let (glue, link) = add_scripts(&mut files, program);
    let wasm = add_hashed(&mut files, "zhaoshang", "wasm", &program.wasm);
    let (style, later_style) = add_styles(&mut files, program.later.is_some())?;
    let boot = boot_script(&glue, &wasm, profile)?;
    let boot = add_hashed(&mut files, "boot", "js", boot.as_bytes());
    let page = fill(
        &template()?,
        &[
            ("csp", &csp(server)),
            (
                "preload",
                &format!(
                    "<link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
             <link rel=\"modulepreload\" href=\"{glue}\">\n\
             {link}{later_style}<link rel=\"preload\" href=\"{style}\" as=\"style\">"
                ),
            ),
            // After the first thing to paint, so that it does not wait for the stylesheet.
            ("style", &format!("<link rel=\"stylesheet\" href=\"{style}\">")),
            ("scripts", &format!("<script src=\"{boot}\"></script>")),
        ],
    )?;
    files.insert(PAGE.to_owned(), page.into_bytes());
    if profile == Profile::Release {
        let worker = service_worker(&files)?;
        files.insert(WORKER.to_owned(), worker.into_bytes());
    }
    Ok(files)
}

/// Adds the stylesheet; where the program is cut, that of its later part in a file of its own. Returns the name of
/// the first, and the line that tells the page of the second (`src/web/style.rs` reads it).
fn add_styles(files: &mut Files, is_cut: bool) -> Result<(String, String)> {
    if !is_cut {
        return Ok((add_hashed(files, "style", "css", stylesheet()?.as_bytes()), String::new()));
    }
    let first = add_hashed(files, "style", "css", sheet(FIRST_SHEET)?.as_bytes());
    let later = add_hashed(files, "style_later", "css", sheet(LATER_SHEET)?.as_bytes());
    Ok((first, format!("<meta name=\"later-style\" content=\"{later}\">\n")))
}

/// Adds the script that connects the program to the page, and the one that loads its later parts, with
/// the parts. Returns the name of the first, and the line that preloads the second.
fn add_scripts(files: &mut Files, program: &Program) -> (String, String) {
    let Some(later) = &program.later else {
        return (add_hashed(files, "zhaoshang", "js", program.glue.as_bytes()), String::new());
    };
    let mut link = later.link.clone();
    for (name, part) in &later.parts {
        let stem = name.trim_end_matches(".wasm");
        let hashed = add_hashed(files, stem, "wasm", part);
        link = link.replace(&format!("\"./{name}\""), &format!("\"./{hashed}\""));
    }
    // The two import each other: both are named by the digest of both.
    let version = digest::short([program.glue.as_bytes(), link.as_bytes()].concat().as_slice());
    let (glue_name, link_name) = (format!("zhaoshang.{version}.js"), format!("link.{version}.js"));
    let glue = import_from(&program.glue, split::LINK, &format!("./{link_name}"));
    let link = import_from(&link, split::MAIN, &format!("./{glue_name}"));
    files.insert(glue_name.clone(), glue.into_bytes());
    files.insert(link_name.clone(), link.into_bytes());
    (glue_name, format!("<link rel=\"modulepreload\" href=\"{link_name}\">\n"))
}

/// Changes the address of an import in a script.
fn import_from(script: &str, before: &str, after: &str) -> String {
    let quoted = |quote: char, address: &str| format!("from {quote}{address}{quote}");
    script
        .replace(&quoted('\'', before), &quoted('\'', after))
        .replace(&quoted('"', before), &quoted('"', after))
}

/// Writes the files into `folder`, which holds nothing else afterwards.
pub fn write(files: &Files, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// The page with its `%marks%` not yet filled in.
pub fn template() -> Result<String> {
    read(&root().join(PAGE))
}

const FIRST_SHEET: &str = "main.css";
const LATER_SHEET: &str = "later.css";

/// The bundled stylesheet of both parts, as it is sent.
pub fn stylesheet() -> Result<String> {
    Ok([sheet(FIRST_SHEET)?, sheet(LATER_SHEET)?].join("\n"))
}

fn sheet(name: &str) -> Result<String> {
    Ok(css::lean(&css::bundle(&root().join("style").join(name))?))
}

/// A script of `xtask/page/`.
pub fn page_script(name: &str) -> Result<String> {
    read(&root().join("xtask").join("page").join(name))
}

/// Replaces each `%name%` by its value; an error if a mark is missing, so that none is forgotten.
pub fn fill(text: &str, marks: &[(&str, &str)]) -> Result<String> {
    let mut text = text.to_owned();
    for (name, value) in marks {
        let mark = format!("%{name}%");
        ensure!(text.contains(&mark), "the mark {mark} is missing");
        text = text.replace(&mark, value);
    }
    Ok(text)
}

fn boot_script(glue: &str, wasm: &str, profile: Profile) -> Result<String> {
    let load = fill(&page_script("load-site.js")?, &[("glue", glue), ("wasm", wasm)])?;
    let offline = if profile == Profile::Release { "offline-site.js" } else { "offline-quick.js" };
    let parts = [load, page_script("boot.js")?, page_script(offline)?];
    Ok(format!("{}(() => {{\n\"use strict\";\n{}}})();\n", page_script("rescue.js")?, parts.join("\n")))
}

fn service_worker(files: &Files) -> Result<String> {
    let list: Vec<_> = files
        .iter()
        .map(|(name, bytes)| (if name == PAGE { PAGE_ADDRESS } else { name }, digest::integrity(bytes)))
        .collect();
    let list = serde_json::to_string_pretty(&list)?;
    let version = digest::short(list.as_bytes());
    fill(&page_script(WORKER)?, &[("version", &version), ("files", &list)])
}

fn add_hashed(files: &mut Files, stem: &str, extension: &str, bytes: &[u8]) -> String {
    let name = format!("{stem}.{}.{extension}", digest::short(bytes));
    files.insert(name.clone(), bytes.to_owned());
    name
}

/// The files of `public/`, as they are.
fn public() -> Result<Files> {
    let mut files = Files::new();
    collect(&root().join("public"), "", &mut files)?;
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().into_string().ok().context("a file name in public/ is not text")?;
        // Editors and systems leave hidden files behind; none of ours is hidden.
        if name.starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{prefix}{name}/"), files)?;
        } else {
            files.insert(format!("{prefix}{name}"), fs::read(entry.path())?);
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forgotten_mark_is_an_error() {
        assert_eq!(fill("a%x%b%x%", &[("x", "1")]).unwrap(), "a1b1");
        assert!(fill("ab", &[("x", "1")]).is_err());
    }

    #[test]
    fn the_service_worker_lists_the_page_by_its_address_and_changes_with_any_file() {
        let files =
            |page: &str| Files::from([("index.html".into(), page.into()), ("a.js".into(), b"1".to_vec())]);
        let (one, two) = (service_worker(&files("x")).unwrap(), service_worker(&files("y")).unwrap());
        assert!(one.contains("\"./\"") && one.contains("\"a.js\"") && !one.contains("\"index.html\",\n"));
        let version = |text: &str| text.lines().find(|l| l.contains("const VERSION")).unwrap().to_owned();
        assert_ne!(version(&one), version(&two));
    }

    #[test]
    fn a_server_is_named_in_the_policy_by_its_origin_and_opens_nothing_else() {
        assert_eq!(origin("https://dav.example.cn:8443/share/?x").unwrap(), "https://dav.example.cn:8443");
        for bad in
            ["dav.example.cn", "https://", "ftp://a", "https://a b", "https://*", "https://a;script-src *"]
        {
            assert!(origin(bad).is_err(), "{bad}");
        }
        assert_eq!(csp(None), CSP);
        assert!(
            csp(Some("https://dav.example.cn"))
                .contains("connect-src 'self' https://dav.example.cn; object-src")
        );
    }
}
