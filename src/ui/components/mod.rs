//! Parts of screens that know nothing of clients and sales.
//!
//! One subject a file; its looks, where it has some of its own, are in `style/components/`. What they share:
//! - texts come in as signals, so that a change of language rewrites them in place;
//! - what a user does goes out through a `Callback`; the state stays with the screen;
//! - lists of choices take and tell values, as functions: how values become places in a list is theirs;
//! - native elements do the work (`<select>`, `<dialog>`, `<details>`, radio and check boxes), so keyboards,
//!   screen readers and forced colours are served by the browser.

pub mod axis_handle;
mod blank;
mod button;
pub mod chart;
mod chip;
mod choice_list;
mod choices;
mod confirm;
mod date_field;
mod disclosure;
mod drawing;
mod drop_zone;
mod empty_state;
mod explain;
mod headline;
mod icon;
mod id;
mod notice;
mod number_field;
mod page_drop;
mod page_header;
mod progress_bar;
mod range_field;
mod save_bar;
mod segmented;
mod select;
mod side_sheet;
mod switch;
mod text_field;
mod toast_region;
mod virtual_list;

pub use blank::Blank;
pub use button::{Button, ButtonKind};
pub use chip::{Chip, Tone};
pub use choice_list::{Choice, ChoiceList};
pub use choices::none_or;
pub use confirm::ConfirmDialog;
pub use date_field::DateField;
pub use disclosure::Disclosure;
pub use drawing::{DrawnChart, SaveDrawn};
pub use drop_zone::DropZone;
pub use empty_state::EmptyState;
pub use explain::Explain;
pub use headline::Headline;
pub use icon::{Icon, IconView};
pub use id::unique_id;
pub use notice::{Notice, NoticeKind};
pub use number_field::NumberField;
pub use page_drop::{PageDrop, use_page_drop};
pub use page_header::PageHeader;
pub use progress_bar::ProgressBar;
pub use range_field::RangeField;
pub use save_bar::{PrintButton, SavePicture, SaveTable};
pub use segmented::Segmented;
pub use select::Select;
pub use side_sheet::SideSheet;
pub use switch::Switch;
pub use text_field::{SearchField, TextArea, TextField};
pub use toast_region::ToastRegion;
pub use virtual_list::{RowPlace, VirtualList};
