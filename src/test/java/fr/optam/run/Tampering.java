package fr.optam.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.rulebook.RulebookLocation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What can be done to a sealed run, at random from a seed. {@code main RUN COUNT SEED} does it to copies of any run and
 * prints what was not refused, or not named.
 */
final class Tampering {
    private static final int KINDS = 16;

    private final Path run;
    private final List<String> names;
    private final List<String> parts;
    private final Random random;
    private final Function<RulebookLocation, String> loader;
    private final Map<String, String> digests = new HashMap<>();

    /** @param loader digest of a rulebook */
    Tampering(Path run, long seed, Function<RulebookLocation, String> loader) throws IOException {
        this.run = run;
        this.loader = loader;
        this.names = Disk.files(run).stream()
                .map(file -> run.relativize(file).toString())
                .toList();
        this.parts = names.stream().filter(each -> each.contains("/part-")).toList();
        this.random = new Random(seed);
    }

    /**
     * What was done.
     *
     * @param what in words
     * @param files files of which each must be named
     * @param practitioners practitioners of whom one must be named with the file; none if no record is concerned or none
     *     can be known
     */
    record Done(String what, Set<String> files, Set<String> practitioners) {

        static Done of(String what, String... files) {
            return new Done(what, Set.of(files), Set.of());
        }

        /** Whether a verdict names what was done. */
        boolean named(List<Difference> found) {
            return files.stream().allMatch(file -> found.stream().anyMatch(each -> names(each, file)));
        }

        private boolean names(Difference each, String file) {
            boolean same = each.file().equals(file) || file.startsWith(each.file() + "/");
            boolean part = file.contains("/part-") && !practitioners.isEmpty();
            return same && (!part || practitioners.contains(each.practitioner()));
        }
    }

