/* Stands in for java.exe: it prints its arguments, or the properties that the launcher asks for. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int count, char **words) {
    for (int i = 1; i < count; i++) {
        if (strcmp(words[i], "-version") == 0) {
            fprintf(stderr, "Picked up JAVA_TOOL_OPTIONS: -Da=b\n");
            fprintf(stderr, "    java.home = %s\n", getenv("STAND_IN_HOME"));
            fprintf(stderr, "    java.version = %s\n    java.version.date = 2025-04-15\n", getenv("STAND_IN_VERSION"));
            return 0;
        }
    }
    for (int i = 1; i < count; i++) {
        printf("[%s]", words[i]);
    }
    printf("\n");
    return 3;
}
