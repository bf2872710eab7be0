package fr.optam.rulebook;

/** How much a finding about a rulebook weighs. */
public enum Severity {
    /** The rulebook can't be used. */
    ERROR,
    /** The rulebook can be used, and yet this is hardly meant. */
    WARNING,
    /** Worth knowing, and nothing to mend. */
    NOTE
}
