package fr.optam.cohort;

import java.io.IOException;
import java.nio.file.Path;

/** A file or folder that can't be read or written, said for a person. */
public final class FileTrouble extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    private FileTrouble(Trouble trouble, Throwable cause) {
        super(trouble.english(), cause);
        this.trouble = trouble;
    }

    /** States what is wrong. */
    public static FileTrouble of(Trouble trouble, Throwable cause) {
        return new FileTrouble(trouble, cause);
    }

    /** A file that can't be written; what says so already is given back. */
    public static FileTrouble writing(Path file, Exception cause) {
        return cause instanceof FileTrouble told ? told : of(Trouble.unwritable(file.toString(), cause), cause);
    }

    /** A file that can't be read; what says so already is given back. */
    public static FileTrouble reading(Path file, Exception cause) {
        return cause instanceof FileTrouble told ? told : of(Trouble.unreadable(file.toString(), cause), cause);
    }

    /** What is wrong. */
    public Trouble trouble() {
        return trouble;
    }
}
