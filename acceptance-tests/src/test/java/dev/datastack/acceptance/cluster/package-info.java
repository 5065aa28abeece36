/** Drills on real clusters, made by the tests on this machine: a Swarm of three engines, and a Kubernetes node. */
@NullMarked
package dev.datastack.acceptance.cluster;

import org.jspecify.annotations.NullMarked;
