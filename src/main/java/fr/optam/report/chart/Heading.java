package fr.optam.report.chart;

import fr.optam.report.html.Anchor;
import fr.optam.report.html.Lang;

/**
 * What stands around a picture.
 *
 * @param id its anchor, one of its own in the page; made fit for one if it is not
 * @param title what it is
 * @param finding what it shows, in a sentence: also the text alternative of the picture
 * @param lang language of figures and table
 */
public record Heading(String id, String title, String finding, Lang lang) {
    /** Makes the id an anchor. */
    public Heading {
        id = Anchor.of(id);
    }
}
