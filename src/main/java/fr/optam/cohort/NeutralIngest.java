package fr.optam.cohort;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Reads neutral files into staged tables: every cell checked, every defective row set aside, nothing converted. */
final class NeutralIngest {
    private static final int GZIP_BUFFER = 1 << 16;
    private static final int TOLD_ROWS = 1 << 13;

    private final Staging staging;
    private final List<String> warnings = new ArrayList<>();
    private final Set<String> columns = new HashSet<>();
    private final ReadingProgress progress;
    private long rejected;
    private int fileRank;

    /**
     * Begins a reading.
     *
     * @param firstRank rank of the first file in counts and in {@code rejected.csv}
     * @param progress told how far it is
     */
    NeutralIngest(Staging staging, int firstRank, ReadingProgress progress) {
        this.staging = staging;
        this.progress = progress;
        this.fileRank = firstRank;
    }

    /**
     * Reads all files of one kind into a table and counts them in {@code s_files}.
     *
     * @param target table with the columns of the kind, {@code s_acts} or one made like it
     * @throws InputUnusable if a file can't be read to its end or lacks a required column
     */
    void load(List<NeutralFile> files, String target) throws InputUnusable, SQLException {
        for (NeutralFile file : files) {
            long read;
            try {
                read = file.format() == NeutralFile.Format.PARQUET ? parquet(file, target) : csv(file, target);
            } catch (FileTrouble failure) {
                throw new InputUnusable(failure.trouble(), failure);
            } catch (IOException failure) {
                throw unreadable(file, failure);
            }
            read(file, read);
        }
    }

    private void read(NeutralFile file, long rows) throws SQLException {
        staging.execute(
                "INSERT INTO s_files VALUES (" + Staging.text(file.name()) + ", " + fileRank + ", " + rows + ", 0)");
        fileRank++;
    }

    /**
     * Judges acts in Parquet, which need not be taken over if all of them are sound; counts their files as read.
     *
     * @return empty if they must be loaded
     * @throws InputUnusable if a file can't be read or lacks a required column
     */
    Optional<SoundActs> judge(List<NeutralFile> files) throws InputUnusable, SQLException {
        if (files.stream().anyMatch(f -> f.format() != NeutralFile.Format.PARQUET)) {
            return Optional.empty();
        }
        List<Map<String, String>> types = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        for (NeutralFile file : files) {
            try (ParquetRows rows = ParquetRows.open(staging, file)) {
                types.add(rows.types());
                sizes.add(rows.size());
            }
        }
        Optional<SoundActs> acts = SoundActs.of(staging, files, types);
        if (acts.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < files.size(); i++) {
            NeutralFile file = files.get(i);
            try (ParquetRows rows = ParquetRows.open(staging, file)) {
                progress.read(file.name(), 0, sizes.get(i), rejected);
                try {
                    if (!acts.get().sound(file, fileRank + i)) {
                        return Optional.empty();
                    }
                } catch (SQLException failure) {
                    throw rows.unreadable(failure);
                }
                progress.read(file.name(), sizes.get(i), sizes.get(i), rejected);
            }
        }
        progress.read("", 0, -1, rejected);
        if (!acts.get().unique()) {
            return Optional.empty();
        }
        for (int i = 0; i < files.size(); i++) {
            NeutralFile file = files.get(i);
            header(file, List.copyOf(types.get(i).keySet()));
            read(file, sizes.get(i));
        }
        return acts;
    }

    /** Loads files after all that were only judged: their warnings were given. */
    void loadJudged(List<NeutralFile> files, int firstRank, String target) throws InputUnusable, SQLException {
        List<String> told = List.copyOf(warnings);
        int next = fileRank;
        fileRank = firstRank;
        staging.execute(
                "DELETE FROM s_files WHERE file_rank BETWEEN " + firstRank + " AND " + (firstRank + files.size() - 1));
        load(files, target);
        fileRank = next;
        warnings.clear();
        warnings.addAll(told);
    }

    /** All files are read: what follows puts their rows in order. */
    void done() {
        progress.read("", 0, -1, rejected);
    }

