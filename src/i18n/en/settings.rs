use crate::i18n::messages::settings::SettingsMessages;
use crate::profile::{Currency, Theme};

pub const SETTINGS: SettingsMessages = SettingsMessages {
    title: "Settings",
    lead: "They take effect at once and are remembered in this browser.",
    looks: "Language and looks",
    language: "Language",
    theme: "Theme",
    theme_name: |theme| match theme {
        Theme::System => "Match system",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    },
    figures: "Sums",
    currency: "Currency",
    currency_name: |currency| match currency {
        Currency::None => "No sign",
        Currency::Rub => "Russian rouble, ₽",
        Currency::Usd => "US dollar, $",
        Currency::Eur => "Euro, €",
        Currency::Gbp => "Pound sterling, £",
        Currency::Kzt => "Tenge, ₸",
        Currency::Byn => "Belarusian rouble, Br",
    },
    currency_hint: "The sign stands beside sums from your file. The sums themselves are not converted.",
    example: "This is how figures will look",
    examples: ["Sum", "Short form", "Return", "Share"],
    kept: "What is kept, and where",
    kept_items: [
        (
            "Tables from your files",
            "In the storage of this browser on this computer, so that they open without the file. By choice in the \
             memory of the tab only.",
        ),
        (
            "Settings and your own texts for the cells of the matrix",
            "In the storage of this browser on this computer. Other sites cannot see them.",
        ),
        ("On a server", "Nothing: the app has no server that could take anything in."),
    ],
    kept_now: |format, bytes| format!("Settings and texts take {}", format.bytes(bytes)),
    wipe_title: "Wipe everything",
    wipe_text: "Saved tables are deleted. Settings, rules and texts of the cells go back to what they were at first.",
    wipe: "Wipe what is saved",
    wipe_question: "Wipe everything that is saved?",
    wipe_consequence: "Saved tables, settings, your own texts for the cells of the matrix and backups will be gone. \
        Right afterwards they can still be brought back.",
    wipe_confirm: "Wipe",
    wiped: "What was saved is wiped",
};
