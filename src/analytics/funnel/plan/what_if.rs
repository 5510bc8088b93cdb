//! What a better step would save: all the work that leads to it.
//!
//! Needs are taken as they are before rounding: the roundings of two plans differ by more than a small improvement of
//! a step saves.

use super::ratio::Ratio;

/// What a plan with other ratios spares, approximately.
#[derive(Clone, Debug, PartialEq)]
pub struct Saving {
    /// By stage, first stage first; below zero where more is needed.
    pub stages: Vec<f64>,
    /// All stages, each weighed by the work that one of it takes.
    pub work: f64,
}

/// What each step alone saves when it is `percent` better, in the order of the steps. `weights` are the work that one
/// of each stage takes, in any unit; a stage without a weight takes none.
#[must_use]
pub fn savings(ratios: &[Ratio], goal: u64, weights: &[u32], percent: i8) -> Vec<Saving> {
    (0..ratios.len())
        .map(|step| {
            let better =
                |(index, &ratio): (usize, &Ratio)| if index == step { ratio.changed_by(percent) } else { ratio };
            let changed: Vec<Ratio> = ratios.iter().enumerate().map(better).collect();
            saving(ratios, &changed, goal, weights)
        })
        .collect()
}

/// What `changed` ratios save against `ratios`.
fn saving(ratios: &[Ratio], changed: &[Ratio], goal: u64, weights: &[u32]) -> Saving {
    let (before, after) = (unrounded(ratios, goal), unrounded(changed, goal));
    let stages: Vec<f64> = before.iter().zip(&after).map(|(before, after)| before - after).collect();
    let work = stages.iter().zip(weights).map(|(saved, &weight)| saved * f64::from(weight)).sum();
    Saving { stages, work }
}

/// What each stage needs, not rounded.
#[expect(clippy::cast_precision_loss, reason = "an estimate")]
fn unrounded(ratios: &[Ratio], goal: u64) -> Vec<f64> {
    let mut needs = vec![goal as f64];
    let mut need = goal as f64;
    for ratio in ratios.iter().rev() {
        need /= ratio.share();
        needs.push(need);
    }
    needs.reverse();
    needs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(counts: &[u64]) -> Vec<Ratio> {
        counts.windows(2).map(|pair| Ratio::counts(pair[0], pair[1]).unwrap()).collect()
    }

    fn near(left: f64, right: f64) -> bool {
        (left - right).abs() < 1e-6
    }

    #[test]
    fn a_step_saves_what_leads_to_it() {
        // A tenth better is a need of 10/11: of 800, 400 and 40 an eleventh is saved up to the step.
        let found = savings(&chain(&[80, 40, 4, 1]), 10, &[1, 1, 1, 1], 10);
        for (saving, (stages, work)) in found.iter().zip([
            ([800.0, 0.0, 0.0, 0.0], 800.0),
            ([800.0, 400.0, 0.0, 0.0], 1_200.0),
            ([800.0, 400.0, 40.0, 0.0], 1_240.0),
        ]) {
            for (saved, whole) in saving.stages.iter().zip(stages) {
                assert!(near(*saved, whole / 11.0), "{saving:?}");
            }
            assert!(near(saving.work, work / 11.0), "{saving:?}");
        }
    }

    #[test]
    fn a_step_that_nearly_all_pass_saves_little() {
        // 98 of 100 can become 100 of 100, no more: 2 % of 200. Before, half pass: an eleventh of 200.
        let found = savings(&chain(&[200, 100, 98]), 98, &[1, 0, 0], 10);
        assert!(near(found[0].work, 200.0 / 11.0), "{found:?}");
        assert!(near(found[1].work, 4.0), "{found:?}");
    }

    #[test]
    fn minutes_decide_what_saves_most() {
        // Meetings of 90 minutes weigh more than calls of 3.
        let found = savings(&chain(&[80, 40, 4, 1]), 10, &[3, 0, 90, 0], 10);
        assert!(near(found[0].work, 800.0 * 3.0 / 11.0) && near(found[1].work, 800.0 * 3.0 / 11.0));
        assert!(near(found[2].work, (800.0 * 3.0 + 40.0 * 90.0) / 11.0));
    }
}
