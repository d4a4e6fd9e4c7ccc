//! The command line: one command, then flags and options in any order.

use anyhow::{Context, Result, bail};

/// Arguments not yet taken. Call [`Args::finish`] last, so that a misspelt option is an error.
pub struct Args(Vec<String>);

impl Args {
    /// The arguments of this process, without the program's name.
    pub fn from_env() -> Self {
        Self(std::env::args().skip(1).collect())
    }

    /// Takes the first argument: the command.
    pub fn command(&mut self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.0.remove(0))
    }

    /// Takes `--name`; true if it was there.
    pub fn flag(&mut self, name: &str) -> bool {
        let at = self.0.iter().position(|a| a == name);
        at.map(|at| self.0.remove(at)).is_some()
    }

    /// Takes `--name VALUE` or `--name=VALUE`.
    pub fn option(&mut self, name: &str) -> Result<Option<String>> {
        let joined = format!("{name}=");
        if let Some(at) = self.0.iter().position(|a| a.starts_with(&joined)) {
            return Ok(Some(self.0.remove(at)[joined.len()..].to_owned()));
        }
        let Some(at) = self.0.iter().position(|a| a == name) else {
            return Ok(None);
        };
        if at + 1 == self.0.len() {
            bail!("{name} needs a value");
        }
        self.0.remove(at);
        Ok(Some(self.0.remove(at)))
    }

    /// Takes `--name N` as a number.
    pub fn number<N>(&mut self, name: &str) -> Result<Option<N>>
    where
        N: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>,
    {
        let text = self.option(name)?;
        text.map(|t| t.parse().with_context(|| format!("{name} needs a number, not '{t}'"))).transpose()
    }

    /// Errors if anything was not understood.
    pub fn finish(self) -> Result<()> {
        match self.0.first() {
            Some(rest) => bail!("'{rest}' is not an option of this command; see cargo xtask help"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(list: &[&str]) -> Args {
        Args(list.iter().map(|&a| a.to_owned()).collect())
    }

    #[test]
    fn options_come_in_any_order_and_both_spellings() {
        let mut a = args(&["start", "--port", "81", "--no-open", "--grep=a b"]);
        assert_eq!(a.command().as_deref(), Some("start"));
        assert!(a.flag("--no-open"));
        assert_eq!(a.option("--grep").unwrap().as_deref(), Some("a b"));
        assert_eq!(a.number::<u16>("--port").unwrap(), Some(81));
        assert!(a.finish().is_ok());
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        assert!(args(&["--prot", "81"]).finish().is_err());
        assert!(args(&["--port"]).option("--port").is_err());
        assert!(args(&["--port", "x"]).number::<u16>("--port").is_err());
    }
}
