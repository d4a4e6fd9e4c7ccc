//! Charts and tables of computed figures, for every screen that has some.
//!
//! A chart is a drawing ([`draw`]) that is put on the page as it is, so that its picture is the same drawing. Its
//! marks are links to the records behind them. Every chart has a table with the same numbers.

pub mod draw;
mod figure;
mod figures;
mod picture;

pub use draw::{Bar, Chart, Part};
pub use figure::ChartFigure;
pub use figures::{Figure, Figures, FiguresMenu, FiguresTable, Head};
