//! The part of a whole.

/// `part / whole`, a ratio: 0.25 is a quarter. `None` where there is no whole. Approximate: for display, never for a
/// comparison that decides.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a ratio for display")]
pub fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn parts_of_wholes() {
        for (part, whole, expected) in [(1, 4, Some(0.25)), (0, 3, Some(0.0)), (5, 4, Some(1.25)), (0, 0, None)] {
            assert_eq!(share(part, whole), expected, "{part} of {whole}");
        }
    }
}
