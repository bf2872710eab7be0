package fr.optam.rulebook;

import fr.optam.rulebook.book.WorkbookReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The files of a rulebook, each read by itself, on all processors.
 *
 * @param workbooks workbooks by path
 * @param texts DRL files and the changelog by path
 */
record ReadFiles(SortedMap<String, ReadWorkbook> workbooks, SortedMap<String, ReadText> texts) {
    /** Reads them; what is wrong is kept with each. */
    static ReadFiles of(SortedMap<String, RulebookFiles.Entry> files, Path cache, boolean toRun) {
        SortedMap<String, ReadWorkbook> workbooks = new ConcurrentSkipListMap<>();
        SortedMap<String, ReadText> texts = new ConcurrentSkipListMap<>();
        List<Map.Entry<String, RulebookFiles.Entry>> all = new ArrayList<>(files.entrySet());
        all.parallelStream().forEach(file -> {
            if (WorkbookReader.end(file.getKey()).isPresent()) {
                workbooks.put(file.getKey(), new ReadWorkbook(file.getKey(), file.getValue()));
            } else {
                texts.put(file.getKey(), new ReadText(file.getKey(), file.getValue(), cache, toRun));
            }
        });
        return new ReadFiles(workbooks, texts);
    }
}
