package fr.optam.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.decision.RulebookId;
import fr.optam.report.html.Frame;
import fr.optam.report.html.HtmlPage;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Pages;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whatever the data, a picture stays within its grid, says what it shows, and hides nothing behind something else. */
class ChartsTest {
    private static final String HOSTILE = "</svg><script>alert(1)</script>\"'& {{ 7*7 }}";
    private static final Quantity EUROS = new Quantity("Solde", Measure.EUR);
    private static final Quantity RATE = new Quantity("Taux", Measure.RATE);

    /** Every kind of picture of some values and a label. */
    private static List<Picture> all(String id, String label, List<BigDecimal> values, Lang lang) {
        Heading heading = new Heading(id, label, label, lang);
        Function<String, Heading> named = more -> new Heading(id + more, label, label, lang);
        List<Bar> bars = new ArrayList<>();
        List<Balance> balances = new ArrayList<>();
        List<Dumbbell> dumbbells = new ArrayList<>();
        List<Stack> stacks = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        List<Optional<BigDecimal>> gaps = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            BigDecimal value = values.get(i);
            BigDecimal next = values.get((i + 1) % values.size());
            bars.add(Bar.of(label + " " + i, value));
            balances.add(Balance.of(label + " " + i, value, next));
            dumbbells.add(new Dumbbell(label + " " + i, value, next));
            stacks.add(new Stack(label + " " + i, List.of(value.abs(), next.abs())));
            gaps.add(i % 3 == 1 ? Optional.empty() : Optional.of(value));
            if (i < 9) {
                series.add(Series.over(label + " " + i, List.of(value, next)));
            }
        }
        bars.add(Bar.hidden(label, "< 11"));
        balances.add(Balance.hidden(label, "< 11"));
        series.add(Series.known(label, gaps));
        List<String> names = bars.stream().map(Bar::label).toList();
        Curves curves = Curves.of(named.apply("-c"), Axis.names(label, names), EUROS, series);
        BigDecimal some = values.isEmpty() ? BigDecimal.ONE : values.get(0);
        List<Picture> pictures = new ArrayList<>(List.of(
                Bars.of(heading, label, EUROS, bars).picture(),
                Bars.of(named.apply("-bt"), label, RATE, bars)
                        .against(label, some)
                        .most(5)
                        .picture(),
                Balances.of(named.apply("-g"), label, Measure.EUR, balances).picture(),
                Balances.of(named.apply("-gm"), label, Measure.EUR, balances)
                        .most(3)
                        .picture(),
                Dumbbells.of(named.apply("-d"), label, EUROS, label, label, dumbbells)
                        .picture(),
                Stacks.of(named.apply("-s"), label, EUROS, List.of(label, label), stacks)
                        .picture(),
                curves.picture(),
                curves.with(Mark.level(label, some))
                        .with(Mark.moment(label, BigDecimal.ZERO))
                        .with(Mark.moment("b", BigDecimal.ONE))
                        .with(Mark.above(label, some))
                        .with(Mark.below(label, some))
                        .picture(),
                Distribution.ofValues(
                                named.apply("-h"),
                                EUROS,
                                label,
                                List.of(new Sample(label, values), new Sample(label, List.of(some))))
                        .picture()));
        return pictures;
    }

    private static Element svg(Picture picture) {
        return Pages.read(picture.svg()).getDocumentElement();
    }

    private static List<Element> elements(Element svg) {
        return Pages.elements(svg.getOwnerDocument()).stream()
                .filter(e -> !e.getParentNode().getNodeName().equals("pattern"))
                .toList();
    }

    private static int[] box(Element svg) {
        String[] view = svg.getAttribute("viewBox").split(" ");
        return new int[] {Integer.parseInt(view[2]), Integer.parseInt(view[3])};
    }

    private static void staysWithin(Picture picture) {
        if (picture.svg().isEmpty()) {
            return;
        }
        Element svg = svg(picture);
        int[] box = box(svg);
        for (Element e : elements(svg)) {
            for (String name : List.of("x", "x1", "x2", "cx")) {
                within(e, name, box[0]);
            }
            for (String name : List.of("y", "y1", "y2", "cy")) {
                within(e, name, box[1]);
            }
            if (e.getTagName().equals("rect")) {
                assertTrue(number(e, "width") >= 0 && number(e, "height") >= 0, picture.id());
                assertTrue(number(e, "x") + number(e, "width") <= box[0], picture.id());
                assertTrue(number(e, "y") + number(e, "height") <= box[1], picture.id());
            }
            for (String point : e.getAttribute("points").split(" ")) {
                if (!point.isEmpty()) {
                    String[] xy = point.split(",");
                    assertTrue(Integer.parseInt(xy[0]) >= 0 && Integer.parseInt(xy[0]) <= box[0], picture.svg());
                    assertTrue(Integer.parseInt(xy[1]) >= 0 && Integer.parseInt(xy[1]) <= box[1], picture.svg());
                }
            }
        }
        for (Words words : words(svg)) {
            assertTrue(words.left() >= 0 && words.right() <= box[0], picture.id() + " " + words);
        }
    }

    private static void within(Element e, String name, int most) {
        if (e.hasAttribute(name)) {
            assertTrue(number(e, name) >= 0 && number(e, name) <= most, name + "=" + e.getAttribute(name));
        }
    }

    private static int number(Element e, String name) {
        return Integer.parseInt(e.getAttribute(name));
    }

    private record Words(String text, int left, int right, int base) {
        boolean on(Words other) {
            return left < other.right && other.left < right && Math.abs(base - other.base) < 12;
        }
    }

    private static List<Words> words(Element svg) {
        List<Words> words = new ArrayList<>();
        for (Element e : elements(svg)) {
            if (e.getTagName().equals("text")) {
                String text = e.getLastChild().getTextContent();
                String style = e.getAttribute("class");
                int wide = style.contains("strong") || style.contains("value")
                        ? Lettering.bold(text)
                        : Lettering.width(text);
                int x = number(e, "x");
                int left = style.contains("end") ? x - wide : style.contains("middle") ? x - wide / 2 : x;
                words.add(new Words(text, left, left + wide, number(e, "y")));
            }
        }
        return words;
    }

    private static void nothingOnAnother(Picture picture) {
        if (!picture.svg().isEmpty()) {
            List<Words> words = words(svg(picture));
            for (int i = 0; i < words.size(); i++) {
                for (int j = i + 1; j < words.size(); j++) {
                    assertFalse(words.get(i).on(words.get(j)), picture.id() + " " + words.get(i) + " " + words.get(j));
                }
            }
        }
    }

    private static List<BigDecimal> drawn(Random random, int size, int scale) {
        List<BigDecimal> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(BigDecimal.valueOf(random.nextInt(2_000_001) - 1_000_000, scale));
        }
        return values;
    }

    @Test
    void everything_stays_within_the_grid_and_apart_whatever_the_values() {
        Random random = new Random(6);
        int seen = 0;
        for (int size : List.of(1, 2, 3, 7, 40, 200)) {
            for (int scale : size > 40 ? List.of(2) : List.of(-12, 0, 2, 7)) {
                for (Picture picture :
                        all("r" + size + scale, "Chirurgie " + size, drawn(random, size, scale), Lang.FR)) {
                    staysWithin(picture);
                    nothingOnAnother(picture);
                    seen += picture.svg().isEmpty() ? 0 : 1;
                }
            }
        }
        assertTrue(seen > 150, "drawn " + seen);
    }

    @Test
    void zero_equal_and_single_values_are_drawn() {
        for (List<BigDecimal> values : List.of(
                List.of(BigDecimal.ZERO),
                List.of(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
                List.of(new BigDecimal("0.22"), new BigDecimal("0.22")),
                List.of(new BigDecimal("-5.00")),
                List.of(new BigDecimal("1E+30"), new BigDecimal("-1E-30")))) {
            for (Picture picture : all("z", "Urologie", values, Lang.EN)) {
                staysWithin(picture);
                nothingOnAnother(picture);
            }
        }
    }

    @Test
    void long_names_are_cut_and_show_whole_when_pointed_at() {
        String name = "Gynécologie médicale, obstétrique et médecine de la reproduction, avec ou sans accouchements";
        List<BigDecimal> values = drawn(new Random(1), 12, 2);
        for (Picture picture : all("l", name, values, Lang.FR)) {
            staysWithin(picture);
            nothingOnAnother(picture);
            assertTrue(picture.svg().contains("…</text>"), picture.id());
            assertTrue(picture.svg().contains("<title>" + name), picture.id());
        }
    }

    @Test
    void a_hostile_label_stays_text() {
        List<Picture> pictures = all("h", HOSTILE, List.of(BigDecimal.ONE, BigDecimal.TEN), Lang.FR);
        String page = HtmlPage.of(
                Frame.of(new RulebookId("2026.1", "sha256:00", List.of()), "Images", "", Lang.FR),
                List.of(new Section("un", "Un", List.of(), List.of(), List.of())
                        .with(pictures.stream()
                                .filter(p -> pictures.indexOf(p) != 7)
                                .toList())),
                Lang.FR);
        Document read = Pages.read(page);
        assertEquals(List.of(), Pages.faults(read));
        assertFalse(page.contains("<script>"));
        assertTrue(page.contains("{{ 7*7 }}"), "a template in a label is not run");
    }

    @Test
    void nothing_to_draw_is_said_in_words() {
        Heading heading = new Heading("n", "Rien", "", Lang.FR);
        List<Picture> none = List.of(
                Bars.of(heading, "Option", EUROS, List.of()).picture(),
                Balances.of(heading, "Option", Measure.EUR, List.of()).picture(),
                Curves.of(heading, Axis.names("Année", List.of()), EUROS, List.of())
                        .picture(),
                Curves.of(heading, Axis.values(EUROS), EUROS, List.of(Series.over("a", List.of())))
                        .picture(),
                Stacks.of(heading, "Option", EUROS, List.of(), List.of()).picture(),
                Dumbbells.of(heading, "Option", EUROS, "a", "b", List.of()).picture(),
                Transitions.of(heading, "a", "b", List.of(), List.of()).picture(),
                Distribution.ofValues(heading, EUROS, "n", List.of(new Sample("a", List.of())))
                        .picture());
        for (Picture picture : none) {
            assertEquals("", picture.svg());
            assertEquals("Il n’y a rien à montrer.", picture.words());
        }
    }

    @Test
    void a_picture_is_named_and_says_its_finding() {
        for (Picture picture : all("t", "Label", List.of(BigDecimal.ONE), Lang.FR)) {
            Element svg = svg(picture);
            assertEquals("img", svg.getAttribute("role"));
            assertEquals(picture.id() + "-t " + picture.id() + "-d", svg.getAttribute("aria-labelledby"));
            assertEquals("Label", svg.getElementsByTagName("desc").item(0).getTextContent());
            assertEquals(1, picture.tables().size());
            assertFalse(picture.tables().get(0).rows().isEmpty());
        }
    }

    @Test
    void two_lines_differ_by_more_than_colour() {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            series.add(Series.over("s" + i, List.of(BigDecimal.valueOf(i), BigDecimal.valueOf(2L * i))));
        }
        Element svg =
                svg(Curves.of(new Heading("c", "t", "w", Lang.FR), Axis.names("x", List.of("a", "b")), EUROS, series)
                        .picture());
        List<String> looks = elements(svg).stream()
                .filter(e -> e.getAttribute("class").startsWith("marker"))
                .map(e -> shape(e) + " " + e.getAttribute("class"))
                .toList();
        List<String> lines = looks.subList(0, 24).stream().distinct().toList();
        assertEquals(12, lines.size(), looks.toString());
        assertEquals(lines, looks.subList(24, 36), "each line has its sample beside its name");
        assertTrue(svg.getTextContent().contains("s11"), "each line is named at its end");
    }

    private static String shape(Element marker) {
        return marker.getTagName() + marker.getAttribute("points").split(" ").length + marker.getAttribute("r");
    }

    @Test
    void gain_and_loss_and_before_and_after_differ_by_more_than_colour() {
        Element balance = svg(Balances.of(
                        new Heading("g", "t", "w", Lang.FR),
                        "Option",
                        Measure.EUR,
                        List.of(Balance.of("OPTAM", BigDecimal.TEN, BigDecimal.ONE)))
                .picture());
        List<Element> bars = elements(balance).stream()
                .filter(e -> e.getTagName().equals("rect"))
                .toList();
        assertEquals("url(#g-h)", bars.get(0).getAttribute("fill"), "a gain is hatched");
        assertEquals("", bars.get(1).getAttribute("fill"), "a loss is not");
        assertTrue(balance.getTextContent().contains("+10\u00A0€")
                && balance.getTextContent().contains("−1\u00A0€"));
        Element spread = svg(Distribution.of(
                        new Heading("d", "t", "w", Lang.FR),
                        EUROS,
                        "n",
                        List.of("avant", "après"),
                        List.of(
                                Bin.of(BigDecimal.ZERO, BigDecimal.ONE, 3, 0),
                                Bin.of(BigDecimal.ONE, BigDecimal.TEN, 0, 5)))
                .picture());
        List<String> looks = elements(spread).stream()
                .map(e -> e.getTagName() + " " + e.getAttribute("class"))
                .toList();
        assertEquals(2, looks.stream().filter("polyline outline"::equals).count(), "before and its key are an outline");
        assertEquals(2, looks.stream().filter("rect here"::equals).count(), "after and its key are hatched");
    }

    @Test
    void equal_data_give_equal_bytes_and_the_languages_differ() {
        List<BigDecimal> values = drawn(new Random(3), 9, 2);
        assertEquals(all("e", "x", values, Lang.FR), all("e", "x", values, Lang.FR));
        assertNotEquals(all("e", "x", values, Lang.FR), all("e", "x", values, Lang.EN));
    }

    @Test
    void what_may_not_be_shown_draws_no_bar_and_stands_in_the_table_as_said() {
        Picture picture = Bars.of(
                        new Heading("s", "t", "w", Lang.FR),
                        "Spécialité",
                        EUROS,
                        List.of(Bar.hidden("Urologie", "< 11"), Bar.of("Chirurgie", BigDecimal.TEN)))
                .picture();
        assertEquals(
                1,
                elements(svg(picture)).stream()
                        .filter(e -> e.getTagName().equals("rect"))
                        .count());
        assertTrue(picture.tables().get(0).rows().toString().contains("< 11"));
    }

    @Test
    void a_matrix_is_darker_where_more_went_and_frames_what_stays() {
        List<List<BigDecimal>> counts =
                List.of(List.of(new BigDecimal(900), new BigDecimal(100)), List.of(BigDecimal.ONE, BigDecimal.ZERO));
        String rows = Transitions.of(
                        new Heading("m", "t", "w", Lang.FR), "Avant", "Après", List.of("oui", "non"), counts)
                .picture()
                .tables()
                .get(0)
                .rows()
                .toString();
        assertTrue(rows.contains("text=100, to=, tone=h5") && rows.contains("text=1, to=, tone=h1"), rows);
        assertTrue(rows.contains("text=900, to=, tone=stays"), rows);
    }

    @Test
    void parts_that_do_not_fit_are_refused() {
        Heading heading = new Heading("x", "t", "w", Lang.FR);
        assertThrows(IllegalArgumentException.class, () -> new Stack("a", List.of(new BigDecimal("-1"))));
        assertThrows(
                IllegalArgumentException.class,
                () -> Stacks.of(heading, "c", EUROS, List.of("a"), List.of(new Stack("s", List.of()))));
        assertThrows(
                IllegalArgumentException.class,
                () -> Transitions.of(heading, "a", "b", List.of("x"), List.of(List.of())));
    }
}
