package dev.datastack.acceptance.cluster;

import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;

/** What a node could leave on this machine: rules, links, mounts, groups, and the settings that a kubelet changes. */
record Traces(String found) {
    private static final String LOOK = """
            iptables-save | grep -i kube
            ip -brief link show type bridge | grep -E '^(lan|pods) '
            grep k8s-lab- /proc/self/mounts
            ls -d /sys/fs/cgroup/k8s-lab /sys/fs/cgroup/*/k8s-lab 2>/dev/null
            ls /run/netns 2>/dev/null | grep cni-
            grep -s . /proc/sys/vm/overcommit_memory /proc/sys/vm/panic_on_oom /proc/sys/kernel/panic \
              /proc/sys/kernel/panic_on_oops /proc/sys/kernel/keys/root_maxkeys /proc/sys/kernel/keys/root_maxbytes
            docker ps --all --format '{{.Names}}' | grep k8s-lab
            docker image ls --format '{{.Repository}}' | grep k8s-lab
            true
            """;

    static Traces now() {
        return new Traces(Shell.in(Repository.root()).output("sh", "-c", LOOK));
    }
}
