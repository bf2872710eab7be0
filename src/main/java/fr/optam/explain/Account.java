package fr.optam.explain;

import fr.optam.fact.PractitionerYear;
import java.util.List;

/**
 * The whole account of one decision; the views for physician, analyst and auditor each show a part of this one record.
 *
 * @param facts what was decided
 * @param explanation why, and why not
 * @param changes what would change it
 * @param notices what the authority says of the processing
 * @param evidence what shows that it is this decision
 */
public record Account(
        PractitionerYear facts,
        Explanation explanation,
        ChangeSearch.Found changes,
        List<Notice> notices,
        Evidence evidence) {}
