//! `test`: everything that is checked, natively and in a browser, and how much of it passed.

use crate::args::Args;
use crate::compile::Profile;
use crate::process::{cargo, run as run_program, say, scratch};
use crate::{packages, playwright, setup};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::{fs, ops::AddAssign};

/// How many tests passed and failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that ran and held.
    pub passed: u64,
    /// Tests that did not hold, and checks that could not be made at all.
    pub failed: u64,
    /// What failed, in words, for the end of a report of thousands of lines.
    pub what: Vec<String>,
}

impl Tally {
    /// A check that failed, or a test program that could not run.
    fn one_failed(what: impl Into<String>) -> Self {
        Self { passed: 0, failed: 1, what: vec![what.into()] }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.what.extend(other.what);
    }
}

/// `cargo xtask test`.
///
/// A failure does not end the run: the last line counts them all.
pub fn run(mut args: Args) -> Result<ExitCode> {
    let only = args.option("--only")?;
    let grep = args.option("--grep")?;
    let built = args.flag("--built");
    args.finish()?;
    let (native, browser) = match only.as_deref() {
        None => (true, true),
        Some("native") => (true, false),
        Some("e2e") => (false, true),
        Some(other) => bail!("--only takes native or e2e, not {other}"),
    };
    let mut tally = Tally::default();
    if native {
        tally += native_tests(grep.as_deref());
    }
    if browser {
        tally += browser_tests(grep.as_deref(), built)
            .unwrap_or_else(|error| Tally::one_failed(format!("the browser tests could not run: {error:#}")));
    }
    tally.what.iter().for_each(|what| say(format!("failed: {what}")));
    println!("{} passed, {} failed", tally.passed, tally.failed);
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Format and lints, which count only when they fail, and the tests of the core and of this tool.
fn native_tests(grep: Option<&str>) -> Tally {
    let mut tally = Tally::default();
    let deny = ["--", "-D", "warnings"];
    if grep.is_none() {
        if let Err(error) = setup::lints() {
            tally += Tally::one_failed(format!("{error:#}"));
        }
        tally += check("format", cargo().args(["fmt", "--all", "--check"]));
        let core = ["clippy", "--workspace", "--no-default-features", "--all-targets"];
        tally += check("lints of the core and of xtask", cargo().args(core).args(deny));
        tally += check_browser_lints(&deny);
    }
    if let Err(error) = setup::office_programs() {
        tally += Tally::one_failed(format!("{error:#}"));
    }
    let filter = grep.as_slice();
    let core = ["test", "--no-default-features", "--no-fail-fast"];
    tally += cargo_test("the core", cargo().args(core).args(filter));
    // Under the profile this very program was built with, so that nothing is compiled again.
    let own = ["test", "--package", "xtask", "--profile", "dev"];
    tally += cargo_test("xtask", cargo().args(own).args(filter));
    tally
}

fn check_browser_lints(deny: &[&str]) -> Tally {
    if let Err(error) = setup::wasm_target() {
        return Tally::one_failed(format!("{error:#}"));
    }
    check("lints of the page", cargo().args(["clippy", "--target", setup::WASM]).args(deny))
}

fn check(what: &str, command: &mut Command) -> Tally {
    say(what);
    run_program(command)
        .map_or_else(|error| Tally::one_failed(format!("{what}: {error:#}")), |()| Tally::default())
}

/// Runs `cargo test`, shows what it prints and counts from it.
fn cargo_test(what: &str, command: &mut Command) -> Tally {
    say(format!("tests of {what}"));
    let counted = (|| -> Result<Tally> {
        let mut child = command.stdout(Stdio::piped()).spawn().context("cannot run cargo")?;
        let mut tally = Tally::default();
        for line in BufReader::new(child.stdout.take().context("no output")?).lines() {
            let line = line?;
            println!("{line}");
            tally += count(&line);
        }
        // A test program that does not compile or is killed prints no count.
        if !child.wait()?.success() && tally.failed == 0 {
            tally += Tally::one_failed(format!("tests of {what}: did not run to the end"));
        }
        Ok(tally)
    })();
    counted.unwrap_or_else(|error| Tally::one_failed(format!("tests of {what}: {error:#}")))
}

/// Reads `test result: ok. 3 passed; 0 failed; 1 ignored; …`. An ignored test proves nothing, so
/// it counts as failed. The lines before, `test name ... FAILED`, give the names.
fn count(line: &str) -> Tally {
    let test = line.strip_prefix("test ");
    if let Some(name) =
        test.and_then(|test| test.split_once(" ... ")).filter(|(_, end)| !end.starts_with("ok"))
    {
        return Tally { what: vec![format!("{} {}", name.0, name.1)], ..Tally::default() };
    }
    let Some(rest) = line.strip_prefix("test result:") else {
        return Tally::default();
    };
    let words: Vec<_> = rest.split([' ', '.', ';']).filter(|w| !w.is_empty()).collect();
    let number = |what: &str| -> u64 {
        let found = words.windows(2).find(|pair| pair[1] == what);
        found.and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
    };
    Tally { passed: number("passed"), failed: number("failed") + number("ignored"), what: Vec::new() }
}

/// The tests of both packages in Chromium; with `built`, of those that lie in `dist` already.
fn browser_tests(grep: Option<&str>, built: bool) -> Result<Tally> {
    let mut tally = Tally::default();
    if grep.is_none() {
        let mut types = Command::new("node");
        types.args(["node_modules/typescript/bin/tsc", "--project", "."]).current_dir(setup::drivers()?);
        tally += check("types of the browser tests", &mut types);
    }
    let folder = if built { packages::made()? } else { packages::make(Profile::Release)? };
    let report = scratch().join("xtask").join("playwright.json");
    fs::remove_file(&report).ok();
    let mut command = playwright::command("e2e/playwright.config.ts", &folder)?;
    if let Some(grep) = grep {
        command.args(["--grep", grep]);
    }
    let ended = run_program(command.env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report));
    let report = fs::read(&report).context("Playwright left no report")?;
    tally += count_report(&serde_json::from_slice(&report)?);
    if ended.is_err() && tally.failed == 0 {
        tally += Tally::one_failed("the browser tests did not run to the end");
    }
    Ok(tally)
}

/// Counts Playwright's report; what is skipped or passes only now and then counts as failed.
fn count_report(report: &serde_json::Value) -> Tally {
    let number = |what: &str| report["stats"][what].as_u64().unwrap_or(0);
    let failed = number("unexpected") + number("flaky") + number("skipped");
    let what = (failed > 0).then(|| format!("{failed} of the browser tests, named above"));
    Tally { passed: number("expected"), failed, what: what.into_iter().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_lines_of_cargo() {
        let line = "test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(count(line), Tally { passed: 12, failed: 3, what: Vec::new() });
        assert_eq!(count("test some::test ... ok"), Tally::default());
        assert_eq!(count("test some::test ... FAILED").what, ["some::test FAILED"]);
    }

    #[test]
    fn counts_the_report_of_the_browser_tests() {
        let report = serde_json::json!({"stats": {"expected": 5, "unexpected": 1, "flaky": 1, "skipped": 1}});
        let tally = count_report(&report);
        assert_eq!((tally.passed, tally.failed, tally.what.len()), (5, 3, 1));
    }
}
