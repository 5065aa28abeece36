#!/bin/sh
# maven.sh ARGUMENT…: runs ./mvnw in a build stage, for JAR=inside. Without tests and formatter, which are for
# developers. There are two optional build secrets: `ca`, the certificates of a proxy that re-signs TLS, and
# `maven-settings`, a settings.xml with mirrors and proxies.
set -eu
if [ -s /run/secrets/ca ]; then
  # Java does not read PEM files, but its own keystore format. JAVA_TOOL_OPTIONS applies to every JVM, including the one
  # that downloads Maven.
  java docker/jars/TrustStore.java /run/secrets/ca /tmp/trust.p12
  export JAVA_TOOL_OPTIONS="-Djavax.net.ssl.trustStore=/tmp/trust.p12 -Djavax.net.ssl.trustStorePassword=changeit"
  # For wget or curl, if the base image has one: mvnw downloads Maven with it.
  export SSL_CERT_FILE=/run/secrets/ca
fi
if [ -s /run/secrets/maven-settings ]; then set -- --settings /run/secrets/maven-settings "$@"; fi
exec ./mvnw -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true "$@"
