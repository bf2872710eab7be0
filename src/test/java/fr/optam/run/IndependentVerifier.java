package fr.optam.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A verifier written from the page on the format of a run alone: nothing but the JDK, nothing of this program. */
final class IndependentVerifier {
    private IndependentVerifier() {}

    /** Whether a run is whole; an exception or false if not. */
    static boolean holds(Path run) throws Exception {
        byte[] manifestBytes = Files.readAllBytes(run.resolve("manifest.json"));
        Map<?, ?> manifest = (Map<?, ?>) new Json(manifestBytes).document();
        byte[] sealBytes = Files.readAllBytes(run.resolve("seal.json"));
        Map<?, ?> seal = (Map<?, ?>) new Json(sealBytes).document();
        Map<Object, Object> said = new LinkedHashMap<>(seal);
        Object check = said.remove("check");
        boolean ok = canonical(manifestBytes, manifest)
                && canonical(sealBytes, seal)
                && check.equals(digest(write(said).getBytes(StandardCharsets.UTF_8)))
                && digest(manifestBytes).equals(seal.get("manifest"))
                && manifest.get("schema").equals("optam/run/3");
        Map<?, ?> tree = (Map<?, ?>) manifest.get("tree");
        ok &= tree.get("root").equals(seal.get("root")) && files(run, (List<?>) manifest.get("files"));
        List<byte[]> roots = new ArrayList<>();
        long size = 0;
        Object rulebook = ((Map<?, ?>) manifest.get("rulebook")).get("digest");
        for (Object each : (List<?>) manifest.get("parts")) {
            Map<?, ?> part = (Map<?, ?>) each;
            ok &= part(run, part, String.valueOf(rulebook));
            roots.add(HexFormat.of().parseHex(((String) part.get("root")).substring(7)));
            size += (Long) part.get("count");
        }
        return ok
                && ("sha256:" + hex(root(roots))).equals(tree.get("root"))
                && tree.get("size").equals(size);
    }

