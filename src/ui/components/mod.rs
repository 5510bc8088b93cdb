//! Parts of screens that know no word of the domain.
