//! The plan from the goal backwards: how much of each stage a number of sales needs, and by when.
//!
//! With the stages numbered from the first contact to the sale, and `from(i) : to(i)` the ratio of the step between the
//! stages `i` and `i + 1`,
//!
//! ```text
//! need(last) = goal        need(i) = ⌈ need(i + 1) · from(i) / to(i) ⌉
//! ```
//!
//! in whole numbers, rounded up at each step: half a meeting cannot be held. (Rounding once at the end would ask for
//! a little less; floats would ask for 61 where 35 % and 21 need 60.)
//!
//! | file | idea |
//! |---|---|
//! | [`ratio`] | the ratio of a step, and the needs that follow |
//! | [`goal`] | sales as a number or as money |
//! | [`schedule`] | months, lags, work in progress, working days, weeks |
//! | [`workdays`] | which days are worked |
//! | [`what_if`] | which step, made better, saves most |
//! | [`range`] | how sure the needs are, by the size of the sample |

pub mod goal;
pub mod range;
pub mod ratio;
pub mod schedule;
pub mod what_if;
pub mod workdays;

pub use goal::Goal;
pub use range::need_ranges;
pub use ratio::{NEED_MAX, Ratio, needs};
pub use schedule::{Load, Month, MonthPlan, Schedule, ScheduleOptions, StagePlan, Timing, schedule};
pub use what_if::{Saving, savings};
pub use workdays::{WorkCalendar, Workweek};
