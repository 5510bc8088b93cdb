//! What the engine says, in words.

use crate::analytics::dataset::pack::PackError;
use crate::i18n::messages::errors::ErrorText;
use crate::i18n::{Format, messages};
use crate::jobs::protocol::JobError;

/// What happened, where, and what to do next, for every error of the engine.
#[must_use]
pub fn error_text(error: &JobError, format: Format) -> ErrorText {
    let texts = messages(format.locale).errors();
    match error {
        JobError::Read(error) => (texts.read)(error, format),
        JobError::Workbook(error) => (messages(format.locale).intake().workbook)(*error, format),
        JobError::WorkbookUnavailable => messages(format.locale).intake().workbook_unavailable.into(),
        JobError::WorkbookStopped => messages(format.locale).intake().workbook_stopped.into(),
        JobError::Kept(PackError::Damaged) => texts.kept_damaged.into(),
        JobError::Kept(PackError::Newer { .. }) => texts.kept_newer.into(),
        JobError::CannotJoin(_) => texts.cannot_join.into(),
        JobError::KeptGone => texts.kept_gone.into(),
        JobError::NoTable => texts.no_table.into(),
        JobError::FileUnavailable => texts.file_unavailable.into(),
        JobError::EngineStopped => texts.engine_stopped.into(),
        JobError::OtherBuild => texts.other_build.into(),
        JobError::TooBigWithoutWorker { bytes_max } => (texts.too_big_without_worker)(format, *bytes_max),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::report::ForeignKind;
    use crate::analytics::dataset::{Field, ReadError, Reason};
    use crate::analytics::workbook::WorkbookError;
    use crate::i18n::{Currency, Locale};

    fn all_errors() -> Vec<JobError> {
        let kinds = [
            ForeignKind::Workbook,
            ForeignKind::OldWorkbook,
            ForeignKind::Archive,
            ForeignKind::Image,
            ForeignKind::Pdf,
            ForeignKind::Html,
            ForeignKind::Binary,
        ];
        let nothing_used = |reason| ReadError::NoUsableRows {
            rows: 1234,
            reason,
            line: 17,
            sample: "???".to_owned(),
            column: "Stamp".to_owned(),
        };
        let mut read = vec![
            ReadError::Empty,
            ReadError::HeaderOnly { header_line: 4 },
            ReadError::OneColumn { first_line: "a b c".to_owned() },
            ReadError::MissingFields { fields: vec![Field::Date], headers: vec!["Stamp".to_owned()] },
            ReadError::UnclosedQuote { line: 17 },
            ReadError::CellTooLong { line: 17, bytes_max: 1_000_000 },
            ReadError::TooManyColumns { line: 17, columns_max: 2_000 },
            ReadError::UnknownColumn { name: "Stamp".to_owned() },
        ];
        read.extend(kinds.map(|kind| ReadError::NotText { kind }));
        read.extend(Reason::ALL.map(nothing_used));
        let mut all: Vec<_> = read.into_iter().map(JobError::Read).collect();
        let workbooks = [
            WorkbookError::Encrypted,
            WorkbookError::Damaged,
            WorkbookError::NotAWorkbook,
            WorkbookError::NoTable,
            WorkbookError::NoSuchSheet,
            WorkbookError::TooBig { bytes_max: 64_000_000 },
            WorkbookError::UnpacksTooBig { bytes_max: 2_000_000_000 },
            WorkbookError::TooManyCells { cells_max: 20_000_000 },
            WorkbookError::TooManyColumns { columns_max: 500 },
        ];
        all.extend(workbooks.map(JobError::Workbook));
        all.extend([
            JobError::WorkbookUnavailable,
            JobError::WorkbookStopped,
            JobError::Kept(PackError::Damaged),
            JobError::Kept(PackError::Newer { found: 2, known: 1 }),
            JobError::CannotJoin(crate::analytics::dataset::JoinError),
            JobError::KeptGone,
            JobError::NoTable,
            JobError::FileUnavailable,
            JobError::EngineStopped,
            JobError::OtherBuild,
            JobError::TooBigWithoutWorker { bytes_max: 50_000_000 },
        ]);
        all
    }

    #[test]
    fn every_error_says_what_where_and_what_to_do() {
        for locale in Locale::ALL {
            let format = Format { locale, currency: Currency::None };
            for error in all_errors() {
                let ErrorText { heading, text, advice } = error_text(&error, format);
                for part in [&heading, &text, &advice] {
                    assert!(part.chars().count() >= 9, "{error:?} in {}: {part:?}", locale.tag());
                    assert!(!part.contains('!'), "{error:?} shouts: {part}");
                }
                assert!(!heading.ends_with('.'), "a heading has no full stop: {heading}");
                for sentence in [&text, &advice] {
                    assert!(sentence.ends_with(['.', '?']), "{error:?} in {}: {sentence}", locale.tag());
                }
            }
        }
    }

    #[test]
    fn what_was_found_is_named() {
        for (error, names) in [
            (ReadError::UnclosedQuote { line: 12_345 }, &["12,345"][..]),
            (ReadError::OneColumn { first_line: "date client".to_owned() }, &["date client"]),
            (
                ReadError::NoUsableRows {
                    rows: 9,
                    reason: Reason::BadDate,
                    line: 3,
                    sample: "Smith".to_owned(),
                    column: "When".to_owned(),
                },
                &["Smith", "When"],
            ),
            (
                ReadError::MissingFields { fields: vec![Field::Date], headers: vec!["When".to_owned()] },
                &["date", "When"],
            ),
            (ReadError::UnknownColumn { name: "Sum".to_owned() }, &["Sum"]),
        ] {
            let format = Format { locale: Locale::En, currency: Currency::None };
            let text = error_text(&JobError::Read(error), format).text;
            assert!(names.iter().all(|name| text.contains(name)), "{text}");
        }
    }

    #[test]
    fn languages_do_not_mix() {
        let format = Format { locale: Locale::Ru, currency: Currency::None };
        for error in all_errors() {
            let text = error_text(&error, format);
            assert!(text.heading.chars().any(|c| ('а'..='я').contains(&c)), "{error:?}: {}", text.heading);
            assert!(!text.text.contains(" the "), "{error:?}: {}", text.text);
        }
    }
}
