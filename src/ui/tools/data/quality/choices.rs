//! Which spellings a press merges.

use crate::analytics::quality::{Confidence, Merge, SpellingGroup};

/// Which spellings of a group are ticked to begin with: all but those that are mere possibilities.
pub fn ticked_at_first(group: &SpellingGroup) -> Vec<bool> {
    group.spellings.iter().map(|spelling| spelling.confidence > Confidence::Possible).collect()
}

/// The merge of the ticked spellings of a group into the one at `main`; `None` if there is nothing to merge.
pub fn chosen(group: &SpellingGroup, ticked: &[bool], main: usize) -> Option<Merge> {
    let into = group.spellings.get(main)?.name.clone();
    let is_chosen = |index: usize| index != main && ticked.get(index).is_some_and(|ticked| *ticked);
    let names = group.spellings.iter().enumerate();
    let from: Vec<String> =
        names.filter(|(index, _)| is_chosen(*index)).map(|(_, spelling)| spelling.name.clone()).collect();
    (!from.is_empty()).then_some(Merge { into, from })
}

/// The merges of what is beyond doubt: in each group, the spellings that are the main one written in another way.
pub fn sure(groups: &[SpellingGroup]) -> Vec<Merge> {
    let of_group = |group: &SpellingGroup| {
        let ticked: Vec<bool> =
            group.spellings.iter().map(|spelling| spelling.confidence == Confidence::Sure).collect();
        chosen(group, &ticked, 0)
    };
    groups.iter().filter_map(of_group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::amount::Sum;
    use crate::analytics::quality::Spelling;

    fn group(spellings: &[(&str, Confidence)]) -> SpellingGroup {
        let spelling = |&(name, confidence): &(&str, Confidence)| Spelling {
            name: name.to_owned(),
            key: name.to_lowercase(),
            rows: 1,
            amount: Sum::ZERO,
            differences: Vec::new(),
            confidence,
        };
        SpellingGroup { spellings: spellings.iter().map(spelling).collect() }
    }

    fn names(merge: &Merge) -> (&str, Vec<&str>) {
        (&merge.into, merge.from.iter().map(String::as_str).collect())
    }

    #[test]
    fn possibilities_are_not_ticked() {
        let group = group(&[("A", Confidence::Sure), ("a", Confidence::Likely), ("b", Confidence::Possible)]);
        assert_eq!(ticked_at_first(&group), [true, true, false]);
    }

    #[test]
    fn the_ticked_go_into_the_main_one() {
        let group = group(&[("A", Confidence::Sure), ("a", Confidence::Sure), ("b", Confidence::Sure)]);
        let merge = |ticked: &[bool], main| chosen(&group, ticked, main);
        assert_eq!(merge(&[true, true, false], 0).as_ref().map(names), Some(("A", vec!["a"])));
        assert_eq!(merge(&[true, true, false], 2).as_ref().map(names), Some(("b", vec!["A", "a"])));
        assert_eq!(merge(&[true, false, false], 0), None);
        assert_eq!(merge(&[true, true], 9), None);
    }

    #[test]
    fn sure_merges_leave_doubts_alone() {
        let groups = [
            group(&[("A", Confidence::Sure), ("a", Confidence::Sure), ("b", Confidence::Likely)]),
            group(&[("C", Confidence::Sure), ("c", Confidence::Possible)]),
        ];
        assert_eq!(sure(&groups).iter().map(names).collect::<Vec<_>>(), [("A", vec!["a"])]);
    }
}
