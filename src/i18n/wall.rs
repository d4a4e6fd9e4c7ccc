//! 大屏.

use super::Text;

/// Shows the page on the wall.
pub const WALL: Text = Text::new("大屏", "Wall screen");
/// What the button does.
pub const HELP: Text = Text::new("铺满整个屏幕，按 Esc 退出", "Fills the whole screen; Esc leaves");
/// Leaves it.
pub const END: Text = Text::new("退出（Esc）", "Leave (Esc)");
