//! Things that the user keeps under names of their own: views, rules, selections of clients. Pure.
//!
//! A list of them stands in the order in which they were saved; no two have one name.

/// Something with a name that the user gave.
pub trait Named {
    /// The name.
    fn name(&self) -> &str;
    /// Gives it another.
    fn set_name(&mut self, name: String);
}

/// More than anybody tells apart in a list.
pub const NAMED_MAX: usize = 50;

/// What came of saving a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved<T> {
    /// It is in the list now.
    New,
    /// It is in the place of this one, which had its name.
    Replaced(T),
    /// It is not in the list, which is full.
    Full,
}

/// What came of giving a thing another name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renamed {
    /// It has the name.
    Done,
    /// Another one has it.
    Taken,
    /// The name is empty, or there is no such thing.
    Nothing,
}

/// Saves a thing; one of the same name is replaced in its place.
pub fn save<T: Named>(list: &mut Vec<T>, thing: T) -> Saved<T> {
    if let Some(known) = list.iter_mut().find(|known| known.name() == thing.name()) {
        Saved::Replaced(std::mem::replace(known, thing))
    } else if list.len() < NAMED_MAX {
        list.push(thing);
        Saved::New
    } else {
        Saved::Full
    }
}

/// Gives a thing another name, unless that is empty or taken.
pub fn rename<T: Named>(list: &mut [T], from: &str, to: &str) -> Renamed {
    if from != to && list.iter().any(|thing| thing.name() == to) {
        return Renamed::Taken;
    }
    match list.iter_mut().find(|thing| thing.name() == from) {
        Some(thing) if !to.is_empty() => {
            thing.set_name(to.to_owned());
            Renamed::Done
        }
        _ => Renamed::Nothing,
    }
}

/// A name for a new thing: `base`, else with the first number that makes it free.
#[must_use]
pub fn free_name(taken: &[String], base: &str) -> String {
    let numbered = (2_usize..).map(|number| format!("{base} {number}"));
    std::iter::once(base.to_owned()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or_default()
}

/// Takes a thing away; its place and itself, for [`put_back`].
pub fn remove<T: Named>(list: &mut Vec<T>, name: &str) -> Option<(usize, T)> {
    let place = list.iter().position(|thing| thing.name() == name)?;
    Some((place, list.remove(place)))
}

/// Puts a thing back into its place, unless there is one of its name by now.
pub fn put_back<T: Named>(list: &mut Vec<T>, place: usize, thing: T) {
    if list.iter().all(|known| known.name() != thing.name()) {
        list.insert(place.min(list.len()), thing);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, PartialEq)]
    struct Thing(String, u8);

    impl Named for Thing {
        fn name(&self) -> &str {
            &self.0
        }

        fn set_name(&mut self, name: String) {
            self.0 = name;
        }
    }

    fn names(things: &[Thing]) -> Vec<&str> {
        things.iter().map(Named::name).collect()
    }

    #[test]
    fn things_come_go_and_come_back() {
        let mut things = Vec::new();
        for name in ["one", "two", "three"] {
            assert_eq!(save(&mut things, Thing(name.into(), 0)), Saved::New);
        }
        assert_eq!(save(&mut things, Thing("two".into(), 7)), Saved::Replaced(Thing("two".into(), 0)));
        assert_eq!(names(&things), ["one", "two", "three"]);
        assert_eq!(things[1].1, 7);
        assert_eq!(rename(&mut things, "one", "three"), Renamed::Taken);
        assert_eq!(rename(&mut things, "one", ""), Renamed::Nothing);
        assert_eq!(rename(&mut things, "none", "four"), Renamed::Nothing);
        assert_eq!(rename(&mut things, "one", "one"), Renamed::Done);
        assert_eq!(names(&things), ["one", "two", "three"]);
        assert_eq!(rename(&mut things, "one", "first"), Renamed::Done);
        let (place, gone) = remove(&mut things, "two").unwrap();
        assert_eq!(names(&things), ["first", "three"]);
        put_back(&mut things, place, gone.clone());
        put_back(&mut things, 0, gone);
        assert_eq!(names(&things), ["first", "two", "three"]);
        assert_eq!(remove(&mut things, "none"), None);
    }

    #[test]
    fn there_is_an_end_to_it() {
        let mut things = Vec::new();
        let saved = (0..=NAMED_MAX).map(|number| save(&mut things, Thing(number.to_string(), 0)));
        assert_eq!(saved.filter(|saved| *saved == Saved::Full).count(), 1);
        assert_eq!(things.len(), NAMED_MAX);
    }

    #[test]
    fn a_new_name_is_free() {
        let taken = ["View", "View 2", "View 4"].map(str::to_owned);
        assert_eq!(free_name(&taken, "View"), "View 3");
        assert_eq!(free_name(&taken, "Plan"), "Plan");
    }
}
