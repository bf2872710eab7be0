package fr.optam.architecture.bad.rulebook;

/** Something to depend on. */
public final class PlainRulebook {}
