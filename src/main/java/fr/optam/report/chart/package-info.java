/**
 * Pictures of data as part of a page: each a {@link fr.optam.report.html.Picture} with a title, a finding in words and
 * its figures as a table, to be put in a section by {@link fr.optam.report.html.Section#with}. Values are exact; only
 * places on the grid of a picture are rounded. Everything reads without colour: parts differ by pattern, series by dash,
 * marker and a label at the end of the line.
 *
 * <pre>{@code
 * Heading heading = new Heading("soldes", lang.say("Solde par spécialité", "Balance by specialty"), finding, lang);
 * Picture bars = Bars.of(
 *                 heading,
 *                 lang.say("Spécialité", "Specialty"),
 *                 new Quantity(lang.say("Solde", "Balance"), Measure.EUR),
 *                 List.of(Bar.of("Chirurgie", new BigDecimal("1200.50")), Bar.hidden("Urologie", "< 11")))
 *         .picture();
 * Picture curves = Curves.of(
 *                 heading,
 *                 Axis.names(lang.say("Année", "Year"), List.of("2024", "2025", "2026")),
 *                 new Quantity(lang.say("Taux opposable", "Opposable rate"), Measure.RATE),
 *                 List.of(Series.over("Avec option", rates), Series.over("Sans option", others)))
 *         .with(Mark.level(lang.say("engagement", "commitment"), new BigDecimal("0.60")))
 *         .with(Mark.moment(lang.say("aujourd’hui", "today"), BigDecimal.ONE))
 *         .picture();
 * Section section = new Section("images", title, words, List.of(), List.of()).with(List.of(bars, curves));
 * }</pre>
 */
package fr.optam.report.chart;
