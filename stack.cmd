@echo off
rem The `stack` command on Windows: finds a JDK, builds stack-cli the first time, and runs it.
rem It was written without a Windows machine to run it on.
rem After a change of the command's sources delete stack-cli\target\stack.jar: it is then built again.
setlocal
set "ROOT=%~dp0"
set "JAR=%ROOT%stack-cli\target\stack.jar"
set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if exist "%JAVA%" goto version
set "JAVA=java"
where java >nul 2>nul
if not errorlevel 1 goto version
:nojdk
set "WHAT=There is no JDK on this machine."
set "NEXT=winget install EclipseAdoptium.Temurin.25.JDK, in a new window"
goto fail

rem A script in java's place has no release file, and JAVA_TOOL_OPTIONS puts a line before the version: ask for the properties.
:version
set "VERSION="
set "FOUND="
call "%JAVA%" -XshowSettings:properties -version 2> "%TEMP%\stack-java.txt"
for /f "tokens=3" %%v in ('findstr /c:"java.version = " "%TEMP%\stack-java.txt"') do set "VERSION=%%v"
for /f "tokens=1* delims==" %%a in ('findstr /c:"java.home = " "%TEMP%\stack-java.txt"') do set "FOUND=%%b"
if not defined VERSION goto nojdk
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 goto old
rem Maven, and the command where it builds, take the same one.
set "JAVA_HOME=%FOUND:~1%"
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAR%" goto run
if not exist "%JAVA_HOME%\bin\javac.exe" goto nocompiler
echo stack: building the stack command (once); the first time Maven downloads a lot ... 1>&2
pushd "%ROOT%"
call mvnw.cmd -B -pl stack-cli -am package -Dmaven.test.skip=true -Dspotless.check.skip=true 1>&2
set "BUILT=%ERRORLEVEL%"
popd
if "%BUILT%"=="0" goto run
set "WHAT=The stack command was not built."
set "NEXT=see the lines above, the first one with ERROR; docs/troubleshooting.md has the causes"
goto fail

:nocompiler
set "WHAT=This Java is no JDK: %JAVA_HOME% has no bin\javac.exe, and the stack command has to be built."
set "NEXT=winget install EclipseAdoptium.Temurin.25.JDK"
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
