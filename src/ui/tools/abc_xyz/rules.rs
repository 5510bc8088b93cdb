//! Rival definitions as choices: names, what they do, whom they would move. Pure.

use crate::analytics::date::Grain;
use crate::analytics::segmentation::abc::Boundary;
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, AbcXyzSummary, Rival};
use crate::analytics::segmentation::value::ValueBy;
use crate::analytics::segmentation::xyz::XyzMethod;
use crate::analytics::stats::variation::Deviation;
use crate::i18n::{Format, Messages};
use crate::ui::components::Choice;

/// A set of definitions, of which one is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RuleSet {
    /// Measure of value.
    Value,
    /// Rule at the thresholds.
    Boundary,
    /// Measure of regularity.
    Method,
    /// Periods.
    Grain,
    /// Deviation.
    Deviation,
}

impl RuleSet {
    /// Its definitions, in the order of the screen.
    pub fn rivals(self) -> Vec<Rival> {
        match self {
            Self::Value => ValueBy::ALL.map(Rival::Value).to_vec(),
            Self::Boundary => Boundary::ALL.map(Rival::Boundary).to_vec(),
            Self::Method => XyzMethod::ALL.map(Rival::Method).to_vec(),
            Self::Grain => Grain::ALL.map(Rival::Grain).to_vec(),
            Self::Deviation => Deviation::ALL.map(Rival::Deviation).to_vec(),
        }
    }

    /// Position of the one in force.
    pub fn position(self, options: &AbcXyzOptions) -> usize {
        self.rivals().into_iter().position(|rival| is_in_force(rival, options)).unwrap_or_default()
    }
}

/// Whether `options` hold `rival` already.
pub(super) fn is_in_force(rival: Rival, options: &AbcXyzOptions) -> bool {
    options.with(rival) == *options
}

/// How many clients each rival definition would move, once that is counted.
pub(super) type Moved = [(Rival, u64)];

/// A definition as a choice.
pub(super) fn choice(
    format: Format,
    messages: &Messages,
    summary: &AbcXyzSummary,
    rivals: Option<&Moved>,
    rival: Rival,
) -> Choice {
    let (text, measures) = (&messages.abc_xyz().rules, messages.value());
    let (name, words) = match rival {
        Rival::Value(measure) => ((measures.name)(measure), (measures.words)(measure)),
        Rival::Boundary(rule) => ((text.boundary_name)(rule), (text.boundary_words)(rule)),
        Rival::Method(method) => ((text.method_name)(method), (text.method_words)(method)),
        Rival::Grain(grain) => ((text.grain_name)(grain), ""),
        Rival::Deviation(deviation) => ((text.deviation_name)(deviation), (text.deviation_words)(deviation)),
    };
    let moved = rivals.and_then(|rivals| rivals.iter().find(|(counted, _)| *counted == rival));
    let impossible = match rival {
        Rival::Value(measure) if !summary.values.contains(&measure) => Some((measures.needs)(measure)),
        _ => None,
    };
    let note = match (impossible, moved) {
        (Some(needs), _) => needs.to_owned(),
        _ if is_in_force(rival, &summary.options) => text.in_force.to_owned(),
        (None, Some((_, clients))) => (text.would_move)(format, *clients),
        (None, None) => text.counting.to_owned(),
    };
    Choice {
        name: name.to_owned(),
        mark: is_in_force(rival, &AbcXyzOptions::default()).then(|| text.default_mark.to_owned()),
        words: words.to_owned(),
        note,
        disabled: impossible.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Currency, Locale, messages};
    use crate::ui::tools::abc_xyz::testing::summary;

    #[test]
    fn positions_follow_the_options() {
        let options = AbcXyzOptions::default();
        assert_eq!(RuleSet::Boundary.position(&options), 0);
        assert_eq!(RuleSet::Grain.position(&options), 1, "months stand between weeks and quarters");
        assert_eq!(RuleSet::Method.position(&options.with(Rival::Method(XyzMethod::Variation))), 1);
        assert_eq!(RuleSet::Deviation.position(&options.with(Rival::Deviation(Deviation::Population))), 1);
    }

    #[test]
    fn says_whom_a_definition_would_move() {
        let summary = summary(&[("AX", 3, 100)]);
        let rivals = [(Rival::Boundary(Boundary::Strict), 21), (Rival::Boundary(Boundary::Inclusive), 0)];
        for (locale, rule, mark, note) in [
            (Locale::Ru, Boundary::Crossing, Some("по умолчанию"), "Действует сейчас"),
            (Locale::Ru, Boundary::Strict, None, "21 клиент сменит класс"),
            (Locale::Ru, Boundary::Inclusive, None, "Ни один клиент не сменит класс"),
            (Locale::En, Boundary::Strict, None, "21 clients would change class"),
        ] {
            let format = Format { locale, currency: Currency::None };
            let choice = choice(format, messages(locale), &summary, Some(&rivals), Rival::Boundary(rule));
            assert_eq!(choice.mark.as_deref(), mark);
            assert_eq!(choice.note.replace('\u{a0}', " "), note);
        }
    }

    #[test]
    fn a_measure_without_its_column_cannot_be_chosen() {
        let mut summary = summary(&[("AX", 3, 100)]);
        summary.values = vec![ValueBy::Amount, ValueBy::Orders];
        let format = Format { locale: Locale::En, currency: Currency::None };
        for (measure, disabled, note) in [
            (ValueBy::Amount, false, "In force"),
            (ValueBy::Margin, true, "Needs a column of margins or costs."),
            (ValueBy::Orders, false, "Counting"),
        ] {
            let choice = choice(format, messages(Locale::En), &summary, None, Rival::Value(measure));
            assert_eq!((choice.disabled, choice.note.as_str()), (disabled, note), "{measure:?}");
        }
    }
}
