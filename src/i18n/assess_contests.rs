//! 竞赛: rounds, flags, the ox and the snail.
