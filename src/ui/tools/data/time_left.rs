//! How long a reading will still take, from how far it came so far.

use crate::jobs::protocol::Progress;

/// Before this an estimate says more about the start of the engine than about the file.
const SETTLED_MS: f64 = 800.0;
/// From here on the estimate moves in steps, so that it does not flicker.
const COARSE_FROM_S: u64 = 10;
/// The width of those steps.
const COARSE_STEP_S: u64 = 5;

/// Seconds until the end if the reading goes on at its average pace; `None` while that is not known.
///
/// Above ten seconds rounded up to five.
pub fn seconds_left(elapsed_ms: f64, progress: Progress) -> Option<u64> {
    let left_s = progress.ms_left(elapsed_ms).filter(|_| elapsed_ms >= SETTLED_MS)? / 1000.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "above zero; the cast saturates")]
    let left_s = left_s.ceil() as u64;
    Some(if left_s < COARSE_FROM_S { left_s } else { left_s.next_multiple_of(COARSE_STEP_S) })
}

/// Share of the file that has been read, 0..=1.
pub fn share_done(progress: Progress) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "the length of a bar")]
    match progress.bytes_all {
        0 => 0.0,
        all => (progress.bytes_done as f64 / all as f64).min(1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estimates() {
        for (elapsed_ms, done, all, left) in [
            (100.0, 50, 100, None),
            (2_000.0, 0, 100, None),
            (2_000.0, 50, 100, Some(2)),
            (1_000.0, 30, 100, Some(3)),
            (1_000.0, 1, 13, Some(15)),
            (3_000.0, 1, 40, Some(120)),
            (9_000.0, 100, 100, Some(0)),
            (9_000.0, 101, 100, Some(0)),
        ] {
            let progress = Progress { bytes_done: done, bytes_all: all, rows: 0 };
            assert_eq!(seconds_left(elapsed_ms, progress), left, "{done} of {all} after {elapsed_ms} ms");
        }
    }

    #[test]
    fn shares_stay_between_nothing_and_all() {
        for (done, all, share) in [(0, 0, 0.0), (1, 4, 0.25), (5, 4, 1.0)] {
            assert!((share_done(Progress { bytes_done: done, bytes_all: all, rows: 0 }) - share).abs() < 1e-12);
        }
    }
}
