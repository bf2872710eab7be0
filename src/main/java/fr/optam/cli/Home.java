package fr.optam.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.CodeSource;
import java.util.Map;

/** The checkout that the program belongs to, and where it may keep compiled rules. */
final class Home {
    private static final String CACHE = "optam";

    private Home() {}

    /** The folder that the launcher names, else the one above the jar's {@code target}, else the current one. */
    static Path checkout() {
        String told = System.getProperty("optam.home");
        if (told != null) {
            return Path.of(told);
        }
        CodeSource source = Home.class.getProtectionDomain().getCodeSource();
        try {
            Path at = source == null
                    ? null
                    : Path.of(source.getLocation().toURI()).toAbsolutePath();
            if (at != null
                    && at.getParent() != null
                    && at.getParent().endsWith("target")
                    && at.getParent().getParent() != null) {
                return at.getParent().getParent();
            }
        } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException elsewhere) {
            return Path.of("");
        }
        return Path.of("");
    }

    /** The jar or folder of classes that the program runs from. */
    static Path jar() {
        CodeSource source = Home.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Path.of("optam.jar")
                    : Path.of(source.getLocation().toURI()).toAbsolutePath();
        } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException elsewhere) {
            return Path.of("optam.jar");
        }
    }

    /** {@code OPTAM_CACHE}, else {@code .cache/optam} of the checkout, else that of the user, else a folder of this process. */
    static Path cache(Path checkout, Map<String, String> environment) {
        String told = environment.getOrDefault("OPTAM_CACHE", "");
        if (!told.isEmpty()) {
            return Path.of(told);
        }
        Path own = checkout.resolve(".cache").resolve(CACHE);
        if (Files.isDirectory(checkout.resolve("rules-drl")) && usable(own)) {
            return own;
        }
        String base = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path users =
                base.isEmpty() ? Path.of(System.getProperty("user.home", "."), ".cache", CACHE) : Path.of(base, CACHE);
        if (usable(users)) {
            return users;
        }
        return temporary();
    }

    private static boolean usable(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.isWritable(folder);
        } catch (IOException | SecurityException no) {
            return false;
        }
    }

    /** Compiled rules are code: a folder that others could have made is not used. */
    private static Path temporary() {
        Path folder =
                Path.of(System.getProperty("java.io.tmpdir"), CACHE + "-" + System.getProperty("user.name", "user"));
        try {
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                return Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            boolean ours = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
                            .getName()
                            .equals(System.getProperty("user.name"))
                    && PosixFilePermissions.toString(Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS))
                            .equals("rwx------");
            return ours ? folder : Files.createTempDirectory(CACHE);
        } catch (IOException | UnsupportedOperationException none) {
            return folder.resolveSibling(CACHE + "-" + ProcessHandle.current().pid());
        }
    }
}
