/* Runs commands in turn, round after round, and prints for each run: the command's name, CPU in ms, wall time in ms, the
 * largest memory in KiB.
 *
 *   spawn ROUNDS -- NAME COMMAND [ARGUMENT]... [-- NAME COMMAND [ARGUMENT]...]...
 *
 * In C and static, because the kernel counts the memory of who starts a process to the process. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double millis(struct timeval time) {
    return time.tv_sec * 1e3 + time.tv_usec / 1e3;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void run(char **words) {
    double start = now();
    pid_t child = vfork();
    if (child == 0) {
        int nothing = open("/dev/null", O_WRONLY);
        dup2(nothing, 1);
        execvp(words[1], words + 1);
        _exit(127);
    }
    int status;
    struct rusage used;
    wait4(child, &status, 0, &used);
    double wall = now() - start;
    if (status != 0) {
        fprintf(stderr, "spawn: %s ended with %d\n", words[0], WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status));
        exit(1);
    }
    printf("%s\t%.3f\t%.3f\t%ld\n", words[0], millis(used.ru_utime) + millis(used.ru_stime), wall, used.ru_maxrss);
}

int main(int count, char **words) {
    if (count < 5) {
        fputs("usage: spawn ROUNDS -- NAME COMMAND...\n", stderr);
        return 2;
    }
    char *separators[64];
    int commands = 0;
    for (int i = 2; i < count; i++) {
        if (strcmp(words[i], "--") == 0 && commands < 64) {
            words[i] = NULL;
            separators[commands++] = (char *) (words + i + 1);
        }
    }
    for (int round = atoi(words[1]); round > 0; round--) {
        for (int i = 0; i < commands; i++) {
            run((char **) separators[i]);
        }
    }
    return 0;
}
