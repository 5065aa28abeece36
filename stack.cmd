@echo off
rem The `stack` command on Windows: finds a JDK, builds stack-cli the first time, and runs it.
rem After a change of the command's sources delete stack-cli\target\stack.jar: it is then built again.
setlocal
set "ROOT=%~dp0"
set "JAR=%ROOT%stack-cli\target\stack.jar"
set "JAVA=java"
if not defined JAVA_HOME goto find
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto version
set "WHAT=JAVA_HOME names no JDK: there is no %JAVA%."
set "NEXT=unset JAVA_HOME, or let it name a JDK of 17 or newer"
goto fail

:find
where java >nul 2>nul
if not errorlevel 1 goto version
set "WHAT=There is no JDK on this machine."
set "NEXT=winget install EclipseAdoptium.Temurin.25.JDK"
goto fail

:version
set "VERSION="
"%JAVA%" -version 2> "%TEMP%\stack-java-version.txt"
for /f "usebackq tokens=3" %%v in ("%TEMP%\stack-java-version.txt") do if not defined VERSION set "VERSION=%%~v"
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 goto old
if exist "%JAR%" goto run
echo stack: building the stack command (once) ... 1>&2
pushd "%ROOT%"
call mvnw.cmd -q -B -pl stack-cli -am package -Dmaven.test.skip=true -Dspotless.check.skip=true 1>&2
set "BUILT=%ERRORLEVEL%"
popd
if "%BUILT%"=="0" goto run
set "WHAT=The stack command was not built."
set "NEXT=see the lines above; a JDK with javac and Maven Central or a mirror are needed"
goto fail

:old
set "WHAT=This Java is too old: %VERSION% is found, 17 or newer is needed."
set "NEXT=winget install EclipseAdoptium.Temurin.25.JDK"
goto fail

:run
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dstack.home=%ROOT%." -Dstack.person=true -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:fail
echo stack: %WHAT% 1>&2
echo   next:  %NEXT% 1>&2
echo   more:  docs/troubleshooting.md 1>&2
exit /b 1