    /** A copy that shares what is not changed. */
    Path copy(Path to) throws IOException {
        for (String name : names) {
            Files.createDirectories(to.resolve(name).getParent());
            Files.createLink(to.resolve(name), run.resolve(name));
        }
        return to;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Any file, each kind as often. */
    private String anyFile() {
        List<String> kinds = List.of("decisions/", "facts/", "ledger/", "rulebook/", "");
        String kind = any(kinds);
        return any(names.stream()
                .filter(each -> kind.isEmpty() ? !each.contains("/") : each.startsWith(kind))
                .toList());
    }

    /** Does one thing to a copy. */
    Done apply(Path copy) throws IOException {
        String name = anyFile();
        Path file = copy.resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        return switch (random.nextInt(KINDS)) {
            case 0, 1, 2 -> {
                while (bytes.length == 0) {
                    name = anyFile();
                    file = copy.resolve(name);
                    bytes = Files.readAllBytes(file);
                }
                int bit = random.nextInt(bytes.length * 8);
                bytes[bit / 8] ^= (byte) (1 << bit % 8);
                write(file, bytes);
                yield record(copy, name, "bit " + bit + " of ");
            }
            case 3 -> {
                byte[] cut = Arrays.copyOf(bytes, random.nextInt(Math.max(1, bytes.length)));
                write(file, bytes.length == 0 ? new byte[] {1} : cut);
                yield record(copy, name, "truncated to " + cut.length + " ");
            }
            case 4 -> {
                Files.delete(file);
                yield Done.of("deleted " + name, name);
            }
            case 5 -> {
                String added =
                        any(List.of("decisions/part-999999.jsonl.gz", "x", "rulebook/rules-drl/x.drl", "facts/x"));
                write(copy.resolve(added), bytes);
                yield Done.of("added " + added, added);
            }
            case 6 -> {
                String renamed = name + any(List.of(".bak", "1", ".GZ"));
                Files.move(file, copy.resolve(renamed));
                boolean manifest = name.equals(RunDirectory.MANIFEST);
                yield Done.of("renamed " + name, manifest ? new String[] {name} : new String[] {name, renamed});
            }
            case 7, 8, 9 -> records(copy, false);
            case 10 -> records(copy, true);
            case 11 -> exchanged(copy);
            case 12 -> manifest(copy);
            case 13 -> seal(copy);
            case 14 -> {
                String part = any(parts);
                byte[] more = random.nextBoolean() ? gzip(random.nextBoolean() ? "" : "{}\n") : new byte[] {0, 1, 2};
                byte[] whole = Files.readAllBytes(copy.resolve(part));
                byte[] longer = Arrays.copyOf(whole, whole.length + more.length);
                System.arraycopy(more, 0, longer, whole.length, more.length);
                write(copy.resolve(part), longer);
                yield Done.of("bytes after the end of " + part, part);
            }
            default -> link(copy, name);
        };
    }

    private Done link(Path copy, String name) throws IOException {
        Files.delete(copy.resolve(name));
        Files.createSymbolicLink(copy.resolve(name), run.resolve(name).toAbsolutePath());
        return Done.of("link in the place of " + name, name);
    }

    private Done exchanged(Path copy) throws IOException {
        String one = anyFile();
        String folder = one.contains("/") ? one.substring(0, one.indexOf('/') + 1) : "";
        List<String> like = names.stream()
                .filter(each -> folder.isEmpty() ? !each.contains("/") : each.startsWith(folder))
                .filter(each -> !each.equals(one))
                .toList();
        if (like.isEmpty()) {
            return manifest(copy);
        }
        String other = any(like);
        byte[] first = Files.readAllBytes(run.resolve(one));
        byte[] second = Files.readAllBytes(run.resolve(other));
        if (Arrays.equals(first, second)) {
            return exchanged(copy);
        }
        write(copy.resolve(one), second);
        write(copy.resolve(other), first);
        String what = "exchanged " + one + " and " + other;
        boolean unreadable = Set.of(one, other).contains(RunDirectory.MANIFEST);
        return unreadable ? Done.of(what, RunDirectory.MANIFEST) : Done.of(what, one, other);
    }

    private Done records(Path copy, boolean digests) throws IOException {
        String name = any(parts);
        List<String> lines = lines(run.resolve(name));
        int first = name.startsWith("ledger/") ? 1 : 0;
        int at = first + random.nextInt(lines.size() - first);
        int other = first + random.nextInt(lines.size() - first);
        String line = lines.get(at);
        String what;
        switch (random.nextInt(6)) {
            case 0 -> {
                lines.remove(at);
                what = "dropped";
            }
            case 1 -> {
                lines.add(at, lines.get(other));
                what = "doubled " + other + " at";
            }
            case 2 -> {
                other = at + 1 < lines.size() ? at + 1 : first;
                Collections.swap(lines, at, other);
                what = "swapped with " + other;
            }
            case 3 -> {
                lines.subList(at, lines.size()).clear();
                what = "cut off from";
            }
            default -> {
                int cut = random.nextInt(line.length());
                char now = line.charAt(cut) == '1' ? '2' : '1';
                lines.set(at, line.substring(0, cut) + now + line.substring(cut + 1));
                what = "changed at " + cut;
            }
        }
        String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        write(copy.resolve(name), gzip(text));
        Done done = record(copy, name, what + " line " + at + " of ");
        if (!digests) {
            return done;
        }
        digest(copy, name, text);
        Set<String> files = new TreeSet<>(Set.of(name, RunDirectory.MANIFEST));
        return new Done(done.what() + ", digests made anew", files, done.practitioners());
    }

    /** Puts the digests of a file that was changed into the manifest. */
    private static void digest(Path copy, String name, String text) throws IOException {
        Map<String, Object> json = CanonicalJson.read(Files.readAllBytes(copy.resolve(RunDirectory.MANIFEST)));
        for (Object each : (List<?>) json.get("files")) {
            @SuppressWarnings("unchecked")
            Map<String, Object> file = (Map<String, Object>) each;
            if (name.equals(file.get("file"))) {
                byte[] bytes = Files.readAllBytes(copy.resolve(name));
                file.put("bytes", bytes.length);
                file.put("sha256", Sha256.of(bytes));
                file.put("textBytes", text.getBytes(UTF_8).length);
                file.put("textSha256", Sha256.of(text.getBytes(UTF_8)));
            }
        }
        write(copy.resolve(RunDirectory.MANIFEST), CanonicalJson.line(json));
    }

    /** What a part that was changed says first that it did not say before, and of whom. */
    private Done record(Path copy, String name, String what) throws IOException {
        Set<String> who = new TreeSet<>();
        if (parts.contains(name)) {
            List<String> before = lines(run.resolve(name));
            List<String> after = lines(copy.resolve(name));
            int n = 0;
            while (n < before.size() && n < after.size() && before.get(n).equals(after.get(n))) {
                n++;
            }
            List<String> ledger = lines(run.resolve("ledger/"
                    + name.replaceAll(".*/", "").replace(".jsonl.gz", ".csv.gz").replace(".csv.gz", "") + ".csv.gz"));
            int shift = name.startsWith("ledger/") ? 0 : 1;
            boolean head = name.startsWith("ledger/") && n == 0;
            if (!head && n < Math.max(before.size(), after.size())) {
                who.add(ledger.get(Math.min(n + shift, ledger.size() - 1)).replaceAll(";.*", ""));
                if (n < after.size()) {
                    who.add(
                            name.startsWith("ledger/")
                                    ? after.get(n).replaceAll(";.*", "")
                                    : Member.text(after.get(n).getBytes(UTF_8), Member.PRACTITIONER));
                }
            }
        }
        return new Done(what + name, Set.of(name), who);
    }

    private Done manifest(Path copy) throws IOException {
        Path file = copy.resolve(RunDirectory.MANIFEST);
        Map<String, Object> json = CanonicalJson.read(Files.readAllBytes(file));
        Map<String, Object> at = json;
        StringBuilder path = new StringBuilder();
        while (true) {
            List<String> keys = new ArrayList<>(new TreeSet<>(at.keySet()));
            String key = any(keys);
            path.append('/').append(key);
            Object value = at.get(key);
            if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?>) {
                int n = random.nextInt(list.size());
                if (random.nextInt(4) == 0) {
                    list.remove(n);
                    break;
                }
                value = list.get(n);
                path.append('/').append(n);
            }
            if (value instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(5) > 0) {
                @SuppressWarnings("unchecked")
                Map<String, Object> inner = (Map<String, Object>) map;
                at = inner;
                continue;
            }
            switch (random.nextInt(4)) {
                case 0 -> at.remove(key);
                case 1 -> at.put(key, null);
                case 2 -> at.put(key, value instanceof Number n ? n.longValue() + 1 : value + "x");
                default -> at.put(key, List.of());
            }
            break;
        }
        byte[] now = CanonicalJson.line(json);
        if (Arrays.equals(now, Files.readAllBytes(file))) {
            now = (new String(now, UTF_8) + " ").getBytes(UTF_8);
        }
        write(file, now);
        return Done.of("manifest " + path, RunDirectory.MANIFEST);
    }

