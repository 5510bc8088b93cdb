//! What a client bought over time: a bar a period, and the table that says the same.
//!
//! The page draws it of its own elements, since a card has no room for more and must not wait for a library of charts.
//! Sums below zero hang under the line of nothing, so that they are told without colour.

use super::TableTwin;
use crate::analytics::amount::Sum;
use crate::analytics::date::Grain;
use crate::analytics::segmentation::course::{Course, PeriodSum};
use crate::i18n::course::Bought;
use crate::i18n::{Format, messages};

/// Of the room of a period, what its bar takes.
const BAR_SHARE: f64 = 0.72;
/// The widest bar, in percent of the picture: few periods are no walls.
const BAR_MAX: f64 = 9.0;
/// The lowest bar, in percent of the height: a small sum is still something.
const BAR_MIN: f64 = 1.5;
/// Years are named between these, in percent of the width, and so far apart: the ends have names of their own.
const YEARS: (f64, f64, f64) = (26.0, 70.0, 14.0);

/// How a bar looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A sum above zero.
    Sold,
    /// A sum below zero: more came back than was bought.
    Returned,
    /// A sum of a period that is not over.
    Unfinished,
}

/// A bar, in percent of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Where the room of its period begins, and how wide that is.
    pub room: (f64, f64),
    /// Its left edge and its width.
    pub across: (f64, f64),
    /// Its upper edge and its height; nothing where the sum is zero.
    pub down: (f64, f64),
    /// Its look.
    pub look: Look,
    /// What it says.
    pub words: String,
}

/// The picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// One a period.
    pub bars: Vec<Bar>,
    /// Where the line of nothing is, in percent from the top.
    pub zero: f64,
    /// The largest sum in a few letters, and what is said of it; nothing where none is above zero.
    pub most: Option<(String, String)>,
    /// The least sum in a few letters, where it is below zero.
    pub least: Option<String>,
    /// Where years begin, in percent from the left, with their names where there is room.
    pub years: Vec<(f64, Option<String>)>,
    /// Names of the first and of the last period.
    pub ends: (String, String),
}

/// The picture of a course.
#[must_use]
pub fn bars(course: &Course, format: Format) -> Bars {
    let sums = || course.sums.iter().map(|period| period.sum);
    let high = sums().max().unwrap_or_default().max(Sum::ZERO);
    let low = sums().min().unwrap_or_default().min(Sum::ZERO);
    let span = (high - low).approximate();
    let share = |sum: Sum| if span > 0.0 { 100.0 * sum.approximate() / span } else { 0.0 };
    let zero = if span > 0.0 { share(high) } else { 100.0 };
    #[expect(clippy::cast_precision_loss, reason = "places in a picture")]
    let room = 100.0 / course.sums.len().max(1) as f64;
    let width = (room * BAR_SHARE).min(BAR_MAX);
    let last = course.first + i32::try_from(course.sums.len()).unwrap_or(0) - 1;
    let bar = |(number, period): (i32, &PeriodSum)| {
        let left = room * f64::from(number - course.first);
        let height = if period.sum == Sum::ZERO { 0.0 } else { share(period.sum).abs().max(BAR_MIN) };
        Bar {
            room: (left, room),
            across: (left + (room - width) / 2.0, width),
            down: (if period.sum < Sum::ZERO { zero } else { zero - height }, height),
            look: match () {
                () if course.is_last_left_out && number == last => Look::Unfinished,
                () if period.sum < Sum::ZERO => Look::Returned,
                () => Look::Sold,
            },
            words: words_of(course, number, *period, format),
        }
    };
    Bars {
        bars: course.numbered().map(bar).collect(),
        zero,
        most: most(course, format).map(|words| (format.money_short(high), words)),
        least: (low < Sum::ZERO).then(|| format.money_short(low)),
        years: years(course, room),
        ends: (format.period(course.grain, course.first), format.period(course.grain, last)),
    }
}

/// What is said of the largest sum, of equal ones the latest; nothing where none is above zero.
fn most(course: &Course, format: Format) -> Option<String> {
    let (number, period) = course.numbered().max_by_key(|(_, period)| period.sum)?;
    let (text, name) = (messages(format.locale).course(), format.period(course.grain, number));
    let words = || (text.most)(format, course.grain, &name, period.sum, period.returned);
    period.sum.is_positive().then(words)
}

