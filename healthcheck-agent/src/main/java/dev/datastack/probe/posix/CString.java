package dev.datastack.probe.posix;

import dev.datastack.probe.text.Utf8;
import java.util.Arrays;
import org.teavm.interop.Address;

/** Text that ends with a zero byte. */
final class CString {
    private CString() {}

    static Address of(String text) {
        byte[] bytes = Utf8.bytes(text);
        return Address.ofData(Arrays.copyOf(bytes, bytes.length + 1));
    }
}
