package dev.datastack.cli.build;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why Maven gave up, by its own words; the first kind that fits counts. The launcher's build.sh has the same list. */
enum MavenFailure {
    DISK_FULL(
            "the disk is full.",
            "see which one with 'df -h . ~/.m2 /tmp', free some space, and run it again",
            "No space left on device"),
    UNTRUSTED(
            "Java does not trust the certificate of the server; a proxy may re-sign TLS.",
            "keytool -importcert -cacerts -storepass changeit -noprompt -alias proxy"
                    + " -file THE-PROXYS-CERTIFICATE.pem",
            "PKIX path building failed|unable to find valid certification path"),
    NO_COMPILER(
            "this Java has no compiler.",
            "install a JDK and let JAVA_HOME name it; or compile inside the images: JAR=inside ./stack up",
            "No compiler is provided|bin/javac\" does not exist"),
    NOT_COMPILED(
            "it does not compile.",
            "correct that line; 'git status' shows what was changed, 'git stash' puts it aside",
            "COMPILATION ERROR"),
    REFUSED(
            "the repository or the proxy requires a user name and a password.",
            "put them into ~/.m2/settings.xml: https://maven.apache.org/guides/mini/guide-proxies.html",
            "status code: 40[137]"),
    NO_MAVEN(
            "Maven itself could not be downloaded.",
            "see the address above; a mirror: export MVNW_REPOURL=https://MIRROR/maven2, a proxy: export https_proxy=…",
            "Failed to fetch"),
    UNREACHED(
            "Maven did not reach its repository.",
            "connect to the internet, or name a mirror or a proxy in ~/.m2/settings.xml",
            "Could not transfer|in offline mode|UnknownHostException|ConnectException"),
    UNWRITABLE(
            "a file or folder cannot be written; it may belong to root after a sudo.",
            "sudo chown -R \"$(id -un)\" . ~/.m2",
            "Permission denied|AccessDeniedException|Read-only file system|Operation not permitted"),
    OTHER(
            "see the lines above.",
            "correct what the lines above name; without a JDK of its own: JAR=inside ./stack up",
            "");

    private final String what;
    private final String next;
    private final Pattern words;

    MavenFailure(String what, String next, String words) {
        this.what = what;
        this.next = next;
        this.words = Pattern.compile(words);
    }

    static MavenFailure of(List<String> lines) {
        return Stream.of(values())
                .filter(kind ->
                        lines.stream().anyMatch(line -> kind.words.matcher(line).find()))
                .findFirst()
                .orElse(OTHER);
    }

    String what() {
        return what;
    }

    String next() {
        return next;
    }
}
