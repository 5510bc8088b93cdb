//! What each client did in a window: the figures from which every class is made.
