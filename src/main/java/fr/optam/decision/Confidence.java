package fr.optam.decision;

/** How strong a source is, strongest first. */
public enum Confidence {
    /** Wording of a legal text. */
    LAW,
    /** Page, letter or data of the fund, the ministry or Urssaf. */
    OFFICIAL,
    /** Union, press, private site. */
    PRESS,
    /** The commercial guide. */
    GUIDE,
    /** Deduced. */
    INFERRED;

    /** The weaker of this and another. */
    public Confidence weaker(Confidence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
