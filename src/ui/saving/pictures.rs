//! Pictures of charts on their way to the user's files.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::charts::picture::Picture;
use crate::platform::{download, picture};
use crate::ui::state::i18n::{I18n, use_i18n};
use crate::ui::state::toasts::{ToastKind, Toasts, use_toasts};

/// Formats of pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Pixels, for any document.
    Png,
    /// Lines, sharp at any size.
    Svg,
}

/// Saves pictures, and says so when that fails.
#[derive(Clone, Copy, Debug)]
pub struct PictureSaver {
    toasts: Toasts,
    i18n: I18n,
}

/// What saves pictures.
#[must_use]
pub fn use_picture_saver() -> PictureSaver {
    PictureSaver { toasts: use_toasts(), i18n: use_i18n() }
}

impl PictureSaver {
    /// Saves a picture, as `<stem>.png` or `<stem>.svg`; `None` is one that could not be made.
    pub fn save(self, made: Option<Picture>, stem: &'static str, kind: PictureKind) {
        spawn_local(async move {
            if written(made, stem, kind).await.is_none() {
                self.toasts.show(ToastKind::Bad, untrack(move || self.i18n.text().saving().picture_failed));
            }
        });
    }
}

async fn written(made: Option<Picture>, stem: &str, kind: PictureKind) -> Option<()> {
    let made = made?;
    match kind {
        PictureKind::Png => download::save_blob(&format!("{stem}.png"), &picture::png(&made).await?).ok(),
        PictureKind::Svg => download::save(&format!("{stem}.svg"), picture::SVG_MIME, made.svg.as_bytes()).ok(),
    }
}
