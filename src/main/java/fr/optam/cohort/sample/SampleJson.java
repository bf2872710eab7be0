package fr.optam.cohort.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** The summary beside the files: seed, profile, and how many of each irregularity were planted. */
final class SampleJson {

    private SampleJson() {}

    static void write(SampleRequest request, Sample.Written written) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "optam/sample/1");
        json.put("kind", "SYNTHETIC");
        json.put("note", "SYNTHETIC: no row describes a person, and no share is a statistic.");
        json.put("generator", "SplitMix64 seeded by (seed, practitioner number)");
        json.put("seed", Long.toString(request.seed()));
        json.put("layout", request.layout());
        json.put("profile", request.profile());
        json.put("format", request.format());
        json.put("order", request.order());
        json.put("year", request.year());
        request.panel().ifPresent(panel -> json.put("panel", panel(panel)));
        json.put("practitioners", written.practitioners());
        json.put("acts", written.acts());
        json.put("badRows", request.badRows().toPlainString());
        json.put("rows", written.rows());
        if (request.layout().equals("dcir")) {
            json.put("ids", ids(request.practitioners()));
        }
        Map<String, SortedMap<String, Object>> groups = new TreeMap<>();
        written.planted().forEach((name, count) -> put(groups, name, count));
        json.put("planted", groups);
        write(request.out().resolve("sample.json"), json);
    }

    /** The summary of a panel. */
    static void write(SampleRequest request, Panel panel, SortedMap<Integer, Sample.Written> written)
            throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "optam/sample-panel/1");
        json.put("kind", "SYNTHETIC");
        json.put("note", "SYNTHETIC: no row describes a person, and no share is a statistic.");
        json.put("seed", Long.toString(request.seed()));
        json.put("layout", request.layout());
        json.put("profile", request.profile());
        json.put("practitioners", request.practitioners());
        json.putAll(panel(panel));
        Map<String, Object> members = new TreeMap<>();
        written.forEach(
                (year, each) -> members.put(String.valueOf(year), each.planted().getOrDefault("panel.members", 0L)));
        json.put("members", members);
        write(request.out().resolve("panel.json"), json);
    }

    private static Map<String, Object> panel(Panel panel) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("first", panel.first());
        json.put("last", panel.last());
        json.put("overrunDrift", BigDecimal.valueOf(panel.overrunDrift(), 4).toPlainString());
        json.put(
                "membershipDrift",
                BigDecimal.valueOf(panel.membershipDrift(), 4).toPlainString());
        return json;
    }

    private static void write(Path file, Map<String, Object> json) throws IOException {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        String text = JsonMapper.builder().build().writer().with(printer).writeValueAsString(json) + "\n";
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, SortedMap<String, Object>> groups, String name, long count) {
        String[] parts = name.split("\\.");
        SortedMap<String, Object> group = groups.computeIfAbsent(parts[0], key -> new TreeMap<>());
        if (parts.length == 3) {
            ((Map<String, Object>) group.computeIfAbsent(parts[1], key -> new TreeMap<>())).put(parts[2], count);
        } else {
            group.put(parts[1], count);
        }
    }

    private static Map<String, Object> ids(int practitioners) {
        Map<String, Object> ids = new LinkedHashMap<>();
        ids.put("first", NeutralLayout.id(1) + " = " + DcirIds.main(1));
        ids.put("last", NeutralLayout.id(practitioners) + " = " + DcirIds.main(practitioners));
        ids.put(
                "rule",
                "991 and the number of the practitioner with five digits; from 100000 on in base 36, "
                        + "A0000 = 100000. Another practice of the same practitioner: 20000000 added to the number.");
        return ids;
    }
}
