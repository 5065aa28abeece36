/** PostgreSQL's binary COPY: values to bytes, bytes to the server. It takes half of what text costs there. */
@NullMarked
package dev.datastack.etl.copy;

import org.jspecify.annotations.NullMarked;
