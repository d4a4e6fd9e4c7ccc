//! 过堂: hearings, and what units promised at them.