fn words_of(course: &Course, number: i32, period: PeriodSum, format: Format) -> String {
    let name = format.period(course.grain, number);
    (messages(format.locale).course().bar)(format, course.grain, &name, period.sum, period.returned)
}

/// Where years begin: with the first period that begins in them.
fn years(course: &Course, room: f64) -> Vec<(f64, Option<String>)> {
    let year_of = |number: i32| course.grain.first_day(number).map(|day| day.to_ymd().0);
    let (from, to, apart) = YEARS;
    let mut named = f64::NEG_INFINITY;
    let begin = course.numbered().map(|(number, _)| number).filter(|&number| year_of(number) != year_of(number - 1));
    begin
        .filter(|&number| number > course.first)
        .map(|number| {
            let place = room * f64::from(number - course.first);
            let has_room = (from..=to).contains(&place) && place - named >= apart;
            if has_room {
                named = place;
            }
            (place, year_of(number).filter(|_| has_room).map(|year| year.to_string()))
        })
        .collect()
}

/// The same in figures: a row a period, and all together.
#[must_use]
pub fn table(course: &Course, format: Format) -> TableTwin {
    let text = messages(format.locale).course();
    let row = |name: String, sum: Sum, returned: Sum| {
        let returned = if returned.is_positive() { format.decimal(returned, 2) } else { "–".to_owned() };
        vec![name, format.decimal(sum, 2), returned]
    };
    let name = |number: i32| format.period(course.grain, number);
    let (periods, earlier) = course.earlier;
    let before = (periods > 0).then(|| row((text.before)(&name(course.first)), earlier.sum, earlier.returned));
    let each = course.numbered().map(|(number, period)| row(name(number), period.sum, period.returned));
    let total = row(text.total.to_owned(), course.total(), course.returned());
    TableTwin {
        caption: (text.title)(course.grain).to_owned(),
        headers: (text.headers)(course.grain, format.currency.sign()).to_vec(),
        rows: before.into_iter().chain(each).chain([total]).collect(),
    }
}

/// The same in a sentence.
#[must_use]
pub fn label(course: &Course, format: Format) -> String {
    let text = messages(format.locale).course();
    let words = (text.words)(format, Bought::of(course));
    let most = most(course, format).map(|most| format!(" {most}"));
    format!("{}. {words}{}", (text.title)(course.grain), most.unwrap_or_default())
}

/// What is to be known of the sums, a sentence each.
#[must_use]
pub fn notes(course: &Course, format: Format) -> Vec<String> {
    let text = messages(format.locale).course();
    let Course { grain, window: (from, to), earlier: (periods, earlier), .. } = *course;
    let returned = course.returned();
    let is_cut = periods == 0 && grain.first_day(course.first) != Some(from);
    let notes = [
        returned.is_positive().then(|| (text.returned)(format, returned)),
        is_cut.then(|| (text.first_cut)(format, grain, from)),
        course.is_last_left_out.then(|| (text.last_left_out)(format, grain, to)),
        (periods > 0).then(|| (text.earlier)(format, grain, periods, earlier.sum)),
    ];
    notes.into_iter().flatten().collect()
}

