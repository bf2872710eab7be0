package fr.optam.spark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import scala.Tuple2;

/** Files of checked rows as pieces of some megabytes, one in memory at a time. */
final class RowsOut implements Iterator<Tuple2<Integer, Piece>> {
    private static final int BYTES = 4 << 20;

    private final Path root;
    private final String prefix;
    private final Iterator<Map.Entry<Integer, Path>> files;
    private Map.Entry<Integer, Path> file;
    private long from;
    private long size;

    /**
     * @param root folder that holds a folder of files a table
     * @param prefix what makes the names of these files different from those of others
     * @param byShare the files by share
     */
    RowsOut(Path root, String prefix, Map<Integer, List<Path>> byShare) {
        this.root = root;
        this.prefix = prefix;
        this.files = byShare.entrySet().stream()
                .flatMap(share -> share.getValue().stream().map(path -> Map.entry(share.getKey(), path)))
                .iterator();
    }

    @Override
    public boolean hasNext() {
        return from < size || files.hasNext();
    }

    @Override
    public Tuple2<Integer, Piece> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            if (from >= size) {
                file = files.next();
                from = 0;
                size = Files.size(file.getValue());
            }
            byte[] bytes = new byte[(int) Math.min(BYTES, size - from)];
            try (RandomAccessFile in = new RandomAccessFile(file.getValue().toFile(), "r")) {
                in.seek(from);
                in.readFully(bytes);
            }
            String table = root.relativize(file.getValue()).getName(0).toString();
            Piece piece = new Piece.Rows(table, prefix + file.getValue().getFileName(), from, bytes);
            from += bytes.length;
            return new Tuple2<>(file.getKey(), piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
