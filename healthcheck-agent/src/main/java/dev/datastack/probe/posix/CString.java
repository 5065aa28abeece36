package dev.datastack.probe.posix;

import dev.datastack.probe.text.Utf8;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.teavm.interop.Address;

/** Text that ends with a zero byte. */
final class CString {
    private CString() {}

    static Address of(String text) {
        byte[] bytes = Utf8.bytes(text);
        return Address.ofData(Arrays.copyOf(bytes, bytes.length + 1));
    }

    static @Nullable String text(Address address) {
        if (address.toLong() == 0) {
            return null;
        }
        int length = 0;
        while (address.add(length).getByte() != 0) {
            length++;
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = address.add(i).getByte();
        }
        return Utf8.text(bytes, 0, length);
    }
}