    private static InputUnusable unreadable(NeutralFile file, IOException failure) {
        Sentence reason = Reason.of(failure).text();
        String kind = file.format() == NeutralFile.Format.CSV_GZ ? "gzip" : "CSV";
        return new InputUnusable(
                new Trouble(
                        "FILE_UNREADABLE",
                        file.path().toString(),
                        new Sentence(
                                "lecture impossible jusqu’au bout (" + reason.fr() + ")",
                                "can't be read to its end (" + reason.en() + ")"),
                        new Sentence(
                                "Peut-être a-t-il été coupé ou n’est-ce pas du " + kind + " ?",
                                "Maybe it was cut off or is not " + kind + "?")),
                failure);
    }

    /** Rank for the next file. */
    int nextRank() {
        return fileRank;
    }

    /** Whether a file of the kind has the column. */
    boolean has(String kind, String column) {
        return columns.contains(kind + "." + column);
    }

    /** Unknown columns, one line each. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private long csv(NeutralFile file, String target) throws IOException, InputUnusable, SQLException {
        try (InputStream raw = Files.newInputStream(file.path());
                InputStream in =
                        file.format() == NeutralFile.Format.CSV_GZ ? new GZIPInputStream(raw, GZIP_BUFFER) : raw) {
            CsvRows rows = new CsvRows(in);
            Header header = header(file, rows.header());
            long read = 0;
            progress.read(file.name(), 0, -1, rejected);
            try (StagedSink sink = sink(file, target, header)) {
                String[] cells = new String[header.places().length];
                for (CsvRows.Form form = rows.next(); form != null; form = rows.next()) {
                    read++;
                    if (read % TOLD_ROWS == 0) {
                        progress.read(file.name(), read, -1, rejected + sink.rejected());
                    }
                    if (form == CsvRows.Form.SOUND) {
                        for (int i = 0; i < cells.length; i++) {
                            int place = header.places()[i];
                            cells[i] = place < 0 ? null : rows.cell(place);
                        }
                        sink.accept(cells, rows.line());
                    } else {
                        RejectReason reason =
                                form == CsvRows.Form.NOT_UTF8 ? RejectReason.ROW_NOT_UTF8 : RejectReason.ROW_MALFORMED;
                        String id = rows.rawCell(header.places()[0]);
                        sink.reject(
                                rows.line(),
                                id.matches(Forms.PRACTITIONER_ID) ? id : null,
                                file.table().foreign() ? "" : rows.raw(),
                                reason);
                    }
                }
                rejected += sink.rejected();
            }
            return read;
        }
    }

    private long parquet(NeutralFile file, String target) throws IOException, InputUnusable, SQLException {
        try (ParquetRows rows = ParquetRows.open(staging, file)) {
            Header header = header(file, rows.header());
            progress.read(file.name(), 0, rows.size(), rejected);
            SoundRows sound = new SoundRows(staging, file, fileRank);
            long read = sound.insert(rows, header, target);
            if (read == rows.size()) {
                return read;
            }
            rows.select(header, sound.applies() ? "NOT (" + sound.condition(header) + ")" : "true");
            try (StagedSink sink = sink(file, target, header)) {
                String[] cells = new String[header.places().length];
                while (rows.next(cells)) {
                    read++;
                    sink.accept(cells, rows.position());
                    if (read % TOLD_ROWS == 0) {
                        progress.read(file.name(), read, rows.size(), rejected + sink.rejected());
                    }
                }
                rejected += sink.rejected();
            }
            return read;
        }
    }

    private Header header(NeutralFile file, List<String> names) throws InputUnusable {
        Header header = Header.of(file.path().toString(), names, file.table());
        file.table().columns().stream()
                .map(Column::name)
                .filter(names::contains)
                .forEach(name -> columns.add(file.table().name() + "." + name));
        warnings.addAll(header.warnings());
        return header;
    }

    private StagedSink sink(NeutralFile file, String target, Header header) throws SQLException {
        boolean endKnown = file.table().is(StagedTable.MEMBERSHIPS) && header.places()[3] >= 0;
        return new StagedSink(staging, target, file, fileRank, endKnown);
    }
}