    private static boolean canonical(byte[] bytes, Map<?, ?> json) {
        return java.util.Arrays.equals(bytes, (write(json) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static boolean files(Path run, List<?> stated) throws Exception {
        Set<String> names = new TreeSet<>(Set.of("manifest.json", "seal.json"));
        boolean ok = true;
        for (Object each : stated) {
            Map<?, ?> file = (Map<?, ?>) each;
            byte[] bytes = Files.readAllBytes(run.resolve((String) file.get("file")));
            names.add((String) file.get("file"));
            ok &= file.get("bytes").equals((long) bytes.length)
                    && file.get("sha256").equals(digest(bytes));
            if (file.containsKey("textSha256")) {
                byte[] text = unpacked(bytes);
                ok &= file.get("textBytes").equals((long) text.length)
                        && file.get("textSha256").equals(digest(text));
            }
        }
        try (Stream<Path> walk = Files.walk(run)) {
            Set<String> there = new TreeSet<>();
            for (Path path : walk.toList()) {
                if (!Files.isDirectory(path)) {
                    there.add(run.relativize(path).toString());
                    ok &= !Files.isSymbolicLink(path);
                }
            }
            return ok && there.equals(names);
        }
    }

    private static boolean part(Path run, Map<?, ?> part, String rulebook) throws Exception {
        List<byte[]> decisions = lines(run.resolve((String) part.get("decisions")));
        List<byte[]> facts = lines(run.resolve((String) part.get("facts")));
        List<byte[]> ledger = lines(run.resolve((String) part.get("ledger")));
        boolean ok = "practitioner;year;leaf;decisionBlock;factsBlock".equals(text(ledger.remove(0)))
                && part.get("count").equals((long) decisions.size())
                && decisions.size() == facts.size()
                && decisions.size() == ledger.size();
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; ok && i < decisions.size(); i++) {
            Map<?, ?> decision = (Map<?, ?>) new Json(decisions.get(i)).document();
            leaves.add(sha(new byte[] {0}, decisions.get(i)));
            String[] line = text(ledger.get(i)).split(";");
            ok = line[0].equals(decision.get("practitioner"))
                    && line[1].equals(String.valueOf(decision.get("year")))
                    && line[2].equals(hex(leaves.get(i)))
                    && digest(facts.get(i)).equals(decision.get("factsDigest"))
                    && rulebook.equals(((Map<?, ?>) decision.get("rulebook")).get("digest"));
        }
        return ok && part.get("root").equals("sha256:" + hex(root(leaves)));
    }

    /** RFC 9162, 2.1.1, by its words. */
    static byte[] root(List<byte[]> leaves) throws Exception {
        if (leaves.isEmpty()) {
            return sha(new byte[0], new byte[0]);
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int cut = Integer.highestOneBit(leaves.size() - 1);
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        node.write(root(leaves.subList(0, cut)));
        node.write(root(leaves.subList(cut, leaves.size())));
        return sha(new byte[] {1}, node.toByteArray());
    }

    static byte[] sha(byte[] prefix, byte[] data) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(prefix);
        return digest.digest(data);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String digest(byte[] bytes) throws Exception {
        return "sha256:" + hex(sha(new byte[0], bytes));
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    private static List<byte[]> lines(Path file) throws IOException {
        byte[] text = unpacked(Files.readAllBytes(file));
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                lines.add(java.util.Arrays.copyOfRange(text, from, i));
                from = i + 1;
            }
        }
        if (from < text.length) {
            throw new IOException(file + ": the last line has no end");
        }
        return lines;
    }

    /** RFC 8785 for maps, lists, texts, whole numbers, true, false, null. */
    private static String write(Object json) {
        StringBuilder out = new StringBuilder();
        if (json instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, value) -> sorted.put((String) key, value));
            sorted.forEach((key, value) -> out.append(out.length() == 0 ? "{" : ",")
                    .append(write(key))
                    .append(':')
                    .append(write(value)));
            return (out.length() == 0 ? "{" : out.toString()) + "}";
        }
        if (json instanceof List<?> list) {
            list.forEach(value -> out.append(out.length() == 0 ? "[" : ",").append(write(value)));
            return (out.length() == 0 ? "[" : out.toString()) + "]";
        }
        if (json instanceof String text) {
            out.append('"');
            for (char c : text.toCharArray()) {
                int named = "\b\t\n\f\r\"\\".indexOf(c);
                out.append(
                        named >= 0
                                ? "\\" + "btnfr\"\\".charAt(named)
                                : c < ' ' ? "\\u00" + HexFormat.of().toHexDigits((byte) c) : String.valueOf(c));
            }
            return out.append('"').toString();
        }
        return String.valueOf(json);
    }

    /** A reader of JSON with whole numbers. */
    private static final class Json {
        private final String text;
        private int at;

        Json(byte[] bytes) {
            this.text = new String(bytes, StandardCharsets.UTF_8);
        }

        Object document() throws IOException {
            Object value = value();
            if (!text.substring(at).isBlank()) {
                throw new IOException("more than one value");
            }
            return value;
        }

        private char next() throws IOException {
            if (at == text.length()) {
                throw new IOException("ends too early");
            }
            return text.charAt(at++);
        }

        private boolean skip(char c) {
            boolean there = at < text.length() && text.charAt(at) == c;
            at += there ? 1 : 0;
            return there;
        }

        private Object value() throws IOException {
            char c = next();
            if (c == '{') {
                Map<String, Object> map = new LinkedHashMap<>();
                while (!skip('}')) {
                    skip(',');
                    next();
                    String key = string();
                    next();
                    map.put(key, value());
                }
                return map;
            }
            if (c == '[') {
                List<Object> list = new ArrayList<>();
                while (!skip(']')) {
                    skip(',');
                    list.add(value());
                }
                return list;
            }
            if (c == '"') {
                return string();
            }
            int from = at - 1;
            while (at < text.length() && "]},\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(from, at);
            return switch (word) {
                case "true" -> true;
                case "false" -> false;
                case "null" -> null;
                default -> Long.valueOf(word);
            };
        }

        private String string() throws IOException {
            StringBuilder out = new StringBuilder();
            for (char c = next(); c != '"'; c = next()) {
                if (c == '\\') {
                    char named = next();
                    if (named == 'u') {
                        out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                        at += 4;
                    } else {
                        int place = "btnfr\"\\/".indexOf(named);
                        out.append("\b\t\n\f\r\"\\/".charAt(place));
                    }
                } else {
                    out.append(c);
                }
            }
            return out.toString();
        }
    }
}
