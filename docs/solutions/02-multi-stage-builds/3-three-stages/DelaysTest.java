/** The tests, without a library: they print one line, or fail. */
class DelaysTest {
    public static void main(String[] arguments) {
        expect(Delays.isOnTime(14), "14 minutes are on time");
        expect(!Delays.isOnTime(15), "15 minutes are late");
        expect(Delays.isOnTime(-25), "early is on time");
        System.out.println("3 tests passed");
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
