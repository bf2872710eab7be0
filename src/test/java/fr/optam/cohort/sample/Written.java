package fr.optam.cohort.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A sample written for a test, and its files read back as text. */
record Written(SampleRequest request, Sample.Written result) {

    static SampleRequest request(Path out, int practitioners) {
        return new SampleRequest(
                practitioners, 42, out, "neutral", 2025, OptionalInt.empty(), "options", "csv", BigDecimal.ZERO);
    }

    static Written of(SampleRequest request) throws IOException {
        return new Written(request, Sample.write(request, new HandTables(), written -> {}));
    }

    /** Written by three threads in small blocks and parts. */
    static Written inSmallBlocks(SampleRequest from) throws IOException {
        SampleRequest request = new SampleRequest(
                from.practitioners(),
                from.seed(),
                from.out(),
                from.layout(),
                from.year(),
                from.acts(),
                from.profile(),
                from.format(),
                from.badRows(),
                from.order(),
                3);
        return new Written(
                request, Sample.write(request, new HandTables(), written -> {}, new Blocks.Cut(1_000, 4_000)));
    }

    static SampleRequest byDate(SampleRequest from) {
        return new SampleRequest(
                from.practitioners(),
                from.seed(),
                from.out(),
                from.layout(),
                from.year(),
                from.acts(),
                from.profile(),
                from.format(),
                from.badRows(),
                "date",
                from.threads());
    }

    static SampleRequest dcir(SampleRequest from) {
        return new SampleRequest(
                from.practitioners(),
                from.seed(),
                from.out(),
                "dcir",
                from.year(),
                from.acts(),
                from.profile(),
                from.format(),
                from.badRows());
    }

    static SampleRequest format(SampleRequest from, String format) {
        return new SampleRequest(
                from.practitioners(),
                from.seed(),
                from.out(),
                from.layout(),
                from.year(),
                from.acts(),
                from.profile(),
                format,
                from.badRows());
    }

    static SampleRequest badRows(SampleRequest from, String share) {
        return new SampleRequest(
                from.practitioners(),
                from.seed(),
                from.out(),
                from.layout(),
                from.year(),
                from.acts(),
                from.profile(),
                from.format(),
                new BigDecimal(share));
    }

    static SampleRequest acts(SampleRequest from, int acts) {
        return new SampleRequest(
                from.practitioners(),
                from.seed(),
                from.out(),
                from.layout(),
                from.year(),
                OptionalInt.of(acts),
                from.profile(),
                from.format(),
                from.badRows());
    }

    static SampleRequest year(SampleRequest from, int year) {
        return new SampleRequest(
                from.practitioners(),
                from.seed(),
                from.out(),
                from.layout(),
                year,
                from.acts(),
                from.profile(),
                from.format(),
                from.badRows());
    }

    byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(request.out().resolve(file));
    }

    /** Rows of a CSV file by column name. */
    List<Map<String, String>> rows(String stem) throws IOException {
        List<String> lines = Files.readAllLines(request.out().resolve(stem + ".csv"), StandardCharsets.UTF_8);
        String[] header = lines.get(0).split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < header.length; column++) {
                row.put(header[column], fields[column]);
            }
            rows.add(row);
        }
        return rows;
    }

    long planted(String name) {
        return result.planted().getOrDefault(name, 0L);
    }
}
