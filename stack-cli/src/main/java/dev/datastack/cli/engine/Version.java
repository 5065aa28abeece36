package dev.datastack.cli.engine;

import java.util.regex.Pattern;

/** Major and minor are all that the floors need; packagers' suffixes do not count. */
record Version(int major, int minor) {
    private static final Pattern NUMBERS = Pattern.compile("v?(\\d+)\\.(\\d+).*");

    static Version parse(String text) {
        var matcher = NUMBERS.matcher(text.strip());
        return matcher.matches()
                ? new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : new Version(0, 0);
    }

    boolean isAtLeast(Version floor) {
        return major > floor.major || (major == floor.major && minor >= floor.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