/// What a course is called until it is there.
#[must_use]
pub fn title(grain: Grain, format: Format) -> &'static str {
    (messages(format.locale).course().title)(grain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::date::Day;
    use crate::i18n::{Currency, Locale};

    const EN: Format = Format { locale: Locale::En, currency: Currency::Usd };

    /// Months from November 2025 on, in whole units: net and returned.
    fn course(sums: &[(i128, i128)]) -> Course {
        let period = |&(sum, returned): &(i128, i128)| PeriodSum {
            sum: Sum(sum * 10_000),
            returned: Sum(returned * 10_000),
            is_bought: sum > 0,
        };
        Course {
            grain: Grain::Month,
            window: (Day::from_ymd(2025, 11, 1).unwrap(), Day::from_ymd(2026, 2, 28).unwrap()),
            first: 2025 * 12 + 10,
            sums: sums.iter().map(period).collect(),
            earlier: (0, PeriodSum::default()),
            is_last_left_out: false,
            periods: 4,
            active: 2,
            orders: 3,
            purchased: Day::from_ymd(2025, 11, 2).zip(Day::from_ymd(2026, 2, 3)),
        }
    }

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn bars_stand_on_the_line_and_hang_below_it() {
        // From 150 down to -50: the line is at three quarters, and 200 are the whole height.
        let picture = bars(&course(&[(150, 0), (0, 0), (-50, 60), (30, 5)]), EN);
        let down: Vec<(f64, f64)> = picture.bars.iter().map(|bar| bar.down).collect();
        assert_eq!((picture.zero, down), (75.0, vec![(0.0, 75.0), (75.0, 0.0), (75.0, 25.0), (60.0, 15.0)]));
        let looks: Vec<Look> = picture.bars.iter().map(|bar| bar.look).collect();
        assert_eq!(looks, [Look::Sold, Look::Sold, Look::Returned, Look::Sold]);
        assert_eq!((picture.bars[1].room, picture.bars[1].across), ((25.0, 25.0), (33.0, 9.0)));
        assert_eq!(picture.most.map(|(short, _)| short).as_deref(), Some("$150"));
        assert_eq!(picture.least.as_deref(), Some("\u{2212}$50"));
        assert_eq!(plain(&picture.bars[2].words), "Jan 2026: \u{2212}$50.00, returns of $60.00 taken off");
        // January begins a year, in the middle of the four.
        assert_eq!(picture.years, [(50.0, Some("2026".to_owned()))]);
        assert_eq!((plain(&picture.ends.0).as_str(), plain(&picture.ends.1).as_str()), ("Nov 2025", "Feb 2026"));
    }

    #[test]
    fn returns_alone_hang_from_the_top_and_nothing_at_all_is_a_line() {
        let picture = bars(&course(&[(0, 0), (-50, 50)]), EN);
        assert_eq!((picture.zero, picture.bars[1].down, picture.most), (0.0, (0.0, 100.0), None));
        let picture = bars(&course(&[(0, 0), (0, 10)]), EN);
        assert_eq!((picture.zero, picture.bars[1].down), (100.0, (100.0, 0.0)));
    }

    #[test]
    fn a_period_that_is_not_over_is_drawn_as_such() {
        let course = Course { is_last_left_out: true, ..course(&[(10, 0), (0, 0), (0, 0), (20, 0)]) };
        let picture = bars(&course, EN);
        assert_eq!(picture.bars.last().map(|bar| bar.look), Some(Look::Unfinished));
        assert!(notes(&course, EN).iter().any(|note| note.contains("its bar is pale")));
    }

    #[test]
    fn the_table_adds_up() {
        let earlier = (3, PeriodSum { sum: Sum(70_000), returned: Sum(10_000), is_bought: true });
        let course = Course { earlier, ..course(&[(150, 0), (0, 0), (-50, 60), (30, 5)]) };
        let twin = table(&course, EN);
        let rows: Vec<String> = twin.rows.iter().map(|row| plain(&row.join(" "))).collect();
        assert_eq!(
            rows,
            [
                "before Nov 2025 7.00 1.00",
                "Nov 2025 150.00 –",
                "Dec 2025 0.00 –",
                "Jan 2026 \u{2212}50.00 60.00",
                "Feb 2026 30.00 5.00",
                // 7 + 150 − 50 + 30, and 1 + 60 + 5.
                "In all 137.00 66.00",
            ]
        );
        assert!(twin.rows.iter().all(|row| row.len() == twin.headers.len()));
        assert_eq!(twin.headers, ["Month", "Sales,\u{a0}$", "Returns taken off,\u{a0}$"]);
        let said: Vec<String> = notes(&course, EN).iter().map(|note| plain(note)).collect();
        assert_eq!(
            said,
            [
                "Returns of $66 are taken off the sums.",
                "Before the first bar there are 3 months more, with $7: they are not drawn."
            ]
        );
        assert_eq!(
            plain(&label(&course, EN)),
            "Sales by month. Bought in 2 of 4 months, last time 26 days ago, on 3 Feb 2026. Most in Nov 2025: $150.00"
        );
    }
}
