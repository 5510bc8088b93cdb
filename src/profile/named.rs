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

/// Saves a thing; one of the same name is replaced in its place.
pub fn save<T: Named>(list: &mut Vec<T>, thing: T) {
    if let Some(known) = list.iter_mut().find(|known| known.name() == thing.name()) {
        *known = thing;
    } else if list.len() < NAMED_MAX {
        list.push(thing);
    }
}

/// Gives a thing another name, unless that is empty or taken.
pub fn rename<T: Named>(list: &mut [T], from: &str, to: &str) {
    let is_free = !to.is_empty() && list.iter().all(|thing| thing.name() != to);
    if let Some(thing) = list.iter_mut().find(|thing| thing.name() == from).filter(|_| is_free) {
        thing.set_name(to.to_owned());
    }
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
            save(&mut things, Thing(name.into(), 0));
        }
        save(&mut things, Thing("two".into(), 7));
        assert_eq!(names(&things), ["one", "two", "three"]);
        assert_eq!(things[1].1, 7);
        rename(&mut things, "one", "three");
        rename(&mut things, "one", "");
        assert_eq!(names(&things), ["one", "two", "three"], "a name is taken, or none");
        rename(&mut things, "one", "first");
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
        (0..=NAMED_MAX).for_each(|number| save(&mut things, Thing(number.to_string(), 0)));
        assert_eq!(things.len(), NAMED_MAX);
    }
}
