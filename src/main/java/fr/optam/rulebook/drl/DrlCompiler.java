package fr.optam.rulebook.drl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles judged rules to Drools' executable model, and loads what was compiled. */
final class DrlCompiler {
    private DrlCompiler() {}

    /**
     * Compiles one file.
     *
     * @param key unique to the text, so that generated names never meet
     * @return the compiled classes as a jar
     * @throws IllegalStateException with Drools' messages if it does not compile
     */
    static byte[] compile(String key, String drl) {
        KieServices services = KieServices.Factory.get();
        ReleaseId release = services.newReleaseId("fr.optam.cache", "r" + key.substring(0, 24), "1");
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/rules/r" + key.substring(0, 24) + ".drl", drl.getBytes(StandardCharsets.UTF_8));
        KieBuilder builder = services.newKieBuilder(files);
        builder.buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException(
                    errors.stream().map(Message::getText).collect(Collectors.joining("; ")));
        }
        byte[] jar = ((InternalKieModule) builder.getKieModule()).getBytes();
        services.getRepository().removeKieModule(release);
        return jar;
    }

    /** Loads the models of a compiled file in a class loader of their own. */
    static List<Model> load(byte[] jar, ClassLoader parent) {
        JarLoader loader = new JarLoader(jar, parent);
        List<Model> models = new ArrayList<>();
        for (String name : loader.modelClasses()) {
            try {
                models.add((Model) loader.loadClass(name).getConstructor().newInstance());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("compiled rules can't be loaded: " + name, e);
            }
        }
        return models;
    }

    /** Classes of a jar held in memory. */
    static final class JarLoader extends ClassLoader {
        private final Map<String, byte[]> parts = new HashMap<>();

        JarLoader(byte[] jar, ClassLoader parent) {
            super(parent);
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
                for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                    parts.put(e.getName(), zip.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<String> modelClasses() {
            return parts.entrySet().stream()
                    .filter(e ->
                            e.getKey().startsWith("META-INF/kie/") && e.getKey().endsWith("drools-model"))
                    .flatMap(e -> new String(e.getValue(), StandardCharsets.UTF_8).lines())
                    .filter(line -> !line.isBlank() && line.indexOf(':') < 0)
                    .toList();
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] code = parts.get(name.replace('.', '/') + ".class");
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, code, 0, code.length);
        }
    }
}