    private Done seal(Path copy) throws IOException {
        Path file = copy.resolve(RunDirectory.SEAL);
        Map<String, Object> json = new TreeMap<>(CanonicalJson.read(Files.readAllBytes(file)));
        String key = any(new ArrayList<>(json.keySet()));
        json.put(key, key.equals("manifest") || key.equals("root") ? Sha256.of(new byte[] {1}) : "x");
        boolean clever =
                random.nextBoolean() && !key.equals("check") && !key.equals("signature") && !key.equals("schema");
        if (clever) {
            json.remove("check");
            json.put("check", Sha256.of(CanonicalJson.write(json)));
        }
        write(file, CanonicalJson.line(json));
        return Done.of((clever ? "clever " : "") + "seal " + key, RunDirectory.SEAL);
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    /** The lines of a part, as far as they can be read. */
    static List<String> lines(Path part) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(part)))) {
            byte[] room = new byte[1 << 16];
            for (int n = in.read(room); n >= 0; n = in.read(room)) {
                text.write(room, 0, n);
            }
        } catch (IOException torn) {
            return whole(text, false);
        }
        return whole(text, true);
    }

    private static List<String> whole(ByteArrayOutputStream text, boolean end) {
        String all = text.toString(UTF_8);
        int cut = end ? all.length() : all.lastIndexOf('\n') + 1;
        return new ArrayList<>(List.of(all.substring(0, cut).split("\n")));
    }

    /** The digest of a recorded rulebook; one that was seen before is not read again. */
    String rulebook(Path copy, RulebookLocation location) {
        try {
            StringBuilder all = new StringBuilder();
            Path folder = copy.resolve(RunDirectory.RULEBOOK);
            if (Files.isDirectory(folder)) {
                for (Path file : Disk.files(folder)) {
                    all.append(folder.relativize(file)).append(Sha256.of(file));
                }
            }
            return digests.computeIfAbsent(all.toString(), key -> loader.apply(location));
        } catch (IOException e) {
            return "";
        }
    }

    /** What a verdict on one more tampered copy is; the copy is gone afterwards. */
    Optional<String> fault(Path copy, Path cache, int threads) throws IOException {
        copy(copy);
        Done done = apply(copy);
        try {
            List<Difference> found = RunVerifier.verify(
                            copy,
                            new RunVerifier.VerifyRequest(
                                    Optional.empty(),
                                    Optional.empty(),
                                    threads,
                                    cache,
                                    "test",
                                    location -> rulebook(copy, location)))
                    .differences();
            return done.named(found) ? Optional.empty() : Optional.of(done + ": " + found);
        } catch (RunRefused refused) {
            return Optional.of(done + ": " + refused.getMessage());
        } finally {
            delete(copy);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    public static void main(String[] args) throws IOException {
        Path run = Path.of(args[0]);
        Tampering tampering = new Tampering(run, Long.parseLong(args[2]), location -> {
            try {
                return RulebookLoader.load(location).id().digest();
            } catch (RulebookInvalid e) {
                return "";
            }
        });
        int faults = 0;
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            Optional<String> fault = tampering.fault(run.resolveSibling("tampered"), run.resolveSibling("cache"), 1);
            faults += fault.isPresent() ? 1 : 0;
            fault.ifPresent(System.out::println);
        }
        System.out.println(args[1] + " tamperings, " + faults + " not refused or not named");
    }
}
