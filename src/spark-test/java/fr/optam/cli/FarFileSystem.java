package fr.optam.cli;

import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Files of this machine under another scheme: what is there is reached through Hadoop only. */
public final class FarFileSystem extends FilterFileSystem {
    /** Made by Hadoop. */
    public FarFileSystem() {
        super(new RawLocalFileSystem());
    }

    @Override
    public void initialize(URI name, Configuration conf) throws java.io.IOException {
        super.initialize(URI.create("file:///"), conf);
    }

    @Override
    public URI getUri() {
        return URI.create("far://there");
    }

    @Override
    protected void checkPath(Path path) {
        if (!"far".equals(path.toUri().getScheme())) {
            throw new IllegalArgumentException(path + " is not far");
        }
    }

    private static Path near(Path path) {
        return new Path("file", null, path.toUri().getPath());
    }

    @Override
    public FileStatus getFileStatus(Path path) throws java.io.IOException {
        return fs.getFileStatus(near(path));
    }

    @Override
    public FileStatus[] listStatus(Path path) throws java.io.IOException {
        return fs.listStatus(near(path));
    }

    @Override
    public org.apache.hadoop.fs.FSDataInputStream open(Path path, int buffer) throws java.io.IOException {
        return fs.open(near(path), buffer);
    }
}
