//! Which sources bring deals and money, and what they cost.
//!
//! | module | what |
//! |---|---|
//! | `state` | what the user chose, and the results |
//! | `page` | the screen in its states |
//! | `choices` | touch, unknown labels, spellings |
//! | `rows` | the table of sources, with ranges drawn and costs typed |
//! | `sections` | money by month, sources and classes |

mod choices;
mod page;
mod rows;
mod sections;
mod state;

pub use page::SourcesPage;
pub use state::{SourcesState, use_sources};
