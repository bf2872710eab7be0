package fr.optam.cohort;

import fr.optam.decision.Sentence;
import java.io.EOFException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;

/**
 * Why a file can't be read or written, told from the exception of the platform or the text of the database.
 *
 * @param kind which kind of reason
 * @param text in words
 */
record Reason(Kind kind, Sentence text) {
    private static final int LONGEST = 200;
    /** What the database says before what it has to say. */
    private static final String PENDING = "unsuccessful or closed pending query";

    /** Kinds of reasons; each holds what the texts of its failures have in common. */
    enum Kind {
        FULL(
                "le disque est plein",
                "the disk is full",
                "no space left on device",
                "disk quota exceeded",
                "not enough space on the disk",
                "max_temp_directory_size",
                "failed to offload"),
        READ_ONLY(
                "le système de fichiers est en lecture seule", "the file system is read-only", "read-only file system"),
        DENIED("l’accès est refusé", "access is denied", "permission denied", "operation not permitted"),
        ABSENT("le fichier est absent", "no such file", "no such file", "no files found"),
        NO_FOLDER(
                "un nom de son chemin est celui d’un fichier",
                "a name on its path is that of a file",
                "not a directory"),
        FAULTY("erreur d’entrée-sortie du disque", "input/output error of the disk", "input/output error"),
        MEMORY("la mémoire est pleine", "the memory is full", "out of memory error"),
        CUT(
                "le fichier est coupé au milieu",
                "it ends in the middle",
                "unexpected end of zlib",
                "no magic bytes found at end",
                "too small to be a parquet"),
        NOT_GZIP("ce n’est pas du gzip", "it is not gzip", "not in gzip format"),
        TORN(
                "le contenu est altéré",
                "its content is damaged",
                "corrupt gzip",
                "snappy decompression",
                "tprotocolexception"),
        OTHER("", "");

        private final Sentence text;
        private final List<String> marks;

        Kind(String fr, String en, String... marks) {
            this.text = new Sentence(fr, en);
            this.marks = List.of(marks);
        }

        private boolean said(String message) {
            return marks.stream().anyMatch(message::contains);
        }
    }

    /** The reason of a failure, or of what it was caused by. */
    static Reason of(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            Kind kind = kind(each);
            if (kind != Kind.OTHER) {
                return new Reason(kind, kind.text);
            }
        }
        String line = firstLine(failure);
        return new Reason(Kind.OTHER, new Sentence(line, line));
    }

    private static Kind kind(Throwable failure) {
        if (failure instanceof AccessDeniedException) {
            return Kind.DENIED;
        }
        if (failure instanceof NoSuchFileException) {
            return Kind.ABSENT;
        }
        if (failure instanceof NotDirectoryException || failure instanceof FileAlreadyExistsException) {
            return Kind.NO_FOLDER;
        }
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        for (Kind kind : Kind.values()) {
            if (kind.said(message)) {
                return kind;
            }
        }
        return failure instanceof EOFException ? Kind.CUT : failure instanceof ZipException ? Kind.TORN : Kind.OTHER;
    }

    /** The first line that says something, without the name of the kind of error before it. */
    private static String firstLine(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        String line = message.lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty() && !each.contains(PENDING))
                .findFirst()
                .orElse(failure.getClass().getSimpleName())
                .replaceFirst("^(Error: )?([A-Z][A-Za-z]* )+Error: ", "");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
