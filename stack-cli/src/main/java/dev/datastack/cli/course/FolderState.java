package dev.datastack.cli.course;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a folder with size and time, to tell whether something was saved. Asked again and again: that works on every
 * system and in mounted folders, where notifications of the system do not.
 */
record FolderState(Map<Path, String> files) {
    static FolderState of(Path folder) {
        var files = new TreeMap<Path, String>();
        for (var file : Folders.files(folder)) {
            if (isScratch(file)) {
                continue;
            }
            var path = folder.resolve(file).toFile();
            files.put(file, path.lastModified() + " " + path.length());
        }
        return new FolderState(files);
    }

    /** Editors keep these beside the file while it is open. */
    private static boolean isScratch(Path file) {
        var name = file.toString();
        return name.endsWith("~") || name.endsWith(".swp") || name.endsWith(".tmp");
    }
}
