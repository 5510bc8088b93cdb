//! The staircase and the reasons of loss as pictures to be saved. On the screen the page draws the same of its own
//! elements, which lead to the deals behind them.

use super::{loss_bars, percent, step_name};
use crate::analytics::funnel::FunnelReport;
use crate::charts::Palette;
use crate::charts::picture::{DRAWING, wrapped};
use crate::charts::svg::{Anchor, Svg, room};
use crate::i18n::{Format, messages};

/// Height of the columns.
const WELL: f64 = 300.0;
/// Between columns.
const GAP: f64 = 14.0;
/// Between lines of words.
const LEADING: f64 = 3.0;
/// Reasons that have a bar; the table has all.
const REASONS_MAX: usize = 14;

#[expect(clippy::cast_precision_loss, reason = "lengths in a picture")]
fn part(count: u64, whole: u64) -> f64 {
    count as f64 / whole.max(1) as f64
}

/// The staircase: each step as high as the one before, what came on filled, what was lost striped, what is open pale.
#[must_use]
pub fn stairs(report: &FunnelReport, palette: &Palette, format: Format) -> String {
    let text = &messages(format.locale).funnel().screen;
    let mut svg = Svg::new(palette);
    let highest = report.steps.iter().map(|step| step.reached).max().unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "a width")]
    let width = f64::from(DRAWING.0) / report.steps.len().max(1) as f64;
    for (place, step) in report.steps.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a place")]
        let (left, inner) = (place as f64 * width, width - GAP);
        let before = place.checked_sub(1).and_then(|before| report.steps.get(before));
        let came = part(step.reached, highest) * WELL;
        let open = before.map_or(0.0, |before| part(before.open, highest) * WELL);
        let lost = before.map_or(0.0, |before| part(before.lost, highest) * WELL);
        svg.area((left, WELL - came), (inner, came), &palette.class_a);
        svg.area((left, WELL - came - open), (inner, open), &palette.class_c);
        svg.striped((left, WELL - came - open - lost), (inner, lost));
        svg.line((left, WELL), (left + inner, WELL), &palette.ink);
        let mut words = vec![(format.count(step.reached), (22, 400)), (step_name(step, format), (14, 600))];
        if place > 0 {
            let share = |share: Option<f64>, say: fn(Format, f64) -> String| share.map(|share| say(format, share));
            let shares =
                [share(report.of_previous(place), text.of_previous), share(report.of_first(place), text.of_first)];
            words.extend(shares.into_iter().flatten().map(|words| (words, (12, 400))));
        }
        if let Some(before) = before {
            let counts = [(before.lost, text.lost), (before.open, text.open)];
            let said = counts.into_iter().filter(|(count, _)| *count > 0);
            words.extend(said.map(|(count, say)| (say(format, count), (12, 600))));
        }
        let mut y = WELL + GAP;
        for (words, (px, weight)) in words {
            for line in wrapped(&words, room(px, inner)) {
                y += f64::from(px) + LEADING;
                svg.text((left, y), Anchor::Start, (px, weight), inner, &line);
            }
        }
    }
    svg.finish()
}

/// Reasons of loss: a striped bar each, and a mark where it and all before it reach.
#[must_use]
pub fn losses(report: &FunnelReport, palette: &Palette, format: Format) -> String {
    const NAMES: f64 = 280.0;
    const SHARES: f64 = 150.0;
    let mut svg = Svg::new(palette);
    let bars = loss_bars(report, format);
    let shown = bars.len().min(REASONS_MAX);
    #[expect(clippy::cast_precision_loss, reason = "a height")]
    let row = (f64::from(DRAWING.1) / shown.max(1) as f64).min(44.0);
    let track = f64::from(DRAWING.0) - NAMES - SHARES;
    let mut y = 0.0;
    for bar in bars.iter().take(shown) {
        let middle = y + row / 2.0 + 5.0;
        svg.text((0.0, middle), Anchor::Start, (14, 400), NAMES - GAP, &bar.reason);
        svg.striped((NAMES, y + 4.0), (track * bar.share, row - 12.0));
        let mark = NAMES + track * bar.together;
        svg.line((mark, y + 2.0), (mark, y + row - 6.0), &palette.ink);
        let shares = format!("{} / {}", percent(Some(bar.share), format), percent(Some(bar.together), format));
        svg.text((f64::from(DRAWING.0), middle), Anchor::End, (13, 400), SHARES, &shares);
        y += row;
    }
    svg.finish()
}
