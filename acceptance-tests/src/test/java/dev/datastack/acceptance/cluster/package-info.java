/** The stack on several nodes, in labs that one machine holds: the start, and what becomes of the loads when nodes or images fail. */
@NullMarked
package dev.datastack.acceptance.cluster;

import org.jspecify.annotations.NullMarked;
