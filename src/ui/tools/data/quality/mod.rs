//! What may be wrong in the rows of a table, and the decisions about it.
//!
//! | file | shows |
//! |---|---|
//! | `section` | the part as a whole |
//! | `switches` | repeated rows, returns, future dates, rows without a client |
//! | `spellings`, `group` | names of one client, offered for merging |
//! | `merges` | what was merged, to be split again |
//! | `currency` | the question which currency counts |
//! | `choices` | nothing: it computes what a press merges |
//! | `state` | nothing: it asks the engine and holds the answer |

mod choices;
mod currency;
mod group;
mod merges;
mod section;
mod spellings;
mod state;
mod switches;

pub use currency::CurrencyQuestion;
pub use section::Quality;
pub use state::QualityState;
pub use switches::ReturnsSwitch;
