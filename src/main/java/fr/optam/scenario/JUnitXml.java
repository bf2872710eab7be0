package fr.optam.scenario;

/** A report in the XML that build servers read as JUnit results. */
public final class JUnitXml {
    private JUnitXml() {}

    /** The report as one XML document; a scenario's folder is its class name. */
    public static String of(ScenarioReport report) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        long errors = report.results().stream()
                .filter(result -> !result.problems().isEmpty())
                .count();
        xml.append("<testsuite name=\"test-scenarios\" tests=\"")
                .append(report.results().size())
                .append("\" failures=\"")
                .append(report.failures().size() - errors)
                .append("\" errors=\"")
                .append(errors)
                .append("\" skipped=\"0\">\n");
        report.results().forEach(result -> xml.append(testcase(result)));
        return xml.append("</testsuite>\n").toString();
    }

    private static String testcase(ScenarioResult result) {
        int slash = result.name().lastIndexOf('/');
        String folder =
                slash < 0 ? "test-scenarios" : result.name().substring(0, slash).replace('/', '.');
        String head = "  <testcase classname=\"" + escaped(folder) + "\" name=\""
                + escaped(result.name().substring(slash + 1)) + "\"";
        if (result.passed()) {
            return head + "/>\n";
        }
        String element = result.problems().isEmpty() ? "failure" : "error";
        String message = result.title().isEmpty() ? result.lines().get(0) : result.title();
        return head + ">\n    <" + element + " message=\"" + escaped(message) + "\">"
                + escaped(String.join("\n", result.lines())) + "</" + element + ">\n  </testcase>\n";
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\n' -> safe.append("&#10;");
                default -> safe.appendCodePoint(c < 0x20 && c != '\t' || c == 0xFFFE || c == 0xFFFF ? '?' : c);
            }
        });
        return safe.toString();
    }
}
