#!/bin/sh
# maven.sh ARGUMENT…: ./mvnw in a build stage, for JAR=inside. Without tests and formatter: those are for who changes it.
# Two build secrets may be there: `ca`, the certificates of a proxy that re-signs TLS, and `maven-settings`, a settings.xml
# with mirrors and proxies.
set -eu
if [ -s /run/secrets/ca ]; then
  # Java reads no PEM file, but a store of its own kind. JAVA_TOOL_OPTIONS reaches every JVM, Maven's download too.
  java docker/jars/TrustStore.java /run/secrets/ca /tmp/trust.p12
  export JAVA_TOOL_OPTIONS="-Djavax.net.ssl.trustStore=/tmp/trust.p12 -Djavax.net.ssl.trustStorePassword=changeit"
  # For wget or curl, where the base has one: mvnw fetches Maven with it.
  export SSL_CERT_FILE=/run/secrets/ca
fi
if [ -s /run/secrets/maven-settings ]; then set -- --settings /run/secrets/maven-settings "$@"; fi
exec ./mvnw -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true "$@"
